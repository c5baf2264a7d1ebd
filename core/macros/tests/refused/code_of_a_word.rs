use bootpay_macros::model;

/// Words.
#[model(open)]
pub enum Words {
    /// A word.
    #[code(1)]
    Word,
}

fn main() {}
