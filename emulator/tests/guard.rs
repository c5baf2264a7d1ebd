//! The controls obey programs on this machine, and no web page.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};

use common::{Local, refused};
use serde_json::{Value, json};

/// Sends bytes on a connection of their own; returns the status, the head in lowercase, and the body.
fn raw(local: &Local, request: &str) -> ((u16, Value), String) {
    let mut stream = TcpStream::connect(address(local)).unwrap();
    stream.write_all(request.as_bytes()).unwrap();
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        assert!(reader.read_line(&mut head).unwrap() > 0, "{request}: {head}");
    }
    let head = head.to_lowercase();
    let length = head.split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse().unwrap();
    let mut body = vec![0; length];
    reader.read_exact(&mut body).unwrap();
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    ((status, serde_json::from_slice(&body).unwrap_or_default()), head)
}

fn address(local: &Local) -> &str {
    local.emulator.url().trim_start_matches("http://")
}

/// A request to advance the clock, with these headers.
fn advance(headers: &str, body: &str) -> String {
    format!("POST /emulator/clock HTTP/1.1\r\n{headers}content-length: {}\r\n\r\n{body}", body.len())
}

const ADVANCE: &str = r#"{"mode": "manual", "advance_seconds": 60}"#;

/// Asserts that a request is refused and that the clock was left alone.
#[track_caller]
fn assert_refused(local: &Local, request: &str, code: &str) {
    let (answer, head) = raw(local, request);
    let status = if code == "EMULATOR_NOT_JSON" { 415 } else { 403 };
    refused(&answer, status, code);
    assert!(!head.contains("access-control-"), "{head}");
    assert_eq!(local.control("GET", "clock", &Value::Null)["mode"], "real", "{request}");
}

#[test]
fn a_host_that_is_not_loopback_is_refused() {
    let local = Local::start();
    let json = "content-type: application/json\r\n";
    let port = address(&local).rsplit(':').next().unwrap().to_owned();
    for host in [
        "host: evil.example\r\n".to_owned(),
        format!("host: evil.example:{port}\r\n"),
        format!("host: 127.0.0.1.evil.example:{port}\r\n"),
        format!("host: evil.localhost:{port}\r\n"),
        "host: 0.0.0.0\r\n".to_owned(),
        "host: [::ffff:10.0.0.1]\r\n".to_owned(),
        "host: user@127.0.0.1\r\n".to_owned(),
        "host: \r\n".to_owned(),
        "host: 127.0.0.\u{e9}\r\n".to_owned(),
        String::new(),
        "host: 127.0.0.1\r\nhost: evil.example\r\n".to_owned(),
        "host: evil.example\r\nhost: 127.0.0.1\r\n".to_owned(),
        "host: 127.0.0.1\r\nhost: 127.0.0.1\r\n".to_owned(),
    ] {
        assert_refused(&local, &advance(&(host + json), ADVANCE), "EMULATOR_FOREIGN_HOST");
    }
    let old = advance(json, ADVANCE).replace("HTTP/1.1", "HTTP/1.0");
    assert_refused(&local, &old, "EMULATOR_FOREIGN_HOST");
    // An absolute target names a host as well.
    let absolute = |target: &str, host: &str| {
        advance(&format!("host: {host}\r\n{json}"), ADVANCE).replace("/emulator/clock", target)
    };
    for (target, host) in [
        ("http://evil.example/emulator/clock", "127.0.0.1"),
        ("http://127.0.0.1/emulator/clock", "evil.example"),
        ("http://127.0.0.1@evil.example/emulator/clock", "127.0.0.1"),
    ] {
        assert_refused(&local, &absolute(target, host), "EMULATOR_FOREIGN_HOST");
    }
    // What is no control is guarded too; the API is not.
    for path in ["/", "/emulator", "/emulator/requests", "/emulator/webhooks", "/v3/receipt/1"] {
        let (answer, _) = raw(&local, &format!("GET {path} HTTP/1.1\r\nhost: evil.example\r\n\r\n"));
        refused(&answer, 403, "EMULATOR_FOREIGN_HOST");
    }
    let (answer, _) = raw(&local, "GET /v2/receipt/1 HTTP/1.1\r\nhost: evil.example\r\n\r\n");
    refused(&answer, 401, "TOKEN_KEY_INVALID");

    for host in
        ["127.0.0.1", "127.0.0.1:1", "127.9.9.9", "LOCALHOST", "localhost.", "[::1]:65535", "[::FFFF:127.0.0.1]"]
    {
        let (answer, head) = raw(&local, &advance(&format!("host: {host}\r\n{json}"), "{}"));
        assert_eq!(answer.0, 200, "{host}: {}", answer.1);
        assert!(!head.contains("access-control-") && head.contains("x-content-type-options: nosniff\r\n"), "{head}");
    }
    let (answer, _) = raw(&local, &absolute(&format!("http://localhost:{port}/emulator/clock"), "localhost"));
    assert_eq!((answer.0, &answer.1["mode"]), (200, &json!("manual")));
}

