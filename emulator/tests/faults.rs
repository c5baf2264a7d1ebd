//! Replies and connections that go wrong, each as it is on the wire.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use bootpay_emulator::{Certificate, Options};
use common::{Local, Shop, receipt, refused};
use serde_json::{Value, json};

/// A connection on which bytes can be counted.
struct Wire {
    stream: TcpStream,
    authorization: String,
}

impl Wire {
    fn to(local: &Local) -> Self {
        let stream = TcpStream::connect(local.emulator.url().trim_start_matches("http://")).unwrap();
        Self { stream, authorization: local.shop().authorization }
    }

    fn ask(&mut self, path: &str) {
        let authorization = &self.authorization;
        let head = format!("GET /v2/{path} HTTP/1.1\r\nhost: x\r\nauthorization: {authorization}\r\n\r\n");
        self.stream.write_all(head.as_bytes()).unwrap();
    }

    /// What comes until the end, or until nothing has come for so long; and whether it ended.
    fn hear(&mut self, patience: Duration) -> (String, bool) {
        self.stream.set_read_timeout(Some(patience)).unwrap();
        let (mut all, mut buffer) = (Vec::new(), [0; 4096]);
        let ended = loop {
            match self.stream.read(&mut buffer) {
                Ok(0) => break true,
                Ok(read) => all.extend(&buffer[..read]),
                Err(error) => {
                    break !matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut);
                }
            }
        };
        (String::from_utf8(all).unwrap(), ended)
    }
}

const SHORT: Duration = Duration::from_millis(500);

fn fault(local: &Local, fault: Value) {
    let mut fault = fault;
    fault["path"] = "/v2".into();
    local.control("POST", "faults", &fault);
}

/// The promised length of a body, and what came of it.
fn lengths(reply: &str) -> (usize, usize) {
    let (head, body) = reply.split_once("\r\n\r\n").unwrap();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).unwrap();
    (length.parse().unwrap(), body.len())
}

#[test]
fn duplicated() {
    let local = Local::start();
    let [first, second] = ["o-1", "o-2"].map(|order| local.payment(&json!({ "order_id": order })));
    let mut wire = Wire::to(&local);
    fault(&local, json!({ "kind": "duplicated" }));
    wire.ask(&format!("receipt/{first}"));
    let (twice, ended) = wire.hear(SHORT);
    let (one, other) = twice.split_at(twice.len() / 2);
    assert!(one == other && one.starts_with("HTTP/1.1 200 OK\r\n") && one.contains("o-1"), "{twice}");
    let (promised, came) = lengths(one);
    assert!(promised == came && !ended, "it serves on");
    wire.ask(&format!("receipt/{second}"));
    let (next, _) = wire.hear(SHORT);
    assert!(next.contains("o-2") && !next.contains("o-1"), "{next}");

    // The second copy comes when the next request has left.
    fault(&local, json!({ "kind": "duplicated", "seconds": 2 }));
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
    fault(&local, json!({ "kind": "dribbled", "seconds": 0.6 }));
    let start = Instant::now();
    wire.ask(&format!("receipt/{id}"));
    let (early, _) = wire.hear(Duration::from_millis(1));
    let (late, _) = wire.hear(SHORT);
    assert!(start.elapsed() >= Duration::from_millis(600));
    let (promised, came) = lengths(&(early.clone() + &late));
    assert!(promised == came && early.len() < late.len());
    // With `when` left out it is the right reply.
    fault(&local, json!({ "kind": "dribbled", "seconds": 0.1 }));
    receipt(&local.shop().confirm(&id), 1);
}

#[test]
fn stalled_after_half_of_the_body() {
    let local = Local::start();
    let id = local.payment(&json!({}));
    let mut wire = Wire::to(&local);
    fault(&local, json!({ "kind": "stalled_body", "seconds": 3, "when": "after" }));
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
        fault(&local, json!({ "kind": kind, "seconds": seconds }));
        wire.ask(&format!("receipt/{id}"));
        let (reply, _) = wire.hear(SHORT);
        assert!(reply.starts_with(&format!("HTTP/1.1 {status} ")), "{reply}");
        assert!(reply.contains(&format!("retry-after: {after}\r\n")), "{reply}");
    }
    let shop = local.shop();
    for (when, status) in [("before", 1), ("after", 20)] {
        fault(&local, json!({ "kind": "busy", "seconds": 1, "when": when }));
        assert_eq!(shop.cancel(&id, &json!({})).0, 429);
        receipt(&shop.get(&format!("receipt/{id}")), status);
    }
}

