//! The scalars of the API that are types of their own.

mod json;
mod secret;
mod timeout;
mod timestamp;
mod won;

pub use json::Json;
pub use secret::Secret;
pub use timeout::Timeout;
pub use timestamp::Timestamp;
pub use won::Won;
