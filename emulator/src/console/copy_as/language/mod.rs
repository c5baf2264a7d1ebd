//! How each language spells a call and its values.

mod kotlin;
mod names;
mod node;
mod python;
mod rust;
mod spelling;
mod swift;
mod used;

use serde_json::Value;

use self::kotlin::Kotlin;
use self::node::Node;
use self::python::Python;
use self::rust::Rust;
use self::spelling::Spelling;
use self::swift::Swift;
use self::used::Used;
use super::call::Call;

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

impl Language {
    fn spelling(self) -> &'static dyn Spelling {
        match self {
            Self::Python => &Python,
            Self::Node => &Node,
            Self::Kotlin => &Kotlin,
            Self::Swift => &Swift,
            Self::Rust => &Rust,
        }
    }

    /// Its name in addresses.
    pub(in crate::console) fn name(self) -> &'static str {
        self.spelling().name()
    }

    pub(in crate::console) fn label(self) -> &'static str {
        self.spelling().label()
    }

    /// The program that makes the call; its client takes its keys from the environment.
    pub(in crate::console) fn program(self, call: &Call) -> String {
        let head = self.spelling().head(call.endpoint.request, &Used::by(&call.arguments));
        format!("{head}{}", self.statement(call))
    }

    /// The statement that makes the call.
    pub(in crate::console) fn statement(self, call: &Call) -> String {
        self.spelling().statement(call)
    }

    /// Any JSON: a native value where the language has one, else its text.
    pub(in crate::console) fn json(self, value: &Value) -> String {
        self.spelling().json(value)
    }

    /// A string literal in which nothing is hidden, and nothing is anything but text.
    pub(in crate::console) fn text(self, text: &str) -> String {
        self.spelling().text(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::console::copy_as::given::{fields, is_required};
    use crate::console::copy_as::of_request;
    use bootpay_core::describe::{Kind, Shape, models};
    use serde_json::json;

    fn call(method: &str, path: &str, body: &Value) -> Call {
        of_request(&json!({ "method": method, "path": path, "query": {}, "body": body }), None).unwrap()
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
