//! The functions of the payment window, in a namespace of their own: `PaymentWindow`.

use std::fmt::Write as _;

use bootpay_core::describe::{Pure, WINDOW, camel_case, unindented};

use crate::Source;

const DOC: [&str; 3] = [
    "The payment window: its payloads, the scripts or the page that open it in an app, its messages, and the links",
    "to the apps of cards and banks. Nothing here reads, sends or keeps anything. Nothing that the window returns is",
    "proof: the merchant's server, which alone holds the server's keys, confirms or verifies each payment.",
];

/// The name under which `UniFFI` writes it.
fn exported(name: &str) -> String {
    camel_case(&format!("window_{name}"))
}

/// Writes the object, and hides the functions that it calls. They fail with this exception.
pub fn kotlin(source: &mut Source, exception: &str) {
    let mut members = String::new();
    for Pure { method: name, doc, request, reply: answer } in WINDOW {
        let (method, inner) = (camel_case(name), exported(name));
        let function = format!(" fun `{inner}`(");
        source.replace(&function, &format!("internal{function}"));
        let answer = if *answer == "bool" { "Boolean" } else { answer };
        let doc = unindented(doc).trim().replace('\n', "\n     * ").replace("* \n", "*\n");
        let _ = write!(
            members,
            "\n    /**\n     * {doc}\n     */\n    @JvmStatic\n    @Throws({exception}::class)\n    fun `{method}`(`request`: \
             {request}): {answer} {{\n        unicode(\"window.{name}\", \"\" to `request`)\n        return \
             `{inner}`(`request`)\n    }}\n"
        );
    }
    source.append(&format!("\n/**\n * {}\n */\nobject PaymentWindow {{{members}}}\n", DOC.join("\n * ")));
}

/// Writes the enum without cases, and hides the functions that it calls.
pub fn swift(source: &mut Source) {
    let mut members = String::new();
    for Pure { method: name, doc, request, reply: answer } in WINDOW {
        let (method, inner) = (camel_case(name), exported(name));
        source.replace(&format!("public func {inner}("), &format!("func {inner}("));
        let answer = if *answer == "bool" { "Bool" } else { answer };
        let doc = unindented(doc).trim().replace('\n', "\n    /// ").replace("/// \n", "///\n");
        let _ = write!(
            members,
            "\n    /// {doc}\n    public static func {method}(_ request: {request}) throws -> {answer} {{\n        \
             try {inner}(request)\n    }}\n"
        );
    }
    source.append(&format!("\n/// {}\npublic enum PaymentWindow {{{members}}}\n", DOC.join("\n/// ")));
}
