//! The API's scalar types.

mod base_url;
mod body;
mod certificates;
mod handle;
mod headers;
mod json;
mod seal;
mod secret;
mod timeout;
mod timestamp;
mod won;

pub(crate) use base_url::BaseUrl;
pub use body::Body;
pub(crate) use certificates::Certificates;
pub use handle::{ClaimText, NoticeText};
pub use headers::Headers;
pub use json::Json;
pub(crate) use seal::{Seal, Unsealed};
pub use secret::Secret;
pub(crate) use secret::{MASK, Masked};
pub use timeout::Timeout;
pub use timestamp::Timestamp;
pub use won::Won;
