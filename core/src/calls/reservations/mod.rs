//! The calls on reservations whose reply must show that they did something.

mod cancel;
