//! Replays `tests/scenarios` through the Rust client.

#![allow(clippy::unwrap_used)]

mod support;

use std::{any::Any, fs, path::Path};

use bootpay_core::{
    Bootpay, BootpayError, ClientOptions, Credentials, Timeout, Timestamp,
    describe::{self, Described, Kind, Model, Shape},
    model::*,
};
use serde_json::{Map, Value, json};
use support::{Emulator, application, keys, text};

/// `payments.get` and its kin by name, from the table.
macro_rules! dispatch {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local $local:tt)?
    $(+ pure { $( $(#[$pdoc:meta])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => {
        async fn call(client: &Bootpay, name: &str, with: Value, timeout: Option<f64>) -> Result<Value, BootpayError> {
            match name {
                $($(concat!(stringify!($field), ".", stringify!($method)) => {
                    refuse_unknown(&with, &<$Request as Described>::MODEL);
                    let request: $Request = serde_json::from_value(with).expect("the scenario's `with` fits the request");
                    let mut pending = client.$field().$method(request);
                    if let Some(seconds) = timeout {
                        pending = pending.timeout(Timeout::from_seconds(seconds));
                    }
                    pending.await.map(|reply| exposed(&reply))
                })*)*
                $($($(concat!(stringify!($field), ".", stringify!($pure)) => {
                    refuse_unknown(&with, &<$Pure as Described>::MODEL);
                    let request: $Pure = serde_json::from_value(with).expect("the scenario's `with` fits the request");
                    client.$field().$pure(request).map(|reply| exposed(&reply))
                })*)?)*
                other => panic!("no call {other}"),
            }
        }
    };
}
bootpay_core::endpoints!(dispatch);

/// What serde would pass over.
fn refuse_unknown(with: &Value, request: &Model) {
    let Shape::Struct { fields, .. } = &request.shape else { panic!("{} is no struct", request.name) };
    for name in with.as_object().unwrap().keys() {
        assert!(fields.iter().any(|field| field.name == name), "{} has no {name}", request.name);
    }
}

/// A reply as JSON, with its secrets, which serde does not write.
fn exposed<R: serde::Serialize + Any>(reply: &R) -> Value {
    let mut json = serde_json::to_value(reply).unwrap();
    let reply: &dyn Any = reply;
    if let Some(token) = reply.downcast_ref::<UserToken>() {
        json["user_token"] = token.user_token.expose().into();
    }
    let data = reply.downcast_ref::<Certificate>().and_then(|certificate| certificate.authenticate_data.as_ref());
    if let Some(unique) = data.and_then(|data| data.unique.as_ref()) {
        json["authenticate_data"]["unique"] = unique.expose().into();
    }
    json
}

/// `exposed` knows every secret.
#[test]
fn replies_hold_no_other_secrets() {
    let mut holders = vec![];
    for Model { name, shape, .. } in describe::models() {
        if let Shape::Struct { kind: Kind::Response | Kind::Opaque, fields } = shape {
            let secrets = fields.iter().filter(|field| field.ty.contains("Secret"));
            holders.extend(secrets.map(|field| format!("{name}.{}", field.name)));
        }
    }
    assert_eq!(holders, ["UserToken.user_token", "AuthenticateData.unique"]);
}

#[tokio::test]
async fn every_scenario_holds() {
    let emulator = Emulator::start();
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
            if let Err(problem) = run(&emulator, &scenario).await {
                failures.push(format!("{name}\n    {problem}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(count > 20, "only {count} scenarios were found");
    println!("{count} scenarios");
}

/// A misspelt key would be an expectation that nobody checks.
fn only(object: &Value, keys: &[&str]) -> Result<(), String> {
    let unknown = object.as_object().into_iter().flatten().find(|(name, _)| !keys.contains(&name.as_str()));
    unknown.map_or(Ok(()), |(name, _)| Err(format!("`{name}` is no key here: {}", keys.join(", "))))
}

async fn run(emulator: &Emulator, scenario: &Value) -> Result<(), String> {
    only(scenario, &["name", "merchant", "credentials", "client", "payments", "steps", "requests"])?;
    emulator.control("DELETE", "/emulator/requests", None);
    emulator.control("DELETE", "/emulator/faults", None);
    let merchant = emulator.control("POST", "/emulator/merchants", scenario.get("merchant"));
    let mut known = Known { began: Timestamp::now(), objects: Map::new() };
    known.objects.insert("merchant".to_owned(), merchant.clone());
    for (name, payment) in scenario["payments"].as_object().into_iter().flatten() {
        let mut payment = known.fill(payment);
        payment["merchant"] = merchant["id"].clone();
        known.objects.insert(name.clone(), emulator.pay(&payment));
    }
    let client = client(emulator, scenario, &merchant);
    for (index, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
        only(step, &["call", "emulator", "with", "as", "timeout", "returns", "fails", "unresolved"])?;
        let step = known.fill(step);
        let outcome =
            take(emulator, &client, &step).await.map_err(|problem| format!("step {}: {problem}", index + 1))?;
        if let Some(name) = step["as"].as_str() {
            known.objects.insert(name.to_owned(), outcome);
        }
    }
    if let Some(expected) = scenario.get("requests") {
        let (expected, found) = (known.fill(expected), emulator.requests());
        compare_requests(expected.as_array().unwrap(), &found)?;
    }
    Ok(())
}

fn client(emulator: &Emulator, scenario: &Value, merchant: &Value) -> Bootpay {
    let credentials = match scenario["credentials"].as_str().unwrap_or("keys") {
        "keys" => keys(merchant),
        "application" => application(merchant),
        "both" => {
            let Credentials { application_id, private_key, .. } = application(merchant);
            keys(merchant).application_id(application_id.unwrap()).private_key(private_key.unwrap())
        }
        other => panic!("no credentials {other}"),
    };
    let mut options: ClientOptions = emulator.options();
    for (name, value) in scenario["client"].as_object().into_iter().flatten() {
        options = match (name.as_str(), value) {
            ("mode", mode) => options.mode(serde_json::from_value::<Mode>(mode.clone()).unwrap()),
            ("timeout", seconds) => options.timeout(Timeout::from_seconds(seconds.as_f64().unwrap())),
            ("money_timeout", seconds) => options.money_timeout(Timeout::from_seconds(seconds.as_f64().unwrap())),
            ("quiet_period", seconds) => options.quiet_period(Timeout::from_seconds(seconds.as_f64().unwrap())),
            ("retries", retries) => options.retries(retries.as_i64().unwrap()),
            (other, _) => panic!("no option {other}"),
        };
    }
    Bootpay::with_options(credentials, options).unwrap()
}

/// Makes a step; its outcome is the emulator's answer, the reply or the error.
async fn take(emulator: &Emulator, client: &Bootpay, step: &Value) -> Result<Value, String> {
    if let Some(request) = step.get("emulator") {
        return Ok(emulator.control(text(request, "method"), text(request, "path"), request.get("body")));
    }
    let with = step.get("with").cloned().unwrap_or_else(|| json!({}));
    let outcome = match (step.get("fails"), call(client, text(step, "call"), with, step["timeout"].as_f64()).await) {
        (None, Ok(reply)) => {
            compare(step.get("returns").unwrap_or(&json!({})), &reply)?;
            reply
        }
        (Some(expected), Err(error)) => {
            let error = serde_json::to_value(&*error).unwrap();
            compare(expected, &error)?;
            error
        }
        (None, Err(error)) => return Err(format!("failed: {error}")),
        (Some(expected), Ok(_)) => return Err(format!("returned instead of failing with {expected}")),
    };
    match step["unresolved"].as_u64() {
        Some(count) if client.attempts().unresolved().len() as u64 != count => {
            Err(format!("{} unresolved attempts instead of {count}", client.attempts().unresolved().len()))
        }
        _ => Ok(outcome),
    }
}

/// What a scenario can refer to.
struct Known {
    began: Timestamp,
    objects: Map<String, Value>,
}

impl Known {
    /// Replaces `${name.field}` and `{"in_seconds": …}` everywhere.
    fn fill(&self, value: &Value) -> Value {
        match value {
            Value::String(text) => {
                let mut text = text.clone();
                while let Some((start, end)) =
                    text.find("${").and_then(|start| Some((start, start + text[start..].find('}')?)))
                {
                    let (name, path) = text[start + 2..end].split_once('.').unwrap();
                    let found = look_up(&self.objects[name], path);
                    let found = found.as_str().unwrap_or_else(|| panic!("no text is {name}.{path}"));
                    text = format!("{}{found}{}", &text[..start], &text[end + 1..]);
                }
                Value::String(text)
            }
            Value::Array(items) => items.iter().map(|item| self.fill(item)).collect(),
            Value::Object(fields) => match fields.get("in_seconds").and_then(Value::as_i64) {
                Some(seconds) => {
                    let whole = self.began.as_millis() / 1000 * 1000;
                    Timestamp::from_millis(whole + seconds * 1000).unwrap().to_string().into()
                }
                None => fields.iter().map(|(name, value)| (name.clone(), self.fill(value))).collect(),
            },
            other => other.clone(),
        }
    }
}

fn compare(expected: &Value, found: &Value) -> Result<(), String> {
    if expected.is_null() {
        return if found.is_null() { Ok(()) } else { Err(format!("returned {found} instead of nothing")) };
    }
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
