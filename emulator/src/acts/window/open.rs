//! Opens a window: finds its project, checks the request and creates what the window is about.

use std::sync::Arc;

use bootpay_core::model::{AuthenticateType, Method, Pg, Status};

use crate::acts::notify;
use crate::domain::billing_key::BillingKey;
use crate::domain::catalog;
use crate::domain::charge::Charge;
use crate::domain::identity::{Identity, Person};
use crate::domain::instrument::Instrument;
use crate::domain::journal::Actor;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::{self, Choice, LIFETIME, Order, Payment};
use crate::domain::pg_result::PgResult;
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values::{self, quoted};
use crate::domain::window::payload::Payload;
use crate::domain::window::session::{OpenType, Purpose, Window};
use crate::store::Store;

/// The card of a billing key that is issued in a window.
const CARD: &str = "5570123412341074";
/// Seconds in which that card is valid.
const CARD_LIFETIME: i64 = 3 * 365 * 24 * 60 * 60;

/// The project that opens a window, and what names it.
struct Opener {
    merchant: Arc<Merchant>,
    credential: String,
    platform: Platform,
}

/// Opens the window that a page or an app requests; `origin` is the page's.
pub(crate) fn open(
    store: &Store<'_>,
    purpose: Purpose,
    payload: &Payload,
    origin: Option<&str>,
) -> Result<Window, Refusal> {
    store.acting(Actor::Browser, || opened(store, purpose, payload, origin))
}

fn opened(store: &Store<'_>, purpose: Purpose, payload: &Payload, origin: Option<&str>) -> Result<Window, Refusal> {
    let opener = opener(store, payload)?;
    if let Some(origin) = origin {
        opener.merchant.check_origin(origin)?;
    }
    opener.merchant.check_secrets(&payload.as_text())?;
    let mut window = window(store, purpose, payload, &opener)?;
    match purpose {
        Purpose::Payment => request_payment(store, payload, &opener, &window)?,
        Purpose::Subscription => request_billing_key(store, payload, &opener, &window)?,
        Purpose::Authentication => request_identity(store, payload, &opener, &window)?,
    }
    window.fault = store.next_window_fault(&window.merchant_id)?;
    store.save_window(&window)?;
    Ok(window)
}

/// Opens the window of a payment link: one that the merchant's server requested, or that a control made.
pub(crate) fn link(
    store: &Store<'_>,
    payment: &Payment,
    merchant: &Merchant,
    payload: &Payload,
) -> Result<Window, Refusal> {
    let application = payload.text("platform_application_id");
    let redirect_url = payload.return_url()?;
    let window = Window {
        receipt_id: payment.receipt_id.clone(),
        merchant_id: merchant.id.clone(),
        purpose: Purpose::Payment,
        credential: application.unwrap_or_else(|| merchant.client_key.clone()),
        platform: payment.platform,
        // A link is a page of its own, unless a shop embeds it.
        open_type: OpenType::Redirect,
        redirect_url,
        locale: payload.locale(),
        separately_confirmed: payload.option("separately_confirmed"),
        confirm_only_rest_api: payload.option("confirm_only_rest_api"),
        show_close_button: false,
        in_app: payload.is_in_app(),
        width: None,
        reference: payment.order_id.clone(),
        order_name: payment.order_name.clone(),
        price: payment.price,
        currency: payment.currency.clone(),
        // A link with items that do not sum up is no error of the API's.
        items: payload.items(payment.price).unwrap_or_default(),
        metadata: payment.metadata.clone(),
        opened_at: payment.requested_at,
        expires_at: payment.requested_at.plus_seconds(payment.lifetime),
        fault: store.next_window_fault(&merchant.id)?,
        ending: None,
    };
    store.save_window(&window)?;
    Ok(window)
}

