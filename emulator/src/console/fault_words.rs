//! Faults in plain words: what a button injects, and the word of a fault that waits.

use serde_json::{Value, json};

use super::texts::Texts;

/// The part of the emulator that a fault meets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scope {
    Request,
    Webhook,
    Window,
}

/// A fault to choose.
pub(super) struct Choice {
    pub(super) scope: Scope,
    /// Its name in the form.
    pub(super) name: &'static str,
    pub(super) words: fn(Texts) -> &'static str,
    kind: &'static str,
    /// If the request is carried out; absent where the kind decides it.
    when: Option<&'static str>,
    seconds: Option<u32>,
}

const fn request(
    name: &'static str,
    words: fn(Texts) -> &'static str,
    kind: &'static str,
    when: Option<&'static str>,
    seconds: Option<u32>,
) -> Choice {
    Choice { scope: Scope::Request, name, words, kind, when, seconds }
}

const fn other(scope: Scope, kind: &'static str, words: fn(Texts) -> &'static str, seconds: Option<u32>) -> Choice {
    Choice { scope, name: kind, words, kind, when: None, seconds }
}

const BEFORE: Option<&str> = Some("before");
const AFTER: Option<&str> = Some("after");

/// Every fault that the page offers; the most useful first.
pub(super) const CHOICES: &[Choice] = &[
    request("lost", Texts::fault_lost_after, "reset", AFTER, None),
    request("cut", Texts::fault_lost_before, "reset", BEFORE, None),
    request("late", Texts::fault_late_commit, "late_commit", None, Some(5)),
    request("silent", Texts::fault_silent_after, "stall", AFTER, Some(120)),
    request("slow", Texts::fault_slow, "stall", BEFORE, Some(10)),
    request("gateway", Texts::fault_gateway_before, "html_502", BEFORE, None),
    request("gateway-done", Texts::fault_gateway_after, "html_502", AFTER, None),
    request("busy", Texts::fault_busy, "busy", BEFORE, Some(2)),
    request("truncated", Texts::fault_truncated, "truncated", AFTER, None),
    request("garbage", Texts::fault_garbage, "not_json", AFTER, None),
    request("twice", Texts::fault_duplicated, "duplicated", None, None),
    other(Scope::Webhook, "lost", Texts::fault_webhook_lost, None),
    other(Scope::Webhook, "response_lost", Texts::fault_webhook_response_lost, None),
    other(Scope::Webhook, "never_sent", Texts::fault_webhook_never, None),
    other(Scope::Webhook, "duplicated", Texts::fault_webhook_twice, None),
    other(Scope::Webhook, "reordered", Texts::fault_webhook_reordered, None),
    other(Scope::Webhook, "delayed", Texts::fault_webhook_delayed, Some(600)),
    other(Scope::Window, "never_opens", Texts::fault_window_never, None),
    other(Scope::Window, "message_lost", Texts::fault_window_message, None),
    other(Scope::Window, "done_twice", Texts::fault_window_twice, None),
    other(Scope::Window, "done_forged", Texts::fault_window_forged, None),
    other(Scope::Window, "popup_blocked", Texts::fault_window_blocked, None),
    other(Scope::Window, "confirm_lost", Texts::fault_window_confirm, None),
    other(Scope::Window, "redirect_lost", Texts::fault_window_redirect, None),
];

/// The endpoints to choose, by their label in the API: method and path.
pub(super) const ENDPOINTS: &[(&str, &str)] = &[
    ("POST", "/v2/confirm"),
    ("POST", "/v2/cancel"),
    ("GET", "/v2/receipt"),
    ("GET", "/v2/lookup/order"),
    ("POST", "/v2/subscribe/payment"),
    ("POST", "/v2/request/payment"),
    ("POST", "/v2/request/token"),
    ("", "/v2"),
];

impl Choice {
    pub(super) fn find(scope: Scope, name: &str) -> Option<&'static Self> {
        CHOICES.iter().find(|choice| choice.scope == scope && choice.name == name)
    }

    /// The control that injects it, and its body.
    pub(super) fn control(&self, times: &Value, endpoint: (&str, &str), project: &str) -> (&'static str, Value) {
        let mut body = json!({ "kind": self.kind, "times": times });
        if let Some(seconds) = self.seconds {
            body["seconds"] = seconds.into();
        }
        match self.scope {
            Scope::Request => {
                body["path"] = endpoint.1.into();
                if !endpoint.0.is_empty() {
                    body["method"] = endpoint.0.into();
                }
                if let Some(when) = self.when {
                    body["when"] = when.into();
                }
                ("/emulator/faults", body)
            }
            Scope::Webhook => {
                body["merchant"] = project.into();
                ("/emulator/webhooks/faults", body)
            }
            Scope::Window => {
                body["merchant"] = project.into();
                ("/emulator/windows/faults", body)
            }
        }
    }
}

/// The words of a fault that waits; its kind where no button injects it.
pub(super) fn words(scope: Scope, fault: &Value, t: Texts) -> String {
    let kind = fault["kind"].as_str().unwrap_or_default();
    let of_kind = || CHOICES.iter().filter(|choice| choice.scope == scope && choice.kind == kind);
    let same = of_kind().find(|choice| choice.when.is_none_or(|when| fault["when"] == when));
    same.map_or_else(|| kind.to_owned(), |choice| (choice.words)(t).to_owned())
}
