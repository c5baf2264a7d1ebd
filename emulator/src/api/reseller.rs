//! `/v2/reseller/…`: sellers, their apps, and invitations

use serde_json::{Map, Value, json};

use super::call::Call;
use super::endpoint::{Access, Endpoint};
use super::fields::{Field, Kind};
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reseller;
use crate::domain::values::quoted;

pub(super) static CREATE_SELLER: Endpoint = Endpoint {
    method: "POST",
    path: "reseller/seller",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("company_alias", Kind::Text),
        Field::required("company_name", Kind::Text),
        Field::required("primary_key", Kind::Text),
        Field::optional("email", Kind::Text),
        Field::optional("regist_no", Kind::Text),
        Field::optional("owner_name", Kind::Text),
        Field::optional("phone", Kind::Text),
        Field::optional("zip", Kind::Text),
        Field::optional("address1", Kind::Text),
        Field::optional("address2", Kind::Text),
        Field::optional("app_name", Kind::Text),
        Field::optional("resources", Kind::Options),
        Field::optional("send_email", Kind::Flag),
    ],
    run: create_seller,
};

/// A seller comes with its first app.
fn create_seller(call: &Call<'_>) -> Result<Value, Refusal> {
    let merchant = call.merchant()?;
    let primary_key = call.required("primary_key")?;
    let provider_id = call.store.new_id("provider", 24)?;
    let app_id = call.store.new_id("app", 24)?;
    let (seller, app) = reseller::seller(call.body.clone(), &provider_id, &app_id);
    if !call.store.add_seller(&merchant.id, &provider_id, &primary_key, &seller)? {
        return Err(
            Code::DuplicatePrimaryKey.because(format!("another seller has the primary_key {}", quoted(&primary_key)))
        );
    }
    call.store.add_seller_app(&provider_id, &app_id, &app)?;
    Ok(reseller::shown(seller, call.store.seller_apps(&provider_id)?))
}

pub(super) static GET_SELLER: Endpoint = Endpoint {
    method: "GET",
    path: "reseller/seller/{provider_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: get_seller,
};

fn get_seller(call: &Call<'_>) -> Result<Value, Refusal> {
    let seller = seller(call)?;
    Ok(reseller::shown(seller, call.store.seller_apps(&call.required("provider_id")?)?))
}

pub(super) static DESTROY_TEST_SELLER: Endpoint = Endpoint {
    method: "DELETE",
    path: "reseller/test/seller/{provider_id}",
    access: Access::Merchant,
    query: &[],
    body: &[],
    run: destroy_test_seller,
};

fn destroy_test_seller(call: &Call<'_>) -> Result<Value, Refusal> {
    seller(call)?;
    let provider_id = call.required("provider_id")?;
    call.store.remove_seller(&provider_id)?;
    Ok(json!({ "provider_id": provider_id }))
}

pub(super) static UPDATE_RESOURCES: Endpoint = Endpoint {
    method: "PUT",
    path: "reseller/seller/app/resource/{app_id}",
    access: Access::Merchant,
    query: &[],
    body: &[Field::required("resources", Kind::Options)],
    run: update_resources,
};

fn update_resources(call: &Call<'_>) -> Result<Value, Refusal> {
    let app_id = call.required("app_id")?;
    let mut app = app(call, &app_id)?;
    app.insert("resources".into(), Value::Object(call.any_object("resources")?));
    call.store.change_seller_app(&app_id, &app)?;
    Ok(Value::Object(app))
}

pub(super) static CREATE_APP: Endpoint = Endpoint {
    method: "POST",
    path: "reseller/seller/app",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("provider_id", Kind::Text),
        Field::required("name", Kind::Text),
        Field::optional("unit", Kind::Text),
        Field::optional("real", Kind::Text),
        Field::optional("desc", Kind::Text),
        Field::optional("timezone", Kind::Text),
    ],
    run: create_app,
};

fn create_app(call: &Call<'_>) -> Result<Value, Refusal> {
    seller(call)?;
    let (provider_id, app_id) = (call.required("provider_id")?, call.store.new_id("app", 24)?);
    let app = reseller::app(call.body.clone(), &provider_id, &app_id);
    call.store.add_seller_app(&provider_id, &app_id, &app)?;
    Ok(Value::Object(app))
}

pub(super) static INVITE: Endpoint = Endpoint {
    method: "POST",
    path: "reseller/invite",
    access: Access::Merchant,
    query: &[],
    body: &[
        Field::required("email", Kind::Text),
        Field::required("level", Kind::Text),
        Field::required("invite_type", Kind::Text),
        Field::optional("app_id", Kind::Text),
        Field::optional("provider_id", Kind::Text),
    ],
    run: invite,
};

fn invite(call: &Call<'_>) -> Result<Value, Refusal> {
    match call.required("invite_type")?.as_str() {
        "프로젝트" => drop(app(call, &call.required("app_id")?)?),
        "팀" => drop(seller(call)?),
        other => {
            return Err(
                Code::ParameterUnreadable.because(format!("invite_type is {}, known are 프로젝트, 팀", quoted(other)))
            );
        }
    }
    let mut invitation = call.body.clone();
    invitation.insert("invitation_id".into(), call.store.new_id("invitation", 24)?.into());
    let invitation = Value::Object(invitation);
    call.store.add_invitation(&call.merchant()?.id, &invitation)?;
    Ok(invitation)
}

/// The caller's own seller, named in path or body.
fn seller(call: &Call<'_>) -> Result<Map<String, Value>, Refusal> {
    let provider_id = call.required("provider_id")?;
    call.store
        .seller(&call.merchant()?.id, &provider_id)?
        .ok_or_else(|| Code::SellerNotFound.because(format!("this reseller has no seller {}", quoted(&provider_id))))
}

/// An app of one of the caller's sellers.
fn app(call: &Call<'_>, app_id: &str) -> Result<Map<String, Value>, Refusal> {
    call.store.seller_app(&call.merchant()?.id, app_id)?.ok_or_else(|| {
        Code::SellerNotFound.because(format!("no seller of this reseller has an app {}", quoted(app_id)))
    })
}
