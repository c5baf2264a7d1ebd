//! Set-up files: a world from one, its export and import, and what is wrong with one.

#![allow(clippy::unwrap_used, reason = "test support: a panic is the report")]

mod common;

use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use bootpay_emulator::Options;
use common::{Local, receipt, refused};
use serde_json::{Value, json};

/// Two merchants, three projects and eight PGs.
const WORLD: &str = r#"
[[merchant]]
name = "Tea house"

[[merchant.project]]
name = "web"
allowed_origins = ["https://tea.example"]
application_ids = { web = "aaaaaaaaaaaaaaaaaaaaaaaa", rest = "bbbbbbbbbbbbbbbbbbbbbbbb" }
test_mode = { auto_cancel_hours = 3 }

[[merchant.project.methods]]
pg = "kcp"
method = "card"
live = true
settings = { site_cd = "A1234" }

[[merchant.project.methods]]
pg = "danal"
method = "phone"

[[merchant.project.methods]]
pg = "이니시스"
method = "가상계좌"

[merchant.project.registrations.kcp]
cancel_address = true

[merchant.project.notifications.webhook]
url = "http://127.0.0.1:9/hook"
retries = 3

[[merchant.project]]
name = "app"
client_key = "app-client-key"
secret_key = "app-secret-key"
partial_cancel_status = 1

[[merchant.project.methods]]
pg = "nicepay"
method = "card"

[[merchant.project.methods]]
pg = "payapp"
method = "card"

[[merchant]]
name = "Book shop"

[[merchant.project]]
name = "books"
keys = [{ name = "batch", client_key = "batch-client", secret_key = "batch-secret" }]

[[merchant.project.methods]]
pg = "kakao"
method = "kakao"

[[merchant.project.methods]]
pg = "payco"
method = "payco"

[[merchant.project.methods]]
pg = "tosspayments"
method = "card"
active = false
"#;

/// A file that is removed in the end.
struct File(PathBuf);

impl File {
    fn with(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("bootpay-{name}-{}", std::process::id()));
        std::fs::File::create(&path).unwrap().write_all(text.as_bytes()).unwrap();
        Self(path)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", self.0.display()));
        }
    }
}

fn start(name: &str, text: &str) -> Local {
    let file = File::with(name, text);
    let mut options = Options::default();
    options.setup = Some(file.0.clone());
    Local::with(options)
}

fn toml(local: &Local) -> String {
    local.control("GET", "setup", &Value::Null)["toml"].as_str().unwrap().to_owned()
}

#[test]
fn one_file_describes_a_world() {
    let local = start("world.toml", WORLD);
    let projects = local.control("GET", "projects", &Value::Null);
    let names: Vec<_> =
        projects.as_array().unwrap().iter().map(|one| (one["owner"]["name"].clone(), one["name"].clone())).collect();
    assert_eq!(json!(names), json!([["Tea house", "web"], ["Tea house", "app"], ["Book shop", "books"]]));
    assert_eq!(projects[0]["owner"]["id"], projects[1]["owner"]["id"]);
    assert_ne!(projects[0]["owner"]["id"], projects[2]["owner"]["id"]);
    let web = &projects[0];
    assert_eq!(json!(local.emulator.merchant().id), web["id"]);
    assert_eq!(web["methods"][2]["pg"], "inicis");
    assert_eq!(web["application_ids"]["rest"], "b".repeat(24));
    assert_eq!(web["notifications"]["webhook"]["retries"], 3);
    // Absent ids and keys are made up.
    assert_eq!(web["application_ids"]["ios"].as_str().unwrap().len(), 24);

    let pay = |project: &Value, pg: &str, method: &str| {
        local.try_control(
            "POST",
            "payments",
            &json!({ "merchant": project["id"], "pg": pg, "method": method, "state": "paid" }),
        )
    };
    assert_eq!(pay(web, "kcp", "card").1["sandbox"], false);
    assert_eq!(pay(web, "danal", "phone").1["sandbox"], true);
    assert_eq!(pay(web, "nicepay", "card").1["error_code"], "EMULATOR_METHOD_NOT_ACTIVE");
    assert_eq!(pay(&projects[2], "tosspayments", "card").1["error_code"], "EMULATOR_METHOD_NOT_ACTIVE");
    let paid = pay(&projects[2], "kakao", "kakao").1;
    let batch = local.caller_of(&json!({ "client_key": "batch-client", "secret_key": "batch-secret" }));
    receipt(&batch.get(&format!("receipt/{}", paid["receipt_id"].as_str().unwrap())), 1);
    let app = local.caller_of(&json!({ "client_key": "app-client-key", "secret_key": "app-secret-key" }));
    refused(&app.get(&format!("receipt/{}", paid["receipt_id"].as_str().unwrap())), 404, "RC_NOT_FOUND");
}

