//! One HTTP exchange: requests are encoded, sent and their responses judged. No credentials, no retries.

pub(crate) mod body;
mod carried;
mod options;
pub(crate) mod request;
mod resolver;
pub(crate) mod response;
pub(crate) mod retry_after;
pub(crate) mod route;
mod tls;
pub(crate) mod transport;

pub(crate) use options::HttpOptions;
