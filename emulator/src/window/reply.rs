//! The messages of the window's pages, and the pages that send them.

use axum::http::StatusCode;
use axum::http::header::LOCATION;
use axum::response::{IntoResponse as _, Response};
use serde_json::{Value, json};

use super::body;
use super::page::{Data, Role, document};
use super::texts::Text;
use super::view::View;
use crate::domain::refusal::Refusal;
use crate::domain::window::ending::{Ending, Event};
use crate::domain::window::fault::Kind as Fault;
use crate::domain::window::session::OpenType;

/// A page narrower than this, in pixels, is filled by the window.
const NARROW: i64 = 560;

/// A message to the browser SDK.
fn message(event: &str, fields: Value) -> Value {
    let mut message = json!({ "bootpay_event": true, "event": event });
    if let (Some(message), Value::Object(fields)) = (message.as_object_mut(), fields) {
        message.extend(fields);
    }
    message
}

/// The message of a request that opened no window.
pub(super) fn refusal(refusal: &Refusal) -> Value {
    failure(&Ending::error(refusal), None)
}

fn failure(ending: &Ending, receipt_id: Option<&str>) -> Value {
    let mut fields = json!({ "error_code": ending.error_code, "message": ending.message });
    if let Some(code) = &ending.pg_error_code {
        fields["pg_error_code"] = code.as_str().into();
    }
    if let Some(id) = receipt_id {
        fields["receipt_id"] = id.into();
    }
    message(ending.event.name(), fields)
}

impl View {
    /// Tells the SDK where a confirm goes. Sent as the page loads: a confirm before the buyer has finished would
    /// else lead the shop's own page away.
    fn confirm_parameters(&self) -> Value {
        let fields = json!({
            "gateway_url": self.gateway(),
            "receipt_id": self.window.receipt_id,
            "application_id": self.window.credential,
            "open_type": self.window.open_type,
        });
        message("setConfirmParameters", fields)
    }

    /// The messages that make the window's frame visible.
    pub(super) fn showing(&self) -> Vec<Value> {
        let narrow = self.window.width.is_some_and(|width| width < NARROW);
        let (width, height) = if narrow { ("100%", "100%") } else { ("480", "720") };
        // The SDK's close button is above the frame.
        let (radius, tallest) = if narrow { ("0", "100%") } else { ("12px", "calc(100vh - 5rem)") };
        vec![
            self.confirm_parameters(),
            message("hideProgress", json!({})),
            message("resize", json!({ "resizeData": { "width": width, "height": height } })),
            message(
                "iFrameStyle",
                json!({ "styles": { "border": "0", "border-radius": radius, "max-width": "100%", "max-height": tallest } }),
            ),
            message("showPayment", json!({ "showCloseButton": self.window.show_close_button })),
        ]
    }

    /// The message by which a shop's page starts to poll.
    pub(super) fn polling(&self) -> Value {
        message("polling", json!({ "receipt_id": self.window.receipt_id, "gateway_url": self.gateway() }))
    }

    /// The message of the window's end.
    pub(super) fn ending_message(&self, ending: &Ending) -> Value {
        let window = &self.window;
        match ending.event {
            Event::Confirm => {
                let fields = json!({
                    "receipt_id": window.receipt_id,
                    "order_id": window.reference,
                    "gateway_url": self.gateway(),
                    "application_id": window.credential,
                    "status": self.receipt["status"],
                    "status_locale": self.receipt["status_locale"],
                });
                message("confirm", fields)
            }
            Event::Done | Event::Issued => message(ending.event.name(), json!({ "data": self.receipt })),
            Event::Cancel | Event::Error => failure(ending, Some(&window.receipt_id)),
        }
    }

    /// The response to the form that opened the window: a page in the shop's frame.
    pub(super) fn opened(&self) -> Response {
        let title = Text::Opening.in_language(self.locale);
        if self.window.has(Fault::NeverOpens) {
            return self.silent(title);
        }
        let hand_over = match self.window.open_type {
            _ if self.role != Role::Frame => return super::buyer::page(self),
            OpenType::Iframe => return super::buyer::page(self),
            OpenType::Redirect => vec![message("redirect", json!({ "url": self.url() }))],
            OpenType::Popup => {
                let fields = json!({
                    "url": self.url(),
                    "receipt_id": self.window.receipt_id,
                    "name": self.window.order_name,
                    "price": self.window.price.json(),
                });
                vec![self.confirm_parameters(), message("hideProgress", json!({})), message("popup", fields)]
            }
        };
        let data = Data { role: self.role, messages: hand_over, ..Data::default() };
        document(self.locale, title, &body::notice(title, ""), &data)
    }

