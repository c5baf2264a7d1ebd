//! `POST /v2/request/payment` and `POST /v2/request/virtual-account/bulk`

use bootpay_core::model::Method;
use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use super::{cash_receipt, user};
use crate::acts::{self, notify, wallet};
use crate::domain::cash_receipt::CashReceipt;
use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::payment::{self, LIFETIME, Payment};
use crate::domain::platform::Platform;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::values;
use crate::domain::values::quoted;
use crate::domain::window::payload::Payload;

pub(super) static PAYMENT: Endpoint = Endpoint {
    method: "POST",
    path: "request/payment",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("price", Kind::Money),
        Field::required("order_name", Kind::Text),
        Field::required("order_id", Kind::Text),
        Field::optional("pg", Kind::Text),
        Field::optional("method", Kind::Any),
        Field::optional("methods", Kind::Array),
        Field::optional("tax_free", Kind::Money),
        Field::optional("user", USER),
        Field::optional("items", Kind::Items),
        Field::optional("extra", Kind::Options),
        Field::optional("metadata", Kind::AnyObject),
        Field::optional("platform_application_id", Kind::Text),
        Field::optional("redirect_url", Kind::Text),
        Field::optional("user_token", Kind::Text),
        Field::optional("wallet_id", Kind::Text),
        Field::optional("commission_keys", Kind::Options),
        Field::optional("terms", Kind::Array),
        Field::optional("widget", Kind::Any),
        Field::optional("widget_key", Kind::Text),
        Field::optional("widget_sandbox", Kind::Flag),
        Field::optional("uuid", Kind::Text),
        Field::optional("sk", Kind::Text),
        Field::optional("ti", Kind::Any),
        Field::optional("tk", Kind::Any),
        Field::optional("ver", Kind::Text),
        Field::optional("sdk_version", Kind::Text),
        Field::optional("__agent", Kind::Text),
    ],
    run: window,
};

fn window(call: &Call<'_>) -> Result<Value, Refusal> {
    let order = call.order()?;
    let tax_free = call.money("tax_free")?.unwrap_or_default();
    payment::check_price(order.price, tax_free)?;
    let merchant = call.merchant()?;
    check_origin(call)?;
    merchant.check_secrets(&Value::Object(call.body.clone()).to_string())?;
    let application = call.text("platform_application_id")?;
    let platform = application.map_or(Ok(Platform::Rest), |id| merchant.window_platform(&id))?;
    let payload = Payload::new(call.body.clone());
    payload.return_url()?;
    let wanted = payload.choice()?;
    let (pg, method) = merchant.first_choice(&wanted)?;
    let terms = merchant.terms(&pg, &method)?;
    call.warn_of_test(&method, terms, order.price)?;
    let extra = call.any_object("extra")?;
    let mut payment = Payment {
        tax_free,
        user: call.object("user")?.cloned(),
        metadata: call.any_object("metadata")?,
        escrow: extra.get("escrow").and_then(values::flag).unwrap_or(false),
        reporting: Reporting::of(&extra)?,
        confirm_grace: extra.get("confirm_grace_seconds").map(confirm_grace).transpose()?.unwrap_or_default(),
        lifetime: payload.lifetime()?.unwrap_or(LIFETIME),
        platform,
        choice: (!wanted.is_one()).then_some(wanted),
        ..Payment::new(order, method, pg, call.now).under(terms)
    };
    if let Some(wallet_id) = call.text("wallet_id")? {
        return from_wallet(call, &wallet_id, &mut payment);
    }
    notify::save(call.store, &payment, call.now)?;
    acts::window::link(call.store, &payment, merchant, &payload)?;
    Ok(json!({
        "receipt_id": payment.receipt_id,
        "gateway_url": merchant.gateway_url,
        "url": format!("{}/payment/{}", merchant.gateway_url, payment.receipt_id),
    }))
}

fn confirm_grace(value: &Value) -> Result<u32, Refusal> {
    values::seconds(value).ok_or_else(|| {
        Code::ParameterUnreadable.because(format!("extra.confirm_grace_seconds is {value}, not a number of seconds"))
    })
}

