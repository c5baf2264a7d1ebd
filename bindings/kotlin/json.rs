//! Responses and enum values as JSON writers write them: by the API's names and values.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, Kind, Printed, Shape, camel_case, models};
use bootpay_generator::Source;

const JACKSON: &str = "@com.fasterxml.jackson.annotation";
const GSON: &str = "@com.google.gson.annotations.JsonAdapter(GsonAdapters::class)";

pub(crate) fn json(source: &mut Source) {
    let mut branches = String::new();
    for model in models() {
        let name = model.name;
        match model.shape {
            Shape::Struct { kind: Kind::Response, fields } => {
                let head = format!("\ndata class {name} ");
                response(source, &head, fields, |field| format!("`{}`", camel_case(field.name)));
                annotate(source, &head, name);
                let _ = writeln!(branches, "    is {name} -> value.toMap()");
            }
            Shape::Struct { kind: Kind::Opaque, fields } => {
                let head = format!("\nclass {name}: ");
                response(source, &head, fields, |field| format!("`{}`()", camel_case(field.name)));
                annotate(source, &head, name);
                let _ = writeln!(branches, "    is {name} -> value.toMap()");
            }
            Shape::Enum { open, variants } => {
                let head = if open { format!("\nsealed class {name} ") } else { format!("\nenum class {name} ") };
                enumeration(
                    source,
                    name,
                    &head,
                    open,
                    &variants.iter().map(|variant| variant.symbol).collect::<Vec<_>>(),
                );
                annotate(source, &head, name);
                let _ = writeln!(branches, "    is {name} -> value.symbol()");
            }
            Shape::Struct { .. } => {}
        }
    }
    source.append(&format!(
        "\n/** The value as JSON has it: text, numbers, flags, lists and maps. */\n\
         internal fun plain(value: Any?): Any? = when (value) {{\n    \
         null, is String, is Boolean, is Number, is Map<*, *> -> value\n    \
         is List<*> -> value.map {{ plain(it) }}\n    \
         is java.time.Instant -> inKorea(value)\n\
         {branches}    else -> error(\"${{value.javaClass}} is no part of a response\")\n}}\n"
    ));
}

/// The serializers of kotlinx.serialization, one for each class.
pub(crate) fn serializers() -> String {
    let objects = models().into_iter().filter_map(|model| {
        let name = model.name;
        match model.shape {
            Shape::Struct { kind: Kind::Response | Kind::Opaque, .. } => {
                Some(format!("object {name}Serializer : ResponseSerializer<{name}>()\n"))
            }
            Shape::Enum { .. } => {
                Some(format!("object {name}Serializer : EnumSerializer<{name}>({name}::class, {name}::of)\n"))
            }
            Shape::Struct { .. } => None,
        }
    });
    format!("package bootpay.core.serialization\n\nimport bootpay.core.*\n\n{}", objects.collect::<String>())
}

/// Names the writers of a class to Gson and to kotlinx.serialization, which need not be there.
fn annotate(source: &mut Source, head: &str, name: &str) {
    let annotations = format!(
        "\n{GSON}\n@kotlinx.serialization.Serializable(with = bootpay.core.serialization.{name}Serializer::class)"
    );
    source.replace(head, &format!("{annotations}{head}"));
}

/// Adds the method `toMap`, which Jackson takes for the value.
fn response(source: &mut Source, head: &str, fields: &[Field], value: impl Fn(&Field) -> String) {
    let written = fields.iter().filter(|field| field.printed != Printed::Omitted && !field.ty.contains("Secret"));
    let pairs = written.map(|field| {
        let value = value(field);
        let value = if field.ty.contains("Json") { format!("json({value})") } else { value };
        format!("\"{}\" to {value}", field.wire)
    });
    let pairs = pairs.collect::<Vec<_>>().join(", ");
    let only_raw = pairs.is_empty();
    let method = if only_raw {
        format!(
            "    {JACKSON}.JsonValue\n    private fun whole(): Any? = json(`raw`)\n\n    \
         /** The JSON object in `raw`, or `raw` by itself if it is another value. */\n    fun toMap(): Map<String, Any?> = asObject(whole())\n\n"
        )
    } else {
        format!(
            "    /**\n     * The fields that are there, by the API's names and with its values: text, whole numbers, flags,\n     \
             * lists and maps, as any writer of JSON takes them. Without `raw` and secrets.\n     */\n    \
             {JACKSON}.JsonValue\n    fun toMap(): Map<String, Any?> = fieldsOf({pairs})\n\n"
        )
    };
    let companion = "    companion object";
    source.replace_after(head, companion, &format!("{method}{companion}"));
}

/// Adds `of`, which is the other way of `symbol`, to an enum.
fn enumeration(source: &mut Source, name: &str, head: &str, open: bool, symbols: &[&str]) {
    let symbol = " fun `symbol`(): kotlin.String {";
    source.replace_after(head, symbol, &format!(" {JACKSON}.JsonValue{symbol}"));
    let start = source.0.find(head).unwrap_or_else(|| panic!("UniFFI no longer writes: {head}")) + head.len();
    let converter = format!("object FfiConverterType{name}");
    let end =
        start + source.0[start..].find(&converter).unwrap_or_else(|| panic!("UniFFI no longer writes: {converter}"));
    let block = &source.0[start..end];
    let names: Vec<String> = if open {
        let place = "    data object ";
        block.match_indices(place).map(|(at, _)| word(&block[at + place.len()..])).collect()
    } else {
        let constant = |line: &str| {
            let constant = line.trim().trim_end_matches([',', ';']);
            let is_one = line.starts_with("    ")
                && line.trim().ends_with([',', ';'])
                && !constant.is_empty()
                && constant
                    .chars()
                    .all(|letter| letter.is_ascii_uppercase() || letter.is_ascii_digit() || letter == '_');
            is_one.then(|| constant.to_owned())
        };
        block.lines().filter_map(constant).collect()
    };
    assert_eq!(names.len(), symbols.len(), "the values of {name}: {names:?}, {symbols:?}");
    let cases = symbols.iter().zip(&names).map(|(symbol, value)| format!("            \"{symbol}\" -> {value}\n"));
    let cases = cases.collect::<String>();
    let (doc, unknown) = if open {
        (
            "Returns the value of the API's text, `Unknown` for one that this version does not know.",
            "Unknown(symbol)".to_owned(),
        )
    } else {
        (
            "Returns the value of the API's text. Fails with `IllegalArgumentException` if it is none.",
            format!("throw IllegalArgumentException(\"must be one of {}\")", symbols.join(", ")),
        )
    };
    let of = format!(
        "\n    companion object {{\n        /** {doc} */\n        @JvmStatic\n        {JACKSON}.JsonCreator\n        \
         fun of(symbol: String): {name} = when (symbol) {{\n{cases}            else -> {unknown}\n        }}\n    }}\n}}\n"
    );
    source.replace_after(head, "\n    companion object\n}\n", &of);
    // Gson does not look at what a class derives from.
    for value in names.iter().filter(|_| open) {
        let object = format!("    data object {value} ");
        source.replace_after(head, &object, &format!("    {GSON}\n{object}"));
    }
    if open {
        source.replace_after(head, "    data class Unknown(", &format!("    {GSON}\n    data class Unknown("));
    }
}

fn word(text: &str) -> String {
    text.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned()
}
