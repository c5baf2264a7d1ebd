//! `/setup/readiness`: what a project lacks before it goes live, by who must act.

use askama::Template;
use axum::response::Response;
use serde_json::Value;

use super::chip::Meaning;
use super::format::visible;
use super::home::sample_request;
use super::language::Language;
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::acts::ledgers;
use crate::domain::readiness;

#[derive(Template)]
#[template(path = "readiness.html")]
struct Readiness {
    page: Page,
    t: Texts,
    groups: Vec<Group>,
    /// The request with a manual's sample id.
    sample: Option<String>,
}

/// The items that one party can mend.
struct Group {
    name: &'static str,
    items: Vec<Item>,
}

struct Item {
    meaning: Meaning,
    word: &'static str,
    text: String,
    /// The page of the console that mends it.
    mend: Option<String>,
    source: Option<String>,
}

pub(super) async fn show(visit: Visit) -> Response {
    visit.look(&places::READINESS, |store, page| {
        let t = page.t;
        let found = readiness::items(&ledgers::export(store, &page.project)?)?;
        let group = |(actor, name)| Group {
            name,
            items: items(&found).filter(|item| item["actor"] == actor).map(|found| item(found, t)).collect(),
        };
        let parties = [("merchant", t.by_merchant()), ("bootpay", t.by_bootpay()), ("pg", t.by_pg())];
        let groups = parties.into_iter().map(group).filter(|group: &Group| !group.items.is_empty()).collect();
        Ok(Readiness { t, groups, sample: sample_request(store, &page)?, page })
    })
}

fn items(found: &Value) -> impl Iterator<Item = &Value> {
    found.as_array().into_iter().flatten()
}

fn item(found: &Value, t: Texts) -> Item {
    let (meaning, word) = match found["severity"].as_str() {
        Some("blocker") => (Meaning::Failed, t.blocks()),
        Some("warning") => (Meaning::PartlyUndone, t.warns()),
        _ => (Meaning::Open, t.tells()),
    };
    let text = match t.0 {
        Language::Ko => &found["korean"],
        Language::En => &found["english"],
    };
    let link = found["link"].as_str().filter(|link| link.starts_with("https://"));
    Item {
        meaning,
        word,
        text: visible(text.as_str().unwrap_or_default()),
        mend: mend(found),
        source: link.map(str::to_owned),
    }
}

/// The page of the console whose field closes an item.
fn mend(found: &Value) -> Option<String> {
    let symbol = |field: &str| found[field].as_str();
    let path = match symbol("code")? {
        "application_id_missing"
        | "application_id_malformed"
        | "application_ids_equal"
        | "sample_id"
        | "private_key_misplaced"
        | "credentials_missing" => places::KEYS.url.to_owned(),
        "no_active_method" | "method_without_pg" | "method_not_offered" => places::METHODS.url.to_owned(),
        "settings_missing"
        | "test_keys_missing"
        | "still_test"
        | "billing_settings_shared"
        | "admin_key_filled"
        | "web_site_id_filled"
        | "virtual_account_in_test" => {
            let one = symbol("pg").zip(symbol("method"));
            one.map_or_else(|| places::METHODS.url.to_owned(), |(pg, method)| format!("/setup/methods/{pg}/{method}"))
        }
        "cancel_address_missing" | "deposit_url_missing" | "rest_open" | "origins_without_localhost" => {
            places::SECURITY.url.to_owned()
        }
        "webhook_missing" | "webhook_not_https" | "webhook_not_public" | "webhook_redirects" | "feedback_missing" => {
            places::WEBHOOK_SETTINGS.url.to_owned()
        }
        _ => return None,
    };
    Some(path)
}
