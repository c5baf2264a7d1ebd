//! An emulator in this process and a plain HTTP client beside it.
#![allow(dead_code, reason = "each test binary uses a part")]
#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

pub(crate) mod console;
pub(crate) mod receiver;
pub(crate) mod window;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bootpay_emulator::{Emulator, Options};
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use ureq::Agent;
use ureq::http::Request;

/// Status and JSON body.
pub(crate) type Answer = (u16, Value);

pub(crate) struct Local {
    pub(crate) emulator: Emulator,
    agent: Agent,
    _runtime: Runtime,
}

/// A merchant's server.
#[derive(Clone)]
pub(crate) struct Caller {
    url: String,
    agent: Agent,
    pub(crate) authorization: String,
}

pub(crate) fn agent() -> Agent {
    Agent::config_builder().http_status_as_error(false).proxy(None).build().into()
}

pub(crate) fn send(agent: &Agent, method: &str, url: &str, headers: &[(&str, &str)], body: &str) -> Answer {
    let mut request = Request::builder().method(method).uri(url);
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let mut response = if body.is_empty() {
        agent.run(request.body(()).unwrap()).unwrap()
    } else {
        agent.run(request.body(body).unwrap()).unwrap()
    };
    let text = response.body_mut().read_to_string().unwrap();
    (response.status().as_u16(), serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

impl Local {
    pub(crate) fn start() -> Self {
        Self::with(Options::default())
    }

    pub(crate) fn with(options: Options) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
        let emulator = runtime.block_on(Emulator::start(options)).unwrap();
        Self { emulator, agent: agent(), _runtime: runtime }
    }

    /// A request to the controls; it must succeed.
    pub(crate) fn control(&self, method: &str, path: &str, body: &Value) -> Value {
        let (status, answer) = self.try_control(method, path, body);
        assert_eq!(status, 200, "{path} {answer}");
        answer
    }

    pub(crate) fn try_control(&self, method: &str, path: &str, body: &Value) -> Answer {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let url = format!("{}/emulator/{path}", self.emulator.url());
        send(&self.agent, method, &url, &[("content-type", "application/json")], &body)
    }

    pub(crate) fn payment(&self, payment: &Value) -> String {
        let receipt = self.control("POST", "payments", payment);
        receipt["receipt_id"].as_str().unwrap().to_owned()
    }

    pub(crate) fn buyer(&self, receipt_id: &str, action: &str) -> Value {
        self.control("POST", &format!("payments/{receipt_id}/buyer"), &json!({ "action": action }))
    }

    pub(crate) fn advance(&self, seconds: u32) {
        self.control("POST", "clock", &json!({ "advance_seconds": seconds }));
    }

    /// Queues a fault for the next request under /v2.
    pub(crate) fn fault(&self, fault: &Value) {
        let mut fault = fault.clone();
        fault["path"] = "/v2".into();
        self.control("POST", "faults", &fault);
    }

    /// Sets the clock to stand still.
    pub(crate) fn stop_clock(&self) {
        self.control("POST", "clock", &json!({ "mode": "manual" }));
    }

    /// A merchant with these webhooks, and its id.
    pub(crate) fn notified(&self, notifications: &Value) -> (Value, String) {
        let merchant = self.control("POST", "merchants", &json!({ "notifications": notifications }));
        let id = merchant["id"].as_str().unwrap().to_owned();
        (merchant, id)
    }

    /// The webhooks of a merchant, once those that are due were tried.
    pub(crate) fn webhooks(&self, merchant: &str) -> Vec<Value> {
        let listed = self.control("GET", &format!("webhooks?merchant={merchant}"), &Value::Null);
        listed.as_array().unwrap().clone()
    }

    pub(crate) fn requests(&self) -> Vec<Value> {
        self.control("GET", "requests", &Value::Null).as_array().unwrap().clone()
    }

    /// A caller with the default merchant's keys, with Basic.
    pub(crate) fn caller(&self) -> Caller {
        self.caller_of(&json!(self.emulator.merchant()))
    }

    pub(crate) fn caller_of(&self, merchant: &Value) -> Caller {
        let text = |name: &str| merchant[name].as_str().unwrap().to_owned();
        let pair = STANDARD.encode(format!("{}:{}", text("client_key"), text("secret_key")));
        self.caller_with(format!("Basic {pair}"))
    }

    pub(crate) fn caller_with(&self, authorization: String) -> Caller {
        Caller { url: self.emulator.url().to_owned(), agent: agent(), authorization }
    }
}

impl Caller {
    /// A well-made request, with every header.
    pub(crate) fn call(&self, method: &str, path: &str, body: &Value) -> Answer {
        let headers = [
            ("authorization", self.authorization.as_str()),
            ("content-type", "application/json"),
            ("accept", "application/json"),
            ("bootpay-api-version", "5.2.0"),
        ];
        let body = if body.is_null() { String::new() } else { body.to_string() };
        self.send(method, path, &headers, &body)
    }

    pub(crate) fn send(&self, method: &str, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        send(&self.agent, method, &format!("{}/v2/{path}", self.url), headers, body)
    }

    /// A cancel whose connection is cut without a response.
    pub(crate) fn cut_off(&self, headers: &[(&str, &str)], receipt_id: &str) {
        let mut request = self.agent.post(format!("{}/v2/cancel", self.url));
        request = request.header("authorization", &self.authorization);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        assert!(request.send_json(json!({ "receipt_id": receipt_id })).is_err());
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.call("GET", path, &Value::Null)
    }

    pub(crate) fn confirm(&self, receipt_id: &str) -> Answer {
        self.call("POST", "confirm", &json!({ "receipt_id": receipt_id }))
    }

    pub(crate) fn cancel(&self, receipt_id: &str, rest: &Value) -> Answer {
        let mut body = rest.clone();
        body["receipt_id"] = receipt_id.into();
        self.call("POST", "cancel", &body)
    }
}

/// Asserts a refusal with this status and code, with code and message only; returns the message.
#[track_caller]
pub(crate) fn refused(answer: &Answer, status: u16, code: &str) -> String {
    assert_eq!((answer.0, answer.1["error_code"].as_str()), (status, Some(code)), "{}", answer.1);
    assert_eq!(answer.1.as_object().unwrap().len(), 2, "{}", answer.1);
    answer.1["message"].as_str().unwrap().to_owned()
}

/// Asserts a receipt with this status, and returns it.
#[track_caller]
pub(crate) fn receipt(answer: &Answer, status: i64) -> &Value {
    assert_eq!((answer.0, answer.1["status"].as_i64()), (200, Some(status)), "{}", answer.1);
    &answer.1
}

/// A connection on which bytes can be counted.
pub(crate) struct Wire {
    stream: TcpStream,
    authorization: String,
}

impl Wire {
    pub(crate) fn to(local: &Local) -> Self {
        let stream = TcpStream::connect(local.emulator.url().trim_start_matches("http://")).unwrap();
        Self { stream, authorization: local.caller().authorization }
    }

    pub(crate) fn ask(&mut self, path: &str) {
        self.send("GET", path, "", "");
    }

    /// Asks, and announces that no request follows.
    pub(crate) fn ask_last(&mut self, path: &str) {
        self.send("GET", path, "connection: close\r\n", "");
    }

    pub(crate) fn post(&mut self, path: &str, body: &Value) {
        let body = body.to_string();
        self.send("POST", path, &format!("content-length: {}\r\n", body.len()), &body);
    }

    fn send(&mut self, method: &str, path: &str, headers: &str, body: &str) {
        let authorization = &self.authorization;
        let head =
            format!("{method} /v2/{path} HTTP/1.1\r\nhost: x\r\nauthorization: {authorization}\r\n{headers}\r\n");
        self.stream.write_all((head + body).as_bytes()).unwrap();
    }

    /// Reads this many bytes or more.
    pub(crate) fn hear_at_least(&mut self, length: usize) -> String {
        self.stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let (mut all, mut buffer) = (Vec::new(), [0; 4096]);
        while all.len() < length {
            let read = self.stream.read(&mut buffer).unwrap();
            assert!(read > 0, "it ended after {} bytes", all.len());
            all.extend(&buffer[..read]);
        }
        String::from_utf8(all).unwrap()
    }

    /// Reads until the end, or until nothing has come for `patience`; and whether the connection ended.
    pub(crate) fn hear(&mut self, patience: Duration) -> (String, bool) {
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
