//! `POST /v2/cancel`

use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::payment;
use crate::domain::money::Money;
use crate::domain::payment::cancel::{CancelRequest, RefundTo};
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};

pub(super) static CANCEL: Endpoint = Endpoint {
    method: "POST",
    path: "cancel",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("receipt_id", Kind::Text),
        Field::optional("cancel_price", Kind::Money),
        Field::optional("cancel_tax_free", Kind::Money),
        Field::optional("cancel_id", Kind::Text),
        Field::optional("cancel_username", Kind::Text),
        Field::optional("cancel_message", Kind::Text),
        Field::optional("cancel_requester", Kind::Text),
        Field::optional(
            "refund",
            Kind::Object(&[
                Field::optional("bank_account", Kind::Text),
                Field::optional("bank_username", Kind::Text),
                Field::optional("bank_code", Kind::Text),
            ]),
        ),
        Field::optional("items", Kind::Items),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: cancel,
};

fn cancel(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut payment = call.payment(&call.required("receipt_id")?)?;
    let cancel_id = call.text("cancel_id")?;
    let merchant = call.merchant()?;
    if let Some(cancel_id) = &cancel_id {
        payment::check_cancel_id(call.store, &payment, cancel_id, merchant)?;
    }
    payment::cancel(call.store, &mut payment, cancel_id.as_deref(), request(call)?, merchant, call.now)?;
    Ok(render(&payment, merchant, false))
}

fn request(call: &Call<'_>) -> Result<CancelRequest, Refusal> {
    let money = |name| {
        // Bootpay's code for a bad parameter of a cancel.
        call.money(name).map_err(|refusal| Code::CancelFailed.because(refusal.saw()))
    };
    let (mut price, mut tax_free) = (money("cancel_price")?, money("cancel_tax_free")?);
    if call.merchant()?.zero_cancels_all && price == Some(Money::ZERO) {
        (price, tax_free) = (None, tax_free.filter(|tax_free| *tax_free != Money::ZERO));
    }
    Ok(CancelRequest {
        price,
        tax_free,
        refund: call.object("refund")?.map(|refund| RefundTo {
            bank_account: refund.contains_key("bank_account"),
            bank_username: refund.contains_key("bank_username"),
            bank_code: refund.contains_key("bank_code"),
        }),
    })
}
