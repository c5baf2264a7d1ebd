//! `POST /v2/request/token`

use serde_json::{Value, json};

use super::{Access, Call, Endpoint};
use crate::acts::auth::TOKEN_LIFETIME;
use crate::domain::merchant::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::http::input::{Field, Kind};

pub(super) static ISSUE: Endpoint = Endpoint {
    method: "POST",
    path: "request/token",
    access: Access::Application,
    query: &[],
    body: &[Field::required("application_id", Kind::Text), Field::required("private_key", Kind::Text)],
    run: issue,
};

fn issue(call: &Call<'_>) -> Result<Value, Refusal> {
    let private_key = call.required("private_key")?;
    let merchant =
        call.merchant.as_ref().ok_or_else(|| Code::AppKeyNotFound.because("no merchant has this application_id"))?;
    if merchant.platform != Platform::Rest {
        return Err(Code::AppKeyNotRest.because("this application_id is of the platform web, a token needs rest"));
    }
    if merchant.private_key != private_key {
        return Err(Code::AppSkNotMatched.because("the private_key is not the one of this application_id"));
    }
    if let Some((token, issued_at)) = call.store.newest_token(&merchant.id)? {
        let age = call.now.seconds_since(issued_at);
        if age <= merchant.token_reuse_seconds {
            return Ok(json!({ "access_token": token, "expire_in": TOKEN_LIFETIME - age }));
        }
    }
    let token = call.store.new_id("token", 64)?;
    call.store.add_token(&token, &merchant.id, call.now)?;
    Ok(json!({ "access_token": token, "expire_in": TOKEN_LIFETIME }))
}
