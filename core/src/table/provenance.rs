//! The provenance of an endpoint and of the shape of its response.

use crate::client::Endpoint;

/// The source of a response's shape: Bootpay publishes no specification of its API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Bodies were recorded in public sources; `tests/samples` holds them, their values replaced.
    Recorded,
    /// Declared by Bootpay's documentation or by its SDKs' types; no recorded body is known.
    Declared,
    /// Assumed from similar endpoints; no source shows it.
    Assumed,
}

/// A request whose row names its sources.
pub(crate) trait Sourced: Endpoint {
    /// The source of the response's shape.
    const RESPONSE: Provenance;
    /// The only SDKs of Bootpay's that have the endpoint; empty if Bootpay documents it.
    const UNDOCUMENTED: &'static [&'static str];
}
