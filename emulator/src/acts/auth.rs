//! Authenticates callers: Basic with `client_key` and `secret_key`, or Bearer with an access token.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::acts::token::LIFETIME;
use crate::domain::merchant::Merchant;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// Returns whether the Authorization header is Basic.
pub(crate) fn is_basic(header: Option<&str>) -> bool {
    header.is_some_and(|header| header.trim().to_ascii_lowercase().starts_with("basic "))
}

/// The merchant that an Authorization header authenticates.
pub(crate) fn authenticate(store: &Store<'_>, header: Option<&str>) -> Result<Arc<Merchant>, Refusal> {
    let refuse = |saw: &str| Code::TokenKeyInvalid.because(saw);
    let header = header.filter(|header| !header.trim().is_empty());
    let header = header.ok_or_else(|| refuse("the request has no Authorization header"))?;
    let (scheme, value) = header.trim().split_once(' ').unwrap_or((header, ""));
    if scheme.eq_ignore_ascii_case("basic") {
        basic(store, value.trim())
    } else if scheme.eq_ignore_ascii_case("bearer") {
        bearer(store, value.trim())
    } else {
        Err(refuse("the Authorization header is neither Basic nor Bearer"))
    }
}

fn basic(store: &Store<'_>, value: &str) -> Result<Arc<Merchant>, Refusal> {
    let refuse = |saw: &str| Code::TokenKeyInvalid.because(saw);
    let pair = STANDARD.decode(value).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = pair.ok_or_else(|| refuse("the Basic credential is not padded base64 of UTF-8"))?;
    let (client_key, secret_key) = pair
        .split_once(':')
        .ok_or_else(|| refuse("the Basic credential has no colon between client_key and secret_key"))?;
    let Some(merchant) = store.merchant_by_client_key(client_key)? else {
        let owner = store.merchant_by_secret_key(secret_key)?;
        let told = owner.is_some_and(|owner| owner.client_key_not_found);
        let code = if told { Code::AppClientKeyNotFound } else { Code::TokenKeyInvalid };
        return Err(code.because("no merchant has this client_key"));
    };
    if merchant.secret_of(client_key) == Some(secret_key) {
        Ok(merchant)
    } else {
        Err(refuse("the secret_key does not belong to this client_key"))
    }
}

fn bearer(store: &Store<'_>, token: &str) -> Result<Arc<Merchant>, Refusal> {
    let refuse = |saw: String| Code::TokenKeyInvalid.because(saw);
    let (merchant_id, issued_at) =
        store.token(token)?.ok_or_else(|| refuse("this access token was never issued".into()))?;
    let age = store.now()?.seconds_since(issued_at);
    if age >= LIFETIME {
        return Err(refuse(format!("this access token is {age} s old and was valid for {LIFETIME} s")));
    }
    store.merchant(&merchant_id)?.ok_or_else(|| refuse("the merchant of this access token no longer exists".into()))
}
