//! A request, built without I/O.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use crate::{
    check::{self, Violation},
    route::{Route, Verb},
    value::{BaseUrl, Secret},
    wire::ToWire,
};

/// The unreserved characters of RFC 3986 stay.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

pub(crate) struct Outgoing {
    pub(crate) verb: Verb,
    pub(crate) url: String,
    pub(crate) headers: Vec<(&'static str, Secret)>,
    pub(crate) body: Option<Map<String, Value>>,
}

impl Outgoing {
    /// Fields named in the path go there, the others into headers, the query or the body.
    ///
    /// What stands in the path must be an id: anything else could lead to another endpoint.
    pub(crate) fn new(base_url: &BaseUrl, route: Route, request: &dyn ToWire) -> Result<Self, Violation> {
        let Value::Object(mut fields) = request.to_wire() else { unreachable!("a request is an object") };
        let mut url = base_url.as_str().to_owned();
        url.push_str(&fill(route.path, &mut fields)?);
        let header =
            |&(field, header): &(&str, &'static str)| Some((header, Secret::new(text(&fields.remove(field)?))));
        let headers = route.headers.iter().filter_map(header).collect();
        if route.verb.has_body() {
            return Ok(Self { verb: route.verb, url, headers, body: Some(fields) });
        }
        for (index, (name, value)) in fields.iter().enumerate() {
            url.push(if index == 0 { '?' } else { '&' });
            url.extend(utf8_percent_encode(name, SEGMENT));
            url.push('=');
            url.extend(utf8_percent_encode(&text(value), SEGMENT));
        }
        Ok(Self { verb: route.verb, url, headers, body: None })
    }
}

fn fill(template: &str, fields: &mut Map<String, Value>) -> Result<String, Violation> {
    let mut path = String::with_capacity(template.len() + 24);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, tail) = after.split_once('}').expect("a brace of the table is closed");
        let value = text(&fields.remove(name).expect("the table names a field of the request"));
        check::id(&value, name)?;
        path.push_str(before);
        path.extend(utf8_percent_encode(&value, SEGMENT));
        rest = tail;
    }
    path.push_str(rest);
    Ok(path)
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        endpoint::Routed,
        model::{CancelPartial, GetReceipt},
    };
    use proptest::prelude::*;

    const GET: Route = GetReceipt::ROUTE;

    fn base() -> BaseUrl {
        BaseUrl::parse("https://bootpay.example").unwrap()
    }

    #[test]
    fn unset_options_are_left_out() {
        let cancel = CancelPartial::new("r", 500, "c").message("size");
        let body = Outgoing::new(&base(), CancelPartial::ROUTE, &cancel).unwrap().body.unwrap();
        let body = serde_json::to_string(&body).unwrap();
        assert_eq!(body, r#"{"cancel_id":"c","cancel_message":"size","cancel_price":500,"receipt_id":"r"}"#);
        let url = Outgoing::new(&base(), GET, &GetReceipt::new("r").lookup_user_data(true)).unwrap().url;
        assert_eq!(url, "https://bootpay.example/v2/receipt/r?lookup_user_data=true");
    }

    #[test]
    fn what_is_no_id_does_not_become_a_path() {
        for id in ["", "..", "."] {
            assert_eq!(Outgoing::new(&base(), GET, &GetReceipt::new(id)).err().unwrap().field, "receipt_id");
        }
    }

    proptest! {
        #[test]
        fn an_id_stays_in_its_segment(id in "\\PC{1,40}") {
            prop_assume!(check::id(&id, "receipt_id").is_ok());
            let url = Outgoing::new(&base(), GET, &GetReceipt::new(id.clone())).unwrap().url;
            let parsed = reqwest::Url::parse(&url).unwrap();
            prop_assert_eq!(parsed.as_str(), &url);
            let segments: Vec<_> = parsed.path_segments().unwrap().collect();
            prop_assert_eq!(&segments[..2], &["v2", "receipt"]);
            prop_assert_eq!(percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap(), id);
            prop_assert_eq!((segments.len(), parsed.query(), parsed.fragment()), (3, None, None));
        }
    }
}
