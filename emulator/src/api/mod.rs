//! The PG API, `/v2`. An endpoint is one [`Endpoint`] in a module here and one line in [`ENDPOINTS`].

mod billing_issue;
mod billing_key;
mod cancel;
mod cash_receipt;
mod charge;
mod confirm;
mod escrow;
mod identity;
mod receipt;
mod request;
mod reseller;
mod reservation;
mod seller;
mod shapes;
mod token;
mod user;
mod wallet;
mod webhook;

use std::cell::Cell;
use std::sync::Arc;

use axum::body::Body;
use axum::http::{HeaderMap, Response};
use bootpay_core::model::Pg;
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value, json};

use crate::App;
use crate::acts::auth;
use crate::acts::delivery;
use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::{Order, Payment};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::webhook::Webhook;
use crate::faults::{self, Fault, Reply};
use crate::http::input::{self, Field};
use crate::http::request::{Arrived, is_secret};
use crate::store::Store;

/// Every endpoint of the API.
static ENDPOINTS: &[&Endpoint] = &[
    &token::ISSUE,
    &receipt::GET,
    &receipt::BY_ORDER,
    &confirm::CONFIRM,
    &cancel::CANCEL,
    &billing_issue::CARD,
    &billing_issue::CONTINUE_CARD,
    &billing_issue::ACCOUNT,
    &billing_issue::PUBLISH_ACCOUNT,
    &billing_issue::CONTINUE_ACCOUNT,
    &billing_key::BY_RECEIPT,
    &billing_key::BY_KEY,
    &billing_key::SEQUENTIAL,
    &billing_key::DELETE,
    &charge::PAY,
    &charge::EASY,
    &reservation::CREATE,
    &reservation::GET,
    &reservation::CANCEL,
    &user::TOKEN,
    &user::WALLETS,
    &user::BIOMETRIC,
    &user::PASSWORD,
    &wallet::LIST,
    &wallet::PAY,
    &wallet::SERVICE,
    &request::PAYMENT,
    &request::VIRTUAL_ACCOUNT,
    &webhook::REQUEST,
    &identity::CERTIFICATE,
    &identity::REQUEST,
    &identity::CONFIRM,
    &identity::REALARM,
    &escrow::START_SHIPPING,
    &cash_receipt::PUBLISH_ON_RECEIPT,
    &cash_receipt::CANCEL_ON_RECEIPT,
    &cash_receipt::PUBLISH,
    &cash_receipt::CANCEL,
    &seller::PAYMENT_METHODS,
    &reseller::CREATE_SELLER,
    &reseller::GET_SELLER,
    &reseller::DESTROY_TEST_SELLER,
    &reseller::UPDATE_RESOURCES,
    &reseller::CREATE_APP,
    &reseller::INVITE,
];

/// Who may call an endpoint.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Access {
    /// A merchant, by Basic or Bearer.
    Merchant,
    /// A merchant, by Bearer; by Basic only where the merchant says so.
    Users,
    /// Anyone; the body names the application.
    Application,
}

/// One endpoint: what it takes and what it does.
struct Endpoint {
    method: &'static str,
    /// After `/v2/`; a segment in braces is a parameter.
    path: &'static str,
    access: Access,
    query: &'static [Field],
    body: &'static [Field],
    run: fn(&Call<'_>) -> Result<Value, Refusal>,
}

/// A request that may be carried out.
struct Call<'a> {
    store: &'a Store<'a>,
    now: Moment,
    merchant: Option<Merchant>,
    headers: &'a HeaderMap,
    path: Map<String, Value>,
    query: Map<String, Value>,
    body: Map<String, Value>,
    /// What is to be sent once this request is done, by number.
    webhook: Cell<Option<(i64, Webhook)>>,
}

