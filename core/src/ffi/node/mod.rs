//! Node: reads JavaScript values, so that a wrong one becomes the same error as in every other language,
//! and writes them.

mod store;

use std::{
    cell::Cell,
    ptr,
    time::{Duration, SystemTime},
};

use napi::{
    Env, JsDate, JsValue, KeyCollectionMode, KeyConversion, KeyFilter, Property, PropertyAttributes, Status, Unknown,
    ValueType,
    bindgen_prelude::{FnArgs, FromNapiValue, Function, JsObjectValue, Object, ToNapiValue},
    sys,
};

use crate::{
    check::join,
    client::endpoint::Endpoint,
    error::{BootpayError, Result},
    value::{Json, Secret, Timeout, Timestamp, Won},
};

/// A type that can be read from any JavaScript value; fails with `Invalid` and the field `at`.
pub trait FromJs: Sized {
    /// Reads it.
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self>;
}

/// A type that is an object literal in JavaScript.
pub trait FromLiteral: Sized {
    /// Its keys, as JavaScript spells them.
    const KEYS: &'static [&'static str];
    /// Reads it.
    fn from_literal(literal: &Literal<'_>) -> Result<Self>;
}

/// An object literal.
#[allow(missing_debug_implementations)]
pub struct Literal<'a> {
    object: Object<'a>,
    at: &'a str,
}

impl<'a> Literal<'a> {
    /// The object called `what`, whose fields are named without it.
    pub fn top(value: Unknown<'a>, what: &str, keys: &[&[&str]]) -> Result<Self> {
        Self::read(value, what, "", keys)
    }

    /// Reads an object that has no keys but these: a misspelt one could move money in an unintended way.
    fn read(value: Unknown<'a>, what: &str, at: &'a str, keys: &[&[&str]]) -> Result<Self> {
        let object =
            cast::<Object<'a>>(value, ValueType::Object).ok_or_else(|| wrong(value, what, "must be an object"))?;
        let literal = Self { object, at };
        let given = literal.keys().map_err(|_| literal.unreadable(what))?;
        match given.iter().find(|key| !keys.iter().any(|known| known.contains(&key.as_str()))) {
            Some(key) => Err(BootpayError::__invalid(&join(at, key), "is not a known field")),
            None => Ok(literal),
        }
    }

    /// Creates one with no keys, for a type that needs none.
    fn empty(value: &Unknown<'a>, at: &'a str) -> Result<Self> {
        let object = Object::new(&Env::from_raw(value.value().env));
        object.map(|object| Self { object, at }).map_err(|_| BootpayError::__invalid(at, "could not be made"))
    }

    /// The field that JavaScript calls `key`, and core `name`.
    pub fn field<T: FromJs>(&self, key: &str, name: &str) -> Result<T> {
        let at = join(self.at, name);
        let value = self.get(key).map_err(|_| self.unreadable(&at))?;
        T::from_js(value, &at)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> napi::Result<Unknown<'a>> {
        self.object.get_named_property_unchecked(key)
    }

    /// Its own keys that have a value.
    fn keys(&self) -> napi::Result<Vec<String>> {
        let names = self.object.get_all_property_names(
            KeyCollectionMode::OwnOnly,
            KeyFilter::SkipSymbols,
            KeyConversion::NumbersToStrings,
        )?;
        let mut keys = Vec::new();
        for index in 0..names.get_array_length()? {
            let key: String = names.get_element(index)?;
            if self.get(&key)?.get_type()? != ValueType::Undefined {
                keys.push(key);
            }
        }
        Ok(keys)
    }

    /// A getter or a proxy threw: its exception must not stay pending.
    fn unreadable(&self, at: &str) -> BootpayError {
        clear_exception(&Env::from_raw(self.object.value().env));
        BootpayError::__invalid(at, "could not be read")
    }
}

impl<T: FromLiteral> FromJs for T {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let what = if at.is_empty() { "request" } else { at };
        let nothing_to_say = Self::KEYS.is_empty() && is_nothing(value);
        let literal =
            if nothing_to_say { Literal::empty(&value, at) } else { Literal::read(value, what, at, &[Self::KEYS]) };
        Self::from_literal(&literal?)
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        if is_nothing(value) { Ok(None) } else { T::from_js(value, at).map(Some) }
    }
}

impl FromJs for String {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        cast(value, ValueType::String).ok_or_else(|| wrong(value, at, "must be a string"))
    }
}

impl FromJs for Secret {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        String::from_js(value, at).map(Self::new)
    }
}

impl FromJs for bool {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        cast(value, ValueType::Boolean).ok_or_else(|| wrong(value, at, "must be true or false"))
    }
}

impl FromJs for i64 {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        whole(value).ok_or_else(|| wrong(value, at, "must be a whole number"))
    }
}

