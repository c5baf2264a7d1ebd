//! Every body that was recorded is read with nothing lost, and the table says `recorded` of nothing else.

#![allow(clippy::unwrap_used)]

mod support;

use std::{collections::BTreeSet, fs, path::Path};

use bootpay_core::{
    Bootpay, ClientOptions, Credentials, Timestamp,
    describe::{Provenance, RESOURCES},
    model::{
        Bank, ErrorKind, GetBillingKey, GetReceipt, IssueTransfer, Mode, Pg, PublishTransfer, Status, VerifyPayment,
    },
};
use serde_json::{Value, json};
use support::{JSON, client, server};

/// Name, request and body of each sample.
fn samples() -> Vec<(String, String, Value)> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/samples");
    let mut samples = vec![];
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            let sample: Value = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
            let text = |value: &Value| value.as_str().unwrap().to_owned();
            assert!(sample["about"].is_string() && sample["status"] == 200, "{}", path.display());
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            samples.push((name, text(&sample["request"]), sample["body"].clone()));
        }
    }
    assert!(!samples.is_empty());
    samples.sort_by(|(one, ..), (other, ..)| one.cmp(other));
    samples
}

/// The response as the client reads it, as JSON.
fn read(request: &str, body: &Value) -> Value {
    let (text, receipt) = (body.to_string(), body["receipt_id"].clone());
    let (relay, _) = server(move |line| {
        // Before the publishing, the key is looked up.
        let waiting = json!({ "receipt_id": receipt, "status": 41 });
        (200, JSON, if line.starts_with("GET /v2/subscribe/billing_key/") { waiting.to_string() } else { text.clone() })
    });
    let client = client(&relay.url);
    let id = |name: &str| body[name].as_str().unwrap().to_owned();
    let json = |read: Result<Value, serde_json::Error>| read.unwrap();
    match request {
        "GET /v2/receipt/{receipt_id}" => {
            json(serde_json::to_value(client.payments().get(GetReceipt::new(id("receipt_id"))).wait().unwrap()))
        }
        "GET /v2/billing_key/{billing_key}" => {
            json(serde_json::to_value(client.billing().get(GetBillingKey::new(id("billing_key"))).wait().unwrap()))
        }
        "POST /v2/request/subscribe/automatic-transfer" => {
            let request = IssueTransfer::new(
                Pg::NicePay,
                "tea",
                id("order_id"),
                "홍길동",
                Bank::Kookmin,
                "1234567890",
                "861014",
                "01012345678",
            );
            json(serde_json::to_value(client.billing().issue_transfer(request).wait().unwrap()))
        }
        "POST /v2/request/subscribe/automatic-transfer/publish" => {
            let request = PublishTransfer::new(id("receipt_id"));
            json(serde_json::to_value(client.billing().publish_transfer(request).wait().unwrap()))
        }
        other => panic!("say here how {other} is called"),
    }
}

/// Fails unless everything in the body is in what was read.
fn kept(at: &str, body: &Value, read: &Value, around: &Value) {
    match (body, read) {
        (Value::Object(fields), Value::Object(found)) => {
            for (name, value) in fields {
                let at = format!("{at}.{name}");
                kept(&at, value, found.get(name).unwrap_or_else(|| panic!("{at} is lost: {read}")), read);
            }
        }
        (Value::Number(number), Value::Number(found)) => assert_eq!(number.as_f64(), found.as_f64(), "{at}"),
        (Value::Number(number), Value::Bool(found)) => assert_eq!(number.as_i64(), Some(i64::from(*found)), "{at}"),
        (Value::Number(number), Value::String(_)) if at.ends_with(".status") => {
            assert_eq!(around["status_code"], json!(number), "{at}");
        }
        (Value::String(text), Value::String(found)) if text != found => {
            let (date, other) = (Timestamp::parse(text), Timestamp::parse(found));
            assert!(date.is_some() && date == other, "{at}: {text} is read as {found}");
        }
        _ => assert_eq!(body, read, "{at}"),
    }
}

#[test]
fn every_recorded_body_is_read_with_nothing_lost() {
    for (name, request, body) in samples() {
        let read = read(&request, &body);
        kept(&name, &body, &read, &read);
        assert_eq!(read["raw"], body, "{name}");
    }
}

#[test]
fn the_table_says_recorded_where_there_is_a_record() {
    let with = |wanted: &dyn Fn(&Provenance) -> bool| -> BTreeSet<String> {
        let endpoints = RESOURCES.iter().flat_map(|resource| resource.endpoints);
        let such = endpoints.filter(|endpoint| wanted(&endpoint.response));
        such.map(|endpoint| format!("{} {}", endpoint.verb, endpoint.path)).collect()
    };
    let recorded: BTreeSet<String> = samples().into_iter().map(|(_, request, _)| request).collect();
    assert_eq!(with(&|response| *response == Provenance::Recorded), recorded);
    assert!(with(&|response| *response != Provenance::Recorded).is_disjoint(&recorded));
}

#[test]
fn an_accounts_key_that_is_looked_up_by_itself_is_usable() {
    let (_, _, body) = samples().into_iter().find(|(name, ..)| name == "billing-key-account").unwrap();
    let (relay, _) = server(move |_| (200, JSON, body.to_string()));
    let key = client(&relay.url).billing().get(GetBillingKey::new("88109cbf0c32c1ba6f04e3f8")).wait().unwrap();
    assert_eq!((&key.status, key.status_code), (&Status::BillingKeyIssued, 1));
    assert_eq!((key.receipt_id, key.subscription_id, key.status_locale), (None, None, None));
    assert_eq!((key.version, key.sandbox), (Some(2), Some(true)));
    let end = Timestamp::parse("2099-12-31T23:59:59+09:00");
    assert_eq!((key.expire_at, key.billing_expire_at), (end, end));
    assert_eq!(key.billing_data.unwrap().bank_code, Some(Bank::Kookmin));
}

/// A currency that Bootpay does not name is never taken for won by a verification.
#[test]
fn a_receipt_without_a_currency_is_read_and_not_verified() {
    let (_, _, body) = samples().into_iter().find(|(name, ..)| name == "receipt-card-nice-2022").unwrap();
    let (id, order) = (body["receipt_id"].as_str().unwrap().to_owned(), body["order_id"].as_str().unwrap().to_owned());
    let (relay, _) = server(move |_| (200, JSON, body.to_string()));
    let credentials = Credentials::new().client_key("key").secret_key("secret");
    let options = ClientOptions::new().base_url(&*relay.url).mode(Mode::Test);
    let client = Bootpay::with_options(credentials, options).unwrap();
    let receipt = client.payments().get(GetReceipt::new(&*id)).wait().unwrap();
    assert_eq!((receipt.currency.as_str(), receipt.card_data.unwrap().point), ("KRW", Some(0)));
    let error = client.payments().verify(VerifyPayment::new(id, order, 100)).wait().unwrap_err();
    assert_eq!((error.kind, error.field.as_deref(), &error.found), (ErrorKind::Mismatch, Some("currency"), &None));
    assert!(error.detail.ends_with("currency should be KRW, but Bootpay did not say"), "{error}");
}
