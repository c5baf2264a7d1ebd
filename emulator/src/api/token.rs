//! `POST /v2/request/token`

use serde_json::{Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::acts::token;
use crate::domain::platform::Platform;
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
    let (application_id, private_key) = (call.required("application_id")?, call.required("private_key")?);
    let merchant = call.merchant.as_ref().ok_or_else(|| Refusal::of_application_id(&application_id, "merchant"))?;
    let platform = merchant.platform_of(&application_id).unwrap_or_default();
    if platform != Platform::Rest {
        let platform = platform.name();
        return Err(
            Code::AppKeyNotRest.because(format!("this application_id has the platform {platform}; a token needs rest"))
        );
    }
    if merchant.private_key != private_key {
        return Err(Code::AppSkNotMatched.because("the private_key does not belong to this application_id"));
    }
    let issued = token::issue(call.store, merchant, call.now)?;
    Ok(json!({ "access_token": issued.token, "expire_in": issued.expire_in }))
}
