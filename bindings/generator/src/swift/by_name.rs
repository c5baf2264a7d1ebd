//! What a scenario runner in Swift needs because Swift finds nothing by name: the requests from JSON, the fields of
//! responses, and the words of the enums.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, Kind, Model, Shape, camel_case, lower_camel_case, models};

/// Extensions of all models.
pub fn models_by_name() -> String {
    let mut text = models().iter().map(extension).collect::<String>();
    // What is text in Swift by another name, which nothing can tell when it runs.
    text += "\n/// The fields that are any JSON.\nlet jsonFields: Set<String> = [\n";
    for Model { name, shape, .. } in models() {
        if let Shape::Struct { fields, .. } = shape {
            for field in fields.iter().filter(|field| is_json(field)) {
                let _ = writeln!(text, "    \"{name}.{}\",", field.name);
            }
        }
    }
    text + "]\n"
}

fn is_json(field: &Field) -> bool {
    matches!(field.ty, "Json" | "Option<Json>")
}

fn extension(model: &Model) -> String {
    let name = model.name;
    match &model.shape {
        Shape::Struct { kind: Kind::Request | Kind::Input | Kind::Options, fields } => {
            // What a shop implements itself is in no JSON.
            let fields: Vec<&Field> = fields.iter().filter(|field| !field.ty.contains("Store")).collect();
            let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
            let value = |field: &&Field| {
                let get = if is_json(field) { "text" } else { "get" };
                format!("{}: try fields.{get}(\"{}\")", camel_case(field.name), field.name)
            };
            let values: Vec<String> = fields.iter().map(value).collect();
            format!(
                "\nextension {name}: Record {{\n    init(_ fields: Fields) throws {{\n        try fields.only([{}])\n        \
                 self.init({})\n    }}\n}}\n",
                names.join(", "),
                values.join(", ")
            )
        }
        Shape::Struct { kind: kind @ (Kind::Response | Kind::Opaque), fields } => {
            let call = if *kind == Kind::Opaque { "()" } else { "" };
            let cases = fields.iter().map(|field| {
                format!("        case \"{}\": self.`{}`{call} as Any?\n", field.name, camel_case(field.name))
            });
            format!(
                "\nextension {name}: Named {{\n    func field(_ name: String) throws -> Any? {{\n        switch name \
                 {{\n{}        default: throw Unreadable(\"{name} has no \\(name)\")\n        }}\n    }}\n}}\n",
                cases.collect::<String>()
            )
        }
        Shape::Struct { kind: Kind::Secrets, .. } => String::new(),
        Shape::Enum { open, variants } => {
            let known: Vec<String> =
                variants.iter().map(|variant| format!(".{}", lower_camel_case(variant.name))).collect();
            let unknown =
                if *open { "    static func unknown(_ word: String) -> Self? { .unknown(value: word) }\n" } else { "" };
            format!(
                "\nextension {name}: Word {{\n    static var known: [Self] {{ [{}] }}\n{unknown}}}\n",
                known.join(", ")
            )
        }
    }
}
