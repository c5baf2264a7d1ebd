use bootpay_macros::model;

/// Where it stands.
#[model(open)]
pub enum Status {
    Paid,
}

fn main() {}
