//! The API's scalar types.

#[cfg(feature = "server")]
mod base_url;
#[cfg(feature = "server")]
mod body;
#[cfg(feature = "server")]
mod certificates;
#[cfg(feature = "server")]
mod handle;
#[cfg(feature = "server")]
mod headers;
mod json;
#[cfg(feature = "server")]
mod seal;
mod secret;
#[cfg(feature = "server")]
mod timeout;
mod timestamp;
mod won;

#[cfg(feature = "server")]
pub(crate) use base_url::BaseUrl;
#[cfg(feature = "server")]
pub use body::Body;
#[cfg(feature = "server")]
pub(crate) use certificates::Certificates;
#[cfg(feature = "server")]
pub use handle::{ClaimText, NoticeText};
#[cfg(feature = "server")]
pub use headers::Headers;
pub use json::Json;
#[cfg(feature = "server")]
pub(crate) use seal::{Seal, Unsealed};
pub use secret::Secret;
pub(crate) use secret::{MASK, Masked};
#[cfg(feature = "server")]
pub use timeout::Timeout;
pub use timestamp::Timestamp;
pub use won::Won;
