use bootpay_macros::model;

use super::{CardCompany, CashReceiptType, Gender};
use crate::value::{Json, Secret, Won};

/// An item of an order.
#[model(input)]
pub struct Item {
    /// The merchant's id of the item.
    #[check(not_blank)]
    pub id: String,
    /// Name, as the buyer reads it.
    #[check(not_blank)]
    pub name: String,
    /// Quantity; at least 1.
    #[check(at_least_one)]
    pub qty: i64,
    /// Price of one, in won; may be 0.
    #[from_zero]
    pub price: Won,
    /// The widest category.
    pub cat1: Option<String>,
    /// The category within `cat1`.
    pub cat2: Option<String>,
    /// The category within `cat2`.
    pub cat3: Option<String>,
    /// The type of the category, as a value of Naver Pay.
    pub category_type: Option<String>,
    /// The category, as a value of Naver Pay (`categoryId`).
    pub category_code: Option<String>,
    /// First day of validity, `yyyyMMdd`.
    pub start_date: Option<String>,
    /// Last day of validity, `yyyyMMdd`.
    pub end_date: Option<String>,
}

/// The buyer in the merchant's records.
#[model(input)]
pub struct User {
    /// The merchant's id of the buyer.
    pub id: Option<String>,
    /// Name. PayApp requires it.
    #[personal]
    pub username: Option<String>,
    /// Phone number. Some PGs require it, PayApp among them.
    #[personal]
    pub phone: Option<String>,
    /// E-mail address.
    #[personal]
    pub email: Option<String>,
    /// Sex.
    #[personal]
    pub gender: Option<Gender>,
    /// Date of birth, `YYMMDD` or `1986-10-14`.
    #[personal]
    pub birth: Option<String>,
    /// Province or city, in Korean: `서울`.
    #[personal]
    pub area: Option<String>,
    /// Address.
    #[personal]
    pub addr: Option<String>,
}

/// Options of a payment. The call, the PG and the method decide which of them count.
#[model(input)]
pub struct Extra {
    /// Months of instalment, as in the request's own `card_quota`; in a window the choices, `0,2,3`.
    pub card_quota: Option<String>,
    /// True to also return the PG's own fields, in the response's `raw`.
    pub raw_data: Option<bool>,
    /// True to test a new billing key with a charge of 100 won (PayApp 1,000), refunded after about ten
    /// minutes.
    pub subscribe_test_payment: Option<bool>,
    /// True for an escrow payment (KCP and Inicis).
    pub escrow: Option<bool>,
    /// True if the server approves, after the buyer has finished.
    pub separately_confirmed: Option<bool>,
    /// True if only the server may approve, not the window.
    pub confirm_only_rest_api: Option<bool>,
    /// Seconds for which a repeated confirmation gets the same response.
    pub confirm_grace_seconds: Option<i64>,
    /// Timeout of the window, in minutes. Default 30.
    pub timeout: Option<i64>,
    /// True to simulate the deposit into a virtual account of test mode.
    pub test_deposit: Option<bool>,
    /// True to send webhooks of failures.
    pub enable_error_webhook: Option<bool>,
    /// True to send webhooks of closing and expiry.
    pub common_event_webhook: Option<bool>,
    /// Delay of webhooks, in seconds; at most 600.
    pub webhook_delay_duration: Option<i64>,
    /// True to send the PG the merchant's order id instead of Bootpay's.
    pub use_order_id: Option<bool>,
    /// Deadline for the deposit into a virtual account, `yyyy-mm-dd HH:MM:SS` in Korean time.
    pub deposit_expiration: Option<String>,
    /// True if the window asks about a cash receipt.
    pub display_cash_receipt: Option<bool>,
    /// Purpose of the cash receipt.
    pub cash_receipt_type: Option<CashReceiptType>,
    /// Identity for the cash receipt: a phone, resident or business number, in digits.
    #[check(cash_receipt_identity)]
    pub identity_no: Option<Secret>,
    /// True to issue no cash receipt.
    pub cash_receipt_not_published: Option<bool>,
    /// Minimum age of the buyer.
    pub age_limit: Option<i64>,
    /// Minimum price, in won.
    #[from_zero]
    pub minimum_price_limit: Option<Won>,
    /// The seller, as the buyer reads it.
    pub seller_name: Option<String>,
    /// Period that the payment covers, as the buyer reads it: `월 자동결제`.
    pub offer_period: Option<String>,
    /// The window's language: `ko`.
    pub locale: Option<String>,
    /// Days until delivery.
    pub delivery_day: Option<i64>,
    /// Delivery charge, in won.
    #[from_zero]
    pub delivery_price: Option<Won>,
    /// Mode in which the window opens: `iframe`, `popup` or `redirect`, the default.
    pub open_type: Option<String>,
    /// Mode in which the window opens in each browser, instead of `open_type`: a list of objects with
    /// `browser` and `open_type`.
    pub browser_open_type: Option<Json>,
    /// URL to which a redirected window returns.
    pub redirect_url: Option<String>,
    /// The app to which a card's app returns.
    pub app_scheme: Option<String>,
    /// True if a redirected window tells the app's web view instead of a page of the merchant's.
    pub use_bootpay_inapp_sdk: Option<bool>,
    /// True to show Bootpay's page after a success. Default false.
    pub display_success_result: Option<bool>,
    /// True to show Bootpay's page after a failure. Default true in apps, else false.
    pub display_error_result: Option<bool>,
    /// True to show a button that closes a window in a frame.
    pub show_close_button: Option<bool>,
    /// Text that the window shows during the approval.
    pub confirm_message: Option<String>,
    /// The card company whose window opens at once.
    pub direct_card_company: Option<CardCompany>,
    /// The months of instalment with `direct_card_company`.
    pub direct_card_quota: Option<String>,
    /// True to open the card company's app at once, with `direct_card_company`.
    pub direct_app_card: Option<bool>,
    /// True to open Samsung Pay at once.
    pub direct_samsungpay: Option<bool>,
    /// True to offer cards of other countries only (Toss Payments).
    pub international_card_only: Option<bool>,
    /// The only card companies to offer.
    pub enable_card_companies: Option<Vec<CardCompany>>,
    /// Card companies not to offer.
    pub except_card_companies: Option<Vec<CardCompany>>,
    /// The only easy payments to offer.
    pub enable_easy_payments: Option<Vec<String>>,
    /// Source of an easy payment: `card` or `point`.
    pub easy_payment_method: Option<String>,
    /// True if the card's points may be used.
    pub use_card_point: Option<bool>,
    /// The only carrier with which the buyer may verify their identity: `SKT`, `KT` or `LGT`.
    pub phone_carrier: Option<String>,
    /// What the window for a billing key says of the first charge.
    pub first_subscription_comment: Option<String>,
    /// What the window for a billing key says of the later charges.
    pub subscription_comment: Option<String>,
    /// True to use Welcome Payments' own window.
    pub use_welcomepayment: Option<bool>,
    /// The deposit on disposable cups, in won.
    #[from_zero]
    pub disposable_cup_deposit: Option<Won>,
    /// True if it counts for the tax deduction on books and culture.
    pub use_extra_deduction: Option<bool>,
}