/// Accepts any value: core refuses one that is not a whole number of won.
impl FromJs for Won {
    fn from_js(value: Unknown<'_>, _: &str) -> Result<Self> {
        Ok(whole(value).map_or_else(|| Self::not_whole(kind(value).to_string()), Self::from))
    }
}

/// Reads milliseconds; core refuses a value that is not a duration.
impl FromJs for Timeout {
    fn from_js(value: Unknown<'_>, _: &str) -> Result<Self> {
        let milliseconds: Option<f64> = cast(value, ValueType::Number);
        Ok(Self::from_seconds(milliseconds.map_or(f64::NAN, |milliseconds| milliseconds / 1000.0)))
    }
}

/// From a `Date`.
impl FromJs for Timestamp {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let milliseconds = match value.is_date() {
            // SAFETY: it is a date; an invalid one is NaN.
            Ok(true) => unsafe { value.cast::<JsDate<'_>>() }.and_then(|date| date.value_of()).ok(),
            _ => None,
        };
        let instant = milliseconds.filter(|milliseconds| milliseconds.is_finite()).and_then(|milliseconds| {
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            let distance = Duration::from_millis(milliseconds.abs() as u64);
            let epoch = SystemTime::UNIX_EPOCH;
            let time = if milliseconds < 0.0 { epoch.checked_sub(distance) } else { epoch.checked_add(distance) };
            Self::try_from(time?).ok()
        });
        instant.ok_or_else(|| wrong(value, at, "must be a valid Date"))
    }
}

/// Reads JSON through text: `JSON.stringify` defines a value's JSON in JavaScript.
impl FromJs for Json {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let env = value.value().env;
        let text = json_function(env, "stringify").and_then(|stringify| stringify.call(value));
        let text: Option<String> = text.ok().and_then(|text| cast(text, ValueType::String));
        text.and_then(|text| text.parse().ok()).ok_or_else(|| {
            clear_exception(&Env::from_raw(env));
            BootpayError::__invalid(at, "must be JSON")
        })
    }
}

impl<T: FromJs> FromJs for Vec<T> {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let array = match value.is_array() {
            // SAFETY: it is an array.
            Ok(true) => unsafe { value.cast::<Object<'_>>() }.ok(),
            _ => None,
        };
        let array = array.ok_or_else(|| wrong(value, at, "must be an array"))?;
        let length = array.get_array_length().unwrap_or(0);
        (0..length)
            .map(|index| {
                let at = format!("{at}[{index}]");
                let item = array
                    .get_element::<Unknown<'_>>(index)
                    .map_err(|_| BootpayError::__invalid(&at, "could not be read"))?;
                T::from_js(item, &at)
            })
            .collect()
    }
}

/// Makes an enum a string in JavaScript.
macro_rules! word {
    ($Name:ident) => {
        impl crate::ffi::node::FromJs for $Name {
            fn from_js(value: napi::Unknown<'_>, at: &str) -> Result<Self, crate::BootpayError> {
                crate::ffi::node::word_from_js(value, at)
            }
        }
        impl napi::bindgen_prelude::ToNapiValue for $Name {
            unsafe fn to_napi_value(env: napi::sys::napi_env, word: Self) -> napi::Result<napi::sys::napi_value> {
                unsafe { <&str as napi::bindgen_prelude::ToNapiValue>::to_napi_value(env, word.symbol()) }
            }
        }
    };
}
pub(crate) use word;

pub(crate) fn word_from_js<W: crate::Symbol>(value: Unknown<'_>, at: &str) -> Result<W> {
    let word = cast::<String>(value, ValueType::String);
    word.and_then(|word| W::from_symbol(&word)).ok_or_else(|| wrong(value, at, &crate::symbol::one_of(W::SYMBOLS)))
}

/// A `Date`.
impl ToNapiValue for Timestamp {
    unsafe fn to_napi_value(env: sys::napi_env, instant: Self) -> napi::Result<sys::napi_value> {
        #[allow(clippy::cast_precision_loss)]
        let milliseconds = instant.as_millis() as f64;
        let mut date = ptr::null_mut();
        // SAFETY: the caller's environment.
        match unsafe { sys::napi_create_date(env, milliseconds, &raw mut date) } {
            sys::Status::napi_ok => Ok(date),
            status => Err(napi::Error::new(Status::from(status), "no date could be made")),
        }
    }
}

/// Returns the result of `JSON.parse`.
impl ToNapiValue for Json {
    unsafe fn to_napi_value(env: sys::napi_env, json: Self) -> napi::Result<sys::napi_value> {
        let js = Env::from_raw(env);
        let text = json.text();
        // V8 takes longer to make a string of UTF-8 than to parse it.
        let text = if text.is_ascii() {
            js.create_string_latin1(text)?
        } else {
            js.create_string_utf16(text.encode_utf16().collect::<Vec<_>>())?
        };
        Ok(json_function(env, "parse")?.call(text.to_unknown())?.raw())
    }
}

