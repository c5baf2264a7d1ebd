//! Structs as values of Swift: their identity, one line for logs, and JSON from and to the caller's own types.

use bootpay_core::describe::{Field, Kind, Model, Shape, camel_case, models};

use crate::Source;

/// Swift of every component.
const COMMON: &str = include_str!("common.swift");

/// Adds the conformances of responses, and lets requests take any JSON as a value.
pub fn values(source: &mut Source) {
    for Model { name, shape, .. } in models() {
        let Shape::Struct { kind, fields } = shape else { continue };
        match kind {
            Kind::Response => response(source, name, fields),
            Kind::Request | Kind::Input | Kind::Options => request(source, name, fields),
            Kind::Secrets | Kind::Opaque => {}
        }
    }
    source.append(COMMON);
}

fn response(source: &mut Source, name: &str, fields: &[Field]) {
    if let Some(id) = fields.iter().find(|field| field.ty == "String" && is_id(field.name)) {
        let own = if id.name == "id" {
            String::new()
        } else {
            format!(" public var id: String {{ {} }} ", camel_case(id.name))
        };
        source.append(&format!("\nextension {name}: Identifiable {{{own}}}\n"));
    }
    // Where core writes the line, that is it.
    if !source.0.contains(&format!("\npublic struct {name}: Equatable, Hashable, CustomStringConvertible {{")) {
        source.append(&format!(
            "\n/// One line without secrets, personal data and the raw response.\nextension {name}: \
             CustomStringConvertible {{\n    public var description: String {{ line(self) }}\n}}\n"
        ));
    }
    for field in fields.iter().filter(|field| is_json(field)) {
        let (property, optional) = (camel_case(field.name), field.ty.starts_with("Option<"));
        let (mark, absent) = if optional { ("?", "; `nil` if it is absent") } else { ("", "") };
        source.append(&format!(
            "\nextension {name} {{\n    /// Decodes `{property}` as a type{absent}.\n    \
             public func {property}<Value: Decodable>(as type: Value.Type) throws -> Value{mark} {{\n        \
             try self.{property}{mark}.decode(as: type)\n    }}\n}}\n"
        ));
    }
}

/// The initialiser takes any value that has JSON.
fn request(source: &mut Source, name: &str, fields: &[Field]) {
    let fields: Vec<&Field> = fields.iter().filter(|field| is_json(field)).collect();
    if fields.is_empty() {
        return;
    }
    source.edit_block(&format!("\npublic struct {name}: "), "\n    }\n", |block| {
        fields.iter().fold(block.to_owned(), |block, field| {
            let property = camel_case(field.name);
            let (ty, from, value) = if field.ty == "Json" {
                ("any Encodable", "Json", format!("Json({property})"))
            } else {
                ("(any Encodable)?", "Json?", format!("{property}.map {{ Json($0) }}"))
            };
            let (parameter, assigned) = (format!("*/{property}: {from}"), format!("self.{property} = {property}\n"));
            assert!(block.contains(&parameter) && block.contains(&assigned), "UniFFI no longer writes {name} so");
            block
                .replace(&parameter, &format!("*/{property}: {ty}"))
                .replace(&assigned, &format!("self.{property} = {value}\n"))
        })
    });
}

fn is_id(name: &str) -> bool {
    name == "id" || name.ends_with("_id")
}

fn is_json(field: &Field) -> bool {
    matches!(field.ty, "Json" | "Option<Json>")
}
