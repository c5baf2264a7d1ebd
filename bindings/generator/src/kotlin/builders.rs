//! Builders for Java, which has neither named nor default arguments.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, Kind, Shape, camel_case, models};

use crate::Source;

/// Gives every request, input and option its builder.
pub fn builders(source: &mut Source) {
    for model in models() {
        let Shape::Struct { kind: Kind::Request | Kind::Input | Kind::Options, fields } = model.shape else { continue };
        if !fields.is_empty() {
            builder(source, model.name, &format!("\ndata class {} ", model.name), fields, false);
        }
    }
}

/// Adds the nested class `Builder` and the static method `builder`; `text` if every field is text, of a class that has
/// no properties.
pub fn builder(source: &mut Source, name: &str, head: &str, fields: &[Field], text: bool) {
    let start = source.0.find(head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}"));
    let declared = |field: &Field| {
        let property = camel_case(field.name);
        if text {
            return ("kotlin.String".to_owned(), false);
        }
        let place = format!("    val `{property}`: ");
        let at = source.0[start..].find(&place).unwrap_or_else(|| panic!("UniFFI no longer writes: {place}"));
        let line = source.0[start + at + place.len()..].lines().next().unwrap_or_default();
        let ty = line.split(" = ").next().unwrap_or_default().trim().to_owned();
        let needed = !ty.ends_with('?');
        (ty.trim_end_matches('?').to_owned(), needed)
    };
    let (mut members, mut arguments) = (String::new(), Vec::new());
    for field in fields {
        let (property, (ty, needed)) = (camel_case(field.name), declared(field));
        // A number or a flag that may be null is an object in Java, to which no `int` is converted.
        let primitive = ["Won", "kotlin.Long", "kotlin.Boolean"].contains(&ty.as_str());
        let taken = if needed || primitive { ty.clone() } else { format!("{ty}?") };
        let doc = field.doc.replace('\n', "\n         * ");
        let _ = write!(
            members,
            "        private var `{property}`: {ty}? = null\n\n        /**\n         * {doc}\n         */\n        \
             fun `{property}`(`{property}`: {taken}): Builder = apply {{ this.`{property}` = `{property}` }}\n\n"
        );
        arguments.push(if needed {
            format!("given(`{property}`, \"{name}\", \"{}\")", field.name)
        } else {
            format!("`{property}`")
        });
    }
    let failure = if arguments.iter().any(|argument| argument.starts_with("given(")) {
        "Fails with `Invalid` if a required field was not set."
    } else {
        "No field is required."
    };
    let arguments = arguments.join(", ");
    let builder = format!(
        "    /** Sets fields by their names, for Java. */\n    class Builder internal constructor() {{\n{members}        \
         /** Creates the object. {failure} */\n        fun build(): {name} = {name}({arguments})\n    }}\n\n    \
         companion object {{\n        /** Returns a builder, for Java. */\n        @JvmStatic\n        \
         fun builder(): Builder = Builder()\n"
    );
    if text {
        source.replace_after(head, "    companion object {\n", &builder);
    } else {
        source.replace_after(head, "    companion object\n", &format!("{builder}    }}\n"));
    }
}
