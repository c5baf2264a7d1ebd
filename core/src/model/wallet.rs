use bootpay_macros::model;

use super::{BillingData, ContentType, Extra, Item, Receipt, User};
use crate::{
    value::{Json, Timestamp, Won},
    wire::{Fields, Response, Subject, field, items},
};

/// Lists the wallets of a member: cards and accounts kept in Bootpay's easy payment.
#[model(request)]
pub struct ListWallets {
    /// The merchant's id of the member.
    #[check(id)]
    pub user_id: String,
    /// True for wallets of test mode, false for those of live mode.
    pub sandbox: bool,
    /// The key of the payment widget, from Bootpay's console (known from only one official SDK).
    pub widget_key: Option<String>,
}

/// Charges a member's wallets in order until one pays.
#[model(request)]
pub struct ChargeWallet {
    /// The merchant's id of the member.
    #[check(id)]
    pub user_id: String,
    /// Name of the order, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order; a new one for each attempt.
    #[check(id)]
    pub order_id: String,
    /// Amount to charge, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// True for wallets of test mode, false for those of live mode.
    pub sandbox: bool,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// URL for the webhooks of this payment: https, public.
    #[check(web_url)]
    pub webhook_url: Option<String>,
    /// Content type of those webhooks.
    pub content_type: Option<ContentType>,
    /// The items bought; quantities times prices must sum to `price`.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// The buyer.
    pub user: Option<User>,
    /// Options of the payment.
    pub extra: Option<Extra>,
    /// The merchant's metadata; returned unchanged.
    #[personal]
    pub metadata: Option<Json>,
}

/// Lists the merchant's own wallets at Bootpay.
#[model(request)]
pub struct ListServiceWallets {}

/// A card or account that a member keeps in Bootpay's easy payment.
#[model]
#[also("type")]
pub struct Wallet {
    /// Bootpay's id of the wallet, 24 hex characters.
    pub wallet_id: String,
    /// The type of the wallet, as Bootpay's number (the API's `type`).
    pub wallet_type: Option<i64>,
    /// True if it is of test mode.
    pub sandbox: Option<bool>,
    /// Position among the member's wallets; the first is tried first.
    pub order: Option<i64>,
    /// Status of payment by this wallet, as Bootpay's number.
    pub payment_status: Option<i64>,
    /// The card or account.
    pub batch_data: Option<BillingData>,
    /// The PG's own code of the card company.
    pub card_code: Option<String>,
    /// The member's name for the wallet.
    #[personal]
    pub name: Option<String>,
    /// Expiry.
    pub expired_at: Option<Timestamp>,
    /// Time of its last payment.
    pub latest_purchased_at: Option<Timestamp>,
    /// The whole object as Bootpay sent it, including fields that this version does not know.
    #[default]
    pub raw: Json,
}

/// A payment by a member's wallets.
#[model]
pub struct WalletPayment {
    /// The payment.
    pub receipt: Receipt,
    /// The wallet that paid, and those tried before.
    pub wallet_data: Option<WalletData>,
}

/// The wallet that paid, and those tried before.
#[model]
pub struct WalletData {
    /// The wallet that paid.
    pub success: Option<Wallet>,
    /// The wallets that were tried before and did not pay.
    pub failure: Option<Vec<Wallet>>,
}

impl Response for Wallet {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        fields.copy("type", "wallet_type");
        Ok(())
    }
}

impl Response for WalletPayment {
    fn from_json(json: &str) -> Result<Self, String> {
        let whole = |wallet: &str| Wallet::from_json(wallet).ok();
        let wallet_data = field(json, "wallet_data").filter(|wallets| wallets.starts_with('{'));
        let wallet_data = wallet_data.map(|wallets| WalletData {
            success: field(wallets, "success").and_then(whole),
            failure: field(wallets, "failure").and_then(items).map(|wallets| wallets.filter_map(whole).collect()),
        });
        Ok(Self { receipt: Receipt::from_json(json)?, wallet_data })
    }

    fn is_about(&self, subject: &Subject) -> Result<(), String> {
        self.receipt.is_about(subject)
    }
}
