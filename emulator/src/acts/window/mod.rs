//! The payment window: opens it, plays its buyer, and confirms for its page.

mod open;
mod play;

pub(crate) use open::{link, open};
pub(crate) use play::{Act, Action, Told, close, confirm, find, play, receipt};
