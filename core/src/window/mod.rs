//! The payment window: its request and its messages. Nothing here reads, sends or keeps anything.

mod payload;

pub use crate::check::Violation as Invalid;
pub use payload::{Encrypted, decrypt, encrypt};
