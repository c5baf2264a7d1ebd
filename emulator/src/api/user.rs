//! `POST /v2/request/user/token`, and a member's requests with the token, `/v2/sdk/…`

use serde_json::{Value, json};

use super::call::{Call, unreadable};
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::values;
use crate::domain::wallet::Wallet;

/// Lifetime of a user token, in seconds.
const LIFETIME: i64 = 60 * 60;

pub(super) static TOKEN: Endpoint = Endpoint {
    method: "POST",
    path: "request/user/token",
    access: Access::Users,
    query: &[],
    body: &[
        Field::required("user_id", Kind::Text),
        Field::optional("email", Kind::Text),
        Field::optional("username", Kind::Text),
        Field::optional("gender", Kind::Number),
        Field::optional("birth", Kind::Text),
        Field::optional("phone", Kind::Text),
    ],
    run: token,
};

fn token(call: &Call<'_>) -> Result<Value, Refusal> {
    if let Some(gender) = call.body.get("gender")
        && !matches!(values::text(gender).as_deref(), Some("-1" | "0" | "1"))
    {
        return Err(unreadable("gender", gender));
    }
    let token = call.store.new_id("user_token", 24)?;
    let expires_at = call.now.plus_seconds(LIFETIME);
    call.store.add_user_token(&token, &call.merchant()?.id, &call.required("user_id")?, expires_at)?;
    Ok(json!({ "user_token": token, "expired_at": expires_at.iso() }))
}

pub(super) static WALLETS: Endpoint =
    Endpoint { method: "GET", path: "sdk/easy/wallet", access: Access::Users, query: &[], body: &[], run: wallets };

fn wallets(call: &Call<'_>) -> Result<Value, Refusal> {
    let wallets = call.store.wallets(&call.merchant()?.id, &member(call)?)?;
    Ok(wallets.iter().map(Wallet::render).collect())
}

pub(super) static BIOMETRIC: Endpoint = Endpoint {
    method: "POST",
    path: "sdk/easy/biometric",
    access: Access::Users,
    query: &[],
    body: &[Field::required("os", Kind::Text), Field::required("token", Kind::Text)],
    run: biometric,
};

fn biometric(call: &Call<'_>) -> Result<Value, Refusal> {
    let member = member(call)?;
    if call.header("bootpay-device-uuid").is_none() {
        return Err(Code::ParameterMissing.because("the header Bootpay-Device-UUID is missing"));
    }
    check_password(call, &member)
}

pub(super) static PASSWORD: Endpoint = Endpoint {
    method: "POST",
    path: "sdk/password-token",
    access: Access::Users,
    query: &[],
    body: &[Field::required("token", Kind::Text)],
    run: |call| check_password(call, &member(call)?),
};

/// No source shows more of these responses than an object.
fn check_password(call: &Call<'_>, member: &str) -> Result<Value, Refusal> {
    if call.store.is_password_token(&call.required("token")?, &call.merchant()?.id, member)? {
        Ok(json!({}))
    } else {
        Err(Code::PasswordToken.because("token is not a password token of this member"))
    }
}

/// The member of the request's user token.
fn member(call: &Call<'_>) -> Result<String, Refusal> {
    let missing = || Code::TokenKeyInvalid.because("the header Bootpay-User-Token is missing");
    member_of(call, call.header("bootpay-user-token").ok_or_else(missing)?)
}

/// The member of a user token.
pub(super) fn member_of(call: &Call<'_>, token: &str) -> Result<String, Refusal> {
    let refuse = |saw: &str| Code::TokenKeyInvalid.because(saw);
    let (user_id, expires_at) = call
        .store
        .user_of_token(&call.merchant()?.id, token)?
        .ok_or_else(|| refuse("this user token was never issued to this merchant"))?;
    if call.now >= expires_at {
        return Err(refuse("this user token has expired; it was valid for an hour"));
    }
    Ok(user_id)
}
