//! The request of a webhook in JavaScript, and what stands for a notice or a delivery.

use std::{ptr, slice};

use napi::{
    Env, JsValue, Unknown, ValueType,
    bindgen_prelude::{Function, JsObjectValue, Object},
    sys,
};

use super::{FromJs, cast, clear_exception, is_nothing, kind, wrong};
use crate::{
    error::{BootpayError, Result},
    value::{Body, ClaimText, Headers, NoticeText},
};

/// The object of Node's requests, or a `Headers` or `Map`.
impl FromJs for Headers {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        const RULE: &str = "must be the request's headers: an object, a Headers or a Map";
        let object: Object<'_> = cast(value, ValueType::Object).ok_or_else(|| wrong(value, at, RULE))?;
        let unreadable = || {
            clear_exception(&Env::from_raw(value.value().env));
            BootpayError::__invalid(at, RULE)
        };
        let iterates = object.get_named_property_unchecked::<Unknown<'_>>("entries");
        if iterates.is_ok_and(|entries| kind(entries) == ValueType::Function) {
            let pairs = pairs(value).map_err(|_| unreadable())?;
            let pairs = (0..pairs.get_array_length().unwrap_or(0)).map(|index| {
                let pair: Object<'_> = pairs.get_element(index).map_err(|_| unreadable())?;
                let part = |index| pair.get_element::<Unknown<'_>>(index).map_err(|_| unreadable());
                Ok((String::from_js(part(0)?, at)?, header(part(1)?, at)?))
            });
            let pairs: Vec<(String, Vec<String>)> = pairs.collect::<Result<_>>()?;
            return Ok(flat(pairs));
        }
        let names = Object::keys(&object).map_err(|_| unreadable())?;
        let fields = names.into_iter().map(|name| {
            let value = object.get_named_property_unchecked::<Unknown<'_>>(&name).map_err(|_| unreadable())?;
            Ok((name, header(value, at)?))
        });
        Ok(flat(fields.collect::<Result<_>>()?))
    }
}

fn flat(fields: Vec<(String, Vec<String>)>) -> Headers {
    let pairs =
        fields.into_iter().flat_map(|(name, values)| values.into_iter().map(move |value| (name.clone(), value)));
    pairs.collect()
}

/// One value, several, or none.
fn header(value: Unknown<'_>, at: &str) -> Result<Vec<String>> {
    if is_nothing(value) {
        Ok(vec![])
    } else if value.is_array().unwrap_or(false) {
        Vec::from_js(value, at)
    } else {
        String::from_js(value, at).map(|value| vec![value])
    }
}

/// `Array.from(value)`
fn pairs(value: Unknown<'_>) -> napi::Result<Object<'_>> {
    let array: Object<'_> = Env::from_raw(value.value().env).get_global()?.get_named_property_unchecked("Array")?;
    let from: Function<'_, Unknown<'_>, Object<'_>> = array.get_named_property_unchecked("from")?;
    from.call(value)
}

/// A string, a `Buffer` or another typed array, or an `ArrayBuffer`.
impl FromJs for Body {
    fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
        if kind(value) == ValueType::String {
            return String::from_js(value, at).map(Self::from);
        }
        let bytes = bytes(value);
        bytes.map(Self::from).ok_or_else(|| {
            wrong(value, at, "must be the raw body, a Buffer or string: what a parser made of it is less")
        })
    }
}

fn bytes(value: Unknown<'_>) -> Option<Vec<u8>> {
    let (env, raw) = (value.value().env, value.raw());
    let (mut is_buffer, mut is_array_buffer) = (false, false);
    let (mut data, mut length) = (ptr::null_mut(), 0);
    // SAFETY: a value and its environment; the bytes are copied before JavaScript runs again.
    unsafe {
        sys::napi_is_buffer(env, raw, &raw mut is_buffer);
        sys::napi_is_arraybuffer(env, raw, &raw mut is_array_buffer);
        let status = if is_buffer {
            sys::napi_get_buffer_info(env, raw, &raw mut data, &raw mut length)
        } else if is_array_buffer {
            sys::napi_get_arraybuffer_info(env, raw, &raw mut data, &raw mut length)
        } else {
            return None;
        };
        (status == sys::Status::napi_ok)
            .then(|| if data.is_null() { vec![] } else { slice::from_raw_parts(data.cast::<u8>(), length).to_vec() })
    }
}

macro_rules! handle {
    ($($Handle:ident),*) => { $(
        impl FromJs for $Handle {
            fn from_js(value: Unknown<'_>, at: &str) -> Result<Self> {
                let text = match cast::<Object<'_>>(value, ValueType::Object) {
                    Some(object) => object.get_named_property_unchecked::<Unknown<'_>>(Self::FIELD).ok(),
                    None => Some(value),
                };
                match text.filter(|text| kind(*text) == ValueType::String) {
                    Some(text) => String::from_js(text, at).map(Self::from),
                    None => Err(wrong(value, at, &format!("must be a {} that has a {}", Self::OBJECT, Self::FIELD))),
                }
            }
        }
    )* };
}
handle!(NoticeText, ClaimText);
