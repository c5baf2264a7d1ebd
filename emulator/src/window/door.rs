//! `/door`: the SDK's result and error pages, whose button closes the window.

use std::sync::Arc;

use axum::extract::{Path, RawQuery, State};
use axum::http::HeaderMap;
use axum::response::Response;
use percent_encoding::percent_decode_str;
use serde_json::json;

use super::gateway::{Fields, Wanted};
use super::page::{Data, Role, document, escaped};
use super::texts::Text;
use crate::acts::{App, window};

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
