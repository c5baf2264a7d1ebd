//! How each language spells a call and its values.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use bootpay_core::describe::{Model, Shape, camel_case, lower_camel_case};
use serde_json::Value;

use super::call::Call;
use super::given::{Argument, Given, model};
use crate::console::format::is_hidden;
use crate::domain::money::grouped;

/// The longest line before a call is broken into one argument a line.
const LONGEST: usize = 100;

/// A language of the library.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::console) enum Language {
    Python,
    Node,
    Kotlin,
    Swift,
    Rust,
}

/// Every language, as the pages list them.
pub(in crate::console) const LANGUAGES: [Language; 5] =
    [Language::Python, Language::Node, Language::Kotlin, Language::Swift, Language::Rust];

/// Seconds with the milliseconds behind them, where there are some.
fn seconds(millis: i64) -> String {
    let (sign, millis) = (if millis < 0 { "-" } else { "" }, millis.unsigned_abs());
    let (seconds, rest) = (millis / 1000, millis % 1000);
    if rest == 0 { format!("{sign}{seconds}") } else { format!("{sign}{seconds}.{rest:03}") }
}

impl Language {
    /// Its name in addresses.
    pub(in crate::console) fn name(self) -> &'static str {
        match self {
            Self::Python => "python",
            Self::Node => "node",
            Self::Kotlin => "kotlin",
            Self::Swift => "swift",
            Self::Rust => "rust",
        }
    }

    pub(in crate::console) fn label(self) -> &'static str {
        match self {
            Self::Python => "Python",
            Self::Node => "Node",
            Self::Kotlin => "Kotlin",
            Self::Swift => "Swift",
            Self::Rust => "Rust",
        }
    }

    /// The program that makes the call; its client takes its keys from the environment.
    pub(in crate::console) fn program(self, call: &Call) -> String {
        let mut used = Used::default();
        used.arguments(&call.arguments);
        let names = |first: &[&'static str]| {
            let names: BTreeSet<_> = first.iter().chain(&used.structs).copied().collect();
            names.into_iter().collect::<Vec<_>>().join(", ")
        };
        let head = match self {
            Self::Python => {
                let moments = if used.moments { "from datetime import datetime\n\n" } else { "" };
                let import = names(&["Bootpay"]);
                format!("{moments}from bootpay_core import {import}\n\nbootpay = Bootpay.from_env()\n")
            }
            Self::Node => "import { Bootpay } from 'bootpay-core'\n\nconst bootpay = Bootpay.fromEnv()\n".to_owned(),
            Self::Kotlin => {
                let moments = if used.moments { "import java.time.Instant\n" } else { "" };
                format!("import bootpay.core.*\n{moments}\nval bootpay = Bootpay.fromEnv()\n")
            }
            Self::Swift => {
                let moments = if used.moments { "import Foundation\n" } else { "" };
                format!("import BootpayCore\n{moments}\nlet bootpay = try Bootpay.fromEnvironment()\n")
            }
            Self::Rust => {
                let client = if used.moments { "{Bootpay, Timestamp}" } else { "Bootpay" };
                let enums: Vec<_> = used.enums.iter().copied().chain([call.endpoint.request]).collect();
                let import = match names(&enums) {
                    several if several.contains(", ") => format!("{{{several}}}"),
                    one => one,
                };
                format!(
                    "use bootpay_core::{client};\nuse bootpay_core::model::{import};\n\n\
                     let bootpay = Bootpay::from_env()?;\n"
                )
            }
        };
        format!("{head}{}", self.statement(call))
    }

    /// The statement that makes the call.
    pub(in crate::console) fn statement(self, call: &Call) -> String {
        let (field, method, request) = (call.resource.field, call.endpoint.method, call.endpoint.request);
        let result = self.cased(&result(call.endpoint.reply));
        let all: Vec<_> = call.arguments.iter().collect();
        match self {
            Self::Python => {
                let arguments = self.arguments(&all, true);
                self.fitted(&format!("{result} = bootpay.{field}.{method}("), &arguments, ")")
            }
            Self::Node => {
                let start = format!("const {result} = await bootpay.{}.{}(", self.cased(field), self.cased(method));
                match self.arguments(&all, false) {
                    arguments if arguments.is_empty() => format!("{start})"),
                    arguments => self.fitted(&format!("{start}{{"), &arguments, "})"),
                }
            }
            Self::Kotlin => {
                let start = format!("val {result} = bootpay.{}().{}({request}(", camel_case(field), camel_case(method));
                self.fitted(&start, &self.arguments(&all, true), "))")
            }
            Self::Swift => {
                let start = format!("let {result} = try await bootpay.{}.{}(", camel_case(field), camel_case(method));
                self.fitted(&start, &self.arguments(&all, false), ")")
            }
            Self::Rust => {
                let (new, setters) = self.made(request, &call.arguments);
                let line = format!("let {result} = bootpay.{field}().{method}({new}{}).await?;", setters.concat());
                if line.chars().count() <= LONGEST {
                    return line;
                }
                // As rustfmt breaks it.
                let request = std::iter::once(new).chain(setters).collect::<Vec<_>>().join("\n            ");
                format!(
                    "let {result} = bootpay\n    .{field}()\n    .{method}(\n        {request},\n    )\n    .await?;"
                )
            }
        }
    }

    /// The arguments with their names; the first one may go without.
    fn arguments(self, arguments: &[&Argument], is_first_bare: bool) -> Vec<String> {
        let mut written = Vec::new();
        for (at, argument) in arguments.iter().enumerate() {
            let (name, value) = (self.cased(argument.name), self.given(&argument.given));
            let is_bare = at == 0 && is_first_bare && argument.is_required;
            written.push(match self {
                _ if is_bare => value,
                Self::Python => format!("{name}={value}"),
                Self::Kotlin => format!("{name} = {value}"),
                Self::Node if name == value => name,
                Self::Node | Self::Swift | Self::Rust => format!("{name}: {value}"),
            });
        }
        written
    }

    /// A call on one line where it fits, else an argument a line.
    fn fitted(self, start: &str, arguments: &[String], end: &str) -> String {
        let inner = arguments.join(", ");
        // Node's style has blanks in its braces.
        let blank = if start.ends_with('{') { " " } else { "" };
        let line = format!("{start}{blank}{inner}{blank}{end}");
        if arguments.is_empty() || line.chars().count() <= LONGEST {
            return line;
        }
        // Swift takes no comma behind the last argument in every version that the library supports, Node's style none.
        let last = if matches!(self, Self::Swift | Self::Node) { "" } else { "," };
        let indent = if matches!(self, Self::Node) { "  " } else { "    " };
        format!("{start}\n{indent}{}{last}\n{end}", arguments.join(&format!(",\n{indent}")))
    }

    /// A struct of Rust: made by `new`, with the calls that set what is optional.
    fn made(self, name: &str, arguments: &[Argument]) -> (String, Vec<String>) {
        let (required, optional): (Vec<_>, Vec<_>) = arguments.iter().partition(|argument| argument.is_required);
        let values: Vec<_> = required.iter().map(|argument| self.given(&argument.given)).collect();
        let set = |argument: &&Argument| format!(".{}({})", argument.name, self.given(&argument.given));
        (format!("{name}::new({})", values.join(", ")), optional.iter().map(set).collect())
    }

    fn given(self, given: &Given) -> String {
        match given {
            Given::Variable { name, is_secret } => {
                let name = self.cased(name);
                match self {
                    Self::Kotlin if *is_secret => format!("Secret({name})"),
                    Self::Swift if *is_secret => format!("Bootpay.Secret({name})"),
                    _ => name,
                }
            }
            Given::Text(text) => self.text(text),
            // Every language takes an underscore between digits.
            Given::Amount(amount) => grouped(*amount).replace(',', "_"),
            Given::Number(number) => number.to_string(),
            Given::Flag(flag) => self.flag(*flag).to_owned(),
            Given::Word { model, variant, text } => match variant {
                Some(variant) => self.word(model, variant.name, variant.symbol),
                None => self.unknown_word(model, text),
            },
            Given::Moment(moment) => {
                let text = self.text(&moment.to_string());
                match self {
                    Self::Python => format!("datetime.fromisoformat({text})"),
                    Self::Node => format!("new Date({text})"),
                    Self::Kotlin => format!("Instant.ofEpochMilli({})", moment.as_millis()),
                    Self::Swift => format!("Date(timeIntervalSince1970: {})", seconds(moment.as_millis())),
                    Self::Rust => format!("Timestamp::parse({text}).expect(\"a time\")"),
                }
            }
            Given::Json(value) => self.json(value),
            Given::List(items) => {
                let items = items.iter().map(|item| self.given(item)).collect::<Vec<_>>().join(", ");
                match self {
                    Self::Kotlin => format!("listOf({items})"),
                    Self::Rust => format!("vec![{items}]"),
                    Self::Python | Self::Node | Self::Swift => format!("[{items}]"),
                }
            }
            Given::Object { model, fields } => self.object(model, fields),
        }
    }

    fn object(self, model: &Model, fields: &[Argument]) -> String {
        let all: Vec<_> = fields.iter().collect();
        let inner = self.arguments(&all, false).join(", ");
        match self {
            Self::Python | Self::Kotlin => format!("{}({inner})", model.name),
            Self::Node if inner.is_empty() => "{}".to_owned(),
            Self::Node => format!("{{ {inner} }}"),
            Self::Swift => format!(".init({inner})"),
            Self::Rust => {
                let (new, setters) = self.made(model.name, fields);
                format!("{new}{}", setters.concat())
            }
        }
    }

    fn word(self, model: &Model, variant: &str, symbol: &str) -> String {
        let is_open = matches!(model.shape, Shape::Enum { open: true, .. });
        match self {
            Self::Python | Self::Node => self.text(symbol),
            Self::Kotlin if is_open => format!("{}.{variant}", model.name),
            Self::Kotlin => format!("{}.{}", model.name, shouted(variant)),
            Self::Swift => format!(".{}", lower_camel_case(variant)),
            Self::Rust => format!("{}::{variant}", model.name),
        }
    }

    fn unknown_word(self, model: &Model, text: &str) -> String {
        let text = self.text(text);
        match self {
            Self::Python | Self::Node => text,
            Self::Kotlin => format!("{}.Unknown({text})", model.name),
            Self::Swift => format!(".unknown(value: {text})"),
            Self::Rust => format!("{}::from({text})", model.name),
        }
    }

    fn flag(self, flag: bool) -> &'static str {
        match (self, flag) {
            (Self::Python, true) => "True",
            (Self::Python, false) => "False",
            (_, true) => "true",
            (_, false) => "false",
        }
    }

    /// Any JSON: a native value where the language has one, else its text.
    pub(in crate::console) fn json(self, value: &Value) -> String {
        match self {
            Self::Python | Self::Node => self.native(value),
            Self::Kotlin => self.text(&value.to_string()),
            Self::Swift => format!("Bootpay.Json(text: {})", self.text(&value.to_string())),
            Self::Rust => format!("serde_json::json!({})", self.native(value)),
        }
    }

    fn native(self, value: &Value) -> String {
        match value {
            Value::Null if self == Self::Python => "None".to_owned(),
            Value::Null => "null".to_owned(),
            Value::Bool(flag) => self.flag(*flag).to_owned(),
            // Rust takes a whole number for an `i32`.
            Value::Number(number)
                if self == Self::Rust && number.as_i64().is_some_and(|it| i32::try_from(it).is_err()) =>
            {
                format!("{number}_i64")
            }
            Value::Number(number) if self == Self::Rust && number.is_u64() && number.as_i64().is_none() => {
                format!("{number}_u64")
            }
            Value::Number(number) => number.to_string(),
            Value::String(text) => self.text(text),
            Value::Array(items) => {
                let items: Vec<_> = items.iter().map(|item| self.native(item)).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Object(fields) => {
                let field = |(name, value): (&String, &Value)| format!("{}: {}", self.key(name), self.native(value));
                match fields.iter().map(field).collect::<Vec<_>>().join(", ") {
                    fields if fields.is_empty() || self == Self::Python => format!("{{{fields}}}"),
                    fields => format!("{{ {fields} }}"),
                }
            }
        }
    }

    /// The key of an object of JSON.
    fn key(self, name: &str) -> String {
        let is_plain = name.starts_with(|first: char| first.is_ascii_alphabetic())
            && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_');
        match self {
            Self::Node if is_plain => name.to_owned(),
            // A plain key of this name would set the object's prototype.
            Self::Node if name == "__proto__" => format!("[{}]", self.text(name)),
            _ => self.text(name),
        }
    }

    /// A name in the language's spelling.
    fn cased(self, name: &str) -> String {
        match self {
            Self::Python | Self::Rust => name.to_owned(),
            Self::Node | Self::Kotlin | Self::Swift => camel_case(name),
        }
    }

    /// A string literal in which nothing is hidden, and nothing is anything but text.
    pub(in crate::console) fn text(self, text: &str) -> String {
        let quote = if self == Self::Node { '\'' } else { '"' };
        let mut literal = String::from(quote);
        for letter in text.chars() {
            match letter {
                '\\' => literal.push_str("\\\\"),
                '\n' => literal.push_str("\\n"),
                '\r' => literal.push_str("\\r"),
                '\t' => literal.push_str("\\t"),
                '$' if self == Self::Kotlin => literal.push_str("\\$"),
                letter if letter == quote => {
                    literal.push('\\');
                    literal.push(letter);
                }
                letter if is_hidden(letter) || matches!(letter, '\u{2028}' | '\u{2029}') => {
                    self.escaped(letter, &mut literal);
                }
                letter => literal.push(letter),
            }
        }
        literal.push(quote);
        literal
    }

    /// A letter by its number. Those that are hidden have four digits.
    fn escaped(self, letter: char, literal: &mut String) {
        let code = u32::from(letter);
        let _ = match self {
            Self::Python | Self::Node | Self::Kotlin => write!(literal, "\\u{code:04x}"),
            Self::Swift | Self::Rust => write!(literal, "\\u{{{code:x}}}"),
        };
    }
}