    /// A page that says nothing to anybody.
    pub(super) fn silent(&self, title: &str) -> Response {
        let data = Data { role: self.role, lost: true, ..Data::default() };
        document(self.locale, title, "", &data)
    }

    /// The response at the end of the window: a page that reports it, or the way back to the shop.
    pub(super) fn ended(&self, ending: &Ending) -> Response {
        let back = self.window.redirect_url.as_deref().map(|url| with_query(url, &self.result(ending)));
        let lost = if self.role.tells() { Fault::MessageLost } else { Fault::RedirectLost };
        let lost = self.window.has(lost);
        if let Some(back) = &back
            && self.role == Role::Top
            && !self.window.in_app
            && !lost
        {
            return (StatusCode::SEE_OTHER, [(LOCATION, back.as_str())]).into_response();
        }
        let told = self.role.tells() || (self.window.in_app && self.role == Role::Top);
        let mut messages = if told { vec![self.ending_message(ending)] } else { Vec::new() };
        if self.window.has(Fault::DoneTwice) {
            messages.extend(messages.clone());
        }
        let confirm = ending.event == Event::Confirm;
        let data = Data {
            role: self.role,
            messages,
            go: back.filter(|_| self.role == Role::Top),
            in_app: self.window.in_app,
            confirm,
            lost,
            ..Data::default()
        };
        let page = body::ended(self, ending, confirm && self.window.in_app && self.role == Role::Top);
        document(self.locale, body::ended_title(ending).in_language(self.locale), &page, &data)
    }

    /// The forged end of [`Fault::DoneForged`]: a payment that nobody has made.
    pub(super) fn forged(&self) -> Value {
        let mut receipt = self.receipt.clone();
        receipt["status"] = 1.into();
        receipt["status_locale"] = "결제완료".into();
        receipt["purchased_at"] = receipt["requested_at"].clone();
        message("done", json!({ "data": receipt }))
    }

    /// The fields of the query with which a top-level window returns to the shop.
    fn result(&self, ending: &Ending) -> Vec<(&'static str, String)> {
        let window = &self.window;
        let text = |value: &Value| match value {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        };
        let fields = [
            ("event", Some(ending.event.name().to_owned())),
            ("receipt_id", Some(window.receipt_id.clone())),
            ("order_id", Some(window.reference.clone())),
            ("status", text(&self.receipt["status"])),
            ("status_locale", text(&self.receipt["status_locale"])),
            ("price", text(&window.price.json())),
            ("message", ending.message.clone()),
            ("error_code", ending.error_code.clone()),
            ("pg_error_code", ending.pg_error_code.clone()),
            ("application_id", Some(window.credential.clone())),
            ("metadata", Some(Value::Object(window.metadata.clone()).to_string())),
        ];
        fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
    }
}

/// A URL with these fields behind what its query has; its fragment stays last.
fn with_query(url: &str, fields: &[(&str, String)]) -> String {
    let (page, fragment) = url.split_once('#').map_or((url, None), |(page, fragment)| (page, Some(fragment)));
    let joint = match page.split_once('?') {
        None => "?",
        Some((_, query)) if query.is_empty() || query.ends_with('&') => "",
        Some(_) => "&",
    };
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
    format!("{page}{joint}{query}{fragment}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_are_added_to_any_url() {
        let fields = [("event", "done".to_owned()), ("message", "가 나&b".to_owned())];
        let query = "event=done&message=%EA%B0%80+%EB%82%98%26b";
        for (url, start, end) in [
            ("https://shop.example/back", "https://shop.example/back?", ""),
            ("https://shop.example/back?a=1", "https://shop.example/back?a=1&", ""),
            ("https://shop.example/back?", "https://shop.example/back?", ""),
            ("https://shop.example/?a=1#x?y", "https://shop.example/?a=1&", "#x?y"),
        ] {
            assert_eq!(with_query(url, &fields), format!("{start}{query}{end}"));
        }
    }
}
