//! The program: its first line, its end, its certificate, its seed and its file.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::collections::{HashMap, HashSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use bootpay_emulator::{Emulator, Options};
use common::receiver::{Receiver, Reply, SUCCESS};
use common::{Local, send};
use serde_json::{Value, json};
use ureq::Agent;
use ureq::tls::{Certificate, RootCerts, TlsConfig};

struct Program {
    child: Child,
    first_line: Value,
}

impl Program {
    fn start(arguments: &[&str]) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bootpay-emulator"))
            .args(arguments)
            .arg("--stop-with-stdin")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, first_line: serde_json::from_str(&line).unwrap() }
    }

    fn url(&self) -> &str {
        self.first_line["url"].as_str().unwrap()
    }

    fn ends(&mut self) -> Option<bool> {
        drop(self.child.stdin.take());
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(5) {
            if let Some(status) = self.child.try_wait().unwrap() {
                return Some(status.success());
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        None
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn it_says_where_it_is_and_ends_with_its_parent() {
    let mut program = Program::start(&["--port", "0"]);
    assert!(program.url().starts_with("http://127.0.0.1:"));
    assert!(program.first_line["ca"].is_null());
    let merchant = program.first_line["merchant"].as_object().unwrap();
    assert_eq!(
        merchant.keys().collect::<Vec<_>>(),
        ["application_id", "client_key", "id", "private_key", "secret_key"]
    );
    let health = send(&common::agent(), "GET", &format!("{}/emulator/health", program.url()), &[], "");
    assert_eq!((health.0, &health.1["ok"]), (200, &json!(true)));
    assert_eq!(program.ends(), Some(true));
}

#[test]
fn it_says_where_its_console_is() {
    let program = Program::start(&[]);
    let console = program.first_line["console"].as_str().unwrap().to_owned();
    assert!(console.starts_with("http://127.0.0.1:") && console != program.url());
    assert_eq!(send(&common::agent(), "GET", &console, &[], "").0, 200);
    let port = console.rsplit(':').next().unwrap();
    drop(program);
    let again = Program::start(&["--console-port", port]);
    assert!(again.first_line["console"].as_str().unwrap().ends_with(port));
    assert!(Program::start(&["--no-console"]).first_line["console"].is_null());
}

#[test]
fn https_with_an_authority_of_its_own() {
    let health = |program: &Program, trusted: bool| {
        let mut tls = TlsConfig::builder();
        if trusted {
            let ca = program.first_line["ca"].as_str().unwrap();
            let ca = Certificate::from_pem(ca.as_bytes()).unwrap();
            tls = tls.root_certs(RootCerts::new_with_certs(&[ca]));
        }
        let agent: Agent = Agent::config_builder().proxy(None).tls_config(tls.build()).build().into();
        agent.get(format!("{}/emulator/health", program.url())).call().map(|response| response.status().as_u16())
    };
    let valid = Program::start(&["--tls"]);
    assert!(valid.url().starts_with("https://127.0.0.1:"));
    assert_eq!(health(&valid, true).unwrap(), 200);
    assert!(health(&valid, false).is_err());
    let expired = Program::start(&["--tls", "--certificate", "expired"]);
    let error = health(&expired, true).unwrap_err().to_string().to_lowercase();
    assert!(error.contains("expired"), "{error}");
    let wrong_host = Program::start(&["--tls", "--certificate", "wrong-host"]);
    let error = health(&wrong_host, true).unwrap_err().to_string().to_lowercase();
    assert!(error.contains("not valid for name"), "{error}");
}

#[test]
fn the_same_seed_makes_the_same_ids() {
    let run = |seed: u64| {
        let mut options = Options::default();
        options.seed = seed;
        let local = Local::with(options);
        let merchant = local.control("POST", "merchants", &json!({}));
        let ids = [local.payment(&json!({})), local.payment(&json!({}))];
        (json!(local.emulator.merchant()), merchant, ids)
    };
    assert_eq!(run(7), run(7));
    assert_ne!(run(7), run(8));
}

#[test]
fn a_reset_leads_back_to_the_start() {
    let local = Local::start();
    let (caller, first) = (local.caller(), local.payment(&json!({ "state": "paid" })));
    let wall = local.control("GET", "clock", &Value::Null)["now"].clone();
    local.advance(86_400);
    let reset = local.control("POST", "reset", &Value::Null);
    assert_eq!(reset["merchant"], json!(local.emulator.merchant()));
    assert_eq!(caller.get(&format!("receipt/{first}")).0, 404);
    assert_eq!(local.payment(&json!({})), first);
    let now = local.control("GET", "clock", &Value::Null);
    assert_eq!((&now["mode"], &now["now"].as_str().unwrap()[..10]), (&json!("real"), &wall.as_str().unwrap()[..10]));
}

#[test]
fn a_file_outlives_the_program() {
    let file = std::env::temp_dir().join(format!("bootpay-emulator-{}.sqlite", std::process::id()));
    let start = |seed| {
        let mut options = Options::default();
        (options.seed, options.data) = (seed, Some(file.clone()));
        Local::with(options)
    };
    let before = start(3);
    let merchant = before.emulator.merchant().clone();
    let id = before.payment(&json!({ "price": 7000, "state": "paid" }));
    drop(before);
    let after = start(4);
    assert_eq!(after.emulator.merchant(), &merchant);
    assert_eq!(after.caller().get(&format!("receipt/{id}")).1["price"], 7000);
    assert_ne!(after.payment(&json!({})), id);
    drop(after);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
}

/// The webhooks in a file whose acknowledgement is recorded, by order.
fn recorded(file: &Path) -> HashSet<String> {
    let database = rusqlite::Connection::open(file).unwrap();
    let mut query =
        database.prepare("SELECT delivery ->> '$.body.order_id' FROM deliveries WHERE state = 'acknowledged'").unwrap();
    let orders = query.query_map([], |row| row.get(0)).unwrap();
    orders.map(Result::unwrap).collect()
}

#[test]
fn a_kill_in_the_middle_of_deliveries_loses_and_repeats_none() {
    let file = std::env::temp_dir().join(format!("bootpay-emulator-kill-{}.sqlite", std::process::id()));
    let data = ["--data", file.to_str().unwrap()];
    let receiver = Receiver::start(|_, _| {
        std::thread::sleep(Duration::from_millis(20));
        Reply::ok(SUCCESS)
    });
    let agent = common::agent();
    let control = |program: &Program, path: &str, body: &Value| {
        let url = format!("{}/emulator/{path}", program.url());
        let answer = send(&agent, "POST", &url, &[("content-type", "application/json")], &body.to_string());
        assert_eq!(answer.0, 200, "{}", answer.1);
        answer.1
    };
    let mut program = Program::start(&data);
    control(&program, "clock", &json!({ "mode": "manual" }));
    let settings = json!({ "notifications": { "webhook": { "url": receiver.url } } });
    let merchant = control(&program, "merchants", &settings)["id"].clone();
    let pay = |program: &Program, order: &str, extra: Value| {
        control(
            program,
            "payments",
            &json!({ "merchant": merchant, "state": "paid", "order_id": order, "extra": extra }),
        );
    };
    // Each of these payments is acknowledged by its response.
    pay(&program, "later", json!({ "webhook_delay_duration": 60 }));
    for number in 0..40 {
        pay(&program, &format!("o-{number}"), json!({}));
    }
    receiver.wait_for(10);
    program.child.kill().unwrap();
    program.child.wait().unwrap();
    // What the receiver got before the end of the program has arrived by now.
    std::thread::sleep(Duration::from_millis(100));
    let (before, sent_before) = (recorded(&file), receiver.bodies());
    assert!(!before.is_empty() && before.len() < 40, "{} were recorded", before.len());

    let restarted = Program::start(&data);
    receiver.wait_for(40);
    control(&restarted, "clock", &json!({ "advance_seconds": 60 }));
    let order = |body: &Value| body["order_id"].as_str().unwrap().to_owned();
    let mut times: HashMap<String, usize> = HashMap::new();
    for body in receiver.bodies() {
        *times.entry(order(&body)).or_default() += 1;
    }
    assert_eq!(times.len(), 41, "{times:?}");
    let repeated: Vec<_> = times.iter().filter(|(_, times)| **times > 1).collect();
    assert!(
        repeated.len() <= 1 && repeated.iter().all(|(order, times)| **times == 2 && !before.contains(*order)),
        "{repeated:?}"
    );
    let again: Vec<_> = receiver.bodies()[sent_before.len()..].iter().map(order).collect();
    assert!(again.iter().all(|order| !before.contains(order)), "{again:?}");
    assert_eq!(recorded(&file).len(), 41);
    drop(restarted);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
}

#[test]
fn a_file_of_another_program_is_left_alone() {
    let file = std::env::temp_dir().join(format!("bootpay-other-{}.sqlite", std::process::id()));
    let other = rusqlite::Connection::open(&file).unwrap();
    other.execute_batch("CREATE TABLE theirs (x)").unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut options = Options::default();
    options.data = Some(file.clone());
    let error = runtime.block_on(Emulator::start(options)).unwrap_err();
    assert!(error.to_string().contains("another program"), "{error}");
    let tables: i64 = other.query_row("SELECT count(*) FROM sqlite_master", [], |row| row.get(0)).unwrap();
    assert_eq!(tables, 1);
    drop(other);
    for end in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{end}", file.display()));
    }
}

#[test]
fn dropping_it_stops_it() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let emulator = runtime.block_on(Emulator::start(Options::default())).unwrap();
    let url = format!("{}/emulator/health", emulator.url());
    assert!(common::agent().get(&url).call().is_ok());
    drop(emulator);
    let start = Instant::now();
    while common::agent().get(&url).call().is_ok() {
        assert!(start.elapsed() < Duration::from_secs(5), "still there");
    }
}
