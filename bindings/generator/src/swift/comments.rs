//! Documentation as Swift has it: lines of `///`, initialisers with a list of their parameters, and names in Swift's
//! spelling.

use std::{collections::BTreeSet, fmt::Write as _};

use bootpay_core::describe::{Shape, WINDOW, camel_case, models};

use crate::{
    Source,
    swift::declared::{Parameter, head, parameters},
};

/// Documents the initialisers of structs.
pub fn initialisers(source: &mut Source) {
    let heads = source.0.lines().filter_map(|line| line.strip_prefix("public struct "));
    let names: Vec<String> = heads.filter_map(|head| head.split([':', ' ']).next()).map(str::to_owned).collect();
    for name in names {
        let parameters = parameters(source, &name);
        if parameters.is_empty() {
            continue;
        }
        let mut text = "    /// Creates one from its fields.\n    ///\n    /// - Parameters:\n".to_owned();
        for line in parameter_docs(&parameters) {
            let _ = writeln!(text, "    /// {line}");
        }
        let list: Vec<_> = parameters.iter().map(|field| format!("        {}: {}", field.name, field.ty)).collect();
        let _ = write!(text, "    public init(\n{}\n    ) {{", list.join(",\n"));
        let head = head(source, &name);
        source.edit_block(&head, "\n}\n", |block| {
            let place = "    // Default memberwise initializers are never public by default, so we\n    // declare one manually.\n    public init(";
            let (before, rest) = block.split_once(place).unwrap_or_else(|| panic!("UniFFI no longer writes: {place}"));
            let (_, body) = rest.split_once(") {").unwrap_or_else(|| panic!("{name} has another initialiser"));
            format!("{before}{text}{body}")
        });
    }
}

/// The items of a list of parameters in the documentation.
pub fn parameter_docs(fields: &[Parameter]) -> Vec<String> {
    let item = |Parameter { doc, name, .. }: &Parameter| {
        let mut lines = doc.iter();
        let first = format!("  - {}: {}", name.trim_matches('`'), lines.next().map_or("", String::as_str));
        let more = lines.map(|line| format!("    {line}").trim_end().to_owned());
        std::iter::once(first).chain(more).collect::<Vec<_>>()
    };
    fields.iter().flat_map(item).collect()
}

/// The lines of a comment.
pub fn comment(indent: &str, lines: &[String]) -> String {
    lines.iter().fold(String::new(), |text, line| text + format!("{indent}/// {line}").trim_end() + "\n")
}

/// Writes every comment in lines of `///`, with Swift's names of fields and enum values, and of these calls.
pub fn comments(source: &mut Source, calls: impl IntoIterator<Item = &'static str>) {
    let mut known = snake_case_names();
    known.extend(calls);
    let mut text = String::with_capacity(source.0.len());
    let mut block: Option<Vec<&str>> = None;
    let mut lines = source.0.lines().peekable();
    while let Some(line) = lines.next() {
        let code = line.trim_start();
        if code == "/**" {
            block = Some(vec![line]);
        } else if let Some(comment) = &mut block {
            let Some(declared) = code.strip_prefix("*/") else {
                comment.push(line);
                continue;
            };
            let indent = &comment[0][..comment[0].len() - "/**".len()];
            if declared.is_empty() {
                let said = comment[1..].iter().map(|line| line.trim_start().trim_start_matches('*').trim());
                for line in swift_names(&said.collect::<Vec<_>>(), &known) {
                    text += format!("{indent}/// {line}").trim_end();
                    text += "\n";
                }
            } else {
                // The value of a case has no documentation in Swift.
                let _ = writeln!(text, "{indent}{declared}");
            }
            block = None;
        } else if code.starts_with("///") {
            let indent = &line[..line.len() - code.len()];
            let mut said = vec![code.trim_start_matches('/')];
            while let Some(more) = lines.next_if(|line| line.trim_start().starts_with("///")) {
                said.push(more.trim_start().trim_start_matches('/'));
            }
            for line in swift_names(&said, &known) {
                text += format!("{indent}///{line}").trim_end();
                text += "\n";
            }
        } else {
            text += line;
            text += "\n";
        }
    }
    assert!(block.is_none(), "UniFFI writes a comment in another way");
    source.0 = text;
}

/// The names of fields, of enum values and of the window's functions.
fn snake_case_names() -> BTreeSet<&'static str> {
    let mut names: BTreeSet<&str> = BTreeSet::new();
    for model in models() {
        match model.shape {
            Shape::Struct { fields, .. } => names.extend(fields.iter().map(|field| field.name)),
            Shape::Enum { variants, .. } => names.extend(variants.iter().map(|variant| variant.symbol)),
        }
    }
    names.extend(WINDOW.iter().map(|function| function.method));
    names
}

/// The lines of one comment, where names in backticks are Swift's. The columns of an SQL statement in it keep theirs.
fn swift_names(lines: &[&str], known: &BTreeSet<&str>) -> Vec<String> {
    let all = lines.concat();
    let statement = all.split('`').find(|span| span.starts_with("UPDATE ")).unwrap_or_default();
    let columns: BTreeSet<&str> = statement.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let spelled = |span: &str| {
        let (name, call) = span.strip_suffix("()").map_or((span, ""), |name| (name, "()"));
        let is_name = name.contains('_') && !columns.contains(name) && name.split('.').all(|part| known.contains(part));
        is_name.then(|| name.split('.').map(camel_case).collect::<Vec<_>>().join(".") + call)
    };
    let line = |line: &&str| {
        let spans = line.split('`').enumerate();
        let spans =
            spans.map(|(at, span)| (at % 2 == 1).then(|| spelled(span)).flatten().unwrap_or_else(|| span.to_owned()));
        spans.collect::<Vec<_>>().join("`")
    };
    lines.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rewritten(text: &str) -> String {
        let mut source = Source(text.to_owned());
        comments(&mut source, ["payments", "cancel_full"]);
        source.0
    }

    #[test]
    fn comments_are_lines_with_the_names_of_swift() {
        assert_eq!(
            rewritten(
                "    /**\n     * Refunds `cancel_price`, as `payments.cancel_full`.\n     *\n     * `no_name`\n     */\n    var a\n"
            ),
            "    /// Refunds `cancelPrice`, as `payments.cancelFull`.\n    ///\n    /// `no_name`\n    var a\n"
        );
    }

    #[test]
    fn the_columns_of_a_statement_keep_their_names() {
        let comment =
            "/// `receipt_id` is unique there, `order_id` is not:\n///\n/// `UPDATE orders SET receipt_id = $1`\n";
        assert_eq!(rewritten(comment), comment.replace("`order_id`", "`orderId`"));
    }
}
