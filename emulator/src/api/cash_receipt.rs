//! Cash receipts: `/v2/request/receipt/cash/…` of a payment, and `/v2/request/cash/receipt` standalone

use bootpay_core::model::{CashReceiptType, Method, Pg};
use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::domain::cash_receipt::{self, CashReceipt};
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

/// Official SDKs send these in the query or in the body; one repeats the id.
const CANCEL_FIELDS: &[Field] = &[
    Field::optional("cancel_username", Kind::Text),
    Field::optional("cancel_message", Kind::Text),
    Field::optional("receipt_id", Kind::Text),
];

pub(super) static PUBLISH_ON_RECEIPT: Endpoint = Endpoint {
    method: "POST",
    path: "request/receipt/cash/publish",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("receipt_id", Kind::Text),
        Field::required("identity_no", Kind::Text),
        Field::expected("cash_receipt_type", Kind::Text),
        Field::optional("username", Kind::Text),
        Field::optional("phone", Kind::Text),
        Field::optional("email", Kind::Text),
        Field::optional("currency", Kind::Text),
        Field::optional("pg", Kind::Text),
        Field::optional("test_production", Kind::Flag),
    ],
    run: publish_on_receipt,
};

fn publish_on_receipt(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    payment.check_cash_receipt()?;
    payment.cash_receipt = Some(issue(call)?);
    call.store.save_payment(&payment)?;
    Ok(render(&payment, call.merchant()?, false))
}

pub(super) static CANCEL_ON_RECEIPT: Endpoint = Endpoint {
    method: "DELETE",
    path: "request/receipt/cash/cancel/{receipt_id}",
    access: Access::Merchant,
    query: CANCEL_FIELDS,
    body: CANCEL_FIELDS,
    run: cancel_on_receipt,
};

fn cancel_on_receipt(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    payment.drop_cash_receipt()?;
    call.store.save_payment(&payment)?;
    Ok(Value::Null)
}

pub(super) static PUBLISH: Endpoint = Endpoint {
    method: "POST",
    path: "request/cash/receipt",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("price", Kind::Money),
        Field::required("order_name", Kind::Text),
        Field::required("order_id", Kind::Text),
        Field::expected("cash_receipt_type", Kind::Text),
        Field::required("identity_no", Kind::Text),
        Field::optional("pg", Kind::Text),
        Field::optional("tax_free", Kind::Money),
        Field::optional("purchased_at", Kind::Date),
        Field::optional("user", USER),
        Field::optional("extra", Kind::Options),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: publish,
};

fn publish(call: &Call<'_>) -> Result<Value, Refusal> {
    let order = call.order()?;
    let tax_free = call.money("tax_free")?.unwrap_or_default();
    cash_receipt::check_price(order.price, tax_free)?;
    let pg = call.pg()?.unwrap_or(Pg::NicePay);
    let purchased_at = call.date("purchased_at")?.unwrap_or(call.now);
    let mut payment = Payment {
        tax_free,
        user: call.object("user")?.cloned(),
        metadata: call.any_object("metadata")?,
        cash_receipt: Some(issue(call)?),
        ..Payment::new(order, Method::CashReceipt, pg.clone(), call.now)
            .under(call.merchant()?.terms(&pg, &Method::CashReceipt)?)
    };
    payment.stand_alone(purchased_at);
    call.store.save_payment(&payment)?;
    Ok(render(&payment, call.merchant()?, false))
}

pub(super) static CANCEL: Endpoint = Endpoint {
    method: "DELETE",
    path: "request/cash/receipt/{receipt_id}",
    access: Access::Merchant,
    query: CANCEL_FIELDS,
    body: CANCEL_FIELDS,
    run: cancel,
};

fn cancel(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    payment.cancel_alone(call.now)?;
    call.store.save_payment(&payment)?;
    Ok(render(&payment, call.merchant()?, false))
}

/// Issues a cash receipt under a new id.
pub(super) fn issue(call: &Call<'_>) -> Result<CashReceipt, Refusal> {
    if !call.merchant()?.cash_receipts {
        return Err(
            Code::CashReceiptFailed.because("cash_receipts of this merchant is false: its PG has no MID for them")
        );
    }
    let purpose = match call.text("cash_receipt_type")? {
        Some(name) => purpose(&name)?,
        // As official SDKs default to.
        None => CashReceiptType::IncomeDeduction,
    };
    CashReceipt::issue(&call.store.new_id("cash_receipt", 24)?, purpose, &call.required("identity_no")?)
}

/// The purpose, by Korean name or number.
fn purpose(name: &str) -> Result<CashReceiptType, Refusal> {
    CashReceiptType::from_korean(name).ok_or_else(|| {
        Code::ParameterUnreadable
            .because(format!("cash_receipt_type is {}, known are 소득공제, 지출증빙", quoted(name)))
    })
}
