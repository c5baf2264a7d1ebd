//! Look-ups a second, and the time of a start. Run with --release and --ignored; `LOAD_PROGRAM` names another program
//! to compare with.
#![allow(clippy::unwrap_used, reason = "a panic is the report")]
#![allow(clippy::print_stdout, reason = "the figures are the result")]

mod common;

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};
use std::time::{Duration, Instant};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Value, json};

const CONNECTIONS: usize = 8;
const TIME: Duration = Duration::from_secs(4);

struct Program {
    child: Child,
    first_line: Value,
    started_in: Duration,
}

impl Program {
    fn start() -> Self {
        let program = std::env::var("LOAD_PROGRAM").unwrap_or(env!("CARGO_BIN_EXE_bootpay-emulator").into());
        let begun = Instant::now();
        let mut child = Command::new(program)
            .args(std::env::var("LOAD_ARGUMENTS").unwrap_or_default().split_whitespace())
            .arg("--stop-with-stdin")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        Self { child, first_line: serde_json::from_str(&line).unwrap(), started_in: begun.elapsed() }
    }

    fn url(&self) -> &str {
        self.first_line["url"].as_str().unwrap()
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// One look-up on an open connection; returns whether it was answered with 200.
fn look_up(stream: &mut TcpStream, request: &str, answer: &mut [u8]) -> bool {
    stream.write_all(request.as_bytes()).unwrap();
    let mut read = 0;
    loop {
        read += stream.read(&mut answer[read..]).unwrap();
        let text = std::str::from_utf8(&answer[..read]).unwrap_or_default();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length =
            head.lines().find_map(|line| line.to_ascii_lowercase().strip_prefix("content-length: ")?.parse().ok());
        if body.len() >= length.unwrap_or(0usize) {
            return head.starts_with("HTTP/1.1 200");
        }
    }
}

#[test]
#[ignore = "a measurement"]
fn look_ups_a_second() {
    let started: Vec<_> = (0..10).map(|_| Program::start().started_in).collect();
    println!("start: {:?} at best", started.iter().min().unwrap());
    let program = Program::start();
    let merchant = &program.first_line["merchant"];
    let pair = format!("{}:{}", merchant["client_key"].as_str().unwrap(), merchant["secret_key"].as_str().unwrap());
    let authorization = format!("Basic {}", STANDARD.encode(pair));
    let json_type = [("content-type", "application/json")];
    let made = common::send(
        &common::agent(),
        "POST",
        &format!("{}/emulator/payments", program.url()),
        &json_type,
        &json!({ "state": "paid" }).to_string(),
    );
    let address = program.url().strip_prefix("http://").unwrap();
    let request = format!(
        "GET /v2/receipt/{} HTTP/1.1\r\nhost: {address}\r\nauthorization: {authorization}\r\naccept: application/json\r\n\r\n",
        made.1["receipt_id"].as_str().unwrap()
    );
    let (done, over) = (AtomicUsize::new(0), AtomicBool::new(false));
    std::thread::scope(|threads| {
        for _ in 0..CONNECTIONS {
            threads.spawn(|| {
                let mut stream = TcpStream::connect(address).unwrap();
                stream.set_nodelay(true).unwrap();
                let mut answer = vec![0; 1 << 16];
                while !over.load(Relaxed) {
                    assert!(look_up(&mut stream, &request, &mut answer));
                    done.fetch_add(1, Relaxed);
                }
            });
        }
        std::thread::sleep(TIME);
        over.store(true, Relaxed);
    });
    let rate = done.load(Relaxed) / usize::try_from(TIME.as_secs()).unwrap();
    println!("look-ups: {rate} a second over {CONNECTIONS} connections");
    assert!(rate > 500, "{rate}");
}
