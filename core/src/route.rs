//! Where a request goes.

/// How a request travels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// Fields of the request in braces are taken out of it, the rest is query or body.
    pub(crate) path: &'static str,
}

/// The HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::upper_case_acronyms)]
pub(crate) enum Verb {
    GET,
    POST,
}
