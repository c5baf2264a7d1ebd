//! `/setup/keys`: the keys of a project, by platform; reissues and revokes them.

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::address::segment;
use super::form::Form;
use super::format::visible;
use super::home::sample_request;
use super::names::{PLATFORMS, of_platform};
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::merchant::Merchant;
use crate::domain::platform::Platform;
use crate::domain::refusal::Refusal;

const URL: &str = "/setup/keys";

#[derive(Template)]
#[template(path = "keys.html")]
struct Keys {
    page: Page,
    t: Texts,
    tabs: Vec<Tab>,
    platform: Platform,
    application_id: String,
    hint: &'static str,
    feedback_url: Option<String>,
    pairs: Vec<Pair>,
    environment: String,
    /// The request with a manual's sample id.
    sample: Option<String>,
}

struct Tab {
    platform: Platform,
    label: &'static str,
    is_current: bool,
}

struct Pair {
    name: String,
    client_key: String,
    secret_key: String,
}

pub(super) async fn show(visit: Visit) -> Response {
    page(&visit)
}

fn page(visit: &Visit) -> Response {
    let platform = visit.parameter("platform").map_or(Platform::Web, |name| Platform::named(&name));
    visit.look(&places::KEYS, |store, page| {
        let (t, project) = (page.t, &page.project);
        let tab = |tab| Tab { platform: tab, label: of_platform(tab, t), is_current: tab == platform };
        let ids = &project.application_ids;
        let (application_id, hint) = match platform {
            Platform::Web => (&ids.web, t.web_hint()),
            Platform::Android => (&ids.android, t.android_hint()),
            Platform::Ios => (&ids.ios, t.ios_hint()),
            Platform::Rest => (&project.application_id, t.rest_hint()),
        };
        Ok(Keys {
            t,
            tabs: PLATFORMS.map(tab).into(),
            platform,
            application_id: application_id.clone(),
            hint,
            feedback_url: project.notifications.feedback.of(platform).map(|feedback| visible(&feedback.url)),
            pairs: project.keys.iter().map(|pair| pair_of(&pair.name, &pair.client_key, &pair.secret_key, t)).collect(),
            environment: environment(project, &page.url),
            sample: sample_request(store, &page)?,
            page,
        })
    })
}

fn pair_of(name: &str, client_key: &str, secret_key: &str, t: Texts) -> Pair {
    let name = if name.trim().is_empty() { t.unnamed().to_owned() } else { visible(name) };
    Pair { name, client_key: client_key.to_owned(), secret_key: secret_key.to_owned() }
}

/// The variables from which a client of this project starts.
pub(super) fn environment(project: &Merchant, url: &str) -> String {
    format!(
        "BOOTPAY_BASE_URL={url}\nBOOTPAY_CLIENT_KEY={}\nBOOTPAY_SECRET_KEY={}",
        project.client_key, project.secret_key
    )
}

/// `POST /setup/keys/private-key`
pub(super) async fn reissue(visit: Visit) -> Response {
    let done = visit.change("POST", "/private-key", &Value::Null).await;
    answer(visit, done, "/setup/keys?platform=rest", "private-key")
}

/// `POST /setup/keys/pairs`
pub(super) async fn add_pair(visit: Visit, form: Form) -> Response {
    let done = visit.change("POST", "/keys", &json!({ "name": form.text("name") })).await;
    answer(visit, done, URL, "pair")
}

/// `POST /setup/keys/pairs/revoke`
pub(super) async fn revoke_pair(visit: Visit, form: Form) -> Response {
    let path = format!("/keys/{}", segment(form.text("client_key")));
    let done = visit.change("DELETE", &path, &Value::Null).await;
    answer(visit, done, URL, "revoked")
}

fn answer(visit: Visit, done: Result<Value, Refusal>, to: &str, notice: &str) -> Response {
    match done {
        Ok(_) => Visit::done(to, notice),
        Err(refusal) => page(&visit.refused(refusal)),
    }
}
