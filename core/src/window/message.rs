//! Reads the messages of the window. They come from pages: whatever they hold, they are read, and prove
//! nothing.

use serde_json::{Map, Value};

use super::link::is_page;
use crate::{
    model::{ParseMessage, WindowEvent, WindowEventKind},
    value::Json,
    wire::Field,
};

/// The channel that stands for the address to which a redirected window returned.
const ADDRESS: &str = "redirect_url";
/// Messages are encoded once by the page, and may be once more by each bridge that they pass.
const ENCODED: usize = 4;

pub(super) fn parse(request: &ParseMessage) -> WindowEvent {
    let (channel, message) = (request.channel.as_str(), request.message.as_str());
    if channel == ADDRESS {
        return event(None, Value::Object(query(message)));
    }
    match decoded(message) {
        Some(value) => event(kind(channel), value),
        None => plain(kind(channel), message),
    }
}

/// The JSON of a message, or of the message in it.
fn decoded(message: &str) -> Option<Value> {
    let mut value: Value = serde_json::from_str(message).ok()?;
    for _ in 1..ENCODED {
        match &value {
            Value::String(text) => match serde_json::from_str(text) {
                Ok(inner) => value = inner,
                Err(_) => break,
            },
            _ => break,
        }
    }
    Some(value)
}

/// A message that is no JSON: its channel alone tells what it is.
fn plain(channel: Option<WindowEventKind>, message: &str) -> WindowEvent {
    let is_close = message.trim() == "close" || channel == Some(WindowEventKind::Close);
    let kind = if is_close { Some(WindowEventKind::Close) } else { channel };
    let kind = kind.filter(|kind| {
        matches!(
            kind,
            WindowEventKind::Close | WindowEventKind::Cancel | WindowEventKind::Error | WindowEventKind::Ignore
        )
    });
    let failed = matches!(kind, Some(WindowEventKind::Cancel | WindowEventKind::Error));
    let text = failed.then(|| message.to_owned()).filter(|message| !message.is_empty());
    WindowEvent { message: text, ..bare(kind.unwrap_or(WindowEventKind::Unknown), Value::from(message)) }
}

fn bare(kind: WindowEventKind, raw: Value) -> WindowEvent {
    WindowEvent {
        kind,
        receipt_id: None,
        order_id: None,
        status: None,
        price: None,
        method_origin_symbol: None,
        gateway_url: None,
        error_code: None,
        pg_error_code: None,
        message: None,
        url: None,
        height: None,
        raw: Json::from(raw),
    }
}

fn event(channel: Option<WindowEventKind>, message: Value) -> WindowEvent {
    let mut fields = match message {
        Value::Object(fields) => fields,
        Value::String(text) => return plain(channel, &text),
        // `null` is the message of a bridge that was given none.
        other => return WindowEvent { raw: Json::from(other), ..plain(channel, "") },
    };
    // The page of a redirected window wraps its message.
    let wrapped = text(&fields, &["event"]).as_deref() == Some("redirectEvent");
    if let Some(Value::Object(inner)) = fields.get("data").filter(|_| wrapped).and_then(unwrapped) {
        fields = inner;
    }
    let named = text(&fields, &["event", "action"]).map(|name| kind(&name).unwrap_or(WindowEventKind::Unknown));
    let kind = named.or(channel).unwrap_or(WindowEventKind::Unknown);
    let data = fields.get("data").and_then(unwrapped);
    let data = data.as_ref().and_then(Value::as_object);
    let find = |names: &[&str]| data.and_then(|data| text(data, names)).or_else(|| text(&fields, names));
    let url = find(&["url"]).map(|url| match fields.get("parameters").or_else(|| data?.get("parameters")) {
        Some(Value::Object(parameters)) => with_query(url, parameters),
        _ => url,
    });
    // The app loads it without asking `decide`.
    let misled = kind == WindowEventKind::Redirect && url.as_deref().is_some_and(|url| !is_page(url));
    let (kind, url) = if misled { (WindowEventKind::Unknown, None) } else { (kind, url) };
    WindowEvent {
        receipt_id: find(&["receipt_id"]),
        order_id: find(&["order_id"]),
        status: find(&["status"]).and_then(|status| Field::lenient(&status)),
        price: find(&["price"]).and_then(|price| Field::lenient(&price)),
        method_origin_symbol: find(&["method_origin_symbol"]),
        gateway_url: find(&["gateway_url"]),
        error_code: find(&["error_code", "code"]),
        pg_error_code: find(&["pg_error_code", "pg_code"]),
        message: find(&["message", "msg"]),
        url,
        height: find(&["height"]).and_then(|height| Field::lenient(&height)),
        ..bare(kind, Value::Object(fields.clone()))
    }
}

