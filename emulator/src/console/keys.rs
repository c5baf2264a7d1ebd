//! `/setup/keys`: the keys of a project, by platform; reissues and revokes them.

use askama::Template;
use axum::response::Response;
use serde_json::{Value, json};

use super::form::Form;
use super::format::visible;
use super::page::Page;
use super::places;
use super::texts::Texts;
use super::visit::Visit;
use crate::domain::merchant::Merchant;
use crate::domain::platform::Platform;

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
    visit.show(&places::KEYS, |_, page| {
        let (t, project) = (page.t, &page.project);
        let tabs = [
            (Platform::Web, t.platform_web()),
            (Platform::Android, t.platform_android()),
            (Platform::Ios, t.platform_ios()),
            (Platform::Rest, t.platform_rest()),
        ];
        let tab = |(tab, label)| Tab { platform: tab, label, is_current: tab == platform };
        let ids = &project.application_ids;
        let (application_id, hint) = match platform {
            Platform::Web => (&ids.web, t.web_hint()),
            Platform::Android => (&ids.android, t.android_hint()),
            Platform::Ios => (&ids.ios, t.ios_hint()),
            Platform::Rest => (&project.application_id, t.rest_hint()),
        };
        Ok(Keys {
            t,
            tabs: tabs.map(tab).into(),
            platform,
            application_id: application_id.clone(),
            hint,
            feedback_url: project.notifications.feedback.of(platform).map(|feedback| visible(&feedback.url)),
            pairs: project.keys.iter().map(|pair| pair_of(&pair.name, &pair.client_key, &pair.secret_key, t)).collect(),
            environment: environment(project, &page.url),
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
    act(
        visit,
        |id| ("POST", format!("/emulator/projects/{id}/private-key"), Value::Null),
        "/setup/keys?platform=rest",
        "private-key",
    )
    .await
}

/// `POST /setup/keys/pairs`
pub(super) async fn add_pair(visit: Visit, form: Form) -> Response {
    let body = json!({ "name": form.text("name") });
    act(visit, |id| ("POST", format!("/emulator/projects/{id}/keys"), body), URL, "pair").await
}

/// `POST /setup/keys/pairs/revoke`
pub(super) async fn revoke_pair(visit: Visit, form: Form) -> Response {
    let key = percent_encoding::utf8_percent_encode(form.text("client_key"), percent_encoding::NON_ALPHANUMERIC);
    let key = key.to_string();
    act(visit, |id| ("DELETE", format!("/emulator/projects/{id}/keys/{key}"), Value::Null), URL, "revoked").await
}

/// Calls a control of the project, and returns to the page.
async fn act(
    visit: Visit,
    control: impl FnOnce(&str) -> (&'static str, String, Value),
    to: &str,
    notice: &str,
) -> Response {
    let done = async {
        let (method, path, body) = control(&visit.project_id()?);
        visit.act(method, &path, &body).await
    };
    match done.await {
        Ok(_) => Visit::done(to, notice),
        Err(refusal) => page(&visit.refused(refusal)),
    }
}
