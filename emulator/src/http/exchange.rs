//! One exchange of the API: log the request, pick its fault, carry it out, respond.

use std::cell::RefCell;
use std::sync::Arc;

use axum::body::Body;
use axum::http::Response;
use serde_json::{Map, Value, json};

use super::input;
use super::logged::{self, End, Known};
use super::request::Arrived;
use crate::acts::{App, auth, due};
use crate::api::call::Call;
use crate::api::endpoint::{Access, Endpoint};
use crate::api::fields::Need;
use crate::api::routes;
use crate::domain::journal::{About, Actor, Entry, Kind, Outcome as Ended};
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values;
use crate::faults::fault::Fault;
use crate::faults::pick::pick;
use crate::faults::spoil::{Prepared, respond};
use crate::store::Store;
use crate::store::requests::Finished;

/// The longest id that links a request to a payment or an order, in bytes.
const LONGEST_ID: usize = 256;

/// The outcome of a request.
struct Outcome {
    merchant: Option<Arc<Merchant>>,
    endpoint: Option<&'static Endpoint>,
    links: Links,
    error_code: Option<&'static str>,
    /// It was refused because of a sample id.
    is_of_sample: bool,
    findings: Vec<String>,
    response: Prepared,
}

impl Outcome {
    fn new(body: Value) -> Self {
        let response = Prepared { status: 200, body, ..Prepared::default() };
        Self {
            merchant: None,
            endpoint: None,
            links: Links::default(),
            error_code: None,
            is_of_sample: false,
            findings: Vec::new(),
            response,
        }
    }

    fn about<'a>(&'a self, merchant_id: Option<&'a str>) -> About<'a> {
        let merchant_id = self.merchant.as_ref().map(|merchant| &*merchant.id).or(merchant_id);
        About { merchant_id, receipt_id: self.links.receipt_id.as_deref(), order_id: self.links.order_id.as_deref() }
    }
}

/// What a request is about, as far as it and its response say.
#[derive(Default)]
struct Links {
    receipt_id: Option<String>,
    order_id: Option<String>,
}

impl Links {
    /// Takes the ids in these fields, unless they are known.
    fn take(&mut self, fields: &Map<String, Value>) {
        let id = |name: &str| fields.get(name).and_then(values::text).filter(|id| id.len() <= LONGEST_ID);
        if self.receipt_id.is_none() {
            self.receipt_id = id("receipt_id");
        }
        if self.order_id.is_none() {
            self.order_id = id("order_id");
        }
    }
}

/// Logs a request to the API and returns its response, or the fault that the request meets.
pub(super) async fn serve(app: Arc<App>, arrived: Arrived) -> Response<Body> {
    // Without a fault, in one transaction.
    let logged = app
        .database
        .work_at(&app.site(&arrived.headers), |store| store.acting(Actor::Server, || arrive(store, &arrived)));
    let (seq, fault) = match logged {
        Ok(Ok(response)) => return respond(&response),
        Ok(Err(faulty)) => faulty,
        Err(refusal) => return refuse(&app, &refusal),
    };
    if fault.fails_first() {
        let lost = fault.clone().spoil(&Prepared::default());
        tokio::spawn(async move {
            fault.wait_before().await;
            carry_out(&app, &arrived, seq, &fault);
        });
        return lost;
    }
    fault.wait_before().await;
    // A fault may have taken its time, in which the credential can have expired.
    let response = carry_out(&app, &arrived, seq, &fault);
    fault.wait_after().await;
    fault.spoil(&response)
}

