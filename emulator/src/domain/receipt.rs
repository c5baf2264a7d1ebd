//! Renders receipts: only the fields that apply.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bootpay_core::model::{Method, Pg, Status};
use serde_json::{Map, Value, json};

use crate::domain::catalog::{self, Details};
use crate::domain::ids;
use crate::domain::merchant::Merchant;
use crate::domain::payment::Payment;

/// Renders a payment; `with_user` adds the buyer.
pub(crate) fn render(payment: &Payment, merchant: &Merchant, with_user: bool) -> Value {
    // Until a billing key is charged, only the requested method applies.
    let used = match payment.status {
        Status::BillingKeyRequested
        | Status::BillingKeyIssued
        | Status::BillingKeyRevoked
        | Status::BillingKeyFailed => &payment.method,
        _ => catalog::used(&payment.method),
    };
    let mut receipt = json!({
        "receipt_id": payment.receipt_id,
        "order_id": payment.order_id,
        "price": payment.price.json(),
        "tax_free": payment.tax_free.json(),
        "cancelled_price": payment.cancelled_price.json(),
        "cancelled_tax_free": payment.cancelled_tax_free.json(),
        "order_name": payment.order_name,
        "company_name": merchant.company_name,
        "gateway_url": merchant.gateway_url,
        "metadata": payment.metadata,
        "sandbox": payment.sandbox,
        "pg": catalog::pg_name(&payment.pg),
        "method": catalog::method_name(used),
        "method_symbol": used,
        "method_origin": catalog::method_name(&payment.method),
        "method_origin_symbol": payment.method,
        "requested_at": payment.requested_at.iso(),
        "status": payment.status_code(),
        "status_locale": catalog::status_name(&payment.status),
        "currency": payment.currency,
    });
    if let Value::Object(receipt) = &mut receipt {
        if let Some(moment) = payment.purchased_at {
            receipt.insert("purchased_at".into(), moment.iso().into());
        }
        if let Some(moment) = payment.cancelled_at {
            receipt.insert("cancelled_at".into(), moment.iso().into());
        }
        if matches!(
            payment.status,
            Status::Paid
                | Status::Cancelled
                | Status::VirtualAccountIssued
                | Status::CashReceiptIssued
                | Status::CashReceiptCancelled
        ) {
            let slip = STANDARD.encode(&payment.receipt_id).replace('=', "%3D");
            receipt.insert("receipt_url".into(), format!("https://door.bootpay.co.kr/receipt/{slip}").into());
            if let Some((key, data)) = details(payment, merchant) {
                receipt.insert(key.into(), data);
            }
        }
        if let Some(escrow) = payment.escrow_data() {
            // Recorded beside `price`, declared in an object.
            for (beside, inside) in [
                ("escrow_status", "status"),
                ("escrow_status_locale", "status_locale"),
                ("shipping_started_at", "shipping_started_at"),
                ("receipt_confirmed_at", "receipt_confirmed_at"),
            ] {
                if let Some(value) = escrow.get(inside) {
                    receipt.insert(beside.into(), value.clone());
                }
            }
            receipt.insert("escrow_data".into(), escrow);
        }
        if let Some(cash_receipt) = payment.issued_cash_receipt() {
            receipt.insert("cash_receipt_data".into(), cash_receipt.data());
        }
        if with_user && let Some(user) = &payment.user {
            receipt.insert("user".into(), Value::Object(user.clone()));
        }
        merge(receipt, &payment.overrides);
    }
    receipt
}

/// The PG's own id of the transaction.
pub(crate) fn tid(payment: &Payment) -> String {
    let at = payment.purchased_at.unwrap_or(payment.requested_at).digits();
    format!("{}emulator01{at}{}", payment.pg.symbol(), digits(payment, "tid", 4))
}

/// Digits that belong to a payment.
fn digits(payment: &Payment, kind: &str, length: usize) -> String {
    ids::digits(u64::from_str_radix(&payment.receipt_id[..16], 16).unwrap_or_default(), kind, 0, length)
}

