//! Moves the emulator's clock.

use crate::acts::{auto_cancel, reservation};
use crate::domain::refusal::Refusal;
use crate::store::Store;

/// The clock's relation to real time.
#[derive(Clone, Copy)]
pub(crate) enum Mode {
    Real,
    Manual,
}

/// Sets the time apart from the real one, changes the mode, moves the time forward, and carries out what is then
/// due: reservations, and cancels of test payments.
pub(crate) fn set(
    store: &Store<'_>,
    offset_seconds: Option<i64>,
    mode: Option<Mode>,
    advance_seconds: u32,
) -> Result<(), Refusal> {
    let mut clock = store.clock()?;
    if let Some(seconds) = offset_seconds {
        clock.set_apart(Store::real_time(), seconds);
    }
    match mode {
        Some(Mode::Real) => clock.run(Store::real_time()),
        Some(Mode::Manual) => clock.stand_still(Store::real_time()),
        None => {}
    }
    clock.advance(advance_seconds);
    store.set_clock(clock)?;
    reservation::run_due(store)?;
    auto_cancel::run_due(store)
}
