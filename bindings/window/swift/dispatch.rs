//! Prints what the scenario runner in Swift needs because Swift calls nothing by name: the functions of the window, the
//! requests from JSON, and the words of the enums.

use bootpay_core::describe::{WINDOW, camel_case};
use bootpay_generator::swift::models_by_name;

fn main() {
    println!("// Written from the table of the window.\n@testable import BootpayWindow\n");
    println!("func call(_ name: String, _ fields: Fields) throws -> Any? {{\n    switch name {{");
    for function in WINDOW {
        let (name, request) = (function.method, function.request);
        println!("    case \"window.{name}\": return try PaymentWindow.{}({request}(fields))", camel_case(name));
    }
    println!("    default: throw Unreadable(\"no function \\(name)\")\n    }}\n}}");
    print!("{}", models_by_name("PaymentWindow"));
}
