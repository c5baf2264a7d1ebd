//! The code of a payment: the page that opens the window, and the server that confirms, in five languages.
//!
//! The calls are those of the project's README: `tests/console_samples.rs` compares them.

use super::format::grouped;

/// A language of servers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sample {
    /// Its name in addresses.
    pub(super) name: &'static str,
    pub(super) label: &'static str,
    text: &'static str,
}

pub(super) const SAMPLES: [Sample; 5] = [
    Sample { name: "python", label: "Python", text: include_str!("samples/python.txt") },
    Sample { name: "node", label: "Node", text: include_str!("samples/node.txt") },
    Sample { name: "kotlin", label: "Kotlin", text: include_str!("samples/kotlin.txt") },
    Sample { name: "swift", label: "Swift", text: include_str!("samples/swift.txt") },
    Sample { name: "rust", label: "Rust", text: include_str!("samples/rust.txt") },
];

const PAGE: &str = include_str!("samples/page.txt");

/// The payment of which the code speaks.
pub(super) struct Sold<'a> {
    pub(super) client_key: &'a str,
    pub(super) order_id: &'a str,
    pub(super) order_name: &'a str,
    pub(super) price: i64,
    /// PG and method; absent where the buyer chooses.
    pub(super) by: Option<(&'a str, &'a str)>,
    /// The window plays the deposit of a virtual account.
    pub(super) test_deposit: bool,
}

impl Sold<'_> {
    /// The server's code.
    pub(super) fn server(&self, sample: Sample) -> String {
        self.filled(sample.text)
    }

    /// The page's code.
    pub(super) fn page(&self) -> String {
        let by = self.by.map(|(pg, method)| format!("\n  pg: '{pg}',\n  method: '{method}',")).unwrap_or_default();
        let test_deposit = if self.test_deposit { ", test_deposit: true" } else { "" };
        self.filled(&PAGE.replace("{by}", &by).replace("{test_deposit}", test_deposit))
    }

    fn filled(&self, text: &str) -> String {
        // Every language takes an underscore between digits.
        let price = grouped(self.price).replace(',', "_");
        text.replace("{client_key}", &quotable(self.client_key))
            .replace("{order_id}", &quotable(self.order_id))
            .replace("{price}", &price)
            .replace("{order_name}", &quotable(self.order_name))
            .trim_end()
            .to_owned()
    }
}

/// Text that ends no string of any of the languages.
fn quotable(text: &str) -> String {
    text.chars().filter(|letter| !matches!(letter, '\'' | '"' | '\\' | '$' | '`' | '\n' | '\r')).collect()
}
