//! A request, built without I/O.

use std::borrow::Cow;

use bytes::Bytes;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use reqwest::Url;
use serde::Serializer as _;
use serde_json::{Map, Value};

use crate::{
    check::{self, Violation},
    http::route::{Route, Verb},
    symbol::spelt,
    value::{BaseUrl, Secret},
};

/// The unreserved characters of RFC 3986 stay.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(crate) struct Outgoing {
    pub(crate) verb: Verb,
    pub(crate) url: Url,
    pub(crate) headers: Vec<(&'static str, Secret)>,
    /// JSON, where there is any.
    pub(crate) body: Bytes,
}

impl Outgoing {
    /// Fields named in the path go there, the others into headers, the query or the body.
    ///
    /// Values in the path must be ids: anything else could lead to another endpoint.
    pub(crate) fn new(base_url: &BaseUrl, route: Route, fields: &Map<String, Value>) -> Result<Self, Violation> {
        let (path, mut placed) = fill(route.path, fields)?;
        let mut headers = vec![];
        for (field, header) in route.headers {
            if let Some(value) = fields.get(*field) {
                headers.push((*header, Secret::new(text(value))));
            }
            placed.push(field);
        }
        let rest = || fields.iter().filter(|(name, _)| !placed.contains(&name.as_str()));
        let (mut query, mut body) = (String::new(), Bytes::new());
        if route.verb.has_body() {
            body = in_json(rest()).into();
        } else {
            for (name, value) in rest() {
                if !query.is_empty() {
                    query.push('&');
                }
                query.extend(utf8_percent_encode(name, SEGMENT));
                query.push('=');
                query.extend(utf8_percent_encode(&text(value), SEGMENT));
            }
        }
        let url = base_url.at(&path, &query).ok_or_else(|| {
            // Ids are short: it is what the query holds, or where the API is.
            let longest = rest().max_by_key(|(_, value)| text(value).len()).filter(|_| !query.is_empty());
            Violation::new(&spelt(longest.map_or("base_url", |(name, _)| name)), "must fit into a URL of 65,534 bytes")
        })?;
        Ok(Self { verb: route.verb, url, headers, body })
    }
}

fn in_json<'a>(fields: impl Iterator<Item = (&'a String, &'a Value)>) -> Vec<u8> {
    let mut json = vec![];
    serde_json::Serializer::new(&mut json).collect_map(fields).expect("JSON, written to memory");
    json
}

/// The path, and the fields that are in it.
fn fill(template: &'static str, fields: &Map<String, Value>) -> Result<(String, Vec<&'static str>), Violation> {
    let (mut path, mut names) = (String::with_capacity(template.len() + 24), vec![]);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').expect("a brace of the table is closed");
        let value = text(fields.get(name).expect("the table names a field of the request"));
        check::id(&value, &spelt(name))?;
        path.push_str(before);
        path.extend(utf8_percent_encode(&value, SEGMENT));
        names.push(name);
        rest = tail;
    }
    path.push_str(rest);
    Ok((path, names))
}

fn text(value: &Value) -> Cow<'_, str> {
    value.as_str().map_or_else(|| value.to_string().into(), Cow::Borrowed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        client::endpoint::Routed,
        model::{CancelCashReceiptForPayment, CancelPartial, GetReceipt},
        wire::{Subject, ToWire},
    };
    use proptest::prelude::*;

    const GET: Route = GetReceipt::ROUTE;

    fn outgoing(route: Route, request: &dyn ToWire) -> Result<Outgoing, Violation> {
        Outgoing::new(
            &BaseUrl::parse("https://bootpay.example").unwrap(),
            route,
            Subject::of(request.to_wire()).fields(),
        )
    }

    #[test]
    fn unset_options_are_left_out() {
        let cancel = CancelPartial::new("r", 500, "c").cancel_message("size");
        let body = outgoing(CancelPartial::ROUTE, &cancel).unwrap().body;
        assert_eq!(body, r#"{"cancel_id":"c","cancel_message":"size","cancel_price":500,"receipt_id":"r"}"#);
        let url = outgoing(GET, &GetReceipt::new("r").lookup_user_data(true)).unwrap().url;
        assert_eq!(url.as_str(), "https://bootpay.example/v2/receipt/r?lookup_user_data=true");
    }

    #[test]
    fn what_is_too_long_for_a_url_is_refused_by_its_name() {
        let cancel = CancelCashReceiptForPayment::new("r").cancel_username("kim");
        let route = CancelCashReceiptForPayment::ROUTE;
        assert!(outgoing(route, &cancel.clone().cancel_message("가".repeat(7000))).is_ok());
        let refused = outgoing(route, &cancel.cancel_message("가".repeat(8000))).err().unwrap();
        assert_eq!((&*refused.field, &*refused.rule), ("cancel_message", "must fit into a URL of 65,534 bytes"));
        let base_url = BaseUrl::parse(&format!("https://bootpay.example/{}", "a".repeat(65_500))).unwrap();
        let fields = Subject::of(GetReceipt::new("r".repeat(99)).to_wire());
        assert_eq!(Outgoing::new(&base_url, GET, fields.fields()).err().unwrap().field, "base_url");
    }

    #[test]
    fn what_is_no_id_does_not_become_a_path() {
        for id in ["", "..", "."] {
            assert_eq!(outgoing(GET, &GetReceipt::new(id)).err().unwrap().field, "receipt_id");
        }
    }

    proptest! {
        #[test]
        fn an_id_stays_in_its_segment(id in "\\PC{1,40}") {
            prop_assume!(check::id(&id, "receipt_id").is_ok());
            let url = outgoing(GET, &GetReceipt::new(id.clone())).unwrap().url;
            let url = url.to_string();
            let parsed = Url::parse(&url).unwrap();
            prop_assert_eq!(parsed.as_str(), url);
            let segments: Vec<_> = parsed.path_segments().unwrap().collect();
            prop_assert_eq!(&segments[..2], &["v2", "receipt"]);
            prop_assert_eq!(percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap(), id);
            prop_assert_eq!((segments.len(), parsed.query(), parsed.fragment()), (3, None, None));
        }
    }
}