/// Charges a wallet of the user token's member, without a window.
fn from_wallet(call: &Call<'_>, wallet_id: &str, payment: &mut Payment) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let member = user::member_of(call, &call.required("user_token")?)?;
    let mut wallets = call.store.wallets(&merchant.id, &member)?.into_iter();
    let wallet = wallets.find(|wallet| wallet.wallet_id == wallet_id);
    let mut wallet = wallet.ok_or_else(|| Code::NotFound.because("this member has no wallet with this wallet_id"))?;
    match wallet::charge(call.store, &mut wallet, payment, call.now)?.1 {
        None => Ok(render(payment, merchant, false)),
        Some(refusal) => Err(refusal),
    }
}

/// Refuses a page whose origin is not in the project's list.
fn check_origin(call: &Call<'_>) -> Result<(), Refusal> {
    call.header("origin").map_or(Ok(()), |origin| call.merchant()?.check_origin(origin))
}

pub(super) static VIRTUAL_ACCOUNT: Endpoint = Endpoint {
    method: "POST",
    path: "request/virtual-account/bulk",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("pg", Kind::Text),
        Field::required("order_id", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("price", Kind::Money),
        Field::required("bank_code", Kind::Text),
        Field::required("bank_account", Kind::Text),
        Field::required("bank_username", Kind::Text),
        Field::optional("currency", Kind::Text),
        Field::optional("tax_free", Kind::Money),
        Field::optional("cash_receipt_type", Kind::Text),
        Field::optional("identity_no", Kind::Text),
        Field::optional("user", USER),
        Field::optional("metadata", Kind::AnyObject),
        Field::optional("extra", Kind::Options),
    ],
    run: virtual_account,
};

fn virtual_account(call: &Call<'_>) -> Result<Value, Refusal> {
    if let Some(currency) = call.text("currency")?.filter(|currency| currency != "KRW") {
        return Err(Code::ParameterUnreadable
            .because(format!("currency is {}, virtual accounts take KRW only", quoted(&currency))));
    }
    let order = call.order()?;
    let tax_free = call.money("tax_free")?.unwrap_or_default();
    payment::check_price(order.price, tax_free)?;
    let bank_code = call.required("bank_code")?;
    let bank = catalog::find_bank(&bank_code).ok_or_else(|| {
        Code::ParameterUnreadable.because(format!("bank_code is {}, no bank has it", quoted(&bank_code)))
    })?;
    let pg = call.required_pg()?;
    let terms = call.merchant()?.terms(&pg, &Method::VirtualAccount)?;
    call.warn_of_test(&Method::VirtualAccount, terms, order.price)?;
    let extra = call.any_object("extra")?;
    let instrument = [
        ("bank_code".to_owned(), bank.symbol().into()),
        ("bank_name".to_owned(), bank.korean().into()),
        ("bank_account".to_owned(), call.required("bank_account")?.into()),
        ("bank_username".to_owned(), call.required("bank_username")?.into()),
    ];
    let mut payment = Payment {
        tax_free,
        user: call.object("user")?.cloned(),
        metadata: call.any_object("metadata")?,
        escrow: extra.get("escrow").and_then(values::flag).unwrap_or(false),
        reporting: Reporting::of(&extra)?,
        deposit_by: extra.get("deposit_expiration").map(deposit_by).transpose()?,
        instrument: instrument.into_iter().collect(),
        cash_receipt: deposit_receipt(call)?,
        ..Payment::new(order, Method::VirtualAccount, pg, call.now).under(terms)
    };
    payment.approve(call.now);
    notify::save(call.store, &payment, call.now)?;
    let issued = render(&payment, call.merchant()?, false);
    acts::payment::test_deposit(call.store, &payment.receipt_id)?;
    Ok(issued)
}

fn deposit_by(value: &Value) -> Result<Moment, Refusal> {
    values::date(value)
        .ok_or_else(|| Code::ParameterUnreadable.because(format!("extra.deposit_expiration is {value}, not a date")))
}

/// The cash receipt to issue with the deposit, where the merchant requests one.
fn deposit_receipt(call: &Call<'_>) -> Result<Option<CashReceipt>, Refusal> {
    match (call.text("cash_receipt_type")?, call.text("identity_no")?) {
        (Some(_), Some(_)) => cash_receipt::issue(call).map(Some),
        (None, None) => Ok(None),
        _ => Err(Code::ParameterMissing.because("cash_receipt_type and identity_no go together")),
    }
}
