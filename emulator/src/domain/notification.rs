//! Settings of webhooks: where Bootpay sends them, and in which form.
//!
//! Bootpay has two generations. The first sends to a Feedback URL of the platform on which the payment was made
//! (its book, "Webhook"); the second sends to one URL of the project (developers.bootpay.ai, "Webhook").

use serde::{Deserialize, Serialize};

use super::platform::Platform;
use super::rule::Rule;
pub use super::webhook_url::WrongSetting;
use super::webhook_url::check_url;

/// Resends unless the setting differs: Bootpay's console shows 10.
const RETRIES: u8 = 10;
/// The most resends that can be set. Bootpay's limit is not known.
const MOST_RETRIES: u8 = 100;

/// The webhooks of a merchant's project. Without URLs, the default, none is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Notifications {
    /// The Feedback URLs of the first generation.
    pub feedback: Feedback,
    /// The webhook of the second generation.
    pub webhook: Option<WebhookUrl>,
}

/// The Feedback URLs, one for each platform. The body has the fields of the first generation, and `OK` acknowledges it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Feedback {
    /// For payments on web pages.
    pub web: Option<FeedbackUrl>,
    /// For payments in Android apps.
    pub android: Option<FeedbackUrl>,
    /// For payments in iOS apps.
    pub ios: Option<FeedbackUrl>,
    /// For payments that a server requests: charges of billing keys and wallets, virtual accounts.
    pub rest: Option<FeedbackUrl>,
}

/// A Feedback URL.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FeedbackUrl {
    /// `https`, or `http` on loopback.
    pub url: String,
    /// The form of the body.
    #[serde(default = "Format::form")]
    pub format: Format,
}

/// The form of a webhook's body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// `application/x-www-form-urlencoded`.
    Form,
    /// `application/json`.
    Json,
}

impl Format {
    fn form() -> Self {
        Self::Form
    }

    fn json() -> Self {
        Self::Json
    }
}

/// The webhook of a project. The body is the receipt, and HTTP 200 with `{"success": true}` acknowledges it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookUrl {
    /// `https`, or `http` on loopback.
    pub url: String,
    /// Resends until the webhook is acknowledged: 0 to 100.
    #[serde(default = "usual_retries")]
    pub retries: u8,
    /// The form of the body. Bootpay's documentation shows JSON; its Java SDK also has a setting for forms.
    #[serde(default = "Format::json")]
    pub format: Format,
    /// The status of a partially cancelled payment in the webhook: 20 or 1, whatever the receipt has. Bootpay's
    /// guide says 20.
    #[serde(default = "usual_partial_status")]
    pub partial_cancel_status: i64,
    /// Names the PG and the method by their symbols, as the sample in Bootpay's guide does, instead of in Korean, as
    /// receipts and merchants' logs do.
    #[serde(default)]
    pub symbols: bool,
    /// Reports the issue of billing keys too. No source documents such a webhook.
    #[serde(default)]
    pub billing_keys: bool,
}

fn usual_retries() -> u8 {
    RETRIES
}

fn usual_partial_status() -> i64 {
    20
}

impl Feedback {
    /// The Feedback URL of a platform.
    pub fn of(&self, platform: Platform) -> Option<&FeedbackUrl> {
        match platform {
            Platform::Web => self.web.as_ref(),
            Platform::Android => self.android.as_ref(),
            Platform::Ios => self.ios.as_ref(),
            Platform::Rest => self.rest.as_ref(),
        }
    }
}

impl Notifications {
    /// Checks the URLs, the number of resends and the status.
    pub fn check(&self) -> Result<(), WrongSetting> {
        let feedback = &self.feedback;
        for (field, set) in [
            ("feedback.web.url", &feedback.web),
            ("feedback.android.url", &feedback.android),
            ("feedback.ios.url", &feedback.ios),
            ("feedback.rest.url", &feedback.rest),
        ] {
            if let Some(set) = set {
                check_url(field, &set.url)?;
            }
        }
        let Some(webhook) = &self.webhook else { return Ok(()) };
        check_url("webhook.url", &webhook.url)?;
        if webhook.retries > MOST_RETRIES {
            let rule = Rule::OutOfRange { found: webhook.retries, least: 0, most: MOST_RETRIES };
            return Err(WrongSetting::by("webhook.retries", rule));
        }
        if !matches!(webhook.partial_cancel_status, 1 | 20) {
            let rule = Rule::NotAPartialStatus { found: webhook.partial_cancel_status };
            return Err(WrongSetting::by("webhook.partial_cancel_status", rule));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn read(value: serde_json::Value) -> Result<Notifications, String> {
        serde_json::from_value(value).map_err(|error| error.to_string())
    }

    #[test]
    fn defaults_are_those_of_the_console() {
        assert_eq!(read(json!({})), Ok(Notifications::default()));
        let set = read(json!({
            "feedback": { "web": { "url": "http://localhost:1/a" } },
            "webhook": { "url": "https://shop.example/hook" },
        }))
        .unwrap();
        assert_eq!(set.check(), Ok(()));
        let webhook = set.webhook.unwrap();
        assert_eq!((webhook.retries, webhook.format, webhook.partial_cancel_status), (10, Format::Json, 20));
        assert_eq!(set.feedback.of(Platform::Web).map(|set| set.format), Some(Format::Form));
        assert_eq!(set.feedback.of(Platform::Ios), None);
        for wrong in [json!({ "hook": {} }), json!({ "feedback": { "pc": null } }), json!({ "webhook": {} })] {
            assert!(read(wrong.clone()).is_err(), "{wrong}");
        }
    }

    #[test]
    fn numbers_have_limits() {
        for (wrong, field) in
            [("retries", "webhook.retries"), ("partial_cancel_status", "webhook.partial_cancel_status")]
        {
            let mut set = json!({ "webhook": { "url": "https://shop.example" } });
            set["webhook"][wrong] = 101.into();
            assert_eq!(read(set).unwrap().check().map_err(|wrong| wrong.field), Err(field));
        }
    }
}
