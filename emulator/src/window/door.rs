//! `/door`: the SDK's result and error pages, whose button closes the window; and the addresses that are not served.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::http::header::ACCEPT;
use axum::response::Response;
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::gateway::{Fields, Wanted};
use super::page::{Data, Role, document, escaped};
use super::texts::Text;
use crate::acts::{App, window};
use crate::domain::refusal::Code;
use crate::faults::spoil::{Prepared, respond};

/// `GET /door/result/{receipt_id}`
pub(super) async fn result(
    State(app): State<Arc<App>>,
    Path(receipt_id): Path<String>,
    headers: HeaderMap,
) -> Response {
    let wanted = Wanted::of(&app, &headers, &Fields::read(b""), Role::Frame);
    let found = app.database.work_at(&wanted.site, |store| window::find(store, &receipt_id));
    let window = found.ok().flatten();
    let locale = window.as_ref().and_then(|window| window.locale).unwrap_or(wanted.locale);
    let title = match window.as_ref().and_then(|window| window.ending.as_ref()) {
        Some(ending) => super::body::ended_title(ending),
        None => Text::Unknown,
    };
    let name = window.as_ref().map(|window| escaped(&window.order_name)).unwrap_or_default();
    page(&Wanted { locale, ..wanted }, title, &format!("<p>{name}</p>\n"))
}

/// `GET /door/error?error_code&pg_error_code&message`
pub(super) async fn error(State(app): State<Arc<App>>, RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let query = query.unwrap_or_default();
    let fields = Fields::read(query.as_bytes());
    let wanted = Wanted::of(&app, &headers, &fields, Role::Frame);
    let code = |name: &str| {
        let code = fields.get(name).filter(|code| code != "undefined" && code != "null");
        code.map(|code| format!("<p><code>{}</code></p>\n", escaped(&code))).unwrap_or_default()
    };
    let text = format!("{}{}<p>{}</p>\n", code("error_code"), code("pg_error_code"), escaped(&message(&query)));
    page(&wanted, Text::EndedError, &text)
}

/// The message of the query. The SDK writes it last and as it is: an ampersand in it is the message's own.
fn message(query: &str) -> String {
    let text = query.split_once("message=").map(|(_, message)| message).unwrap_or_default();
    percent_decode_str(&text.replace('+', " ")).decode_utf8_lossy().into_owned()
}

/// Any other address under `/gw` and `/door`, such as those for cards and passwords of the SDK's older calls.
pub(super) async fn unknown(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    not_served(&app, &headers, "the emulator's payment window does not know this address")
}

/// Any address under `/widget`, to which the SDK leads as well.
pub(super) async fn no_widget(State(app): State<Arc<App>>, headers: HeaderMap) -> Response {
    not_served(&app, &headers, "the emulator has no payment widget")
}

/// A page that says so to the SDK, whose spinner would turn for ever; to programs, the refusal itself.
fn not_served(app: &App, headers: &HeaderMap, saw: &str) -> Response {
    let refusal = Code::NoSuchEndpoint.because(saw);
    let accepted = headers.get(ACCEPT).and_then(|accepted| accepted.to_str().ok()).unwrap_or_default();
    if accepted.contains("text/html") {
        return Wanted::of(app, headers, &Fields::read(b""), Role::Frame).refused(&refusal);
    }
    respond(&Prepared::from(&refusal))
}

fn page(wanted: &Wanted, title: Text, text: &str) -> Response {
    let close = json!({ "bootpay_event": true, "event": "close" }).to_string();
    let title = title.in_language(wanted.locale);
    let page = format!(
        "<div class=\"end\">\n<h1>{title}</h1>\n{text}<div class=\"actions\">\
         <button type=\"button\" class=\"main\" data-tell=\"{}\">{}</button></div>\n</div>\n",
        escaped(&close),
        Text::Close.in_language(wanted.locale)
    );
    let showing = ["hideProgress", "showPayment"].map(|event| json!({ "bootpay_event": true, "event": event }));
    document(wanted.locale, title, &page, &Data { role: wanted.role, messages: showing.into(), ..Data::default() })
}
