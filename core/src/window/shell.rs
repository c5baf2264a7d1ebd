//! A page of our own for web views, instead of Bootpay's: it needs no script of Bootpay's, and takes messages from
//! its own frames only.

use super::{Invalid, form::form};
use crate::model::{OpenWindow, WindowDialect, WindowForm};

const PAGE: &str = include_str!("shell.html");

pub(super) fn shell(request: &OpenWindow) -> Result<String, Invalid> {
    let WindowForm { url, payload, token } = form(request)?;
    let bridge = match request.dialect {
        WindowDialect::Android => "Android.message(text)",
        WindowDialect::AndroidFlutter | WindowDialect::IosFlutter => "Bootpay.postMessage(text)",
        WindowDialect::Ios => "webkit.messageHandlers.Bootpay.postMessage(text)",
        WindowDialect::AndroidReactNative | WindowDialect::IosReactNative => "ReactNativeWebView.postMessage(text)",
    };
    // None of them holds a mark that ends an attribute: a checked address, and Base64.
    Ok(PAGE
        .replace("{url}", &url)
        .replace("{payload}", &payload)
        .replace("{token}", &token)
        .replace("{bridge}", bridge))
}
