//! `/emulator/payments`: makes payments and plays their buyers.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, RawQuery, State};
use bootpay_core::model::{CashReceiptType, Method, Status};
use serde::Deserialize;
use serde_json::{Map, Value, json};

use super::answer::Answer;
use super::input::{chosen_id, known_method, known_pg, merchant_in, merchant_of, money, read};
use crate::acts::{App, notify, payment};
use crate::domain::cash_receipt::CashReceipt;
use crate::domain::catalog::{self, Details};
use crate::domain::clock::Moment;
use crate::domain::journal::Actor;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::buyer::BuyerAction;
use crate::domain::payment::cancel::{CancelRequest, RefundTo};
use crate::domain::payment::{Choice, Order, Payment};
use crate::domain::pg_result::PgResult;
use crate::domain::platform::Platform;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::rule::Rule;
use crate::domain::values;
use crate::domain::window::Shown;
use crate::store::Store;

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stage {
    Ready,
    WaitingConfirm,
    Paid,
    VbankIssued,
    Cancelled,
    Failed,
    Expired,
    CashReceiptIssued,
    CashReceiptCancelled,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewPayment {
    merchant: Option<String>,
    /// The application id of the window, and the platform on which it runs.
    application_id: Option<String>,
    platform: Option<Platform>,
    /// The page that opens the window.
    origin: Option<String>,
    receipt_id: Option<String>,
    order_id: Option<Value>,
    price: Option<Value>,
    tax_free: Option<Value>,
    order_name: Option<String>,
    method: Option<String>,
    pg: Option<String>,
    /// The buyer chooses PG and method in the window.
    #[serde(default)]
    unified: bool,
    state: Option<Stage>,
    currency: Option<String>,
    #[serde(default)]
    metadata: Map<String, Value>,
    /// Options of the payment, as the window takes them.
    #[serde(default)]
    extra: Map<String, Value>,
    user: Option<Map<String, Value>>,
    #[serde(default)]
    escrow: bool,
    approve_price: Option<Value>,
    #[serde(default)]
    confirm_result: PgResult,
    #[serde(default)]
    confirm_grace_seconds: u32,
    #[serde(default)]
    cancel_result: PgResult,
    #[serde(default)]
    receipt_overrides: Map<String, Value>,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewPayment = read(&body)?;
        app.database.work(|store| {
            let merchant = opened_by(store, &new)?;
            merchant.check_secrets(&String::from_utf8_lossy(&body))?;
            let with_user = new.user.is_some();
            let payment = make(store, new, &merchant)?;
            notify::save(store, &payment, store.now()?)?;
            Ok(render(&payment, &merchant, with_user))
        })
    };
    create().into()
}

/// The project whose window opens: it must take the application id on this platform, and the page.
fn opened_by(store: &Store<'_>, new: &NewPayment) -> Result<Merchant, Refusal> {
    let merchant = match (&new.application_id, &new.merchant) {
        (Some(id), None) => store
            .application(id)?
            .map(|(merchant, _)| merchant)
            .ok_or_else(|| Refusal::of_application_id(id, "project"))?,
        (_, id) => merchant_of(store, id.as_deref())?,
    };
    if let Some(id) = &new.application_id {
        merchant.check_platform(id, new.platform.unwrap_or(Platform::Web))?;
    }
    if let Some(origin) = &new.origin {
        merchant.check_origin(origin)?;
    }
    Ok(merchant)
}

