//! The two halves of core: what an app links has nothing of the client, and a server without the window nothing of it.

use std::{collections::BTreeSet, process::Command};

/// The crates of the client, and what builds C code.
const CLIENT: [&str; 14] = [
    "cc",
    "hyper",
    "hyper-util",
    "libsqlite3-sys",
    "reqwest",
    "ring",
    "rusqlite",
    "rustls",
    "rustls-native-certs",
    "subtle",
    "tokio",
    "tracing",
    "uuid",
    "webpki-roots",
];

/// The crates that core with these features is built from, for this machine.
fn crates(features: &str) -> BTreeSet<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--locked", "--package", "bootpay-core", "--no-default-features"])
        .args(["--features", features, "--edges", "normal,build", "--prefix", "none", "--format", "{p}"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("names of crates");
    text.lines().filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn the_window_needs_nothing_of_the_client_and_no_c_compiler() {
    let window = crates("window");
    assert!(window.contains("serde_json"), "cargo named no crates: {window:?}");
    let client: Vec<_> = CLIENT.iter().filter(|name| window.contains(**name)).collect();
    assert!(client.is_empty(), "the window brings {client:?}");
}

#[test]
fn a_server_without_the_window_does_not_encrypt_its_request() {
    let cipher = |features: &str| ["aes", "cbc"].map(|name| crates(features).contains(name));
    assert_eq!((cipher("server"), cipher("window")), ([false; 2], [true; 2]));
}

#[test]
fn the_names_that_are_looked_for_are_those_of_the_client() {
    let whole = crates("sqlite,tracing");
    let gone: Vec<_> = CLIENT.iter().filter(|name| !whole.contains(**name)).collect();
    assert!(gone.is_empty(), "the client no longer has {gone:?}: look for what replaced them");
}
