//! The provenance of an endpoint.

use crate::client::Endpoint;

/// The source of an endpoint: Bootpay publishes no specification of its API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Provenance {
    /// Documented by Bootpay; a response was recorded in a public source.
    Recorded,
    /// Documented by Bootpay or declared in its SDKs' types; no recorded response is public.
    Declared,
    /// Undocumented by Bootpay; known only from these of its SDKs.
    Undocumented(&'static [&'static str]),
}

/// A request whose row names its source.
pub(crate) trait Sourced: Endpoint {
    const PROVENANCE: Provenance;
}
