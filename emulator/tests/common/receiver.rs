//! A merchant's server that receives webhooks.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::Value;

/// A received request.
#[derive(Clone, Debug)]
pub(crate) struct Received {
    pub(crate) head: String,
    pub(crate) text: String,
}

impl Received {
    /// The path with the query.
    pub(crate) fn path(&self) -> &str {
        self.head.split(' ').nth(1).unwrap()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap()
    }

    /// The fields of a form.
    pub(crate) fn form(&self) -> Vec<(String, String)> {
        form_urlencoded::parse(self.text.as_bytes()).into_owned().collect()
    }

    /// One field of a form.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        self.form().into_iter().find(|(found, _)| found == name).map(|(_, value)| value)
    }
}

/// Status line, further header lines and body of a response.
#[derive(Clone)]
pub(crate) struct Reply(pub(crate) &'static str, pub(crate) String, pub(crate) &'static str);

pub(crate) const SUCCESS: &str = r#"{"success": true}"#;

impl Reply {
    pub(crate) fn ok(body: &'static str) -> Self {
        Self("200 OK", String::new(), body)
    }

    pub(crate) fn status(status: &'static str) -> Self {
        Self(status, String::new(), "")
    }
}

/// A server that answers each request as `reply` says, given the request and the number of those before it.
pub(crate) struct Receiver {
    pub(crate) url: String,
    received: Arc<Mutex<Vec<Received>>>,
}

impl Receiver {
    pub(crate) fn start(reply: impl Fn(&Received, usize) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let received = Arc::new(Mutex::new(Vec::new()));
        let (all, reply) = (received.clone(), Arc::new(reply));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (all, reply) = (all.clone(), reply.clone());
                std::thread::spawn(move || serve(&stream, &all, &*reply));
            }
        });
        Self { url, received }
    }

    /// A server that acknowledges every webhook of the second generation.
    pub(crate) fn acknowledging() -> Self {
        Self::start(|_, _| Reply::ok(SUCCESS))
    }

    pub(crate) fn received(&self) -> Vec<Received> {
        self.received.lock().unwrap().clone()
    }

    /// The bodies, as JSON.
    pub(crate) fn bodies(&self) -> Vec<Value> {
        self.received().iter().map(Received::json).collect()
    }

    /// The `webhook_type` of each.
    pub(crate) fn types(&self) -> Vec<String> {
        self.bodies().iter().map(|body| body["webhook_type"].as_str().unwrap().to_owned()).collect()
    }

    /// Waits until it has received this many.
    pub(crate) fn wait_for(&self, count: usize) {
        let start = Instant::now();
        while self.received.lock().unwrap().len() < count {
            assert!(start.elapsed() < Duration::from_secs(10), "{:?}", self.received());
            std::thread::sleep(Duration::from_millis(2));
        }
    }
}

fn serve(stream: &TcpStream, all: &Mutex<Vec<Received>>, reply: &dyn Fn(&Received, usize) -> Reply) {
    let mut reader = BufReader::new(stream);
    let mut head = String::new();
    while !head.ends_with("\r\n\r\n") {
        if reader.read_line(&mut head).unwrap_or_default() == 0 {
            return;
        }
    }
    let length = head.to_lowercase().split("content-length: ").nth(1).unwrap().lines().next().unwrap().parse();
    let mut body = vec![0; length.unwrap()];
    if reader.read_exact(&mut body).is_err() {
        return;
    }
    let request = Received { head, text: String::from_utf8(body).unwrap() };
    let before = {
        let mut all = all.lock().unwrap();
        all.push(request.clone());
        all.len() - 1
    };
    let Reply(status, headers, body) = reply(&request, before);
    // The emulator may have given up.
    let _ = write!(&*stream, "HTTP/1.1 {status}\r\n{headers}content-length: {}\r\n\r\n{body}", body.len());
}
