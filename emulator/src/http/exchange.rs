//! One exchange of the API: log the request, pick its fault, carry it out, respond.

use std::cell::RefCell;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Response;
use serde_json::{Value, json};

use super::input;
use super::request::{Arrived, End};
use crate::acts::{App, auth, due};
use crate::api::call::Call;
use crate::api::endpoint::Access;
use crate::api::fields::Need;
use crate::api::routes;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values;
use crate::faults::fault::Fault;
use crate::faults::pick::pick;
use crate::faults::spoil::{Prepared, respond};
use crate::store::Store;

/// The outcome of a request.
struct Outcome {
    merchant: Option<Merchant>,
    findings: Vec<String>,
    response: Prepared,
}

impl Outcome {
    fn new(body: Value) -> Self {
        let response = Prepared { status: 200, body, ..Prepared::default() };
        Self { merchant: None, findings: Vec::new(), response }
    }
}

/// Logs a request to the API and returns its response, or the fault that the request meets.
pub(super) async fn serve(app: Arc<App>, arrived: Arrived) -> Response<Body> {
    // Without a fault, in one transaction.
    let logged = app.database.work_at(&app.site(&arrived.headers), |store| {
        let merchant = auth::authenticate(store, arrived.authorization()).ok();
        let fault = pick(store, &arrived.target(&arrived.merged_path()), merchant.as_ref())?;
        let caller = merchant.as_ref().map(|merchant| merchant.id.clone());
        let Some(fault) = fault else {
            let outcome = execute(store, &arrived, merchant)?;
            let merchant_id = outcome.merchant.as_ref().map(|merchant| &*merchant.id).or(caller.as_deref());
            let end = End { status: Some(outcome.response.status), findings: &outcome.findings };
            store.add_request(merchant_id, &arrived.entry(merchant_id, None, end))?;
            return Ok(Ok(dated(store, outcome.response)?));
        };
        let entry = arrived.entry(caller.as_deref(), Some(&fault.name()), End::default());
        Ok(Err((store.add_request(caller.as_deref(), &entry)?, fault)))
    });
    let (number, fault) = match logged {
        Ok(Ok(response)) => return respond(&response),
        Ok(Err(faulty)) => faulty,
        Err(refusal) => return refuse(&app, &refusal),
    };
    if fault.fails_first() {
        let lost = fault.clone().spoil(&Prepared::default());
        tokio::spawn(async move {
            fault.wait_before().await;
            carry_out(&app, &arrived, number, &fault);
        });
        return lost;
    }
    fault.wait_before().await;
    // A fault may have taken its time, in which the credential can have expired.
    let response = carry_out(&app, &arrived, number, &fault);
    fault.wait_after().await;
    fault.spoil(&response)
}

/// The response to a request that is neither logged nor carried out.
pub(super) fn refuse(app: &App, refusal: &Refusal) -> Response<Body> {
    let worked = app.database.work(|store| dated(store, Prepared::from(refusal)));
    respond(&worked.unwrap_or_else(|broken| Prepared::from(&broken)))
}

/// Adds the date that a response to the API has.
fn dated(store: &Store<'_>, response: Prepared) -> Result<Prepared, Refusal> {
    let (header, responses) = store.next_date_header()?;
    Ok(Prepared { date: header.date(store.now()?, responses), age: header.age(), ..response })
}

/// Carries a request out, unless its fault prevents that, and completes its log entry, in one transaction.
fn carry_out(app: &App, arrived: &Arrived, number: i64, fault: &Fault) -> Prepared {
    let worked = app.database.work_at(&app.site(&arrived.headers), |store| {
        let outcome = if fault.executes() {
            execute(store, arrived, None)?
        } else {
            Outcome::new(json!({ "emulator": "this request was not carried out" }))
        };
        let merchant_id = outcome.merchant.as_ref().map(|merchant| merchant.id.as_str());
        store.finish_request(number, fault.status(outcome.response.status), merchant_id, &outcome.findings)?;
        dated(store, outcome.response)
    });
    worked.unwrap_or_else(|refusal| Prepared::from(&refusal))
}

/// Fails only when the emulator itself is broken: a refusal is an outcome.
fn execute(store: &Store<'_>, arrived: &Arrived, caller: Option<Merchant>) -> Result<Outcome, Refusal> {
    let mut outcome = Outcome::new(Value::Null);
    match run(store, arrived, caller, &mut outcome) {
        Ok(body) => outcome.response.body = body,
        Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
        Err(refusal) => {
            outcome.response = Prepared::from(&refusal);
            let statuses = outcome.merchant.as_ref().map(|merchant| &merchant.http_statuses);
            if let Some(status) = statuses.and_then(|statuses| statuses.get(refusal.code.as_str())) {
                outcome.response.status = *status;
            }
        }
    }
    Ok(outcome)
}

/// Authenticates the caller, unless that was done, reads the parameters and runs the endpoint.
fn run(
    store: &Store<'_>,
    arrived: &Arrived,
    caller: Option<Merchant>,
    outcome: &mut Outcome,
) -> Result<Value, Refusal> {
    due::run(store)?;
    let (endpoint, path) = routes::find(&arrived.method, &arrived.merged_path())?;
    if endpoint.access != Access::Application {
        outcome.merchant = Some(match caller {
            Some(caller) => caller,
            None => auth::authenticate(store, arrived.authorization())?,
        });
    }
    if endpoint.access == Access::Users
        && auth::is_basic(arrived.authorization())
        && outcome.merchant.as_ref().is_some_and(|merchant| !merchant.basic_for_users)
    {
        return Err(Code::TokenKeyInvalid.because("user tokens and wallets need an access token (Bearer), not Basic"));
    }
    if let Some(merchant) = &outcome.merchant {
        merchant.check_address(arrived.peer)?;
    }
    let findings = &mut outcome.findings;
    input::check_headers(&arrived.headers, !arrived.body.is_empty(), findings);
    let query = input::tidy(endpoint.query, arrived.query.clone(), "query ", findings);
    if arrived.path.contains("//") {
        findings.push("the path has an empty segment: two slashes in a row".into());
    }
    let body = if arrived.is_form() { input::form_body(&arrived.body) } else { input::json_body(&arrived.body)? };
    let body = input::tidy(endpoint.body, body, "", findings);
    if endpoint.access == Access::Application
        && let Some(id) = body.get("application_id").and_then(values::text)
    {
        outcome.merchant = store.application(&id)?.map(|(merchant, _)| merchant);
        if let Some(merchant) = &outcome.merchant {
            merchant.check_address(arrived.peer)?;
        }
    }
    if !findings.is_empty() && outcome.merchant.as_ref().is_some_and(|merchant| merchant.strict) {
        return Err(Code::Strict.because(findings.join("; ")));
    }
    for (fields, values) in [(endpoint.query, &query), (endpoint.body, &body)] {
        if let Some(field) =
            fields.iter().find(|field| field.need == Need::Required && !values.contains_key(field.name))
        {
            return Err(Code::ParameterMissing.because(format!("{} is missing", field.name)));
        }
    }
    let merchant = outcome.merchant.clone();
    let (now, headers, warnings) = (store.now()?, &arrived.headers, RefCell::default());
    let call = Call { store, now, merchant, headers, path, query, body, warnings };
    let result = (endpoint.run)(&call);
    outcome.findings.append(&mut call.warnings.borrow_mut());
    result
}
