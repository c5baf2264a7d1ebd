//! Models as data: `#[model]` describes each type that it makes.

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
    /// The way it is printed, in every language.
    pub printed: Printed,
}

/// The way a field is printed: in Rust's `Debug`, Python's `repr`, Node's `inspect`, Kotlin's `toString`
/// and Swift's descriptions. Its attribute, JSON and dictionaries are not concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// As it is.
    Plain,
    /// `•••` instead of a value, because it is a secret or personal data; an absent one stays visible as
    /// absent.
    Masked,
    /// Not at all: the whole response as Bootpay sent it.
    Omitted,
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
    /// The API's number, if the enum is numbered.
    pub code: Option<i64>,
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

/// A call that takes a request, sends nothing and returns at once.
#[derive(Clone, Debug)]
pub struct Pure {
    /// The method: `parse`.
    pub method: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its request.
    pub request: &'static str,
    /// Its result.
    pub reply: &'static str,
}

/// Returns a name as JavaScript, Kotlin and Swift write it: `of_payment` is `ofPayment`.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |camel, word| camel + &word[..1].to_ascii_uppercase() + &word[1..])
}

/// Returns the name of a variant as Swift writes it: `OutcomeUnknown` is `outcomeUnknown`.
pub fn lower_camel_case(name: &str) -> String {
    name[..1].to_ascii_lowercase() + &name[1..]
}

/// Removes the leading blank of each line of a doc comment.
pub fn unindented(doc: &str) -> String {
    doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect::<Vec<_>>().join("\n")
}

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

#[cfg(feature = "window")]
macro_rules! describe_window {
    ($( $(#[doc = $doc:literal])* $name:ident($Request:ident) -> $Answer:ty )*) => {
        /// The functions of the payment window, which need no client.
        pub const WINDOW: &[Pure] = &[$(Pure {
            method: stringify!($name),
            doc: concat!($($doc, "\n"),*),
            request: stringify!($Request),
            reply: stringify!($Answer),
        }),*];
    };
}
#[cfg(feature = "window")]
crate::window_functions!(describe_window);
