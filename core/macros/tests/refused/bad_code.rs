use bootpay_macros::model;

/// Where it stands.
#[model(numbered)]
pub enum Status {
    /// Paid.
    #[code("one")]
    Paid,
}

fn main() {}
