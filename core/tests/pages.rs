//! The committed pages are what core says now, and both READMEs show the same code.

#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

#[allow(dead_code)] // its `main`
#[path = "../examples/pages/main.rs"]
mod generator;

#[test]
fn no_page_is_stale() {
    for (file, page) in generator::PAGES {
        let committed = read(file);
        assert!(committed == page(&committed), "{file} is stale: make generate");
    }
}

#[test]
fn both_readmes_show_the_same_code() {
    let (english, korean) = (snippets(&read("README.md")), snippets(&read("README.ko.md")));
    for (english, korean) in english.iter().zip(&korean) {
        assert_eq!(english, korean, "the READMEs differ in more than comments");
    }
    assert_eq!(english.len(), korean.len(), "one README has a snippet more");
    assert!(english.len() > 10, "the snippets were not found");
}

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(file)).unwrap()
}

/// Returns the fenced blocks of a page with their languages, without comments and blank ends of lines.
fn snippets(page: &str) -> Vec<(String, Vec<String>)> {
    let mut found: Vec<(String, Vec<String>)> = Vec::new();
    let mut open = false;
    for line in page.lines() {
        match line.strip_prefix("```") {
            Some(language) if !open => found.push((language.to_owned(), Vec::new())),
            Some(_) => {}
            None if open => {
                let (language, code) = found.last_mut().unwrap();
                code.push(code_of(line, language).to_owned());
            }
            None => continue,
        }
        open ^= line.starts_with("```");
    }
    found.retain(|(language, _)| language != "text");
    found
}

fn code_of<'a>(line: &'a str, language: &str) -> &'a str {
    let mark = if matches!(language, "" | "sh" | "python") { "# " } else { "// " };
    let comment =
        line.match_indices(mark).find(|(at, _)| line[..*at].chars().next_back().is_none_or(char::is_whitespace));
    comment.map_or(line, |(at, _)| &line[..at]).trim_end()
}
