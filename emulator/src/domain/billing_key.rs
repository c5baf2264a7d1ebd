//! A billing key, from its request to its end.

use bootpay_core::model::{Method, Pg, Status};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::domain::catalog;
use crate::domain::charge::Charge;
use crate::domain::clock::Moment;
use crate::domain::instrument::Instrument;
use crate::domain::journal::Told;
use crate::domain::merchant::Merchant;
use crate::domain::money::Money;
use crate::domain::payment::{Order, Payment};
use crate::domain::pg_result::PgResult;
use crate::domain::receipt;
use crate::domain::refusal::{Code, Refusal};
use crate::domain::reporting::Reporting;
use crate::domain::rule::Rule;

/// A billing key. Its request has a receipt id, before and after the key is issued.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[expect(clippy::struct_field_names, reason = "the API's own names")]
pub(crate) struct BillingKey {
    pub(crate) receipt_id: String,
    pub(crate) merchant_id: String,
    pub(crate) subscription_id: String,
    pub(crate) order_name: String,
    /// The price of the first charge, made at issue; 0 charges nothing.
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
    /// The PG's result for charges.
    pub(crate) charge_result: PgResult,
    pub(crate) expires_at: Moment,
    pub(crate) requested_at: Moment,
    pub(crate) published_at: Option<Moment>,
    /// True once the buyer has consented on the phone.
    pub(crate) consented: bool,
    /// The receipt of the first charge.
    pub(crate) first_charge: Option<String>,
    /// The merchant's member who owns it, and the widget that made it: for priority payment.
    pub(crate) user_id: Option<String>,
    pub(crate) widget_key: Option<String>,
    /// The webhooks of its first charge, as its request wishes them.
    pub(crate) reporting: Reporting,
}

impl BillingKey {
    /// Checks that the key can be charged, changed or deleted.
    pub(crate) fn check_alive(&self, now: Moment) -> Result<(), Refusal> {
        let refuse = |rule| Err(Code::BillingKeyExpired.by(rule));
        match self.status {
            Status::BillingKeyIssued if now >= self.expires_at => {
                refuse(Rule::KeyExpired { at: self.expires_at.iso() })
            }
            Status::BillingKeyIssued => Ok(()),
            Status::BillingKeyRevoked => refuse(Rule::KeyDeleted),
            _ => refuse(Rule::KeyNotIssued { status: self.code() }),
        }
    }

    /// Checks that the key waits to be issued and that the buyer has consented.
    pub(crate) fn check_publish(&self) -> Result<(), Refusal> {
        if self.status != Status::BillingKeyRequested {
            return Err(Code::PublishNotReady
                .because(format!("status is {}, only a requested billing key (41) can be published", self.code())));
        }
        if !self.consented {
            return Err(Code::SubscribeFailed
                .because("the buyer has not consented; the control /emulator/billing-keys/…/buyer plays the buyer"));
        }
        Ok(())
    }

    /// Deletes the key: the merchant ends the subscription.
    pub(crate) fn revoke(&mut self, now: Moment) -> Result<(), Refusal> {
        self.check_alive(now)?;
        self.status = Status::BillingKeyRevoked;
        Ok(())
    }

    /// The buyer consents to a requested key.
    pub(crate) fn consent(&mut self) -> Result<(), Refusal> {
        if self.status != Status::BillingKeyRequested {
            return Err(Code::Control.by(Rule::NoConsentAwaited));
        }
        self.consented = true;
        Ok(())
    }

    /// What changed since; `was` is the key as it was written last.
    pub(crate) fn told(&self, was: Option<&Self>) -> Option<Told> {
        let is_new_status = was.is_none_or(|was| was.status != self.status);
        let code = match self.status {
            Status::BillingKeyIssued if is_new_status => "key_issued",
            Status::BillingKeyRevoked if is_new_status => "key_revoked",
            Status::BillingKeyFailed if is_new_status => "key_failed",
            _ if is_new_status => "key_requested",
            _ if self.consented && was.is_some_and(|was| !was.consented) => "key_consented",
            _ => return None,
        };
        Some(Told { code, facts: json!({ "from": was.map(Self::code), "to": self.code() }) })
    }

