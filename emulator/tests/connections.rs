//! Faults of a connection: responses out of step, a close that meets a request, and floods.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use common::{Local, Wire, refused};
use serde_json::{Value, json};

const SHORT: Duration = Duration::from_millis(300);

/// An emulator whose clock stands still, so that one response equals another, with payments for these orders.
fn with_orders<const N: usize>(orders: [&str; N]) -> (Local, [String; N]) {
    let local = Local::start();
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let ids = orders.map(|order| local.payment(&json!({ "order_id": order })));
    (local, ids)
}

/// Asserts that these bytes are one response, about one order.
#[track_caller]
fn about(heard: &str, order: &str) {
    assert_eq!(heard.matches("HTTP/1.1 200 OK\r\n").count(), 1, "{heard}");
    assert!(heard.contains(&format!(r#""order_id":"{order}""#)), "{order}: {heard}");
}

#[test]
fn the_next_request_reads_a_stray_copy_and_later_ones_a_late_response() {
    let (local, [one, two, three]) = with_orders(["o-1", "o-2", "o-3"]);
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "stray_copy" }));
    wire.ask(&format!("receipt/{one}"));
    let (first, _) = wire.hear(SHORT);
    about(&first, "o-1");
    // A client that reads an idle connection sees nothing of it.
    assert_eq!(wire.hear(SHORT), (String::new(), false));
    for (id, read) in [(&two, "o-1"), (&three, "o-2"), (&one, "o-3")] {
        wire.ask(&format!("receipt/{id}"));
        let (heard, ended) = wire.hear(SHORT);
        about(&heard, read);
        assert!(!ended);
    }
    assert_eq!(local.requests().len(), 4, "each was carried out as it arrived");
    // The copy comes last where no request follows.
    local.fault(&json!({ "kind": "stray_copy" }));
    let mut wire = Wire::to(&local);
    wire.ask_last(&format!("receipt/{one}"));
    let (twice, ended) = wire.hear(SHORT);
    assert!(twice == first.repeat(2) && ended, "{twice}");
    // Another connection is in step.
    let mut wire = Wire::to(&local);
    wire.ask(&format!("receipt/{two}"));
    about(&wire.hear(SHORT).0, "o-2");
}

#[test]
fn a_withheld_response_is_read_by_the_next_request() {
    let (local, [one, two, three]) = with_orders(["o-1", "o-2", "o-3"]);
    let caller = local.caller();
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "withheld" }));
    wire.post("confirm", &json!({ "receipt_id": one }));
    assert_eq!(wire.hear(SHORT), (String::new(), false));
    assert_eq!(caller.get(&format!("receipt/{one}")).1["status"], 1, "it was carried out");
    for (id, read) in [(&two, "o-1"), (&three, "o-2")] {
        wire.ask(&format!("receipt/{id}"));
        about(&wire.hear(SHORT).0, read);
    }
    // A request that was sent before is not lost, and a fault of its own breaks it as always.
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "withheld" }));
    wire.ask(&format!("receipt/{one}"));
    wire.ask(&format!("receipt/{two}"));
    about(&wire.hear(SHORT).0, "o-1");
    local.fault(&json!({ "kind": "reset" }));
    wire.ask(&format!("receipt/{three}"));
    let (heard, ended) = wire.hear(SHORT);
    about(&heard, "o-2");
    assert!(ended);
}

#[test]
fn a_connection_closes_as_the_next_request_arrives() {
    let (local, [one, two]) = with_orders(["o-1", "o-2"]);
    let mut wire = Wire::to(&local);
    local.fault(&json!({ "kind": "closed_idle" }));
    wire.ask(&format!("receipt/{one}"));
    let (heard, ended) = wire.hear(SHORT);
    about(&heard, "o-1");
    assert!(!ended, "idle, it stays open");
    wire.post("confirm", &json!({ "receipt_id": two }));
    assert_eq!(wire.hear(SHORT), (String::new(), true));
    assert_eq!(local.requests().len(), 1, "the request never arrived");
    assert_eq!(local.caller().get(&format!("receipt/{two}")).1["status"], 2);
}

