//! Names that follow from those of types.

use crate::console::copy_as::given::model;

/// The name of a call's result, after its type: `VerifiedPayment` is a `payment`, `Vec<Receipt>` are `receipts`.
pub(super) fn result(reply: &str) -> String {
    let reply: String = reply.split_whitespace().collect();
    let mut bare = reply.as_str();
    for wrapper in ["Option<", "Vec<"] {
        bare = bare.strip_prefix(wrapper).and_then(|inner| inner.strip_suffix('>')).unwrap_or(bare);
    }
    if model(bare).is_none() {
        return "result".to_owned();
    }
    let words = words(bare);
    let skipped = usize::from(words.first().is_some_and(|first| first.ends_with("ed")));
    match words[skipped..].join("_") {
        name if name.is_empty() => "result".to_owned(),
        name if reply.starts_with("Vec<") => format!("{name}s"),
        name => name,
    }
}

/// The words of a name of a type, in lower case.
pub(super) fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_ascii_uppercase() => word.push(letter),
            _ => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words
}
