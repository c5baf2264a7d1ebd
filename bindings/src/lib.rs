//! The native library behind the Kotlin and Swift packages: what `bootpay-core` exports, and nothing else.

bootpay_core::uniffi_reexport_scaffolding!();
