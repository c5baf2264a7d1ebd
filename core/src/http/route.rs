//! The route of a request.

/// The verb, path, headers and authentication of a request.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Route {
    pub(crate) verb: Verb,
    /// Fields of the request in braces are taken out of it, the rest is query or body.
    pub(crate) path: &'static str,
    /// Fields of the request that are sent as headers: field name and header name.
    pub(crate) headers: &'static [(&'static str, &'static str)],
    /// The credentials that the endpoint takes.
    pub(crate) accepts: Accepts,
}

/// The credentials that an endpoint takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Accepts {
    /// A key pair or a token.
    Any,
    /// Both, as far as is known; a token is preferred if the client can have one.
    PrefersToken,
    /// Only a token: it was seen to refuse a key pair, or is known only with a token.
    OnlyToken,
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
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::GET => "GET",
            Self::POST => "POST",
            Self::PUT => "PUT",
            Self::DELETE => "DELETE",
        }
    }

    /// Returns true if the request's fields are sent in a body, false if in the query.
    pub(crate) fn has_body(self) -> bool {
        matches!(self, Self::POST | Self::PUT)
    }
}