#[test]
fn an_export_is_imported_as_it_was() {
    let local = start("export.toml", WORLD);
    let (exported, projects) = (toml(&local), local.control("GET", "projects", &Value::Null));
    assert!(exported.contains("site_cd = \"A1234\""), "{exported}");
    let other = Local::start();
    let id = other.payment(&json!({ "state": "paid" }));
    let imported = other.control("PUT", "setup", &json!({ "toml": exported }));
    assert_eq!(imported["projects"], projects);
    assert_eq!(toml(&other), exported);
    // Everything was replaced, and a reset leads back to it.
    refused(&other.caller_of(&projects[0]).get(&format!("receipt/{id}")), 404, "RC_NOT_FOUND");
    assert_eq!(other.control("POST", "reset", &Value::Null)["merchant"]["id"], projects[0]["id"]);
    assert_eq!(other.control("GET", "projects", &Value::Null), projects);

    // A plain emulator is a world as well.
    let plain = Local::start();
    let text = toml(&plain);
    assert!(text.contains("any_method = true"), "{text}");
    let before = plain.control("GET", "projects", &Value::Null);
    plain.control("PUT", "setup", &json!({ "toml": text }));
    assert_eq!(plain.control("GET", "projects", &Value::Null), before);

    // So is one to which merchants without a name were added.
    for path in ["projects", "projects", "merchants", "merchants"] {
        plain.control("POST", path, &json!({}));
    }
    let (text, before) = (toml(&plain), plain.control("GET", "projects", &Value::Null));
    plain.control("PUT", "setup", &json!({ "toml": text }));
    assert_eq!(plain.control("GET", "projects", &Value::Null), before);
}

#[test]
fn a_file_can_be_added_to_a_world() {
    let local = Local::start();
    local.control("POST", "setup", &json!({ "toml": WORLD }));
    assert_eq!(local.control("GET", "projects", &Value::Null).as_array().unwrap().len(), 4);
    let text = "\n[[merchant]]\nname = \"x\"\n[[merchant.project]]\nclient_key = \"fresh\"\nsecret_key = \"s\"\n\
        [[merchant.project]]\nclient_key = \"app-client-key\"\n";
    let message = refused(&local.try_control("POST", "setup", &json!({ "toml": text })), 400, "EMULATOR_CONTROL");
    assert!(message.contains("line 8: merchant[0].project[1].client_key: another project has it"), "{message}");
    // Nothing is half done: the first project of the file is not there.
    assert_eq!(local.control("GET", "projects", &Value::Null).as_array().unwrap().len(), 4);
}

