//! The fields of a posted form.

use axum::body::to_bytes;
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;

/// The largest form, in bytes: a set-up file fits in it.
pub(super) const LARGEST: usize = 1 << 20;

/// The fields in their order; a name may be there several times.
pub(super) struct Form(Vec<(String, String)>);

impl Form {
    /// The trimmed value of a field; empty where there is none.
    pub(super) fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.trim())
    }

    /// Returns whether a checkbox is checked.
    pub(super) fn is_on(&self, name: &str) -> bool {
        self.text(name) == "on"
    }

    /// The fields whose names start with a prefix, without it.
    pub(super) fn below<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value.trim())))
    }
}

impl<S: Send + Sync> FromRequest<S> for Form {
    type Rejection = StatusCode;

    async fn from_request(request: Request, _: &S) -> Result<Self, StatusCode> {
        let body = to_bytes(request.into_body(), LARGEST).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
        Ok(Self(form_urlencoded::parse(&body).into_owned().collect()))
    }
}
