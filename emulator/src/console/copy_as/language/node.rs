//! Calls in JavaScript and TypeScript.

use bootpay_core::Timestamp;
use bootpay_core::describe::Model;

use super::spelling::Spelling;
use super::used::Used;
use crate::console::copy_as::call::Call;
use crate::console::copy_as::given::Argument;

pub(super) struct Node;

impl Spelling for Node {
    fn name(&self) -> &'static str {
        "node"
    }

    fn label(&self) -> &'static str {
        "Node"
    }

    fn head(&self, _request: &'static str, _used: &Used) -> String {
        "import { Bootpay } from 'bootpay-core'\n\nconst bootpay = Bootpay.fromEnv()\n".to_owned()
    }

    fn statement(&self, call: &Call) -> String {
        let (field, method) = (self.cased(call.resource.field), self.cased(call.endpoint.method));
        let start = format!("const {} = await bootpay.{field}.{method}(", self.result(call));
        match self.arguments(&call.arguments, false) {
            arguments if arguments.is_empty() => format!("{start})"),
            arguments => self.fitted(&format!("{start}{{"), &arguments, "})"),
        }
    }

    fn named(&self, name: &str, value: &str) -> String {
        if name == value { name.to_owned() } else { format!("{name}: {value}") }
    }

    fn indent(&self) -> &'static str {
        "  "
    }

    fn last_comma(&self) -> &'static str {
        ""
    }

    fn moment(&self, moment: Timestamp) -> String {
        format!("new Date({})", self.text(&moment.to_string()))
    }

    fn object(&self, _model: &Model, fields: &[Argument]) -> String {
        self.braced(&self.arguments(fields, false).join(", "))
    }

    fn key(&self, name: &str) -> String {
        let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        match name {
            name if is_plain => name.to_owned(),
            // A plain key of this name would set the object's prototype.
            "__proto__" => format!("[{}]", self.text(name)),
            name => self.text(name),
        }
    }

    fn quote(&self) -> char {
        '\''
    }
}