/// The models that a call's values name.
#[derive(Default)]
struct Used {
    structs: BTreeSet<&'static str>,
    enums: BTreeSet<&'static str>,
    moments: bool,
}

impl Used {
    fn arguments(&mut self, arguments: &[Argument]) {
        for argument in arguments {
            self.given(&argument.given);
        }
    }

    fn given(&mut self, given: &Given) {
        match given {
            Given::Word { model, .. } => {
                self.enums.insert(model.name);
            }
            Given::Moment(_) => self.moments = true,
            Given::List(items) => items.iter().for_each(|item| self.given(item)),
            Given::Object { model, fields } => {
                self.structs.insert(model.name);
                self.arguments(fields);
            }
            Given::Variable { .. }
            | Given::Text(_)
            | Given::Amount(_)
            | Given::Number(_)
            | Given::Flag(_)
            | Given::Json(_) => {}
        }
    }
}

/// The name of a call's result, after its type: `VerifiedPayment` is a `payment`, `Vec<Receipt>` are `receipts`.
fn result(reply: &str) -> String {
    let reply: String = reply.split_whitespace().collect();
    let mut bare = reply.as_str();
    for wrapper in ["Option<", "Vec<"] {
        bare = bare.strip_prefix(wrapper).and_then(|inner| inner.strip_suffix('>')).unwrap_or(bare);
    }
    if model(bare).is_none() {
        return "result".to_owned();
    }
    let words = words(bare);
    let skipped = usize::from(words.first().is_some_and(|first| first.ends_with("ed")));
    match words[skipped..].join("_") {
        name if name.is_empty() => "result".to_owned(),
        name if reply.starts_with("Vec<") => format!("{name}s"),
        name => name,
    }
}

