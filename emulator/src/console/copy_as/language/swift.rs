//! Calls in Swift.

use bootpay_core::Timestamp;
use bootpay_core::describe::{Model, Variant, lower_camel_case};
use serde_json::Value;

use super::spelling::Spelling;
use super::used::Used;
use crate::console::copy_as::call::Call;
use crate::console::copy_as::given::Argument;

pub(super) struct Swift;

impl Spelling for Swift {
    fn name(&self) -> &'static str {
        "swift"
    }

    fn label(&self) -> &'static str {
        "Swift"
    }

    fn head(&self, _request: &'static str, used: &Used) -> String {
        let moments = if used.moments { "import Foundation\n" } else { "" };
        format!("import BootpayCore\n{moments}\nlet bootpay = try Bootpay.fromEnvironment()\n")
    }

    fn statement(&self, call: &Call) -> String {
        let (field, method) = (self.cased(call.resource.field), self.cased(call.endpoint.method));
        let start = format!("let {} = try await bootpay.{field}.{method}(", self.result(call));
        self.fitted(&start, &self.arguments(&call.arguments, false), ")")
    }

    /// Not every version that the library supports takes a comma there.
    fn last_comma(&self) -> &'static str {
        ""
    }

    fn moment(&self, moment: Timestamp) -> String {
        format!("Date(timeIntervalSince1970: {})", seconds(moment.as_millis()))
    }

    fn secret(&self, variable: String) -> String {
        format!("Bootpay.Secret({variable})")
    }

    fn object(&self, _model: &Model, fields: &[Argument]) -> String {
        format!(".init({})", self.arguments(fields, false).join(", "))
    }

    fn word(&self, _model: &Model, variant: &Variant) -> String {
        format!(".{}", lower_camel_case(variant.name))
    }

    fn unknown_word(&self, _model: &Model, text: &str) -> String {
        format!(".unknown(value: {})", self.text(text))
    }

    fn json(&self, value: &Value) -> String {
        format!("Bootpay.Json(text: {})", self.text(&value.to_string()))
    }

    fn escaped(&self, letter: char) -> String {
        format!("\\u{{{:x}}}", u32::from(letter))
    }
}

/// Seconds with the milliseconds behind them, where there are some.
fn seconds(millis: i64) -> String {
    let (sign, millis) = (if millis < 0 { "-" } else { "" }, millis.unsigned_abs());
    let (seconds, rest) = (millis / 1000, millis % 1000);
    if rest == 0 { format!("{sign}{seconds}") } else { format!("{sign}{seconds}.{rest:03}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_keeps_its_milliseconds() {
        assert_eq!(
            [1_793_458_800_500, 1_793_458_800_000, -500].map(seconds),
            ["1793458800.500", "1793458800", "-0.500"]
        );
    }
}
