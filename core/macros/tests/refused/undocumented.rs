use bootpay_macros::model;

#[model]
pub struct Receipt {
    /// Bootpay's id.
    pub receipt_id: String,
}

fn main() {}
