use bootpay_macros::model;

use super::{
    Buyer, ContentType, Extra, Item, ReserveStatus, User,
    arrange::{blot, status},
};
use crate::{
    value::{Json, Timestamp, Won},
    wire::{Fields, Response, Subject, lenient_integer},
};

/// Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key.
#[model(request)]
pub struct CreateReservation {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
    /// Amount to charge, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// Time of the charge; not past, with a tolerance of five minutes.
    #[check(not_past)]
    pub reserve_execute_at: Timestamp,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
    #[check(card_quota)]
    #[check(instalment(price))]
    pub card_quota: Option<String>,
    /// The items bought; quantities times prices must sum to `price`.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// The buyer.
    pub user: Option<User>,
    /// Options; only `card_quota` and `raw_data` count.
    pub extra: Option<Extra>,
    /// URL for the webhooks of this payment: https, public.
    #[check(web_url)]
    pub feedback_url: Option<String>,
    /// Content type of those webhooks.
    pub content_type: Option<ContentType>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Looks up a reservation.
#[model(request)]
pub struct GetReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    #[check(id)]
    pub reserve_id: String,
}

/// Cancels a pending reservation.
#[model(request)]
pub struct CancelReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    #[check(id)]
    pub reserve_id: String,
}

/// A created reservation.
#[model]
pub struct CreatedReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// Time of the scheduled charge.
    pub reserve_execute_at: Option<Timestamp>,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

/// A scheduled charge of a billing key.
#[model]
pub struct Reservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// The status.
    pub status: ReserveStatus,
    /// `status` as Bootpay's number.
    pub status_code: i64,
    /// Bootpay's id of the payment, after the charge.
    pub receipt_id: Option<String>,
    /// The billing key.
    pub billing_key: Option<String>,
    /// The merchant's id of the order.
    pub order_id: Option<String>,
    /// Name of the order, as the buyer reads it.
    pub order_name: Option<String>,
    /// Amount to charge, in won.
    pub price: Option<i64>,
    /// The tax-free part of `price`, in won.
    pub tax_free: Option<i64>,
    /// Months of instalment; `00` is a lump sum.
    pub card_quota: Option<String>,
    /// The buyer.
    pub user: Option<Buyer>,
    /// The items bought, as the merchant sent them.
    #[personal]
    pub items: Option<Json>,
    /// Options of the payment, as the merchant sent them; an identity number is redacted.
    #[personal]
    pub extra: Option<Json>,
    /// URL for the webhooks of this payment.
    pub feedback_url: Option<String>,
    /// Content type of those webhooks.
    pub content_type: Option<String>,
    /// The merchant's metadata.
    #[personal]
    pub metadata: Option<Json>,
    /// The version of Bootpay that accepted the reservation.
    pub version: Option<String>,
    /// Time of the reservation.
    pub reserve_requested_at: Option<Timestamp>,
    /// Time of the scheduled charge.
    pub reserve_execute_at: Option<Timestamp>,
    /// Time at which charging started.
    pub reserve_started_at: Option<Timestamp>,
    /// Time at which charging ended.
    pub reserve_finished_at: Option<Timestamp>,
    /// Time of the cancel.
    pub reserve_revoked_at: Option<Timestamp>,
    /// The whole response as Bootpay sent it, including fields that this version does not know; an identity
    /// number is redacted.
    #[default]
    pub raw: Json,
}

/// A cancelled reservation.
#[model]
pub struct CancelledReservation {
    /// Bootpay's id of the reservation, 24 hex characters.
    pub reserve_id: String,
    /// True if it was cancelled.
    pub success: Option<bool>,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

impl Response for CreatedReservation {
    fn is_failure(&self) -> bool {
        // It could not be cancelled.
        self.reserve_id.is_empty()
    }
}

impl Response for Reservation {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        status(fields)?;
        let number = |name| fields.get(name).and_then(lenient_integer);
        if let Some(price) = number("price").filter(|price| *price <= 0) {
            return Err(format!("`price` must be more than 0: {price}"));
        }
        if let Some(tax_free) = number("tax_free").filter(|tax_free| *tax_free < 0) {
            return Err(format!("`tax_free` must not be negative: {tax_free}"));
        }
        // The merchant wrote it, and nobody needs to read it here.
        blot(fields, "extra", "/identity_no");
        blot(fields, "raw", "/extra/identity_no");
        Ok(())
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("reserve_id", Some(&self.reserve_id))
    }
}

impl Response for CancelledReservation {
    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("reserve_id", Some(&self.reserve_id))
    }
}
