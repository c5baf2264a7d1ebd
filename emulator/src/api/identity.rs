//! Identity: `/v2/certificate/{receipt_id}`, `/v2/request/authentication` and `/v2/authenticate/…`

use bootpay_core::Symbol as _;
use bootpay_core::model::{AuthenticateType, Method, Pg};
use serde_json::Value;

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind, USER};
use crate::domain::catalog;
use crate::domain::identity::{Identity, Person};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values::quoted;

pub(super) static CERTIFICATE: Endpoint = Endpoint {
    method: "GET",
    path: "certificate/{receipt_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: |call| identity(call)?.certificate(call.now),
};

pub(super) static REQUEST: Endpoint = Endpoint {
    method: "POST",
    path: "request/authentication",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("authentication_id", Kind::Text),
        Field::required("order_name", Kind::Text),
        Field::required("username", Kind::Text),
        Field::required("identity_no", Kind::Text),
        Field::required("carrier", Kind::Text),
        Field::required("phone", Kind::Text),
        Field::expected("client_ip", Kind::Text),
        // Required, but their absence has an error code of its own.
        Field::optional("pg", Kind::Text),
        Field::optional("method", Kind::Text),
        Field::optional("site_url", Kind::Text),
        Field::optional("authenticate_type", Kind::Text),
        // One SDK sends this name for authentication_id too.
        Field::optional("authenticate_id", Kind::Text),
        Field::optional("extra", Kind::Options),
        Field::optional("user", USER),
        Field::optional("metadata", Kind::AnyObject),
    ],
    run: request,
};

fn request(call: &Call<'_>) -> Result<Value, Refusal> {
    let (pg, method) = (call.text("pg")?, call.text("method")?);
    let is_danal = pg.as_deref().and_then(catalog::find_pg) == Some(Pg::Danal);
    let words = [Some(Method::Identity.symbol()), Method::Identity.korean(), Some("sms")];
    if !is_danal || method.is_none() || !words.contains(&method.as_deref()) {
        return Err(Code::AuthNeedPgMethod.because(format!(
            "pg is {}, method is {}; they must be 다날 and 본인인증",
            shown(pg.as_deref()),
            shown(method.as_deref())
        )));
    }
    let merchant = call.merchant()?;
    merchant.terms(&Pg::Danal, &Method::Identity)?;
    let authentication_id = call.required("authentication_id")?;
    if call.store.is_authenticated(&merchant.id, &authentication_id)? {
        return Err(Code::AuthAlreadyAuthenticated.because(format!(
            "a verification with authentication_id {} is confirmed already",
            quoted(&authentication_id)
        )));
    }
    let channel = call.text("authenticate_type")?.unwrap_or_else(|| "sms".into());
    let channel = AuthenticateType::from_symbol(&channel).ok_or_else(|| {
        Code::ParameterUnreadable.because(format!("authenticate_type is {}, known are sms, pass", quoted(&channel)))
    })?;
    let person = Person {
        username: call.required("username")?,
        identity_no: call.required("identity_no")?,
        carrier: call.required("carrier")?,
        phone: call.required("phone")?,
    };
    person.check()?;
    let receipt_id = call.store.new_id("receipt", 24)?;
    let identity = Identity::new(receipt_id, merchant.id.clone(), authentication_id, person, channel, call.now);
    call.store.save_identity(&identity)?;
    Ok(identity.render(call.now))
}

pub(super) static CONFIRM: Endpoint = Endpoint {
    method: "POST",
    path: "authenticate/confirm",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text), Field::optional("otp", Kind::Text)],
    run: confirm,
};

fn confirm(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut identity = identity(call)?;
    identity.confirm(call.text("otp")?.as_deref(), call.now)?;
    call.store.save_identity(&identity)?;
    Ok(identity.render(call.now))
}

pub(super) static REALARM: Endpoint = Endpoint {
    method: "POST",
    path: "authenticate/realarm",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("receipt_id", Kind::Text)],
    run: realarm,
};

fn realarm(call: &Call<'_>) -> Result<Value, Refusal> {
    let mut identity = identity(call)?;
    identity.realarm(call.now)?;
    call.store.save_identity(&identity)?;
    Ok(identity.render(call.now))
}

fn shown(parameter: Option<&str>) -> String {
    parameter.map_or_else(|| "missing".into(), quoted)
}

/// The caller's verification; another merchant's is not found.
fn identity(call: &Call<'_>) -> Result<Identity, Refusal> {
    let merchant = call.merchant()?;
    let found = call.store.identity(&call.required("receipt_id")?)?;
    found
        .filter(|identity| identity.merchant_id == merchant.id)
        .ok_or_else(|| Code::NotFound.because("this merchant has no verification with this receipt_id"))
}