fn opener(store: &Store<'_>, payload: &Payload) -> Result<Opener, Refusal> {
    let platform = payload.platform()?;
    if let Some(key) = payload.text("client_key") {
        let merchant = store.merchant_by_client_key(&key)?;
        let merchant = merchant.ok_or_else(|| Code::AppClientKeyNotFound.because("no project has this client_key"))?;
        return Ok(Opener { merchant, credential: key, platform });
    }
    let id = payload
        .text("application_id")
        .ok_or_else(|| Code::NeedClientKey.because("the request has neither client_key nor application_id"))?;
    let found = store.application(&id)?.map(|(merchant, _)| merchant);
    let merchant = found.ok_or_else(|| Refusal::of_application_id(&id, "project"))?;
    merchant.check_platform(&id, platform)?;
    Ok(Opener { merchant: merchant.into(), credential: id, platform })
}

/// The window of a request, before anything is created.
fn window(store: &Store<'_>, purpose: Purpose, payload: &Payload, opener: &Opener) -> Result<Window, Refusal> {
    let reference = match purpose {
        Purpose::Payment => "order_id",
        Purpose::Subscription => "subscription_id",
        Purpose::Authentication => "authentication_id",
    };
    let reference = payload.required(reference)?;
    let order_name = match purpose {
        Purpose::Authentication => payload.text("order_name").unwrap_or_default(),
        Purpose::Payment | Purpose::Subscription => payload.required("order_name")?,
    };
    let price = payload.money("price")?;
    let price = match purpose {
        Purpose::Payment => price.ok_or_else(|| Code::InvalidRequestParams.because("price is missing"))?,
        Purpose::Subscription => price.unwrap_or_default(),
        Purpose::Authentication => Money::ZERO,
    };
    let items = if purpose == Purpose::Payment { payload.items(price)? } else { Vec::new() };
    let (open_type, redirect_url) = payload.opening()?;
    let now = store.now()?;
    Ok(Window {
        receipt_id: store.new_id("receipt", 24)?,
        merchant_id: opener.merchant.id.clone(),
        purpose,
        credential: opener.credential.clone(),
        platform: opener.platform,
        open_type,
        redirect_url,
        locale: payload.locale(),
        // The browser SDK closes the window of the other purposes as soon as it hears `confirm`.
        separately_confirmed: purpose == Purpose::Payment && payload.option("separately_confirmed"),
        confirm_only_rest_api: payload.option("confirm_only_rest_api"),
        show_close_button: payload.option("show_close_button"),
        in_app: payload.is_in_app(),
        width: payload.width(),
        reference,
        order_name,
        price,
        currency: payload.text("currency").unwrap_or_else(|| "KRW".into()),
        items,
        metadata: payload.object("metadata").unwrap_or_default(),
        opened_at: now,
        expires_at: now.plus_seconds(payload.lifetime()?.unwrap_or(LIFETIME)),
        fault: None,
        ending: None,
    })
}

fn order_of(window: &Window) -> Order {
    Order {
        receipt_id: window.receipt_id.clone(),
        merchant_id: window.merchant_id.clone(),
        order_id: window.reference.clone(),
        order_name: window.order_name.clone(),
        price: window.price,
    }
}

fn request_payment(store: &Store<'_>, payload: &Payload, opener: &Opener, window: &Window) -> Result<(), Refusal> {
    let tax_free = payload.money("tax_free")?.unwrap_or_default();
    if window.currency == "KRW" {
        payment::check_price(window.price, tax_free)?;
    } else if window.price <= Money::ZERO || tax_free < Money::ZERO || tax_free > window.price {
        return Err(Code::InvalidRequestParams.because("price must be above 0, tax_free from 0 to price"));
    }
    let wanted = payload.choice()?;
    let (pg, method) = opener.merchant.first_choice(&wanted)?;
    let terms = opener.merchant.terms(&pg, &method)?;
    let extra = payload.extra();
    let payment = Payment {
        tax_free,
        currency: window.currency.clone(),
        user: payload.object("user"),
        metadata: window.metadata.clone(),
        escrow: payload.option("escrow"),
        reporting: Reporting::of(extra)?,
        confirm_grace: extra.get("confirm_grace_seconds").and_then(values::seconds).unwrap_or_default(),
        lifetime: window.expires_at.seconds_since(window.opened_at),
        deposit_by: extra.get("deposit_expiration").and_then(values::date),
        platform: opener.platform,
        choice: (!wanted.is_one()).then_some(wanted),
        ..Payment::new(order_of(window), method, pg, window.opened_at).under(terms)
    };
    notify::save(store, &payment, window.opened_at)
}

