//! The lines that open the window in Bootpay's own page for web views.

use std::fmt::Write;

use serde_json::Value;

use super::{Invalid, form::payload};
use crate::model::{OpenWindow, WindowDialect, WindowScripts};

const PAGE: &str = "https://webview.bootpay.co.kr/5.3.0/";

pub(super) fn scripts(request: &OpenWindow) -> Result<WindowScripts, Invalid> {
    let payload = literal(&Value::Object(payload(request)?.clone()));
    let dialect = request.dialect;
    let text = |text: &str| literal(&text.into());
    let mut open = vec![
        format!("Bootpay.setVersion({}, {});", text(super::VERSION), text(dialect.symbol())),
        format!("Bootpay.setDevice({});", text(if dialect.is_ios() { "IOS" } else { "ANDROID" })),
        format!("Bootpay.setUUID({});", text(&request.uuid)),
    ];
    if let Some(locale) = &request.locale {
        open.push(format!("Bootpay.setLocale({});", text(locale)));
    }
    if let Some(emulator) = &request.emulator {
        for (name, path) in
            [("API_URL", "v2"), ("ANALYTICS_URL", "analytics"), ("DOOR_URL", "door"), ("WIDGET_URL", "widget")]
        {
            open.push(format!("Bootpay.$environment.{name}.production = {};", text(&format!("{emulator}/{path}"))));
        }
    }
    let close = dialect.sends("\"close\"", "\"close\"");
    open.push(format!("document.addEventListener(\"bootpayclose\", function () {{ {close} }});"));
    let settled = settled(dialect);
    open.push(format!("Bootpay.{}({payload}).then({settled}, {settled});", request.kind.function()));
    let page = request.emulator.as_ref().map(|emulator| format!("{emulator}/webview/5.3.0/"));
    Ok(WindowScripts {
        url: page.unwrap_or_else(|| PAGE.to_owned()),
        open,
        // On the page of a redirected window it returns nothing, or a promise that never settles.
        confirm: format!(
            "(function (promise) {{ if (promise && promise.then) promise.then({settled}, {settled}); }})(Bootpay.confirm());"
        ),
        close: "Bootpay.destroy();".into(),
    })
}

/// A function that passes the event of a settled promise on. A rejection without an event is an error.
fn settled(dialect: WindowDialect) -> String {
    let sends = dialect.sends("result.event", "result");
    format!("function (result) {{ result = Object.assign({{ event: \"error\" }}, result); {sends} }}")
}

impl WindowDialect {
    /// The statement that sends a message, named by an event. Both are expressions.
    fn sends(self, event: &str, message: &str) -> String {
        match self {
            Self::Android => format!("Android[{event}](JSON.stringify({message}));"),
            Self::AndroidFlutter | Self::IosFlutter => format!(
                "window[{event}.replace(/^./, function (letter) {{ return \"Bootpay\" + letter.toUpperCase(); }})].postMessage(JSON.stringify({message}));"
            ),
            Self::Ios => format!("webkit.messageHandlers.Bootpay.postMessage({message});"),
            Self::AndroidReactNative | Self::IosReactNative => {
                format!("BootpayRNWebView.postMessage(JSON.stringify({message}));")
            }
        }
    }
}

/// JSON that stays what it is within a script, within a page, and within a `javascript:` URL, whose percent signs
/// Android decodes.
pub(super) fn literal(value: &Value) -> String {
    let mut literal = String::new();
    for letter in value.to_string().chars() {
        match letter {
            '<' | '>' | '&' | '%' | '\u{2028}' | '\u{2029}' => {
                let _ = write!(literal, "\\u{:04x}", u32::from(letter));
            }
            other => literal.push(other),
        }
    }
    literal
}
