//! Reads the bodies and queries of controls strictly: a typo must not silently test nothing.

use std::sync::Arc;

use axum::body::Bytes;
use bootpay_core::model::{Method, Pg};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::project_json;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::rule::Rule;
use crate::domain::values::{plain, quoted};
use crate::store::Store;

/// Lifetime of a card that a control makes, unless the body says otherwise, in seconds.
pub(super) const CARD_LIFETIME: i64 = 3 * 365 * 24 * 60 * 60;

/// Seconds until the charge of a reservation, unless the body says otherwise.
pub(super) const RESERVATION_WAIT: i64 = 24 * 60 * 60;

/// A body without fields.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct NoFields {}

/// Reads a body; an empty one is `{}`.
pub(super) fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    let body: &[u8] = if body.is_empty() { b"{}" } else { body };
    let refuse = |error: &serde_json::Error, field: &str| match Rule::of_decoder(error) {
        Some(rule) => Code::Control.by(rule).about(field),
        None => Code::Control.because(plain(error)).about(field),
    };
    let mut reader = serde_json::Deserializer::from_slice(body);
    let value = serde_path_to_error::deserialize(&mut reader)
        .map_err(|error| refuse(error.inner(), error.path().to_string().trim_start_matches('.')))?;
    reader.end().map_err(|error| refuse(&error, ""))?;
    Ok(value)
}

/// Decodes JSON; a refusal names the field.
pub(super) fn decoded<T: DeserializeOwned>(body: &Bytes) -> Result<T, Refusal> {
    Ok(project_json::decoded(Value::Object(read(body)?))?)
}

/// The merchant id in `?merchant=ID`.
pub(super) fn merchant_in(query: Option<&str>) -> Option<String> {
    form_urlencoded::parse(query.unwrap_or_default().as_bytes())
        .find(|(name, _)| name == "merchant")
        .map(|(_, value)| value.into_owned())
}

/// The merchant with this id; the first merchant where none is named.
pub(super) fn merchant_of(store: &Store<'_>, id: Option<&str>) -> Result<Merchant, Refusal> {
    match id {
        Some(id) => store
            .merchant(id)?
            .map(Arc::unwrap_or_clone)
            .ok_or_else(|| Code::ControlNotFound.because(format!("no merchant has the id {id}"))),
        None => store.default_merchant(),
    }
}

/// The id that the test chose, or a new one.
pub(super) fn chosen_id(store: &Store<'_>, kind: &str, id: Option<String>) -> Result<String, Refusal> {
    match id {
        Some(id) if id.len() == 24 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) => Ok(id),
        Some(id) => Err(Code::Control.because(format!("{} must have 24 hexadecimal characters", quoted(&id)))),
        None => store.new_id(kind, 24),
    }
}

pub(super) fn money(name: &str, value: Option<&Value>) -> Result<Option<Money>, Refusal> {
    value
        .map(|value| {
            let found = value.to_string();
            Money::read(value).ok_or_else(|| Code::Control.at(name, Rule::NotAnAmount { found }))
        })
        .transpose()
}

pub(super) fn date(name: &str, text: Option<&str>) -> Result<Option<Moment>, Refusal> {
    text.map(|text| Moment::read(text).ok_or_else(|| Code::Control.at(name, Rule::NotADate { found: quoted(text) })))
        .transpose()
}

pub(super) fn known_pg(name: &str) -> Result<Pg, Refusal> {
    catalog::find_pg(name)
        .ok_or_else(|| Code::Control.because(format!("pg is {}, known are {}", quoted(name), catalog::pg_symbols())))
}

pub(super) fn known_method(name: &str) -> Result<Method, Refusal> {
    catalog::find_method(name).ok_or_else(|| {
        Code::Control.because(format!("method is {}, known are {}", quoted(name), catalog::method_symbols()))
    })
}
