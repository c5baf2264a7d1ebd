//! The shop's own test, on the local Bootpay.

use bootpay_core::{Bootpay, ClientOptions, Credentials};
use bootpay_emulator::{Emulator, Options};
use serde_json::json;

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_lives() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let emulator = Emulator::start(Options::default()).await?;
    let merchant = emulator.merchant();
    let credentials = Credentials::new().client_key(&*merchant.client_key).secret_key(&*merchant.secret_key);
    let bootpay = Bootpay::with_options(credentials, ClientOptions::new().base_url(emulator.url()))?;
    let window = emulator.control("POST", "/emulator/payments", &json!({ "order_id": "o-1", "price": 15_000 })).await?;
    let receipt_id = window["receipt_id"].as_str().ok_or("a payment without an id")?;

    let paid = life::sell(&bootpay, receipt_id, "o-1", 15_000).await?;
    assert_eq!((paid.order_id(), paid.price()), ("o-1".to_owned(), 15_000));
    let back = life::give_back(&bootpay, receipt_id, 5_000).await?;
    assert_eq!((back.cancelled_price, back.status.symbol()), (15_000, "cancelled"));
    Ok(())
}
