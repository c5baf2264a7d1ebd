//! The form by which a page opens the window itself.

use std::time::{SystemTime, UNIX_EPOCH};

use serde_json::{Map, Value, json};

use super::{Encrypted, Invalid, encrypt};
use crate::{
    model::{OpenWindow, WindowDialect, WindowForm, WindowKind},
    symbol::spelt,
};

const API: &str = "https://api.bootpay.co.kr";
/// The browser SDK whose pages are asked for.
const BEHAVES_LIKE: &str = "5.3.1";

pub(super) fn form(request: &OpenWindow) -> Result<WindowForm, Invalid> {
    let path = match request.kind {
        WindowKind::Payment => "payment",
        WindowKind::Subscription => "subscribe",
        WindowKind::Authentication => "authentication",
    };
    let url = format!("{}/v2/request/{path}", request.emulator.as_deref().unwrap_or(API));
    let Encrypted { payload, token } = encrypt(&Value::Object(fields(request)?).to_string());
    Ok(WindowForm { url, payload, token })
}

/// The payload, and what the browser SDK adds to it.
fn fields(request: &OpenWindow) -> Result<Map<String, Value>, Invalid> {
    let mut fields = payload(request)?.clone();
    let (uuid, dialect) = (&request.uuid, request.dialect);
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let added = json!({
        "sdk": true,
        "platform_type": if dialect.is_ios() { 3 } else { 2 },
        "ver": BEHAVES_LIKE,
        "sdk_version": super::VERSION,
        "sdk_type": dialect.sdk_type(),
        "locale": request.locale.as_deref().unwrap_or("ko"),
        "uuid": uuid,
        "sk": format!("{uuid}-{}", now.as_secs()),
        "tk": format!("{uuid}-{}000", now.as_millis()),
    });
    if let Value::Object(added) = added {
        fields.extend(added);
    }
    if request.kind == WindowKind::Payment {
        // Seconds since the buyer's last visit, of which nothing is known.
        fields.insert("ti".into(), (-1).into());
    }
    Ok(fields)
}

/// Returns the payload, which is an object.
pub(super) fn payload(request: &OpenWindow) -> Result<&Map<String, Value>, Invalid> {
    request.payload.as_object().ok_or_else(|| {
        Invalid::new(
            &spelt("payload"),
            "must be an object: the `payload` that payment, subscription or authentication returned",
        )
    })
}

impl WindowDialect {
    pub(super) fn is_ios(self) -> bool {
        matches!(self, Self::Ios | Self::IosFlutter | Self::IosReactNative)
    }

    fn sdk_type(self) -> i64 {
        match self {
            Self::Android => 100,
            Self::AndroidReactNative => 101,
            Self::AndroidFlutter => 102,
            Self::Ios => 200,
            Self::IosReactNative => 201,
            Self::IosFlutter => 202,
        }
    }
}
