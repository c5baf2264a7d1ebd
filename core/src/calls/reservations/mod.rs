//! Calls on reservations with a response that must show their effect.

mod cancel;
