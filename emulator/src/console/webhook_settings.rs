//! `/setup/webhooks`: where webhooks go, how often they are sent again, and a test of each URL.

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::form::Form;
use super::format::visible;
use super::names::{PLATFORMS, of_platform};
use super::page::Page;
use super::places;
use super::refused::Input;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::delivery::INTERVALS;
use crate::domain::merchant::Merchant;
use crate::domain::notification::{FeedbackUrl, Format};
use crate::domain::platform::Platform;
use crate::domain::refusal::Refusal;

const URL: &str = "/setup/webhooks";

#[derive(Template)]
#[template(path = "webhook_settings.html")]
struct WebhookSettings {
    page: Page,
    t: Texts,
    webhook: Webhook,
    feedback: Vec<Feedback>,
    schedule: String,
    /// The URLs that are saved, each with a test.
    tests: Vec<Test>,
    tried: Option<Tried>,
}

/// The fields of the second generation.
#[expect(clippy::struct_excessive_bools, reason = "each is a box of the form")]
struct Webhook {
    url: String,
    retries: String,
    is_form: bool,
    is_partial_1: bool,
    symbols: bool,
    billing_keys: bool,
}

/// The fields of a platform of the first generation.
struct Feedback {
    /// The id of the element of its URL.
    id: String,
    platform: &'static str,
    label: &'static str,
    url: String,
    is_json: bool,
}

struct Test {
    to: &'static str,
    label: &'static str,
    url: String,
}

/// The outcome of a test.
struct Tried {
    url: String,
    is_acknowledged: bool,
    status: String,
    milliseconds: String,
    why: String,
    answer: String,
}

impl Webhook {
    fn of(project: &Merchant) -> Self {
        let Some(webhook) = &project.notifications.webhook else {
            return Self {
                url: String::new(),
                retries: "10".into(),
                is_form: false,
                is_partial_1: false,
                symbols: false,
                billing_keys: false,
            };
        };
        Self {
            url: webhook.url.clone(),
            retries: webhook.retries.to_string(),
            is_form: webhook.format == Format::Form,
            is_partial_1: webhook.partial_cancel_status == 1,
            symbols: webhook.symbols,
            billing_keys: webhook.billing_keys,
        }
    }

    fn posted(form: &Form) -> Self {
        Self {
            url: form.text("url").to_owned(),
            retries: form.text("retries").to_owned(),
            is_form: form.text("format") == "form",
            is_partial_1: form.text("partial") == "1",
            symbols: form.is_on("symbols"),
            billing_keys: form.is_on("billing_keys"),
        }
    }

    fn json(&self) -> Value {
        if self.url.is_empty() {
            return Value::Null;
        }
        // What is no number is refused by the control, with the name of its field.
        let retries = self.retries.parse::<u64>().map_or_else(|_| json!(self.retries), Value::from);
        json!({
            "url": self.url,
            "retries": retries,
            "format": if self.is_form { "form" } else { "json" },
            "partial_cancel_status": if self.is_partial_1 { 1 } else { 20 },
            "symbols": self.symbols,
            "billing_keys": self.billing_keys,
        })
    }
}

impl Feedback {
    fn of(platform: Platform, project: &Merchant, t: Texts) -> Self {
        let set = project.notifications.feedback.of(platform);
        Self {
            id: format!("{}-url", platform.name()),
            platform: platform.name(),
            label: of_platform(platform, t),
            url: set.map(|set| set.url.clone()).unwrap_or_default(),
            is_json: set.is_some_and(|set: &FeedbackUrl| set.format == Format::Json),
        }
    }

    fn posted(platform: Platform, form: &Form, t: Texts) -> Self {
        let name = platform.name();
        Self {
            id: format!("{name}-url"),
            platform: name,
            label: of_platform(platform, t),
            url: form.text(&format!("{name}.url")).to_owned(),
            is_json: form.text(&format!("{name}.format")) == "json",
        }
    }

