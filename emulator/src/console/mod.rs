//! The console: pages for people, on a port of their own, that show a project and do what the controls do.
//!
//! A page is four things: a route here, a `Place` in `places.rs` where the navigation leads to it, a view (a struct
//! with a template of `templates/` and a handler that fills it, as in `keys.rs`), and its texts in `texts/`. The handler
//! reads in one transaction, [`visit::Visit::look`]. A button is a form whose handler calls a control,
//! [`visit::Visit::act`], and no other code: what the console can do, a test can do too. The form has the nonce of
//! `parts.html` (`once`), and each field the two macros that show why it was refused (`wrong`, `why`): the handler leads
//! a refusal to it by [`visit::Visit::refused_at`].

mod address;
mod assets;
mod billing_key;
mod billing_keys;
mod billing_rows;
mod chip;
mod clock;
mod cookies;
mod copy_as;
mod csv;
mod difference;
mod events;
mod exchange;
mod fault_words;
mod faults;
mod form;
mod format;
mod guard;
mod home;
mod keys;
mod language;
mod ledgers;
mod lists;
mod methods;
mod names;
mod page;
mod payment;
mod payments;
mod places;
mod preferences;
mod readiness;
mod refused;
mod requests;
mod samples;
mod scenario;
mod security;
mod sends;
mod setup_file;
mod story;
mod texts;
mod try_it;
mod visit;
mod webhook_settings;
mod webhooks;

use std::sync::Arc;

use axum::Router;
use axum::extract::RawQuery;
use axum::middleware::from_fn_with_state;
use axum::response::Redirect;
use axum::routing::{MethodRouter, get};

use self::places::Place;
use self::sends::Sends;
use crate::acts::App;
use crate::control::Controls;
use crate::store::Store;

/// A console, as its requests share it.
#[derive(Clone)]
pub(crate) struct Console {
    app: Arc<App>,
    controls: Controls,
    /// The port of the console: browsers send a cookie to every port of a host, so its name tells whose it is.
    port: u16,
    /// The URL of the emulator.
    url: String,
    /// Tells one start of the emulator from the next.
    boot: i64,
    sends: Arc<Sends>,
    streams: events::Streams,
}

/// The routes of the console at `port` of the emulator at `url`.
pub(crate) fn router(app: Arc<App>, port: u16, url: String) -> Router {
    let boot = Store::real_time().0;
    let (sends, streams) = (Arc::new(Sends::new(boot)), events::Streams::new());
    let console = Console { controls: Controls::new(app.clone()), app, port, url, boot, sends, streams };
    Router::new()
        .route("/", get(home::show))
        .route("/try", get(try_it::show).post(try_it::make))
        .route("/faults", get(faults::show).post(faults::change))
        .route("/payments", get(payments::show))
        .route("/payments.csv", get(payments::export))
        .route("/payments/latest", get(payments::latest))
        .route("/payments/{receipt_id}", get(payment::show).post(payment::act))
        .route("/payments/{receipt_id}/scenario", get(scenario::show))
        .route("/requests", get(requests::show))
        .route("/requests/{number}", get(requests::one))
        .route("/webhooks", get(webhooks::show))
        .route("/webhooks/{id}", get(webhooks::one).post(webhooks::act))
        .route("/billing-keys", get(billing_keys::show).post(billing_keys::act))
        .route("/billing-keys/{receipt_id}", get(billing_key::show).post(billing_key::act))
        .route("/ledgers", get(ledgers::index))
        .route("/ledgers/{which}", get(ledgers::show))
        .route("/setup/keys", get(keys::show))
        .route("/setup/keys/private-key", form_of(&places::KEYS).post(keys::reissue))
        .route("/setup/keys/pairs", form_of(&places::KEYS).post(keys::add_pair))
        .route("/setup/keys/pairs/revoke", form_of(&places::KEYS).post(keys::revoke_pair))
        .route("/setup/methods", get(methods::show).post(methods::take_any))
        .route("/setup/methods/{pg}/{method}", get(methods::show_one).post(methods::save))
        .route("/setup/webhooks", get(webhook_settings::show).post(webhook_settings::save))
        .route("/setup/webhooks/test", form_of(&places::WEBHOOK_SETTINGS).post(webhook_settings::test))
        .route("/setup/security", get(security::show).post(security::save))
        .route("/setup/security/registrations", form_of(&places::SECURITY).post(security::register))
        .route("/setup/readiness", get(readiness::show))
        .route("/setup/file", get(setup_file::show).post(setup_file::import))
        .route("/setup/file.toml", get(setup_file::download))
        .route("/setup/reset", form_of(&places::FILE).post(setup_file::reset))
        .route("/clock", form_of(&places::HOME).post(clock::set))
        .route("/projects", form_of(&places::HOME).post(preferences::make_project))
        .route("/events", get(events::stream))
        .route("/preferences", form_of(&places::HOME).post(preferences::set))
        .route("/assets/{file}", get(assets::file))
        .fallback(visit::not_found)
        .layer(from_fn_with_state(console.clone(), sends::once))
        .layer(from_fn_with_state(console.port, guard::guard))
        .with_state(console)
}

