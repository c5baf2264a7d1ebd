//! The server: connections, certificates, requests and their exchange for responses.

pub(crate) mod certificate;
mod conversation;
mod exchange;
mod input;
mod logged;
pub(crate) mod plain;
mod request;
mod router;
pub(crate) mod server;
mod stream;

pub(crate) use router::router;

/// The reason why the emulator did not start.
pub type StartError = Box<dyn std::error::Error + Send + Sync>;
