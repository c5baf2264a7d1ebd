//! `bootpay-emulator record`, with an emulator in Bootpay's place.

#![allow(clippy::unwrap_used)]

mod common;

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use common::Local;
use serde_json::{Value, json};

/// A folder for recordings, removed at the end.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        Self(env::temp_dir().join(format!("bootpay-record-{}-{name}", std::process::id())))
    }

    fn files(&self) -> Vec<Value> {
        let mut paths: Vec<_> = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        paths.iter().map(|path| serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs the walk with a merchant's keys; returns if it succeeded, and its output.
fn record(local: &Local, merchant: &Value, given: &[(&str, &str)], folder: &Path, answer: &str) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bootpay-emulator"));
    command.args(["record", "--url", local.emulator.url(), "--out"]).arg(folder);
    for (variable, key) in [
        ("BOOTPAY_CLIENT_KEY", "client_key"),
        ("BOOTPAY_SECRET_KEY", "secret_key"),
        ("BOOTPAY_APPLICATION_ID", "application_id"),
        ("BOOTPAY_PRIVATE_KEY", "private_key"),
    ] {
        command.env(variable, merchant[key].as_str().unwrap());
    }
    command.env_remove("BOOTPAY_RECEIPT_ID").env_remove("BOOTPAY_BILLING_KEY").envs(given.iter().copied());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that refuses before it asks has ended, and reads nothing.
    let _ = child.stdin.take().unwrap().write_all(answer.as_bytes());
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap();
    (output.status.success(), text)
}

/// A merchant in test mode, with a paid payment and a billing key.
fn shop(local: &Local, knobs: &Value) -> (Value, String, String) {
    let mut settings = knobs.clone();
    settings["mode"] = json!("test");
    settings["company_name"] = json!("비밀상점");
    let merchant = local.control("POST", "merchants", &settings);
    let user = json!({ "username": "홍길동", "phone": "01012345678" });
    let payment = json!({ "merchant": merchant["id"], "state": "paid", "price": 5000, "user": user });
    let receipt_id = local.payment(&payment);
    let key = local.control("POST", "billing-keys", &json!({ "merchant": merchant["id"] }));
    (merchant, receipt_id, key["billing_key"].as_str().unwrap().to_owned())
}

fn broken(output: &str) -> Vec<&str> {
    let line = output.lines().find(|line| line.contains(" BROKEN: ")).unwrap();
    line.split_once(": ").unwrap().1.split(", ").filter(|name| !name.is_empty()).collect()
}

#[test]
fn the_walk_confirms_what_the_emulator_plays() {
    let local = Local::start();
    let (merchant, receipt_id, billing_key) = shop(&local, &json!({}));
    let folder = Folder::new("all");
    let given = [("BOOTPAY_RECEIPT_ID", receipt_id.as_str()), ("BOOTPAY_BILLING_KEY", billing_key.as_str())];
    let (succeeded, output) = record(&local, &merchant, &given, &folder.0, "yes\n");
    assert!(succeeded, "{output}");
    assert!(output.contains("\n0 BROKEN: \n") && output.contains("\n0 not tried: \n"), "{output}");
    // Nothing is left of the money.
    let (_, receipt) = local.caller_of(&merchant).get(&format!("receipt/{receipt_id}"));
    assert_eq!(receipt["cancelled_price"], 5000);
    let files = folder.files();
    assert!(files.len() > 25, "{}", files.len());
    for file in &files {
        assert!(file["about"].is_string() && file["request"].is_string() && file["status"].is_u64(), "{file}");
        let text = file["body"].to_string();
        for original in [
            receipt_id.as_str(),
            billing_key.as_str(),
            "비밀상점",
            "홍길동",
            "01012345678",
            merchant["client_key"].as_str().unwrap(),
            merchant["private_key"].as_str().unwrap(),
        ] {
            assert!(!text.contains(original), "{original}: {file}");
        }
    }
    let paid = files.iter().find(|file| file["body"]["card_data"].is_object()).unwrap();
    assert_eq!((&paid["body"]["pg"], &paid["body"]["status"]), (&json!("나이스페이먼츠"), &json!(1)));
}

#[test]
fn the_walk_names_what_is_otherwise() {
    let local = Local::start();
    let knobs = json!({
        "partial_cancel_status": 1, "repeated_cancel_ids": true, "zero_cancels_all": true, "basic_for_users": true,
        "repeated_order_ids": true, "http_statuses": { "RC_NOT_FOUND": 400 }, "token_reuse_seconds": 0,
    });
    let (merchant, receipt_id, billing_key) = shop(&local, &knobs);
    local.control("POST", "clock", &json!({ "mode": "manual" }));
    let folder = Folder::new("otherwise");
    let given = [("BOOTPAY_RECEIPT_ID", receipt_id.as_str()), ("BOOTPAY_BILLING_KEY", billing_key.as_str())];
    let (succeeded, output) = record(&local, &merchant, &given, &folder.0, "yes\n");
    assert!(succeeded, "{output}");
    let mut broken = broken(&output);
    broken.sort_unstable();
    let reuse = broken.iter().position(|name| *name == "token-reuse").map(|at| broken.remove(at));
    assert_eq!(
        broken,
        ["basic-for-users", "cancel-id", "not-found", "order-id", "partial-status", "zero-cancel"],
        "{output} {reuse:?}"
    );
}

#[test]
fn live_keys_end_the_walk_before_anything_moves() {
    let local = Local::start();
    let merchant = json!(local.emulator.merchant());
    let receipt_id = local.payment(&json!({ "state": "paid", "price": 5000 }));
    let folder = Folder::new("live");
    let given = [("BOOTPAY_RECEIPT_ID", receipt_id.as_str())];
    let (succeeded, output) = record(&local, &merchant, &given, &folder.0, "yes\n");
    assert!(!succeeded && output.contains("live mode"), "{output}");
    assert!(local.requests().iter().all(|request| request["path"] != "/v2/cancel"));
}

#[test]
fn nothing_is_sent_before_a_yes_or_without_keys() {
    let local = Local::start();
    let merchant = json!(local.emulator.merchant());
    let folder = Folder::new("no");
    let (succeeded, output) = record(&local, &merchant, &[], &folder.0, "no\n");
    assert!(succeeded && output.contains("Nothing was sent."), "{output}");
    let (succeeded, output) = record(&local, &merchant, &[("BOOTPAY_SECRET_KEY", "")], &folder.0, "yes\n");
    assert!(!succeeded && output.contains("BOOTPAY_SECRET_KEY must be set"), "{output}");
    assert_eq!(local.requests(), Vec::<Value>::new());
    assert!(!folder.0.exists());
}

/// The pages list what the walk knows, and nothing else.
#[test]
fn the_pages_list_every_assumption() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let source = fs::read_to_string(root.join("emulator/src/record/assumptions.rs")).unwrap();
    let known: Vec<&str> =
        source.lines().filter_map(|line| line.trim().strip_prefix("(\"")?.split('"').next()).collect();
    assert!(known.len() > 30);
    for page in ["docs/assumptions.md", "docs/assumptions.ko.md"] {
        let page = fs::read_to_string(root.join(page)).unwrap();
        let listed: Vec<&str> = page.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next()).collect();
        assert_eq!(listed, known);
    }
}
