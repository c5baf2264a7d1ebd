//! Node: reads JavaScript values, so that a wrong one becomes the same error as in every other language,
//! and writes the text that its objects are made of.

mod environment;
mod store;
mod text;
mod wake;
mod webhook;

use std::{
    ptr,
    time::{Duration, SystemTime},
};

use napi::{
    Env, JsValue, Unknown, ValueType,
    bindgen_prelude::{FromNapiValue, Function, JsObjectValue, Object},
    sys,
};

use crate::{
    check::join,
    error::{BootpayError, Result},
    value::{Json, Secret, Timeout, Timestamp, Won},
    wire::ill_formed,
};

pub use environment::Environment;
pub use store::{answered, failed, with_adapter};
pub use text::{Text, ToText, Writer};
pub use wake::Wake;

const NOT_UNICODE: &str = "must be Unicode text: it holds half of a surrogate pair";

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

    /// The object of a type that has these keys.
    fn of_type(value: Unknown<'a>, at: &'a str, keys: &[&str]) -> Result<Self> {
        let what = if at.is_empty() { "request" } else { at };
        let nothing_to_say = keys.is_empty() && is_nothing(value);
        if nothing_to_say { Self::empty(&value, at) } else { Self::read(value, what, at, &[keys]) }
    }

    /// Reads an object that has no keys but these: a misspelt one could move money in an unintended way.
    fn read(value: Unknown<'a>, what: &str, at: &'a str, keys: &[&[&str]]) -> Result<Self> {
        let object =
            cast::<Object<'a>>(value, ValueType::Object).ok_or_else(|| wrong(value, what, "must be an object"))?;
        let literal = Self { object, at };
        let given = literal.keys().map_err(|_| literal.unreadable(what))?;
        match given.iter().find(|key| !keys.iter().any(|known| known.contains(&key.as_str()))) {
            Some(key) => Err(BootpayError::__invalid(&join(at, key), &unknown(key, keys))),
            None => Ok(literal),
        }
    }

    /// Creates one with no keys, for a type that needs none.
    fn empty(value: &Unknown<'a>, at: &'a str) -> Result<Self> {
        let object = Object::new(&Env::from_raw(value.value().env));
        object.map(|object| Self { object, at }).map_err(|_| BootpayError::__invalid(at, "could not be made"))
    }

    /// Reads the field of this key.
    pub fn field<T: FromJs>(&self, key: &str) -> Result<T> {
        let (value, at) = self.value(key)?;
        T::from_js(value, &at)
    }

    /// The value of a key, and the path of its field.
    fn value(&self, key: &str) -> Result<(Unknown<'a>, String)> {
        let at = join(self.at, key);
        match self.get(key) {
            Ok(value) => Ok((value, at)),
            Err(_) => Err(self.unreadable(&at)),
        }
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> napi::Result<Unknown<'a>> {
        self.object.get_named_property_unchecked(key)
    }

    /// Its own keys that have a value.
    fn keys(&self) -> napi::Result<Vec<String>> {
        let (env, object) = (self.object.value().env, self.object.raw());
        let mut names = ptr::null_mut();
        // SAFETY: an object, and its environment.
        check(unsafe {
            sys::napi_get_all_property_names(
                env,
                object,
                sys::KeyCollectionMode::own_only,
                sys::KeyFilter::skip_symbols,
                sys::KeyConversion::numbers_to_strings,
                &raw mut names,
            )
        })?;
        // SAFETY: an array of the environment.
        let names = unsafe { Object::from_napi_value(env, names) }?;
        let mut keys = Vec::new();
        for index in 0..names.get_array_length()? {
            let key: Unknown<'_> = names.get_element(index)?;
            let mut value = ptr::null_mut();
            // SAFETY: values of the environment. By the key itself: its text may not be all of it.
            let value = unsafe {
                check(sys::napi_get_property(env, object, key.raw(), &raw mut value))?;
                Unknown::from_raw_unchecked(env, value)
            };
            if kind(value) != ValueType::Undefined {
                keys.push(unsafe { key.cast() }?);
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
        Self::from_literal(&Literal::of_type(value, at, Self::KEYS)?)
    }
}

impl<T: FromJs> FromJs for Option<T> {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        if is_nothing(value) { Ok(None) } else { T::from_js(value, at).map(Some) }
    }
}

