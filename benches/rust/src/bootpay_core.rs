//! This project's core, as it is made without a further word: on an event loop of its own.

mod command;
mod ours;

use std::error::Error;

use bootpay_core::Bootpay;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    ours::run(Bootpay::with_options).await
}
