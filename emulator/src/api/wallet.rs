//! `/v2/wallet…`: the cards that a merchant's members keep with Bootpay; and `GET /v2/seller/service/wallet`

use bootpay_core::model::{Method, Pg};
use serde_json::{Value, json};

use super::call::Call;
use super::charge;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::acts::wallet::charge_first;
use crate::domain::payment::{Order, Payment};
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::wallet::Wallet;

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
    Ok(wallets(call, &user_id, call.query_flag("sandbox"))?.iter().map(Wallet::render).collect())
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
        Field::optional("items", Kind::Items),
        Field::optional("user", USER),
        Field::optional("extra", Kind::Options),
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
        reporting: charge.reporting,
        ..Payment::new(order, Method::Card, Pg::NicePay, call.now).under(merchant.terms(&Pg::NicePay, &Method::Card)?)
    };
    let tried = charge_first(call.store, wallets, &mut payment, call.now)?;
    if let Some(paid) = tried.paid {
        let refused: Vec<_> = tried.refused.iter().map(Wallet::render).collect();
        let mut receipt = render(&payment, merchant, false);
        receipt["wallet_data"] = json!({ "success": paid.render(), "failure": refused });
        return Ok(receipt);
    }
    if tried.refused.is_empty() {
        return Err(Code::NotFound.because("this member has no wallet in this mode"));
    }
    Err(Code::ConfirmFailed.because(format!("none of this member's {} wallets could be charged", tried.refused.len())))
}

pub(super) static SERVICE: Endpoint = Endpoint {
    method: "GET",
    path: "seller/service/wallet",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| Ok(call.merchant()?.service_wallets.clone()),
};
