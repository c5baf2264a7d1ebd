//! Look-ups a second, the time of a start, the console with 100,000 payments, and 500 payments a second with the console
//! open in three tabs. Run with --release, --ignored and --nocapture; `LOAD_PROGRAM` names another program to compare
//! with.
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
    let before = ticks(&program.child);
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
    let done = done.load(Relaxed);
    let rate = done / usize::try_from(TIME.as_secs()).unwrap();
    let used = (ticks(&program.child) - before) * TICK_MICROS / u64::try_from(done).unwrap();
    println!("look-ups: {rate} a second over {CONNECTIONS} connections, {used} µs of a processor for each");
    assert!(rate > 500, "{rate}");
}

/// Linux counts a program's time in hundredths of a second.
const TICK_MICROS: u64 = 10_000;

/// The processor's time that the program used: unlike a rate, it says the same on a busy machine.
fn ticks(child: &Child) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", child.id())).unwrap();
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    fields.split(' ').skip(11).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum()
}

/// The memory that the program holds, in megabytes.
fn memory(child: &Child) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}

#[test]
#[ignore = "a measurement"]
fn the_console_with_100_000_payments() {
    const PAYMENTS: usize = 100_000;
    const MAKERS: usize = 4;
    let program = Program::start();
    let order = |number: usize| {
        let (state, name) = match number % 10 {
            0 => ("cancelled", "반품된 모자"),
            1 => ("ready", "무선 이어폰"),
            2 => ("waiting_confirm", "녹차"),
            _ => ("paid", "책"),
        };
        json!({ "order_id": format!("o-{number}"), "order_name": format!("{name} {number}"), "state": state })
    };
    std::thread::scope(|threads| {
        for maker in 0..MAKERS {
            let url = format!("{}/emulator/payments", program.url());
            threads.spawn(move || {
                let agent = common::agent();
                for number in (maker..PAYMENTS).step_by(MAKERS) {
                    let made = common::send(
                        &agent,
                        "POST",
                        &url,
                        &[("content-type", "application/json")],
                        &order(number).to_string(),
                    );
                    assert_eq!(made.0, 200, "{}", made.1);
                }
            });
        }
    });
    let console = program.first_line["console"].as_str().unwrap();
    let agent = common::agent();
    let mut slowest = Duration::ZERO;
    for path in [
        "/",
        "/payments",
        "/payments?q=status%3Apaid",
        "/payments?before=50000",
        "/payments?before=60",
        "/payments?q=%EC%9D%B4%EC%96%B4%ED%8F%B0+99991",
        "/payments?q=nothing-like-this",
        "/payments?q=method%3Aphone&before=50000",
        "/payments?q=has%3Afault",
        "/payments/latest",
        "/requests",
        "/webhooks",
        "/webhooks?state=failed",
    ] {
        let times: Vec<_> = (0..10)
            .map(|_| {
                let begun = Instant::now();
                let page = common::send(&agent, "GET", &format!("{console}{path}"), &[], "");
                assert_eq!(page.0, 200, "{path}");
                begun.elapsed()
            })
            .collect();
        let worst = times.iter().max().unwrap();
        println!("{path}: {:?} at best, {worst:?} at worst", times.iter().min().unwrap());
        slowest = slowest.max(*worst);
    }
    let megabytes = memory(&program.child);
    println!("memory: {megabytes} MB");
    assert!(slowest < Duration::from_millis(100), "{slowest:?}");
    assert!(megabytes < 100, "{megabytes} MB");
}

const A_SECOND: u32 = 500;
const PACED: u32 = 30;

/// Makes payments at an even pace on `CONNECTIONS` connections, however long each takes; returns the times from the
/// moment at which a payment was due to its answer, in order.
fn paced_payments(program: &Program) -> Vec<Duration> {
    let begun = Instant::now();
    let next = AtomicUsize::new(0);
    let total = (A_SECOND * PACED) as usize;
    let mut times: Vec<Duration> = std::thread::scope(|threads| {
        let makers: Vec<_> = (0..CONNECTIONS)
            .map(|_| {
                threads.spawn(|| {
                    let agent = common::agent();
                    let url = format!("{}/emulator/payments", program.url());
                    let mut times = Vec::new();
                    loop {
                        let number = next.fetch_add(1, Relaxed);
                        if number >= total {
                            return times;
                        }
                        let due = begun + Duration::from_secs(1) / A_SECOND * u32::try_from(number).unwrap();
                        std::thread::sleep(due.saturating_duration_since(Instant::now()));
                        let body = json!({ "order_id": format!("o-{number}"), "state": "paid" }).to_string();
                        let made = common::send(&agent, "POST", &url, &[("content-type", "application/json")], &body);
                        assert_eq!(made.0, 200, "{}", made.1);
                        times.push(due.elapsed());
                    }
                })
            })
            .collect();
        makers.into_iter().flat_map(|maker| maker.join().unwrap()).collect()
    });
    times.sort_unstable();
    times
}

/// A tab with the list of payments: hears the stream, and fetches the list when it names something. Returns the fetches
/// and the slowest.
fn tab(console: &str, over: &AtomicBool) -> (usize, Duration) {
    let address = console.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).unwrap();
    stream.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
    write!(stream, "GET /events HTTP/1.1\r\nhost: {address}\r\n\r\n").unwrap();
    let agent = common::agent();
    let (mut heard, mut fetches, mut slowest) = (vec![0; 1 << 12], 0, Duration::ZERO);
    while !over.load(Relaxed) {
        let Ok(read @ 1..) = stream.read(&mut heard) else { continue };
        let text = String::from_utf8_lossy(&heard[..read]).into_owned();
        if !text.contains("event: state") && !text.contains("event: all") {
            continue;
        }
        let begun = Instant::now();
        assert_eq!(common::send(&agent, "GET", &format!("{console}/payments"), &[], "").0, 200);
        (fetches, slowest) = (fetches + 1, slowest.max(begun.elapsed()));
    }
    (fetches, slowest)
}

#[test]
#[ignore = "a measurement"]
fn five_hundred_payments_a_second_with_three_tabs() {
    // Each with a program of its own, so that both fill an empty database; alternately, so that both meet the same
    // machine.
    for _ in 0..2 {
        for tabs in [0, 3] {
            let program = Program::start();
            let console = program.first_line["console"].as_str().unwrap();
            let over = AtomicBool::new(false);
            std::thread::scope(|threads| {
                let open: Vec<_> = (0..tabs).map(|_| threads.spawn(|| tab(console, &over))).collect();
                let times = paced_payments(&program);
                over.store(true, Relaxed);
                let at = |hundredths: usize| times[times.len() * hundredths / 100];
                println!("{tabs} tabs: p50 {:?}, p99 {:?}", at(50), at(99));
                for tab in open {
                    let (fetches, slowest) = tab.join().unwrap();
                    println!("  a tab: {fetches} fetches in {PACED} s, the slowest {slowest:?}");
                    assert!(fetches > 0 && fetches <= 2 * PACED as usize + 2, "{fetches}");
                    assert!(slowest < Duration::from_secs(1), "{slowest:?}");
                }
            });
        }
    }
}
