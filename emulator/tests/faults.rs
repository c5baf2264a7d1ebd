//! Injected faults, each as the client receives it.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::time::{Duration, Instant};

use bootpay_emulator::{Certificate, Options};
use common::{Local, Wire, receipt, refused};
use serde_json::{Value, json};

const SHORT: Duration = Duration::from_millis(500);

/// The declared length of a body, and the length that came.
fn lengths(reply: &str) -> (usize, usize) {
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    (length.parse().unwrap(), body.len())
}

#[test]
fn duplicated() {
    let local = Local::start();
    // So that one response has the Date of the other.
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let [first, second] = ["o-1", "o-2"].map(|order| local.payment(&json!({ "order_id": order })));
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "duplicated" }));
    wire.ask(&format!("receipt/{first}"));
    let (twice, ended) = wire.hear(SHORT);
    let (one, other) = twice.split_at(twice.len() / 2);
    assert!(one == other && one.starts_with("HTTP/1.1 200 OK\r\n") && one.contains("o-1"), "{twice}");
    let (promised, came) = lengths(one);
    assert!(promised == came && !ended, "it serves on");
    wire.ask(&format!("receipt/{second}"));
    let (next, _) = wire.hear(SHORT);
    assert!(next.contains("o-2") && !next.contains("o-1"), "{next}");

    // The second copy comes after the next request was sent.
    local.fault(&json!({ "kind": "duplicated", "seconds": 2 }));
    wire.ask(&format!("receipt/{first}"));
    assert_eq!(wire.hear(SHORT).0, one);
    wire.ask(&format!("receipt/{second}"));
    let (both, _) = wire.hear(Duration::from_secs(3));
    assert!(both.starts_with(one) && both.contains("o-2"), "{both}");
}

#[test]
fn dribbled() {
    let local = Local::start();
    let id = local.payment(&json!({}));
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "dribbled", "seconds": 0.6 }));
    let start = Instant::now();
    wire.ask(&format!("receipt/{id}"));
    let (early, _) = wire.hear(Duration::from_millis(1));
    let (late, _) = wire.hear(SHORT);
    assert!(start.elapsed() >= Duration::from_millis(600));
    let (promised, came) = lengths(&(early.clone() + &late));
    assert!(promised == came && early.len() < late.len());
    // Without `when` it is the right response.
    local.fault(&json!({ "kind": "dribbled", "seconds": 0.1 }));
    receipt(&local.caller().confirm(&id), 1);
}

#[test]
fn stalled_after_half_of_the_body() {
    let local = Local::start();
    let id = local.payment(&json!({}));
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "stalled_body", "seconds": 3, "when": "after" }));
    wire.ask(&format!("receipt/{id}"));
    let (half, ended) = wire.hear(SHORT);
    let (promised, came) = lengths(&half);
    assert!(came == promised / 2 && !ended, "{half}");
    assert_eq!(wire.hear(Duration::from_secs(10)), (String::new(), true));
}

#[test]
fn busy() {
    let local = Local::start();
    let id = local.payment(&json!({ "state": "paid" }));
    for (kind, status, seconds, after) in [("busy", 429, 0.2, "1"), ("busy_503", 503, 7.0, "7")] {
        let mut wire = Wire::to(&local);
        local.fault(&json!({ "kind": kind, "seconds": seconds }));
        wire.ask(&format!("receipt/{id}"));
        let (reply, _) = wire.hear(SHORT);
        assert!(reply.starts_with(&format!("HTTP/1.1 {status} ")), "{reply}");
        assert!(reply.contains(&format!("retry-after: {after}\r\n")), "{reply}");
    }
    let caller = local.caller();
    for (when, status) in [("before", 1), ("after", 20)] {
        local.fault(&json!({ "kind": "busy", "seconds": 1, "when": when }));
        assert_eq!(caller.cancel(&id, &json!({})).0, 429);
        receipt(&caller.get(&format!("receipt/{id}")), status);
    }
}

#[test]
fn carried_out_after_the_caller_has_gone() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    local.fault(&json!({ "kind": "late_commit", "seconds": 2 }));
    let start = Instant::now();
    caller.cut_off(&[], &id);
    receipt(&caller.get(&format!("receipt/{id}")), 1);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!((&local.requests()[0]["status"], &local.requests()[0]["fault"]), (&Value::Null, &json!("late_commit")));
    while caller.get(&format!("receipt/{id}")).1["status"] != 20 {
        assert!(start.elapsed() < Duration::from_secs(10), "never carried out");
        std::thread::sleep(Duration::from_millis(20));
    }
    assert!(start.elapsed() >= Duration::from_secs(2));
    assert_eq!(local.requests()[0]["status"], 0);
}

