//! The code of a payment: the page that opens the window, and the server that confirms, in five languages.

use serde_json::json;

use super::copy_as::{self, Language};
use super::format::grouped;
use crate::domain::secrets::REDACTED;

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
    /// The server's code: the page sends it the receipt id.
    pub(super) fn server(&self, language: Language) -> String {
        let request = json!({ "method": "POST", "path": "/v2/confirm", "body": { "receipt_id": REDACTED } });
        let sold = json!({ "order_id": self.order_id, "price": self.price });
        copy_as::of_request(&request, Some(&sold)).map_or_else(String::new, |call| language.program(&call))
    }

    /// The page's code.
    pub(super) fn page(&self) -> String {
        let text = |text: &str| Language::Node.text(text);
        let by = self.by.map(|(pg, method)| format!("\n  pg: {},\n  method: {},", text(pg), text(method)));
        let values = [
            ("{client_key}", text(self.client_key)),
            ("{order_id}", text(self.order_id)),
            ("{order_name}", text(self.order_name)),
            ("{by}", by.unwrap_or_default()),
            ("{test_deposit}", if self.test_deposit { ", test_deposit: true" } else { "" }.to_owned()),
            ("{price}", grouped(self.price).replace(',', "_")),
        ];
        filled(PAGE, &values).trim_end().to_owned()
    }
}

/// A text with its places filled; a value may contain what looks like a place.
fn filled(text: &str, values: &[(&str, String)]) -> String {
    let first = values.iter().filter_map(|(place, value)| Some((text.find(place)?, place, value))).min();
    match first {
        Some((at, place, value)) => format!("{}{value}{}", &text[..at], filled(&text[at + place.len()..], values)),
        None => text.to_owned(),
    }
}
