//! `/webview/{version}`: the page that apps load into their web views before they inject their scripts.
//!
//! Bootpay's own page has the official browser SDK in it. The emulator does not bring that SDK along: it serves the
//! file that its options name, else a stand-in with the calls that apps make.

use std::sync::Arc;

use axum::extract::State;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use serde_json::json;

use super::page::{escaped, for_script, html};
use crate::acts::App;
use crate::domain::site::Site;

const STAND_IN: &str = include_str!("shell.js");

/// The shell, with a slash at the end of its address or without: apps load both.
pub(super) async fn shell(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    let site = app.site(&headers);
    let scripts = if app.client_js.is_some() {
        let local = match &site {
            Site::Own(origin) => format!("<script src=\"{}/window/local.js\"></script>\n", escaped(origin)),
            Site::Bootpay(_) => String::new(),
        };
        format!("<script src=\"{}/client.js\"></script>\n{local}", escaped(&site.scripts()))
    } else {
        let api = for_script(&json!(site.api()));
        format!("<script>\n{}</script>\n", STAND_IN.replace("__API__", &api))
    };
    html(format!(
        "<!doctype html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Bootpay</title>\n\
         {scripts}</head>\n<body>\n</body>\n</html>\n"
    ))
}

/// `/js/{file}`: the official browser SDK, whatever its name there.
pub(super) async fn client_js(State(app): State<Arc<App>>) -> Response {
    if let Some(script) = &app.client_js {
        return ([(CONTENT_TYPE, "text/javascript; charset=utf-8")], script.clone()).into_response();
    }
    let why = "bootpay-emulator has no file of the browser SDK: start it with --client-js FILE\n";
    (StatusCode::NOT_FOUND, [(CONTENT_TYPE, "text/plain; charset=utf-8")], why).into_response()
}
