//! Names of one word, which an app's own types would collide with, in a namespace: `Bootpay.User`, `Bootpay.Status`.
//! Names of several words stand alone.

use std::collections::BTreeMap;

use bootpay_core::describe::models;

use crate::Source;

/// The name of a type in a namespace, as other code writes it.
pub fn qualified(namespace: &str, name: &str) -> String {
    if is_nested(namespace, name) { format!("{namespace}.{name}") } else { name.to_owned() }
}

/// Moves the types into the namespace, and writes the types that aliases stand for. `beside` are types that other files
/// declare there.
pub fn nested(source: &mut Source, namespace: &str, beside: &[&str]) {
    let aliases = without_aliases(source);
    let declared: Vec<String> = source.0.lines().filter_map(declaration).map(str::to_owned).collect();
    let types: Vec<&str> = declared.iter().map(String::as_str).filter(|name| is_nested(namespace, name)).collect();
    for name in ["Receipt", "Status", "User"] {
        let known = models().iter().any(|model| model.name == name);
        assert!(!known || types.contains(&name), "UniFFI no longer declares {name} so");
    }
    let mut names: BTreeMap<&str, String> = aliases.iter().map(|(alias, ty)| (alias.as_str(), ty.clone())).collect();
    names.extend(types.iter().chain(beside).map(|name| (*name, qualified(namespace, name))));
    source.0 = renamed(&source.0, &names);
    for name in types {
        wrap(source, namespace, name);
    }
}

/// One word has no capital but its first.
fn is_nested(namespace: &str, name: &str) -> bool {
    name != namespace && !name[1..].contains(|letter: char| letter.is_ascii_uppercase())
}

/// The name of a type that a line declares for everybody.
fn declaration(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("public ")?;
    let rest = rest.strip_prefix("final ").unwrap_or(rest);
    let rest = ["struct ", "enum ", "class ", "protocol "].iter().find_map(|word| rest.strip_prefix(word))?;
    rest.split([':', ' ', '{']).next()
}

/// Removes the names that stand for types of Swift, and returns those types.
fn without_aliases(source: &mut Source) -> Vec<(String, String)> {
    let mut aliases = vec![];
    source.0 = source.0.split_inclusive('\n').fold(String::new(), |text, line| {
        match line.strip_prefix("public typealias ").and_then(|line| line.trim_end().split_once(" = ")) {
            Some((alias, ty)) => {
                aliases.push((alias.to_owned(), ty.to_owned()));
                text
            }
            None => text + line,
        }
    });
    aliases
}

/// Replaces names of types in code, not in comments and texts.
fn renamed(text: &str, names: &BTreeMap<&str, String>) -> String {
    let mut renamed = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => literal(rest),
            _ if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        match names.get(piece) {
            Some(name) if !is_taken(&renamed) => renamed += name,
            _ => renamed += piece,
        }
        rest = after;
    }
    renamed
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The length of a text literal on one line, with its marks. What it interpolates names no types.
fn literal(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

/// A member of another type, a name in marks, and what is being declared.
fn is_taken(before: &str) -> bool {
    let before_blank = before.trim_end_matches(' ');
    before.ends_with(['.', '`'])
        || ["struct", "enum", "class", "protocol"].iter().any(|word| before_blank.ends_with(word))
}

/// Puts a declaration, with its documentation, into an extension of the namespace.
fn wrap(source: &mut Source, namespace: &str, name: &str) {
    let text = &source.0;
    let start = ["struct", "enum", "final class", "protocol"].iter().find_map(|word| {
        let head = format!("\npublic {word} {name}");
        let mut places = text.match_indices(&head).map(|(at, _)| at);
        places.find(|at| text[at + head.len()..].starts_with([':', ' '])).map(|at| at + 1)
    });
    let start = start.unwrap_or_else(|| panic!("{name} is not declared so"));
    let end = start + block(&text[start..]);
    let start = documented(text, start);
    let wrapped = format!("extension {namespace} {{\n{}\n}}", &text[start..end]);
    source.0.replace_range(start..end, &wrapped);
}

/// Where the documentation of what is declared at `start` begins.
fn documented(text: &str, start: usize) -> usize {
    let before = text[..start].trim_end();
    if before.ends_with("*/") {
        return before.rfind("/**").unwrap_or(start);
    }
    let lines = before.lines().rev().take_while(|line| line.starts_with("///"));
    let length: usize = lines.map(|line| line.len() + 1).sum();
    if length == 0 { start } else { before.len() + 1 - length }
}

/// The length of a declaration, up to the brace that ends it.
fn block(text: &str) -> usize {
    let (mut at, mut depth) = (0, 0);
    loop {
        let rest = &text[at..];
        let first = rest.chars().next().expect("a declaration ends");
        at += match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' => literal(rest),
            _ => first.len_utf8(),
        };
        match first {
            '{' => depth += 1,
            '}' if depth == 1 => return at,
            '}' => depth -= 1,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_word_is_nested_and_its_uses_follow() {
        let mut source = Source(
            "public typealias Body = Data\n/**\n * A User.\n */\npublic struct User: Hashable {\n    public var body: Body\n    \
             /// A User's \"name\" {\n    public var other: [User]?\n}\n\nextension User: Sendable {}\npublic struct \
             UserToken {\n    let of = \"User {\" // User\n    let user: Other.User\n}\nfunc FfiConverterTypeUser_lift() \
             -> User {}\n/// A receipt.\npublic final class Receipt: Any {}\npublic enum Status: String {}\n"
                .to_owned(),
        );
        nested(&mut source, "Bootpay", &[]);
        assert_eq!(
            source.0,
            "extension Bootpay {\n/**\n * A User.\n */\npublic struct User: Hashable {\n    public var body: Data\n    /// \
             A User's \"name\" {\n    public var other: [Bootpay.User]?\n}\n}\n\nextension Bootpay.User: Sendable \
             {}\npublic struct UserToken {\n    let of = \"User {\" // User\n    let user: Other.User\n}\nfunc \
             FfiConverterTypeUser_lift() -> Bootpay.User {}\nextension Bootpay {\n/// A receipt.\npublic final class Receipt: Any \
             {}\n}\nextension Bootpay {\npublic enum Status: String {}\n}\n"
        );
    }
}
