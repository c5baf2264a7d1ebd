//! The page, in Markdown; what is printed is the same.

use std::fmt::Write as _;

use crate::{
    contenders::{Contender, Kind},
    goals,
    results::{Failure, Quantity, Results},
    spread::Spread,
    turn::What,
};

const METHOD: &str = include_str!("../../method.md");

/// The whole page.
pub(crate) fn page(results: &Results, notes: &str, plot: &str) -> String {
    let mut page = String::from(
        "# Performance\n\n<!-- Written by `make bench`: the text is in benches/method.md and benches/notes.md. -->\n\n",
    );
    page += METHOD.trim();
    page += "\n\n";
    page += &tables(results);
    let _ = writeln!(page, "## At a glance\n\n![Time per sequential call of every contender]({plot})\n");
    page += notes.trim();
    page.push('\n');
    page
}

/// The run, its goals and its tables.
pub(crate) fn tables(results: &Results) -> String {
    let mut text = String::from("## The run\n\n| | |\n|---|---|\n");
    for (what, value) in &results.machine {
        let _ = writeln!(text, "| {what} | {value} |");
    }
    let pinned = if results.pinned { "the server on one core, the clients on the others" } else { "nobody is pinned" };
    let _ = writeln!(text, "| cores | {pinned} |\n| rounds | {} |", results.rounds);
    if let Some(others) = results.others() {
        let _ = writeln!(
            text,
            "| other programs | used {:.2} of a core during a turn (median), {:.2} at worst |",
            others.median, others.high
        );
    }
    text += "\n## Goals\n\n| | | measured | |\n|---|---|---|---|\n";
    for goal in goals::all(results) {
        let got = goal.got.map_or("not measured".to_owned(), |got| got.to_string());
        let verdict = match goal.is_reached() {
            Some(true) => "reached",
            Some(false) => "**not reached**",
            None => "",
        };
        let _ = writeln!(text, "| {} | {} | {got} | {verdict} |", goal.says, goal.bound());
    }
    text += "\n## Limits\n\n| | measured |\n|---|---|\n";
    for (says, got) in goals::limits(results) {
        let got = got.map_or("not measured".to_owned(), |got| got.to_string());
        let _ = writeln!(text, "| {says} | {got} |");
    }
    text.push('\n');
    for language in &results.languages {
        let _ = writeln!(text, "## {}\n", heading(language));
        time(results, language, &mut text);
        at_once(results, language, &mut text);
        if What::Charges.is_for(language) {
            own_connections(results, language, &mut text);
        }
        weight(results, language, &mut text);
        for Failure { key, what, why } in &results.failures {
            if let Some(contender) = Contender::of(language).find(|one| one.key() == *key) {
                let what = what.map_or("nothing".to_owned(), |what| format!("all but {}", what.says()));
                let _ = writeln!(text, "{}: {what} was measured: {why}\n", contender.title);
            }
        }
    }
    text
}

/// What a language is called above its contenders.
pub(crate) fn heading(language: &str) -> &str {
    match language {
        "rust" => "Rust",
        "python" => "Python",
        "node" => "Node",
        "kotlin" => "Kotlin and Java",
        "swift" => "Swift",
        other => other,
    }
}

fn measured<'a>(results: &'a Results, language: &'a str) -> impl Iterator<Item = &'static Contender> + 'a {
    Contender::of(language).filter(|contender| results.samples.contains_key(&contender.key()))
}

/// How many times ours it takes.
fn times(results: &Results, one: &Contender, what: What, quantity: Quantity) -> String {
    if one.kind == Kind::Ours && one.name == one.against {
        return "1".into();
    }
    let ours = format!("{}/{}", one.language, one.against);
    cell(results.ratio(&one.key(), &ours, what, quantity))
}

fn cell(spread: Option<Spread>) -> String {
    spread.map_or_else(|| "–".into(), |spread| spread.to_string())
}

fn time(results: &Results, language: &str, text: &mut String) {
    *text += "One call after another, µs:\n\n\
        | | a call gives | look-up | × ours | processor | × ours | look-up over TLS | × ours | cancel | × ours |\n\
        |---|---|---|---|---|---|---|---|---|---|\n";
    for one in measured(results, language) {
        let spread = |what, quantity| cell(results.spread(&one.key(), what, quantity));
        let times = |what, quantity| times(results, one, what, quantity);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
            one.title,
            one.gives,
            spread(What::Plain, Quantity::Wall),
            times(What::Plain, Quantity::Wall),
            spread(What::Plain, Quantity::Cpu),
            times(What::Plain, Quantity::Cpu),
            spread(What::Tls, Quantity::Wall),
            times(What::Tls, Quantity::Wall),
            spread(What::Cancel, Quantity::Wall),
            times(What::Cancel, Quantity::Wall),
        );
    }
    text.push('\n');
}

fn at_once(results: &Results, language: &str, text: &mut String) {
    *text += "64 look-ups at once:\n\n| | calls per second | × ours | processor per call, µs | × ours |\n|---|---|---|---|---|\n";
    for one in measured(results, language) {
        let spread = |quantity| cell(results.spread(&one.key(), What::Concurrent, quantity));
        let times = |quantity| times(results, one, What::Concurrent, quantity);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} |",
            one.title,
            spread(Quantity::Rate),
            times(Quantity::Rate),
            spread(Quantity::Cpu),
            times(Quantity::Cpu),
        );
    }
    text.push('\n');
}

fn own_connections(results: &Results, language: &str, text: &mut String) {
    *text += "Calls that change something, over TLS. Each of ours reads the payment first and makes its requests \
        over connections of their own; the others send the one request, over their pool:\n\n\
        | | cancel, µs | × ours | processor, µs | × ours | 64 charges at once, per second | × ours | processor per charge, µs | × ours |\n\
        |---|---|---|---|---|---|---|---|---|\n";
    for one in measured(results, language) {
        let _ = write!(text, "| {}", one.title);
        for (what, quantity) in [
            (What::CancelTls, Quantity::Wall),
            (What::CancelTls, Quantity::Cpu),
            (What::Charges, Quantity::Rate),
            (What::Charges, Quantity::Cpu),
        ] {
            let spread = cell(results.spread(&one.key(), what, quantity));
            let _ = write!(text, " | {spread} | {}", times(results, one, what, quantity));
        }
        *text += " |\n";
    }
    text.push('\n');
}

#[expect(clippy::cast_precision_loss)]
fn weight(results: &Results, language: &str, text: &mut String) {
    *text += "Weight:\n\n\
        | | most memory, MB | with 64 at once, MB | TLS handshakes per 1,000 calls | first reply, ms | import, ms | installed, MB |\n\
        |---|---|---|---|---|---|---|\n";
    for one in measured(results, language) {
        let key = one.key();
        let handshakes = results.handshakes(&key).map_or("–".to_owned(), |(handshakes, calls)| {
            format!("{:.1}", handshakes as f64 * 1000.0 / calls as f64)
        });
        let size = results.sizes.get(&key).map_or("–".to_owned(), |size| format!("{:.1}", *size as f64 / 1e6));
        let _ = writeln!(
            text,
            "| {} | {} | {} | {handshakes} | {} | {} | {size} |",
            one.title,
            cell(results.memory(&key, What::Tls)),
            cell(results.memory(&key, What::Concurrent)),
            cell(results.first_reply(&key)),
            cell(results.import(&key)),
        );
    }
    text.push('\n');
}
