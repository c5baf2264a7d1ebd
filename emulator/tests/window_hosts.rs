//! Bootpay's hosts over HTTPS, and the page that apps load into their web views.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::PathBuf;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bootpay_emulator::{Certificate, Options};
use common::Local;
use common::window::Browser;
use rustls::pki_types::pem::PemObject as _;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use sha2::{Digest as _, Sha256};

fn options() -> Options {
    let mut options = Options::default();
    options.tls = Some(Certificate::Valid);
    options
}

/// A request to one of Bootpay's hosts, as a browser sends it that maps them here: the response, and the hash of the
/// server's key.
fn ask(local: &Local, host: &str, request: &str) -> (String, String) {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(local.emulator.ca_pem().unwrap().as_bytes()).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let name = ServerName::try_from(host.to_owned()).unwrap();
    let connection = ClientConnection::new(Arc::new(config), name).unwrap();
    let stream = TcpStream::connect(local.emulator.url().trim_start_matches("https://")).unwrap();
    let mut stream = StreamOwned::new(connection, stream);
    write!(stream, "{request} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\r\n").unwrap();
    let mut response = Vec::new();
    // The server closes without a farewell.
    let _ = stream.read_to_end(&mut response);
    let certificate = stream.conn.peer_certificates().unwrap()[0].to_vec();
    // An uncompressed key on P-256, and what precedes it in every certificate with one.
    let start = [0x30, 0x59, 0x30, 0x13, 0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
    let at = certificate.windows(start.len()).position(|window| window == start).unwrap();
    let key = STANDARD.encode(Sha256::digest(&certificate[at..at + 91]));
    (String::from_utf8(response).unwrap(), key)
}

#[test]
fn the_certificate_is_good_for_bootpays_hosts() {
    let local = Local::with(options());
    for (host, request) in [
        ("api.bootpay.co.kr", "GET /v2/receipt/1"),
        ("gw.bootpay.co.kr", "GET /s/1"),
        ("door.bootpay.co.kr", "GET /error?message=x"),
        ("webview.bootpay.co.kr", "GET /5.3.0/"),
    ] {
        let (response, key) = ask(&local, host, request);
        assert!(
            response.starts_with("HTTP/1.1 ") && !response.contains("EMULATOR_NO_SUCH_ENDPOINT"),
            "{host}: {response}"
        );
        assert_eq!(Some(key.as_str()), local.emulator.spki(), "{host}");
    }
    assert_eq!(Local::start().emulator.spki(), None);
}

#[test]
fn apps_load_the_shell() {
    let local = Local::with(options());
    for (host, path) in [
        ("webview.bootpay.co.kr", "/5.3.0"),
        ("webview.bootpay.co.kr", "/5.3.0/"),
        ("webview.bootpay.co.kr", "/5.0.0-rc.15/"),
        ("127.0.0.1", "/webview/5.3.0/"),
    ] {
        let (page, _) = ask(&local, host, &format!("GET {path}"));
        // Never a redirect from one to the other: apps compare the address.
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        let api = if host == "127.0.0.1" { "https://127.0.0.1/v2" } else { "https://api.bootpay.co.kr/v2" };
        assert!(page.contains(&format!("const API = \"{api}\"")), "{page}");
        for call in
            ["setVersion", "setDevice", "setAnalyticsData", "requestPayment", "confirm", "destroy", "bootpayclose"]
        {
            assert!(page.contains(call), "{call}");
        }
    }
    let (none, _) = ask(&local, "js.bootpay.co.kr", "GET /bootpay-5.3.0.min.js");
    assert!(none.starts_with("HTTP/1.1 404") && none.contains("--client-js"), "{none}");
}

#[test]
fn the_developers_own_file_is_served() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join("client.js");
    std::fs::write(&file, "window.Bootpay = '부트페이';").unwrap();
    let mut options = options();
    options.client_js = Some(file.clone());
    let local = Local::with(options);
    let (script, _) = ask(&local, "js.bootpay.co.kr", "GET /bootpay-5.3.0.min.js");
    assert!(script.contains("window.Bootpay = '부트페이';") && script.contains("text/javascript"), "{script}");
    let (shell, _) = ask(&local, "webview.bootpay.co.kr", "GET /5.3.0/");
    assert!(shell.contains("src=\"https://js.bootpay.co.kr/client.js\"") && !shell.contains("local.js"), "{shell}");

    let mut plain = Options::default();
    plain.client_js = Some(file);
    let local = Local::with(plain);
    let browser = Browser::of(&local);
    let shell = browser.get("/webview/5.3.0/", "document").html;
    for path in ["/js/client.js", "/window/local.js"] {
        assert!(shell.contains(&format!("src=\"{}{path}\"", browser.url)), "{shell}");
        assert_eq!(browser.get(path, "script").status, 200);
    }
    let mut missing = Options::default();
    missing.client_js = Some(folder.join("missing.js"));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let error = runtime.block_on(bootpay_emulator::Emulator::start(missing)).unwrap_err();
    assert!(error.to_string().contains("missing.js"), "{error}");
}
