//! Replays `tests/scenarios` through the Rust client.

#![allow(clippy::unwrap_used)]

mod support;

use std::{fs, path::Path};

use bootpay_core::{Bootpay, BootpayError, ClientOptions, Credentials, Timeout, Timestamp, model::*};
use serde_json::{Map, Value, json};
use support::{Sandbox, application, keys, text};

/// `payments.get` and its kin by name, from the table.
macro_rules! dispatch {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Reply:ty { $($route:tt)* }
    )* } )*) => {
        async fn call(client: &Bootpay, name: &str, with: Value, timeout: Option<f64>) -> Result<Value, BootpayError> {
            match name {
                $($(concat!(stringify!($field), ".", stringify!($method)) => {
                    let request: $Request = serde_json::from_value(with).expect("the scenario's `with` fits the request");
                    let mut pending = client.$field().$method(request);
                    if let Some(seconds) = timeout {
                        pending = pending.timeout(Timeout::from_seconds(seconds));
                    }
                    pending.await.map(|reply| serde_json::to_value(reply).unwrap())
                })*)*
                other => panic!("no call {other}"),
            }
        }
    };
}
bootpay_core::endpoints!(dispatch);

#[tokio::test]
async fn every_scenario_holds() {
    let sandbox = Sandbox::start();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/scenarios");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    let (mut count, mut failures) = (0, vec![]);
    for file in files {
        let scenarios: Vec<Value> = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for scenario in scenarios {
            count += 1;
            let name = format!("{}: {}", file.file_name().unwrap().to_string_lossy(), text(&scenario, "name"));
            if let Err(problem) = run(&sandbox, &scenario).await {
                failures.push(format!("{name}\n    {problem}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count > 20, "only {count} scenarios were found");
    println!("{count} scenarios");
}

async fn run(sandbox: &Sandbox, scenario: &Value) -> Result<(), String> {
    sandbox.control("DELETE", "/sandbox/requests", None);
    sandbox.control("DELETE", "/sandbox/faults", None);
    let merchant = sandbox.control("POST", "/sandbox/merchants", scenario.get("merchant"));
    let mut known = Map::from_iter([("merchant".to_owned(), merchant.clone())]);
    for (name, payment) in scenario["payments"].as_object().into_iter().flatten() {
        let mut payment = payment.clone();
        payment["merchant"] = merchant["id"].clone();
        known.insert(name.clone(), sandbox.pay(&payment));
    }
    let client = client(sandbox, scenario, &merchant);
    for (index, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
        let step = fill(step, &known);
        take(sandbox, &client, &step).await.map_err(|problem| format!("step {}: {problem}", index + 1))?;
    }
    if let Some(expected) = scenario.get("requests") {
        let (expected, found) = (fill(expected, &known), sandbox.requests());
        compare_requests(expected.as_array().unwrap(), &found)?;
    }
    Ok(())
}

fn client(sandbox: &Sandbox, scenario: &Value, merchant: &Value) -> Bootpay {
    let credentials = match scenario["credentials"].as_str().unwrap_or("keys") {
        "keys" => keys(merchant),
        "application" => application(merchant),
        "both" => {
            let Credentials { application_id, private_key, .. } = application(merchant);
            keys(merchant).application_id(application_id.unwrap()).private_key(private_key.unwrap())
        }
        other => panic!("no credentials {other}"),
    };
    let mut options: ClientOptions = sandbox.options();
    for (name, value) in scenario["client"].as_object().into_iter().flatten() {
        options = match (name.as_str(), value) {
            ("mode", mode) => options.mode(serde_json::from_value::<Mode>(mode.clone()).unwrap()),
            ("timeout", seconds) => options.timeout(Timeout::from_seconds(seconds.as_f64().unwrap())),
            ("money_timeout", seconds) => options.money_timeout(Timeout::from_seconds(seconds.as_f64().unwrap())),
            (other, _) => panic!("no option {other}"),
        };
    }
    Bootpay::with(credentials, options).unwrap()
}

async fn take(sandbox: &Sandbox, client: &Bootpay, step: &Value) -> Result<(), String> {
    if let Some(request) = step.get("sandbox") {
        sandbox.control(text(request, "method"), text(request, "path"), request.get("body"));
        return Ok(());
    }
    let outcome = call(client, text(step, "call"), step["with"].clone(), step["timeout"].as_f64()).await;
    match (step.get("fails"), outcome) {
        (None, Ok(reply)) => compare(step.get("returns").unwrap_or(&json!({})), &reply)?,
        (Some(expected), Err(error)) => compare(expected, &serde_json::to_value(&*error).unwrap())?,
        (None, Err(error)) => return Err(format!("failed: {error}")),
        (Some(expected), Ok(_)) => return Err(format!("returned instead of failing with {expected}")),
    }
    match step["unsettled"].as_u64() {
        Some(count) if client.unsettled().len() as u64 != count => {
            Err(format!("{} unsettled attempts instead of {count}", client.unsettled().len()))
        }
        _ => Ok(()),
    }
}

/// Replaces `${name.field}` everywhere.
fn fill(value: &Value, known: &Map<String, Value>) -> Value {
    match value {
        Value::String(text) => {
            let mut text = text.clone();
            while let Some((start, end)) =
                text.find("${").and_then(|start| Some((start, start + text[start..].find('}')?)))
            {
                let (name, field) = text[start + 2..end].split_once('.').unwrap();
                let found = known[name][field].as_str().unwrap_or_else(|| panic!("no {name}.{field}"));
                text = format!("{}{found}{}", &text[..start], &text[end + 1..]);
            }
            Value::String(text)
        }
        Value::Array(items) => items.iter().map(|item| fill(item, known)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), fill(value, known))).collect(),
        other => other.clone(),
    }
}

fn compare(expected: &Value, found: &Value) -> Result<(), String> {
    for (path, expected) in expected.as_object().unwrap() {
        let value = look_up(found, path);
        if !agrees(expected, &value) {
            return Err(format!("{path} is {value}, not {expected}"));
        }
    }
    Ok(())
}

fn look_up(found: &Value, path: &str) -> Value {
    path.split('.').fold(found.clone(), |value, part| match (&value, part.parse::<usize>()) {
        (Value::Array(items), Ok(index)) => items.get(index).cloned().unwrap_or_default(),
        (Value::Array(items), Err(_)) if part == "length" => items.len().into(),
        _ => value.get(part).cloned().unwrap_or_default(),
    })
}

fn agrees(expected: &Value, found: &Value) -> bool {
    if let Some(instant) = expected.get("instant") {
        return found.as_str().and_then(Timestamp::parse) == Timestamp::parse(instant.as_str().unwrap())
            && !found.is_null();
    }
    if let Some(part) = expected.get("contains") {
        return found.as_str().is_some_and(|text| text.contains(part.as_str().unwrap()));
    }
    if expected.get("present").is_some() {
        return !found.is_null();
    }
    expected == found
}

fn compare_requests(expected: &[Value], found: &[Value]) -> Result<(), String> {
    let shown = || {
        found.iter().map(|request| format!("{} {}", request["method"], request["path"])).collect::<Vec<_>>().join(", ")
    };
    if expected.len() != found.len() {
        return Err(format!("{} requests instead of {}: {}", found.len(), expected.len(), shown()));
    }
    for (index, (expected, found)) in expected.iter().zip(found).enumerate() {
        for (key, expected) in expected.as_object().unwrap() {
            let agree = match (key.as_str(), expected) {
                ("headers", Value::Object(headers)) => {
                    headers.iter().all(|(name, value)| found["headers"][name] == *value)
                }
                _ => found[key] == *expected,
            };
            if !agree {
                return Err(format!("request {}: {key} is {}, not {expected}", index + 1, found[key]));
            }
        }
    }
    Ok(())
}
