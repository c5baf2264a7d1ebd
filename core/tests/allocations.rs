//! How much memory a call asks for: a budget that does not depend on the clock.
//!
//! Counted for the whole process, so this program has one test, and its server asks for none.

#![allow(clippy::unwrap_used)]

mod support;

use std::{
    alloc::System,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    thread,
};

use bootpay_core::{Bootpay, model::GetReceipt};
use serde_json::json;
use stats_alloc::{INSTRUMENTED_SYSTEM, Region, StatsAlloc};
use support::{Emulator, client, text};

#[global_allocator]
static MEMORY: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const CALLS: usize = 200;
/// Of a look-up, from the call to the typed receipt. Raise it only with a reason; lower it when a
/// change has earned it.
///
/// reqwest accounts for 28 of the allocations and 5 kB: a `Url` parsed into a `Uri`, its layers of boxed
/// futures. That is the price of a kept library instead of a connector of our own.
const ALLOCATIONS: usize = 88;
const BYTES: usize = 27_500;

#[test]
fn a_look_up_keeps_to_its_budget() {
    let (receipt_id, reply) = reply_of_the_emulator();
    let client = client(&replaying(reply));
    let look_up = |client: &Bootpay| client.payments().get(GetReceipt::new(&*receipt_id)).wait().unwrap();
    for _ in 0..20 {
        look_up(&client);
    }
    let region = Region::new(MEMORY);
    for _ in 0..CALLS {
        look_up(&client);
    }
    let used = region.change();
    let allocations = (used.allocations + used.reallocations) / CALLS;
    let bytes = used.bytes_allocated / CALLS;
    println!("{allocations} allocations, {bytes} bytes per look-up");
    assert!(allocations <= ALLOCATIONS, "{allocations} allocations per look-up, {ALLOCATIONS} are allowed");
    assert!(bytes <= BYTES, "{bytes} bytes per look-up, {BYTES} are allowed");
}

/// A receipt's id, and the bytes of the answer to its look-up.
fn reply_of_the_emulator() -> (String, Vec<u8>) {
    let emulator = Emulator::start();
    let payment = emulator.pay(&json!({ "price": 15_000, "state": "paid", "metadata": { "cart_id": "c-88213405" } }));
    let receipt_id = text(&payment, "receipt_id").to_owned();
    let merchant = &emulator.merchant;
    let credentials = format!("{}:{}", text(merchant, "client_key"), text(merchant, "secret_key"));
    let authorization = base64::Engine::encode(&base64::prelude::BASE64_STANDARD, credentials);
    let mut stream = TcpStream::connect(emulator.url.trim_start_matches("http://")).unwrap();
    let request = format!(
        "GET /v2/receipt/{receipt_id} HTTP/1.1\r\nhost: localhost\r\nauthorization: Basic {authorization}\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).unwrap();
    let mut reply = vec![0; 64 << 10];
    let length = stream.read(&mut reply).unwrap();
    reply.truncate(length);
    assert!(reply.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&reply));
    assert!(reply.ends_with(b"}"), "the reply came in pieces");
    (receipt_id, reply)
}

/// Where every request of one connection is answered with this, without asking for memory.
fn replaying(reply: Vec<u8>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    thread::spawn(move || {
        let mut stream = listener.accept().unwrap().0;
        stream.set_nodelay(true).unwrap();
        let (mut request, mut filled) = ([0; 4096], 0);
        while let Ok(read @ 1..) = stream.read(&mut request[filled..]) {
            filled += read;
            if request[..filled].ends_with(b"\r\n\r\n") {
                filled = 0;
                stream.write_all(&reply).unwrap();
            }
        }
    });
    url
}
