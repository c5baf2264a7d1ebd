//! Replays `tests/scenarios/window`: the functions of the window, which need no client and no emulator.

#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

use bootpay_core::{
    BootpayError,
    describe::{Described, Model, Shape},
    model::*,
    window,
};
use serde_json::{Map, Value};

/// `window.decide` and its kin by name, from the table.
macro_rules! dispatch {
    ($( $(#[$doc:meta])* $name:ident($Request:ident) -> $Answer:ty )*) => {
        fn call(name: &str, with: Value) -> Result<Value, BootpayError> {
            match name {
                $(concat!("window.", stringify!($name)) => {
                    refuse_unknown(&with, &<$Request as Described>::MODEL);
                    let request: $Request = serde_json::from_value(with).expect("the scenario's `with` fits the request");
                    Ok(serde_json::to_value(window::$name(&request)?).unwrap())
                })*
                other => panic!("no function {other}"),
            }
        }

        const NAMES: &[&str] = &[$(concat!("window.", stringify!($name))),*];
    };
}
bootpay_core::window_functions!(dispatch);

/// What serde would pass over.
fn refuse_unknown(with: &Value, request: &Model) {
    let Shape::Struct { fields, .. } = &request.shape else { panic!("{} is no struct", request.name) };
    for name in with.as_object().unwrap().keys() {
        assert!(fields.iter().any(|field| field.name == name), "{} has no {name}", request.name);
    }
}

#[test]
fn every_scenario_holds() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/scenarios/window");
    let (mut steps, mut used, mut failures) = (0, vec![], vec![]);
    for file in fs::read_dir(folder).unwrap() {
        let scenarios: Vec<Value> = serde_json::from_str(&fs::read_to_string(file.unwrap().path()).unwrap()).unwrap();
        for scenario in scenarios {
            let mut known = Map::new();
            for (index, step) in scenario["steps"].as_array().unwrap().iter().enumerate() {
                steps += 1;
                let step = fill(step, &known);
                used.push(step["call"].as_str().unwrap().to_owned());
                match take(&step) {
                    Ok(outcome) => drop(step["as"].as_str().map(|name| known.insert(name.to_owned(), outcome))),
                    Err(problem) => failures.push(format!(
                        "{}, step {}: {problem}\n    {}",
                        scenario["name"],
                        index + 1,
                        step["with"]
                    )),
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(steps > 150, "only {steps} steps were found");
    assert!(NAMES.iter().all(|name| used.iter().any(|used| used == name)), "not all functions are tried");
}

fn take(step: &Value) -> Result<Value, String> {
    for key in step.as_object().unwrap().keys() {
        assert!(["call", "with", "as", "returns", "fails"].contains(&key.as_str()), "`{key}` is no key of a step");
    }
    let (expected, found) = match (call(step["call"].as_str().unwrap(), step["with"].clone()), step.get("fails")) {
        (Ok(found), None) => (&step["returns"], found),
        (Err(error), Some(expected)) => (expected, serde_json::to_value(&*error).unwrap()),
        (Ok(found), Some(_)) => return Err(format!("returned {found}")),
        (Err(error), None) => return Err(format!("failed: {error}")),
    };
    for (path, expected) in expected.as_object().unwrap() {
        let value = look_up(&found, path);
        let agrees = match expected.get("contains") {
            Some(part) => value.as_str().is_some_and(|text| text.contains(part.as_str().unwrap())),
            None => *expected == value,
        };
        if !agrees {
            return Err(format!("{path} is {value}, not {expected}"));
        }
    }
    Ok(found)
}

fn look_up(found: &Value, path: &str) -> Value {
    path.split('.').filter(|part| !part.is_empty()).fold(found.clone(), |value, part| {
        match (&value, part.parse::<usize>()) {
            (Value::Array(items), Ok(index)) => items.get(index).cloned().unwrap_or_default(),
            (Value::Array(items), Err(_)) if part == "length" => items.len().into(),
            _ => value.get(part).cloned().unwrap_or_default(),
        }
    })
}

/// Replaces `${name.field}`, where a string is nothing else.
fn fill(value: &Value, known: &Map<String, Value>) -> Value {
    match value {
        Value::String(text) => match text.strip_prefix("${").and_then(|rest| rest.strip_suffix('}')) {
            Some(reference) => {
                let (name, path) = reference.split_once('.').unwrap();
                look_up(&known[name], path)
            }
            None => value.clone(),
        },
        Value::Array(items) => items.iter().map(|item| fill(item, known)).collect(),
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), fill(value, known))).collect(),
        other => other.clone(),
    }
}

#[test]
fn a_payload_is_printed_without_the_buyer() {
    let user = User::new().username("김부트").phone("01012345678");
    let extra = Extra::new().open_type("iframe");
    let payment = WindowPayment::new(1000, "차", "o-1").client_key("ck_example").user(user).extra(extra);
    let payload = window::payment(&payment).unwrap();
    let opened = OpenWindow::new(payload.kind, payload.payload.clone(), WindowDialect::Android, "u-1");
    let form = window::form(&opened).unwrap();
    let scripts = window::scripts(&opened).unwrap();
    assert!(scripts.open.last().unwrap().contains("김부트"));
    let printed = format!("{payment:?} {payload:?} {opened:?} {form:?} {scripts:?}");
    for hidden in ["김부트", "01012345678", form.payload.as_str(), form.token.as_str()] {
        assert!(!printed.contains(hidden), "{printed}");
    }
}

#[test]
fn a_refusal_is_an_error_of_the_client_too() {
    let error: BootpayError =
        window::closes(&CheckClose::new(WindowEventKind::Done).open_type("tab")).unwrap_err().into();
    assert_eq!((error.kind, error.field.as_deref()), (ErrorKind::Invalid, Some("open_type")));
    assert_eq!(error.detail, "open_type must be one of iframe, popup, redirect");
}