#[test]
fn a_wrong_file_is_refused_with_line_field_and_what_is_allowed() {
    let local = Local::start();
    let before = local.control("GET", "projects", &Value::Null);
    let id = local.payment(&json!({}));
    let project = |rest: &str| format!("[[merchant]]\nname = \"x\"\n[[merchant.project]]\n{rest}");
    let method = |rest: &str| project(&format!("[[merchant.project.methods]]\n{rest}"));
    let two_of_one_key = project("client_key = \"k\"\nsecret_key = \"s\"\n[[merchant.project]]\nclient_key = \"k\"");
    for (text, told) in [
        (String::new(), "line 1: merchant: is missing: write at least one [[merchant]]"),
        (
            "[[merchant]]\nname = \"x\"".into(),
            "line 1: merchant[0].project: is missing: write at least one [[merchant.project]]",
        ),
        ("[[merchant]\n".into(), "line 1: no TOML"),
        ("\n\nshop = 1".into(), "line 3: shop: is unknown; allowed is merchant"),
        ("[[merchant]]\n[[merchant.project]]".into(), "line 1: merchant[0]: lacks the field name"),
        ("[[merchant]]\nnmae = \"x\"".into(), "line 2: merchant[0].nmae: is unknown; allowed are id, name, project"),
        (
            "[[merchant]]\nname = \"x\"\nphone = 1\n[[merchant.project]]".into(),
            "line 3: merchant[0].phone: is unknown; allowed are id, name, project",
        ),
        (project("modus = \"live\""), "line 4: merchant[0].project[0].modus: a project has no field modus"),
        (
            project("mode = \"real\""),
            "line 4: merchant[0].project[0].mode: unknown value `real`, expected `live` or `test`",
        ),
        (project("strict = 1"), "line 4: merchant[0].project[0].strict: invalid type"),
        (
            project("application_ids = { desktop = \"x\" }"),
            "line 4: merchant[0].project[0].application_ids.desktop: is no platform; allowed are web, android, ios, rest",
        ),
        (
            project("application_ids = { web = \"5b8f6a4d396fa665fdc2b5e7\" }"),
            "application_ids.web: is a sample of a public manual",
        ),
        (
            project("allowed_addresses = [\n\"10.0.0.1\",\n\"shop.example\"]"),
            "line 6: merchant[0].project[0].allowed_addresses[1]: \"shop.example\" is neither",
        ),
        (
            project("[merchant.project.registrations.danal]\ncancel_address = true"),
            "line 5: merchant[0].project[0].registrations.danal.cancel_address: only kcp",
        ),
        (
            project("[merchant.project.notifications.webhook]\nurl = \"http://shop.example\""),
            "line 5: merchant[0].project[0].notifications.webhook.url: ",
        ),
        (
            method("pg = \"kpc\"\nmethod = \"card\""),
            "line 5: merchant[0].project[0].methods[0].pg: \"kpc\" is unknown; allowed are kcp, inicis",
        ),
        (
            method("pg = \"kcp\"\nmethod = \"barter\""),
            "line 6: merchant[0].project[0].methods[0].method: kcp has no \"barter\"; allowed are card",
        ),
        (
            method("pg = \"kcp\"\nmethod = \"card\"\nlive = true"),
            "line 4: merchant[0].project[0].methods[0].settings: kcp card in live needs site_cd",
        ),
        (
            method("pg = \"kcp\"\nmethod = \"card\"\n[merchant.project.methods.settings]\nmid = \"secret-marker\""),
            "line 8: merchant[0].project[0].methods[0].settings.mid: kcp has no such setting; allowed are site_cd",
        ),
        (method("pg = \"kcp\"\nmethod = \"card\"\nlife = true"), "life"),
        (method("pg = \"kcp\""), "missing field `method`"),
        (two_of_one_key, "line 7: merchant[0].project[1].client_key: another project has it"),
    ] {
        let answer = local.try_control("PUT", "setup", &json!({ "toml": text }));
        let message = refused(&answer, 400, "EMULATOR_CONTROL");
        assert!(message.contains(told) && message.contains("line "), "{told}: {message}");
        assert!(!message.contains("secret-marker"), "{message}");
    }
    // Nothing was half done.
    assert_eq!(local.control("GET", "projects", &Value::Null), before);
    receipt(&local.caller().get(&format!("receipt/{id}")), 2);
}

