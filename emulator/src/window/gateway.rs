//! `/gw`: the window's page, the buyer's acts in it, and what the browser SDK asks about it.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, ORIGIN};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse as _, Response};
use bootpay_core::model::Method;
use serde_json::{Value, json};

use super::body;
use super::page::{Data, Role, document};
use super::reply;
use super::texts::Text;
use super::view::View;
use crate::acts::App;
use crate::acts::window::{self, Act, Action, Told};
use crate::domain::catalog;
use crate::domain::identity::Person;
use crate::domain::payment::Choice;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::site::{Site, service};
use crate::domain::window::Shown;
use crate::domain::window::fault::Kind as Fault;
use crate::domain::window::locale::Locale;
use crate::domain::window::session::{Purpose, Window};
use crate::store::Store;

/// The longest text that the page hands on.
const LONGEST: usize = 300;

/// A browser's statement of what a document is for; no page can set it.
const FETCH_DEST: &str = "sec-fetch-dest";
const FETCH_SITE: &str = "sec-fetch-site";

/// The fields of a form or a query; of equal names the first.
pub(super) struct Fields(Vec<(String, String)>);

impl Fields {
    pub(super) fn read(bytes: &[u8]) -> Self {
        Self(form_urlencoded::parse(bytes).map(|(name, value)| (name.into_owned(), value.into_owned())).collect())
    }

    /// A field that is not empty, cut to a sensible length.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let (_, value) = self.0.iter().find(|(found, value)| found == name && !value.trim().is_empty())?;
        Some(value.chars().take(LONGEST).collect())
    }
}

/// What a request says of the page it wants.
pub(super) struct Wanted {
    pub(super) site: Site,
    pub(super) role: Role,
    /// The language of the browser.
    pub(super) locale: Locale,
}

impl Wanted {
    /// Reads the address, then the browser's own statement of what the document is for.
    pub(super) fn of(app: &App, headers: &HeaderMap, fields: &Fields, usual: Role) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let stated = match text(FETCH_DEST) {
            Some("iframe" | "frame") => Role::Frame,
            Some("document") => Role::Top,
            _ => usual,
        };
        let popup = fields.get("popup").is_some_and(|popup| popup == "1").then_some(Role::Popup);
        let role = fields.get("role").and_then(|role| Role::named(&role)).or(popup).unwrap_or(stated);
        Self {
            site: app.site(headers),
            role,
            locale: Locale::accepted(text(ACCEPT_LANGUAGE.as_str()).unwrap_or_default()),
        }
    }

    /// The page of a refusal: it says so to the SDK.
    pub(super) fn refused(&self, refusal: &Refusal) -> Response {
        let messages = if self.role.tells() { vec![reply::refusal(refusal)] } else { Vec::new() };
        let data = Data { role: self.role, messages, ..Data::default() };
        let title = Text::EndedError.in_language(self.locale);
        document(self.locale, title, &body::refused(title, refusal), &data)
    }
}

/// A window with all that its pages show.
pub(super) fn view(store: &Store<'_>, window: Window, wanted: &Wanted) -> Result<View, Refusal> {
    let merchant = store.merchant(&window.merchant_id)?;
    let merchant = merchant.ok_or_else(|| Code::Broken.because("the merchant of this window does not exist"))?;
    let mut receipt = window::receipt(store, &window, &merchant, store.now()?)?;
    if receipt.get("company_name").is_none() {
        receipt["company_name"] = merchant.company_name.clone().into();
    }
    let methods = match store.stored_payment(&window.receipt_id)? {
        Some(payment) => match &payment.choice {
            Some(choice) => merchant.unified(choice),
            None => vec![Shown { pg: payment.pg, method: payment.method, sandbox: payment.sandbox }],
        },
        None => Vec::new(),
    };
    let person = super::buyer::person_of(&window, store.identity(&window.receipt_id)?.as_ref());
    let locale = window.locale.unwrap_or(wanted.locale);
    Ok(View { window, receipt, methods, person, site: wanted.site.clone(), locale, role: wanted.role })
}

/// The page of a window: the buyer's while it is open, else its end.
fn page(view: &View) -> Response {
    match &view.window.ending {
        None => super::buyer::page(view),
        Some(ending) => view.ended(ending),
    }
}

