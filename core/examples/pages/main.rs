//! Writes the pages of `docs/` that follow from core's tables.
//!
//! `cargo run -p bootpay-core --example pages -- FOLDER`

mod coverage;
mod errors;

use std::{env, error::Error, fs, path::Path};

/// A file, and what makes its text.
type Page = (&'static str, fn() -> String);

pub(crate) const PAGES: &[Page] = &[("errors.md", errors::page), ("coverage.md", coverage::page)];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::args().nth(1).ok_or("usage: pages FOLDER")?;
    for (file, page) in PAGES {
        fs::write(Path::new(&folder).join(file), page())?;
    }
    Ok(())
}