fn request_billing_key(store: &Store<'_>, payload: &Payload, opener: &Opener, window: &Window) -> Result<(), Refusal> {
    let wanted = payload.choice()?;
    let method = wanted.methods.as_ref().and_then(|methods| methods.first()).cloned().unwrap_or(Method::CardRebill);
    // Bootpay's word for a card's billing key is a card as well.
    let method = if method == Method::Card { Method::CardRebill } else { method };
    if method != Method::CardRebill {
        return Err(Code::MethodNotActive.because(format!(
            "method is {}, a billing key is issued in the window for card_rebill",
            quoted(method.symbol())
        )));
    }
    let pg = billing_pg(&opener.merchant, &wanted)?;
    opener.merchant.terms(&pg, &method)?;
    let user = payload.object("user");
    let key = BillingKey {
        receipt_id: window.receipt_id.clone(),
        merchant_id: window.merchant_id.clone(),
        subscription_id: window.reference.clone(),
        order_name: window.order_name.clone(),
        price: window.price,
        tax_free: payload.money("tax_free")?.unwrap_or_default(),
        metadata: window.metadata.clone(),
        user_id: user.as_ref().and_then(|user| user.get("id")).and_then(values::text),
        user,
        pg,
        method,
        status: Status::BillingKeyRequested,
        billing_key: None,
        instrument: Instrument::card(CARD),
        charge_result: PgResult::Ok,
        expires_at: window.opened_at.plus_seconds(CARD_LIFETIME),
        requested_at: window.opened_at,
        published_at: None,
        consented: false,
        first_charge: None,
        widget_key: payload.text("widget_key"),
        reporting: Reporting::of(payload.extra())?,
    };
    if key.price != Money::ZERO {
        Charge::check(&key.first_order())?;
    }
    store.save_billing_key(&key)
}

/// The PG that issues the billing key: the requested one, else the first with billing keys.
fn billing_pg(merchant: &Merchant, wanted: &Choice) -> Result<Pg, Refusal> {
    if let Some(pg) = &wanted.pg {
        return Ok(pg.clone());
    }
    if merchant.takes_any_method() {
        return Ok(Pg::NicePay);
    }
    let shown = merchant.shown_methods().into_iter().find(|shown| shown.method == Method::CardRebill);
    shown.map(|shown| shown.pg).ok_or_else(|| Code::MethodNotActive.because("card_rebill is not activated at any PG"))
}

fn request_identity(store: &Store<'_>, payload: &Payload, opener: &Opener, window: &Window) -> Result<(), Refusal> {
    let (pg, method) = (payload.text("pg"), payload.text("method"));
    let is_danal = pg.as_deref().is_none_or(|pg| catalog::find_pg(pg) == Some(Pg::Danal));
    let words = [Some("auth"), Some(Method::Identity.symbol()), Method::Identity.korean()];
    if !is_danal || method.as_deref().is_some_and(|method| !words.contains(&Some(method))) {
        return Err(Code::AuthNeedPgMethod.because("an identity is verified with pg danal and method auth"));
    }
    opener.merchant.terms(&Pg::Danal, &Method::Identity)?;
    if store.is_authenticated(&window.merchant_id, &window.reference)? {
        return Err(Code::AuthAlreadyAuthenticated.because(format!(
            "a verification with authentication_id {} is confirmed already",
            quoted(&window.reference)
        )));
    }
    let user = payload.object("user").unwrap_or_default();
    let told = |name: &str, usual: &str| user.get(name).and_then(values::text).unwrap_or_else(|| usual.to_owned());
    let identity = Identity::new(
        window.receipt_id.clone(),
        window.merchant_id.clone(),
        window.reference.clone(),
        Person {
            username: told("username", "홍길동"),
            identity_no: "9010141".into(),
            carrier: payload.extra().get("phone_carrier").and_then(values::text).unwrap_or_else(|| "SKT".into()),
            phone: told("phone", "01012345678").replace('-', ""),
        },
        // The window takes the place of the one-time number.
        AuthenticateType::Pass,
        window.opened_at,
    );
    store.save_identity(&identity)
}
