use bootpay_macros::model;

use super::{Bank, CashReceiptType, Extra, Item, Method, Pg, Status, User};
use crate::{
    value::{Json, Secret, Won},
    wire::{Field, Response, Subject, field, lenient_integer, says_failed},
};

/// Starts a payment from the server: a page for the buyer, or a charge of a wallet of theirs.
#[model(request)]
pub struct RequestPayment {
    /// Amount to pay, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order; unique.
    #[check(id)]
    pub order_id: String,
    /// The PG; without it and `method`, the buyer chooses.
    pub pg: Option<Pg>,
    /// The method.
    pub method: Option<Method>,
    /// The methods that the buyer may choose from.
    pub methods: Option<Vec<Method>>,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// The buyer.
    pub user: Option<User>,
    /// The items bought; quantities times prices must sum to `price`. Payco requires them.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// Options of the payment.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
    /// The Application ID of the web or app platform that the page acts for.
    pub platform_application_id: Option<String>,
    /// URL to which the buyer is redirected afterwards.
    pub redirect_url: Option<String>,
    /// The member's token; with `wallet_id`, charges that wallet.
    pub user_token: Option<Secret>,
    /// The wallet to charge, with `user_token`.
    #[check(id)]
    pub wallet_id: Option<String>,
    /// Keys for commissions, `commerce` and `marketer`.
    #[personal]
    pub commission_keys: Option<Json>,
    /// The terms that the buyer agrees to: a list.
    pub terms: Option<Json>,
    /// `1` for a payment widget, else `0`.
    pub widget: Option<i64>,
    /// The key of the payment widget, from Bootpay's console.
    pub widget_key: Option<String>,
    /// True if the widget is in test mode.
    pub widget_sandbox: Option<bool>,
    /// The device's id, for Bootpay's statistics.
    #[personal]
    pub uuid: Option<String>,
    /// The session's id, for Bootpay's statistics.
    #[personal]
    pub sk: Option<String>,
    /// Duration of the session, for Bootpay's statistics.
    pub ti: Option<i64>,
    /// The session's token, for Bootpay's statistics.
    #[personal]
    pub tk: Option<String>,
    /// The version of Bootpay's browser SDK to behave like: `5.2.0`.
    pub ver: Option<String>,
    /// The version of the app SDK to behave like.
    pub sdk_version: Option<String>,
    /// The buyer's browser (the API's `__agent`).
    #[wire("__agent")]
    #[personal]
    pub agent: Option<String>,
}

/// A started payment. No source documents the response; `raw` has all of it.
#[model]
pub struct RequestedPayment {
    /// Bootpay's id of the payment, 24 hex characters.
    pub receipt_id: Option<String>,
    /// Bootpay's host for the payment window.
    pub gateway_url: Option<String>,
    /// The page to show to the buyer.
    pub url: Option<String>,
    /// The whole response as Bootpay sent it.
    #[default]
    pub raw: Json,
}

/// Registers an account number that the merchant chose as the virtual account of an order.
#[model(request)]
pub struct RequestVirtualAccount {
    /// The PG.
    pub pg: Pg,
    /// The merchant's id of the order.
    #[check(id)]
    pub order_id: String,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// Amount to pay, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// The bank: three digits.
    #[check(bank_code)]
    pub bank_code: Bank,
    /// The account number, digits only.
    #[check(bank_account)]
    pub bank_account: Secret,
    /// The holder of the account.
    #[check(not_blank)]
    #[personal]
    pub bank_username: String,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// Identity for the cash receipt: a phone, resident or business number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Option<Secret>,
    /// The buyer.
    pub user: Option<User>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
    /// Options of the payment.
    pub extra: Option<Extra>,
}

impl Response for RequestedPayment {
    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        match field(self.raw.text(), "order_id").and_then(String::lenient) {
            Some(order_id) => subject.same("order_id", Some(&order_id)),
            None => Ok(()),
        }
    }

    fn is_failure(&self) -> bool {
        let status = field(self.raw.text(), "status").and_then(lenient_integer);
        says_failed(self.raw.text()) || status.is_some_and(|status| Status::from_code(status).is_failure())
    }
}
