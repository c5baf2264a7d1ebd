//! Imports between the layers of `src` run one way, as the documentation of the crate states.
#![allow(clippy::unwrap_used, reason = "a panic is the report")]

use std::fs;
use std::path::Path;

/// The layers from the lowest to the highest; layers on one line do not import each other.
const LAYERS: [&[&str]; 6] =
    [&["domain"], &["store"], &["acts", "faults"], &["api", "control", "window"], &["console"], &["http", "record"]];

/// The crates that only the higher layers may name, with the lowest layer that may.
const CRATES: [(&str, &str); 5] =
    [("rusqlite", "store"), ("tokio", "acts"), ("axum", "acts"), ("hyper", "acts"), ("rustls", "http")];

fn rank(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|layers| layers.contains(&layer))
}

/// A module path as its segments: `domain::payment::cancel`.
type Module = Vec<String>;

/// The top-level modules of this crate that a source file names: by `crate::`, by `super::` chains that
/// reach the root, and in the braces behind either.
fn named(module: &[String], source: &str) -> Vec<String> {
    let mut names = Vec::new();
    for (line_number, line) in source.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        for (at, _) in code.match_indices("crate::") {
            let is_path_start = !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_');
            if is_path_start {
                names.extend(heads(&rest(source, line_number, at + "crate::".len())));
            }
        }
        for (at, _) in code.match_indices("super::") {
            if code[..at].ends_with("super::") {
                continue;
            }
            let climbs = code[at..].split("super::").take_while(|between| between.is_empty()).count();
            if climbs >= module.len() {
                names.extend(heads(&rest(source, line_number, at + climbs * "super::".len())));
            }
        }
    }
    names
}

/// The source from a column of a line on.
fn rest(source: &str, line_number: usize, column: usize) -> String {
    let mut lines = source.lines().skip(line_number);
    let first = lines.next().unwrap_or_default()[column..].to_owned();
    std::iter::once(first).chain(lines.map(str::to_owned)).collect::<Vec<_>>().join("\n")
}

/// The first segments of a path: one name, or those within braces.
fn heads(path: &str) -> Vec<String> {
    let name = |text: &str| text.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let Some(group) = path.strip_prefix('{') else { return vec![name(path)] };
    let (mut depth, mut start, mut names) = (0, 0, Vec::new());
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth > 0 => depth -= 1,
            ',' | '}' if depth == 0 => {
                names.push(name(&group[start..at]));
                start = at + 1;
                if character == '}' {
                    break;
                }
            }
            _ => {}
        }
    }
    names.retain(|name| !name.is_empty());
    names
}

/// The imports of a file that do not run downwards, and the crates that its layer may not name.
fn violations(module: &[String], source: &str) -> Vec<String> {
    let layer = module[0].as_str();
    let own = rank(layer).unwrap_or_else(|| panic!("{layer} is no layer: add it to LAYERS, or move its file"));
    let place = module.join("::");
    let mut violations = Vec::new();
    for name in named(module, source) {
        if name != layer && !name.is_empty() && rank(&name).is_none_or(|rank| rank >= own) {
            violations.push(format!("{place} imports crate::{name}"));
        }
    }
    for (foreign, lowest) in CRATES {
        let names_it = source.lines().any(|line| {
            let code = line.split("//").next().unwrap_or_default();
            code.match_indices(&format!("{foreign}::"))
                .any(|(at, _)| !code[..at].ends_with(|before: char| before.is_alphanumeric() || before == '_'))
        });
        if names_it && own < rank(lowest).unwrap() {
            violations.push(format!("{place} names the crate {foreign}"));
        }
    }
    violations
}

/// Every source file below a folder, with its module.
fn sources(folder: &Path, module: &[String]) -> Vec<(Module, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let mut module = module.to_vec();
        if path.is_dir() {
            module.push(stem);
            found.extend(sources(&path, &module));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            if stem != "mod" {
                module.push(stem);
            }
            found.push((module, fs::read_to_string(&path).unwrap()));
        }
    }
    found
}

#[test]
fn imports_run_downwards() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files: Vec<_> = sources(&src, &[])
        .into_iter()
        // The crate's face, which uses them all.
        .filter(|(module, _)| !matches!(module[0].as_str(), "lib" | "main" | "testing") || module.len() > 1)
        .collect();
    for layer in LAYERS.iter().flat_map(|layers| layers.iter()) {
        assert!(files.iter().any(|(module, _)| module[0] == *layer), "the layer {layer} has no file");
    }
    let violations: Vec<_> = files.iter().flat_map(|(module, source)| violations(module, source)).collect();
    assert!(violations.is_empty(), "{}", violations.join("\n"));
}

#[test]
fn an_upward_import_is_found_however_it_is_written() {
    let module = |path: &str| path.split("::").map(str::to_owned).collect::<Module>();
    for (place, source) in [
        ("domain::payment", "use crate::store::Store;"),
        ("domain::payment", "fn f() { crate::acts::charge::charge() }"),
        ("domain::payment::cancel", "use crate::{\n    domain::money::Money,\n    store::{Database, Store},\n};"),
        ("domain::payment", "use super::super::store::Store;"),
        ("domain", "use super::store::Store;"),
        ("acts::charge", "use crate::faults::fault::Fault;"),
        ("control::clock", "use crate::api::call::Call;"),
        ("store::payments", "use crate::App;"),
        ("domain::clock", "use tokio::time::Instant;"),
        ("acts::charge", "    rusqlite::Connection::open_in_memory(); use rustls::ServerConfig;"),
    ] {
        assert!(!violations(&module(place), source).is_empty(), "{place}: {source}");
    }
    for (place, source) in [
        ("acts::charge", "use crate::domain::charge::Charge;\nuse crate::{acts::App, store::Store};"),
        ("domain::payment::cancel", "use super::Payment; use super::super::money::Money;"),
        ("domain::payment", "// as crate::store keeps it\nuse bootpay_core::model::Pg;"),
        ("acts::webhook", "use hyper::client::conn::http1;"),
    ] {
        assert_eq!(violations(&module(place), source), Vec::<String>::new(), "{place}");
    }
}
