//! Prints what the scenario runner in Swift needs because Swift calls nothing by name: the calls of
//! the table, the requests from JSON, and the words of the enums.

use bootpay_core::describe::{self, Field, Kind, Model, Pure, Shape, camel_case, lower_camel_case};

fn main() {
    println!("// Written from the table of endpoints.\n@testable import BootpayCore\n");
    println!("extension Bootpay {{");
    println!("    func call(_ name: String, _ fields: Fields, _ options: CallOptions?) async throws -> Any? {{");
    println!("        switch name {{");
    for resource in describe::RESOURCES {
        for endpoint in resource.endpoints {
            let (field, method, request) = (camel_case(resource.field), camel_case(endpoint.method), endpoint.request);
            println!("        case \"{}.{}\":", resource.field, endpoint.method);
            println!("            return try await {field}().{method}({request}(fields), options: options)");
        }
        for Pure { method, request, .. } in resource.pure {
            println!("        case \"{}.{method}\":", resource.field);
            println!(
                "            return try {}().{}({request}(fields))",
                camel_case(resource.field),
                camel_case(method)
            );
        }
    }
    println!("        default: throw Unreadable(\"no call \\(name)\")\n        }}\n    }}\n}}");
    for model in describe::models() {
        print_model(&model);
    }
    print_json_fields();
}

/// What is text in Swift by another name, which nothing can tell when it runs.
fn print_json_fields() {
    println!("\n/// The fields that are any JSON.\nlet jsonFields: Set<String> = [");
    for Model { name, shape, .. } in describe::models() {
        if let Shape::Struct { fields, .. } = shape {
            for field in fields.iter().filter(|field| is_json(field)) {
                println!("    \"{name}.{}\",", field.name);
            }
        }
    }
    println!("]");
}

fn is_json(field: &Field) -> bool {
    matches!(field.ty, "Json" | "Option<Json>")
}

fn print_model(model: &Model) {
    let name = model.name;
    match &model.shape {
        Shape::Struct { kind: Kind::Request | Kind::Input | Kind::Options, fields } => {
            // What a shop implements itself is in no JSON.
            let fields: Vec<&Field> = fields.iter().filter(|field| !field.ty.contains("Store")).collect();
            println!("\nextension {name}: Record {{\n    init(_ fields: Fields) throws {{");
            let names: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
            println!("        try fields.only([{}])", names.join(", "));
            let value = |field: &&Field| {
                let get = if is_json(field) { "text" } else { "get" };
                format!("{}: try fields.{get}(\"{}\")", camel_case(field.name), field.name)
            };
            let values: Vec<String> = fields.iter().map(value).collect();
            println!("        self.init({})\n    }}\n}}", values.join(", "));
        }
        Shape::Struct { kind: kind @ (Kind::Response | Kind::Opaque), fields } => {
            println!(
                "\nextension {name}: Named {{\n    func field(_ name: String) throws -> Any? {{\n        switch name {{"
            );
            let call = if *kind == Kind::Opaque { "()" } else { "" };
            for field in *fields {
                println!("        case \"{}\": self.`{}`{call} as Any?", field.name, camel_case(field.name));
            }
            println!("        default: throw Unreadable(\"{name} has no \\(name)\")\n        }}\n    }}\n}}");
        }
        Shape::Struct { kind: Kind::Secrets, .. } => {}
        Shape::Enum { open, variants } => {
            let known: Vec<String> =
                variants.iter().map(|variant| format!(".{}", lower_camel_case(variant.name))).collect();
            println!("\nextension {name}: Word {{\n    static var known: [Self] {{ [{}] }}", known.join(", "));
            if *open {
                println!("    static func unknown(_ word: String) -> Self? {{ .unknown(value: word) }}");
            }
            println!("}}");
        }
    }
}
