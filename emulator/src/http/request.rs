//! A request to the API, as it arrived.

use std::net::IpAddr;
use std::time::Instant;

use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use axum::http::{HeaderMap, HeaderValue};
use serde_json::{Map, Value};

use crate::faults::target::{HEADER, Target};

/// The longest name of a request or of a program that the journal keeps, in characters.
const LONGEST_CODE: usize = 120;

/// A request as it arrived.
pub(crate) struct Arrived {
    /// The address of the caller.
    pub(crate) peer: IpAddr,
    pub(crate) method: String,
    /// Undecoded, without the query.
    pub(crate) path: String,
    pub(crate) query: Map<String, Value>,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
    /// The real moment of its arrival.
    pub(crate) begun: Instant,
}

impl Arrived {
    /// What the journal calls it: the method and the pattern of the path, else the beginning of the path.
    pub(crate) fn code(&self, endpoint: Option<&str>) -> String {
        match endpoint {
            Some(path) => format!("{} /v2/{path}", self.method),
            None => format!("{} {}", self.method, self.path.chars().take(LONGEST_CODE).collect::<String>()),
        }
    }

    /// The real time since it arrived.
    pub(crate) fn microseconds(&self) -> i64 {
        i64::try_from(self.begun.elapsed().as_micros()).unwrap_or(i64::MAX)
    }

    /// The program that sent it.
    pub(super) fn agent(&self) -> Option<String> {
        let agent = self.headers.get(USER_AGENT)?.to_str().ok()?;
        Some(agent.chars().take(LONGEST_CODE).collect())
    }

    /// The parts that decide its fault; `path` is the merged one.
    pub(crate) fn target<'a>(&'a self, path: &'a str) -> Target<'a> {
        let header = self.headers.get(HEADER).map(HeaderValue::as_bytes);
        Target { method: &self.method, path, header, body: &self.body }
    }

    /// The path without empty segments, which usual servers merge.
    pub(crate) fn merged_path(&self) -> String {
        merged(&self.path)
    }

    /// Returns whether the body is labelled as a form.
    pub(crate) fn is_form(&self) -> bool {
        let labelled = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
        labelled.to_ascii_lowercase().starts_with("application/x-www-form-urlencoded")
    }

    /// The Authorization header.
    pub(crate) fn authorization(&self) -> Option<&str> {
        self.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok())
    }
}

/// A path without empty segments.
pub(super) fn merged(path: &str) -> String {
    let mut merged = String::with_capacity(path.len());
    for letter in path.chars() {
        if letter != '/' || !merged.ends_with('/') {
            merged.push(letter);
        }
    }
    merged
}
