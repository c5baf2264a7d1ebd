//! `/emulator/identities`: makes verifications and shows their one-time numbers.

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{Path, State};
use bootpay_core::model::AuthenticateType;
use serde::Deserialize;
use serde_json::Value;

use super::answer::Answer;
use super::input::{chosen_id, merchant_of, read};
use crate::acts::App;
use crate::domain::clock::Moment;
use crate::domain::identity::{Identity, Person};
use crate::domain::refusal::{Code, Refusal};

#[derive(Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Stage {
    #[default]
    Requested,
    Verified,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct NewIdentity {
    merchant: Option<String>,
    receipt_id: Option<String>,
    authentication_id: Option<String>,
    username: Option<String>,
    identity_no: Option<String>,
    carrier: Option<String>,
    phone: Option<String>,
    authenticate_type: Option<AuthenticateType>,
    otp: Option<String>,
    #[serde(default)]
    state: Stage,
}

pub(super) async fn create(State(app): State<Arc<App>>, body: Bytes) -> Answer {
    let create = || {
        let new: NewIdentity = read(&body)?;
        app.database.work(|store| {
            let merchant = merchant_of(store, new.merchant.as_deref())?;
            let receipt_id = chosen_id(store, "receipt", new.receipt_id)?;
            if store.identity(&receipt_id)?.is_some() {
                return Err(Code::Control.because(format!("receipt_id {receipt_id} is taken")));
            }
            let authentication_id = new.authentication_id.unwrap_or_else(|| format!("auth-{}", &receipt_id[..8]));
            let person = Person {
                username: new.username.unwrap_or_else(|| "홍길동".into()),
                identity_no: new.identity_no.unwrap_or_else(|| "9010141".into()),
                carrier: new.carrier.unwrap_or_else(|| "SKT".into()),
                phone: new.phone.unwrap_or_else(|| "01012345678".into()),
            };
            person.check().map_err(|refusal| Code::Control.because(refusal.saw()))?;
            let channel = new.authenticate_type.unwrap_or(AuthenticateType::Sms);
            let now = store.now()?;
            let mut identity = Identity::new(receipt_id, merchant.id, authentication_id, person, channel, now);
            if let Some(otp) = new.otp {
                identity.otp = otp;
            }
            if new.state == Stage::Verified {
                identity.authenticated_at = Some(now);
            }
            store.save_identity(&identity)?;
            Ok(render(&identity, now))
        })
    };
    create().into()
}

pub(super) async fn show(State(app): State<Arc<App>>, Path(receipt_id): Path<String>) -> Answer {
    let show = || -> Result<Value, Refusal> {
        app.database.work(|store| {
            let identity = store.identity(&receipt_id)?.ok_or_else(|| {
                Code::ControlNotFound.because(format!("no verification has the receipt_id {receipt_id}"))
            })?;
            Ok(render(&identity, store.now()?))
        })
    };
    show().into()
}

/// The verification as the API renders it, with its one-time number.
fn render(identity: &Identity, now: Moment) -> Value {
    let mut rendered = identity.render(now);
    rendered["otp"] = identity.otp.clone().into();
    rendered
}
