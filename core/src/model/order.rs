use bootpay_macros::model;

use super::{CardCompany, CashReceiptType, Gender};
use crate::value::{Json, Secret, Won};

/// Something that was bought.
#[model(input)]
pub struct Item {
    /// The merchant's id of it.
    #[check(not_blank)]
    pub id: String,
    /// Its name, as the buyer reads it.
    #[check(not_blank)]
    pub name: String,
    /// How many; at least 1.
    #[check(at_least_one)]
    pub qty: i64,
    /// What one costs, in won; may be 0.
    #[from_zero]
    pub price: Won,
    /// Its category, the widest.
    pub cat1: Option<String>,
    /// Its category within `cat1`.
    pub cat2: Option<String>,
    /// Its category within `cat2`.
    pub cat3: Option<String>,
    /// The kind of its category, in Naver Pay's words.
    pub category_type: Option<String>,
    /// Its category, in Naver Pay's words (`categoryId`).
    pub category_code: Option<String>,
    /// The first day that it is good for, `yyyyMMdd`.
    pub start_date: Option<String>,
    /// The last day that it is good for, `yyyyMMdd`.
    pub end_date: Option<String>,
}

/// The buyer, as the merchant knows them.
#[model(input)]
pub struct User {
    /// The merchant's id of the buyer.
    pub id: Option<String>,
    /// Name. PayApp demands it.
    pub username: Option<String>,
    /// Phone number. Some PGs demand it, PayApp among them.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Sex.
    pub gender: Option<Gender>,
    /// Date of birth, `YYMMDD` or `1986-10-14`.
    pub birth: Option<String>,
    /// Province or city, in Korean: `서울`.
    pub area: Option<String>,
    /// Address.
    pub addr: Option<String>,
}

/// How a payment is to work. Which options count depends on the call, the PG and the method.
#[model(input)]
pub struct Extra {
    /// Months of instalment, as in the request's own `card_quota`; in a window the choice, `0,2,3`.
    pub card_quota: Option<String>,
    /// Whether to return the PG's own fields as well; they are in the reply's `raw`.
    pub raw_data: Option<bool>,
    /// Whether to try a new billing key with 100 won (PayApp 1,000), which are given back after
    /// about ten minutes.
    pub subscribe_test_payment: Option<bool>,
    /// Whether it is an escrow payment (KCP and Inicis).
    pub escrow: Option<bool>,
    /// Whether the server approves, after the buyer is done.
    pub separately_confirmed: Option<bool>,
    /// Whether only the server may approve, and not the window.
    pub confirm_only_rest_api: Option<bool>,
    /// For how many seconds a repeated confirmation gets the same answer.
    pub confirm_grace_seconds: Option<i64>,
    /// How long the window lives, in minutes; 30 by default.
    pub timeout: Option<i64>,
    /// Whether a virtual account of test mode pretends to be paid into.
    pub test_deposit: Option<bool>,
    /// Whether failures are told by webhook.
    pub enable_error_webhook: Option<bool>,
    /// Whether closing and expiry are told by webhook.
    pub common_event_webhook: Option<bool>,
    /// How many seconds webhooks wait; at most 600.
    pub webhook_delay_duration: Option<i64>,
    /// Whether the PG is told the merchant's order id instead of Bootpay's.
    pub use_order_id: Option<bool>,
    /// Until when a virtual account can be paid into, `yyyy-mm-dd HH:MM:SS` in Korean time.
    pub deposit_expiration: Option<String>,
    /// Whether the window asks for a cash receipt.
    pub display_cash_receipt: Option<bool>,
    /// What the cash receipt is for.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// Whose cash receipt it is: a phone, resident or business number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Option<Secret>,
    /// Whether no cash receipt is issued.
    pub cash_receipt_not_published: Option<bool>,
    /// The age that the buyer must have.
    pub age_limit: Option<i64>,
    /// The least price, in won.
    #[from_zero]
    pub minimum_price_limit: Option<Won>,
    /// The seller, as the buyer reads it.
    pub seller_name: Option<String>,
    /// What the payment is good for, as the buyer reads it: `월 자동결제`.
    pub offer_period: Option<String>,
    /// The window's language: `ko`.
    pub locale: Option<String>,
    /// In how many days it is delivered.
    pub delivery_day: Option<i64>,
    /// Delivery, in won.
    #[from_zero]
    pub delivery_price: Option<Won>,
    /// How the window opens: `iframe`, `popup` or `redirect`.
    pub open_type: Option<String>,
    /// How the window opens in each browser, instead of `open_type`: a list of objects with
    /// `browser` and `open_type`.
    pub browser_open_type: Option<Json>,
    /// Where a redirected window returns to.
    pub redirect_url: Option<String>,
    /// The app that a card's app returns to.
    pub app_scheme: Option<String>,
    /// The card company whose window opens at once.
    pub direct_card_company: Option<CardCompany>,
    /// The months of instalment with `direct_card_company`.
    pub direct_card_quota: Option<String>,
    /// The only card companies to offer.
    pub enable_card_companies: Option<Vec<CardCompany>>,
    /// Card companies not to offer.
    pub except_card_companies: Option<Vec<CardCompany>>,
    /// The only easy payments to offer.
    pub enable_easy_payments: Option<Vec<String>>,
    /// What an easy payment pays from: `card` or `point`.
    pub easy_payment_method: Option<String>,
    /// Whether the card's points may be used.
    pub use_card_point: Option<bool>,
    /// Whether Welcome Payments' own window is used.
    pub use_welcomepayment: Option<bool>,
    /// The deposit on disposable cups, in won.
    #[from_zero]
    pub disposable_cup_deposit: Option<Won>,
    /// Whether it counts for the deduction on books and culture.
    pub use_extra_deduction: Option<bool>,
}
