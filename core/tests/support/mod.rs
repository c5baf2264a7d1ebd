//! An emulator for Rust's tests, and the buttons of its control API.

#![allow(dead_code)] // each test binary uses its part

use std::{
    io::{self, BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex, mpsc},
    thread,
};

use bootpay_core::{Bootpay, ClientOptions, Credentials};
use bootpay_emulator::{Certificate, Options};
use serde_json::{Value, json};

/// An emulator on a thread of its own.
pub(crate) struct Emulator {
    pub(crate) url: String,
    pub(crate) ca: Option<String>,
    pub(crate) merchant: Value,
    /// Keeps its connection, so that the controls are reached whatever the next one meets.
    agent: ureq::Agent,
    _stop: tokio::sync::oneshot::Sender<()>,
}

impl Emulator {
    pub(crate) fn start() -> Self {
        Self::with(None)
    }

    pub(crate) fn with(tls: Option<Certificate>) -> Self {
        let (ready, started) = mpsc::channel();
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
            runtime.block_on(async {
                let mut options = Options::default();
                options.tls = tls;
                let emulator = bootpay_emulator::Emulator::start(options).await.unwrap();
                let merchant = serde_json::to_value(emulator.merchant()).unwrap();
                ready.send((emulator.url().to_owned(), emulator.ca_pem().map(str::to_owned), merchant)).unwrap();
                let _ = stopped.await;
            });
        });
        let (url, ca, merchant) = started.recv().unwrap();
        let agent = agent(ca.as_deref());
        Self { url, ca, merchant, agent, _stop: stop }
    }

    pub(crate) fn control(&self, method: &str, path: &str, body: Option<&Value>) -> Value {
        let url = format!("{}{path}", self.url);
        let reply = match (method, body) {
            ("GET", _) => self.agent.get(&url).call(),
            ("DELETE", _) => self.agent.delete(&url).call(),
            (_, body) => self.agent.post(&url).send_json(body.unwrap_or(&json!({}))),
        };
        reply.unwrap_or_else(|error| panic!("{method} {path} {body:?}: {error}")).body_mut().read_json().unwrap()
    }

    pub(crate) fn pay(&self, payment: &Value) -> Value {
        self.control("POST", "/emulator/payments", Some(payment))
    }

    pub(crate) fn fault(&self, fault: &Value) {
        self.control("POST", "/emulator/faults", Some(fault));
    }

    pub(crate) fn requests(&self) -> Vec<Value> {
        self.control("GET", "/emulator/requests", None).as_array().unwrap().clone()
    }

    pub(crate) fn options(&self) -> ClientOptions {
        ClientOptions::new().base_url(&*self.url)
    }

    /// The same, trusting its authority where it has one.
    pub(crate) fn trusting_options(&self) -> ClientOptions {
        match &self.ca {
            Some(ca) => self.options().ca_certificates(&**ca),
            None => self.options(),
        }
    }

    pub(crate) fn client(&self) -> Bootpay {
        Bootpay::with_options(keys(&self.merchant), self.trusting_options()).unwrap()
    }
}

/// A client for the controls, which trusts this authority.
fn agent(ca: Option<&str>) -> ureq::Agent {
    let roots: Vec<_> = ca.iter().map(|ca| ureq::tls::Certificate::from_pem(ca.as_bytes()).unwrap()).collect();
    let tls = ureq::tls::TlsConfig::builder().root_certs(ureq::tls::RootCerts::new_with_certs(&roots)).build();
    ureq::Agent::config_builder().proxy(None).tls_config(tls).build().into()
}

pub(crate) fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap()
}

pub(crate) fn keys(merchant: &Value) -> Credentials {
    Credentials::new().client_key(text(merchant, "client_key")).secret_key(text(merchant, "secret_key"))
}

pub(crate) fn application(merchant: &Value) -> Credentials {
    Credentials::new().application_id(text(merchant, "application_id")).private_key(text(merchant, "private_key"))
}

/// Stands between a client and a server, and counts the connections it passes on.
pub(crate) struct Relay {
    pub(crate) url: String,
    connections: Arc<Mutex<Vec<TcpStream>>>,
}

impl Relay {
    /// In front of the server at `url`.
    pub(crate) fn before(url: &str) -> Self {
        let target = url.split("://").last().unwrap().to_owned();
        Self::serving(move |client| pass(client, TcpStream::connect(&target).unwrap()))
    }

