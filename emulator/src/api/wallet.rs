//! `/v2/wallet…`: the cards that a shop's members keep with Bootpay; and `GET /v2/seller/service/wallet`

use bootpay_core::model::{Method, Pg};
use serde_json::{Value, json};

use super::shapes::USER;
use super::{Access, Call, Endpoint, charge};
use crate::domain::charge::attempt;
use crate::domain::payment::{Order, Payment, PgAnswer};
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::wallet::Wallet;
use crate::http::input::{Field, Kind};

pub(super) static LIST: Endpoint = Endpoint {
    method: "GET",
    path: "wallet",
    access: Access::Users,
    query: &[
        Field::required("user_id", Kind::Text),
        Field::required("sandbox", Kind::Flag),
        Field::optional("widget_key", Kind::Text),
    ],
    body: &[],
    run: list,
};

fn list(call: &Call<'_>) -> Result<Value, Refusal> {
    let user_id = call.query_text("user_id").unwrap_or_default();
    Ok(wallets(call, &user_id, call.query_flag("sandbox"))?.iter().map(Wallet::reply).collect())
}

fn wallets(call: &Call<'_>, user_id: &str, sandbox: bool) -> Result<Vec<Wallet>, Refusal> {
    let mut wallets = call.store.wallets(&call.merchant()?.id, user_id)?;
    wallets.retain(|wallet| wallet.sandbox == sandbox);
    Ok(wallets)
}

pub(super) static PAY: Endpoint = Endpoint {
    method: "POST",
    path: "wallet/payment",
    access: Access::Users,
    query: &[],
    body: &[
        Field::required("user_id", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("price", Kind::Money),
        Field::optional("tax_free", Kind::Money),
        Field::required("order_id", Kind::Text),
        Field::optional("webhook_url", Kind::Text),
        Field::optional("content_type", Kind::Text),
        Field::optional("items", Kind::Array),
        Field::optional("user", USER),
        Field::optional("extra", Kind::AnyObject),
        Field::optional("metadata", Kind::AnyObject),
        Field::required("sandbox", Kind::Flag),
    ],
    run: pay,
};

fn pay(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let charge = charge::read(call)?;
    let sandbox = call.flag("sandbox")?.unwrap_or_default();
    let wallets = wallets(call, &call.required("user_id")?, sandbox)?;
    let order = Order {
        receipt_id: call.store.new_id("receipt", 24)?,
        merchant_id: merchant.id.clone(),
        order_id: charge.order_id,
        order_name: charge.order_name,
        price: charge.price,
    };
    let mut payment = Payment {
        tax_free: charge.tax_free,
        metadata: charge.metadata,
        user: charge.user,
        ..Payment::new(order, Method::Card, Pg::NicePay, call.now)
    };
    let mut failure = Vec::new();
    for mut wallet in wallets {
        let (answer, refusal) = pay_with(call, &mut wallet, &mut payment)?;
        match refusal {
            None => {
                let mut receipt = render(&payment, merchant, false);
                receipt["wallet_data"] = json!({ "success": wallet.reply(), "failure": failure });
                return Ok(receipt);
            }
            Some(_) if answer == PgAnswer::Refused => failure.push(wallet.reply()),
            // The next might be charged for the same order once more.
            Some(critical) => return Err(critical),
        }
    }
    if failure.is_empty() {
        return Err(Code::NotFound.because("this member has no wallet in this mode"));
    }
    Err(Code::ConfirmFailed.because(format!("none of this member's {} wallets could be charged", failure.len())))
}

/// Charges one wallet: what its PG answered, and the refusal where there is one.
pub(super) fn pay_with(
    call: &Call<'_>,
    wallet: &mut Wallet,
    payment: &mut Payment,
) -> Result<(PgAnswer, Option<Refusal>), Refusal> {
    payment.instrument = wallet.instrument.receipt_data();
    let answer = wallet.answer(call.now);
    let refusal = attempt(call.store, payment, answer, call.now)?;
    if matches!(answer, PgAnswer::Ok | PgAnswer::CriticalDone) {
        wallet.latest_purchased_at = Some(call.now);
        call.store.save_wallet(wallet)?;
    }
    Ok((answer, refusal))
}

pub(super) static SERVICE: Endpoint = Endpoint {
    method: "GET",
    path: "seller/service/wallet",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| Ok(call.merchant()?.service_wallets.clone()),
};