impl ToNapiValue for Secret {
    unsafe fn to_napi_value(env: sys::napi_env, secret: Self) -> napi::Result<sys::napi_value> {
        unsafe { <&str as ToNapiValue>::to_napi_value(env, secret.expose()) }
    }
}

/// Makes a property readable, but neither printed nor serialised.
pub(crate) fn hide(env: sys::napi_env, object: sys::napi_value, name: &str) -> napi::Result<()> {
    // SAFETY: the caller's environment, and an object in it.
    let mut object = unsafe { Object::from_napi_value(env, object) }?;
    let value: Unknown<'_> = object.get_named_property_unchecked(name)?;
    if is_nothing(value) {
        return Ok(());
    }
    // An existing property would keep its attributes.
    object.delete_named_property(name)?;
    let hidden =
        Property::new().with_utf8_name(name)?.with_value(&value).with_property_attributes(PropertyAttributes::Default);
    object.define_properties(&[hidden])
}

thread_local! {
    /// The package's function that decides how an object is printed. An environment has a thread of its
    /// own, and frees the reference at its end.
    static PRINTER: Cell<Option<(sys::napi_env, sys::napi_ref)>> = const { Cell::new(None) };
}

/// Takes the function `(object, fields)` that decides how an object is printed.
pub fn set_printer(printer: Unknown<'_>) -> napi::Result<()> {
    let env = printer.value().env;
    let mut reference = ptr::null_mut();
    // SAFETY: the environment of the value.
    let status = unsafe { sys::napi_create_reference(env, printer.raw(), 1, &raw mut reference) };
    if status != sys::Status::napi_ok {
        return Err(napi::Error::new(Status::from(status), "the printer cannot be kept"));
    }
    PRINTER.set(Some((env, reference)));
    Ok(())
}

/// Has an object printed with its fields `masked …|omitted …`.
pub(crate) fn print(env: sys::napi_env, object: sys::napi_value, fields: &str) -> napi::Result<()> {
    let missing = || napi::Error::from_reason("the library was not loaded by its package");
    let (_, reference) = PRINTER.get().filter(|(of, _)| *of == env).ok_or_else(missing)?;
    let mut printer = ptr::null_mut();
    // SAFETY: the caller's environment, to which the reference and the object belong.
    let (printer, object) = unsafe {
        sys::napi_get_reference_value(env, reference, &raw mut printer);
        let printer = Function::<FnArgs<(Unknown<'_>, &str)>, ()>::from_napi_value(env, printer)?;
        (printer, Unknown::from_napi_value(env, object)?)
    };
    printer.call(FnArgs::from((object, fields)))
}

/// Adds the endpoint to the error of a call that was not made.
pub fn of_endpoint<E: Endpoint>(error: BootpayError) -> BootpayError {
    error.at(E::NAME)
}

/// Clears an exception that JavaScript code threw.
pub fn clear_exception(env: &Env) {
    let mut exception = ptr::null_mut();
    // SAFETY: the caller's environment; without an exception it gives `undefined`.
    unsafe { sys::napi_get_and_clear_last_exception(env.raw(), &raw mut exception) };
}

/// Returns and clears an exception that JavaScript code threw.
fn take_exception(env: &Env) -> Option<Unknown<'static>> {
    let mut exception = ptr::null_mut();
    // SAFETY: the caller's environment; the value is of it, and used before its scope ends.
    unsafe {
        sys::napi_get_and_clear_last_exception(env.raw(), &raw mut exception);
        Unknown::from_napi_value(env.raw(), exception).ok().filter(|thrown| !is_nothing(*thrown))
    }
}

/// Returns true for `undefined` and `null`.
pub fn is_nothing(value: Unknown<'_>) -> bool {
    matches!(kind(value), ValueType::Undefined | ValueType::Null)
}

fn kind(value: Unknown<'_>) -> ValueType {
    value.get_type().unwrap_or(ValueType::Unknown)
}

fn cast<V: FromNapiValue>(value: Unknown<'_>, expected: ValueType) -> Option<V> {
    // SAFETY: the type was looked at.
    if kind(value) == expected { unsafe { value.cast() }.ok() } else { None }
}

/// A number without a fraction; one beyond all bounds as the bound.
fn whole(value: Unknown<'_>) -> Option<i64> {
    #[allow(clippy::cast_possible_truncation)]
    cast(value, ValueType::Number).filter(|number: &f64| number.fract() == 0.0).map(|number| number as i64)
}

fn wrong(value: Unknown<'_>, at: &str, rule: &str) -> BootpayError {
    if is_nothing(value) { BootpayError::__invalid(at, "must be given") } else { BootpayError::__invalid(at, rule) }
}

fn json_function(env: sys::napi_env, name: &str) -> napi::Result<Function<'_, Unknown<'_>, Unknown<'_>>> {
    let json: Object<'_> = Env::from_raw(env).get_global()?.get_named_property_unchecked("JSON")?;
    json.get_named_property_unchecked(name)
}
