//! A payment: its fields, its price and its expiry. The modules here hold the transitions.

pub(crate) mod buyer;
pub(crate) mod cancel;
mod cash_receipt;
mod confirm;
mod escrow;
mod pg_console;
pub(crate) mod standing;

use bootpay_core::model::{Method, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::domain::activation::Terms;
use crate::domain::cash_receipt::CashReceipt;
use crate::domain::catalog::{self, Details};
use crate::domain::clock::Moment;
use crate::domain::escrow::Shipment;
use crate::domain::money::Money;
use crate::domain::pg_result::PgResult;
use crate::domain::platform::Platform;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::rule::Rule;

/// Lifetime of the payment window and of the buyer's authorisation after it, in seconds, unless the request differs.
pub(crate) const LIFETIME: i64 = 30 * 60;
/// The minimum price of Bootpay.
const LEAST: Money = Money(100 * 100);
/// Days until the deposit deadline of a virtual account.
const DEPOSIT_DAYS: i64 = 3;

/// Checks a price in won: the minimum, whole won, the tax-free part.
pub(crate) fn check_price(price: Money, tax_free: Money) -> Result<(), Refusal> {
    if price < LEAST {
        return Err(Code::PriceLeast.at("price", Rule::BelowLeast { found: price.won(), least: LEAST.won() }));
    }
    if !price.is_whole() || !tax_free.is_whole() {
        return Err(Code::ParameterUnreadable.by(Rule::PriceHasDecimals).about("price"));
    }
    if tax_free < Money::ZERO || tax_free > price {
        return Err(Code::ParameterUnreadable.because(format!(
            "tax_free is {}, it must be from 0 to {}",
            tax_free.won(),
            price.won()
        )));
    }
    Ok(())
}

/// The order that a payment pays.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct Order {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
}

/// The PG and the methods that a request leaves to the buyer's choice; absent, all that are activated.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Choice {
    pub(crate) pg: Option<Pg>,
    pub(crate) methods: Option<Vec<Method>>,
}

/// A payment, from window to refund.
#[derive(Clone, Debug)]
pub(crate) struct Payment {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) order_id: String,
    pub(crate) order_name: String,
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) cancelled_price: Money,
    pub(crate) cancelled_tax_free: Money,
    /// The price that the PG approves: differs from `price` only where a test tampers with it.
    pub(crate) approve_price: Money,
    pub(crate) currency: String,
    /// The requested method.
    pub(crate) method: Method,
    pub(crate) pg: Pg,
    pub(crate) status: Status,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) user: Option<Map<String, Value>>,
    pub(crate) escrow: bool,
    /// A test payment.
    pub(crate) sandbox: bool,
    /// Money moves at the PG; false for test payments that return data only.
    pub(crate) charged: bool,
    /// Seconds from the payment until Bootpay cancels it.
    pub(crate) auto_cancel_after: Option<i64>,
    /// The platform whose application requested it.
    pub(crate) platform: Platform,
    /// Where the buyer chooses PG and method in the window: what the request leaves to choose.
    pub(crate) choice: Option<Choice>,
    /// The card or account that pays, where known: merged over the made-up one.
    pub(crate) instrument: Map<String, Value>,
    pub(crate) shipment: Option<Shipment>,
    /// Issued, or (before a deposit) to be issued.
    pub(crate) cash_receipt: Option<CashReceipt>,
    pub(crate) confirm_result: PgResult,
    pub(crate) cancel_result: PgResult,
    /// Seconds from the approval in which a repeated confirm gets the same response.
    pub(crate) confirm_grace: u32,
    /// Merged over the rendered receipt.
    pub(crate) overrides: Map<String, Value>,
    pub(crate) requested_at: Moment,
    /// Seconds from the request in which it can be approved.
    pub(crate) lifetime: i64,
    pub(crate) approved_at: Option<Moment>,
    pub(crate) purchased_at: Option<Moment>,
    pub(crate) cancelled_at: Option<Moment>,
    /// The deposit deadline of a virtual account, once it is issued.
    pub(crate) deposit_by: Option<Moment>,
    /// The moment of a deposit that the PG kept to itself.
    pub(crate) silent_deposit_at: Option<Moment>,
    /// Its webhooks, as its request wishes them.
    pub(crate) reporting: Reporting,
}

impl Payment {
    /// A new payment, in won.
    pub(crate) fn new(order: Order, method: Method, pg: Pg, now: Moment) -> Self {
        Self {
            receipt_id: order.receipt_id,
            merchant_id: order.merchant_id,
            order_id: order.order_id,
            order_name: order.order_name,
            price: order.price,
            tax_free: Money::ZERO,
            cancelled_price: Money::ZERO,
            cancelled_tax_free: Money::ZERO,
            approve_price: order.price,
            currency: "KRW".into(),
            method,
            pg,
            status: Status::Ready,
            metadata: Map::new(),
            user: None,
            escrow: false,
            sandbox: false,
            charged: true,
            auto_cancel_after: None,
            platform: Platform::Rest,
            choice: None,
            instrument: Map::new(),
            shipment: None,
            cash_receipt: None,
            confirm_result: PgResult::Ok,
            cancel_result: PgResult::Ok,
            confirm_grace: 0,
            overrides: Map::new(),
            requested_at: now,
            lifetime: LIFETIME,
            approved_at: None,
            purchased_at: None,
            cancelled_at: None,
            deposit_by: None,
            silent_deposit_at: None,
            reporting: Reporting::default(),
        }
    }

    /// Its terms.
    pub(crate) fn terms(&self) -> Terms {
        Terms { sandbox: self.sandbox, charged: self.charged, auto_cancel_after: self.auto_cancel_after }
    }

    /// The payment under these terms.
    pub(crate) fn under(self, terms: Terms) -> Self {
        let Terms { sandbox, charged, auto_cancel_after } = terms;
        Self { sandbox, charged, auto_cancel_after, ..self }
    }

    pub(crate) fn details(&self) -> Details {
        catalog::details(&self.method).unwrap_or(Details::Card)
    }

    /// Returns whether it is a standalone cash receipt, which moves no money.
    pub(crate) fn is_cash_receipt(&self) -> bool {
        self.details() == Details::CashReceipt
    }

    /// The status as the API's number.
    pub(crate) fn status_code(&self) -> i64 {
        self.status.code().unwrap_or_default()
    }

    /// The amount that can still be refunded.
    pub(crate) fn remaining(&self) -> Money {
        self.price - self.cancelled_price
    }

    /// The moment at which the payment expires, unless it is paid before.
    pub(crate) fn expires_at(&self) -> Option<Moment> {
        match self.status {
            Status::Ready | Status::WaitingConfirm => Some(self.requested_at.plus_seconds(self.lifetime)),
            // A deposit at the deadline is in time.
            Status::VirtualAccountIssued => self.deposit_by.map(|deadline| Moment(deadline.0 + 1)),
            _ => None,
        }
    }

    /// Expires the payment where it is due; returns whether it changed.
    pub(crate) fn age(&mut self, now: Moment) -> bool {
        let late = self.expires_at().is_some_and(|moment| moment <= now);
        if late {
            self.status = Status::Expired;
        }
        late
    }
}
