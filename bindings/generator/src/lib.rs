//! Writes the Kotlin and Swift sources of a component: `generate LIBRARY CONFIG OUT_DIR kotlin|swift`.
//!
//! `UniFFI` writes them; the edits go beyond its settings. Those that every component needs are here, the others beside
//! the component's own program.

#![allow(clippy::missing_panics_doc, reason = "an edit that finds no place panics, so that nobody ships without it")]

pub mod kotlin;
pub mod source;
pub mod swift;
pub mod window;

use std::{env, error::Error, fs, path::Path};

use bootpay_core::describe::{Field, Kind, Printed, Shape, models};
use uniffi::{GenerateOptions, TargetLanguage};

pub use source::Source;

/// What a component has of its own.
pub struct Component {
    /// The Kotlin file that `UniFFI` writes, below the folder of the output.
    pub kotlin: &'static str,
    /// The Swift file.
    pub swift: &'static str,
    /// The edits of the Kotlin.
    pub edit_kotlin: fn(&mut Source),
    /// The edits of the Swift.
    pub edit_swift: fn(&mut Source),
    /// Kotlin files beside the one that `UniFFI` writes, with their names.
    pub beside_kotlin: fn() -> Vec<(&'static str, String)>,
    /// Swift files beside the edited one.
    pub beside_swift: fn(&Source) -> Vec<(&'static str, String)>,
}

/// Writes one language, as the arguments of the process say.
pub fn run(component: &Component) -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [library, config, out_dir, language] = arguments.as_slice() else {
        return Err("usage: generate LIBRARY CONFIG OUT_DIR kotlin|swift".into());
    };
    let (language, file, edit) = match language.as_str() {
        "kotlin" => (TargetLanguage::Kotlin, component.kotlin, component.edit_kotlin),
        "swift" => (TargetLanguage::Swift, component.swift, component.edit_swift),
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
    let path = Path::new(out_dir).join(file);
    let mut source = Source(fs::read_to_string(&path)?);
    edit(&mut source);
    let beside = if is_kotlin { (component.beside_kotlin)() } else { (component.beside_swift)(&source) };
    fs::write(&path, source.0)?;
    for (name, text) in beside {
        fs::write(path.with_file_name(name), text)?;
    }
    Ok(())
}

/// The objects that only core can make, with their fields.
pub fn opaque() -> Vec<(&'static str, &'static [Field])> {
    models()
        .into_iter()
        .filter_map(|model| match model.shape {
            Shape::Struct { kind: Kind::Opaque, fields } => Some((model.name, fields)),
            _ => None,
        })
        .collect()
}

/// The structs with fields that are not printed as they are.
pub fn printed_in_part() -> Vec<(&'static str, &'static [Field])> {
    models()
        .into_iter()
        .filter_map(|model| match model.shape {
            Shape::Struct { kind: Kind::Response | Kind::Request | Kind::Input, fields }
                if fields.iter().any(|field| field.printed != Printed::Plain) =>
            {
                Some((model.name, fields))
            }
            _ => None,
        })
        .collect()
}
