//! The wishes of one payment's request about its webhooks.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::notification::Format;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values;

/// The longest `extra.webhook_delay_duration` in seconds: Bootpay's JavaScript SDK says 600 (since 5.1.3).
const LONGEST_DELAY: u32 = 600;

/// The webhooks of a payment, as its request wishes them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Reporting {
    /// The request's own URL, which takes the place of the project's.
    pub(crate) url: Option<String>,
    /// The form of the body at that URL.
    pub(crate) format: Format,
    /// Seconds from a change to its webhook.
    pub(crate) delay: u32,
    /// Reports errors too.
    pub(crate) errors: bool,
    /// Reports the end of a payment that nobody completed.
    pub(crate) events: bool,
    /// Plays the deposit into a virtual account of test mode, once it is issued.
    #[serde(default)]
    pub(crate) test_deposit: bool,
}

impl Default for Reporting {
    fn default() -> Self {
        Self { url: None, format: Format::Json, delay: 0, errors: false, events: false, test_deposit: false }
    }
}

impl Reporting {
    /// Reads `extra`: `webhook_delay_duration`, `enable_error_webhook`, `common_event_webhook` and `test_deposit`.
    pub(crate) fn of(extra: &Map<String, Value>) -> Result<Self, Refusal> {
        let flag = |name: &str| match extra.get(name) {
            None => Ok(false),
            Some(value) => values::flag(value).ok_or_else(|| unreadable(name, value, "a boolean")),
        };
        let name = "webhook_delay_duration";
        let delay = match extra.get(name) {
            None => 0,
            Some(value) => values::seconds(value)
                .filter(|seconds| *seconds <= LONGEST_DELAY)
                .ok_or_else(|| unreadable(name, value, &format!("0 to {LONGEST_DELAY} seconds")))?,
        };
        let (errors, events) = (flag("enable_error_webhook")?, flag("common_event_webhook")?);
        Ok(Self { delay, errors, events, test_deposit: flag("test_deposit")?, ..Self::default() })
    }

    /// Adds the URL of the request, and its content type: JSON unless it names a form.
    pub(crate) fn to(mut self, url: Option<String>, content_type: Option<&str>) -> Self {
        self.url = url;
        if content_type.is_some_and(|content_type| content_type.contains("urlencoded")) {
            self.format = Format::Form;
        }
        self
    }
}

fn unreadable(name: &str, value: &Value, wanted: &str) -> Refusal {
    Code::ParameterUnreadable.because(format!("extra.{name} is {value}, it must be {wanted}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn of(extra: &Value) -> Result<Reporting, String> {
        Reporting::of(extra.as_object().unwrap()).map_err(|refusal| refusal.saw().to_owned())
    }

    #[test]
    fn wishes_are_read_leniently_and_within_limits() {
        let usual = of(&json!({})).unwrap();
        assert!(!usual.events && !usual.errors);
        let all = json!({ "webhook_delay_duration": "600", "enable_error_webhook": "true", "common_event_webhook": 1 });
        assert!(of(&all).unwrap_err().contains("common_event_webhook is 1"));
        let all = of(&json!({ "webhook_delay_duration": "600", "enable_error_webhook": true })).unwrap();
        assert_eq!((all.delay, all.errors, all.events), (600, true, false));
        assert!(of(&json!({ "webhook_delay_duration": 601 })).unwrap_err().contains("0 to 600"));
        let form = usual.to(Some("u".into()), Some("application/x-www-form-urlencoded"));
        assert_eq!((form.url.as_deref(), form.format), (Some("u"), Format::Form));
    }
}
