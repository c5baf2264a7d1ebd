//! The body of a webhook of the first generation.
//!
//! Bootpay's book ("Webhook") lists the fields; that the JSON has the same ones as the form is known from merchants'
//! code. The price stays the payment's when a part of it is cancelled: the emulator's decision.

use bootpay_core::model::Method;
use serde_json::{Map, Value, json};

use crate::domain::catalog::{self, Details};
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Payment;
use crate::domain::receipt::render;
use crate::domain::webhook::Event;

/// Renders the body; `retry_count` joins it at each attempt.
pub(crate) fn body(payment: &Payment, merchant: &Merchant, event: Event) -> Value {
    let receipt = render(payment, merchant, false);
    let status = match event {
        Event::Cancelled | Event::PartialCancelled => 20,
        _ => payment.status_code(),
    };
    let mut body = json!({
        "receipt_id": payment.receipt_id,
        "order_id": payment.order_id,
        "name": payment.order_name,
        "item_name": payment.order_name,
        "price": payment.price.json(),
        "tax_free": payment.tax_free.json(),
        "unit": payment.currency.to_lowercase(),
        "pg": payment.pg,
        "pg_name": catalog::pg_name(&payment.pg),
        "method": payment.method,
        "method_name": catalog::method_name(&payment.method),
        "payment_name": catalog::method_name(&payment.method),
        "application_id": merchant.application_id,
        "private_key": merchant.private_key,
        "requested_at": payment.requested_at.plain(),
        "status": status,
        "payment_data": data(payment, &receipt),
    });
    if let Some(purchased_at) = payment.purchased_at {
        body["purchased_at"] = purchased_at.plain().into();
    }
    if let Some(url) = receipt.get("receipt_url") {
        body["receipt_url"] = url.clone();
    }
    body
}

/// The payment's details under the names of the first generation.
fn data(payment: &Payment, receipt: &Value) -> Value {
    let mut data = json!({
        "receipt_id": payment.receipt_id,
        "n": payment.order_name,
        "p": payment.price.json(),
        "pg": catalog::pg_name(&payment.pg),
        "pm": catalog::method_name(&payment.method),
        "pg_a": payment.pg,
        "pm_a": payment.method,
        "o_id": payment.order_id,
        "p_at": payment.purchased_at.map(Moment::plain),
        "s": payment.status_code(),
    });
    let (group, names): (&str, &[(&str, &str)]) = match payment.details() {
        Details::Card => (
            "card_data",
            &[
                ("tid", "tid"),
                ("card_name", "card_company"),
                ("card_no", "card_no"),
                ("card_quota", "card_quota"),
                ("card_code", "card_company_code"),
                ("card_auth_no", "card_approve_no"),
            ],
        ),
        Details::Bank => {
            ("bank_data", &[("tid", "tid"), ("bankname", "bank_name"), ("cash_result", "cash_receipt_tid")])
        }
        Details::Vbank => (
            "vbank_data",
            &[
                ("tid", "tid"),
                ("bankname", "bank_name"),
                ("accountholder", "bank_username"),
                ("account", "bank_account"),
                ("expiredate", "expired_at"),
                ("username", "sender_name"),
                ("cash_result", "cash_receipt_tid"),
            ],
        ),
        Details::Phone => ("phone_data", &[("tid", "tid")]),
        Details::Naver => ("naver_point_data", &[("tid", "tid")]),
        Details::Kakao => ("kakao_money_data", &[("tid", "tid")]),
        Details::Payco => ("payco_point_data", &[("tid", "tid")]),
        Details::Toss => ("toss_point_data", &[("tid", "tid")]),
        Details::CashReceipt => ("cash_receipt_data", &[]),
    };
    for (name, second) in names {
        if let Some(value) = receipt[group].get(second) {
            data[*name] = value.clone();
        }
    }
    if matches!(payment.method, Method::Card | Method::CardRebill | Method::CardRebillRest) {
        data["g"] = 2.into();
    }
    data
}

/// A body as a form. Nested fields have their path in brackets, as Rails writes it: no source shows them.
pub(crate) fn form(body: &Map<String, Value>) -> String {
    let mut form = form_urlencoded::Serializer::new(String::new());
    for (name, value) in body {
        add(&mut form, name, value);
    }
    form.finish()
}

fn add(form: &mut form_urlencoded::Serializer<'_, String>, name: &str, value: &Value) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(inner, value)| add(form, &format!("{name}[{inner}]"), value)),
        Value::Array(items) => items.iter().for_each(|item| add(form, &format!("{name}[]"), item)),
        Value::Null => drop(form.append_pair(name, "")),
        Value::String(text) => drop(form.append_pair(name, text)),
        other => drop(form.append_pair(name, &other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_has_paths_in_brackets() {
        let body = json!({ "a": "가 b", "n": null, "d": { "x": 1, "y": { "z": true } }, "l": [1, { "k": 2 }] });
        let form = form(body.as_object().unwrap());
        let pairs: Vec<_> = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        let pairs: Vec<_> = pairs.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(
            pairs,
            [("a", "가 b"), ("d[x]", "1"), ("d[y][z]", "true"), ("l[]", "1"), ("l[][k]", "2"), ("n", "")]
        );
    }
}
