//! Edits of the Swift of every component.

mod by_name;
mod codable;
mod comments;
mod declared;
mod enums;
mod integers;
mod names;
mod nested;
mod properties;
mod values;
mod without;

pub use by_name::models_by_name;
pub use codable::codable;
pub use comments::{comment, comments, initialisers, parameter_docs};
pub use declared::{END, END_OF_CLASS, Method, Parameter, documentation, methods, parameters};
pub use enums::enums;
pub use integers::integers;
pub use names::rename;
pub use nested::{nested, qualified};
pub use properties::{Property, properties};
pub use values::values;
pub use without::without_blocking;

use bootpay_core::describe::{Printed, camel_case, lower_camel_case};

use crate::{Source, printed_in_part};

/// Only the generated code converts.
pub fn converters(source: &mut Source) {
    source.replace("\npublic struct FfiConverter", "\nfileprivate struct FfiConverter");
    source.replace("\npublic func FfiConverter", "\nfileprivate func FfiConverter");
}

/// Swift writes the cases of an error in lower case, as those of every enum: `BootpayError.rejected`.
pub fn lower_case(source: &mut Source, case: &str) {
    let lower = lower_camel_case(case);
    source.replace(&format!("    case {case}(\n"), &format!("    case {lower}(\n"));
    source.replace(&format!("return .{case}(\n"), &format!("return .{lower}(\n"));
    source.replace(&format!("case let .{case}("), &format!("case let .{lower}("));
    // The documentation need not name each.
    source.0 = source.0.replace(&format!("`{case}`"), &format!("`{lower}`"));
}

/// Objects print neither secrets nor personal data nor the raw response, which their properties hold. `mask` is the
/// Swift that stands for them.
pub fn printed(source: &mut Source, mask: &str) {
    for (name, fields) in printed_in_part() {
        let children = fields.iter().filter_map(|field| {
            let property = camel_case(field.name);
            match (field.printed, field.ty.starts_with("Option<")) {
                (Printed::Plain, _) => Some(format!("\"{property}\": self.`{property}` as Any")),
                (Printed::Masked, false) => Some(format!("\"{property}\": {mask}")),
                (Printed::Masked, true) => {
                    Some(format!("\"{property}\": self.`{property}`.map {{ _ in {mask} }} as Any"))
                }
                (Printed::Omitted, _) => None,
            }
        });
        let children = children.collect::<Vec<_>>().join(",\n            ");
        let children =
            if children.is_empty() { ":".to_owned() } else { format!("\n            {children},\n        ") };
        source.append(&format!(
            "\nextension {name}: CustomReflectable {{\n    public var customMirror: Mirror {{\n        \
             Mirror(self, children: [{children}] as KeyValuePairs<String, Any>, displayStyle: .struct)\n    }}\n}}\n"
        ));
    }
}

/// Tells core, before any other call, that it is used from Swift.
pub fn adapt(source: &mut Source) {
    source.replace("public func adaptToSwift(", "func adaptToSwift(");
    source.replace(
        "    return InitializationResult.ok\n",
        "    var status = RustCallStatus()\n    uniffi_bootpay_core_fn_func_adapt_to_swift(&status)\n    \
         return InitializationResult.ok\n",
    );
}

/// No object shows the handle of its native part: what it is, it says itself.
pub fn handles(source: &mut Source) {
    let classes: Vec<String> = source.0.lines().filter_map(class_name).collect();
    assert!(!classes.is_empty(), "UniFFI no longer writes classes so");
    for class in classes {
        source.append(&format!(
            "\nextension {class}: CustomReflectable {{\n    \
             public var customMirror: Mirror {{ Mirror(self, children: [:], displayStyle: .class) }}\n}}\n"
        ));
    }
}

fn class_name(line: &str) -> Option<String> {
    let name = line.strip_prefix("public ").unwrap_or(line).strip_prefix("final class ")?;
    Some(name.split(':').next().unwrap_or_default().to_owned())
}
