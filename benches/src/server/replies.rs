//! What is answered to whom: to ours and Bootpay's SDKs a receipt as the emulator makes it, to the SDKs
//! of others what they ask for instead.

use bytes::Bytes;
use http_body_util::Full;
use hyper::{Method, Response, StatusCode, header::CONTENT_TYPE};

const TOKEN: &str =
    r#"{"access_token":"5f1c6a0e4b7d4e0d9c3a8b2f71e6d05a4c9b8e7f60112233445566778899aabb","expire_in":1800}"#;

pub(crate) fn to(method: &Method, path: &str) -> Response<Full<Bytes>> {
    let known = match (method.as_str(), path) {
        ("GET", path) if path.starts_with("/v2/receipt/") => Some(include_str!("../../replies/receipt.json")),
        ("POST", "/v2/cancel" | "/v2/cancel.json") => Some(include_str!("../../replies/cancel.json")),
        ("POST", "/v2/subscribe/payment") => Some(include_str!("../../replies/receipt.json")),
        // The order has no payments before its charge.
        ("GET", path) if path.starts_with("/v2/lookup/order/") => Some("[]"),
        ("POST", "/v2/request/token" | "/v2/request/token.json") => Some(TOKEN),
        ("POST", path) if path.starts_with("/payments/") && path.ends_with("/cancel") => {
            Some(include_str!("../../replies/portone-cancel.json"))
        }
        ("GET", path) if path.starts_with("/payments/") => Some(include_str!("../../replies/portone-payment.json")),
        ("GET", path) if path.starts_with("/v1/payment_intents/") => {
            Some(include_str!("../../replies/stripe-payment-intent.json"))
        }
        ("POST", "/v1/refunds") => Some(include_str!("../../replies/stripe-refund.json")),
        _ => None,
    };
    let (status, body) = match known {
        Some(body) => (StatusCode::OK, body),
        None => (StatusCode::NOT_FOUND, r#"{"error_code":"NOT_FOUND","message":"the benchmark does not ask this"}"#),
    };
    let mut response = Response::new(Full::from(body.trim_end()));
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, hyper::header::HeaderValue::from_static("application/json; charset=utf-8"));
    response
}
