//! The connections of a pool that have carried an exchange.

use std::{
    collections::HashMap,
    net::SocketAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// A connection that idles for longer is closed; another one may have its address then.
pub(super) const IDLE: Duration = Duration::from_secs(50);

/// The connections, by their own end's address, with the time of their last exchange.
#[derive(Default)]
pub(super) struct Carried(Mutex<HashMap<SocketAddr, Instant>>);

impl Carried {
    /// Notes an exchange, and returns true if its connection had carried another one.
    pub(super) fn note(&self, connection: SocketAddr) -> bool {
        let now = Instant::now();
        let mut carried = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let lives = |last: &Instant| now.duration_since(*last) < IDLE;
        if let Some(last) = carried.get_mut(&connection) {
            let reused = lives(last);
            *last = now;
            return reused;
        }
        carried.retain(|_, last| lives(last));
        carried.insert(connection, now);
        false
    }
}
