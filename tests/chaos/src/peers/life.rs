//! A life, lived as it was planned, and what the emulator's records say of it.

use std::time::Duration;

use bootpay_core::Timestamp;
use fastrand::Rng;
use serde_json::{Value, json};

use super::{
    Times,
    call::Call,
    caller::{Caller, Heard},
    plan::{Plan, Refund, Sale},
    verdict::Verdict,
};
use crate::{
    emulator::{Local, Merchant, text},
    faults::Weather,
    shop::{Known, wire},
    truth::{Count, Refunds, is_paid, settled_requests},
};

pub(crate) struct Life<'a, 'b> {
    pub(crate) emulator: &'a Local,
    pub(crate) merchant: &'a Merchant,
    pub(crate) caller: &'a mut Caller<'b>,
    pub(crate) times: &'a Times,
    /// The weather of its calls, in their order.
    pub(crate) weather: Rng,
    pub(crate) verdict: Verdict,
    pub(crate) story: Vec<String>,
}

/// What is to be compared once nothing is under way any more.
type Check = Box<dyn FnOnce(&mut Life<'_, '_>)>;

impl Life<'_, '_> {
    /// `name` makes its orders its own.
    pub(crate) fn live(&mut self, plan: &Plan, name: &str) {
        self.emulator.clear("requests");
        self.story.push(format!("{plan:?}"));
        let check = match plan {
            Plan::Payment { .. } => self.payment(plan, name),
            Plan::Charges { charge_result, sales } => self.charges(charge_result, sales, name),
            Plan::Reservation { price, again, call_off, call_off_again } => {
                self.reservation(*price, *again, call_off.then_some(*call_off_again), name)
            }
            Plan::CashReceiptOfPayment { again, cancel } => self.cash_receipt_of_payment(*again, *cancel, name),
            Plan::CashReceiptAlone { price, again, cancel } => self.cash_receipt_alone(*price, *again, *cancel, name),
        };
        let arrived = settled_requests(self.emulator, Duration::from_millis(500));
        self.verdict.arrived = arrived.iter().filter(|request| request["method"] != "GET").count();
        check(self);
    }

    fn make(&mut self, call: &Call) -> Heard {
        // No SDK of these can be told to drop a call, and no process is killed.
        let weather = Weather::of_change(&mut self.weather, false, false).slower_by(self.times.stall);
        self.caller.be_ready();
        weather.arm(self.emulator, wire(call.endpoint()).at);
        let heard = self.caller.make(call, self.emulator, self.merchant, self.times);
        if weather.is_armed() {
            // Its request may never have come.
            self.emulator.clear("faults");
        }
        let Heard { known, how, end, .. } = &heard;
        self.story.push(format!("{} {}, fault {}: {how}, so {known:?}", call.endpoint(), call.fields(), weather.name));
        self.verdict.calls.push(how);
        self.verdict.in_doubt |= *known == Known::Unknown;
        self.verdict.end = self.verdict.end.or(*end);
        heard
    }

    /// Makes a call, and `again` where the shop believes that it did not happen.
    fn make_again(&mut self, call: &Call, again: bool, count: &mut Count) -> Heard {
        let mut heard = self.make(call);
        count.add(&heard.known);
        if heard.known == Known::Not && again {
            heard = self.make(call);
            count.add(&heard.known);
        }
        heard
    }

    fn has_ended(&self) -> bool {
        self.verdict.end.is_some()
    }

    fn receipts(&self, order_id: &str) -> Vec<Value> {
        let receipts = self.emulator.read(self.merchant, &format!("lookup/order/{order_id}"));
        receipts.as_array().cloned().unwrap_or_default()
    }

    fn payment(&mut self, plan: &Plan, order_id: &str) -> Check {
        let Plan::Payment { price, method, confirm_result, cancel_result, again, refunds } = plan else {
            unreachable!("the plan of a payment")
        };
        let price = *price;
        let wishes = json!({ "merchant": self.merchant.id, "order_id": order_id, "price": price, "method": method,
            "confirm_result": confirm_result, "cancel_result": cancel_result });
        let receipt_id = text(&self.emulator.control("payments", &wishes), "receipt_id").to_owned();
        let confirm = Call::Confirm { receipt_id: receipt_id.clone(), order_id: order_id.to_owned(), price };
        let (mut paid, mut given_back) = (Count::default(), Refunds::new(price));
        if self.make_again(&confirm, *again, &mut paid).known == Known::Done {
            self.refund(&receipt_id, refunds, &mut given_back);
        }
        Box::new(move |life| {
            let receipt = life.emulator.read(life.merchant, &format!("receipt/{receipt_id}"));
            life.verdict.of_sale(paid, usize::from(is_paid(&receipt)));
            life.verdict.of_refunds(&given_back, &receipt);
        })
    }

    /// One after the other, until something is not known.
    fn refund(&mut self, receipt_id: &str, refunds: &[Refund], given_back: &mut Refunds) {
        for (number, refund) in refunds.iter().enumerate() {
            let cancel_id = format!("{receipt_id}-{number}");
            let call = Call::Cancel { receipt_id: receipt_id.to_owned(), part: refund.part, cancel_id };
            let mut known = self.make(&call).known;
            given_back.add(refund.part, &known);
            if known == Known::Not && refund.again {
                known = self.make(&call).known;
                given_back.add(refund.part, &known);
            }
            if known == Known::Unknown {
                return;
            }
        }
    }

