//! Edits of the Swift that `UniFFI` writes.

mod calls;
mod errors;
mod fakes;
mod objects;
mod stores;

use bootpay_generator::{
    Source, opaque,
    swift::{
        adapt, codable, comments, converters, enums, handles, initialisers, integers, nested, printed, values,
        without_blocking,
    },
    window,
};

pub(crate) use fakes::fakes;

pub(crate) fn swift(source: &mut Source) {
    without_blocking(source);
    integers(source);
    errors::errors(source);
    stores::stores(source);
    enums(source);
    codable(source);
    values(source);
    // `payments.get(.init(receiptId: id))`: the request needs no label.
    source.replace("(request: ", "(_ request: ");
    adapt(source);
    environment(source);
    calls_of_attempts(source);
    objects(source);
    printed(source, "Secret(\"\")");
    timestamps(source);
    delivery(source);
    objects::objects(source);
    calls::calls(source);
    handles(source);
    initialisers(source);
    window::swift(source);
    comments(source, calls::names());
    nested(source, "Bootpay", &["Secret"]);
}

/// Attempts and events name their call as errors do.
fn calls_of_attempts(source: &mut Source) {
    let read = "endpoint: FfiConverterString.read(from: &buf)";
    source.replace(read, "endpoint: camelCase(FfiConverterString.read(from: &buf))");
}

/// The environment of the process, unless the caller has another one.
fn environment(source: &mut Source) {
    source.replace(
        " func fromEnv(environment: [String: String], ",
        " func fromEnvironment(_ environment: [String: String] = ProcessInfo.processInfo.environment, ",
    );
}

/// `Task.cancel()` reaches Rust, which knows each call by a number: a read is aborted there, and a call that
/// moves money is detached, which its task learns. So is one that ended in that moment, since nobody asks
/// what a task that was cancelled returns.
fn delivery(source: &mut Source) {
    source.replace(", number: UInt64", "");
    source.replace("rustFutureFunc: {\n", "rustFutureFunc: { number in\n");
    source.replace("    rustFutureFunc: () -> UInt64,\n", "    rustFutureFunc: (UInt64) -> UInt64,\n");
    source.replace(
        "    let rustFuture = rustFutureFunc()\n    defer {\n        freeFunc(rustFuture)\n",
        "    let number = numberOfCall()\n    let rustFuture = rustFutureFunc(number)\n    \
         defer {\n        freeFunc(rustFuture)\n        endCall(number: number)\n",
    );
    source.replace(
        "    freeFunc: (UInt64) -> (),\n",
        "    cancelFunc: @escaping @Sendable (UInt64) -> (),\n    freeFunc: (UInt64) -> (),\n",
    );
    source.replace_in_lines(
        |line| line.trim_start().starts_with("freeFunc: ffi_"),
        |line| {
            let cancel = line.replace("freeFunc:", "cancelFunc:").replace("_rust_future_free_", "_rust_future_cancel_");
            cancel + line
        },
    );
    source.replace(
        "    var pollResult: Int8;\n    repeat {",
        "    await withTaskCancellationHandler {\n    var pollResult: Int8;\n    repeat {",
    );
    source.replace(
        "    } while pollResult != UNIFFI_RUST_FUTURE_POLL_READY\n",
        "    } while pollResult != UNIFFI_RUST_FUTURE_POLL_READY\n    \
         } onCancel: {\n        cancelFunc(rustFuture)\n        _ = giveUpCall(number: number)\n    }\n",
    );
    source.replace(
        "    return try liftFunc(makeRustCall(\n        { completeFunc(rustFuture, $0) },\n        errorHandler: errorHandler\n    ))\n",
        "    let value: T\n    do {\n        value = try liftFunc(makeRustCall(\n            \
         { completeFunc(rustFuture, $0) },\n            errorHandler: errorHandler\n        ))\n    } catch is \
         CancellationError {\n        throw cancellation(of: number)\n    }\n    \
         if Task.isCancelled { throw cancellation(of: number) }\n    return value\n",
    );
    source.replace("fatalError(\"Cancellation not supported yet\")", "throw CancellationError()");
    for name in ["numberOfCall", "giveUpCall", "endCall", "notUnicode"] {
        source.replace(&format!("public func {name}("), &format!("func {name}("));
    }
}

/// Only the generated code makes an object from a handle: one that is made up ends the process, and whoever
/// can make a `VerifiedPayment` ships without money.
fn objects(source: &mut Source) {
    source.replace("\nopen class ", "\npublic final class ");
    source.replace("\nopen func ", "\npublic func ");
    source.replace(
        "    /// Used to instantiate a [FFIObject] without an actual handle, for fakes in tests, mostly.\n#if \
         swift(>=5.8)\n    @_documentation(visibility: private)\n#endif\n    public struct NoHandle {\n        \
         public init() {}\n    }\n\n    // TODO: We'd like this to be `private` but for Swifty reasons,\n    // we \
         can't implement `FfiConverter` without making this `required` and we can't\n    // make it `required` \
         without making it `public`.\n#if swift(>=5.8)\n    @_documentation(visibility: private)\n#endif\n    \
         required public init(unsafeFromHandle",
        "    fileprivate init(unsafeFromHandle",
    );
    source.replace(
        "    // This constructor can be used to instantiate a fake object.\n    // - Parameter noHandle: Placeholder \
         value so we can have a constructor separate from the default empty one that may be implemented for \
         classes extending [FFIObject].\n    //\n    // - Warning:\n    //     Any object instantiated with this \
         constructor cannot be passed to an actual Rust-backed object. Since there isn't a backing handle the FFI \
         lower functions will crash.\n#if swift(>=5.8)\n    @_documentation(visibility: private)\n#endif\n    \
         public init(noHandle: NoHandle) {\n        self.handle = 0\n    }\n\n",
        "",
    );
    source.replace(
        "        if handle == 0 {\n            // Mock objects have handle=0 don't try to free them\n            \
         return\n        }\n\n",
        "",
    );
    source.expect_no("NoHandle");
    for kind in ["class", "func", "var"] {
        source.expect_no(&format!("open {kind} "));
    }
    source.replace("    public func uniffiCloneHandle()", "    fileprivate func uniffiCloneHandle()");
    converters(source);
    // What Rust calls in the place of a merchant's own object is never one of Swift's.
    source.replace_in_lines(
        |line| line.starts_with("public final class ") && line.contains("Impl: "),
        |line| line.replacen("public ", "", 1),
    );
    // Any class could conform to its protocol and look like the object.
    for (name, _) in opaque() {
        source.edit_block(&format!("\npublic protocol {name}Protocol: "), "\n}\n", |_| "\n".to_owned());
        source.replace(&format!("class {name}: {name}Protocol, "), &format!("class {name}: "));
    }
}

/// Dates that no payment has, and what is no date at all, are clamped to what every platform's native code
/// can hold, and are refused there with the field's name.
fn timestamps(source: &mut Source) {
    source.replace(
        "        if delta.rounded(.down) > Double(Int64.max) {\n            fatalError(\"Timestamp overflow, exceeds max \
         bounds supported by Uniffi\")\n        }\n",
        "        if !(delta < 400_000_000_000) { delta = 400_000_000_000 }\n",
    );
}