/// Carries a request out and logs it; one that meets a fault is only logged.
fn arrive(store: &Store<'_>, arrived: &Arrived) -> Result<Result<Prepared, (i64, Fault)>, Refusal> {
    // Before what it does.
    let (seq, at) = (store.reserve(), store.now()?);
    let merchant = auth::authenticate(store, arrived.authorization()).ok();
    let fault = pick(store, &arrived.target(&arrived.merged_path()), merchant.as_deref())?;
    let caller = merchant.as_ref().map(|merchant| merchant.id.clone());
    if let Some(fault) = fault {
        let path = arrived.merged_path();
        let endpoint = routes::find(&arrived.method, &path).ok().map(|(endpoint, _)| endpoint.path);
        let about = About { merchant_id: caller.as_deref(), ..About::default() };
        let name = fault.name();
        let known = Known { about, fault: Some(&name), end: None };
        store.tell_at(seq, &arrived.entry(seq, at, &arrived.code(endpoint), &known)?)?;
        return Ok(Err((seq, fault)));
    }
    let outcome = execute(store, arrived, merchant)?;
    let end = End {
        status: outcome.response.status,
        findings: &outcome.findings,
        response: logged::response(&outcome.response.body)?,
        error_code: outcome.error_code,
        is_of_sample: outcome.is_of_sample,
    };
    let endpoint = outcome.endpoint.map(|endpoint| endpoint.path);
    let known = Known { about: outcome.about(caller.as_deref()), fault: None, end: Some(end) };
    store.tell_at(seq, &arrived.entry(seq, at, &arrived.code(endpoint), &known)?)?;
    Ok(Ok(dated(store, outcome.response)?))
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
fn carry_out(app: &App, arrived: &Arrived, seq: i64, fault: &Fault) -> Prepared {
    let worked = app.database.work_at(&app.site(&arrived.headers), |store| {
        store.acting(Actor::Server, || {
            let outcome = if fault.executes() {
                execute(store, arrived, None)?
            } else {
                let mut outcome = Outcome::new(json!({ "emulator": "this request was not carried out" }));
                outcome.links.take(serde_json::from_slice(&arrived.body).ok().as_ref().unwrap_or(&Map::new()));
                outcome
            };
            finish(store, arrived, seq, fault, &outcome)?;
            dated(store, outcome.response)
        })
    });
    worked.unwrap_or_else(|refusal| Prepared::from(&refusal))
}

/// Completes the entry of a faulty request, and adds that of the fault: what was done, and what the client was told.
fn finish(store: &Store<'_>, arrived: &Arrived, seq: i64, fault: &Fault, outcome: &Outcome) -> Result<(), Refusal> {
    let carried_out = fault.executes();
    let told = fault.status(outcome.response.status);
    let about = outcome.about(None);
    store.finish_request(
        seq,
        &Finished {
            outcome: if carried_out { logged::outcome(outcome.error_code) } else { Ended::Failed },
            status: told,
            about,
            findings: &outcome.findings,
            duration: arrived.microseconds(),
            response: logged::response(&outcome.response.body)?.get(),
            error_code: outcome.error_code,
        },
    )?;
    let facts = json!({
        "request": seq,
        "endpoint": arrived.code(outcome.endpoint.map(|endpoint| endpoint.path)),
        "carried_out": carried_out,
        "status": carried_out.then_some(outcome.response.status),
        "error_code": outcome.error_code,
        "told": told,
        "wish": fault.wish(),
    });
    let name = fault.name();
    let entry = Entry { about, status: Some(told), facts, ..Entry::new(Kind::Fault, Ended::Failed, &name) };
    store.acting(Actor::Test, || store.tell(&entry))
}

/// Fails only when the emulator itself is broken: a refusal is an outcome.
fn execute(store: &Store<'_>, arrived: &Arrived, caller: Option<Arc<Merchant>>) -> Result<Outcome, Refusal> {
    let mut outcome = Outcome::new(Value::Null);
    match run(store, arrived, caller, &mut outcome) {
        Ok(body) => {
            if let Some(fields) = body.as_object() {
                outcome.links.take(fields);
            }
            outcome.response.body = body;
        }
        Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
        Err(refusal) => {
            outcome.response = Prepared::from(&refusal);
            outcome.error_code = Some(refusal.code.as_str());
            outcome.is_of_sample = refusal.is_of_sample();
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
    caller: Option<Arc<Merchant>>,
    outcome: &mut Outcome,
) -> Result<Value, Refusal> {
    due::run(store)?;
    let (endpoint, path) = routes::find(&arrived.method, &arrived.merged_path())?;
    outcome.endpoint = Some(endpoint);
    outcome.links.take(&path);
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
    outcome.links.take(&body);
    if endpoint.access == Access::Application
        && let Some(id) = body.get("application_id").and_then(values::text)
    {
        outcome.merchant = store.application(&id)?.map(|(merchant, _)| merchant.into());
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
