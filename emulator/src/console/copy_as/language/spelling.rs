//! How a call is spelled: what the languages have in common, and where each differs.

use bootpay_core::Timestamp;
use bootpay_core::describe::{Model, Variant, camel_case};
use serde_json::{Number, Value};

use super::names;
use super::used::Used;
use crate::console::copy_as::call::Call;
use crate::console::copy_as::given::{Argument, Given};
use crate::console::format::{grouped, is_hidden};

/// The longest line before a call is broken into one argument a line.
pub(super) const LONGEST: usize = 100;

/// How a language spells a call and its values. What has a body here is so in most languages.
pub(super) trait Spelling {
    /// Its name in addresses.
    fn name(&self) -> &'static str;

    fn label(&self) -> &'static str;

    /// The lines above the statement: imports, and a client that takes its keys from the environment. `request` is the
    /// model of the call.
    fn head(&self, request: &'static str, used: &Used) -> String;

    /// The statement that makes a call.
    fn statement(&self, call: &Call) -> String;

    fn moment(&self, moment: Timestamp) -> String;

    /// An argument with its name.
    fn named(&self, name: &str, value: &str) -> String {
        format!("{name}: {value}")
    }

    /// A name of core.
    fn cased(&self, name: &str) -> String {
        camel_case(name)
    }

    /// The name of a call's result.
    fn result(&self, call: &Call) -> String {
        self.cased(&names::result(call.endpoint.reply))
    }

    /// The arguments with their names; the first one may go without.
    fn arguments(&self, arguments: &[Argument], is_first_bare: bool) -> Vec<String> {
        let mut written = Vec::new();
        for (at, argument) in arguments.iter().enumerate() {
            let value = self.given(&argument.given);
            let is_bare = at == 0 && is_first_bare && argument.is_required;
            written.push(if is_bare { value } else { self.named(&self.cased(argument.name), &value) });
        }
        written
    }

    /// A call on one line where it fits, else an argument a line.
    fn fitted(&self, start: &str, arguments: &[String], end: &str) -> String {
        let inner = arguments.join(", ");
        // Node's style has blanks in its braces.
        let blank = if start.ends_with('{') { " " } else { "" };
        let line = format!("{start}{blank}{inner}{blank}{end}");
        if arguments.is_empty() || line.chars().count() <= LONGEST {
            return line;
        }
        let indent = self.indent();
        format!("{start}\n{indent}{}{}\n{end}", arguments.join(&format!(",\n{indent}")), self.last_comma())
    }

    fn indent(&self) -> &'static str {
        "    "
    }

    /// What stands behind the last of several lines.
    fn last_comma(&self) -> &'static str {
        ","
    }

    fn given(&self, given: &Given) -> String {
        match given {
            Given::Variable { name, is_secret: true } => self.secret(self.cased(name)),
            Given::Variable { name, is_secret: false } => self.cased(name),
            Given::Text(text) => self.text(text),
            // Every language takes an underscore between digits.
            Given::Amount(amount) => grouped(*amount).replace(',', "_"),
            Given::Number(number) => number.to_string(),
            Given::Flag(flag) => self.flag(*flag).to_owned(),
            Given::Word { model, variant: Some(variant), .. } => self.word(model, variant),
            Given::Word { model, variant: None, text } => self.unknown_word(model, text),
            Given::Moment(moment) => self.moment(*moment),
            Given::Json(value) => self.json(value),
            Given::List(items) => {
                let items: Vec<_> = items.iter().map(|item| self.given(item)).collect();
                self.list(&items.join(", "))
            }
            Given::Object { model, fields } => self.object(model, fields),
        }
    }

    /// A secret that the variable of this name holds.
    fn secret(&self, variable: String) -> String {
        variable
    }

    fn list(&self, items: &str) -> String {
        format!("[{items}]")
    }

    fn object(&self, model: &Model, fields: &[Argument]) -> String {
        format!("{}({})", model.name, self.arguments(fields, false).join(", "))
    }

    /// A value of an enum.
    fn word(&self, _model: &Model, variant: &Variant) -> String {
        self.text(variant.symbol)
    }

    /// A value that the enum does not have.
    fn unknown_word(&self, _model: &Model, text: &str) -> String {
        self.text(text)
    }

    /// Any JSON: a native value where the language has one, else its text.
    fn json(&self, value: &Value) -> String {
        self.native(value)
    }

    fn native(&self, value: &Value) -> String {
        match value {
            Value::Null => self.null().to_owned(),
            Value::Bool(flag) => self.flag(*flag).to_owned(),
            Value::Number(number) => self.number(number),
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.native(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Object(fields) => {
                let field = |(name, value): (&String, &Value)| format!("{}: {}", self.key(name), self.native(value));
                self.braced(&fields.iter().map(field).collect::<Vec<_>>().join(", "))
            }
        }
    }

    fn null(&self) -> &'static str {
        "null"
    }

    fn flag(&self, flag: bool) -> &'static str {
        if flag { "true" } else { "false" }
    }

    fn number(&self, number: &Number) -> String {
        number.to_string()
    }

    /// The key of an object of JSON.
    fn key(&self, name: &str) -> String {
        self.text(name)
    }

    fn braced(&self, inner: &str) -> String {
        if inner.is_empty() { "{}".to_owned() } else { format!("{{ {inner} }}") }
    }

    /// A string literal in which nothing is hidden, and nothing is anything but text.
    fn text(&self, text: &str) -> String {
        let quote = self.quote();
        let mut literal = String::from(quote);
        for letter in text.chars() {
            match letter {
                '\\' => literal.push_str("\\\\"),
                '\n' => literal.push_str("\\n"),
                '\r' => literal.push_str("\\r"),
                '\t' => literal.push_str("\\t"),
                letter if letter == quote || self.is_special(letter) => literal.extend(['\\', letter]),
                letter if is_hidden(letter) || matches!(letter, '\u{2028}' | '\u{2029}') => {
                    literal.push_str(&self.escaped(letter));
                }
                letter => literal.push(letter),
            }
        }
        literal.push(quote);
        literal
    }

    fn quote(&self) -> char {
        '"'
    }

    /// Returns whether a letter would be more than itself in a literal.
    fn is_special(&self, _letter: char) -> bool {
        false
    }

    /// A letter by its number. Those that are hidden have four digits.
    fn escaped(&self, letter: char) -> String {
        format!("\\u{:04x}", u32::from(letter))
    }
}
