//! What is to happen in a life, drawn before it begins: nothing that an SDK does changes it.

use fastrand::Rng;

/// A life. What is made `again` is made once more where the shop believes that it did not happen.
#[derive(Debug)]
pub(crate) enum Plan {
    /// The buyer's window, confirm, and refunds.
    Payment {
        price: i64,
        method: &'static str,
        confirm_result: &'static str,
        cancel_result: &'static str,
        again: bool,
        refunds: Vec<Refund>,
    },
    /// Sales charged to a billing key, or to another one the second time.
    Charges { charge_result: &'static str, sales: Vec<Sale> },
    /// A charge that is to come, and perhaps is called off before.
    Reservation { price: i64, again: bool, call_off: bool, call_off_again: bool },
    /// A cash receipt of a payment, perhaps cancelled.
    CashReceiptOfPayment { again: bool, cancel: bool },
    /// A cash receipt alone, perhaps cancelled.
    CashReceiptAlone { price: i64, again: bool, cancel: bool },
}

/// A part of a payment, or all that remains.
#[derive(Debug)]
pub(crate) struct Refund {
    pub(crate) part: Option<i64>,
    pub(crate) again: bool,
}

#[derive(Debug)]
pub(crate) struct Sale {
    pub(crate) price: i64,
    pub(crate) again: bool,
    pub(crate) give_back: bool,
}

impl Plan {
    /// In the shares of the chaos run.
    pub(crate) fn draw(rng: &mut Rng) -> Self {
        match rng.u32(0..100) {
            0..45 => {
                let price = price(rng);
                Self::Payment {
                    price,
                    method: ["card", "bank", "kakao"][rng.usize(..3)],
                    confirm_result: pg_answer(rng),
                    cancel_result: pg_answer(rng),
                    again: rng.bool(),
                    refunds: (0..rng.u32(0..5))
                        .map(|_| Refund {
                            // Sometimes more than remains.
                            part: (rng.u32(0..4) > 0).then(|| (price * rng.i64(1..70) / 100).max(1)),
                            again: rng.bool(),
                        })
                        .collect(),
                }
            }
            45..75 => Self::Charges {
                charge_result: pg_answer(rng),
                sales: (0..rng.u32(1..4))
                    .map(|_| Sale { price: price(rng), again: rng.u32(0..3) > 0, give_back: rng.u32(0..3) == 0 })
                    .collect(),
            },
            75..85 => Self::Reservation {
                price: price(rng),
                again: rng.bool(),
                call_off: rng.u32(0..3) > 0,
                call_off_again: rng.bool(),
            },
            85..92 => Self::CashReceiptOfPayment { again: rng.bool(), cancel: rng.bool() },
            _ => Self::CashReceiptAlone { price: price(rng), again: rng.bool(), cancel: rng.bool() },
        }
    }

    /// For the report.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Payment { .. } => "payment",
            Self::Charges { .. } => "charges of a billing key",
            Self::Reservation { .. } => "reservation",
            Self::CashReceiptOfPayment { .. } => "cash receipt of a payment",
            Self::CashReceiptAlone { .. } => "cash receipt alone",
        }
    }
}

/// What the PG answers, mostly well.
fn pg_answer(rng: &mut Rng) -> &'static str {
    match rng.u32(0..20) {
        0 | 1 => "refused",
        2 => "critical",
        3 => "critical_done",
        _ => "ok",
    }
}

fn price(rng: &mut Rng) -> i64 {
    rng.i64(1..500) * 100
}
