use bootpay_macros::model;

/// A payment.
#[model(reqest)]
pub struct GetReceipt {
    /// Bootpay's id.
    pub receipt_id: String,
}

fn main() {}