    fn charges(&mut self, charge_result: &str, sales: &[Sale], name: &str) -> Check {
        // A card that may be refused, and the one that the buyer gives instead.
        let keys = [charge_result, "ok"].map(|charge_result| {
            let wishes = json!({ "merchant": self.merchant.id, "charge_result": charge_result });
            text(&self.emulator.control("billing-keys", &wishes), "billing_key").to_owned()
        });
        let mut orders = vec![];
        for (number, Sale { price, again, give_back }) in sales.iter().enumerate() {
            let order_id = format!("{name}-{number}");
            let (mut charged, mut given_back) = (Count::default(), None);
            for key in keys.iter().take(1 + usize::from(*again)) {
                let call = Call::Charge { billing_key: key.clone(), order_id: order_id.clone(), price: *price };
                let heard = self.make(&call);
                charged.add(&heard.known);
                if heard.known == Known::Not {
                    continue;
                }
                if let Some(receipt_id) = heard.id.filter(|_| *give_back && heard.known == Known::Done) {
                    let mut refunds = Refunds::new(*price);
                    let all = [Refund { part: None, again: *again }];
                    self.refund(&receipt_id, &all, &mut refunds);
                    given_back = Some((receipt_id, refunds));
                }
                break;
            }
            orders.push((order_id, charged, given_back));
            if self.has_ended() {
                break;
            }
        }
        Box::new(move |life| {
            for (order_id, charged, given_back) in orders {
                let paid = life.receipts(&order_id).iter().filter(|receipt| is_paid(receipt)).count();
                life.verdict.of_sale(charged, paid);
                if let Some((receipt_id, refunds)) = given_back {
                    let receipt = life.emulator.read(life.merchant, &format!("receipt/{receipt_id}"));
                    life.verdict.of_refunds(&refunds, &receipt);
                }
            }
        })
    }

    fn reservation(&mut self, price: i64, again: bool, call_off: Option<bool>, order_id: &str) -> Check {
        const WAIT: i64 = 600;
        let key = self.emulator.control("billing-keys", &json!({ "merchant": self.merchant.id }));
        let at = Timestamp::from_millis(self.emulator.now().as_millis() + WAIT * 1000).expect("a date");
        let billing_key = text(&key, "billing_key").to_owned();
        let mut charges = Count::default();
        let call = Call::Reserve { billing_key, order_id: order_id.to_owned(), price, at };
        let made = self.make_again(&call, again, &mut charges);
        if let (Known::Done, Some(reserve_id), Some(again)) = (made.known, made.id, call_off) {
            charges = Count::default();
            let called_off = self.make_again(&Call::CancelReservation { reserve_id }, again, &mut Count::default());
            charges.add(&match called_off.known {
                Known::Done => Known::Not,
                Known::Not => Known::Done,
                Known::Unknown => Known::Unknown,
            });
        }
        let order_id = order_id.to_owned();
        Box::new(move |life| {
            life.emulator.control("clock", &json!({ "advance_seconds": WAIT + 1 }));
            let paid = life.receipts(&order_id).iter().filter(|receipt| is_paid(receipt)).count();
            life.verdict.of_sale(charges, paid);
        })
    }

    fn cash_receipt_of_payment(&mut self, again: bool, cancel: bool, order_id: &str) -> Check {
        let wishes = json!({ "merchant": self.merchant.id, "order_id": order_id, "method": "bank", "state": "paid" });
        let receipt_id = text(&self.emulator.control("payments", &wishes), "receipt_id").to_owned();
        let mut issued = Count::default();
        let publish = Call::PublishForPayment { receipt_id: receipt_id.clone() };
        if self.make_again(&publish, again, &mut issued).known == Known::Done && cancel {
            let cancel = Call::CancelForPayment { receipt_id: receipt_id.clone() };
            issued = Count::default();
            issued.add(&match self.make_again(&cancel, again, &mut Count::default()).known {
                Known::Done => Known::Not,
                Known::Not => Known::Done,
                Known::Unknown => Known::Unknown,
            });
        }
        Box::new(move |life| {
            let receipt = life.emulator.read(life.merchant, &format!("receipt/{receipt_id}"));
            life.verdict.of_cash_receipts(issued, usize::from(receipt["cash_receipt_data"].is_object()));
        })
    }

    fn cash_receipt_alone(&mut self, price: i64, again: bool, cancel: bool, order_id: &str) -> Check {
        let mut valid = Count::default();
        let publish = Call::Publish { order_id: order_id.to_owned(), price };
        let published = self.make_again(&publish, again, &mut valid);
        if let (Known::Done, Some(receipt_id), true) = (published.known, published.id, cancel) {
            valid = Count::default();
            let cancelled = self.make_again(&Call::CancelCashReceipt { receipt_id }, again, &mut Count::default());
            valid.add(&match cancelled.known {
                Known::Done => Known::Not,
                Known::Not => Known::Done,
                Known::Unknown => Known::Unknown,
            });
        }
        let order_id = order_id.to_owned();
        Box::new(move |life| {
            let receipts = life.receipts(&order_id);
            life.verdict.of_cash_receipts(valid, receipts.iter().filter(|receipt| receipt["status"] == 60).count());
        })
    }
}
