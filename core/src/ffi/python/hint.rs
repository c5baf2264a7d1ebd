//! Types by name, for error messages, and as the stub has them. Only the library that the stub is read from has the
//! latter: they are an eighth of it.

use crate::{
    store::Store,
    value::{Body, ClaimText, Headers, Json, NoticeText, Secret, Timeout, Timestamp, Won},
};

/// The type of an argument.
pub trait Hint {
    /// The name, as an error message has it: `list[Item]`.
    fn name() -> String;
    /// The type, as a Python expression.
    #[cfg(feature = "__stub")]
    const HINT: pyo3::inspect::PyStaticExpr;
}

/// An associated type expression of `PyO3`'s traits.
macro_rules! stub {
    ($constant:ident = $expression:expr) => {
        #[cfg(feature = "__stub")]
        const $constant: ::pyo3::inspect::PyStaticExpr = $expression;
    };
}
pub(crate) use stub;

/// Takes the expression from `FromPyObject`.
macro_rules! hinted {
    ($($Type:ty: $name:expr),*) => { $(
        impl crate::ffi::python::Hint for $Type {
            fn name() -> String {
                $name.to_owned()
            }
            crate::ffi::python::stub!(HINT = <Self as ::pyo3::FromPyObject<'_, '_>>::INPUT_TYPE);
        }
    )* };
}
pub(crate) use hinted;

hinted!(
    bool: "bool",
    String: "str",
    Json: "Any",
    Secret: "str",
    Store: "AttemptStore",
    Timeout: "float | timedelta",
    Timestamp: "datetime",
    Won: "int",
    Headers: "Mapping[str, str] | Iterable[tuple[str, str]]",
    Body: "bytes | bytearray | memoryview | str",
    NoticeText: "WebhookNotice | str",
    ClaimText: "WebhookDelivery | str"
);

/// `int`: `PyO3` also accepts what has `__index__`, and writes `SupportsIndex`.
impl Hint for i64 {
    fn name() -> String {
        "int".to_owned()
    }
    stub!(HINT = <Self as pyo3::IntoPyObject<'_>>::OUTPUT_TYPE);
}

/// `Sequence[Item]`: `PyO3` writes `SupportsGetItem[int, Item]`, which a `dict` would be too.
impl<T: Hint> Hint for Vec<T> {
    fn name() -> String {
        format!("list[{}]", T::name())
    }
    stub!(HINT = pyo3::type_hint_subscript!(pyo3::type_hint_identifier!("collections.abc", "Sequence"), T::HINT));
}
