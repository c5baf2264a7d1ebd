//! Text that is not Unicode: a string of the JVM may hold half of a surrogate pair, which Rust cannot take.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, Kind, Shape, camel_case, models};

use crate::Source;

/// Inserts a statement at the beginning of the method that makes a call of the library.
pub fn before(source: &mut Source, call: &str, statement: &str) {
    let at = source.0.find(call).unwrap_or_else(|| panic!("UniFFI no longer writes: {call}"));
    let head = source.0[..at].rfind(" fun `").unwrap_or_else(|| panic!("{call} is in no method"));
    let body = source.0[head..at].find("{\n").unwrap_or_else(|| panic!("the method of {call} has no body"));
    source.0.insert_str(head + body + 2, &format!("        {statement}\n"));
}

/// A function that finds the field, and knows which fields of which classes hold text. `secret` is a line that looks at
/// a secret, of a library that has a class for it.
pub fn search(source: &mut Source, secret: &str) {
    let models = models();
    let is_input = |name: &str| {
        models.iter().any(|model| {
            model.name == name
                && matches!(model.shape, Shape::Struct { kind: Kind::Input, .. } | Shape::Enum { open: true, .. })
        })
    };
    let holds_text = |field: &Field| {
        let held = field.ty.trim_start_matches("Option<").trim_start_matches("Vec<").trim_end_matches('>');
        matches!(held, "String" | "Secret" | "Json" | "Headers" | "NoticeText" | "ClaimText") || is_input(held)
    };
    let mut branches = String::new();
    for model in &models {
        match model.shape {
            Shape::Struct { kind: Kind::Request | Kind::Input | Kind::Options, fields } => {
                let pairs = fields
                    .iter()
                    .filter(|field| holds_text(field))
                    .map(|field| format!(", \"{}\" to value.`{}`", field.name, camel_case(field.name)));
                let pairs = pairs.collect::<String>();
                if !pairs.is_empty() {
                    let _ = writeln!(branches, "    is {} -> badTextIn(at{pairs})", model.name);
                }
            }
            Shape::Enum { open: true, .. } => {
                let _ = writeln!(branches, "    is {}.Unknown -> badText(at, value.`value`)", model.name);
            }
            _ => {}
        }
    }
    source.append(&format!("\n{}", include_str!("text.kt")));
    source.append(&format!(
        "\n/** The first field that is not Unicode of the value at `at`. */\n\
         internal fun badText(at: String, value: Any?): String? = when (value) {{\n    \
         is String -> at.takeUnless {{ isUnicode(value) }}\n    \
         {secret}is Map<*, *> -> value.entries.firstNotNullOfOrNull {{ (name, item) -> badText(at, name) ?: badText(at, item)?.let {{ at }} }}\n    \
         is List<*> -> value.withIndex().firstNotNullOfOrNull {{ (index, item) -> badText(\"$at[$index]\", item) }}\n\
         {branches}    else -> null\n}}\n"
    ));
}
