//! Writes the pages, and parts of pages, that follow from core's tables.
//!
//! `cargo run -p bootpay-core --example pages -- CHECKOUT`

mod coverage;
mod errors;
mod readme;
mod setup;
mod webhooks;

use std::{env, error::Error, fs, path::Path};

/// A file, and its text as it should be, made from the text as it is.
type Page = (&'static str, fn(&str) -> String);

pub(crate) const PAGES: &[Page] = &[
    ("docs/errors.md", |_| errors::page()),
    ("docs/coverage.md", |_| coverage::page()),
    ("docs/webhooks.md", webhooks::english),
    ("docs/webhooks.ko.md", webhooks::korean),
    ("README.md", readme::english),
    ("README.ko.md", readme::korean),
    ("docs/setup.md", setup::english),
    ("docs/setup.ko.md", setup::korean),
];

fn main() -> Result<(), Box<dyn Error>> {
    let checkout = env::args().nth(1).ok_or("usage: pages CHECKOUT")?;
    for (file, page) in PAGES {
        let path = Path::new(&checkout).join(file);
        let text = fs::read_to_string(&path)?;
        fs::write(path, page(&text))?;
    }
    Ok(())
}