fn make(store: &Store<'_>, new: NewPayment, merchant: &Merchant) -> Result<Payment, Refusal> {
    let refuse = |saw: String| Err(Code::Control.because(saw));
    if new.unified && (new.state != Some(Stage::Ready) || new.pg.is_some() || new.method.is_some()) {
        return refuse("unified needs state ready, and takes no pg and no method".into());
    }
    let stands_alone = matches!(new.state, Some(Stage::CashReceiptIssued | Stage::CashReceiptCancelled));
    let fallback = if new.state == Some(Stage::VbankIssued) { "vbank" } else { "card" };
    let open = merchant.first_open(new.pg.as_deref(), new.method.as_deref(), fallback);
    let wanted = new.method.as_deref().unwrap_or(open.as_ref().map_or(fallback, |open| open.method.symbol()));
    let method = match new.method {
        None if stands_alone => Method::CashReceipt,
        Some(_) if stands_alone => return refuse("a standalone cash receipt takes no method".into()),
        _ => known_method(wanted)?,
    };
    let usual = if new.escrow { "inicis" } else { "nicepay" };
    let wanted = new.pg.as_deref().unwrap_or(open.as_ref().map_or(usual, |open| open.pg.symbol()));
    let pg = known_pg(wanted)?;
    let separate = catalog::has_separate_approval(&pg);
    let state = new.state.unwrap_or(if separate { Stage::WaitingConfirm } else { Stage::Paid });
    if state == Stage::WaitingConfirm && !separate {
        return refuse(format!("{} has no separate approval, so no payment waits for confirm", pg.symbol()));
    }
    if state == Stage::VbankIssued && catalog::details(&method) != Some(Details::Vbank) {
        return refuse(format!("state vbank_issued needs method vbank, not {}", method.symbol()));
    }
    let price = money("price", new.price.as_ref())?.unwrap_or(Money(100_000));
    let tax_free = money("tax_free", new.tax_free.as_ref())?.unwrap_or_default();
    let approve_price = money("approve_price", new.approve_price.as_ref())?.unwrap_or(price);
    if price <= Money::ZERO || approve_price <= Money::ZERO || tax_free < Money::ZERO || tax_free > price {
        return Err(Code::Control.by(Rule::PriceOutOfRange).about("price"));
    }
    let currency = new.currency.unwrap_or_else(|| "KRW".into());
    if currency == "KRW" && ![price, tax_free, approve_price].into_iter().all(Money::is_whole) {
        return Err(Code::Control.by(Rule::PriceHasDecimals).about("price"));
    }
    let receipt_id = chosen_id(store, "receipt", new.receipt_id)?;
    if store.stored_payment(&receipt_id)?.is_some() {
        return refuse(format!("receipt_id {receipt_id} is taken"));
    }
    let order_id = match &new.order_id {
        Some(value) => values::text(value).ok_or_else(|| Code::Control.because("order_id must be a string"))?,
        None => format!("order-{}", &receipt_id[..8]),
    };
    let terms = merchant.terms(&pg, &method)?;
    let now = store.now()?;
    let order = Order {
        receipt_id,
        merchant_id: merchant.id.clone(),
        order_id,
        order_name: new.order_name.unwrap_or_else(|| "Emulator order".into()),
        price,
    };
    let mut payment = Payment {
        tax_free,
        approve_price,
        currency,
        metadata: new.metadata,
        user: new.user,
        escrow: new.escrow,
        instrument: Map::new(),
        confirm_result: new.confirm_result,
        confirm_grace: new.confirm_grace_seconds,
        cancel_result: new.cancel_result,
        overrides: new.receipt_overrides,
        platform: new.platform.unwrap_or(Platform::Web),
        choice: new.unified.then(Choice::default),
        reporting: Reporting::of(&new.extra).map_err(|wrong| Code::Control.because(wrong.saw()))?,
        ..Payment::new(order, method, pg, now).under(terms)
    };
    if stands_alone {
        let id = store.new_id("cash_receipt", 24)?;
        payment.cash_receipt = Some(CashReceipt::issue(&id, CashReceiptType::IncomeDeduction, "01012345678")?);
    }
    bring_to(&mut payment, state, now)?;
    Ok(payment)
}

