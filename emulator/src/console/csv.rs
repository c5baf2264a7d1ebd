//! Payments as lines of CSV, for spreadsheets.

use super::chip::Chip;
use super::names::{method, pg};
use super::texts::Texts;
use crate::domain::clock::Moment;
use crate::domain::payment::Payment;

/// The mark by which Excel takes the text for UTF-8, and the names of the columns.
pub(super) fn head(t: Texts) -> String {
    let names = [
        "receipt_id",
        "order_id",
        t.csv_order_name(),
        t.status(),
        t.amount(),
        t.csv_cancelled(),
        t.csv_currency(),
        "PG",
        t.csv_method(),
        t.test_payment(),
        t.csv_requested_at(),
        t.csv_purchased_at(),
        t.csv_cancelled_at(),
    ];
    format!("\u{feff}{}", joined(names.map(str::to_owned)))
}

pub(super) fn line(payment: &Payment, t: Texts) -> String {
    let moment = |moment: Option<Moment>| moment.map(Moment::plain).unwrap_or_default();
    joined([
        payment.receipt_id.clone(),
        payment.order_id.clone(),
        payment.order_name.clone(),
        Chip::of_payment(payment, t).word,
        payment.price.to_string(),
        payment.cancelled_price.to_string(),
        payment.currency.clone(),
        pg(payment, t),
        method(payment, t),
        if payment.sandbox { t.test_payment().to_owned() } else { String::new() },
        moment(Some(payment.requested_at)),
        moment(payment.purchased_at),
        moment(payment.cancelled_at),
    ])
}

fn joined<const N: usize>(cells: [String; N]) -> String {
    cells.map(|cell| quoted(&cell)).join(",") + "\r\n"
}

/// A cell. One that a spreadsheet would take for a formula begins with an apostrophe.
fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let mark = if is_formula { "'" } else { "" };
    format!("\"{mark}{}\"", cell.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(quoted("tea"), "\"tea\"");
        assert_eq!(quoted("=1+1"), "\"'=1+1\"");
        assert_eq!(quoted("a\"b\nc"), "\"a\"\"b\nc\"");
    }
}
