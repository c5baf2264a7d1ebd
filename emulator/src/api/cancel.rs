//! `POST /v2/cancel`

use bootpay_core::model::Status;
use serde_json::Value;

use super::{Access, Call, Endpoint};
use crate::domain::payment::{CancelRequest, RefundTo};
use crate::domain::receipt::render;
use crate::domain::refusal::{Code, Refusal};
use crate::http::input::{Field, Kind};

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
        Field::optional("items", Kind::Array),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: cancel,
};

fn cancel(call: &Call<'_>) -> Result<Value, Refusal> {
    let receipt_id = call.required("receipt_id")?;
    let mut payment = call.payment(&receipt_id)?;
    let cancel_id = call.text("cancel_id")?;
    let merchant = call.merchant()?;
    if let Some(cancel_id) = &cancel_id
        && !merchant.repeated_cancel_ids
        && call.store.is_cancel_id_used(&receipt_id, cancel_id)?
    {
        return Err(Code::DuplicateCancelId
            .because(format!("cancel_id {cancel_id:?} cancelled this receipt before; nothing was done")));
    }
    let before = payment.cancelled_price;
    let cancelled = payment.cancel(request(call)?, call.now, Status::from_code(merchant.partial_cancel_status));
    call.store.save_payment(&payment)?;
    if let Some(cancel_id) = &cancel_id
        && payment.cancelled_price != before
    {
        call.store.use_cancel_id(&receipt_id, cancel_id)?;
    }
    cancelled?;
    Ok(render(&payment, merchant, false))
}

fn request(call: &Call<'_>) -> Result<CancelRequest, Refusal> {
    let money = |name| {
        // Bootpay's word for a bad parameter of a cancel.
        call.money(name).map_err(|refusal| Code::CancelFailed.because(refusal.saw()))
    };
    Ok(CancelRequest {
        price: money("cancel_price")?,
        tax_free: money("cancel_tax_free")?,
        refund: call.object("refund")?.map(|refund| RefundTo {
            bank_account: refund.contains_key("bank_account"),
            bank_username: refund.contains_key("bank_username"),
            bank_code: refund.contains_key("bank_code"),
        }),
    })
}
