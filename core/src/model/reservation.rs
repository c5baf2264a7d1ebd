use bootpay_macros::model;

use super::{
    Buyer, ContentType, Extra, Item, ReserveStatus, User,
    arrange::{blot, status},
};
use crate::{
    value::{Json, Timestamp, Won},
    wire::{Fields, Reply, Subject},
};

/// Has a billing key charged later, by Bootpay. At most 10 may wait for one billing key.
#[model(request)]
pub struct CreateReservation {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
    /// What is paid for, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
    /// What to charge, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// When to charge; not past, for which five minutes are forgiven.
    #[check(not_past)]
    pub reserve_execute_at: Timestamp,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won.
    #[check(card_quota)]
    #[check(instalment(price))]
    pub card_quota: Option<String>,
    /// What was bought; quantities times prices must sum up to `price`.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// The buyer.
    pub user: Option<User>,
    /// `card_quota` and `raw_data` count.
    pub extra: Option<Extra>,
    /// Where the webhooks of this payment go: https, public.
    #[check(web_url)]
    pub feedback_url: Option<String>,
    /// How those webhooks are written.
    pub content_type: Option<ContentType>,
    /// What the merchant attaches; returned as it is.
    pub metadata: Option<Json>,
}

/// Asks for a reservation.
#[model(request)]
pub struct GetReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    #[check(id)]
    pub reserve_id: String,
}

/// Cancels a reservation that waits.
#[model(request)]
pub struct CancelReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    #[check(id)]
    pub reserve_id: String,
}

/// What was reserved.
#[model]
pub struct CreatedReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// When it will be charged.
    pub reserve_execute_at: Option<Timestamp>,
    /// The whole reply as Bootpay sent it, with what this version does not know.
    #[default]
    pub raw: Json,
}

/// A charge that Bootpay makes later.
#[model]
pub struct Reservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// Where it stands.
    pub status: ReserveStatus,
    /// The number behind `status`.
    pub status_code: i64,
    /// Bootpay's id of the payment, once it was charged.
    pub receipt_id: Option<String>,
    /// The billing key.
    pub billing_key: Option<String>,
    /// The merchant's id of the order.
    pub order_id: Option<String>,
    /// What is paid for, as the buyer reads it.
    pub order_name: Option<String>,
    /// What to charge, in won.
    pub price: Option<i64>,
    /// The tax-free part of `price`, in won.
    pub tax_free: Option<i64>,
    /// Months of instalment; `00` is a lump sum.
    pub card_quota: Option<String>,
    /// The buyer.
    pub user: Option<Buyer>,
    /// What was bought, as the merchant wrote it.
    pub items: Option<Json>,
    /// Options of the payment, as the merchant wrote them, but for an identity number.
    pub extra: Option<Json>,
    /// Where the webhooks of this payment go.
    pub feedback_url: Option<String>,
    /// How those webhooks are written.
    pub content_type: Option<String>,
    /// What the merchant attached.
    pub metadata: Option<Json>,
    /// The version of Bootpay that took the reservation.
    pub version: Option<String>,
    /// When it was reserved.
    pub reserve_requested_at: Option<Timestamp>,
    /// When it is to be charged.
    pub reserve_execute_at: Option<Timestamp>,
    /// When charging began.
    pub reserve_started_at: Option<Timestamp>,
    /// When charging ended.
    pub reserve_finished_at: Option<Timestamp>,
    /// When it was cancelled.
    pub reserve_revoked_at: Option<Timestamp>,
    /// The whole reply as Bootpay sent it but for an identity number, with what this version does not know.
    #[default]
    pub raw: Json,
}

/// What was cancelled.
#[model]
pub struct CancelledReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// Whether it was cancelled.
    pub success: Option<bool>,
    /// The whole reply as Bootpay sent it, with what this version does not know.
    #[default]
    pub raw: Json,
}

impl Reply for CreatedReservation {
    fn is_failure(&self) -> bool {
        // It could not be cancelled.
        self.reserve_id.is_empty()
    }
}

impl Reply for Reservation {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        status(fields)?;
        // The merchant wrote it, and nobody needs to read it here.
        blot(fields, "extra", "/identity_no");
        blot(fields, "raw", "/extra/identity_no");
        Ok(())
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("reserve_id", Some(&self.reserve_id))
    }
}

impl Reply for CancelledReservation {
    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("reserve_id", Some(&self.reserve_id))
    }
}
