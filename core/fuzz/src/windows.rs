//! Messages of the payment window become events, links never reach into an app, and forms come back.

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    model::{DecideLink, LinkAction, LinkDecision, ParseMessage, Platform, WindowEvent},
    window::{Encrypted, decide, decrypt, encrypt, parse},
};
use serde_json::Value;

use crate::json;

const CHANNELS: [&str; 8] =
    ["done", "error", "close", "Bootpay", "BootpayConfirm", "redirectEvent", "redirect_url", "unheard of"];
const BACK: &str = "https://shop.example/pay";
const PARTS: [&str; 12] = [
    "intent:",
    "intent://",
    "#Intent;",
    "scheme=",
    "package=kvp.jjy.MispAndroid320;",
    "component=a/b;",
    "S.browser_fallback_url=",
    "SEL;",
    "end",
    "ispmobile",
    "javascript:",
    BACK,
];
const FIELDS: [&str; 8] = ["event", "action", "data", "url", "parameters", "receipt_id", "status", "price"];

/// Checks the bytes as a message, a link and a form, and a message and a link made of them.
pub fn check(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for channel in CHANNELS {
        message(channel, &text);
    }
    link(&text);
    form(&text);
    // Bytes that are too few make none.
    let _ = made(&mut Unstructured::new(data));
}

fn made(u: &mut Unstructured<'_>) -> Result<()> {
    let mut fields = serde_json::Map::new();
    for _ in 0..u.int_in_range(0..=4)? {
        fields.insert((*u.choose(&FIELDS)?).to_owned(), json::any(u)?);
    }
    let mut text = Value::from(fields).to_string();
    for _ in 0..u.int_in_range(0..=3)? {
        text = Value::from(text).to_string();
    }
    message(u.choose(&CHANNELS)?, &text);
    let mut url = String::new();
    for _ in 0..u.int_in_range(0..=6)? {
        url += if u.arbitrary()? { *u.choose(&PARTS)? } else { u.arbitrary()? };
    }
    link(&url);
    Ok(())
}

fn message(channel: &str, text: &str) {
    let event = parse(&ParseMessage::new(channel, text)).expect("every message is an event");
    let written = serde_json::to_string(&event).expect("an event can be written");
    assert_eq!(serde_json::from_str::<WindowEvent>(&written).expect("and read").kind, event.kind);
}

fn link(url: &str) {
    for platform in [Platform::Android, Platform::Ios] {
        for installed in [None, Some(vec![]), Some(vec!["kvp.jjy.MispAndroid320".to_owned()])] {
            let mut request = DecideLink::new(url, platform).redirect_url(BACK);
            request.installed = installed;
            decided(&request, &decide(&request).expect("every link is decided"));
        }
    }
}

fn decided(request: &DecideLink, decision: &LinkDecision) {
    let scheme = |url: &str| url.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).unwrap_or_default();
    let is_page = |url: &str| matches!(scheme(url).as_str(), "http" | "https");
    let others = ["javascript", "data", "blob", "about"];
    match decision.action {
        LinkAction::OpenApp => {
            let opened = scheme(&decision.url);
            assert!(!others.contains(&opened.as_str()), "{decision:?}");
            let of_the_device = ["file", "content", "filesystem", "intent"].contains(&opened.as_str());
            assert!(request.platform != Platform::Android || !of_the_device, "{decision:?}");
        }
        LinkAction::Load => assert!(is_page(&decision.url), "{decision:?}"),
        LinkAction::Install => assert!(scheme(&decision.url) == "market", "{decision:?}"),
        LinkAction::Result => assert!(decision.url.starts_with(BACK), "{decision:?}"),
        LinkAction::Stay | LinkAction::Swallow => assert!(request.url.contains(&decision.url), "{decision:?}"),
    }
    for url in [&decision.fallback_url, &decision.store_url].into_iter().flatten() {
        assert!(is_page(url) || scheme(url) == "market", "{decision:?}");
    }
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_');
    assert!(decision.package.iter().all(|package| package.bytes().all(allowed)), "{decision:?}");
}

fn form(text: &str) {
    let Encrypted { payload, token } = encrypt(text);
    assert_eq!(decrypt(&payload, &token).as_deref(), Ok(text));
    let (payload, token) = text.split_once('&').unwrap_or((text, &token));
    let _ = decrypt(payload, token);
}