pub(super) async fn show(
    State(app): State<Arc<App>>,
    Path(receipt_id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
) -> Response {
    let fields = Fields::read(query.unwrap_or_default().as_bytes());
    let wanted = Wanted::of(&app, &headers, &fields, Role::Top);
    respond(&app, &wanted, |store| {
        let window = window::find(store, &receipt_id)?;
        view(store, window.ok_or_else(|| unknown(&receipt_id))?, &wanted).map(|view| page(&view))
    })
}

fn unknown(receipt_id: &str) -> Refusal {
    Code::NotFound.because(format!("no window has the receipt_id {receipt_id}"))
}

fn respond(app: &App, wanted: &Wanted, work: impl FnOnce(&Store<'_>) -> Result<Response, Refusal>) -> Response {
    app.database.work_at(&wanted.site, work).unwrap_or_else(|refusal| wanted.refused(&refusal))
}

/// Carries out the buyer's act, which only the window's own page can send.
pub(super) async fn act(
    State(app): State<Arc<App>>,
    Path(receipt_id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let fields = Fields::read(&body);
    let wanted = Wanted::of(&app, &headers, &fields, Role::Top);
    if let Err(refusal) = check_own_page(&headers, &wanted.site) {
        return (StatusCode::FORBIDDEN, wanted.refused(&refusal)).into_response();
    }
    respond(&app, &wanted, |store| {
        let act = read(&fields)?;
        let shown = |window| view(store, window, &wanted).map(|view| page(&view));
        window::play(store, &receipt_id, &act, shown).or_else(|refusal| match window::find(store, &receipt_id)? {
            // The page is older than the window's end: show that.
            Some(window) if refusal.code == Code::Control && !window.is_open() => shown(window),
            _ => Err(refusal),
        })
    })
}

/// Refuses an act that a page of another origin sends. Programs send neither header.
fn check_own_page(headers: &HeaderMap, site: &Site) -> Result<(), Refusal> {
    let own = |origin: &str| match site {
        Site::Own(own) => origin.eq_ignore_ascii_case(own),
        Site::Bootpay(_) => origin.strip_prefix("https://").is_some_and(|host| service(host).is_some()),
    };
    let is_own = |value: &axum::http::HeaderValue| value.to_str().is_ok_and(own);
    let is_near = |value: &axum::http::HeaderValue| matches!(value.as_bytes(), b"same-origin" | b"same-site" | b"none");
    if headers.get_all(ORIGIN).iter().all(is_own) && headers.get_all(FETCH_SITE).iter().all(is_near) {
        return Ok(());
    }
    Err(Code::ForeignOrigin.because("only the window's own page acts for its buyer"))
}

fn read(fields: &Fields) -> Result<Act, Refusal> {
    let wrong = |saw: String| Code::Control.because(saw);
    let action = fields.get("action").unwrap_or_default();
    let action: Action = serde_json::from_value(Value::from(action.as_str()))
        .map_err(|_| wrong(format!("the page has no action {action:?}")))?;
    let mut choice = Choice::default();
    if let Some((pg, method)) = fields.get("choice").as_deref().and_then(|chosen| chosen.split_once('/')) {
        choice.pg = catalog::find_pg(pg);
        choice.methods = catalog::find_method(method).map(|method| vec![method]);
        if action == Action::Deposit {
            // Whatever is chosen in the page: the button names the method.
            choice = Choice { pg: None, methods: Some(vec![Method::VirtualAccount]) };
        }
    }
    let person = match (fields.get("username"), fields.get("identity_no"), fields.get("carrier"), fields.get("phone")) {
        (Some(username), Some(identity_no), Some(carrier), Some(phone)) => {
            Some(Person { username, identity_no, carrier, phone: phone.replace('-', "") })
        }
        _ => None,
    };
    let told = Told {
        error_code: fields.get("error_code"),
        pg_error_code: fields.get("pg_error_code"),
        message: fields.get("message"),
    };
    Ok(Act { action, choice, told, person })
}

/// Confirms for the SDK: the end of the window follows as a page in a frame of its own, or at the top level.
pub(super) async fn confirm(
    State(app): State<Arc<App>>,
    Path(receipt_id): Path<String>,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    _: Bytes,
) -> Response {
    let fields = Fields::read(query.unwrap_or_default().as_bytes());
    let wanted = Wanted::of(&app, &headers, &fields, Role::Frame);
    respond(&app, &wanted, |store| {
        let window = window::confirm(store, &receipt_id, fields.get("application_id").as_deref())?;
        let view = view(store, window, &wanted)?;
        if view.window.has(Fault::ConfirmLost) {
            return Ok(view.silent(""));
        }
        Ok(view.window.ending.as_ref().map_or_else(|| page(&view), |ending| view.ended(ending)))
    })
}

/// Returns the receipt for the SDK that polls. Always 200: the SDK has no way to report another status.
pub(super) async fn poll(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, headers: HeaderMap) -> Response {
    let wanted = Wanted::of(&app, &headers, &Fields::read(b""), Role::Top);
    let polled = app.database.work_at(&wanted.site, |store| {
        let window = window::find(store, &receipt_id)?.ok_or_else(|| unknown(&receipt_id))?;
        Ok(view(store, window, &wanted)?.receipt)
    });
    json(&polled.unwrap_or_else(|refusal| refusal.json()))
}

/// Tells the buyer's page if its window is still open.
pub(super) async fn watch(State(app): State<Arc<App>>, Path(receipt_id): Path<String>) -> Response {
    let open = app.database.work(|store| Ok(window::find(store, &receipt_id)?.is_some_and(|window| window.is_open())));
    json(&json!({ "open": open.unwrap_or_default() }))
}

/// `PUT /v2/close/{receipt_id}`: the SDK reports a popup that was closed. Always 200, as for a window that is unknown.
pub(super) async fn close(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, _: Bytes) -> Response {
    match app.database.work(|store| window::close(store, &receipt_id)) {
        Ok(()) => json(&json!({ "receipt_id": receipt_id })),
        Err(refusal) => json(&refusal.json()),
    }
}

fn json(body: &Value) -> Response {
    ([(CONTENT_TYPE, "application/json; charset=utf-8")], body.to_string()).into_response()
}

/// The purposes by the paths of their forms.
pub(super) fn purpose(path: &str) -> Option<Purpose> {
    Some(match path.trim_end_matches('/') {
        "/v2/request/payment" => Purpose::Payment,
        "/v2/request/subscribe" => Purpose::Subscription,
        "/v2/request/authentication" => Purpose::Authentication,
        _ => return None,
    })
}
