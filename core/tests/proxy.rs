//! A proxy that the environment names is used only when asked for, and sees nothing but where it leads. In a process of its own, since
//! the environment is the process's.

#![allow(clippy::unwrap_used)]

mod support;

use bootpay_core::{
    Bootpay, BootpayError,
    model::{ErrorKind, GetReceipt},
};
use bootpay_emulator::Certificate;
use support::{Emulator, ID, Relay, keys};

#[test]
fn the_environments_proxy_is_used_only_when_asked_for_and_only_encrypted() {
    let (plain, encrypted) = (Emulator::start(), Emulator::with(Some(Certificate::Valid)));
    // SAFETY: the only test of this binary, and nothing else runs yet that reads the environment.
    unsafe {
        std::env::set_var("http_proxy", "http://127.0.0.1:9");
        std::env::set_var("https_proxy", "http://127.0.0.1:9");
    }
    for (emulator, asked_for, reached) in
        [(&plain, false, true), (&encrypted, false, true), (&encrypted, true, false), (&plain, true, true)]
    {
        let error = look_up(emulator, asked_for);
        let expected = if reached { ErrorKind::Rejected } else { ErrorKind::NotSent };
        assert_eq!(error.kind, expected, "{} {asked_for}: {error}", emulator.url);
    }

    let (proxy, heads) = Relay::proxy();
    // SAFETY: the same.
    unsafe { std::env::set_var("https_proxy", proxy.url.replace("//", "//shop:pass@")) };
    assert_eq!(look_up(&encrypted, true).kind, ErrorKind::Rejected);
    let heads = heads.lock().unwrap();
    let [head] = &heads[..] else { panic!("one connection: {heads:?}") };
    let host = encrypted.url.trim_start_matches("https://");
    assert!(head.starts_with(&format!("CONNECT {host} HTTP/1.1\n")), "{head}");
    // shop:pass
    assert!(head.to_lowercase().contains("proxy-authorization: basic c2hvcdpwyxnz"), "{head}");
    assert!(!head.contains("bootpay-api-version"), "{head}");
}

fn look_up(emulator: &Emulator, proxy: bool) -> BootpayError {
    let options = emulator.trusting_options().environment_proxy(proxy);
    let client = Bootpay::with_options(keys(&emulator.merchant), options).unwrap();
    client.payments().get(GetReceipt::new(ID)).wait().unwrap_err()
}
