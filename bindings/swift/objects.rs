//! The objects that only core makes, as structs of their values: nothing of Rust's is held, and reading costs nothing.

use std::fmt::Write as _;

use bootpay_core::describe::{Field, camel_case};

use bootpay_generator::{
    Source, opaque,
    swift::{END, END_OF_CLASS, comment, documentation, methods, rename},
};

/// Makes structs of them, which the generated code fills when a call returns one.
pub(crate) fn objects(source: &mut Source) {
    for (name, fields) in opaque() {
        structure(source, name, fields);
    }
}

fn structure(source: &mut Source, name: &str, fields: &[Field]) {
    let class = format!("{name}Handle");
    let head = format!("public final class {name}: ");
    let doc = documentation(source, &head);
    let getters = methods(source.body(&format!("\n{head}"), END_OF_CLASS));
    let (mut properties, mut parameters, mut assignments, mut values) = (String::new(), vec![], String::new(), vec![]);
    for field in fields {
        let property = camel_case(field.name);
        let getter = getters.iter().find(|getter| getter.name == property);
        let getter = getter.unwrap_or_else(|| panic!("UniFFI no longer writes: {name}.{property}"));
        let ty = getter.result.trim_start_matches("-> ").trim_end_matches(['{', ' ']);
        let _ = write!(properties, "{}    public let {property}: {ty}\n\n", comment("    ", &getter.doc));
        let _ = writeln!(assignments, "        self.{property} = {property}");
        parameters.push(format!("{property}: {ty}"));
        values.push(format!("{property}: object.{property}()"));
    }
    source.edit_block(&format!("\n{head}"), END_OF_CLASS, |class_text| {
        rename(class_text, name, &class).replace("\npublic final class ", "\nfileprivate final class ")
    });
    source.edit_block(&format!("struct FfiConverterType{name}: FfiConverter {{\n"), "\n}\n", |_| {
        format!(
            "struct FfiConverterType{name}: FfiConverter {{
    typealias FfiType = UInt64
    typealias SwiftType = {name}

    static func lift(_ handle: UInt64) throws -> {name} {{
        let object = {class}(unsafeFromHandle: handle)
        return {name}({})
    }}

    static func lower(_ value: {name}) -> UInt64 {{
        fatalError(\"no call takes it\")
    }}

    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> {name} {{
        try lift(readInt(&buf))
    }}

    static func write(_ value: {name}, into buf: inout [UInt8]) {{
        writeInt(&buf, lower(value))
    }}
}}
",
            values.join(", ")
        )
    });
    source.remove(&format!("fileprivate func FfiConverterType{name}_lower("), END);
    source.append(&format!(
        "\n{}public struct {name}: Equatable, Hashable, Sendable {{\n{properties}    package init({}) {{\n{assignments}    }}\n}}\n",
        comment("", &doc),
        parameters.join(", ")
    ));
    source.append(&format!(
        "\n/// One line without secrets and personal data.\nextension {name}: CustomStringConvertible {{\n    \
         public var description: String {{ line(self) }}\n}}\n"
    ));
}
