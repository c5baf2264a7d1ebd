//! Joins the script of the console's live updates, where `make live` has fetched it: `live/`. Without it the pages are
//! the same, and do not update themselves. Leaves the symbols out of a release, as `cargo install` builds it: the
//! workspace's profile keeps them for the libraries, whose generators read them.

use std::path::Path;
use std::{env, fs, io};

/// The licence and the files, in the order of their use.
const FILES: [&str; 3] = ["LICENSE", "dist/htmx.min.js", "dist/ext/hx-sse.min.js"];

fn main() -> io::Result<()> {
    let package = Path::new("live/node_modules/htmx.org");
    let read = |file: &&str| {
        let file = package.join(file);
        println!("cargo::rerun-if-changed={}", file.display());
        fs::read_to_string(file).ok()
    };
    let texts: Option<Vec<String>> = FILES.iter().map(read).collect();
    let script = texts.map_or_else(String::new, |texts| {
        let code: Vec<&str> =
            texts[1..].iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with("//#")).collect();
        format!("/*! htmx\n{}*/\n{}\n", texts[0].replace("*/", ""), code.join("\n"))
    });
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("DEBUG", "false") && is("CARGO_CFG_TARGET_OS", "linux") {
        println!("cargo::rustc-link-arg-bins=-Wl,--strip-all");
    }
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    fs::write(Path::new(&out).join("live.js"), script)
}
