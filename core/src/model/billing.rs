use bootpay_macros::model;

use super::{
    AuthType, Bank, CashReceiptType, ContentType, Extra, Item, Method, Pg, Receipt, Status, User, arrange::status,
};
use crate::{
    value::{Json, Secret, Timestamp, Won},
    wire::{Fields, Response, Subject, field, lenient_integer},
};

/// Issues a billing key from card data.
///
/// Only for merchants that may handle card data, and for PGs that accept it: NICE, PayApp, Welcome
/// Payments, Lightpay. The card data is in this one request and nowhere else: it is never stored, printed
/// or logged.
#[model(request)]
pub struct IssueCard {
    /// The PG that keeps the card.
    pub pg: Pg,
    /// Name of the subscription, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the subscription; unique.
    #[check(id)]
    pub subscription_id: String,
    /// The card number: 13 to 19 digits, without hyphens.
    #[check(card_no)]
    pub card_no: Secret,
    /// The first two digits of the card's password.
    #[check(two_digits)]
    pub card_pw: Secret,
    /// The holder's date of birth (YYMMDD) or business number (10 digits).
    #[check(birth_or_business_no)]
    pub card_identity_no: Secret,
    /// The card's expiry year, two digits; not past.
    #[check(two_digits)]
    #[check(not_expired(card_expire_month))]
    pub card_expire_year: Secret,
    /// The card's expiry month, `01` to `12`.
    #[check(month)]
    pub card_expire_month: Secret,
    /// The method, if the PG has several: `card_rebill`.
    pub method: Option<Method>,
    /// Amount to charge at once, in won, at least 100; without it only the key is issued.
    #[check(at_least_100)]
    pub price: Option<Won>,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Options; only `subscribe_test_payment`, `card_quota` and `raw_data` count.
    pub extra: Option<Extra>,
    /// The buyer; PayApp requires name and phone.
    pub user: Option<User>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Continues a card's billing key that was requested and is not issued yet.
#[model(request)]
pub struct ContinueCard {
    /// Bootpay's id of the request, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
}

/// Requests an account holder's consent to direct debit: the first of two steps.
#[model(request)]
pub struct IssueTransfer {
    /// The PG: NICE is the only one so far.
    pub pg: Pg,
    /// Name of the subscription, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the subscription; unique.
    #[check(id)]
    pub subscription_id: String,
    /// The holder of the account: a person or a company.
    #[check(not_blank)]
    #[personal]
    pub username: String,
    /// The bank; its Korean name is sent.
    #[check(bank_name)]
    #[korean]
    pub bank_name: Bank,
    /// The account number, digits only.
    #[check(bank_account)]
    pub bank_account: Secret,
    /// The holder's date of birth (YYMMDD) or business number (10 digits).
    #[check(birth_or_business_no)]
    pub identity_no: Secret,
    /// The phone that receives the call or message asking for consent, in digits.
    #[check(phone)]
    #[personal]
    pub phone: String,
    /// Method of consent; a phone call by default.
    pub auth_type: Option<AuthType>,
    /// The method, if the PG has several.
    pub method: Option<Method>,
    /// Purpose of the cash receipts.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// Identity for the cash receipts: a phone number (income deduction) or a business number (proof of
    /// expense), in digits.
    #[check(cash_receipt_identity)]
    pub cash_receipt_identity_no: Option<Secret>,
    /// Amount to debit when the key is published, in won, at least 100; without it only the key is issued.
    #[check(at_least_100)]
    pub price: Option<Won>,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Options of the PG.
    pub extra: Option<Extra>,
    /// The buyer.
    pub user: Option<User>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Continues an account's billing key that was requested and is not issued yet.
#[model(request)]
pub struct ContinueTransfer {
    /// Bootpay's id of the request, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
}

/// Issues the billing key of an account after its holder's consent: the second of two steps.
#[model(request)]
pub struct PublishTransfer {
    /// Bootpay's id of the request, from the first step.
    #[check(id)]
    pub receipt_id: String,
}

/// Looks up a billing key.
#[model(request)]
pub struct GetBillingKey {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
}

/// Looks up the billing key that a request led to.
#[model(request)]
pub struct GetBillingKeyByReceipt {
    /// Bootpay's id of the request. A browser or app receives nothing else.
    #[check(id)]
    pub receipt_id: String,
}

/// Looks up a billing key that pays in the order its owner chose.
#[model(request)]
pub struct GetSequentialBillingKey {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
    /// The key of the payment widget, from Bootpay's console.
    #[check(not_blank)]
    pub widget_key: String,
    /// The merchant's id of the member, who must own the key.
    #[check(id)]
    pub user_id: String,
}

/// Deletes a billing key.
#[model(request)]
pub struct DeleteBillingKey {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
}

/// Charges a billing key once, immediately.
#[model(request)]
pub struct ChargeBillingKey {
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order; a new one for each attempt.
    #[check(id)]
    pub order_id: String,
    /// Amount to charge, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won.
    #[check(card_quota)]
    #[check(instalment(price))]
    pub card_quota: Option<String>,
    /// The bearer of the interest, as a value of Welcome Payments.
    pub card_interest: Option<String>,
    /// The items bought; quantities times prices must sum to `price`. Payco requires them.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// The buyer; some PGs require a phone number.
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
    /// A wallet of Bootpay's easy payment (known from only one official SDK).
    pub wallet_key: Option<String>,
}

/// Completes a payment that was started in an easy payment window, with a billing key.
#[model(request)]
pub struct FinishEasy {
    /// Bootpay's id of the payment, 24 hex characters.
    #[check(id)]
    pub receipt_id: String,
    /// The billing key.
    #[check(id)]
    pub billing_key: String,
}

/// A means of payment that the merchant may charge repeatedly.
///
/// Bootpay's answer to `billing.get` has a shape of its own: without the request (`receipt_id`,
/// `subscription_id`, `requested_at`), with `version` and `sandbox`, and with other names and numbers for the
/// same facts. Both shapes are read: the expiry is in `expire_at` and in `billing_expire_at`, and `status` of
/// a usable key is `billing_key_issued`.
#[model]
pub struct BillingKey {
    /// Bootpay's id of the request that led to the key, 24 hex characters; absent if the key was looked up by
    /// itself.
    pub receipt_id: Option<String>,
    /// The merchant's id of the subscription; absent if the key was looked up by itself.
    pub subscription_id: Option<String>,
    /// The key to charge; absent until it is issued.
    pub billing_key: Option<String>,
    /// The card or account behind it.
    pub billing_data: Option<BillingData>,
    /// Expiry of the key, as `billing.get` names it; an account's is in 2099.
    #[read(deadline)]
    pub expire_at: Option<Timestamp>,
    /// The same, as the other calls name it.
    #[read(deadline)]
    pub billing_expire_at: Option<Timestamp>,
    /// The first charge, if the request included one.
    pub receipt_data: Option<Receipt>,
    /// The status; of a usable key `billing_key_issued`.
    pub status: Status,
    /// `status` as Bootpay's number: 11 if usable, and 1 in the answer to `billing.get`.
    pub status_code: i64,
    /// `status` in Korean.
    pub status_locale: Option<String>,
    /// Bootpay's version of the key.
    pub version: Option<i64>,
    /// True if the key was issued in test mode.
    pub sandbox: Option<bool>,
    /// The PG's name in Korean; `Pg` has the usual ones.
    pub pg: Option<String>,
    /// The method used, in Korean.
    pub method: Option<String>,
    /// The method used.
    pub method_symbol: Option<Method>,
    /// The requested method, in Korean.
    pub method_origin: Option<String>,
    /// The requested method.
    pub method_origin_symbol: Option<Method>,
    /// Time of issue.
    pub published_at: Option<Timestamp>,
    /// Time of the request.
    pub requested_at: Option<Timestamp>,
    /// Bootpay's host for the payment window.
    pub gateway_url: Option<String>,
    /// The merchant's metadata.
    #[personal]
    pub metadata: Option<Json>,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

/// The card or account behind a billing key or a wallet.
#[model]
pub struct BillingData {
    /// The card number with its middle masked.
    #[personal]
    pub card_no: Option<String>,
    /// The card company, in Korean.
    pub card_company: Option<String>,
    /// The PG's own code of the card company.
    pub card_company_code: Option<String>,
    /// Credit (`0`) or check (`1`), as the PG writes it.
    pub card_type: Option<String>,
    /// Hash of the card; the same card has the same hash.
    #[personal]
    pub card_hash: Option<String>,
    /// KCP's own information on the key.
    #[personal]
    pub rtn_key_info: Option<Json>,
    /// The bank, in Korean.
    pub bank_name: Option<String>,
    /// The bank.
    pub bank_code: Option<Bank>,
    /// The account number, masked.
    #[personal]
    pub bank_account: Option<String>,
    /// The holder of the account, as given by a wallet.
    #[personal]
    pub bank_username: Option<String>,
    /// The holder of the account, masked.
    #[personal]
    pub username: Option<String>,
}

/// A deleted billing key.
#[model]
pub struct DeletedBillingKey {
    /// The billing key, no longer usable.
    pub billing_key: String,
    /// The whole response as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

impl Response for BillingKey {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        /// Paid, of a payment; a billing key is none.
        const USABLE: i64 = 1;
        status(fields)?;
        if fields.get("status").and_then(lenient_integer) == Some(USABLE) {
            fields.put_number("status", Status::BillingKeyIssued.code().unwrap_or(USABLE));
        }
        for (named, other) in [("expire_at", "billing_expire_at"), ("billing_expire_at", "expire_at")] {
            if fields.get(other).is_none() {
                fields.copy(named, other);
            }
        }
        Ok(())
    }

    fn from_json(json: &str) -> Result<Self, String> {
        // The first charge is money: what cannot be read must not look as if there was none.
        let receipt_data = field(json, "receipt_data").map(Receipt::from_json).transpose()?;
        Ok(Self { receipt_data, ..Self::read_whole(json)? })
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("receipt_id", self.receipt_id.as_deref())?;
        subject.same("billing_key", self.billing_key.as_deref())?;
        subject.same("subscription_id", self.subscription_id.as_deref())
    }
}

impl Response for DeletedBillingKey {
    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        subject.same("billing_key", Some(&self.billing_key))
    }
}