/// Brings a new payment to a state by the transitions that lead there.
fn bring_to(payment: &mut Payment, state: Stage, now: Moment) -> Result<(), Refusal> {
    match state {
        Stage::Ready => {}
        Stage::WaitingConfirm => payment.status = Status::WaitingConfirm,
        Stage::VbankIssued => payment.approve(now),
        Stage::Failed => payment.buyer(BuyerAction::Fail, now)?,
        Stage::Expired => payment.buyer(BuyerAction::Expire, now)?,
        Stage::CashReceiptIssued => payment.stand_alone(now),
        Stage::CashReceiptCancelled => {
            payment.stand_alone(now);
            payment.cancel_alone(now)?;
        }
        Stage::Paid | Stage::Cancelled => {
            payment.approve(now);
            if payment.status == Status::VirtualAccountIssued {
                payment.buyer(BuyerAction::Deposit, now)?;
            }
        }
    }
    if state == Stage::Cancelled {
        let result = std::mem::take(&mut payment.cancel_result);
        let refund = RefundTo { bank_account: true, bank_username: true, bank_code: true };
        let request = CancelRequest { refund: Some(refund), ..CancelRequest::default() };
        payment.cancel(request, now, Status::Cancelled)?;
        payment.cancel_result = result;
    }
    Ok(())
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Act {
    action: BuyerAction,
    /// The buyer's choice in the unified window, before it.
    pg: Option<String>,
    method: Option<String>,
}

pub(super) async fn buyer(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let act = || {
        let act: Act = read(&body)?;
        let chosen = Choice {
            pg: act.pg.as_deref().map(known_pg).transpose()?,
            methods: act.method.as_deref().map(|name| known_method(name).map(|method| vec![method])).transpose()?,
        };
        app.database.work(|store| {
            let (payment, merchant) = payment::play_buyer(store, &receipt_id, act.action, &chosen)?;
            payment::test_deposit(store, &receipt_id)?;
            let payment = payment::find(store, &receipt_id)?.unwrap_or(payment);
            Ok(render(&payment, &merchant, true))
        })
    };
    act().into()
}

/// Lists payments, the newest first, as the console's list shows them.
pub(super) async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Answer {
    let merchant = merchant_in(query.as_deref());
    app.database
        .work(|store| {
            let merchant = merchant_of(store, merchant.as_deref())?;
            let payments = payment::of_merchant(store, &merchant.id)?;
            Ok(payments.iter().map(|payment| render(payment, &merchant, true)).collect())
        })
        .into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsoleCancel {
    cancel_price: Option<Value>,
}

/// Cancels all that remains of a payment, or a part, as the merchant does in the console.
pub(super) async fn cancel(State(app): State<Arc<App>>, Path(receipt_id): Path<String>, body: Bytes) -> Answer {
    let cancel = || {
        let asked: ConsoleCancel = read(&body)?;
        let price = money("cancel_price", asked.cancel_price.as_ref())?;
        app.database.work(|store| {
            let mut payment = payment::find(store, &receipt_id)?
                .ok_or_else(|| Code::ControlNotFound.because(format!("no payment has the receipt_id {receipt_id}")))?;
            let merchant = merchant_of(store, Some(&payment.merchant_id))?;
            // The console asks for the account of a refund.
            let refund = Some(RefundTo { bank_account: true, bank_username: true, bank_code: true });
            let request = CancelRequest { price, refund, ..CancelRequest::default() };
            let now = store.now()?;
            store.acting(Actor::Merchant, || payment::cancel(store, &mut payment, None, request, &merchant, now))?;
            Ok(render(&payment, &merchant, true))
        })
    };
    cancel().into()
}

/// Lists what the window of a payment shows: one method, or several in the unified window.
pub(super) async fn window(State(app): State<Arc<App>>, Path(receipt_id): Path<String>) -> Answer {
    app.database
        .work(|store| {
            let payment = payment::find(store, &receipt_id)?
                .ok_or_else(|| Code::ControlNotFound.because(format!("no payment has the receipt_id {receipt_id}")))?;
            let merchant = merchant_of(store, Some(&payment.merchant_id))?;
            let shown = match &payment.choice {
                Some(choice) => merchant.unified(choice),
                None => vec![Shown { pg: payment.pg, method: payment.method, sandbox: payment.sandbox }],
            };
            let methods: Vec<_> = shown.iter().map(Shown::render).collect();
            // One method opens directly.
            Ok(json!({ "unified": methods.len() > 1, "methods": methods }))
        })
        .into()
}