    pub(crate) fn issue(&mut self, billing_key: String, now: Moment) {
        self.status = Status::BillingKeyIssued;
        self.billing_key = Some(billing_key);
        self.published_at = Some(now);
    }

    /// The order of the first charge.
    pub(crate) fn first_order(&self) -> Charge {
        Charge {
            order_id: self.subscription_id.clone(),
            order_name: self.order_name.clone(),
            price: self.price,
            tax_free: self.tax_free,
            card_quota: None,
            metadata: self.metadata.clone(),
            user: self.user.clone(),
            reporting: self.reporting.clone(),
        }
    }

    /// A payment of this key's card or account, before the PG approves it.
    pub(crate) fn payment(&self, receipt_id: String, charge: Charge, now: Moment) -> Payment {
        let order = Order {
            receipt_id,
            merchant_id: self.merchant_id.clone(),
            order_id: charge.order_id,
            order_name: charge.order_name,
            price: charge.price,
        };
        let mut payment = Payment {
            tax_free: charge.tax_free,
            metadata: charge.metadata,
            user: charge.user,
            instrument: self.instrument.receipt_data(),
            reporting: charge.reporting,
            ..Payment::new(order, self.method.clone(), self.pg.clone(), now)
        };
        if let Some(quota) = charge.card_quota.filter(|quota| quota != "0") {
            payment.instrument.insert("card_quota".into(), format!("{quota:0>2}").into());
        }
        payment
    }

    /// Returns whether the key is for test payments.
    fn sandbox(&self, merchant: &Merchant) -> bool {
        merchant.terms(&self.pg, &self.method).is_ok_and(|terms| terms.sandbox)
    }

    fn code(&self) -> i64 {
        self.status.code().unwrap_or_default()
    }

    /// Renders a receipt: an unpaid order of its subscription.
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
            sandbox: self.sandbox(merchant),
            ..Payment::new(order, self.method.clone(), self.pg.clone(), self.requested_at)
        };
        receipt::render(&payment, merchant, with_user)
    }

    /// Renders the billing key as a look-up by the key shows it: a shape of its own, in which status 1 is usable.
    pub(crate) fn render_looked_up(&self, merchant: &Merchant) -> Value {
        json!({
            "billing_key": self.billing_key,
            "pg": catalog::pg_name(&self.pg),
            "method": catalog::method_name(&self.method),
            "method_symbol": self.method,
            "billing_data": self.instrument.looked_up(),
            "version": 2,
            "sandbox": i32::from(self.sandbox(merchant)),
            "expire_at": self.expires_at.iso(),
            "published_at": self.published_at.map(Moment::iso),
            "status": 1,
        })
    }

    /// Renders the billing key: only the fields that apply, and the receipt of its first charge.
    pub(crate) fn render(&self, merchant: &Merchant, first_charge: Option<&Payment>) -> Value {
        let status = match (&self.status, &self.method) {
            (Status::BillingKeyIssued, Method::AutomaticTransferRest) => Status::from_code(merchant.published_status),
            (status, _) => status.clone(),
        };
        let mut rendered = json!({
            "receipt_id": self.receipt_id,
            "subscription_id": self.subscription_id,
            "gateway_url": merchant.gateway_url,
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
            rendered["published_at"] = published_at.iso().into();
            rendered["billing_key"] = billing_key.as_str().into();
            rendered["billing_data"] = self.instrument.billing_data();
            rendered["billing_expire_at"] = self.expires_at.iso().into();
        }
        if let Some(payment) = first_charge {
            rendered["receipt_data"] = receipt::render(payment, merchant, false);
        }
        rendered
    }
}
