//! The text from which the package's JavaScript makes an object: written off JavaScript's thread.

use std::{borrow::Cow, fmt::Write};

use napi::{Env, JsString};
use zeroize::Zeroize;

use crate::{
    description::camel_case,
    error::BootpayError,
    value::{Json, Secret, Timestamp},
};

/// A type that can be written as the JSON of its JavaScript object.
pub trait ToText {
    /// Writes it. Dates are milliseconds, to be made dates.
    fn write(&self, out: &mut Writer);

    /// Returns true if its field is left out.
    fn is_absent(&self) -> bool {
        false
    }
}

/// JSON, and behind it the responses as Bootpay sent them, which are parsed when they are looked at. An
/// object's `raw` says where its own begins and ends there.
#[derive(Default)]
#[allow(missing_debug_implementations)]
pub struct Writer {
    json: String,
    raws: String,
    /// Length of `raws` in JavaScript.
    units: usize,
    has_secret: bool,
}

/// A finished text.
#[allow(missing_debug_implementations)]
pub struct Text {
    letters: Letters,
    /// Length of the JSON in JavaScript.
    length: u32,
    has_secret: bool,
}

/// V8 takes longer to make a string of UTF-8 than to parse it.
enum Letters {
    Ascii(String),
    Utf16(Vec<u16>),
}

impl Text {
    /// The text of a value.
    pub fn of(value: &impl ToText) -> Self {
        let mut out = Writer { json: String::with_capacity(2048), ..Writer::default() };
        value.write(&mut out);
        out.finish()
    }

    /// The text of an error, with its message.
    pub fn of_error(error: BootpayError) -> Self {
        let message = error.to_string();
        let mut out = Writer::default();
        out.open();
        out.field("message", &message);
        out.field("info", &error.into_info());
        out.close();
        out.finish()
    }

    /// Length of the JSON in JavaScript; behind it are the raw responses.
    pub fn length(&self) -> u32 {
        self.length
    }

    /// The whole text as a string of JavaScript.
    pub fn to_js<'env>(&self, env: &'env Env) -> napi::Result<JsString<'env>> {
        match &self.letters {
            Letters::Ascii(text) => env.create_string_latin1(text),
            Letters::Utf16(units) => env.create_string_utf16(units),
        }
    }

    /// The text in Rust.
    pub fn into_string(mut self) -> String {
        match &mut self.letters {
            Letters::Ascii(text) => std::mem::take(text),
            Letters::Utf16(units) => String::from_utf16_lossy(units),
        }
    }
}

impl Drop for Text {
    fn drop(&mut self) {
        if self.has_secret {
            match &mut self.letters {
                Letters::Ascii(text) => text.zeroize(),
                Letters::Utf16(units) => units.zeroize(),
            }
        }
    }
}

impl Writer {
    /// Begins an object.
    pub fn open(&mut self) {
        self.json.push('{');
    }

    /// Ends an object.
    pub fn close(&mut self) {
        self.json.push('}');
    }

    /// A field of an object.
    pub fn field(&mut self, key: &str, value: &impl ToText) {
        if !value.is_absent() {
            self.key(key);
            value.write(self);
        }
    }

    /// A field that names a call.
    pub fn call(&mut self, key: &str, name: impl Into<Option<String>>) {
        self.field(key, &name.into().map(|name| camel_case(&name)));
    }

    /// The field of the whole response.
    pub fn raw(&mut self, key: &str, json: &Json) {
        let text = digits(json.text());
        let start = self.units;
        self.units += if text.is_ascii() { text.len() } else { text.encode_utf16().count() };
        self.raws.push_str(&text);
        self.key(key);
        let _ = write!(self.json, "[{start},{}]", self.units);
    }

    fn key(&mut self, key: &str) {
        if !self.json.ends_with('{') {
            self.json.push(',');
        }
        self.json.push('"');
        self.json.push_str(key);
        self.json.push_str("\":");
    }

