//! The settlement report: what PGs pay out for live payments. It is the emulator's own: Bootpay shows none.
//!
//! Rates are those of Bootpay's price page of 2025 for the general class, without VAT **[doc]**; columns and
//! formulas are an aggregator's **[third-party]**; the third calendar day after the trade is a choice **[ours]**.

use bootpay_core::model::{Method, Pg};
use serde_json::{Value, json};

use crate::domain::catalog;
use crate::domain::clock::Moment;
use crate::domain::money::Money;
use crate::domain::movement::{Kind, Movement};
use crate::domain::payment::Payment;
use crate::domain::receipt::tid;

/// Seconds from a trade to its settlement.
const TERM: i64 = 3 * 24 * 60 * 60;

/// A PG's fee, without VAT.
enum Fee {
    /// In hundredths of a percent; a cancel returns it.
    Share(i64),
    /// In won for each payment; a cancel does not return it.
    Fixed(i64),
}

fn fee(pg: &Pg, method: &Method) -> Fee {
    match (catalog::used(method), pg) {
        (Method::VirtualAccount, Pg::PayApp) => Fee::Fixed(220),
        (Method::VirtualAccount, _) => Fee::Fixed(300),
        (Method::Bank, Pg::PayApp) => Fee::Share(230),
        (Method::Bank, _) => Fee::Share(180),
        (Method::Phone, Pg::PayApp) => Fee::Share(380),
        (Method::Phone, Pg::SettleBank) => Fee::Share(500),
        (Method::Phone, _) => Fee::Share(450),
        (Method::Card, Pg::Inicis) => Fee::Share(300),
        (_, Pg::Payco) => Fee::Share(280),
        (_, Pg::NaverPay | Pg::Npay) => Fee::Share(250),
        _ => Fee::Share(290),
    }
}

/// The amounts of a row or of a day, in won; negative where the PG takes money back.
#[derive(Clone, Copy, Default)]
struct Sums {
    amount: i64,
    fee: i64,
    fee_vat: i64,
}

impl Sums {
    fn of(movement: Movement, payment: &Payment) -> Self {
        let sign = if movement.kind == Kind::Cancel { -1 } else { 1 };
        let amount = won(movement.amount);
        let fee = match fee(&payment.pg, &payment.method) {
            Fee::Share(share) => rounded(amount * share, 10_000),
            Fee::Fixed(_) if movement.kind == Kind::Cancel => 0,
            Fee::Fixed(fee) => fee,
        };
        Self { amount: sign * amount, fee: sign * fee, fee_vat: sign * rounded(fee, 10) }
    }

    fn add(&mut self, other: Self) {
        self.amount += other.amount;
        self.fee += other.fee;
        self.fee_vat += other.fee_vat;
    }

    fn settled(self) -> i64 {
        self.amount - self.fee - self.fee_vat
    }
}

fn won(money: Money) -> i64 {
    money.0 / 100
}

/// A quotient of positive numbers, rounded to the nearest whole number.
fn rounded(dividend: i64, divisor: i64) -> i64 {
    (dividend + divisor / 2) / divisor
}

fn day(at: Moment) -> String {
    at.iso()[..10].to_owned()
}

/// The report over every payment of a project with its movements, by the day of settlement.
pub(crate) fn report(payments: &[(Payment, Vec<Movement>)], now: Moment) -> Value {
    let today = day(now);
    let (mut rows, mut excluded) = (Vec::new(), Vec::new());
    for (payment, movements) in payments {
        let reason = match payment {
            payment if payment.sandbox => "테스트 결제",
            payment if payment.currency != "KRW" => "외화 결제",
            _ => {
                rows.extend(
                    movements.iter().filter(|one| one.kind != Kind::UnreportedDeposit).map(|one| (*one, payment)),
                );
                continue;
            }
        };
        excluded.push(json!({
            "receipt_id": payment.receipt_id,
            "order_id": payment.order_id,
            "price": payment.price.json(),
            "currency": payment.currency,
            "reason": reason,
        }));
    }
    rows.sort_by_key(|(movement, _)| movement.at);
    let mut days: Vec<(String, usize, Sums)> = Vec::new();
    let mut shown = Vec::new();
    for (movement, payment) in rows {
        let (sums, on) = (Sums::of(movement, payment), day(movement.at.plus_seconds(TERM)));
        if days.last().is_none_or(|(last, ..)| *last != on) {
            days.push((on.clone(), 0, Sums::default()));
        }
        if let Some((_, count, total)) = days.last_mut() {
            *count += 1;
            total.add(sums);
        }
        shown.push(row(movement, payment, sums, &on));
    }
    let days = days.into_iter().map(|(on, count, sums)| {
        json!({
            "settled_on": on,
            "upcoming": on >= today,
            "count": count,
            "amount": sums.amount,
            "fee": sums.fee,
            "fee_vat": sums.fee_vat,
            "settled_amount": sums.settled(),
        })
    });
    let days: Vec<Value> = days.collect();
    json!({ "days": days, "rows": shown, "excluded": excluded })
}

fn row(movement: Movement, payment: &Payment, sums: Sums, on: &str) -> Value {
    let kind = match movement.kind {
        Kind::Cancel if movement.amount < payment.price => "부분취소",
        Kind::Cancel => "취소",
        Kind::Approval | Kind::UnreportedDeposit => "승인",
    };
    let sign = if movement.kind == Kind::Cancel { -1 } else { 1 };
    let (amount, tax_free) = (won(movement.amount), won(movement.tax_free));
    let vat = rounded(amount - tax_free, 11);
    json!({
        "kind": kind,
        "traded_at": movement.at.iso(),
        "settled_on": on,
        "pg": payment.pg,
        "method": payment.method,
        "receipt_id": payment.receipt_id,
        "order_id": payment.order_id,
        "order_name": payment.order_name,
        "tid": tid(payment),
        "amount": sums.amount,
        "tax_free": sign * tax_free,
        "vat": sign * vat,
        "supply": sign * (amount - tax_free - vat),
        "fee": sums.fee,
        "fee_vat": sums.fee_vat,
        "settled_amount": sums.settled(),
    })
}
