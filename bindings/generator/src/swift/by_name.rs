//! What a scenario runner in Swift needs because Swift finds nothing by name: the requests from JSON, the fields of
//! responses, and the words of the enums.

use bootpay_core::describe::{Field, Kind, Model, Shape, camel_case, models};

use super::qualified;

/// Extensions of all models, whose names of one word are in a namespace.
pub fn models_by_name(namespace: &str) -> String {
    models().iter().map(|model| extension(model, namespace)).collect()
}

fn extension(model: &Model, namespace: &str) -> String {
    let name = qualified(namespace, model.name);
    match &model.shape {
        Shape::Struct { kind: Kind::Request | Kind::Input | Kind::Options, fields } => {
            // What a shop implements itself is in no JSON.
            let fields: Vec<&Field> = fields.iter().filter(|field| !field.ty.contains("Store")).collect();
            let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
            let value = |field: &&Field| {
                // The initialiser takes any value that has JSON.
                let ty = match field.ty {
                    "Json" => format!(" as {}", qualified(namespace, "Json")),
                    "Option<Json>" => format!(" as {}?", qualified(namespace, "Json")),
                    _ => String::new(),
                };
                format!("{}: try fields.get(\"{}\"){ty}", camel_case(field.name), field.name)
            };
            let values: Vec<String> = fields.iter().map(value).collect();
            format!(
                "\nextension {name}: Record {{\n    init(_ fields: Fields) throws {{\n        try fields.only([{}])\n        \
                 self.init({})\n    }}\n}}\n",
                names.join(", "),
                values.join(", ")
            )
        }
        Shape::Struct { kind: Kind::Response | Kind::Opaque, fields } => {
            let cases = fields
                .iter()
                .map(|field| format!("        case \"{}\": self.`{}` as Any?\n", field.name, camel_case(field.name)));
            format!(
                "\nextension {name}: Named {{\n    func field(_ name: String) throws -> Any? {{\n        switch name \
                 {{\n{}        default: throw Unreadable(\"{name} has no \\(name)\")\n        }}\n    }}\n}}\n",
                cases.collect::<String>()
            )
        }
        Shape::Struct { kind: Kind::Secrets, .. } => String::new(),
        Shape::Enum { .. } => format!("\nextension {name}: Word {{}}\n"),
    }
}