impl Call<'_> {
    fn merchant(&self) -> Result<&Merchant, Refusal> {
        self.merchant.as_ref().ok_or_else(|| Code::TokenKeyInvalid.because("the request speaks for no merchant"))
    }

    /// A parameter that must be there, from path or body.
    fn required(&self, name: &str) -> Result<String, Refusal> {
        self.text(name)?.ok_or_else(|| Code::ParameterMissing.because(format!("{name} is missing")))
    }

    fn text(&self, name: &str) -> Result<Option<String>, Refusal> {
        let value = self.path.get(name).or_else(|| self.body.get(name));
        read(name, value, input::text)
    }

    fn money(&self, name: &str) -> Result<Option<Money>, Refusal> {
        read(name, self.body.get(name), input::money)
    }

    fn object(&self, name: &str) -> Result<Option<&Map<String, Value>>, Refusal> {
        self.body.get(name).map(|value| value.as_object().ok_or_else(|| unreadable(name, value))).transpose()
    }

    fn date(&self, name: &str) -> Result<Option<Moment>, Refusal> {
        read(name, self.body.get(name), input::date)
    }

    fn flag(&self, name: &str) -> Result<Option<bool>, Refusal> {
        read(name, self.body.get(name), input::flag)
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok()).filter(|value| !value.is_empty())
    }

    fn query_text(&self, name: &str) -> Option<String> {
        self.query.get(name).and_then(input::text)
    }

    fn query_flag(&self, name: &str) -> bool {
        self.query.get(name).and_then(input::flag).unwrap_or(false)
    }

    /// A copy of an object that may be missing.
    fn any_object(&self, name: &str) -> Result<Map<String, Value>, Refusal> {
        Ok(self.object(name)?.cloned().unwrap_or_default())
    }

    /// The PG asked for.
    fn pg(&self) -> Result<Option<Pg>, Refusal> {
        let find = |name: String| {
            catalog::find_pg(&name).ok_or_else(|| {
                Code::ParameterUnreadable.because(format!("pg is {name:?}, known are {}", catalog::pg_symbols()))
            })
        };
        self.text("pg")?.map(find).transpose()
    }

    fn required_pg(&self) -> Result<Pg, Refusal> {
        self.pg()?.ok_or_else(|| Code::ParameterMissing.because("pg is missing"))
    }

    /// A new order of the caller's, by what the body says.
    fn order(&self) -> Result<Order, Refusal> {
        Ok(Order {
            receipt_id: self.store.new_id("receipt", 24)?,
            merchant_id: self.merchant()?.id.clone(),
            order_id: self.required("order_id")?,
            order_name: self.required("order_name")?,
            price: self.money("price")?.unwrap_or_default(),
        })
    }

    /// The caller's own payment; another merchant's is as good as none.
    fn payment(&self, receipt_id: &str) -> Result<Payment, Refusal> {
        let merchant = self.merchant()?;
        match self.store.payment(receipt_id)? {
            Some(payment) if payment.merchant_id == merchant.id => Ok(payment),
            Some(_) => Err(Code::NotFound.because("this receipt belongs to another merchant than the credentials")),
            None => Err(Code::NotFound.because("no payment has this receipt_id")),
        }
    }
}

/// An unreadable value is refused: taking it for absent could turn a part into the whole.
fn read<T>(name: &str, value: Option<&Value>, as_what: fn(&Value) -> Option<T>) -> Result<Option<T>, Refusal> {
    value.map(|value| as_what(value).ok_or_else(|| unreadable(name, value))).transpose()
}

fn unreadable(name: &str, value: &Value) -> Refusal {
    if is_secret(name) {
        return Code::ParameterUnreadable.because(format!("{name} is not what it should be"));
    }
    Code::ParameterUnreadable.because(format!("{name} is {value}"))
}

/// What became of a request.
struct Outcome {
    merchant: Option<Merchant>,
    findings: Vec<String>,
    reply: Reply,
    webhook: Option<(i64, Webhook)>,
}

/// Logs a request to the API and answers it, as it should be or as a fault wants it.
pub(crate) async fn serve(app: Arc<App>, arrived: Arrived) -> Response<Body> {
    let logged = app.database.work(|store| {
        let merchant = auth::authenticate(store, arrived.authorization()).ok();
        let fault = faults::pick(store, &arrived, merchant.as_ref())?;
        let merchant_id = merchant.as_ref().map(|merchant| merchant.id.as_str());
        let name = fault.as_ref().map(Fault::name);
        let number = store.add_request(merchant_id, &arrived.entry(merchant_id, name.as_deref()))?;
        Ok((number, fault))
    });
    let (number, fault) = match logged {
        Ok(logged) => logged,
        Err(refusal) => return faults::respond(&refused(&refusal)),
    };
    let Some(fault) = fault else {
        return faults::respond(&answer(&app, &arrived, number, None));
    };
    if fault.replies_first() {
        let lost = fault.clone().spoil(&Reply { status: 0, body: Value::Null });
        tokio::spawn(async move {
            fault.wait_before().await;
            answer(&app, &arrived, number, Some(&fault));
        });
        return lost;
    }
    fault.wait_before().await;
    let reply = answer(&app, &arrived, number, Some(&fault));
    fault.wait_after().await;
    fault.spoil(&reply)
}

/// Carries a request out and completes its entry in the log, in one transaction.
fn answer(app: &Arc<App>, arrived: &Arrived, number: i64, fault: Option<&Fault>) -> Reply {
    let worked = app.database.work(|store| {
        let outcome = if fault.is_none_or(Fault::executes) {
            execute(store, arrived)?
        } else {
            let body = json!({ "sandbox": "this request was not carried out" });
            Outcome { merchant: None, findings: Vec::new(), reply: Reply { status: 200, body }, webhook: None }
        };
        let status = fault.map_or(outcome.reply.status, |fault| fault.status(outcome.reply.status));
        let merchant_id = outcome.merchant.as_ref().map(|merchant| merchant.id.as_str());
        store.answer_request(number, status, merchant_id, &outcome.findings)?;
        Ok((outcome.reply, outcome.webhook))
    });
    match worked {
        Ok((reply, webhook)) => {
            if let Some((number, webhook)) = webhook {
                tokio::spawn(delivery::deliver(app.clone(), number, webhook));
            }
            reply
        }
        Err(refusal) => refused(&refusal),
    }
}