#[test]
fn refused_at_accept() {
    let local = Local::start();
    let id = local.payment(&json!({}));
    local.control("POST", "faults", &json!({ "kind": "refused", "times": 2 }));
    for _ in 0..2 {
        let mut wire = Wire::to(&local);
        assert_eq!(wire.hear(Duration::from_secs(2)), (String::new(), true));
    }
    let mut wire = Wire::to(&local);
    wire.ask(&format!("receipt/{id}"));
    assert!(wire.hear(SHORT).0.contains(&id));
    assert_eq!(local.requests().len(), 1);
    // An open connection serves on: this one, which clears the fault.
    local.control("POST", "faults", &json!({ "kind": "refused" }));
    local.control("DELETE", "faults", &Value::Null);
    let mut wire = Wire::to(&local);
    wire.ask(&format!("receipt/{id}"));
    assert!(wire.hear(SHORT).0.contains(&id));
}

#[test]
fn a_handshake_that_is_cut() {
    let mut options = Options::default();
    options.tls = Some(Certificate::Valid);
    let local = Local::with(options);
    let ca = ureq::tls::Certificate::from_pem(local.emulator.ca_pem().unwrap().as_bytes()).unwrap();
    let roots = ureq::tls::RootCerts::new_with_certs(&[ca]);
    let tls = ureq::tls::TlsConfig::builder().root_certs(roots).build();
    let new_agent =
        || -> ureq::Agent { ureq::Agent::config_builder().proxy(None).tls_config(tls.clone()).build().into() };
    let post = |agent: &ureq::Agent| {
        let url = format!("{}/emulator/faults", local.emulator.url());
        agent.post(url).send_json(json!({ "kind": "tls_abort" })).map(|response| response.status().as_u16())
    };
    let agent = new_agent();
    assert_eq!(post(&agent).unwrap(), 200);
    assert!(post(&new_agent()).is_err());
    assert_eq!(post(&new_agent()).unwrap(), 200);

    let plain = Local::start();
    refused(&plain.try_control("POST", "faults", &json!({ "kind": "tls_abort" })), 400, "EMULATOR_CONTROL");
}

#[test]
fn a_response_is_spoiled_before_or_after_the_request_is_carried_out() {
    let local = Local::start();
    let caller = local.caller();
    for (when, kind, status) in [("before", "html_502", 1), ("after", "html_502", 20)] {
        let id = local.payment(&json!({ "state": "paid" }));
        local.control("POST", "faults", &json!({ "path": "/v2/cancel", "method": "post", "kind": kind, "when": when }));
        assert_eq!(caller.get(&format!("receipt/{id}")).1["status"], 1);
        let (code, body) = caller.cancel(&id, &json!({}));
        assert!(code == 502 && body.as_str().unwrap().starts_with("<html>"), "{body}");
        assert_eq!(caller.get(&format!("receipt/{id}")).1["status"], status, "{when}");
    }
    assert_eq!(local.requests()[1]["fault"], "html_502");
}

#[test]
fn faults_of_every_kind() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({}));
    let path = format!("receipt/{id}");
    local.fault(&json!({ "kind": "empty" }));
    assert_eq!(caller.get(&path), (200, json!("")));
    local.fault(&json!({ "kind": "not_json", "times": 2 }));
    assert!(caller.get(&path).1.is_string() && caller.get(&path).1.is_string());
    local.fault(&json!({ "status": { "status": 503, "body": { "error_code": "X" } } }));
    assert_eq!(caller.get(&path), (503, json!({ "error_code": "X" })));
    local.fault(&json!({ "kind": "stall", "seconds": 0.2 }));
    let start = Instant::now();
    assert_eq!(caller.get(&path).1["status"], 2);
    assert!(start.elapsed() >= Duration::from_millis(200));
    for kind in ["truncated", "reset"] {
        local.fault(&json!({ "kind": kind, "when": "after" }));
        let url = format!("{}/v2/{path}", local.emulator.url());
        let request = common::agent().get(&url).header("authorization", &caller.authorization);
        let text = request.call().and_then(|mut response| response.body_mut().read_to_string());
        assert!(text.is_err(), "{kind}: {text:?}");
    }
    local.fault(&json!({ "kind": "wrong_content_type", "when": "after" }));
    let request = common::agent().get(format!("{}/v2/{path}", local.emulator.url()));
    let response = request.header("authorization", &caller.authorization).call().unwrap();
    assert_eq!(response.headers()["content-type"], "text/html; charset=utf-8");
    local.fault(&json!({ "kind": "empty", "times": 9 }));
    local.control("DELETE", "faults", &Value::Null);
    assert_eq!(caller.get(&path).1["status"], 2);
    for wrong in [
        json!({ "path": "/v2" }),
        json!({ "path": "/emulator", "kind": "empty" }),
        json!({ "path": "/v2", "kind": "stall" }),
        json!({ "path": "/v2", "kind": "empty", "status": { "status": 200 } }),
        json!({ "path": "/v2", "status": { "status": 99 } }),
    ] {
        refused(&local.try_control("POST", "faults", &wrong), 400, "EMULATOR_CONTROL");
    }
}
