//! A merchant's server on axum, as README.md shows it, receives what the emulator sends.

#![allow(clippy::unwrap_used)]

mod support;

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    body::Bytes,
    extract::{ConnectInfo, State},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
    routing::post,
};
use bootpay_core::{
    Bootpay, BootpayError, Headers,
    model::{FinishWebhook, ParseWebhook, ReceiveWebhook, WebhookNotice, WebhookResponse},
};
use serde_json::json;
use std::net::SocketAddr;
use support::{Emulator, keys, text};

#[derive(Clone)]
struct Shop {
    bootpay: Bootpay,
    paid: Arc<Mutex<Vec<String>>>,
}

impl Shop {
    /// The order of a notice, from the merchant's records: its id and price.
    fn order(notice: &WebhookNotice) -> Option<(String, i64)> {
        notice.order_id.clone().map(|order_id| (order_id, 15_000))
    }

    async fn receive(
        &self,
        headers: Headers,
        body: &[u8],
        source: SocketAddr,
    ) -> Result<WebhookResponse, BootpayError> {
        let webhooks = self.bootpay.webhooks();
        let notice = webhooks.parse(ParseWebhook::new(headers, body))?;
        let mut receive = ReceiveWebhook::new(&*notice.serialized, source.to_string());
        if let Some((order_id, price)) = Self::order(&notice) {
            receive = receive.order_id(order_id).price(price);
        }
        let delivery = webhooks.receive(receive).await?;
        if let Some(response) = delivery.response() {
            return Ok(response);
        }
        if let Some(payment) = delivery.payment() {
            self.paid.lock().unwrap().push(payment.receipt_id());
        }
        webhooks.done(FinishWebhook::new(delivery.claim().unwrap_or_default())).await
    }
}

async fn webhook(
    State(shop): State<Shop>,
    ConnectInfo(source): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let headers = headers.iter().map(|(name, value)| (name.as_str(), String::from_utf8_lossy(value.as_bytes())));
    match shop.receive(headers.collect(), &body, source).await {
        Ok(WebhookResponse { status, content_type, body, .. }) => {
            let status = u16::try_from(status).ok().and_then(|status| StatusCode::from_u16(status).ok());
            (status.unwrap_or_default(), [(CONTENT_TYPE, content_type)], body).into_response()
        }
        // What is no webhook.
        Err(error) if error.field.is_some() => StatusCode::BAD_REQUEST.into_response(),
        Err(_) => StatusCode::SERVICE_UNAVAILABLE.into_response(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_axum_server_handles_each_payment_once() {
    let emulator = Emulator::start();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/webhook", listener.local_addr().unwrap());
    let settings = json!({ "notifications": { "webhook": { "url": url } } });
    let merchant = emulator.control("POST", "/emulator/merchants", Some(&settings));
    let bootpay = Bootpay::with_options(keys(&merchant), emulator.options()).unwrap();
    let shop = Shop { bootpay, paid: Arc::default() };
    let paid = Arc::clone(&shop.paid);
    let router = Router::new().route("/webhook", post(webhook)).with_state(shop);
    tokio::spawn(async move {
        axum::serve(listener, router.into_make_service_with_connect_info::<SocketAddr>()).await.unwrap();
    });
    let payment = json!({ "merchant": merchant["id"], "order_id": "o-1", "price": 15_000, "state": "paid" });
    let receipt = emulator.pay(&payment);
    let listed = format!("/emulator/webhooks?merchant={}", text(&merchant, "id"));
    let first = emulator.control("GET", &listed, None)[0].clone();
    let resent = emulator.control("POST", &format!("/emulator/webhooks/{}/resend", first["id"]), None);
    assert_eq!((&first["acknowledged"], &resent["acknowledged"]), (&json!(true), &json!(true)));
    assert_eq!(*paid.lock().unwrap(), [text(&receipt, "receipt_id")]);
}