#[test]
fn the_program_starts_from_a_file_or_says_what_is_wrong() {
    let run = |file: &File| {
        Command::new(env!("CARGO_BIN_EXE_bootpay-emulator"))
            .arg("--setup")
            .arg(&file.0)
            .arg("--stop-with-stdin")
            .output()
            .unwrap()
    };
    let right = run(&File::with("right.toml", WORLD));
    let line: Value = serde_json::from_slice(&right.stdout).unwrap();
    assert_eq!(line["projects"].as_array().unwrap().len(), 3);
    assert_eq!(
        (&line["projects"][1]["secret_key"], &line["projects"][0]["application_ids"]["web"]),
        (&json!("app-secret-key"), &json!("a".repeat(24)))
    );
    assert_eq!(line["projects"][2]["keys"][0]["secret_key"], "batch-secret");
    assert!(!String::from_utf8_lossy(&right.stdout).contains("A1234"));
    let wrong = run(&File::with("wrong.toml", &WORLD.replace("kcp", "kpc")));
    let error = String::from_utf8_lossy(&wrong.stderr).into_owned();
    assert!(!wrong.status.success() && wrong.stdout.is_empty());
    assert!(error.contains("wrong.toml"), "{error}");
    assert!(error.contains("line 12: merchant[0].project[0].methods[0].pg: \"kpc\" is unknown"), "{error}");
}

#[test]
fn a_database_file_keeps_its_first_set_up() {
    let (setup, data) = (File::with("keep.toml", WORLD), File::with("keep.sqlite", ""));
    let start = |with_setup: bool| {
        let mut options = Options::default();
        options.data = Some(data.0.clone());
        options.setup = with_setup.then(|| setup.0.clone());
        Local::with(options)
    };
    let first = start(true);
    let project = format!("projects/{}", first.emulator.merchant().id);
    first.control("PATCH", &project, &json!({ "company_name": "Tea & Co" }));
    drop(first);
    for again in [true, false] {
        let local = start(again);
        assert_eq!(local.control("GET", &project, &Value::Null)["company_name"], "Tea & Co");
    }
    let local = start(false);
    local.control("POST", "reset", &Value::Null);
    assert_eq!(local.control("GET", &project, &Value::Null)["company_name"], "Tea house");
}

#[test]
fn parallel_tests_of_different_projects_do_not_see_each_other() {
    let local = start("parallel.toml", WORLD);
    let projects = local.control("GET", "projects", &Value::Null);
    let ways = [("kcp", "card"), ("payapp", "card"), ("payco", "payco")];
    std::thread::scope(|scope| {
        for (project, (pg, method)) in projects.as_array().unwrap().iter().zip(ways) {
            let local = &local;
            scope.spawn(move || {
                let caller = local.caller_of(project);
                for _ in 0..20 {
                    let wish = json!({ "merchant": project["id"], "pg": pg, "method": method, "order_id": "same", "state": "paid" });
                    let id = local.payment(&wish);
                    receipt(&caller.cancel(&id, &json!({})), 20);
                }
                assert_eq!(caller.get("lookup/order/same").1.as_array().unwrap().len(), 20);
            });
        }
    });
}

#[test]
fn every_test_that_the_pages_name_exists() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["setup.md", "setup.ko.md"] {
        let text = std::fs::read_to_string(root.join("../docs").join(page)).unwrap();
        let mut named = 0;
        for row in text.lines().filter(|line| line.starts_with("| ") && line.contains(".rs`")) {
            let mut tests = String::new();
            for word in row.split('`').skip(1).step_by(2) {
                if word.contains('.') {
                    tests = std::fs::read_to_string(root.join("tests").join(word)).unwrap();
                } else {
                    assert!(tests.contains(&format!("#[test]\nfn {word}() {{")), "{page}: {word}");
                    named += 1;
                }
            }
        }
        // Every step but the one that is a link.
        let steps = (1..30).filter(|step| text.contains(&format!("S{step}"))).count();
        assert!(named >= 25 && steps >= 25, "{page}: {named} tests, {steps} steps");
    }
}
