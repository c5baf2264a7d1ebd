//! Moves the emulator's clock.

use crate::acts::reservation::run_due;
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// The clock's relation to real time.
#[derive(Clone, Copy)]
pub(crate) enum Mode {
    Real,
    Manual,
}

/// Changes the mode, moves the time forward, and carries out the reservations that are then due.
pub(crate) fn set(store: &Store<'_>, mode: Option<Mode>, advance_seconds: u32) -> Result<(), Refusal> {
    let mut clock = store.clock()?;
    match mode {
        Some(Mode::Real) => clock.run(Store::real_time()),
        Some(Mode::Manual) => clock.stand_still(Store::real_time()),
        None => {}
    }
    clock.advance(advance_seconds);
    store.set_clock(clock)?;
    run_due(store)
}