#[test]
fn a_foreign_page_is_refused() {
    let local = Local::start();
    let address = address(&local).to_owned();
    let port = address.rsplit(':').next().unwrap();
    let head = format!("host: {address}\r\ncontent-type: application/json\r\n");
    for said in [
        "origin: http://evil.example".to_owned(),
        "origin: null".to_owned(),
        "origin: ".to_owned(),
        format!("origin: https://{address}"),
        format!("origin: http://localhost:{port}"),
        "origin: http://127.0.0.1:1".to_owned(),
        "origin: http://127.0.0.1".to_owned(),
        format!("origin: http://{address}\r\norigin: http://evil.example"),
        "sec-fetch-site: cross-site".to_owned(),
        // Another server of this machine is of the same site.
        "sec-fetch-site: same-site".to_owned(),
        "sec-fetch-site: same-origin\r\nsec-fetch-site: cross-site".to_owned(),
        format!("origin: http://{address}\r\nsec-fetch-site: cross-site"),
        "emulator-webhook: true".to_owned(),
    ] {
        assert_refused(&local, &advance(&format!("{head}{said}\r\n"), ADVANCE), "EMULATOR_FOREIGN_ORIGIN");
        for (method, path) in [("GET", "requests"), ("GET", "webhooks"), ("DELETE", "requests"), ("OPTIONS", "clock")] {
            let request = format!("{method} /emulator/{path} HTTP/1.1\r\nhost: {address}\r\n{said}\r\n\r\n");
            let (answer, head) = raw(&local, &request);
            refused(&answer, 403, "EMULATOR_FOREIGN_ORIGIN");
            assert!(!head.contains("access-control-"), "{head}");
        }
    }
    // A page of a name that resolves to loopback is of its own origin, and its browser says so.
    let rebound = "host: evil.example\r\norigin: http://evil.example\r\nsec-fetch-site: same-origin\r\n";
    let rebound = advance(&format!("{rebound}content-type: application/json\r\n"), ADVANCE);
    assert_refused(&local, &rebound, "EMULATOR_FOREIGN_HOST");

    for said in [
        format!("origin: HTTP://{}", address.to_uppercase()),
        "sec-fetch-site: none".to_owned(),
        format!("origin: http://{address}\r\nsec-fetch-site: same-origin"),
    ] {
        assert_eq!(raw(&local, &advance(&format!("{head}{said}\r\n"), "{}")).0.0, 200, "{said}");
    }
}

#[test]
fn a_body_that_is_not_labelled_json_is_refused() {
    let local = Local::start();
    let host = format!("host: {}\r\n", address(&local));
    for labelled in [
        "",
        "content-type: text/plain\r\n",
        "content-type: application/x-www-form-urlencoded\r\n",
        "content-type: multipart/form-data; boundary=x\r\n",
        "content-type: text/plain; application/json\r\n",
        "content-type: text/plain, application/json\r\n",
        "content-type: application/jsonp\r\n",
        "content-type: \r\n",
        "content-type: application/json\r\ncontent-type: text/plain\r\n",
    ] {
        assert_refused(&local, &advance(&format!("{host}{labelled}"), ADVANCE), "EMULATOR_NOT_JSON");
        // A form posts an empty body as well.
        assert_refused(&local, &advance(&format!("{host}{labelled}"), ""), "EMULATOR_NOT_JSON");
        for method in ["GET", "DELETE", "PUT", "PATCH"] {
            let request = advance(&format!("{host}{labelled}"), ADVANCE).replace("POST", method);
            assert_refused(&local, &request, "EMULATOR_NOT_JSON");
        }
    }
    let chunked = format!("{host}content-type: text/plain\r\ntransfer-encoding: chunked\r\n");
    let chunked = format!("POST /emulator/reset HTTP/1.1\r\n{chunked}\r\n0\r\n\r\n");
    refused(&raw(&local, &chunked).0, 415, "EMULATOR_NOT_JSON");
    let id = local.payment(&json!({}));
    let reset = format!("POST /emulator/reset HTTP/1.1\r\n{host}content-length: 0\r\n\r\n");
    refused(&raw(&local, &reset).0, 415, "EMULATOR_NOT_JSON");
    assert_eq!(local.caller().get(&format!("receipt/{id}")).0, 200);

    for labelled in ["application/json", "Application/JSON;charset=UTF-8", "application/json ; charset=utf-8"] {
        let request = advance(&format!("{host}content-type: {labelled}\r\n"), ADVANCE);
        assert_eq!(raw(&local, &request).0.0, 200, "{labelled}");
    }
    let (answer, _) = raw(&local, &format!("DELETE /emulator/requests HTTP/1.1\r\n{host}\r\n"));
    assert_eq!(answer, (200, json!({ "ok": true })));
}

#[test]
fn a_webhook_reaches_no_controls_and_no_page_requests_one() {
    let local = Local::start();
    let caller = local.caller();
    let id = local.payment(&json!({ "state": "paid" }));
    let ask = |url: &str, headers: &[(&str, &str)]| {
        let mut all = vec![("authorization", caller.authorization.as_str()), ("content-type", "application/json")];
        all.extend(headers);
        caller.send("POST", "request/webhook", &all, &json!({ "receipt_id": id, "webhook_url": url }).to_string())
    };
    let reset = format!("{}/emulator/reset", local.emulator.url());
    assert_eq!(ask(&reset, &[]).0, 200);
    let listed = local.control("GET", "webhooks", &Value::Null);
    assert_eq!(listed[0]["status"], 403, "{listed}");
    assert!(listed[0]["answer"].as_str().unwrap().contains("EMULATOR_FOREIGN_ORIGIN"), "{listed}");
    assert_eq!(caller.get(&format!("receipt/{id}")).1["status"], 1);

    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    other.set_nonblocking(true).unwrap();
    let url = format!("http://{}/", other.local_addr().unwrap());
    for header in [
        ("origin", "http://evil.example"),
        ("origin", "null"),
        ("origin", local.emulator.url()),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        refused(&ask(&url, &[header]), 403, "EMULATOR_FOREIGN_ORIGIN");
    }
    assert_eq!(local.control("GET", "webhooks", &Value::Null).as_array().map(Vec::len), Some(1));
    assert!(other.accept().is_err());
}