/// The address of a form of this page: a reload there leads back to the page.
fn form_of(place: &'static Place) -> MethodRouter<Console> {
    get(move |RawQuery(query): RawQuery| async move {
        Redirect::to(&query.map_or_else(|| place.url.to_owned(), |query| format!("{}?{query}", place.url)))
    })
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::Request;
    use serde_json::{Value, json};
    use tower_service::Service as _;

    use super::*;
    use crate::acts::changes::Changes;
    use crate::acts::courier::Courier;
    use crate::acts::due;
    use crate::domain::clock::Clock;
    use crate::domain::refusal::Refusal;
    use crate::domain::site::Site;
    use crate::store::Database;

    /// The numbers of the journal's entries, and the first event that was not carried out.
    fn state(app: &App) -> Result<(Vec<i64>, Option<i64>), Refusal> {
        app.database.read(|store| {
            let lines = store.journal(&crate::store::journal::Wanted::default())?;
            Ok((lines.iter().map(|line| line.seq).collect(), due::next(store)?.map(|at| at.0)))
        })
    }

    #[tokio::test]
    async fn who_only_looks_changes_nothing() {
        let url = "http://127.0.0.1:1".to_owned();
        let app = Arc::new(App {
            database: Database::open(None, 1, None, false, Site::Own(url.clone())).unwrap(),
            strict: false,
            tls: false,
            client_js: None,
            courier: Courier::default(),
            changes: Changes::default(),
        });
        let controls = Controls::new(app.clone());
        let make = async |path: &str, body: Value| controls.call("POST", path, &body).await.unwrap();
        let id = |made: &Value| made["receipt_id"].as_str().unwrap().to_owned();
        let payment = id(&make("/emulator/payments", json!({ "state": "ready" })).await);
        let key = id(&make("/emulator/billing-keys", json!({})).await);
        make(&format!("/emulator/billing-keys/{key}/reserve"), json!({})).await;
        // Both are due from now on, and no courier runs that would carry them out.
        let clock = Clock { offset: 48 * 60 * 60 * 1000, frozen: None };
        app.database.work(|store| store.set_clock(clock)).unwrap();
        let before = state(&app).unwrap();
        let mut paths: Vec<String> = places::DAILY.iter().chain(places::SETUP).map(|place| place.url.into()).collect();
        paths.extend([
            format!("/payments/{payment}"),
            format!("/payments/{payment}/scenario"),
            format!("/try?receipt={payment}"),
            format!("/billing-keys/{key}"),
            "/payments/latest".into(),
            "/payments.csv".into(),
            "/setup/file.toml".into(),
            "/ledgers/nicepay".into(),
            "/nowhere".into(),
        ]);
        let mut pages = router(app.clone(), 7, url);
        for path in paths {
            let request = Request::get(&path).header("host", "127.0.0.1:7").body(Body::empty()).unwrap();
            let Ok(response) = pages.call(request).await;
            assert!(response.status().as_u16() < 500, "{path}");
            assert_eq!(state(&app).unwrap(), before, "{path}");
        }
        let expired = app.database.work(|store| due::run(store).and_then(|()| due::next(store))).unwrap();
        assert_ne!(expired.map(|at| at.0), before.1, "nothing was due");
    }
}