/// The words of a name of a type, in lower case.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for letter in name.chars() {
        match words.last_mut() {
            Some(word) if !letter.is_ascii_uppercase() => word.push(letter),
            _ => words.push(letter.to_ascii_lowercase().to_string()),
        }
    }
    words
}

/// The name of a variant as Kotlin writes the values of a closed enum: `Android` is `ANDROID`.
fn shouted(variant: &str) -> String {
    words(variant).join("_").to_ascii_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::copy_as::given::{fields, is_required};
    use crate::console::copy_as::of_request;
    use bootpay_core::describe::{Kind, models};
    use serde_json::json;

    fn call(method: &str, path: &str, body: &Value) -> Call {
        of_request(&json!({ "method": method, "path": path, "query": {}, "body": body }), None).unwrap()
    }

    #[test]
    fn a_moment_keeps_its_milliseconds() {
        assert_eq!(
            [1_793_458_800_500, 1_793_458_800_000, -500].map(seconds),
            ["1793458800.500", "1793458800", "-0.500"]
        );
    }

    #[test]
    fn a_short_call_is_a_line() {
        let get = call("GET", "/v2/receipt/a1", &json!(null));
        let list = call("GET", "/v2/seller/payment/method", &json!(null));
        for (language, one, none) in [
            (
                Language::Python,
                "receipt = bootpay.payments.get(\"a1\")",
                "payment_methods = bootpay.payment_methods.list()",
            ),
            (
                Language::Node,
                "const receipt = await bootpay.payments.get({ receiptId: 'a1' })",
                "const paymentMethods = await bootpay.paymentMethods.list()",
            ),
            (
                Language::Kotlin,
                "val receipt = bootpay.payments().get(GetReceipt(\"a1\"))",
                "val paymentMethods = bootpay.paymentMethods().list(ListPaymentMethods())",
            ),
            (
                Language::Swift,
                "let receipt = try await bootpay.payments.get(receiptId: \"a1\")",
                "let paymentMethods = try await bootpay.paymentMethods.list()",
            ),
            (
                Language::Rust,
                "let receipt = bootpay.payments().get(GetReceipt::new(\"a1\")).await?;",
                "let payment_methods = bootpay.payment_methods().list(ListPaymentMethods::new()).await?;",
            ),
        ] {
            assert_eq!(language.statement(&get), one);
            assert_eq!(language.statement(&list), none);
        }
    }

    #[test]
    fn text_is_text_in_every_language() {
        let hostile = "'\"\\$x ${y} `z` \\(w)\n차 🎧\u{202e}\u{0}\u{2028}";
        for (language, literal) in [
            (Language::Python, r#""'\"\\$x ${y} `z` \\(w)\n차 🎧\u202e\u0000\u2028""#),
            (Language::Node, r#"'\'"\\$x ${y} `z` \\(w)\n차 🎧\u202e\u0000\u2028'"#),
            (Language::Kotlin, r#""'\"\\\$x \${y} `z` \\(w)\n차 🎧\u202e\u0000\u2028""#),
            (Language::Swift, r#""'\"\\$x ${y} `z` \\(w)\n차 🎧\u{202e}\u{0}\u{2028}""#),
            (Language::Rust, r#""'\"\\$x ${y} `z` \\(w)\n차 🎧\u{202e}\u{0}\u{2028}""#),
        ] {
            assert_eq!(language.text(hostile), literal);
        }
    }

    #[test]
    fn secrets_and_what_is_not_there_are_names() {
        let body = json!({ "pg": "kcp", "card_no": "4111", "card_pw": "…", "order_name": "…" });
        let issue = call("POST", "/v2/request/subscribe", &body);
        for language in LANGUAGES {
            let code = language.program(&issue);
            assert!(!code.contains("4111") && !code.contains('…') && issue.has_variables(), "{code}");
        }
        assert!(Language::Kotlin.program(&issue).contains("cardNo = Secret(cardNo)"));
        assert!(Language::Swift.program(&issue).contains("cardNo: Bootpay.Secret(cardNo)"));
        assert!(Language::Node.program(&issue).contains("  cardNo,\n"));
        assert!(Language::Python.program(&issue).contains("order_name=order_name"));
    }

    #[test]
    fn json_is_native_where_a_language_has_it() {
        let value =
            json!({ "a-b": [1, null, true, 12_345_678_901_i64, u64::MAX, -1.5], "c": {}, "__proto__": { "d": "$" } });
        for (language, written) in [
            (
                Language::Python,
                r#"{"__proto__": {"d": "$"}, "a-b": [1, None, True, 12345678901, 18446744073709551615, -1.5], "c": {}}"#,
            ),
            (
                Language::Node,
                "{ ['__proto__']: { d: '$' }, 'a-b': [1, null, true, 12345678901, 18446744073709551615, -1.5], c: {} }",
            ),
            (
                Language::Rust,
                r#"serde_json::json!({ "__proto__": { "d": "$" }, "a-b": [1, null, true, 12345678901_i64, 18446744073709551615_u64, -1.5], "c": {} })"#,
            ),
        ] {
            assert_eq!(language.json(&value), written);
        }
        assert_eq!(Language::Kotlin.json(&json!({ "d": "$\"" })), r#""{\"d\":\"\$\\\"\"}""#);
        assert_eq!(Language::Swift.json(&json!({ "d": "$" })), r#"Bootpay.Json(text: "{\"d\":\"$\"}")"#);
    }

    /// Constructors take the required fields first: the order of the arguments is theirs.
    #[test]
    fn what_is_sent_has_its_required_fields_first() {
        for model in models() {
            if let Shape::Struct { kind: Kind::Request | Kind::Input, .. } = model.shape {
                let are_required: Vec<_> = fields(&model).iter().map(is_required).collect();
                assert!(are_required.is_sorted_by(|one, next| one >= next), "{}", model.name);
            }
        }
    }
}
