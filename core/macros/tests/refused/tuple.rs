use bootpay_macros::model;

/// A payment.
#[model]
pub struct Receipt(String);

fn main() {}