#[test]
fn floods_have_no_end() {
    let (local, [id]) = with_orders(["o-1"]);
    for (kind, start, rest) in [
        ("flood_100", "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n", "HTTP/1.1 100 Continue\r\n\r\n"),
        ("flood_103", "HTTP/1.1 103 Early Hints\r\nlink: </tea.css>; rel=preload\r\n\r\nHTTP/1.1 103 ", "\r\n\r\nHTTP"),
        ("flood_blank_lines", "\r\n\r\n", "\r\n\r\n"),
        ("flood_headers", "HTTP/1.1 200 OK\r\ncontent-type: application/json", "\r\nx-flood: 0\r\nx-flood: 0\r\n"),
        ("flood_chunk_size", "HTTP/1.1 200 OK\r\n", "transfer-encoding: chunked\r\n\r\n0000"),
        ("flood_chunk_extension", "HTTP/1.1 200 OK\r\n", "\r\n\r\n1;x=0000"),
        ("flood_body", "HTTP/1.1 200 OK\r\n", "}\r\n1\r\n \r\n1\r\n \r\n"),
        ("flood_trailers", "HTTP/1.1 200 OK\r\n", "}\r\n0\r\nx-flood: 0\r\nx-flood: 0\r\n"),
    ] {
        local.fault(&json!({ "kind": kind, "when": "after" }));
        let mut wire = Wire::to(&local);
        wire.ask(&format!("receipt/{id}"));
        let heard = wire.hear_at_least(1 << 20);
        assert!(heard.starts_with(start), "{kind}: {:?}", &heard[..200]);
        assert!(heard[..1 << 12].contains(rest), "{kind}: {:?}", &heard[..1 << 12]);
    }
    let faults: Vec<_> = local.requests().iter().map(|entry| entry["fault"].clone()).collect();
    assert_eq!(faults.len(), 8, "{faults:?}");
    // A flood is the response to a request that is carried out, or not.
    for (when, status) in [("before", 2), ("after", 1)] {
        local.fault(&json!({ "kind": "flood_100", "when": when }));
        let mut wire = Wire::to(&local);
        wire.post("confirm", &json!({ "receipt_id": id }));
        wire.hear_at_least(1 << 12);
        assert_eq!(local.caller().get(&format!("receipt/{id}")).1["status"], status, "{when}");
    }
    local.control("DELETE", "faults", &Value::Null);
    for wrong in [
        json!({ "path": "/v2", "kind": "stray_copy", "when": "after" }),
        json!({ "path": "/v2", "kind": "withheld", "seconds": 1 }),
        json!({ "path": "/v2", "kind": "closed_idle", "when": "before" }),
        json!({ "path": "/v2", "kind": "flood_103", "seconds": 1 }),
    ] {
        refused(&local.try_control("POST", "faults", &wrong), 400, "EMULATOR_CONTROL");
    }
}

#[test]
fn a_connection_outlives_a_chunked_body_that_ends_late() {
    let local = Local::start();
    let mut stream = TcpStream::connect(local.emulator.url().trim_start_matches("http://")).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    let head = "host: 127.0.0.1\r\ncontent-type: application/json\r\n";
    let (mut text, mut buffer) = (String::new(), [0; 4096]);
    write!(stream, "POST /emulator/reset HTTP/1.1\r\n{head}transfer-encoding: chunked\r\n\r\n").unwrap();
    std::thread::sleep(Duration::from_millis(50));
    write!(stream, "0\r\n\r\nGET /emulator/health HTTP/1.1\r\n{head}\r\n").unwrap();
    while !text.contains("\"version\"") {
        let read = stream.read(&mut buffer).unwrap();
        assert!(read > 0, "the connection ended: {text}");
        text += std::str::from_utf8(&buffer[..read]).unwrap();
    }
}
