//! `POST /v2/request/token`

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::token;
use crate::domain::merchant::Platform;
use crate::domain::refusal::{Code, Refusal};

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
        return Err(Code::AppKeyNotRest.because("this application_id has the platform web; a token needs rest"));
    }
    if merchant.private_key != private_key {
        return Err(Code::AppSkNotMatched.because("the private_key does not belong to this application_id"));
    }
    let issued = token::issue(call.store, merchant, call.now)?;
    Ok(json!({ "access_token": issued.token, "expire_in": issued.expire_in }))
}
