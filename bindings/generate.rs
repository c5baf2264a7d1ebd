//! Writes the Kotlin and Swift sources: `generate LIBRARY CONFIG OUT_DIR kotlin|swift`.
//!
//! `UniFFI` writes them; the edits below go beyond its settings. Each must find its place, so that a new
//! `UniFFI` that writes other text fails here, not in a user's hands.

#[path = "kotlin/builders.rs"]
mod builders;
#[path = "swift/codable.rs"]
mod codable;
#[path = "kotlin/flat.rs"]
mod flat;
#[path = "kotlin/json.rs"]
mod json;
#[path = "kotlin/edits.rs"]
mod kotlin;
#[path = "swift/edits.rs"]
mod swift;
#[path = "kotlin/text.rs"]
mod text;

use std::{env, error::Error, fs, path::Path};

use bootpay_core::describe::{Field, Kind, Printed, Shape, models};
use uniffi::{GenerateOptions, TargetLanguage};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [library, config, out_dir, language] = arguments.as_slice() else {
        return Err("usage: generate LIBRARY CONFIG OUT_DIR kotlin|swift".into());
    };
    let (language, source, edit): (_, _, fn(&mut Source)) = match language.as_str() {
        "kotlin" => (TargetLanguage::Kotlin, "bootpay/core/bootpay_core.kt", kotlin::kotlin),
        "swift" => (TargetLanguage::Swift, "BootpayCore.swift", swift::swift),
        other => return Err(format!("{other} is neither kotlin nor swift").into()),
    };
    let is_kotlin = matches!(language, TargetLanguage::Kotlin);
    uniffi::generate(GenerateOptions {
        languages: vec![language],
        source: library.into(),
        out_dir: out_dir.into(),
        config_override: Some(config.into()),
        format: false,
        crate_filter: None,
        metadata_no_deps: true,
    })?;
    let path = Path::new(out_dir).join(source);
    let mut source = Source(fs::read_to_string(&path)?);
    edit(&mut source);
    fs::write(&path, source.0)?;
    if is_kotlin {
        fs::write(path.with_file_name("serializers.kt"), json::serializers())?;
    }
    Ok(())
}

struct Source(String);

impl Source {
    fn replace(&mut self, from: &str, to: &str) {
        assert!(self.0.contains(from), "UniFFI no longer writes: {from}");
        self.0 = self.0.replace(from, to);
    }

    /// Fails if an edit left some of this text.
    fn expect_no(&self, text: &str) {
        assert!(!self.0.contains(text), "UniFFI writes {text} in another way, too");
    }

    fn append(&mut self, text: &str) {
        self.0 += text;
    }

    /// Replaces the first `from` after a text.
    fn replace_after(&mut self, place: &str, from: &str, to: &str) {
        let start = self.0.find(place).map(|at| at + place.len());
        let start = start.unwrap_or_else(|| panic!("UniFFI no longer writes: {place}"));
        let at = self.0[start..].find(from).unwrap_or_else(|| panic!("UniFFI no longer writes: {from}"));
        self.0.replace_range(start + at..start + at + from.len(), to);
    }

    /// Edits the text from `head` to `end`, both included.
    fn edit_block(&mut self, head: &str, end: &str, edit: impl Fn(&str) -> String) {
        let start = self.0.find(head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}"));
        let length = self.0[start..].find(end).unwrap_or_else(|| panic!("UniFFI no longer writes an end of: {head}"));
        let range = start..start + length + end.len();
        let edited = edit(&self.0[range.clone()]);
        self.0.replace_range(range, &edited);
    }

    /// Replaces in every line that `wanted` picks.
    fn replace_in_lines(&mut self, wanted: fn(&str) -> bool, edit: fn(&str) -> String) {
        let mut found = false;
        self.0 = self.0.split_inclusive('\n').fold(String::new(), |text, line| {
            let picked = wanted(line);
            found |= picked;
            text + &if picked { edit(line) } else { line.to_owned() }
        });
        assert!(found, "UniFFI no longer writes a line that this file edits");
    }
}

/// The objects that only core can make, with their fields.
fn opaque() -> Vec<(&'static str, &'static [Field])> {
    let all = models().into_iter();
    let found: Vec<_> = all
        .filter_map(|model| match model.shape {
            Shape::Struct { kind: Kind::Opaque, fields } => Some((model.name, fields)),
            _ => None,
        })
        .collect();
    assert!(!found.is_empty(), "core has no opaque model");
    found
}

/// The structs with fields that are not printed as they are.
fn printed_in_part() -> Vec<(&'static str, &'static [Field])> {
    let found: Vec<_> = models()
        .into_iter()
        .filter_map(|model| match model.shape {
            Shape::Struct { kind: Kind::Response | Kind::Request | Kind::Input, fields }
                if fields.iter().any(|field| field.printed != Printed::Plain) =>
            {
                Some((model.name, fields))
            }
            _ => None,
        })
        .collect();
    assert!(!found.is_empty(), "core has no personal data");
    found
}