    /// One that passes on to wherever it is asked for, and the heads of the requests to do so.
    pub(crate) fn proxy() -> (Self, Arc<Mutex<Vec<String>>>) {
        let heads = Arc::new(Mutex::new(vec![]));
        let seen = Arc::clone(&heads);
        let relay = Self::serving(move |mut client| {
            let head: String = BufReader::new(client.try_clone().unwrap())
                .lines()
                .map(Result::unwrap)
                .take_while(|line| !line.is_empty())
                .map(|line| line + "\n")
                .collect();
            let target = head.split(' ').nth(1).unwrap().to_owned();
            seen.lock().unwrap().push(head);
            client.write_all(b"HTTP/1.1 200 Connection established\r\n\r\n").unwrap();
            pass(client, TcpStream::connect(target).unwrap());
        });
        (relay, heads)
    }

    /// Handles each connection by itself.
    pub(crate) fn serving(handle: impl Fn(TcpStream) + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let connections = Arc::new(Mutex::new(vec![]));
        let (accepted, handle) = (Arc::clone(&connections), Arc::new(handle));
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                accepted.lock().unwrap().push(client.try_clone().unwrap());
                let handle = Arc::clone(&handle);
                thread::spawn(move || handle(client));
            }
        });
        Self { url, connections }
    }

    pub(crate) fn count(&self) -> usize {
        self.connections.lock().unwrap().len()
    }

    /// Closes what is open, as a server does with idle connections.
    pub(crate) fn hang_up(&self) {
        for connection in self.connections.lock().unwrap().iter() {
            let _ = connection.shutdown(Shutdown::Both);
        }
    }
}

/// Hands on what each says to the other, until both have ended.
pub(crate) fn pass(client: TcpStream, server: TcpStream) {
    let (mut client_in, mut server_out) = (client.try_clone().unwrap(), server.try_clone().unwrap());
    thread::spawn(move || io::copy(&mut client_in, &mut server_out).and_then(|_| server_out.shutdown(Shutdown::Write)));
    let (mut server_in, mut client_out) = (server, client);
    let _ = io::copy(&mut server_in, &mut client_out);
    let _ = client_out.shutdown(Shutdown::Both);
}

pub(crate) const ID: &str = "6712ab34c0de5f0012a4b901";
pub(crate) const JSON: &str = "application/json";

/// Status, content type and body.
pub(crate) type Response = (u16, &'static str, String);

/// A server that answers each request line as told, and the request lines it has seen.
pub(crate) fn server(answer: impl Fn(&str) -> Response + Send + Sync + 'static) -> (Relay, Arc<Mutex<Vec<String>>>) {
    let seen = Arc::new(Mutex::new(vec![]));
    let log = Arc::clone(&seen);
    let relay = Relay::serving(move |mut client| {
        let mut requests = BufReader::new(client.try_clone().unwrap());
        while let Some(line) = read_request(&mut requests) {
            log.lock().unwrap().push(line.clone());
            let (status, content_type, body) = answer(&line);
            let length = body.len();
            let head =
                format!("HTTP/1.1 {status} X\r\ncontent-type: {content_type}\r\ncontent-length: {length}\r\n\r\n");
            let _ = client.write_all((head + &body).as_bytes());
        }
    });
    (relay, seen)
}

fn read_request(from: &mut BufReader<TcpStream>) -> Option<String> {
    let (mut line, mut length) = (String::new(), 0);
    (from.read_line(&mut line).ok()? > 0).then_some(())?;
    loop {
        let mut header = String::new();
        (from.read_line(&mut header).ok()? > 0).then_some(())?;
        if header == "\r\n" {
            break;
        }
        if let Some(value) = header.to_ascii_lowercase().strip_prefix("content-length:") {
            length = value.trim().parse().unwrap();
        }
    }
    from.read_exact(&mut vec![0; length]).ok()?;
    Some(line)
}

pub(crate) fn client(url: &str) -> Bootpay {
    let credentials = Credentials::new().client_key("key").secret_key("secret");
    Bootpay::with_options(credentials, ClientOptions::new().base_url(url)).unwrap()
}

/// A paid receipt with some fields changed; `"-"` takes one away.
pub(crate) fn receipt(changes: &Value) -> String {
    let mut receipt = json!({
        "receipt_id": ID, "order_id": "o-1", "price": 1000, "status": 1, "currency": "KRW", "sandbox": false,
        "cancelled_price": 0,
    });
    for (name, value) in changes.as_object().unwrap() {
        match value.as_str() {
            Some("-") => drop(receipt.as_object_mut().unwrap().remove(name)),
            _ => receipt[name] = value.clone(),
        }
    }
    receipt.to_string()
}
