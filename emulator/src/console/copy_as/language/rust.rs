//! Calls in Rust.

use std::collections::BTreeSet;

use bootpay_core::Timestamp;
use bootpay_core::describe::{Model, Variant};
use serde_json::{Number, Value};

use super::spelling::{LONGEST, Spelling};
use super::used::Used;
use crate::console::copy_as::call::Call;
use crate::console::copy_as::given::Argument;

pub(super) struct Rust;

impl Rust {
    /// A struct: made by `new`, with the calls that set what is optional.
    fn made(&self, name: &str, arguments: &[Argument]) -> (String, Vec<String>) {
        let (required, optional): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.is_required);
        let values: Vec<_> = required.iter().map(|argument| self.given(&argument.given)).collect();
        let set = |argument: &&Argument| format!(".{}({})", argument.name, self.given(&argument.given));
        (format!("{name}::new({})", values.join(", ")), optional.iter().map(set).collect())
    }
}

impl Spelling for Rust {
    fn name(&self) -> &'static str {
        "rust"
    }

    fn label(&self) -> &'static str {
        "Rust"
    }

    fn head(&self, request: &'static str, used: &Used) -> String {
        let client = if used.moments { "{Bootpay, Timestamp}" } else { "Bootpay" };
        let names: BTreeSet<_> = used.structs.iter().chain(&used.enums).copied().chain([request]).collect();
        let names = match names.into_iter().collect::<Vec<_>>().join(", ") {
            several if several.contains(", ") => format!("{{{several}}}"),
            one => one,
        };
        format!(
            "use bootpay_core::{client};\nuse bootpay_core::model::{names};\n\nlet bootpay = Bootpay::from_env()?;\n"
        )
    }

    fn statement(&self, call: &Call) -> String {
        let (result, field, method) = (self.result(call), call.resource.field, call.endpoint.method);
        let (new, setters) = self.made(call.endpoint.request, &call.arguments);
        let line = format!("let {result} = bootpay.{field}().{method}({new}{}).await?;", setters.concat());
        if line.chars().count() <= LONGEST {
            return line;
        }
        // As rustfmt breaks it.
        let request = std::iter::once(new).chain(setters).collect::<Vec<_>>().join("\n            ");
        format!("let {result} = bootpay\n    .{field}()\n    .{method}(\n        {request},\n    )\n    .await?;")
    }

    fn cased(&self, name: &str) -> String {
        name.to_owned()
    }

    fn moment(&self, moment: Timestamp) -> String {
        format!("Timestamp::parse({}).expect(\"a time\")", self.text(&moment.to_string()))
    }

    fn list(&self, items: &str) -> String {
        format!("vec![{items}]")
    }

    fn object(&self, model: &Model, fields: &[Argument]) -> String {
        let (new, setters) = self.made(model.name, fields);
        format!("{new}{}", setters.concat())
    }

    fn word(&self, model: &Model, variant: &Variant) -> String {
        format!("{}::{}", model.name, variant.name)
    }

    fn unknown_word(&self, model: &Model, text: &str) -> String {
        format!("{}::from({})", model.name, self.text(text))
    }

    fn json(&self, value: &Value) -> String {
        format!("serde_json::json!({})", self.native(value))
    }

    /// A whole number without a type would be an `i32`.
    fn number(&self, number: &Number) -> String {
        match number.as_i64() {
            Some(whole) if i32::try_from(whole).is_err() => format!("{number}_i64"),
            None if number.is_u64() => format!("{number}_u64"),
            _ => number.to_string(),
        }
    }

    fn escaped(&self, letter: char) -> String {
        format!("\\u{{{:x}}}", u32::from(letter))
    }
}
