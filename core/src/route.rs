//! Where a request goes.

/// How a request travels.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// Fields of the request in braces are taken out of it, the rest is query or body.
    pub(crate) path: &'static str,
    /// Fields of the request that travel as a header: theirs and its name.
    pub(crate) headers: &'static [(&'static str, &'static str)],
    /// Whether a token is preferred where the client can have one: some endpoints were seen to
    /// refuse a key pair.
    pub(crate) bearer: bool,
}

/// The HTTP methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(clippy::upper_case_acronyms)]
pub(crate) enum Verb {
    GET,
    POST,
    PUT,
    DELETE,
}

impl Verb {
    /// Whether what is asked travels in a body; else in the query.
    pub(crate) fn has_body(self) -> bool {
        matches!(self, Self::POST | Self::PUT)
    }
}
