//! The controls as calls of a Rust test.
#![allow(clippy::unwrap_used, reason = "a panic is the report")]

use bootpay_emulator::testing::Time;
use bootpay_emulator::{Emulator, Options};
use serde_json::{Value, json};

async fn start() -> Emulator {
    let emulator = Emulator::start(Options::default()).await.unwrap();
    emulator.clock().stop().await.unwrap();
    emulator
}

async fn pay(emulator: &Emulator, project: &Value, pg: &str) -> Result<Value, String> {
    let payment = json!({ "merchant": project["id"], "pg": pg, "method": "card", "state": "paid" });
    emulator.control("POST", "/emulator/payments", &payment).await.map_err(|error| error.to_string())
}

#[tokio::test]
async fn a_project_takes_what_is_activated_in_it() {
    let emulator = start().await;
    let project = emulator.project(&json!({ "merchant": "Tea house" })).await.unwrap();
    let refused = pay(&emulator, project.fields(), "kcp").await.unwrap_err();
    assert!(refused.contains("activated"), "{refused}");
    project.activate("kcp", "card", &json!({ "live": true, "settings": { "site_cd": "A1234" } })).await.unwrap();
    project.register("kcp", &json!({ "cancel_address": true })).await.unwrap();
    assert_eq!(pay(&emulator, project.fields(), "kcp").await.unwrap()["sandbox"], false);
    emulator.clock().advance(Time::days(7)).await.unwrap();
    assert_eq!(project.pg_ledger("kcp").await.unwrap()[0]["kind"], "approval");
    assert_eq!(project.settlement().await.unwrap()["rows"].as_array().unwrap().len(), 1);
    assert_eq!(emulator.pg_ledger("kcp").await.unwrap(), json!([]));
    assert_eq!(emulator.settlement().await.unwrap()["rows"], json!([]));
    assert!(project.readiness().await.unwrap().is_array());
}

#[tokio::test]
async fn the_clock_moves_when_told() {
    let emulator = start().await;
    let before = emulator.clock().now().await.unwrap();
    emulator.clock().advance(Time::hours(24)).await.unwrap();
    let after = emulator.clock().now().await.unwrap();
    assert_eq!(before[11..], after[11..]);
    assert_ne!(before, after);
}

#[tokio::test]
async fn a_set_up_is_exported_and_made_again() {
    let (emulator, other) = (start().await, start().await);
    emulator.activate("inicis", "card", &json!({})).await.unwrap();
    emulator.project(&json!({ "merchant": "Tea house" })).await.unwrap();
    let file = emulator.export().await.unwrap();
    assert_eq!(other.set_up(&file).await.unwrap().len(), 2);
    assert_eq!(other.export().await.unwrap(), file);
    assert_eq!(other.webhooks().await.unwrap(), json!([]));
    assert!(other.set_up("[[merchant]]").await.unwrap_err().to_string().contains("lacks the field name"));
    assert_eq!(other.export().await.unwrap(), file);
}
