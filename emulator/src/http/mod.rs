//! The server.

pub(crate) mod certificate;
pub(crate) mod input;
pub(crate) mod request;
pub(crate) mod server;
