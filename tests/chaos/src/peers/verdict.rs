//! How a life ended, by the emulator's records.

use std::{cmp::Ordering, fmt};

use serde_json::Value;

use crate::{
    child::NoAnswer,
    truth::{Count, Refunds},
};

/// How a life ended. What is wrong comes first, and what ended it before what is in doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// What the shop believes is so.
    Right,
    /// The shop believes something that is not so.
    Wrong,
    /// Nothing wrong, but the shop does not know what became of a call.
    InDoubt,
    /// Nothing wrong, but a call did not end.
    Hung,
    /// Nothing wrong, but the process ended.
    Crashed,
}

/// What the shop is wrong about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// A sale was charged more than once.
    ChargedTwice,
    /// A sale is paid that the shop calls unpaid.
    CalledUnpaid,
    /// A sale is not paid that the shop calls paid.
    CalledPaid,
    /// More was given back than the shop says.
    GaveBackMore,
    /// Less was given back than the shop says.
    GaveBackLess,
    /// A cash receipt is valid that the shop says there is not.
    CashReceiptTooMany,
    /// A cash receipt is not valid that the shop says there is.
    CashReceiptMissing,
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Right => "right",
            Self::Wrong => "wrong",
            Self::InDoubt => "in doubt",
            Self::Hung => "hung",
            Self::Crashed => "crashed",
        })
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ChargedTwice => "charged twice",
            Self::CalledUnpaid => "paid, and called unpaid",
            Self::CalledPaid => "not paid, and called paid",
            Self::GaveBackMore => "more given back than the shop says",
            Self::GaveBackLess => "less given back than the shop says",
            Self::CashReceiptTooMany => "a cash receipt that the shop says there is not",
            Self::CashReceiptMissing => "no cash receipt, where the shop says there is one",
        })
    }
}

/// What is known of a life.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    pub(crate) wrong: Vec<Wrong>,
    pub(crate) in_doubt: bool,
    pub(crate) end: Option<NoAnswer>,
    /// How its calls ended.
    pub(crate) calls: Vec<&'static str>,
    /// The requests that change something.
    pub(crate) arrived: usize,
}

impl Verdict {
    pub(crate) fn of_sale(&mut self, believed: Count, paid: usize) {
        self.wrong.extend(match believed.compare(paid) {
            Ordering::Greater if paid > 1 => Some(Wrong::ChargedTwice),
            Ordering::Greater => Some(Wrong::CalledUnpaid),
            Ordering::Less => Some(Wrong::CalledPaid),
            Ordering::Equal => None,
        });
    }

    pub(crate) fn of_refunds(&mut self, believed: &Refunds, receipt: &Value) {
        self.wrong.extend(match believed.compare(receipt) {
            Ordering::Greater => Some(Wrong::GaveBackMore),
            Ordering::Less => Some(Wrong::GaveBackLess),
            Ordering::Equal => None,
        });
    }

    pub(crate) fn of_cash_receipts(&mut self, believed: Count, valid: usize) {
        self.wrong.extend(match believed.compare(valid) {
            Ordering::Greater => Some(Wrong::CashReceiptTooMany),
            Ordering::Less => Some(Wrong::CashReceiptMissing),
            Ordering::Equal => None,
        });
    }

    pub(crate) fn ending(&self) -> Ending {
        match (self.wrong.is_empty(), self.end, self.in_doubt) {
            (false, _, _) => Ending::Wrong,
            (true, Some(NoAnswer::Died), _) => Ending::Crashed,
            (true, Some(NoAnswer::Late), _) => Ending::Hung,
            (true, None, true) => Ending::InDoubt,
            (true, None, false) => Ending::Right,
        }
    }
}