    fn json(&self) -> Value {
        if self.url.is_empty() {
            return Value::Null;
        }
        json!({ "url": self.url, "format": if self.is_json { "json" } else { "form" } })
    }
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit, None, None)
}

fn page(visit: &Visit, posted: Option<&Form>, tried: Option<Tried>) -> Response {
    visit.look(&places::WEBHOOK_SETTINGS, |_, page| {
        let (t, project) = (page.t, &page.project);
        let saved = project.notifications.webhook.iter().map(|webhook| Test {
            to: "webhook",
            label: t.webhook_v2(),
            url: visible(&webhook.url),
        });
        let feedback = PLATFORMS.into_iter().filter_map(|platform| {
            let set = project.notifications.feedback.of(platform)?;
            Some(Test { to: platform.name(), label: of_platform(platform, t), url: visible(&set.url) })
        });
        Ok(WebhookSettings {
            t,
            webhook: posted.map_or_else(|| Webhook::of(project), Webhook::posted),
            feedback: PLATFORMS
                .map(|platform| {
                    posted
                        .map_or_else(|| Feedback::of(platform, project, t), |form| Feedback::posted(platform, form, t))
                })
                .into(),
            schedule: schedule(t),
            tests: saved.chain(feedback).collect(),
            tried,
            page,
        })
    })
}

/// The times at which a webhook is sent again: `5분, 10분, 30분, 60분`.
fn schedule(t: Texts) -> String {
    let minutes = INTERVALS.map(|seconds| t.minutes(seconds / 60));
    t.webhook_schedule(&minutes.join(", "), &minutes[minutes.len() - 1])
}

/// `POST /setup/webhooks`
pub(super) async fn save(visit: Visit, form: Form) -> Response {
    let t = visit.texts();
    let mut feedback = json!({});
    for platform in PLATFORMS {
        feedback[platform.name()] = Feedback::posted(platform, &form, t).json();
    }
    let body = json!({ "notifications": { "webhook": Webhook::posted(&form).json(), "feedback": feedback } });
    match visit.change("PATCH", "", &body).await {
        Ok(_) => Visit::done(URL, "webhooks"),
        Err(refusal) => {
            let input = input(&refusal, t);
            page(&visit.refused_at(refusal, input), Some(&form), None)
        }
    }
}

/// The field that was refused.
fn input(refusal: &Refusal, t: Texts) -> Option<Input> {
    Some(match refusal.field().strip_prefix("notifications.")? {
        "webhook.url" => Input::new("url", t.url_of(t.webhook_v2())),
        "webhook.retries" => Input::new("retries", t.retries()),
        field => {
            let name = field.strip_prefix("feedback.")?.strip_suffix(".url")?;
            let platform = PLATFORMS.into_iter().find(|platform| platform.name() == name)?;
            Input::new(format!("{name}-url"), t.url_of(of_platform(platform, t)))
        }
    })
}

/// `POST /setup/webhooks/test`: shows the answer in place.
pub(super) async fn test(visit: Visit, form: Form) -> Response {
    let sent = async {
        let body = json!({ "merchant": visit.project_id()?, "to": form.text("to") });
        visit.act("POST", "/emulator/webhooks/test", &body).await
    };
    match sent.await {
        Ok(delivery) => {
            let tried = tried(&delivery);
            page(&visit, None, Some(tried))
        }
        Err(refusal) => page(&visit.refused(refusal), None, None),
    }
}

fn tried(delivery: &Value) -> Tried {
    let last = &delivery["attempts"].as_array().and_then(|attempts| attempts.last()).cloned().unwrap_or_default();
    let text = |value: &Value| visible(value.as_str().unwrap_or_default());
    Tried {
        url: text(&delivery["url"]),
        is_acknowledged: delivery["acknowledged"] == true,
        status: delivery["status"].as_u64().map(|status| format!("HTTP {status}")).unwrap_or_default(),
        milliseconds: last["duration_ms"].as_u64().map(|ms| format!("{ms} ms")).unwrap_or_default(),
        why: text(&delivery["error"]),
        answer: text(&delivery["answer"]),
    }
}
