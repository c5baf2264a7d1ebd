//! Announces what the journal has new, once it is committed.

use tokio::sync::broadcast::{self, Receiver, Sender};

use crate::domain::journal::Change;

/// The changes that a slow listener may lag behind before it loses some.
const KEPT: usize = 1024;

/// The announcements, to whoever listens.
#[derive(Debug)]
pub(crate) struct Changes(Sender<Change>);

impl Default for Changes {
    fn default() -> Self {
        Self(broadcast::channel(KEPT).0)
    }
}

impl Changes {
    pub(crate) fn announce(&self, changes: Vec<Change>) {
        for change in changes {
            // Without a listener it goes nowhere.
            let _ = self.0.send(change);
        }
    }

    /// Listens from now on. A listener that lags has missed something, and must take it that everything changed.
    pub(crate) fn listen(&self) -> Receiver<Change> {
        self.0.subscribe()
    }
}
