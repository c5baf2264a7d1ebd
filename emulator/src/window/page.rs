//! The HTML documents of the window: one frame for all, with its own style and script, and nothing from elsewhere.

use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse as _, Response};
use serde::Serialize;
use serde_json::Value;

use crate::domain::window::locale::Locale;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The place of a page: decided by its address or by the browser's statement, and handed on from page to page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Role {
    /// In the shop's page; its messages go to the parent.
    Frame,
    /// In a window of its own; its messages go to the opener.
    Popup,
    /// The whole tab: it returns to `redirect_url`.
    #[default]
    Top,
    /// In a tab beside the shop's, as an app beside it: it tells nobody, and the shop polls.
    Beside,
}

impl Role {
    pub(super) fn named(name: &str) -> Option<Self> {
        match name {
            "frame" => Some(Self::Frame),
            "popup" => Some(Self::Popup),
            "top" => Some(Self::Top),
            "beside" => Some(Self::Beside),
            _ => None,
        }
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Frame => "frame",
            Self::Popup => "popup",
            Self::Top => "top",
            Self::Beside => "beside",
        }
    }

    /// Returns whether a page of another origin hears the messages.
    pub(super) fn tells(self) -> bool {
        matches!(self, Self::Frame | Self::Popup)
    }
}

/// What the script of a page has to do.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the script's")]
pub(super) struct Data {
    pub(super) role: Role,
    /// Sent as the page loads, in their order.
    pub(super) messages: Vec<Value>,
    /// Where a page at the top level goes then, unless an app's bridge took the messages.
    pub(super) go: Option<String>,
    /// The page belongs to an app.
    pub(super) in_app: bool,
    /// An app may confirm by this page.
    pub(super) confirm: bool,
    /// The URL that says if the window is still open, and the page to show when it is not.
    pub(super) watch: Option<String>,
    pub(super) look: Option<String>,
    /// By a fault, nothing is sent.
    pub(super) lost: bool,
    /// By a fault, the popup closes itself.
    pub(super) closes: bool,
}

/// A whole document; `body` is HTML.
pub(super) fn document(locale: Locale, title: &str, body: &str, data: &Data) -> Response {
    let data = serde_json::to_value(data).unwrap_or_default();
    html(format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n<style>\n{STYLE}</style>\n</head>\n\
         <body>\n<main>\n{body}</main>\n<script type=\"application/json\" id=\"data\">{}</script>\n\
         <script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        locale.tag(),
        escaped(title),
        for_script(&data),
    ))
}

/// A response of 200 with this HTML.
pub(super) fn html(text: String) -> Response {
    ([(CONTENT_TYPE, "text/html; charset=utf-8")], text).into_response()
}

/// Text as HTML, in elements and in quoted attributes.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// JSON inside a script element: nothing in it ends the element or a line of the script.
pub(super) fn for_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn hostile_text_stays_text() {
        assert_eq!(escaped("a<b>\"'&"), "a&lt;b&gt;&quot;&#39;&amp;");
        let script = for_script(&json!({ "name": "</script><!--\u{2028}\u{2029}" }));
        assert!(!script.contains(['<', '\u{2028}', '\u{2029}']), "{script}");
        assert_eq!(serde_json::from_str::<Value>(&script).unwrap()["name"], "</script><!--\u{2028}\u{2029}");
    }
}
