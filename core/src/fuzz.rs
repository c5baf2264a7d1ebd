//! Entry points to core's internals for the fuzz targets only.

use std::{marker::PhantomData, time::Duration};

use reqwest::StatusCode;
use serde::Serialize;
use serde_json::{Map, Value};

pub use crate::check::{Check, Violation};
#[allow(clippy::wildcard_imports)] // the table names the models
use crate::model::*;
use crate::{
    attempt::serialized,
    client::endpoint::{Endpoint, Routed},
    error::BootpayError,
    http::{
        request::Outgoing,
        response::{self, Reply},
        retry_after,
        route::Route,
        transport::RawResponse,
    },
    redact::Redactor,
    value::{BaseUrl, Secret},
    webhook::notice,
    wire::{self, FromWire, Subject},
};

/// A response.
#[derive(Clone, Copy, Debug)]
pub struct Response<'a> {
    /// HTTP status.
    pub status: u16,
    /// Its header.
    pub content_type: Option<&'a str>,
    /// The body.
    pub body: &'a [u8],
}

/// Decodes the response to a request with these secrets; returns it as JSON.
pub type Read = fn(Response<'_>, request: Value, secrets: &[Secret]) -> Result<Value, BootpayError>;

/// A row of the table.
#[derive(Debug)]
pub struct Row {
    /// `payments.get`
    pub name: &'static str,
    /// `None` if the response type is made by core and not decoded.
    pub read: Option<Read>,
    route: Route,
}

impl Row {
    /// Returns the URL of a request, and its body, empty if it has none.
    pub fn request(&self, base_url: &str, fields: &Map<String, Value>) -> Result<(String, Vec<u8>), Violation> {
        let base_url = BaseUrl::parse(base_url).map_err(|rule| Violation::new("base_url", rule))?;
        let outgoing = Outgoing::new(&base_url, self.route, fields)?;
        Ok((outgoing.url.to_string(), outgoing.body.into()))
    }

    /// Returns the fields that are sent as headers.
    pub fn headers(&self) -> impl Iterator<Item = &'static str> {
        self.route.headers.iter().map(|(field, _)| *field)
    }
}

/// The wait that a `Retry-After` header asks for.
pub fn retry_after(header: &str) -> Option<Duration> {
    retry_after::after(header)
}

/// The text of an attempt.
pub fn store(attempt: &Attempt) -> String {
    serialized::store(attempt)
}

/// The text of facts in JSON, whatever they are.
pub fn seal(facts: &[u8]) -> String {
    serialized::seal(facts)
}

/// The attempt of a text.
pub fn restore(text: &str) -> Result<Attempt, &'static str> {
    serialized::restore(text)
}

/// The notice of a webhook.
pub fn parse_webhook(
    headers: &[(&str, &str)],
    body: &[u8],
    private_key: Option<&Secret>,
) -> Result<WebhookNotice, Violation> {
    notice::parse(headers.iter().copied(), body, private_key)
}

/// The notice of a text.
pub fn restore_webhook(text: &str) -> Result<WebhookNotice, &'static str> {
    notice::restore(text)
}

/// An amount of a response, in the smallest unit of its currency.
pub fn minor_units(value: &Value, currency: &str) -> Option<i64> {
    wire::minor_units(&value.to_string(), currency)
}

fn read<T: FromWire + Serialize>(
    reply: Response<'_>,
    request: Value,
    secrets: &[Secret],
) -> Result<Value, BootpayError> {
    let answer = RawResponse {
        status: StatusCode::from_u16(reply.status).expect("a status"),
        content_type: reply.content_type.map(str::to_owned),
        retry_after: None,
        body: reply.body.to_owned(),
        reused: false,
    };
    let hidden = Redactor { request: secrets, ..Redactor::NOTHING };
    let mut reply = Reply::that(|_: &T| true);
    response::read(&answer, &Subject::of(request), hidden, &mut reply)?;
    let reply = *reply.take();
    Ok(serde_json::to_value(reply).expect("a reply can be written"))
}

/// Finds out if a response is decoded from the wire: then its own constant hides the trait's.
struct Reading<T>(PhantomData<T>);

trait NotRead {
    const READ: Option<Read> = None;
}
impl<T> NotRead for Reading<T> {}

impl<T: FromWire + Serialize> Reading<T> {
    const READ: Option<Read> = Some(read::<T>);
}

macro_rules! rows {
    ($( $(#[$rdoc:meta])* $field:ident: $Resource:ident { $(
        $(#[$doc:meta])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local $local:tt)? $(+ pure $pure:tt)? )*) => {
        /// The whole table.
        pub const ROWS: &[Row] = &[$($(Row {
            name: $Request::NAME,
            read: Reading::<$Response>::READ,
            route: $Request::ROUTE,
        }),*),*];
    };
}
crate::endpoints!(rows);
