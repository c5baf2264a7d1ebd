//! Prints what the scenario runner in Swift needs because Swift calls nothing by name: the calls of
//! the table, the requests from JSON, and the words of the enums.

use bootpay_core::describe::{self, Pure, camel_case};
use bootpay_generator::swift::models_by_name;

fn main() {
    println!("// Written from the table of endpoints.\n@testable import BootpayCore\n");
    println!("extension Bootpay {{");
    println!("    func call(_ name: String, _ fields: Fields, _ options: CallOptions?) async throws -> Any? {{");
    println!("        switch name {{");
    for resource in describe::RESOURCES {
        for endpoint in resource.endpoints {
            let (field, method, request) = (camel_case(resource.field), camel_case(endpoint.method), endpoint.request);
            println!("        case \"{}.{}\":", resource.field, endpoint.method);
            println!("            return try await {field}.{method}({request}(fields), options: options)");
        }
        for Pure { method, request, .. } in resource.pure {
            println!("        case \"{}.{method}\":", resource.field);
            println!("            return try {}.{}({request}(fields))", camel_case(resource.field), camel_case(method));
        }
    }
    println!("        default: throw Unreadable(\"no call \\(name)\")\n        }}\n    }}\n}}");
    print!("{}", models_by_name("Bootpay"));
}
