//! The endpoints by method and path.

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use super::endpoint::Endpoint;
use super::{
    billing_issue, billing_key, cancel, cash_receipt, charge, confirm, escrow, identity, receipt, request, reseller,
    reservation, seller, token, user, wallet, webhook,
};
use crate::domain::refusal::{Code, Refusal};

/// Every endpoint of the API.
static ENDPOINTS: &[&Endpoint] = &[
    &token::ISSUE,
    &receipt::GET,
    &receipt::BY_ORDER,
    &confirm::CONFIRM,
    &cancel::CANCEL,
    &billing_issue::CARD,
    &billing_issue::CONTINUE_CARD,
    &billing_issue::ACCOUNT,
    &billing_issue::PUBLISH_ACCOUNT,
    &billing_issue::CONTINUE_ACCOUNT,
    &billing_key::BY_RECEIPT,
    &billing_key::BY_KEY,
    &billing_key::SEQUENTIAL,
    &billing_key::DELETE,
    &charge::PAY,
    &charge::EASY,
    &reservation::CREATE,
    &reservation::GET,
    &reservation::CANCEL,
    &user::TOKEN,
    &user::WALLETS,
    &user::BIOMETRIC,
    &user::PASSWORD,
    &wallet::LIST,
    &wallet::PAY,
    &wallet::SERVICE,
    &request::PAYMENT,
    &request::VIRTUAL_ACCOUNT,
    &webhook::REQUEST,
    &identity::CERTIFICATE,
    &identity::REQUEST,
    &identity::CONFIRM,
    &identity::REALARM,
    &escrow::START_SHIPPING,
    &cash_receipt::PUBLISH_ON_RECEIPT,
    &cash_receipt::CANCEL_ON_RECEIPT,
    &cash_receipt::PUBLISH,
    &cash_receipt::CANCEL,
    &seller::PAYMENT_METHODS,
    &reseller::CREATE_SELLER,
    &reseller::GET_SELLER,
    &reseller::DESTROY_TEST_SELLER,
    &reseller::UPDATE_RESOURCES,
    &reseller::CREATE_APP,
    &reseller::INVITE,
];

/// Finds the endpoint of a path, and the parameters in the path.
pub(crate) fn find(method: &str, path: &str) -> Result<(&'static Endpoint, Map<String, Value>), Refusal> {
    let path = path.trim_end_matches('/');
    // Before decoding, so that an id may end in %2Ejson.
    let path = path.strip_suffix(".json").unwrap_or(path);
    let segments: Vec<_> = path.strip_prefix("/v2/").unwrap_or(path).split('/').collect();
    let mut others = Vec::new();
    for endpoint in ENDPOINTS {
        if let Some(parameters) = fits(endpoint.path, &segments) {
            if endpoint.method == method {
                return Ok((endpoint, parameters));
            }
            others.push(endpoint.method);
        }
    }
    if others.is_empty() {
        Err(Code::NoSuchEndpoint.because(format!("no endpoint at {method} {path}")))
    } else {
        Err(Code::WrongMethod.because(format!("{path} takes {}, not {method}", others.join(", "))))
    }
}

fn fits(pattern: &str, segments: &[&str]) -> Option<Map<String, Value>> {
    let pattern: Vec<_> = pattern.split('/').collect();
    if pattern.len() != segments.len() {
        return None;
    }
    let mut parameters = Map::new();
    for (pattern, segment) in pattern.into_iter().zip(segments) {
        let segment = percent_decode_str(segment).decode_utf8_lossy().into_owned();
        match pattern.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(_) if segment.is_empty() => return None,
            Some(name) => {
                parameters.insert(name.to_owned(), segment.into());
            }
            None if pattern == segment => {}
            None => return None,
        }
    }
    Some(parameters)
}
