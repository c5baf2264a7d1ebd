//! `Codable` in Swift: the coding keys of responses, and enums as the API's values.

use bootpay_core::describe::{Field, Kind, Model, Shape, Variant, camel_case, lower_camel_case, models};

use crate::Source;

/// Makes responses and enums `Codable`.
pub fn codable(source: &mut Source) {
    for Model { name, shape, .. } in models() {
        match shape {
            Shape::Struct { kind: Kind::Response, fields } => structure(source, name, fields),
            Shape::Enum { open, variants } => enumeration(source, name, open, variants),
            Shape::Struct { .. } => {}
        }
    }
}

fn structure(source: &mut Source, name: &str, fields: &[Field]) {
    let (left_out, encoded): (Vec<&Field>, Vec<_>) = fields.iter().partition(|field| is_raw(field) || is_secret(field));
    if let Some(secret) = left_out.iter().find(|field| field.ty == "Secret") {
        let secret = camel_case(secret.name);
        return document(source, name, &format!("Not `Codable`: `{secret}` is a secret, which is never encoded."));
    }
    if encoded.is_empty() {
        return document(source, name, "Not `Codable`: it has no fields of its own; use the JSON in `raw`.");
    }
    document(source, name, &note(&left_out, &encoded));
    if left_out.iter().any(|field| is_raw(field)) {
        source.replace_after(
            &format!("public struct {name}: "),
            "public var raw: Json\n",
            "public var raw: Json = \"null\"\n",
        );
    }
    let key = |field: &&Field| format!("        case `{}` = \"{}\"", camel_case(field.name), field.wire);
    let keys: Vec<String> = encoded.iter().map(key).collect();
    let keys = keys.join("\n");
    source.append(&format!(
        "\nextension {name}: Codable {{\n    enum CodingKeys: String, CodingKey {{\n{keys}\n    }}\n}}\n"
    ));
}

/// The sentences about the JSON of a response.
fn note(left_out: &[&Field], encoded: &[&Field]) -> String {
    let mut notes = vec!["`Codable` with the API's field names.".to_owned()];
    notes.extend(left_out.iter().map(|field| {
        if is_raw(field) {
            "`raw` is not encoded, and is `null` after decoding.".to_owned()
        } else {
            format!("The secret `{}` is neither encoded nor decoded.", camel_case(field.name))
        }
    }));
    let json = encoded.iter().filter(|field| field.ty.contains("Json"));
    notes.extend(json.map(|field| format!("`{}` is encoded as JSON text.", camel_case(field.name))));
    notes.join(" ")
}

fn enumeration(source: &mut Source, name: &str, open: bool, variants: &[Variant]) {
    let case =
        |variant: &Variant| format!("        case \"{}\": self = .{}", variant.symbol, lower_camel_case(variant.name));
    let cases: Vec<String> = variants.iter().map(case).collect();
    let cases = cases.join("\n");
    let unknown = if open {
        "self = .unknown(value: symbol)".to_owned()
    } else {
        let symbols: Vec<_> = variants.iter().map(|variant| variant.symbol).collect();
        let rule = format!("must be one of {}", symbols.join(", "));
        format!("throw DecodingError.dataCorruptedError(in: container, debugDescription: \"{rule}\")")
    };
    source.append(&format!(
        "\n/// Encoded as the API's value.\n\
         extension {name}: Codable {{\n    \
             public init(from decoder: any Decoder) throws {{\n        \
                 let container = try decoder.singleValueContainer()\n        \
                 let symbol = try container.decode(String.self)\n        \
                 switch symbol {{\n{cases}\n        \
                 default: {unknown}\n        \
                 }}\n    \
             }}\n\n    \
             public func encode(to encoder: any Encoder) throws {{\n        \
                 var container = encoder.singleValueContainer()\n        \
                 try container.encode(symbol())\n    \
             }}\n\
         }}\n"
    ));
}

/// Adds a paragraph to the documentation of a struct.
fn document(source: &mut Source, name: &str, note: &str) {
    let head = format!(" */\npublic struct {name}: ");
    source.replace(&head, &format!(" *\n * {note}\n{head}"));
}

fn is_raw(field: &Field) -> bool {
    field.name == "raw"
}

fn is_secret(field: &Field) -> bool {
    matches!(field.ty, "Secret" | "Option<Secret>")
}
