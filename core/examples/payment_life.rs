//! The life of a payment, from the buyer to the last refund, on a local Bootpay.
//!
//! Takes the emulator's address and merchant from `BOOTPAY_EMULATOR_URL` and `BOOTPAY_MERCHANT`;
//! `make demo` sets them.

use std::{env, error::Error};

use bootpay_core::{
    Bootpay, ClientOptions, Credentials,
    model::{CancelFull, CancelPartial, ConfirmPayment, GetReceipt, VerifyPayment},
};
use serde_json::{Value, json};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let url = env::var("BOOTPAY_EMULATOR_URL")?;
    let merchant: Value = serde_json::from_str(&env::var("BOOTPAY_MERCHANT")?)?;
    let key = |name: &str| merchant[name].as_str().unwrap_or_default();
    let (order_id, amount) = ("order-rust", 15_000);

    let credentials = Credentials::new().client_key(key("client_key")).secret_key(key("secret_key"));
    let bootpay = Bootpay::with_options(credentials, ClientOptions::new().base_url(&*url))?;

    // The buyer, in the payment window: not the merchant's code.
    let payment =
        json!({ "order_id": order_id, "order_name": "Green tea set", "price": amount, "merchant": merchant["id"] });
    let window: Value = ureq::post(format!("{url}/emulator/payments")).send_json(&payment)?.body_mut().read_json()?;
    let receipt_id = window["receipt_id"].as_str().unwrap_or_default();
    step(1, &format!("the buyer pays {amount} won for {order_id}"));

    let receipt = bootpay.payments().get(GetReceipt::new(receipt_id)).await?;
    step(2, &format!("the server looks it up: {}", receipt.status.symbol()));

    // It is returned each time it is asked. Ship if this changes a row, where `receipt_id` is unique:
    // UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'
    let paid = bootpay.payments().confirm(ConfirmPayment::new(receipt_id, order_id, amount)).await?;
    step(3, &format!("and confirms it: {} won, {}", paid.price(), paid.receipt().status.symbol()));

    let verified = bootpay.payments().verify(VerifyPayment::new(receipt_id, order_id, amount)).await?;
    step(4, &format!("verified: {} won for {}", verified.price(), verified.order_id()));

    let part = CancelPartial::new(receipt_id, 5_000, "refund-rust-1").cancel_message("wrong size");
    let part = bootpay.payments().cancel_partial(part).await?;
    step(5, &format!("a part is given back: {} won", part.cancelled_price));

    let rest = bootpay.payments().cancel_full(CancelFull::new(receipt_id).cancel_message("changed mind")).await?;
    step(6, &format!("then the rest: {} won in all", rest.cancelled_price));

    let Err(refusal) = bootpay.payments().cancel_full(CancelFull::new(receipt_id)).await else {
        return Err("more was given back than was paid".into());
    };
    let code = refusal.code.as_deref().unwrap_or_default();
    step(7, &format!("and more is refused: {} {code}", refusal.kind.symbol()));

    let result = json!({ "paid": paid.price(), "verified": verified.price(), "cancelled_after_part": part.cancelled_price,
        "cancelled_after_rest": rest.cancelled_price, "refused": code });
    println!("RESULT {result}");
    Ok(())
}

fn step(number: u32, text: &str) {
    println!("rust    {number}. {text}");
}