impl FromJs for String {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        let text: Self = cast(value, ValueType::String).ok_or_else(|| wrong(value, at, "must be a string"))?;
        // It stands for what has no UTF-8, and may also be meant.
        if text.contains(char::REPLACEMENT_CHARACTER) && !is_unicode(value) {
            return Err(BootpayError::__invalid(at, NOT_UNICODE));
        }
        Ok(text)
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
        let milliseconds = milliseconds(value);
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
        let Some(text) = text else {
            clear_exception(&Env::from_raw(env));
            return Err(BootpayError::__invalid(at, "must be JSON"));
        };
        text.parse().map_err(|_| match ill_formed(&text, at) {
            Some(field) => BootpayError::__invalid(&field, NOT_UNICODE),
            None => BootpayError::__invalid(at, "must be JSON"),
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
        impl crate::ffi::node::ToText for $Name {
            fn write(&self, out: &mut crate::ffi::node::Writer) {
                self.symbol().write(out);
            }
        }
    };
}
pub(crate) use word;

pub(crate) fn word_from_js<W: crate::Symbol>(value: Unknown<'_>, at: &str) -> Result<W> {
    let word = if kind(value) == ValueType::String { Some(String::from_js(value, at)?) } else { None };
    word.and_then(|word| W::from_symbol(&word)).ok_or_else(|| wrong(value, at, &crate::symbol::one_of(W::SYMBOLS)))
}

/// Adds the call's name to the error of one that was not made.
pub fn of_call(name: &str, error: BootpayError) -> BootpayError {
    error.at(name)
}

/// Clears an exception that JavaScript code threw.
pub fn clear_exception(env: &Env) {
    let mut exception = ptr::null_mut();
    // SAFETY: the caller's environment; without an exception it gives `undefined`.
    unsafe { sys::napi_get_and_clear_last_exception(env.raw(), &raw mut exception) };
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

/// Returns the rule that a key outside `known` breaks, with the key that was probably meant: another spelling
/// of it, or without its unit.
fn unknown(key: &str, known: &[&[&str]]) -> String {
    let plain = |key: &str| key.trim_end_matches("Ms").replace('_', "").to_ascii_lowercase();
    let given = plain(key);
    let meant = known.iter().copied().flatten().map(|name| (distance(&given, &plain(name)), name)).min();
    match meant {
        Some((distance, name)) if distance * 3 < given.len() => format!("is not a known field; did you mean {name}?"),
        _ => "is not a known field".to_owned(),
    }
}

/// Returns how many letters differ.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (index, letter) in a.chars().enumerate() {
        let mut corner = index;
        row[0] = index + 1;
        for (at, other) in b.iter().enumerate() {
            let changed = corner + usize::from(letter != *other);
            corner = row[at + 1];
            row[at + 1] = changed.min(row[at] + 1).min(corner + 1);
        }
    }
    row[b.len()]
}

/// Returns false if a string holds half of a surrogate pair.
fn is_unicode(value: Unknown<'_>) -> bool {
    let (env, mut length) = (value.value().env, 0);
    // SAFETY: a string and its environment; the buffer has the length that was asked for.
    let units = unsafe {
        sys::napi_get_value_string_utf16(env, value.raw(), ptr::null_mut(), 0, &raw mut length);
        let mut units = vec![0; length + 1];
        sys::napi_get_value_string_utf16(env, value.raw(), units.as_mut_ptr(), units.len(), &raw mut length);
        units.truncate(length);
        units
    };
    char::decode_utf16(units).all(|letter| letter.is_ok())
}

/// Returns the milliseconds of a `Date`, of any realm; NaN for an invalid one.
fn milliseconds(value: Unknown<'_>) -> Option<f64> {
    let (env, mut is_date, mut milliseconds) = (value.value().env, false, 0.0);
    // SAFETY: a value and its environment.
    unsafe {
        sys::napi_is_date(env, value.raw(), &raw mut is_date);
        (is_date && sys::napi_get_date_value(env, value.raw(), &raw mut milliseconds) == sys::Status::napi_ok)
            .then_some(milliseconds)
    }
}

/// Returns the error of a call into Node that failed.
pub fn check(status: sys::napi_status) -> napi::Result<()> {
    match status {
        sys::Status::napi_ok => Ok(()),
        status => Err(napi::Error::new(status.into(), "a call into Node failed")),
    }
}

fn json_function(env: sys::napi_env, name: &str) -> napi::Result<Function<'_, Unknown<'_>, Unknown<'_>>> {
    let json: Object<'_> = Env::from_raw(env).get_global()?.get_named_property_unchecked("JSON")?;
    json.get_named_property_unchecked(name)
}
