//! Moves the emulator's clock: from one due event or webhook to the next, so that each meets the time at which it
//! happens, and a webhook's receiver too.

use serde_json::json;

use crate::acts::{App, courier, due};
use crate::domain::clock::{Clock, Moment};
use crate::domain::journal::{Entry, Kind, Outcome};
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// The clock's relation to real time.
#[derive(Clone, Copy)]
pub(crate) enum Mode {
    Real,
    Manual,
}

/// Sets the time apart from the real one, changes the mode and moves the time forward. Returns once the webhooks that
/// became due have been tried.
pub(crate) async fn set(
    app: &App,
    offset_seconds: Option<i64>,
    mode: Option<Mode>,
    advance_seconds: u32,
) -> Result<(), Refusal> {
    let _alone = app.courier.stepping.lock().await;
    let target = app.database.work(|store| {
        let (real, mut clock) = (Store::real_time(), store.clock()?);
        match mode {
            Some(Mode::Real) => clock.run(real),
            Some(Mode::Manual) => clock.stand_still(real),
            None => {}
        }
        let before = clock.at(real);
        let mut wanted = clock;
        if let Some(seconds) = offset_seconds {
            wanted.set_apart(real, seconds);
        }
        wanted.advance(advance_seconds);
        let target = wanted.at(real);
        tell(store, before, target, clock)?;
        store.set_clock(if target < before { wanted } else { clock })?;
        Ok(target)
    })?;
    loop {
        courier::settled(app, None, None).await?;
        if app.database.work(|store| step(store, target))? {
            return courier::settled(app, None, None).await;
        }
    }
}

/// Writes to the journal how the clock moves and in which mode it goes on.
fn tell(store: &Store<'_>, before: Moment, target: Moment, clock: Clock) -> Result<(), Refusal> {
    let code = if target == before { "mode" } else { "moved" };
    let facts = json!({ "from": before.iso(), "to": target.iso(), "seconds": target.seconds_since(before), "mode": clock.mode() });
    store.tell(&Entry::new(Kind::Clock, Outcome::Done, code).facts(facts))
}

/// Moves the time to the next webhook, carrying out what is due before it; or to the target, and returns true.
fn step(store: &Store<'_>, target: Moment) -> Result<bool, Refusal> {
    let real = Store::real_time();
    let mut clock = store.clock()?;
    if clock.frozen.is_some() && store.has_due_deliveries(None, i64::MAX, clock.at(real))? {
        return Ok(false);
    }
    let reached = loop {
        let delivery = store.next_delivery_after(clock.at(real))?.filter(|at| *at <= target);
        let limit = delivery.unwrap_or(target).max(clock.at(real));
        let Some(at) = due::run_first(store, limit)? else {
            clock.advance_to(real, limit);
            break delivery.is_none();
        };
        clock.advance_to(real, at);
        // The event may have scheduled a webhook, which is sent before the time moves on.
        if store.has_due_deliveries(None, i64::MAX, clock.at(real))? {
            break false;
        }
    };
    store.set_clock(clock)?;
    Ok(reached)
}
