//! The call of core's table that makes a request.

use bootpay_core::describe::{Endpoint, RESOURCES, Resource};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::given::{Argument, Given, argument, arguments, fields, is_required, model};

/// Fields of a payment that a call compares with, although its request does not send them.
const OF_THE_PAYMENT: [&str; 2] = ["order_id", "price"];

/// A call of the library.
pub(in crate::console) struct Call {
    pub(super) resource: &'static Resource,
    pub(super) endpoint: &'static Endpoint,
    /// The required ones first, each in the order of the model.
    pub(super) arguments: Vec<Argument>,
    /// Fields of the request that the library's call does not have.
    pub(in crate::console) left_out: Vec<String>,
}

impl Call {
    /// The call with a text for a field, where that is a variable.
    pub(in crate::console) fn filled(mut self, name: &str, text: &str) -> Self {
        let is_it = |known: &&mut Argument| known.name == name && matches!(known.given, Given::Variable { .. });
        if let Some(known) = self.arguments.iter_mut().find(is_it) {
            known.given = Given::Text(text.to_owned());
        }
        self
    }

    /// Returns whether something stands for a value that the request does not show.
    pub(in crate::console) fn has_variables(&self) -> bool {
        has_variables(&self.arguments)
    }
}

fn has_variables(arguments: &[Argument]) -> bool {
    arguments.iter().any(|argument| match &argument.given {
        Given::Variable { .. } => true,
        Given::Object { fields, .. } => has_variables(fields),
        Given::List(items) => items.iter().any(|item| match item {
            Given::Object { fields, .. } => has_variables(fields),
            _ => false,
        }),
        _ => false,
    })
}

/// Finds the call: of those with the request's route the one that has most of its fields, and lacks the fewest.
pub(super) fn find(detail: &Value, payment: &Value) -> Option<Call> {
    let path = detail["path"].as_str()?;
    let mut sent = Map::new();
    for part in [&detail["query"], &detail["body"]] {
        match part {
            Value::Null => {}
            Value::Object(fields) => sent.extend(fields.iter().filter(|(_, value)| !is_absent(value)).map(owned)),
            // Cut off, or no object.
            _ => return None,
        }
    }
    let routed = RESOURCES.iter().flat_map(|resource| resource.endpoints.iter().map(move |one| (resource, one)));
    let calls = routed.filter(|(_, one)| one.asks_bootpay() && detail["method"] == one.verb);
    let calls = calls.filter_map(|(resource, endpoint)| {
        let in_path = bound(endpoint.path, path)?;
        let mut values = sent.clone();
        values.extend(in_path);
        call(resource, endpoint, &values, payment)
    });
    // The first of equals.
    calls.min_by_key(|(lacking, call)| (call.left_out.len(), *lacking)).map(|(_, call)| call)
}

/// The call with these values, and the number of its fields that the request lacks.
fn call(
    resource: &'static Resource,
    endpoint: &'static Endpoint,
    values: &Map<String, Value>,
    payment: &Value,
) -> Option<(usize, Call)> {
    let model = model(endpoint.request)?;
    let mut left_out = Vec::new();
    let mut arguments = arguments(model, values, &mut left_out);
    let lacking = fields(model).iter().filter(|field| is_required(field) && !values.contains_key(field.wire)).count();
    for known in arguments.iter_mut().filter(|known| matches!(known.given, Given::Variable { .. })) {
        let field = fields(model).iter().find(|field| field.name == known.name);
        let field = field.filter(|field| OF_THE_PAYMENT.contains(&field.wire));
        if let Some(found) = field.and_then(|field| argument(field, &payment[field.wire], &mut Vec::new())) {
            *known = found;
        }
    }
    Some((lacking, Call { resource, endpoint, arguments, left_out }))
}

