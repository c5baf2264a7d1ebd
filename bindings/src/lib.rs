//! The native library of the Kotlin and Swift packages: exports `bootpay-core` and nothing else.

bootpay_core::uniffi_reexport_scaffolding!();
