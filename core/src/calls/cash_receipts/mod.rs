//! Cash receipts: each response must show the one that was issued or cancelled.

mod cancel;
mod cancel_for_payment;
mod publish;
mod publish_for_payment;
