//! Readings of a text: without its escapes, and with its Base64 and hexadecimal parts decoded.

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

/// Levels of escaping that are undone: a body within a body within a page.
const DEEP: usize = 3;

/// The text and what it can be read as: without the escapes of URLs, JSON and HTML, and what stands
/// there in Base64 or in hexadecimal digits.
pub(crate) fn readings(text: &[u8]) -> Vec<Vec<u8>> {
    let mut readings = plainer(text.to_owned());
    for reading in readings.clone() {
        readings.extend(encoded(&reading).flat_map(plainer));
    }
    readings
}

/// The text, and what it is without escapes, and without those that then appear.
fn plainer(text: Vec<u8>) -> Vec<Vec<u8>> {
    let mut all = vec![text];
    while all.len() <= DEEP {
        let plain = unescaped(&all[all.len() - 1]);
        if plain == all[all.len() - 1] {
            break;
        }
        all.push(plain);
    }
    all
}

fn unescaped(mut text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    while let Some(first) = text.first() {
        let (bytes, length) = escape(text).unwrap_or(([*first].into(), 1));
        plain.extend(bytes);
        text = &text[length..];
    }
    plain
}

/// Decodes the escape at the beginning of a text; returns it with its length.
fn escape(text: &[u8]) -> Option<(Vec<u8>, usize)> {
    let number = |digits: &[u8], radix| u32::from_str_radix(str::from_utf8(digits).ok()?, radix).ok();
    let letter = |code: u32| Some(char::from_u32(code)?.to_string().into_bytes());
    match text {
        [b'%', high, low, ..] => Some((vec![number(&[*high, *low], 16)?.try_into().ok()?], 3)),
        [b'\\', b'u', ..] => Some((letter(number(text.get(2..6)?, 16)?)?, 6)),
        [b'\\', escaped @ (b'/' | b'"' | b'\\'), ..] => Some((vec![*escaped], 2)),
        [b'&', rest @ ..] => {
            let name = &rest[..rest.iter().take(8).position(|byte| *byte == b';')?];
            let bytes = match name {
                b"amp" => b"&".into(),
                b"lt" => b"<".into(),
                b"gt" => b">".into(),
                b"quot" => b"\"".into(),
                b"apos" => b"'".into(),
                [b'#', b'x' | b'X', digits @ ..] => letter(number(digits, 16)?)?,
                [b'#', digits @ ..] => letter(number(digits, 10)?)?,
                _ => return None,
            };
            Some((bytes, name.len() + 2))
        }
        _ => None,
    }
}

/// Decodes the Base64 and hexadecimal parts of a text, from each of their digits on.
fn encoded(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let in_base64 = |byte: &u8| byte.is_ascii_alphanumeric() || b"+/-_".contains(byte);
    let read = |from: usize, taken: fn(&u8) -> bool, decode: fn(&[u8]) -> Vec<u8>| {
        let runs = text.split(move |byte| !taken(byte)).filter_map(move |run| run.get(from..));
        runs.flat_map(decode).collect()
    };
    let base64 = (0..4).map(move |from| read(from, in_base64, from_base64));
    base64.chain((0..2).map(move |from| read(from, u8::is_ascii_hexdigit, from_hexadecimal)))
}

fn from_base64(run: &[u8]) -> Vec<u8> {
    const LENIENT: GeneralPurpose = GeneralPurpose::new(
        &alphabet::STANDARD,
        GeneralPurposeConfig::new()
            .with_decode_allow_trailing_bits(true)
            .with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    let standard = |byte: &u8| match byte {
        b'-' => b'+',
        b'_' => b'/',
        other => *other,
    };
    let mut letters: Vec<u8> = run.iter().map(standard).collect();
    // One letter alone is less than a byte.
    letters.truncate(letters.len() - usize::from(letters.len() % 4 == 1));
    LENIENT.decode(letters).unwrap_or_default()
}

fn from_hexadecimal(run: &[u8]) -> Vec<u8> {
    let byte = |pair: &[u8]| u8::from_str_radix(str::from_utf8(pair).ok()?, 16).ok();
    run.chunks_exact(2).filter_map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn no_text_panics_and_all_begin_with_themselves(text in any::<Vec<u8>>()) {
            prop_assert_eq!(&readings(&text)[0], &text);
        }
    }
}
