//! A billing key, from its request to its end, and how it goes over the wire.

use bootpay_core::model::{Method, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::catalog;
use crate::domain::charge::{self, Charge};
use crate::domain::clock::Moment;
use crate::domain::instrument::Instrument;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::{Order, Payment, PgAnswer};
use crate::domain::receipt;
use crate::domain::refusal::{Code, Refusal};
use crate::store::Store;

/// One billing key. Its request has a receipt id of its own, before there is a key and after.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct BillingKey {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) subscription_id: String,
    pub(crate) order_name: String,
    /// What is charged at issue; nothing where it is 0.
    pub(crate) price: Money,
    pub(crate) tax_free: Money,
    pub(crate) metadata: Map<String, Value>,
    pub(crate) user: Option<Map<String, Value>>,
    pub(crate) pg: Pg,
    pub(crate) method: Method,
    pub(crate) status: Status,
    /// Absent until it is issued.
    pub(crate) billing_key: Option<String>,
    pub(crate) instrument: Instrument,
    /// What the PG answers to charges.
    pub(crate) charge_result: PgAnswer,
    pub(crate) expires_at: Moment,
    pub(crate) requested_at: Moment,
    pub(crate) published_at: Option<Moment>,
    /// Whether the buyer agreed on the phone.
    pub(crate) consented: bool,
    /// The receipt of what was charged at issue.
    pub(crate) first_charge: Option<String>,
    /// The shop's member who owns it, and the widget it was made with: for priority payment.
    pub(crate) user_id: Option<String>,
    pub(crate) widget_key: Option<String>,
}

impl BillingKey {
    /// Whether it can be charged, changed or deleted.
    pub(crate) fn check_alive(&self, now: Moment) -> Result<(), Refusal> {
        let refuse = |saw: String| Err(Code::BillingKeyExpired.because(saw));
        match self.status {
            Status::BillingKeyIssued if now >= self.expires_at => {
                refuse(format!("this billing key expired at {}", self.expires_at.iso()))
            }
            Status::BillingKeyIssued => Ok(()),
            Status::BillingKeyRevoked => refuse("this billing key was deleted".into()),
            _ => refuse(format!("status is {}, only an issued billing key (11) works", self.code())),
        }
    }

    /// Issues the key: after consent where that is needed, and with the first charge where one was asked for.
    /// A refusal may still change it: it is saved either way.
    pub(crate) fn publish(&mut self, store: &Store<'_>, now: Moment) -> Result<(), Refusal> {
        if self.status != Status::BillingKeyRequested {
            return Err(Code::PublishNotReady.because(format!("status is {}, only 41 waits for its key", self.code())));
        }
        if !self.consented {
            return Err(Code::SubscribeFailed
                .because("the buyer has not consented; the control /emulator/billing-keys/…/buyer plays the buyer"));
        }
        let charged =
            if self.price > Money::ZERO { Some(charge::charge(store, self, self.first_order(), now)?) } else { None };
        let paid = charged.as_ref().is_none_or(charge::Charged::is_paid);
        self.first_charge = charged.as_ref().filter(|_| paid).map(|charged| charged.payment.receipt_id.clone());
        if paid {
            self.issue(store.new_id("billing_key", 24)?, now);
        } else {
            self.status = Status::BillingKeyFailed;
        }
        store.save_billing_key(self)?;
        charged.map_or(Ok(()), |charged| charged.paid().map(drop))
    }

    pub(crate) fn issue(&mut self, billing_key: String, now: Moment) {
        self.status = Status::BillingKeyIssued;
        self.billing_key = Some(billing_key);
        self.published_at = Some(now);
    }

    /// What the first charge is.
    pub(crate) fn first_order(&self) -> Charge {
        Charge {
            order_id: self.subscription_id.clone(),
            order_name: self.order_name.clone(),
            price: self.price,
            tax_free: self.tax_free,
            card_quota: None,
            metadata: self.metadata.clone(),
            user: self.user.clone(),
        }
    }

    fn code(&self) -> i64 {
        self.status.code().unwrap_or_default()
    }

    /// As a receipt shows it: an order of its subscription that was not paid.
    pub(crate) fn receipt(&self, merchant: &Merchant, with_user: bool) -> Value {
        let order = Order {
            receipt_id: self.receipt_id.clone(),
            merchant_id: self.merchant_id.clone(),
            order_id: self.subscription_id.clone(),
            order_name: self.order_name.clone(),
            price: self.price,
        };
        let payment = Payment {
            status: self.status.clone(),
            tax_free: self.tax_free,
            metadata: self.metadata.clone(),
            user: self.user.clone(),
            ..Payment::new(order, self.method.clone(), self.pg.clone(), self.requested_at)
        };
        receipt::render(&payment, merchant, with_user)
    }

    /// The billing key itself: only the keys that apply.
    pub(crate) fn reply(&self, store: &Store<'_>, merchant: &Merchant) -> Result<Value, Refusal> {
        let status = match (&self.status, &self.method) {
            (Status::BillingKeyIssued, Method::AutomaticTransferRest) => Status::from_code(merchant.published_status),
            (status, _) => status.clone(),
        };
        let mut reply = json!({
            "receipt_id": self.receipt_id,
            "subscription_id": self.subscription_id,
            "gateway_url": receipt::GATEWAY_URL,
            "metadata": self.metadata,
            "pg": catalog::pg_name(&self.pg),
            "method": catalog::method_name(&self.method),
            "method_symbol": self.method,
            "method_origin": catalog::method_name(&self.method),
            "method_origin_symbol": self.method,
            "requested_at": self.requested_at.iso(),
            "status": status.code(),
            "status_locale": catalog::status_name(&status),
        });
        if let (Some(billing_key), Some(published_at)) = (&self.billing_key, self.published_at) {
            reply["published_at"] = published_at.iso().into();
            reply["billing_key"] = billing_key.as_str().into();
            reply["billing_data"] = self.instrument.billing_data();
            reply["billing_expire_at"] = self.expires_at.iso().into();
        }
        if let Some(receipt_id) = &self.first_charge
            && let Some(payment) = store.payment(receipt_id)?
        {
            reply["receipt_data"] = receipt::render(&payment, merchant, false);
        }
        Ok(reply)
    }
}
