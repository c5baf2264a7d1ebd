//! `Codable` in Swift: the coding keys of responses.

use bootpay_core::describe::{Field, Kind, Model, Shape, camel_case, models};

use crate::Source;

/// Makes responses `Codable`.
pub fn codable(source: &mut Source) {
    for Model { name, shape, .. } in models() {
        if let Shape::Struct { kind: Kind::Response, fields } = shape {
            structure(source, name, fields);
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
    document(source, name, &note(&left_out));
    if left_out.iter().any(|field| is_raw(field)) {
        source.replace_after(
            &format!("public struct {name}: "),
            "public var raw: Json\n",
            "public var raw: Json = Json(text: \"null\")\n",
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
fn note(left_out: &[&Field]) -> String {
    let mut notes = vec!["`Codable` with the API's field names.".to_owned()];
    notes.extend(left_out.iter().map(|field| {
        if is_raw(field) {
            "`raw` is not encoded, and is `null` after decoding.".to_owned()
        } else {
            format!("The secret `{}` is neither encoded nor decoded.", camel_case(field.name))
        }
    }));
    notes.join(" ")
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