/// The values in a path, by their names in its pattern; `None` where it is another path.
fn bound(pattern: &str, path: &str) -> Option<Map<String, Value>> {
    let path = path.strip_suffix('/').unwrap_or(path);
    let path = path.strip_suffix(".json").unwrap_or(path);
    let mut segments = path.split('/').filter(|segment| !segment.is_empty());
    let mut values = Map::new();
    for expected in pattern.split('/').filter(|segment| !segment.is_empty()) {
        let segment = segments.next()?;
        match expected.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) => {
                let value = percent_decode_str(segment).decode_utf8().ok()?;
                values.insert(name.to_owned(), value.into_owned().into());
            }
            None if expected == segment => {}
            None => return None,
        }
    }
    segments.next().is_none().then_some(values)
}

/// The API takes both for nothing.
fn is_absent(value: &Value) -> bool {
    value.is_null() || value == ""
}

fn owned((name, value): (&String, &Value)) -> (String, Value) {
    (name.clone(), value.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn found(method: &str, path: &str, body: &Value) -> Option<(String, Vec<String>, bool)> {
        let detail = json!({ "method": method, "path": path, "query": {}, "body": body });
        let call = find(&detail, &json!({ "order_id": "o-1", "price": 5000 }))?;
        let name = format!("{}.{}", call.resource.field, call.endpoint.method);
        let has_variables = call.has_variables();
        Some((name, call.left_out, has_variables))
    }

    #[test]
    fn a_request_has_the_call_that_fits_it_best() {
        for (method, path, body, name) in [
            ("GET", "/v2/receipt/a", json!(null), "payments.get"),
            ("GET", "/v2//receipt/a.json", json!(null), "payments.get"),
            ("POST", "/v2/cancel", json!({ "receipt_id": "a", "cancel_id": "c" }), "payments.cancel_full"),
            ("POST", "/v2/cancel", json!({ "receipt_id": "a", "cancel_price": null }), "payments.cancel_full"),
            (
                "POST",
                "/v2/cancel",
                json!({ "receipt_id": "a", "cancel_id": "c", "cancel_price": 1 }),
                "payments.cancel_partial",
            ),
            ("POST", "/v2/confirm", json!({ "receipt_id": "a" }), "payments.confirm"),
        ] {
            let (found, left_out, has_variables) = found(method, path, &body).unwrap_or_default();
            assert_eq!((found.as_str(), left_out, has_variables), (name, vec![], false), "{method} {path} {body}");
        }
        let partial = found("POST", "/v2/cancel", &json!({ "receipt_id": "a", "cancel_price": "1000" }));
        assert_eq!(partial, Some(("payments.cancel_partial".into(), vec![], true)));
        let odd = json!({ "receipt_id": "a", "odd": 1, "items": [{ "id": "i", "hue": 2 }], "cancel_message": [] });
        let (call, left_out, _) = found("POST", "/v2/cancel", &odd).unwrap();
        assert_eq!(
            (call.as_str(), left_out.join(" ")),
            ("payments.cancel_full", "cancel_message items.hue odd".into())
        );
    }

    #[test]
    fn what_the_table_does_not_have_or_the_log_does_not_hold_has_no_call() {
        for (method, path, body) in [
            ("POST", "/v2/request/token", json!({ "application_id": "a", "private_key": "…" })),
            ("GET", "/v2/receipt", json!(null)),
            ("GET", "/v2/receipt/a/b", json!(null)),
            ("PUT", "/v2/receipt/a", json!(null)),
            ("GET", "/v2/unknown", json!(null)),
            ("POST", "/v2/confirm", json!("{\"receipt_id\": … (9999 bytes)")),
            ("POST", "/v2/confirm", json!(["a"])),
        ] {
            assert_eq!(found(method, path, &body), None, "{method} {path}");
        }
    }

    #[test]
    fn every_row_of_the_table_is_found_by_its_route() {
        for resource in RESOURCES {
            for endpoint in resource.endpoints.iter().filter(|endpoint| endpoint.asks_bootpay()) {
                let path = endpoint.path.replace(['{', '}'], "");
                assert!(found(endpoint.verb, &path, &json!(null)).is_some(), "{}", endpoint.path);
            }
        }
    }
}
