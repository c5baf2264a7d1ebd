//! The module for tests, `BootpayTesting`: a client of fakes, and what a fake lacks.

use std::fmt::Write as _;

use bootpay_core::describe::{RESOURCES, camel_case};

use bootpay_generator::{
    Source, opaque,
    swift::{END, Method, methods, qualified},
};

/// Writes the module, of the finished source of the client.
pub(crate) fn fakes(source: &Source) -> String {
    let mut text = "// Written from the table of endpoints.\n\nimport BootpayCore\nimport Foundation\n".to_owned();
    let (mut properties, mut parameters, mut assignments, mut all) = (String::new(), vec![], String::new(), vec![]);
    for resource in RESOURCES {
        let (field, name) = (camel_case(resource.field), resource.name);
        let body = source.body(&format!("\npublic protocol {name}: Sendable {{\n"), END);
        let name = qualified("Bootpay", name);
        let _ = writeln!(properties, "    public var {field}: any {name}");
        parameters.push(format!("        {field}: (any {name})? = nil"));
        let _ = writeln!(assignments, "        self.{field} = {field} ?? NothingFaked()");
        text += &lacking(&field, &name, &methods(body));
        all.push(name);
    }
    let _ = write!(
        text,
        "\n/// A client of fakes. A call of a resource that is not given throws ``NotFaked``; what sends nothing, as
/// `webhooks.parse`, works as ever.
public struct FakeBootpay: BootpayClient {{
{properties}
    /// Creates a client of these resources, each a test's own.
    public init(
{}
    ) {{
{assignments}    }}
}}

/// A resource that no test gave.
struct NothingFaked: {} {{}}
",
        parameters.join(",\n"),
        all.join(", ")
    );
    for (name, fields) in opaque() {
        let head = format!("\npublic struct {name}: ");
        let own_name = qualified("Bootpay", name);
        let body = source.body(&head, END);
        let declared = fields.iter().map(|field| {
            let property = camel_case(field.name);
            let place = format!("public let {property}: ");
            let at = body.find(&place).unwrap_or_else(|| panic!("{name} has no {property}"));
            let ty = body[at + place.len()..].lines().next().unwrap_or_default();
            let default = if ty.ends_with('?') {
                " = nil"
            } else if ty == "Bool" {
                " = false"
            } else {
                ""
            };
            (property, format!("{ty}{default}"))
        });
        let declared: Vec<_> = declared.collect();
        let parameters: Vec<_> = declared.iter().map(|(name, ty)| format!("        {name}: {ty}")).collect();
        let values: Vec<_> = declared.iter().map(|(name, _)| format!("{name}: {name}")).collect();
        let _ = write!(
            text,
            "\nextension {own_name} {{\n    /// Creates one for a fake to return, with nothing of Bootpay's behind it.\n    \
             public static func fake(\n{}\n    ) -> {own_name} {{\n        {own_name}({})\n    }}\n}}\n",
            parameters.join(",\n"),
            values.join(", ")
        );
    }
    text
}

/// What a fake of a resource does for the methods that it lacks.
fn lacking(field: &str, name: &str, methods: &[Method]) -> String {
    let lacking = methods.iter().map(|Method { name, parameters, result, .. }| {
        let body = if result.contains("async") {
            format!("throw NotFaked(\"{field}.{name}\")")
        } else {
            let arguments: Vec<_> = parameters.split(", ").filter_map(argument).collect();
            let effects = if result.contains("throws") { "try " } else { "" };
            format!("{effects}untouched.{field}.{name}({})", arguments.join(", "))
        };
        format!("    public func {name}({parameters}) {result} {{\n        {body}\n    }}\n")
    });
    format!("\nextension {name} {{\n{}}}\n", lacking.collect::<Vec<_>>().join("\n"))
}

/// A parameter as it is passed on.
fn argument(parameter: &str) -> Option<String> {
    let (names, _) = parameter.split_once(": ")?;
    Some(match names.split_once(' ') {
        Some(("_", name)) => name.to_owned(),
        _ => format!("{names}: {names}"),
    })
}
