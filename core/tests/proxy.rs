//! A proxy that the environment names is used only when asked for. In a process of its own, since
//! the environment is the process's.

#![allow(clippy::unwrap_used)]

mod support;

use bootpay_core::{Bootpay, model::ErrorKind, model::GetReceipt};
use serde_json::json;
use support::{Sandbox, keys, text};

#[test]
fn the_environments_proxy_is_used_only_when_asked_for() {
    let sandbox = Sandbox::start();
    let receipt = sandbox.pay(&json!({}));
    // SAFETY: the only test of this binary, and nothing else runs yet that reads the environment.
    unsafe { std::env::set_var("http_proxy", "http://127.0.0.1:9") };
    let request = || GetReceipt::new(text(&receipt, "receipt_id"));
    sandbox.client().payments().get(request()).wait().unwrap();
    let asking = Bootpay::with(keys(&sandbox.merchant), sandbox.options().environment_proxy(true)).unwrap();
    let error = asking.payments().get(request()).wait().unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotSent);
}
