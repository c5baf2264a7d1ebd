//! Tells the requests of other web pages from those of programs.

use axum::http::HeaderMap;
use axum::http::header::ORIGIN;

use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

/// A browser's statement of where a request comes from; a page can set neither it nor `Origin`.
const FETCH_SITE: &str = "sec-fetch-site";

/// Refuses a request that a web page made, except one of this origin. Programs send no such header.
pub(crate) fn refuse_foreign(headers: &HeaderMap, own_origin: Option<&str>) -> Result<(), Refusal> {
    for origin in headers.get_all(ORIGIN) {
        if own_origin.is_none_or(|own| !origin.as_bytes().eq_ignore_ascii_case(own.as_bytes())) {
            return Err(Code::ForeignOrigin.because(format!(
                "the request has the Origin {}",
                quoted(&String::from_utf8_lossy(origin.as_bytes()))
            )));
        }
    }
    for site in headers.get_all(FETCH_SITE) {
        // "none": the user typed the address.
        if !matches!(site.as_bytes(), b"same-origin" | b"none") {
            return Err(Code::ForeignOrigin.because(format!(
                "the request has Sec-Fetch-Site {}",
                quoted(&String::from_utf8_lossy(site.as_bytes()))
            )));
        }
    }
    Ok(())
}
