use bootpay_macros::model;

use super::{BillingData, ContentType, Extra, Item, Receipt, User};
use crate::{
    value::{Json, Timestamp, Won},
    wire::{Fields, Reply, Subject, field, items},
};

/// Asks for the wallets of a member: cards and accounts kept in Bootpay's easy payment.
#[model(request)]
pub struct ListWallets {
    /// The merchant's id of the member.
    #[check(id)]
    pub user_id: String,
    /// Those of test mode, or else of live mode.
    pub sandbox: bool,
    /// The key of the payment widget, from Bootpay's console (only one official SDK knows it).
    pub widget_key: Option<String>,
}

/// Charges a member's wallets, in their order until one pays.
#[model(request)]
pub struct ChargeWallet {
    /// The merchant's id of the member.
    #[check(id)]
    pub user_id: String,
    /// What is paid for, as the buyer reads it.
    #[check(not_blank)]
    pub order_name: String,
    /// The merchant's id of the order; a new one for each attempt.
    #[check(id)]
    pub order_id: String,
    /// What to charge, in won; at least 100.
    #[check(at_least_100)]
    pub price: Won,
    /// Wallets of test mode, or else of live mode.
    pub sandbox: bool,
    /// The tax-free part of `price`, in won; at most `price`.
    #[from_zero]
    #[check(within(price))]
    pub tax_free: Option<Won>,
    /// Where the webhooks of this payment go: https, public.
    #[check(web_url)]
    pub webhook_url: Option<String>,
    /// How those webhooks are written.
    pub content_type: Option<ContentType>,
    /// What was bought; quantities times prices must sum up to `price`.
    #[check(sums_to(price))]
    pub items: Option<Vec<Item>>,
    /// The buyer.
    pub user: Option<User>,
    /// Options of the payment.
    pub extra: Option<Extra>,
    /// What the merchant attaches; returned as it is.
    pub metadata: Option<Json>,
}

/// Asks for the merchant's own wallets at Bootpay.
#[model(request)]
pub struct ListServiceWallets {}

/// A card or account that a member keeps in Bootpay's easy payment.
#[model]
#[also("type")]
pub struct Wallet {
    /// Bootpay's id of the wallet, 24 hex characters.
    pub wallet_id: String,
    /// What kind of wallet it is, as Bootpay numbers them (the API's `type`).
    pub wallet_type: Option<i64>,
    /// Whether it is of test mode.
    pub sandbox: Option<bool>,
    /// Its place among the member's wallets; the first is tried first.
    pub order: Option<i64>,
    /// Whether it can pay, as Bootpay numbers it.
    pub payment_status: Option<i64>,
    /// The card or account.
    pub batch_data: Option<BillingData>,
    /// The PG's own code of the card company.
    pub card_code: Option<String>,
    /// What the member calls it.
    pub name: Option<String>,
    /// Until when it can be used.
    pub expired_at: Option<Timestamp>,
    /// When it last paid.
    pub latest_purchased_at: Option<Timestamp>,
    /// The whole of it as Bootpay sent it, with what this version does not know.
    #[default]
    pub raw: Json,
}

/// A payment by a member's wallets.
#[model]
pub struct WalletPayment {
    /// The payment.
    pub receipt: Receipt,
    /// Which wallet paid, and which were tried before.
    pub wallet_data: Option<WalletData>,
}

/// Which wallet paid, and which were tried before.
#[model]
pub struct WalletData {
    /// The one that paid.
    pub success: Option<Wallet>,
    /// Those that were tried before, and did not pay.
    pub failure: Option<Vec<Wallet>>,
}

impl Reply for Wallet {
    fn arrange(fields: &mut Fields<'_, '_>) -> Result<(), String> {
        fields.copy("type", "wallet_type");
        Ok(())
    }
}

impl Reply for WalletPayment {
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
