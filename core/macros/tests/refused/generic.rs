use bootpay_macros::model;

/// A list.
#[model]
pub struct Page<T> {
    /// What is on it.
    pub items: Vec<T>,
}

fn main() {}
