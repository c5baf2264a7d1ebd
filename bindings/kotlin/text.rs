//! Text that is not Unicode: a string of the JVM may hold half of a surrogate pair, which Rust cannot take.
//! It is refused by the field's name before anything is handed to core.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, Kind, Local, Pure, RESOURCES, Shape, camel_case, models};

use crate::Source;

pub(crate) fn text(source: &mut Source) {
    search(source);
    for resource in RESOURCES {
        for prefix in ["", "blocking"] {
            let function = |method: &str| {
                format!("UniffiLib.uniffi_bootpay_core_fn_method_{prefix}{}_{method}(\n", resource.name.to_lowercase())
            };
            for endpoint in resource.endpoints {
                let check = format!("unicode(\"{}.{}\", \"\" to `request`)", resource.field, endpoint.method);
                before(source, &function(endpoint.method), &check);
            }
            for Pure { method, .. } in resource.pure {
                let check = format!("unicode(\"{}.{method}\", \"\" to `request`)", resource.field);
                before(source, &function(method), &check);
            }
            for Local { method, argument, .. } in resource.local.iter().filter(|local| !local.argument.is_empty()) {
                let check =
                    format!("unicode(\"{}.{method}\", \"{argument}\" to `{}`)", resource.field, camel_case(argument));
                before(source, &function(method), &check);
            }
        }
    }
    before(
        source,
        "UniffiLib.uniffi_bootpay_core_fn_func_explain_retry(\n",
        "unicode(\"explain_retry\", \"endpoint\" to `endpoint`)",
    );
    before(source, "UniffiLib.uniffi_bootpay_core_fn_func_pg_from_name(\n", "if (!isUnicode(`name`)) return null");
    let keys = ["client_key", "secret_key", "application_id", "private_key"]
        .map(|key| format!("\"{key}\" to `{}`", camel_case(key)))
        .join(", ");
    for (class, checked) in
        [("credentials", keys.as_str()), ("bootpay", "\"\" to `options`"), ("blockingbootpay", "\"\" to `options`")]
    {
        let call = format!("    UniffiLib.uniffi_bootpay_core_fn_constructor_{class}_new(\n");
        source.replace(&call, &format!("    unicode(null, {checked})\n{call}"));
    }
    let not_unicode = " fun `notUnicode`(";
    source.replace(not_unicode, &format!("internal{not_unicode}"));
}

/// Inserts a statement at the beginning of the method that makes a call of the library.
fn before(source: &mut Source, call: &str, statement: &str) {
    let at = source.0.find(call).unwrap_or_else(|| panic!("UniFFI no longer writes: {call}"));
    let head = source.0[..at].rfind(" fun `").unwrap_or_else(|| panic!("{call} is in no method"));
    let body = source.0[head..at].find("{\n").unwrap_or_else(|| panic!("the method of {call} has no body"));
    source.0.insert_str(head + body + 2, &format!("        {statement}\n"));
}

/// A function that finds the field, and knows which fields of which classes hold text.
fn search(source: &mut Source) {
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
    source.append(&format!(
        "\n/** The first field that is not Unicode of the value at `at`. */\n\
         internal fun badText(at: String, value: Any?): String? = when (value) {{\n    \
         is String -> at.takeUnless {{ isUnicode(value) }}\n    \
         is Secret -> at.takeUnless {{ isUnicode(value.expose()) }}\n    \
         is Map<*, *> -> value.entries.firstNotNullOfOrNull {{ (name, item) -> badText(at, name) ?: badText(at, item)?.let {{ at }} }}\n    \
         is List<*> -> value.withIndex().firstNotNullOfOrNull {{ (index, item) -> badText(\"$at[$index]\", item) }}\n\
         {branches}    else -> null\n}}\n"
    ));
}
