use bootpay_macros::model;

/// Where it stands.
#[model]
pub enum Status {
    /// Paid.
    Paid(i64),
}

fn main() {}
