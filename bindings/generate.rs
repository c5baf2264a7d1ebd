//! Writes the sources of the client: `generate LIBRARY CONFIG OUT_DIR kotlin|swift`.

#[path = "kotlin/flat.rs"]
mod flat;
#[path = "kotlin/json.rs"]
mod json;
#[path = "kotlin/edits.rs"]
mod kotlin;
#[path = "swift/edits.rs"]
mod swift;
#[path = "kotlin/text.rs"]
mod text;

use std::error::Error;

use bootpay_generator::{Component, run};

fn main() -> Result<(), Box<dyn Error>> {
    run(&Component {
        kotlin: "bootpay/core/bootpay_core.kt",
        swift: "BootpayCore.swift",
        edit_kotlin: kotlin::kotlin,
        edit_swift: swift::swift,
        beside_kotlin: || vec![("serializers.kt", json::serializers())],
        beside_swift: |source| vec![("BootpayTesting.swift", swift::fakes(source))],
    })
}