/// The object with the payment details, and its field; `None` where there are no details.
fn details(payment: &Payment, merchant: &Merchant) -> Option<(&'static str, Value)> {
    let digits = |kind: &str, length| digits(payment, kind, length);
    let tid = tid(payment);
    let slip = (payment.pg == Pg::NicePay).then(|| format!("https://npg.nicepay.co.kr/issue/IssueLoader.do?TID={tid}"));
    let mut data = match payment.details() {
        Details::Card => json!({
            "tid": tid,
            "card_approve_no": digits("approve", 8),
            "card_no": format!("9450{}****{}", digits("card", 4), digits("card_end", 4)),
            "card_interest": "0",
            "card_quota": "00",
            "card_company_code": "02",
            "card_company": "KB국민",
            "card_type": "체크",
            "card_owner_type": "개인",
            "point": 0.0,
            "coupon": 0.0,
        }),
        Details::Bank => json!({
            "tid": tid,
            "bank_code": "004",
            "bank_name": "국민",
            "bank_account": format!("{}****{}", digits("bank", 6), digits("bank_end", 4)),
            "bank_username": "홍길*",
        }),
        Details::Vbank => {
            let mut data = json!({
                "tid": tid,
                "bank_code": "088",
                "bank_name": "신한",
                "bank_account": format!("562{}", digits("vbank", 11)),
                "bank_username": merchant.company_name,
            });
            if let Some(moment) = payment.deposit_by {
                data["expired_at"] = moment.iso().into();
            }
            if payment.purchased_at.is_some() {
                data["sender_name"] = "홍길동".into();
            }
            data
        }
        Details::Phone => json!({
            "tid": tid,
            "auth_no": digits("auth", 6),
            "phone": format!("010{}", digits("phone", 8)),
        }),
        Details::Kakao => json!({ "tid": tid, "cancel_tid": "" }),
        Details::Naver | Details::Payco | Details::Toss => json!({ "tid": tid }),
        Details::CashReceipt => return None,
    };
    if let Value::Object(data) = &mut data {
        if payment.details() == Details::Card {
            shape_card(data, payment);
        }
        merge(data, &payment.instrument);
    }
    let key = match payment.details() {
        Details::Card => "card_data",
        Details::Bank => "bank_data",
        Details::Vbank => "vbank_data",
        Details::Phone => "phone_data",
        Details::Naver => "naver_point_data",
        Details::Kakao => "kakao_money_data",
        Details::Payco => "payco_point_data",
        Details::Toss => "toss_point_data",
        Details::CashReceipt => return None,
    };
    if let Some(cash_receipt) = payment.issued_cash_receipt() {
        data["cash_receipt_tid"] = cash_receipt.tid.clone().into();
        data["cash_receipt_type"] = cash_receipt.purpose.symbol().into();
        data["cash_receipt_no"] = cash_receipt.number.clone().into();
        if payment.pg == Pg::NicePay {
            data["cash_receipt_url"] =
                format!("https://npg.nicepay.co.kr/issue/IssueLoader.do?TID={}", cash_receipt.tid).into();
        }
    }
    // A debit of a billing key was recorded without one.
    let has_slip =
        matches!(key, "card_data" | "bank_data" | "phone_data") && payment.method != Method::AutomaticTransferRest;
    if let Some(slip) = slip.filter(|_| has_slip) {
        data["receipt_url"] = slip.into();
    }
    Some((key, data))
}

/// Shapes the card's details as the PG does.
fn shape_card(data: &mut Map<String, Value>, payment: &Payment) {
    if payment.pg == Pg::Kcp {
        // Recorded without these, with codes of letters, and with the whole number.
        for name in ["card_interest", "card_type", "card_owner_type"] {
            data.remove(name);
        }
        let number = data["card_no"].as_str().unwrap_or_default().replace('*', "7");
        data.insert("card_no".into(), number.into());
        data.insert("card_company".into(), "신한카드".into());
        data.insert("card_company_code".into(), "CCLG".into());
    }
    if payment.cancelled_at.is_some() {
        data.insert("cancelled_point".into(), 0.0.into());
        data.insert("cancelled_coupon".into(), 0.0.into());
    }
}

/// Merges objects into objects; any other value, null too, replaces the one that was there.
fn merge(target: &mut Map<String, Value>, over: &Map<String, Value>) {
    for (key, value) in over {
        match (target.get_mut(key), value) {
            (Some(Value::Object(inner)), Value::Object(over)) => merge(inner, over),
            _ => {
                target.insert(key.clone(), value.clone());
            }
        }
    }
}
