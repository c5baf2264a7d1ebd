//! One random life: what a shop does, drawn from a seed.

use bootpay_core::Timestamp;
use serde_json::{Value, json};

use crate::{
    client::Ended,
    emulator::text,
    shop::{Known, Shop},
    truth::{Count, Refunds, check_requests, is_paid},
};

/// Lives it, and holds it against the records. `name` makes its orders its own.
pub(crate) fn live(shop: &mut Shop<'_>, name: &str) {
    shop.emulator.clear("requests");
    let check = match shop.rng.u32(0..100) {
        0..45 => payment(shop, name),
        45..75 => charges(shop, name),
        75..85 => reservation(shop, name),
        85..92 => cash_receipt_of_payment(shop, name),
        _ => cash_receipt_alone(shop, name),
    };
    check_requests(shop);
    shop.close();
    check(shop);
}

/// What is to be compared once nothing is under way any more.
type Check = Box<dyn FnOnce(&mut Shop<'_>)>;

/// What the PG answers, mostly well.
fn pg_answer(shop: &mut Shop<'_>) -> &'static str {
    match shop.rng.u32(0..20) {
        0 | 1 => "refused",
        2 => "critical",
        3 => "critical_done",
        _ => "ok",
    }
}

fn price(shop: &mut Shop<'_>) -> i64 {
    shop.rng.i64(1..500) * 100
}

/// The buyer's window, confirm, verify, and refunds.
fn payment(shop: &mut Shop<'_>, order_id: &str) -> Check {
    let price = price(shop);
    let approved = if shop.rng.u32(0..20) == 0 { price + 100 } else { price };
    let method = ["card", "bank", "kakao"][shop.rng.usize(..3)];
    let (confirm_result, cancel_result) = (pg_answer(shop), pg_answer(shop));
    shop.tally.life(&format!("payment by {method}"));
    let receipt = shop.emulator.control(
        "payments",
        &json!({ "merchant": shop.merchant.id, "order_id": order_id, "price": price, "approve_price": approved,
            "method": method, "confirm_result": confirm_result, "cancel_result": cancel_result }),
    );
    let receipt_id = text(&receipt, "receipt_id").to_owned();
    shop.story.push(format!("{price} won, confirm {confirm_result}, cancel {cancel_result}, approves {approved}"));

    let sold = json!({ "receipt_id": receipt_id, "order_id": order_id, "price": price });
    let mut paid = Count::default();
    let mut known = Known::Not;
    for _ in 0..3 {
        let at_once = shop.rng.u32(0..5) == 0;
        known = if at_once { shop.confirm_at_once(&sold) } else { shop.make("payments.confirm", &sold, "").0 };
        paid.add(&known);
        if known != Known::Not || shop.rng.bool() {
            break;
        }
    }
    if known == Known::Done && shop.rng.u32(0..3) == 0 {
        shop.confirm_again(&sold, price == approved);
    }
    if known == Known::Done {
        let verified = shop.read("payments.verify", &sold);
        if matches!(verified, Ended::Returned(_)) != (price == approved) {
            shop.violations.push(format!("{price} won were sold, {approved} paid, verify says {verified:?}"));
        }
    }
    let mut refunds = Refunds::new(approved);
    if known == Known::Done {
        refund(shop, &receipt_id, approved, &mut refunds);
        if refunds.are_some() && shop.rng.u32(0..3) == 0 {
            shop.confirm_again(&sold, false);
        }
    }
    Box::new(move |shop| {
        let receipt = shop.emulator.read(shop.merchant, &format!("receipt/{receipt_id}"));
        paid.check("payments that were made", usize::from(is_paid(&receipt)), &mut shop.violations);
        refunds.check(&receipt, &mut shop.violations);
    })
}

/// Gives back parts, or all, until something is not known.
fn refund(shop: &mut Shop<'_>, receipt_id: &str, price: i64, refunds: &mut Refunds) {
    let mut cancel_id = 0;
    for _ in 0..shop.rng.u32(0..5) {
        // Sometimes more than remains, and sometimes the id of an earlier one.
        let part = (shop.rng.u32(0..4) > 0).then(|| (price * shop.rng.i64(1..70) / 100).max(1));
        if shop.rng.u32(0..6) > 0 {
            cancel_id += 1;
        }
        let known = loop {
            let known = match part {
                Some(amount) => {
                    let cancel_id = format!("c-{cancel_id}");
                    let what = format!("of {amount} won as {cancel_id}");
                    let with = json!({ "receipt_id": receipt_id, "cancel_price": amount, "cancel_id": cancel_id });
                    shop.make("payments.cancel_partial", &with, &what).0
                }
                None => shop.make("payments.cancel_full", &json!({ "receipt_id": receipt_id }), "").0,
            };
            refunds.add(part, &known);
            // What did not happen may be asked for again, under the same id.
            if known != Known::Not || shop.rng.bool() {
                break known;
            }
        };
        if known == Known::Unknown {
            return;
        }
    }
}

/// A billing key, and charges of it: what did not happen is asked for again under the same order id.
fn charges(shop: &mut Shop<'_>, name: &str) -> Check {
    let mut orders: Vec<(String, i64, Count, usize)> = vec![];
    let mut keys = vec![];
    if shop.rng.u32(0..4) == 0 {
        shop.tally.life("billing key of a card, and charges");
        let first = shop.rng.bool().then(|| price(shop));
        let order_id = format!("{name}-sub");
        let mut request = json!({
            "pg": "nicepay", "order_name": "plan", "subscription_id": order_id, "card_no": "5570123412341074",
            "card_pw": "11", "card_identity_no": "861014", "card_expire_year": "99", "card_expire_month": "12",
        });
        if let Some(price) = first {
            request["price"] = price.into();
        }
        let (known, issued) = shop.make("billing.issue_card", &request, "");
        let mut charged = Count::default();
        if let Some(price) = first {
            charged.add(&known);
            orders.push((order_id, price, charged, 1));
        }
        keys.extend(issued.and_then(|key| key["billing_key"].as_str().map(str::to_owned)));
    } else {
        shop.tally.life("charges of a billing key");
        // A card that may be refused, and the one that the buyer gives instead.
        for charge_result in [pg_answer(shop), "ok"] {
            let wishes = json!({ "merchant": shop.merchant.id, "charge_result": charge_result });
            keys.push(text(&shop.emulator.control("billing-keys", &wishes), "billing_key").to_owned());
            shop.story.push(format!("a billing key whose charges are {charge_result}"));
        }
    }
    let mut deleted = None;
    if !keys.is_empty() {
        for number in 0..shop.rng.u32(1..4) {
            let order_id = format!("{name}-{number}");
            let price = price(shop);
            let (mut charged, mut times) = (Count::default(), 0);
            for _ in 0..4 {
                let key = &keys[times.min(keys.len() - 1)];
                let with = json!({ "billing_key": key, "order_name": "tea", "order_id": order_id, "price": price });
                let (known, reply) = shop.make("billing.charge", &with, &order_id);
                times += 1;
                charged.add(&known);
                if let Some(receipt) = reply.filter(|_| shop.rng.u32(0..3) == 0) {
                    give_back(shop, text(&receipt, "receipt_id"), price);
                }
                if known != Known::Not || shop.rng.u32(0..3) == 0 {
                    break;
                }
            }
            orders.push((order_id, price, charged, times));
        }
        if shop.rng.u32(0..4) == 0 {
            let key = keys[0].clone();
            let known = shop.make("billing.delete", &json!({ "billing_key": key }), "").0;
            deleted = Some((key, known));
        }
    }
    Box::new(move |shop| {
        for (order_id, price, charged, times) in orders {
            let receipts = shop.emulator.read(shop.merchant, &format!("lookup/order/{order_id}"));
            let receipts = receipts.as_array().cloned().unwrap_or_default();
            let paid = receipts.iter().filter(|receipt| is_paid(receipt) && receipt["price"] == price).count();
            charged.check(&format!("charges of {order_id}"), paid, &mut shop.violations);
            let payments = receipts.iter().filter(|receipt| receipt["status"] != 11).count();
            if payments > times {
                shop.violations.push(format!("{order_id} has {payments} payments of {times} calls"));
            }
            if receipts.iter().any(|receipt| receipt["cancelled_price"].as_i64() > receipt["price"].as_i64()) {
                shop.violations.push(format!("more was given back than was paid: {receipts:?}"));
            }
        }
        if let Some((key, known)) = deleted {
            let found = shop.emulator.read(shop.merchant, &format!("billing_key/{key}"));
            let mut revoked = Count::default();
            revoked.add(&known);
            revoked.check("deleted keys", usize::from(found.is_null() || found["status"] == -11), &mut shop.violations);
        }
    })
}

/// Gives a charge back, and checks it at once where that is known.
fn give_back(shop: &mut Shop<'_>, receipt_id: &str, price: i64) {
    let mut refunds = Refunds::new(price);
    let known = shop.make("payments.cancel_full", &json!({ "receipt_id": receipt_id }), "of the charge").0;
    refunds.add(None, &known);
    if known != Known::Unknown {
        let receipt = shop.emulator.read(shop.merchant, &format!("receipt/{receipt_id}"));
        refunds.check(&receipt, &mut shop.violations);
    }
}

/// A charge that is to come, and perhaps is called off before.
fn reservation(shop: &mut Shop<'_>, order_id: &str) -> Check {
    // More than a life takes, and than a clock jumps in it.
    const WAIT: i64 = 1200;
    shop.tally.life("reservation");
    let key = shop.emulator.control("billing-keys", &json!({ "merchant": shop.merchant.id }));
    let price = price(shop);
    // Past neither here nor at Bootpay.
    let latest = shop.emulator.now().max(Timestamp::now());
    let at = Timestamp::from_millis(latest.as_millis() + WAIT * 1000).expect("a date");
    let with = json!({
        "billing_key": key["billing_key"], "order_name": "tea", "order_id": order_id, "price": price,
        "reserve_execute_at": at.to_string(),
    });
    let (created, reply) = shop.make("reservations.create", &with, "");
    let mut cancelled = Known::Not;
    if let Some(reservation) = reply.filter(|_| shop.rng.u32(0..3) > 0) {
        for _ in 0..2 {
            let with = json!({ "reserve_id": reservation["reserve_id"] });
            cancelled = shop.make("reservations.cancel", &with, "").0;
            if cancelled != Known::Not || shop.rng.bool() {
                break;
            }
        }
    }
    let order_id = order_id.to_owned();
    Box::new(move |shop| {
        let left = (at.as_millis() - shop.emulator.now().as_millis()) / 1000 + 1;
        shop.emulator.control("clock", &json!({ "advance_seconds": left }));
        let receipts = shop.emulator.read(shop.merchant, &format!("lookup/order/{order_id}"));
        let paid = receipts.as_array().map_or(0, |receipts| receipts.iter().filter(|receipt| is_paid(receipt)).count());
        let mut charged = Count::default();
        charged.add(match (&created, &cancelled) {
            (Known::Not, _) | (_, Known::Done) => &Known::Not,
            (Known::Unknown, _) | (_, Known::Unknown) => &Known::Unknown,
            (Known::Done, Known::Not) => &Known::Done,
        });
        charged.check("charges that were reserved", paid, &mut shop.violations);
    })
}

fn cash_receipt_of_payment(shop: &mut Shop<'_>, order_id: &str) -> Check {
    shop.tally.life("cash receipt of a payment");
    let wishes = json!({ "merchant": shop.merchant.id, "order_id": order_id, "method": "bank", "state": "paid" });
    let receipt_id = text(&shop.emulator.control("payments", &wishes), "receipt_id").to_owned();
    let mut issued = Known::Not;
    for _ in 0..2 {
        let with = json!({ "receipt_id": receipt_id, "identity_no": "01012345678", "cash_receipt_type": "소득공제" });
        issued = shop.make("cash_receipts.publish_for_payment", &with, "").0;
        if issued != Known::Not {
            break;
        }
    }
    if issued == Known::Done && shop.rng.bool() {
        let with = json!({ "receipt_id": receipt_id });
        issued = match shop.make("cash_receipts.cancel_for_payment", &with, "").0 {
            Known::Done => Known::Not,
            Known::Not => Known::Done,
            Known::Unknown => Known::Unknown,
        };
    }
    Box::new(move |shop| {
        let receipt = shop.emulator.read(shop.merchant, &format!("receipt/{receipt_id}"));
        let mut receipts = Count::default();
        receipts.add(&issued);
        let found = usize::from(receipt["cash_receipt_data"].is_object());
        receipts.check("cash receipts of a payment", found, &mut shop.violations);
    })
}

fn cash_receipt_alone(shop: &mut Shop<'_>, order_id: &str) -> Check {
    shop.tally.life("cash receipt alone");
    let price = price(shop);
    let (mut issued, mut cancelled) = (Count::default(), Count::default());
    let with = json!({
        "price": price, "order_name": "tea", "order_id": order_id, "identity_no": "01012345678",
        "cash_receipt_type": "소득공제",
    });
    for _ in 0..3 {
        let (known, receipt) = shop.make("cash_receipts.publish", &with, "");
        issued.add(&known);
        if let Some(receipt) = receipt.filter(|_| shop.rng.bool()) {
            let with = json!({ "receipt_id": receipt["receipt_id"] });
            cancelled.add(&shop.make("cash_receipts.cancel", &with, "").0);
        }
        if known != Known::Not || shop.rng.bool() {
            break;
        }
    }
    let order_id = order_id.to_owned();
    Box::new(move |shop| {
        let receipts: Value = shop.emulator.read(shop.merchant, &format!("lookup/order/{order_id}"));
        let receipts = receipts.as_array().cloned().unwrap_or_default();
        issued.check("cash receipts", receipts.len(), &mut shop.violations);
        let found = receipts.iter().filter(|receipt| receipt["status"] == 61).count();
        cancelled.check("cancelled cash receipts", found, &mut shop.violations);
    })
}
