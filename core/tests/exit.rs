//! A process does not end under a call that moves money.

#![allow(clippy::unwrap_used)]

mod support;

use std::{env, process::Command, time::Instant};

use bootpay_core::{Bootpay, ClientOptions, Credentials, model::CancelFull, model::GetReceipt};
use serde_json::json;
use support::{Emulator, text};

#[test]
fn a_process_that_ends_waits_for_the_cancel_it_gave_up() {
    let emulator = Emulator::start();
    let receipt = emulator.pay(&json!({ "price": 1000, "state": "paid" }));
    // The refund is carried out only if the caller is still there after a second.
    emulator.fault(&json!({ "path": "/v2/cancel", "kind": "stall", "seconds": 1 }));
    let begun = Instant::now();
    let child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "gives_a_cancel_up_and_ends", "--ignored"])
        .env("EMULATOR_URL", &emulator.url)
        .env("CLIENT_KEY", text(&emulator.merchant, "client_key"))
        .env("SECRET_KEY", text(&emulator.merchant, "secret_key"))
        .env("RECEIPT_ID", text(&receipt, "receipt_id"))
        .output()
        .unwrap();
    assert!(child.status.success(), "{child:?}");
    assert!(begun.elapsed().as_millis() >= 1000, "it did not wait");
    let receipt = emulator.client().payments().get(GetReceipt::new(text(&receipt, "receipt_id"))).wait().unwrap();
    assert_eq!(receipt.cancelled_price, 1000);
}

#[test]
#[ignore = "the child process of the test above"]
fn gives_a_cancel_up_and_ends() {
    let credentials =
        Credentials::new().client_key(env::var("CLIENT_KEY").unwrap()).secret_key(env::var("SECRET_KEY").unwrap());
    let options = ClientOptions::new().base_url(env::var("EMULATOR_URL").unwrap());
    let client = Bootpay::with_options(credentials, options).unwrap();
    let cancel = client.payments().cancel_full(CancelFull::new(env::var("RECEIPT_ID").unwrap())).start(|_| {});
    while client.attempts().unresolved().is_empty() {
        std::thread::yield_now();
    }
    assert!(cancel.cancel().is_some());
}