    fn finish(mut self) -> Text {
        let has_secret = self.has_secret;
        let (letters, length) = if self.json.is_ascii() && self.raws.is_ascii() {
            let length = self.json.len();
            self.json.push_str(&self.raws);
            (Letters::Ascii(std::mem::take(&mut self.json)), length)
        } else {
            let mut units: Vec<u16> = Vec::with_capacity(self.json.len() + self.units);
            units.extend(self.json.encode_utf16());
            let length = units.len();
            units.extend(self.raws.encode_utf16());
            (Letters::Utf16(units), length)
        };
        if has_secret {
            self.json.zeroize();
            self.raws.zeroize();
        }
        Text { letters, length: length.try_into().unwrap_or(u32::MAX), has_secret }
    }
}

/// Makes strings of whole numbers that a `Number` cannot hold, so that they keep their digits.
fn digits(json: &str) -> Cow<'_, str> {
    const LARGEST: u64 = (1 << 53) - 1;
    /// Its digits; fewer are always exact.
    const MANY: usize = 16;
    let bytes = json.as_bytes();
    if !bytes.windows(MANY).any(|window| window.iter().all(u8::is_ascii_digit)) {
        return json.into();
    }
    let (mut kept, mut copied, mut at) = (String::with_capacity(json.len() + 8), 0, 0);
    while let Some(byte) = bytes.get(at) {
        let start = at;
        at += 1;
        match byte {
            b'"' => {
                while let Some(byte) = bytes.get(at) {
                    at += if *byte == b'\\' { 2 } else { 1 };
                    if *byte == b'"' {
                        break;
                    }
                }
            }
            b'-' | b'0'..=b'9' => {
                while bytes.get(at).is_some_and(|byte| matches!(byte, b'0'..=b'9' | b'.' | b'e' | b'E' | b'+' | b'-')) {
                    at += 1;
                }
                let number = &json[start..at];
                let whole = number.trim_start_matches('-');
                let is_whole = whole.bytes().all(|byte| byte.is_ascii_digit());
                if is_whole && whole.parse::<u64>().map_or(true, |value| value > LARGEST) {
                    kept.push_str(&json[copied..start]);
                    let _ = write!(kept, "\"{number}\"");
                    copied = at;
                }
            }
            _ => {}
        }
    }
    kept.push_str(&json[copied..]);
    kept.into()
}

impl ToText for str {
    fn write(&self, out: &mut Writer) {
        out.json.push('"');
        let mut copied = 0;
        for (at, byte) in self.bytes().enumerate() {
            if matches!(byte, b'"' | b'\\' | 0..=0x1f) {
                out.json.push_str(&self[copied..at]);
                let _ = write!(out.json, "\\u{byte:04x}");
                copied = at + 1;
            }
        }
        out.json.push_str(&self[copied..]);
        out.json.push('"');
    }
}

impl ToText for String {
    fn write(&self, out: &mut Writer) {
        self.as_str().write(out);
    }
}

impl ToText for Secret {
    fn write(&self, out: &mut Writer) {
        out.has_secret = true;
        self.expose().write(out);
    }
}

impl ToText for bool {
    fn write(&self, out: &mut Writer) {
        let _ = write!(out.json, "{self}");
    }
}

impl ToText for i64 {
    fn write(&self, out: &mut Writer) {
        let _ = write!(out.json, "{self}");
    }
}

impl ToText for Timestamp {
    fn write(&self, out: &mut Writer) {
        self.as_millis().write(out);
    }
}

impl ToText for Json {
    fn write(&self, out: &mut Writer) {
        out.json.push_str(&digits(self.text()));
    }
}

impl<T: ToText> ToText for Option<T> {
    fn write(&self, out: &mut Writer) {
        match self {
            Some(value) => value.write(out),
            None => out.json.push_str("null"),
        }
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }
}

impl<T: ToText> ToText for Vec<T> {
    fn write(&self, out: &mut Writer) {
        out.json.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.json.push(',');
            }
            item.write(out);
        }
        out.json.push(']');
    }
}
