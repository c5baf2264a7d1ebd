use bootpay_macros::model;

/// A billing key.
#[model]
pub struct BillingKey {
    /// Until when it can be charged.
    #[wire("billing_expire_at")]
    pub expires_at: Option<String>,
}

fn main() {}