fn refused(refusal: &Refusal) -> Reply {
    Reply { status: refusal.status(), body: refusal.json() }
}

/// Fails only when the emulator itself is broken: a refusal is an outcome.
fn execute(store: &Store<'_>, arrived: &Arrived) -> Result<Outcome, Refusal> {
    let reply = Reply { status: 200, body: Value::Null };
    let mut outcome = Outcome { merchant: None, findings: Vec::new(), reply, webhook: None };
    match attempt(store, arrived, &mut outcome) {
        Ok(body) => outcome.reply.body = body,
        Err(refusal) if refusal.code == Code::Broken => return Err(refusal),
        Err(refusal) => {
            outcome.reply = refused(&refusal);
            let statuses = outcome.merchant.as_ref().map(|merchant| &merchant.http_statuses);
            if let Some(status) = statuses.and_then(|statuses| statuses.get(refusal.code.as_str())) {
                outcome.reply.status = *status;
            }
        }
    }
    Ok(outcome)
}

fn attempt(store: &Store<'_>, arrived: &Arrived, outcome: &mut Outcome) -> Result<Value, Refusal> {
    crate::domain::reservation::run_due(store)?;
    let (endpoint, path) = find(&arrived.method, &arrived.path)?;
    if endpoint.access != Access::Application {
        outcome.merchant = Some(auth::authenticate(store, arrived.authorization())?);
    }
    if endpoint.access == Access::Users
        && auth::is_basic(arrived.authorization())
        && outcome.merchant.as_ref().is_some_and(|merchant| !merchant.basic_for_users)
    {
        return Err(Code::TokenKeyInvalid.because("user tokens and wallets need an access token (Bearer), not Basic"));
    }
    let findings = &mut outcome.findings;
    input::check_headers(&arrived.headers, !arrived.body.is_empty(), findings);
    let query = input::tidy(endpoint.query, arrived.query.clone(), "query ", findings);
    let body = input::tidy(endpoint.body, json_body(&arrived.body)?, "", findings);
    if endpoint.access == Access::Application
        && let Some(id) = body.get("application_id").and_then(input::text)
    {
        outcome.merchant = store.merchant_by_application_id(&id)?;
    }
    if !findings.is_empty() && outcome.merchant.as_ref().is_some_and(|merchant| merchant.strict) {
        return Err(Code::Strict.because(findings.join("; ")));
    }
    for (fields, values) in [(endpoint.query, &query), (endpoint.body, &body)] {
        if let Some(field) = fields.iter().find(|field| field.required && !values.contains_key(field.name)) {
            return Err(Code::ParameterMissing.because(format!("{} is missing", field.name)));
        }
    }
    let merchant = outcome.merchant.clone();
    let (now, headers, webhook) = (store.now()?, &arrived.headers, Cell::default());
    let call = Call { store, now, merchant, headers, path, query, body, webhook };
    let answer = (endpoint.run)(&call);
    outcome.webhook = call.webhook.take();
    answer
}

fn json_body(bytes: &[u8]) -> Result<Map<String, Value>, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(Map::new());
    }
    match serde_json::from_slice(bytes) {
        Ok(Value::Object(body)) => Ok(body),
        Ok(_) => Err(Code::BodyUnreadable.because("the body is JSON, but not an object")),
        Err(error) => Err(Code::BodyUnreadable.because(format!("the body is not JSON: {error}"))),
    }
}

/// The endpoint of a path, and the parameters in it.
fn find(method: &str, path: &str) -> Result<(&'static Endpoint, Map<String, Value>), Refusal> {
    let path = path.trim_end_matches('/');
    // Before decoding, so that an id may end in %2Ejson.
    let path = path.strip_suffix(".json").unwrap_or(path);
    let segments: Vec<_> = path.strip_prefix("/v2/").unwrap_or(path).split('/').collect();
    let mut others = Vec::new();
    for endpoint in ENDPOINTS {
        if let Some(parameters) = fits(endpoint.path, &segments) {
            if endpoint.method == method {
                return Ok((endpoint, parameters));
            }
            others.push(endpoint.method);
        }
    }
    if others.is_empty() {
        Err(Code::NoSuchEndpoint.because(format!("nothing answers {method} {path}")))
    } else {
        Err(Code::WrongMethod.because(format!("{path} answers {}, not {method}", others.join(", "))))
    }
}

fn fits(pattern: &str, segments: &[&str]) -> Option<Map<String, Value>> {
    let pattern: Vec<_> = pattern.split('/').collect();
    if pattern.len() != segments.len() {
        return None;
    }
    let mut parameters = Map::new();
    for (pattern, segment) in pattern.into_iter().zip(segments) {
        let segment = percent_decode_str(segment).decode_utf8_lossy().into_owned();
        match pattern.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(_) if segment.is_empty() => return None,
            Some(name) => {
                parameters.insert(name.to_owned(), segment.into());
            }
            None if pattern == segment => {}
            None => return None,
        }
    }
    Some(parameters)
}