/// An object, or the JSON of one.
fn unwrapped(value: &Value) -> Option<Value> {
    match value {
        Value::Object(_) => Some(value.clone()),
        Value::String(text) => decoded(text).filter(Value::is_object),
        _ => None,
    }
}

/// The first of these fields that says something.
fn text(fields: &Map<String, Value>, names: &[&str]) -> Option<String> {
    let mut written = names.iter().filter_map(|name| String::lenient(&fields.get(*name)?.to_string()));
    written.find(|text| !text.is_empty())
}

/// The event of a name: the pages', those of Bootpay's first generation, and those of each SDK's bridge.
fn kind(name: &str) -> Option<WindowEventKind> {
    let known = match name.strip_prefix("Bootpay").or_else(|| name.strip_prefix("bootpay")).unwrap_or(name) {
        "confirm" | "Confirm" => WindowEventKind::Confirm,
        "done" | "Done" => WindowEventKind::Done,
        "issued" | "Issued" | "BankReady" => WindowEventKind::Issued,
        "cancel" | "Cancel" => WindowEventKind::Cancel,
        "error" | "Error" => WindowEventKind::Error,
        "close" | "Close" | "CLOSE" => WindowEventKind::Close,
        "redirect" | "moveRedirectUrl" => WindowEventKind::Redirect,
        "WidgetFullSizeScreen" => WindowEventKind::FullScreen,
        "WidgetRevertScreen" => WindowEventKind::RevertScreen,
        "widget_ready" | "WidgetReady" | "readyWatch" => WindowEventKind::WidgetReady,
        "widget_resize" | "WidgetResize" | "resizeWatch" => WindowEventKind::WidgetResize,
        "widget_change_payment" | "WidgetChangePayment" | "WidgetSelectMethod" | "changeMethodWatch" => {
            WindowEventKind::WidgetChangePayment
        }
        "widget_change_agree_term"
        | "WidgetChangeTerms"
        | "WidgetChangeTermsWatch"
        | "WidgetTermAllAgree"
        | "changeTermsWatch" => WindowEventKind::WidgetChangeTerms,
        "showPayment"
        | "hidePayment"
        | "showProgress"
        | "hideProgress"
        | "resize"
        | "iFrameStyle"
        | "windowStyle"
        | "polling"
        | "popup"
        | "setConfirmParameters" => WindowEventKind::Ignore,
        _ => return None,
    };
    Some(known)
}

/// The fields of the query of a URL, or of a query by itself.
fn query(url: &str) -> Map<String, Value> {
    let query = url.split_once('?').map_or(url, |(_, query)| query);
    let query = query.split_once('#').map_or(query, |(query, _)| query);
    form_urlencoded::parse(query.as_bytes()).map(|(name, value)| (name.into_owned(), value.into())).collect()
}

/// A URL with more fields in its query. What is no text is JSON.
fn with_query(url: String, fields: &Map<String, Value>) -> String {
    let mut more = form_urlencoded::Serializer::new(String::new());
    for (name, value) in fields.iter().filter(|(_, value)| !value.is_null()) {
        match value {
            Value::String(text) => more.append_pair(name, text),
            other => more.append_pair(name, &other.to_string()),
        };
    }
    let (more, (address, fragment)) = (more.finish(), url.split_once('#').unwrap_or((&url, "")));
    if more.is_empty() {
        return url;
    }
    let before = if address.contains('?') { '&' } else { '?' };
    let fragment = if fragment.is_empty() { String::new() } else { format!("#{fragment}") };
    format!("{address}{before}{more}{fragment}")
}
