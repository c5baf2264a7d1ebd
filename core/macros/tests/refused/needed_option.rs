use bootpay_macros::model;

/// Settings.
#[model(options)]
pub struct ClientOptions {
    /// Where the API is.
    pub base_url: String,
}

fn main() {}
