//! A proxy that the environment names is used only when asked for. In a process of its own, since
//! the environment is the process's.

#![allow(clippy::unwrap_used)]

mod support;

use bootpay_core::{Bootpay, model::ErrorKind, model::GetReceipt};
use bootpay_sandbox::Certificate;
use support::{Sandbox, keys};

#[test]
fn the_environments_proxy_is_used_only_when_asked_for_and_only_encrypted() {
    let (plain, encrypted) = (Sandbox::start(), Sandbox::with(Some(Certificate::Valid)));
    // SAFETY: the only test of this binary, and nothing else runs yet that reads the environment.
    unsafe {
        std::env::set_var("http_proxy", "http://127.0.0.1:9");
        std::env::set_var("https_proxy", "http://127.0.0.1:9");
    }
    for (sandbox, asked_for, reached) in
        [(&plain, false, true), (&encrypted, false, true), (&encrypted, true, false), (&plain, true, true)]
    {
        let mut options = sandbox.options().environment_proxy(asked_for);
        options.ca_certificates = sandbox.ca.clone();
        let client = Bootpay::with(keys(&sandbox.merchant), options).unwrap();
        let error = client.payments().get(GetReceipt::new("6712ab34c0de5f0012a4b901")).wait().unwrap_err();
        let expected = if reached { ErrorKind::Rejected } else { ErrorKind::NotSent };
        assert_eq!(error.kind, expected, "{} {asked_for}: {error}", sandbox.url);
    }
}
