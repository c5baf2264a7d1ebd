//! The table and the models as data, for the generators of other languages' surfaces and of documentation
//! pages.

pub use crate::{
    codes::{Evidence, KnownCode, Proof, Text, all as error_codes},
    table::explain::retry_rule,
};

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
    /// The row's effect and route: `read GET "/v2/receipt/{receipt_id}"`.
    pub route: &'static str,
}

impl Endpoint {
    /// Returns its effect: `read`, `write` or `money`.
    pub fn effect(&self) -> &'static str {
        self.words().next().unwrap_or_default()
    }

    /// `GET`
    pub fn verb(&self) -> &'static str {
        let verb = self.words().find(|word| word.bytes().all(|letter| letter.is_ascii_uppercase()));
        verb.expect("a row has a verb")
    }

    /// `/v2/receipt/{receipt_id}`
    pub fn path(&self) -> &'static str {
        self.route.split('"').nth(1).expect("a row has a path")
    }

    fn words(&self) -> impl Iterator<Item = &'static str> {
        self.route.split('"').next().unwrap_or_default().split_whitespace()
    }
}

/// A data type.
#[derive(Clone, Debug)]
pub struct Model {
    /// Its name in every language.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// The shape of a data type.
#[derive(Clone, Debug)]
pub enum Shape {
    /// Named fields.
    Struct {
        /// Its kind.
        kind: Kind,
        /// The fields, in order.
        fields: &'static [Field],
    },
    /// Enum values.
    Enum {
        /// True if Bootpay may add values.
        open: bool,
        /// The values.
        variants: &'static [Variant],
    },
}

/// The kind of a struct.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Part of a response.
    Response,
    /// The request of one endpoint.
    Request,
    /// A part of a request that is an object of its own.
    Input,
    /// Settings.
    Options,
    /// Settings that are never printed.
    Secrets,
    /// A response that only core can make.
    Opaque,
}

/// A field of a struct.
#[derive(Clone, Debug)]
pub struct Field {
    /// Our name, in `snake_case`.
    pub name: &'static str,
    /// The API's name.
    pub wire: &'static str,
    /// The Rust type, without blanks.
    pub ty: &'static str,
    /// Its documentation.
    pub doc: &'static str,
}

/// A value of an enum.
#[derive(Clone, Debug)]
pub struct Variant {
    /// The Rust name.
    pub name: &'static str,
    /// The API's value.
    pub symbol: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its name in English.
    pub english: &'static str,
    /// Its name in Korean.
    pub korean: Option<&'static str>,
}

/// An interface that a merchant may implement: methods that core calls.
#[derive(Clone, Debug)]
pub struct Interface {
    /// Its name in every language.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its methods, all of which may fail.
    pub methods: &'static [Method],
}

/// A method that a merchant provides.
#[derive(Clone, Debug)]
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// The name of its argument.
    pub argument: &'static str,
    /// The Rust type of its argument.
    pub takes: &'static str,
    /// The Rust type of its result; `()` for none.
    pub gives: &'static str,
}

/// Returns a name as JavaScript, Kotlin and Swift write it: `of_payment` is `ofPayment`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_ascii_uppercase() + &word[1..])
}

/// Removes the leading blank of each line of a doc comment.
pub fn unindented(doc: &str) -> String {
    doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

/// Every interface.
pub const INTERFACES: &[Interface] = &[crate::store::DESCRIPTION];

/// A type that can be described.
pub trait Described {
    /// Its description.
    const MODEL: Model;
}

macro_rules! describe_models {
    ($($Name:ident)*) => {
        /// Every data type of the public API.
        pub fn models() -> Vec<Model> {
            vec![$(<crate::model::$Name as Described>::MODEL),*]
        }
    };
}
with_models!(describe_models);

macro_rules! describe_endpoints {
    ($( $(#[doc = $rdoc:literal])* $field:ident: $Resource:ident { $(
        $(#[doc = $doc:literal])* $method:ident($Request:ident) -> $Response:ty { $($route:tt)* }
    )* } )*) => {
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
                route: stringify!($($route)*),
            }),*],
        }),*];
    };
}
crate::endpoints!(describe_endpoints);
