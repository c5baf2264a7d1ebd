//! The capabilities of PGs and the items of the check before going live, in both pages about the set-up.

use bootpay_core::{
    describe::{Shape, Variant, models},
    model::{Capability, Pg, ReadinessCode},
    setup::{Fact, capability::fact, offer::canonical_pg, readiness_rule},
};

use super::readme::block;

const BEGIN_PGS: &str = "<!-- capabilities: generated from core by `make generate` -->\n";
const END_PGS: &str = "<!-- /capabilities -->\n";
const BEGIN_ITEMS: &str = "<!-- items: generated from core by `make generate` -->\n";
const END_ITEMS: &str = "<!-- /items -->\n";

pub(crate) fn english(page: &str) -> String {
    let page = block(page, BEGIN_PGS, &capabilities(false), END_PGS);
    block(&page, BEGIN_ITEMS, &items(), END_ITEMS)
}

pub(crate) fn korean(page: &str) -> String {
    let page = block(page, BEGIN_PGS, &capabilities(true), END_PGS);
    block(&page, BEGIN_ITEMS, &items(), END_ITEMS)
}

/// A row for each PG, with a number for each source.
fn capabilities(korean: bool) -> String {
    let mut sources: Vec<&str> = Vec::new();
    let mut rows = Vec::new();
    for pg in Pg::KNOWN.iter().filter(|pg| canonical_pg(pg) == **pg) {
        let cells: Vec<_> = Capability::KNOWN.iter().map(|one| cell(fact(pg, *one), &mut sources, korean)).collect();
        rows.push(format!("| `{}` | {} |", pg.symbol(), cells.join(" | ")));
    }
    let head = |capability: &Capability| match capability.korean().filter(|_| korean) {
        Some(name) => format!("`{}` {name}", capability.symbol()),
        None => format!("`{}`", capability.symbol()),
    };
    let head: Vec<_> = Capability::KNOWN.iter().map(head).collect();
    let notes: Vec<_> = sources.iter().enumerate().map(|(at, source)| format!("- [{}] {source}", at + 1)).collect();
    let line = " --- |".repeat(head.len());
    format!("| | {} |\n| --- |{line}\n{}\n\n{}\n", head.join(" | "), rows.join("\n"), notes.join("\n"))
}

/// A fact with the number of its source; nothing for one that is unknown.
fn cell(fact: Fact, sources: &mut Vec<&str>, korean: bool) -> String {
    let Some(source) = fact.source else { return String::new() };
    let at = sources.iter().position(|known| *known == source).unwrap_or_else(|| {
        sources.push(source);
        sources.len() - 1
    });
    let word = fact.support.korean().filter(|_| korean).unwrap_or(fact.support.symbol());
    format!("{word} [{}]", at + 1)
}

/// A row for each item.
fn items() -> String {
    let shape = models().into_iter().find(|model| model.name == "ReadinessCode").map(|model| model.shape);
    let Some(Shape::Enum { variants, .. }) = shape else { panic!("core has no enum ReadinessCode") };
    let row = |(code, variant): (&ReadinessCode, &Variant)| {
        let (severity, actor) = readiness_rule(code);
        let doc = variant.doc.replace('\n', " ");
        format!("| `{}` | {} | {} | {doc} |\n", code.symbol(), severity.symbol(), actor.symbol())
    };
    let rows: Vec<_> = ReadinessCode::KNOWN.iter().zip(variants).map(row).collect();
    format!("| `code` | `severity` | `actor` | |\n| --- | --- | --- | --- |\n{}", rows.concat())
}
