//! Calls in Kotlin.

use bootpay_core::Timestamp;
use bootpay_core::describe::{Model, Shape, Variant};
use serde_json::Value;

use super::names;
use super::spelling::Spelling;
use super::used::Used;
use crate::console::copy_as::call::Call;

pub(super) struct Kotlin;

impl Spelling for Kotlin {
    fn name(&self) -> &'static str {
        "kotlin"
    }

    fn label(&self) -> &'static str {
        "Kotlin"
    }

    fn head(&self, _request: &'static str, used: &Used) -> String {
        let moments = if used.moments { "import java.time.Instant\n" } else { "" };
        format!("import bootpay.core.*\n{moments}\nval bootpay = Bootpay.fromEnv()\n")
    }

    fn statement(&self, call: &Call) -> String {
        let (field, method) = (self.cased(call.resource.field), self.cased(call.endpoint.method));
        let start = format!("val {} = bootpay.{field}().{method}({}(", self.result(call), call.endpoint.request);
        self.fitted(&start, &self.arguments(&call.arguments, true), "))")
    }

    fn named(&self, name: &str, value: &str) -> String {
        format!("{name} = {value}")
    }

    fn moment(&self, moment: Timestamp) -> String {
        format!("Instant.ofEpochMilli({})", moment.as_millis())
    }

    fn secret(&self, variable: String) -> String {
        format!("Secret({variable})")
    }

    fn list(&self, items: &str) -> String {
        format!("listOf({items})")
    }

    fn word(&self, model: &Model, variant: &Variant) -> String {
        match model.shape {
            Shape::Enum { open: true, .. } => format!("{}.{}", model.name, variant.name),
            // The values of a closed enum are `ANDROID` and its like.
            _ => format!("{}.{}", model.name, names::words(variant.name).join("_").to_ascii_uppercase()),
        }
    }

    fn unknown_word(&self, model: &Model, text: &str) -> String {
        format!("{}.Unknown({})", model.name, self.text(text))
    }

    fn json(&self, value: &Value) -> String {
        self.text(&value.to_string())
    }

    fn is_special(&self, letter: char) -> bool {
        letter == '$'
    }
}