/// A cancel whose connection is cut off without a reply.
fn cut_off(local: &Local, shop: &Shop, headers: &[(&str, &str)], id: &str) {
    let mut request = common::agent().post(format!("{}/v2/cancel", local.emulator.url()));
    request = request.header("authorization", &shop.authorization);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    assert!(request.send_json(json!({ "receipt_id": id })).is_err());
}

#[test]
fn committed_after_the_caller_has_gone() {
    let local = Local::start();
    let shop = local.shop();
    let id = local.payment(&json!({ "state": "paid" }));
    fault(&local, json!({ "kind": "late_commit", "seconds": 2 }));
    let start = Instant::now();
    cut_off(&local, &shop, &[], &id);
    receipt(&shop.get(&format!("receipt/{id}")), 1);
    assert!(start.elapsed() < Duration::from_secs(2));
    assert_eq!((&local.requests()[0]["status"], &local.requests()[0]["fault"]), (&Value::Null, &json!("late_commit")));
    while shop.get(&format!("receipt/{id}")).1["status"] != 20 {
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
    // Connections that are open already go on: this one, which tells it.
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
fn by_header() {
    let local = Local::start();
    let shop = local.shop();
    let id = local.payment(&json!({ "state": "paid" }));
    let send = |fault: &str, path: &str| {
        let headers = [("authorization", shop.authorization.as_str()), ("Emulator-Fault", fault)];
        shop.send("GET", path, &headers, "")
    };
    let path = format!("receipt/{id}");
    assert_eq!(send(r#"{"kind":"html_502"}"#, &path).0, 502);
    assert_eq!(send(r#"{"status":{"status":418,"body":{"a":1}}}"#, &path), (418, json!({ "a": 1 })));
    // It leaves what waits for its request to the next one.
    fault(&local, json!({ "kind": "empty" }));
    assert_eq!(send(r#"{"kind":"not_json"}"#, &path).1, json!("certainly not JSON"));
    assert_eq!(shop.get(&path), (200, json!("")));
    cut_off(&local, &shop, &[("Emulator-Fault", r#"{"kind":"reset","when":"after"}"#)], &id);
    receipt(&shop.get(&path), 20);
    let names: Vec<_> = local.requests().iter().map(|entry| entry["fault"].clone()).collect();
    assert_eq!(json!(names), json!(["html_502", "status", "not_json", "empty", "reset", null]));
    for wrong in [
        "html_502",
        r#"{"kind":"html_502","path":"/v2"}"#,
        r#"{"kind":"html_502","times":2}"#,
        r#"{"kind":"refused"}"#,
        r#"{"kind":"stall"}"#,
        "{}",
    ] {
        refused(&send(wrong, &path), 400, "EMULATOR_CONTROL");
    }
    let strict = local.control("POST", "merchants", &json!({ "strict": true }));
    let theirs = local.payment(&json!({ "merchant": strict["id"] }));
    let shop = local.shop_of(&strict);
    let headers = [
        ("authorization", shop.authorization.as_str()),
        ("content-type", "application/json"),
        ("accept", "application/json"),
        ("bootpay-api-version", "5.2.0"),
        ("emulator-fault", r#"{"kind":"dribbled","seconds":0.01}"#),
    ];
    receipt(&shop.send("GET", &format!("receipt/{theirs}"), &headers, ""), 2);
}

#[test]
fn by_amount() {
    let local = Local::start();
    let merchant = local.control("POST", "merchants", &json!({ "magic_amounts": true }));
    let shop = local.shop_of(&merchant);
    let payment = |price: i64| local.payment(&json!({ "merchant": merchant["id"], "price": price, "state": "paid" }));
    // A full cancel goes by the payment's price, a part by itself.
    for (digits, status) in [(901, 1), (902, 20), (905, 20)] {
        let id = payment(10_000 + digits);
        cut_off_or_truncated(&local, &shop, &id);
        receipt(&shop.get(&format!("receipt/{id}")), status);
    }
    for (digits, answered, status) in [(903, 502, 1), (904, 502, 20), (910, 429, 1), (911, 503, 20), (906, 200, 20)] {
        let id = payment(10_000 + digits);
        assert_eq!(shop.cancel(&id, &json!({})).0, answered, "{digits}");
        receipt(&local.shop_of(&merchant).get(&format!("receipt/{id}")), status);
    }
    let id = payment(50_000);
    assert_eq!(shop.cancel(&id, &json!({ "cancel_price": 1904, "cancel_id": "1" })).0, 502);
    assert_eq!(shop.get(&format!("receipt/{id}")).1["cancelled_price"], 1904);
    receipt(&shop.cancel(&id, &json!({ "cancel_price": 900 })), 20);
    let waiting = local.payment(&json!({ "merchant": merchant["id"], "price": 1903 }));
    assert_eq!(shop.confirm(&waiting).0, 502);
    receipt(&shop.get(&format!("receipt/{waiting}")), 2);
    let key = local.control("POST", "billing-keys", &json!({ "merchant": merchant["id"] }));
    let charge = json!({ "billing_key": key["billing_key"], "order_name": "tea", "order_id": "o-1", "price": "1904" });
    assert_eq!(shop.call("POST", "subscribe/payment", &charge).0, 502);
    assert_eq!(shop.get("lookup/order/o-1").1[0]["status"], 1);
    let faults: Vec<_> = local.requests().iter().filter(|entry| entry["method"] == "GET").cloned().collect();
    assert!(faults.iter().all(|entry| entry["fault"].is_null()), "what only reads has none");

    let usual = local.payment(&json!({ "price": 1901, "state": "paid" }));
    receipt(&local.shop().cancel(&usual, &json!({})), 20);
}

fn cut_off_or_truncated(local: &Local, shop: &Shop, id: &str) {
    let request = common::agent().post(format!("{}/v2/cancel", local.emulator.url()));
    let request = request.header("authorization", &shop.authorization);
    let reply = request.send_json(json!({ "receipt_id": id }));
    assert!(reply.and_then(|mut reply| reply.body_mut().read_to_string()).is_err());
}

#[test]
fn by_chance_and_again_the_same() {
    let local = Local::start();
    let other = local.control("POST", "merchants", &json!({}));
    let (shop, theirs) = (local.shop(), local.shop_of(&other));
    let plan = |seed: u64| json!({ "seed": seed, "rate": 0.5, "kinds": ["html_502", "empty", "busy"], "paths": ["/v2/receipt"] });
    let met = |seed: u64, disturbed: bool| {
        local.control("POST", "faults/plan", &plan(seed));
        local.control("DELETE", "requests", &Value::Null);
        for number in 0..60 {
            if disturbed {
                theirs.get("receipt/none");
            }
            // Another path draws too, and meets nothing.
            shop.get(if number % 4 == 0 { "lookup/order/none" } else { "receipt/none" });
        }
        let path = format!("requests?merchant={}", local.emulator.merchant().id);
        let log = local.control("GET", &path, &Value::Null);
        log.as_array().unwrap().iter().map(|entry| (entry["path"].clone(), entry["fault"].clone())).collect::<Vec<_>>()
    };
    let first = met(7, false);
    assert_eq!(first.len(), 60);
    assert!(first.iter().all(|(path, fault)| path == "/v2/receipt/none" || fault.is_null()), "{first:?}");
    for kind in ["html_502", "empty", "busy"] {
        assert!(first.iter().any(|(_, fault)| fault == kind), "{kind}: {first:?}");
    }
    assert!(first.iter().filter(|(_, fault)| fault.is_null()).count() > 15, "{first:?}");
    assert_eq!(met(7, true), first, "another merchant's requests change nothing");
    assert_ne!(met(8, false), first);

    local.control("DELETE", "faults", &Value::Null);
    local.control("DELETE", "requests", &Value::Null);
    for _ in 0..20 {
        refused(&shop.get("receipt/none"), 404, "RC_NOT_FOUND");
    }
    for (field, wrong) in [
        ("rate", json!(1.1)),
        ("kinds", json!([])),
        ("kinds", json!(["refused"])),
        ("kinds", json!(["status"])),
        ("kinds", json!(["never"])),
        ("paths", json!(["/emulator"])),
        ("seconds", json!(0)),
        ("other", json!(1)),
    ] {
        let mut plan = plan(1);
        plan[field] = wrong;
        refused(&local.try_control("POST", "faults/plan", &plan), 400, "EMULATOR_CONTROL");
    }
}

#[test]
fn what_makes_no_fault_is_refused() {
    let local = Local::start();
    for wrong in [
        json!({ "kind": "empty" }),
        json!({ "path": "/v2", "kind": "refused" }),
        json!({ "kind": "refused", "times": 0 }),
        json!({ "kind": "refused", "method": "GET" }),
        json!({ "kind": "refused", "when": "after" }),
        json!({ "path": "/v2", "kind": "dribbled" }),
        json!({ "path": "/v2", "kind": "empty", "seconds": 1 }),
        json!({ "path": "/v2", "kind": "late_commit", "seconds": 1, "when": "before" }),
        json!({ "path": "/v2", "kind": "empty", "paths": [] }),
    ] {
        refused(&local.try_control("POST", "faults", &wrong), 400, "EMULATOR_CONTROL");
    }
}
