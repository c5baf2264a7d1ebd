//! Whatever an id is, it stays in its segment: it never reaches another endpoint, another host, or the
//! query.

use std::collections::BTreeMap;

use arbitrary::{Result, Unstructured};
use bootpay_core::{
    describe::{Endpoint, RESOURCES},
    fuzz::{ROWS, Row},
};
use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};
use url::Url;

use crate::json;

const BASE: &str = "https://bootpay.example/base";

/// Checks one request.
pub fn check(data: &[u8]) {
    // Bytes that are too few are no request.
    let _ = request(&mut Unstructured::new(data));
}

fn request(u: &mut Unstructured<'_>) -> Result<()> {
    let row = u.choose(ROWS)?;
    let described = describe(row);
    let mut fields = Map::new();
    for _ in 0..u.int_in_range(0..=3)? {
        fields.insert(u.arbitrary()?, json::any(u)?);
    }
    for name in row.headers() {
        fields.remove(name);
    }
    let template: Vec<&str> = described.path.split('/').skip(1).collect();
    for name in template.iter().filter_map(|segment| variable(segment)) {
        fields.insert(name.to_owned(), if u.arbitrary()? { u.arbitrary::<String>()?.into() } else { json::any(u)? });
    }

    let Ok((url, body)) = row.request(BASE, &fields) else { return Ok(()) };
    let parsed = Url::parse(&url).expect("a request has a URL");
    // What a library would write in another way, it might read in another way.
    assert_eq!(parsed.as_str(), url);
    assert_eq!((parsed.scheme(), parsed.host_str(), parsed.port()), ("https", Some("bootpay.example"), None));
    assert_eq!((parsed.username(), parsed.password(), parsed.fragment()), ("", None, None));

    let segments: Vec<&str> = parsed.path_segments().expect("a path").collect();
    assert_eq!((segments[0], segments.len()), ("base", template.len() + 1), "{url}");
    for (found, expected) in segments[1..].iter().zip(template) {
        match variable(expected) {
            None => assert_eq!(*found, expected, "{url}"),
            Some(name) => {
                let value = text(&fields.remove(name).expect("it was given"));
                assert_eq!(percent_decode_str(found).decode_utf8().expect("UTF-8"), value, "{url}");
            }
        }
    }
    if body.is_empty() {
        let asked: BTreeMap<String, String> = parsed.query_pairs().into_owned().collect();
        assert_eq!(asked, fields.iter().map(|(name, value)| (name.clone(), text(value))).collect(), "{url}");
    } else {
        assert_eq!((body, parsed.query()), (serde_json::to_vec(&fields).expect("JSON"), None), "{url}");
    }
    Ok(())
}

fn describe(row: &Row) -> &'static Endpoint {
    let (resource, method) = row.name.split_once('.').expect("a resource and a method");
    let resource = RESOURCES.iter().find(|known| known.field == resource).expect("a resource of the table");
    resource.endpoints.iter().find(|known| known.method == method).expect("a method of the table")
}

fn variable(segment: &str) -> Option<&str> {
    segment.strip_prefix('{')?.strip_suffix('}')
}

fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
