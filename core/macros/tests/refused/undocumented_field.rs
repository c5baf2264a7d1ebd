use bootpay_macros::model;

/// A payment.
#[model]
pub struct Receipt {
    pub receipt_id: String,
}

fn main() {}
