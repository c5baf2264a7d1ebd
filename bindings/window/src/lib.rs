//! The native library of the packages `bootpay-window` and `BootpayWindow`: exports the window of `bootpay-core` and
//! nothing else.

bootpay_core::uniffi_reexport_scaffolding!();
