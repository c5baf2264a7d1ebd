//! This project's core, on the program's own runtime.

mod command;
mod ours;

use std::error::Error;

use bootpay_core::Bootpay;
use tokio::runtime::Handle;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    ours::run(|credentials, options| Bootpay::with_runtime(credentials, options, Handle::current())).await
}
