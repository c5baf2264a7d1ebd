//! The merchant's store of attempts, which awaits in Swift, so that an actor can be one.

use bootpay_core::describe::{INTERFACES, Interface, Method, camel_case};
use bootpay_generator::Source;

const BLOCKING: &str = " The client calls the\n * methods one after another on its own thread, where they may block. They fail \
    by the language's usual\n * means, and the failure's text appears in the error of the call. A forked process calls \
    them too: do\n * not use a connection of the parent there.\n";
const AWAITING: &str = "\n *\n * The client calls the methods for different attempts side by side, and for one attempt one \
    after another. Throw\n * `StoreError.failed` for a text that appears in the error of the call; of any other error only \
    its type\n * appears, since its text may hold a secret.\n";

pub(crate) fn stores(source: &mut Source) {
    source.replace(BLOCKING, AWAITING);
    for Interface { name, methods, .. } in INTERFACES {
        without_one_of_core(source, name);
        source.edit_block(&format!("\npublic protocol {name}: "), "\n}\n", |protocol| {
            methods.iter().fold(protocol.replace("throws", "async throws"), |protocol, method| {
                let (name, argument) = (camel_case(method.name), camel_case(method.argument));
                protocol.replace(&format!("func {name}({argument}: "), &format!("func {name}(_ {argument}: "))
            })
        });
        for method in *methods {
            awaited(source, method);
        }
    }
}

/// Every store is Swift's: there is none that core hands out.
fn without_one_of_core(source: &mut Source, name: &str) {
    let class = format!("open class {name}Impl: ");
    let at = source.0.find(&class).unwrap_or_else(|| panic!("UniFFI no longer writes: {class}"));
    let start = source.0[..at].rfind("/**\n").unwrap_or(at);
    let next = "// Put the implementation in a struct";
    let end = source.0[at..].find(next).unwrap_or_else(|| panic!("UniFFI no longer writes: {next}"));
    source.0.replace_range(start..at + end, "");
    source.edit_block(
        &format!("    public static func lift(_ handle: UInt64) throws -> {name} {{\n"),
        "    public static func read(",
        |_| {
            format!(
                "    public static func lift(_ handle: UInt64) throws -> {name} {{\n        \
                     try handleMap.remove(handle: handle)\n    \
                 }}\n\n    \
                 public static func lower(_ value: {name}) -> UInt64 {{\n        \
                     handleMap.insert(obj: value)\n    \
                 }}\n\n    \
                 public static func read("
            )
        },
    );
    source.expect_no(&format!("{name}Impl"));
}

/// Core's thread waits for the method.
fn awaited(source: &mut Source, method: &Method) {
    let (name, argument) = (camel_case(method.name), camel_case(method.argument));
    let (head, end) =
        (format!("return try uniffiObj.{name}(\n                     {argument}: "), "\n                )");
    source.edit_block(&head, end, |call| {
        let value = &call[head.len()..call.len() - end.len()];
        format!("let argument = {value}\n                return try awaited {{ try await uniffiObj.{name}(argument) }}")
    });
}
