//! The table and the models as data, for the generators of other languages' surfaces and of documentation
//! pages.

use crate::{calls::attempts::rules::REFUSALS, client::endpoint::Routed, codes, table::provenance::Sourced};
pub use crate::{
    client::Effect,
    codes::{
        Evidence, Family, KnownCode, Proof, Text, all as error_codes,
        kind::{KnownKind, of as error_kind},
    },
    description::*,
    table::{explain::retry_rule, provenance::Provenance},
    webhook::outcome::{RULES as WEBHOOK_RULES, Reply as WebhookReply, Rule as WebhookRule},
};

/// The write and money calls that can be refused with this code; with any other known code their outcome is
/// unknown.
pub fn refused_by(code: &str) -> impl Iterator<Item = &'static str> {
    REFUSALS.iter().filter(move |(_, families)| codes::can_come_from(code, families)).map(|(name, _)| *name)
}

/// A resource of the API and its endpoints.
#[derive(Clone, Debug)]
pub struct Resource {
    /// Its name on a client: `payments`.
    pub field: &'static str,
    /// Its type: `Payments`.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its endpoints.
    pub endpoints: &'static [Endpoint],
    /// Its calls that send nothing.
    pub local: &'static [Local],
    /// Its calls that send nothing and take a request.
    pub pure: &'static [Pure],
}

/// A call that sends nothing and returns at once.
#[derive(Clone, Debug)]
pub struct Local {
    /// The method: `acknowledge`.
    pub method: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// The name of its argument, which is text; empty where it takes none.
    pub argument: &'static str,
    /// Its result.
    pub reply: &'static str,
}

/// One row of the table.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// The method: `cancel_full`.
    pub method: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its request.
    pub request: &'static str,
    /// Its response.
    pub reply: &'static str,
    /// Its effect.
    pub effect: Effect,
    /// The HTTP method: `GET`.
    pub verb: &'static str,
    /// The path: `/v2/receipt/{receipt_id}`; empty if the call asks Bootpay nothing.
    pub path: &'static str,
    /// The source of its response's shape.
    pub response: Provenance,
    /// The only SDKs of Bootpay's that have it; empty if Bootpay documents it.
    pub undocumented: &'static [&'static str],
}

impl Endpoint {
    /// Returns true if the call makes requests to Bootpay.
    pub const fn asks_bootpay(&self) -> bool {
        !self.path.is_empty()
    }
}

/// Returns true if every name in braces in the path is a field of this request.
pub(crate) const fn has_path_fields(request: &Model, path: &str) -> bool {
    let Shape::Struct { fields, .. } = &request.shape else { return false };
    let path = path.as_bytes();
    let (mut at, mut known) = (0, true);
    while at < path.len() {
        if path[at] == b'{' {
            let (mut field, mut found) = (0, false);
            while field < fields.len() {
                found |= stands_at(fields[field].wire.as_bytes(), path, at + 1);
                field += 1;
            }
            known &= found;
        }
        at += 1;
    }
    known
}

/// Returns true if the request has a field of this name of the API.
pub(crate) const fn has_field(request: &Model, name: &str) -> bool {
    let Shape::Struct { fields, .. } = &request.shape else { return false };
    let (mut field, mut found) = (0, false);
    while field < fields.len() {
        let wire = fields[field].wire.as_bytes();
        found |= wire.len() == name.len() && starts(wire, name.as_bytes(), 0);
        field += 1;
    }
    found
}

/// Returns true if this name and a closing brace stand at `at`.
const fn stands_at(name: &[u8], path: &[u8], at: usize) -> bool {
    starts(name, path, at) && at + name.len() < path.len() && path[at + name.len()] == b'}'
}

/// Returns true if `text` goes on with this name at `at`.
const fn starts(name: &[u8], text: &[u8], at: usize) -> bool {
    let mut index = 0;
    while index < name.len() {
        if at + index >= text.len() || text[at + index] != name[index] {
            return false;
        }
        index += 1;
    }
    true
}

/// Every interface.
pub const INTERFACES: &[Interface] = &[crate::store::DESCRIPTION];

macro_rules! describe_endpoints {
    ($( $(#[doc = $rdoc:literal])* $field:ident: $Resource:ident { $(
        $(#[doc = $doc:literal])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } $(+ local { $( $(#[doc = $ldoc:literal])* $local:ident($($text:ident)?) -> $Local:ty )* })?
    $(+ pure { $( $(#[doc = $pdoc:literal])* $pure:ident($Pure:ident) -> $Answer:ty )* })? )*) => {
        /// The whole table.
        pub const RESOURCES: &[Resource] = &[$(Resource {
            field: stringify!($field),
            name: stringify!($Resource),
            doc: concat!($($rdoc, "\n"),*),
            endpoints: &[$(Endpoint {
                method: stringify!($method),
                doc: concat!($($doc, "\n"),*),
                request: stringify!($Request),
                reply: stringify!($Response),
                effect: <crate::model::$Request as crate::client::Endpoint>::EFFECT,
                verb: <crate::model::$Request as Routed>::ROUTE.verb.name(),
                path: <crate::model::$Request as Routed>::ROUTE.path,
                response: <crate::model::$Request as Sourced>::RESPONSE,
                undocumented: <crate::model::$Request as Sourced>::UNDOCUMENTED,
            }),*],
            local: &[$($(Local {
                method: stringify!($local),
                doc: concat!($($ldoc, "\n"),*),
                argument: concat!($(stringify!($text))?),
                reply: stringify!($Local),
            }),*)?],
            pure: &[$($(Pure {
                method: stringify!($pure),
                doc: concat!($($pdoc, "\n"),*),
                request: stringify!($Pure),
                reply: stringify!($Answer),
            }),*)?],
        }),*];
    };
}
crate::endpoints!(describe_endpoints);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_and_its_documentation_name_the_same_source() {
        for endpoint in RESOURCES.iter().flat_map(|resource| resource.endpoints) {
            let sentence = match endpoint.undocumented {
                [] => {
                    assert!(!endpoint.doc.contains("known only"), "{}: {}", endpoint.method, endpoint.doc);
                    continue;
                }
                [only] => format!("known only from its {only} sdk."),
                sdks => format!("known only from its {} sdks.", sdks.join(" and ")),
            };
            let doc = endpoint.doc.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
            assert!(doc.contains(&format!("undocumented by bootpay; {sentence}")), "{}: {doc}", endpoint.method);
        }
    }

    #[test]
    fn a_path_names_fields_of_its_request() {
        let model = <crate::model::GetReceipt as Described>::MODEL;
        assert!(has_path_fields(&model, "/v2/receipt/{receipt_id}") && has_path_fields(&model, "/v2"));
        assert!(has_field(&model, "receipt_id") && !has_field(&model, "receipt") && !has_field(&model, "receipt_ids"));
        for path in ["/v2/{receipt}", "/v2/{receipt_ids}", "/v2/{}", "/v2/{receipt_id"] {
            assert!(!has_path_fields(&model, path), "{path}");
        }
    }
}
