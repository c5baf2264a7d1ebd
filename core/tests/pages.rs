//! The committed pages of `docs/` are what core says now.

#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

#[allow(dead_code)] // its `main`
#[path = "../examples/pages/main.rs"]
mod generator;

#[test]
fn no_page_is_stale() {
    for (file, page) in generator::PAGES {
        let committed = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs").join(file)).unwrap();
        assert!(committed == page(), "docs/{file} is stale: make generate");
    }
}
