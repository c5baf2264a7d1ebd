//! Writes the sources of the payment window: `generate-window LIBRARY CONFIG OUT_DIR kotlin|swift`.

use std::error::Error;

use bootpay_generator::{Component, Source, kotlin, run, swift, window};

fn main() -> Result<(), Box<dyn Error>> {
    run(&Component {
        kotlin: "bootpay/window/bootpay_core.kt",
        swift: "BootpayWindow.swift",
        edit_kotlin,
        edit_swift,
        beside_kotlin: Vec::new,
        beside_swift: |_| vec![],
    })
}

fn edit_kotlin(source: &mut Source) {
    kotlin::unchecked(source, "WindowException");
    source.replace("get() = \"field=${ `field` }, rule=${ `rule` }\"", "get() = \"${ `field` } ${ `rule` }\"");
    kotlin::without_fakes(source);
    kotlin::printed(source);
    kotlin::named_variants(source);
    kotlin::search(source, "");
    kotlin::builders(source);
    kotlin::inside(source);
    source.replace("\nopen class RustBuffer", "\ninternal open class RustBuffer");
    window::kotlin(source, "WindowException");
    for name in ["`notUnicode`", "`adaptToSwift`"] {
        source.replace(&format!(" fun {name}("), &format!("internal fun {name}("));
    }
}

fn edit_swift(source: &mut Source) {
    swift::integers(source);
    swift::lower_case(source, "Invalid");
    swift::enums(source);
    swift::codable(source);
    swift::values(source);
    source.replace("(request: ", "(_ request: ");
    swift::converters(source);
    swift::adapt(source);
    swift::printed(source, "\"•••\"");
    swift::initialisers(source);
    window::swift(source);
    source.replace("public func notUnicode(", "func notUnicode(");
    swift::comments(source, []);
    swift::nested(source, "PaymentWindow", &[]);
}
