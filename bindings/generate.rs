//! Writes the Kotlin and Swift sources: `generate LIBRARY CONFIG OUT_DIR kotlin|swift`.
//!
//! `UniFFI` writes them; the edits below go beyond its settings. Each must find its place, so that a new
//! `UniFFI` that writes other text fails here, not in a user's hands.

#[path = "swift/codable.rs"]
mod codable;

use std::{env, error::Error, fs, path::Path};

use bootpay_core::describe::{Shape, lower_camel_case, models};
use uniffi::{GenerateOptions, TargetLanguage};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [library, config, out_dir, language] = arguments.as_slice() else {
        return Err("usage: generate LIBRARY CONFIG OUT_DIR kotlin|swift".into());
    };
    let (language, source, edit): (_, _, fn(&mut Source)) = match language.as_str() {
        "kotlin" => (TargetLanguage::Kotlin, "bootpay/core/bootpay_core.kt", kotlin),
        "swift" => (TargetLanguage::Swift, "BootpayCore.swift", swift),
        other => return Err(format!("{other} is neither kotlin nor swift").into()),
    };
    uniffi::generate(GenerateOptions {
        languages: vec![language],
        source: library.into(),
        out_dir: out_dir.into(),
        config_override: Some(config.into()),
        format: false,
        crate_filter: None,
        metadata_no_deps: true,
    })?;
    let path = Path::new(out_dir).join(source);
    let mut source = Source(fs::read_to_string(&path)?);
    edit(&mut source);
    fs::write(&path, source.0)?;
    Ok(())
}

struct Source(String);

impl Source {
    fn replace(&mut self, from: &str, to: &str) {
        assert!(self.0.contains(from), "UniFFI no longer writes: {from}");
        self.0 = self.0.replace(from, to);
    }

    fn append(&mut self, text: &str) {
        self.0 += text;
    }

    /// Replaces the first `from` after a text.
    fn replace_after(&mut self, place: &str, from: &str, to: &str) {
        let start = self.0.find(place).map(|at| at + place.len());
        let start = start.unwrap_or_else(|| panic!("UniFFI no longer writes: {place}"));
        let at = self.0[start..].find(from).unwrap_or_else(|| panic!("UniFFI no longer writes: {from}"));
        self.0.replace_range(start + at..start + at + from.len(), to);
    }

    /// Replaces in every line that `wanted` picks.
    fn replace_in_lines(&mut self, wanted: fn(&str) -> bool, edit: fn(&str) -> String) {
        let mut found = false;
        self.0 = self.0.split_inclusive('\n').fold(String::new(), |text, line| {
            let picked = wanted(line);
            found |= picked;
            text + &if picked { edit(line) } else { line.to_owned() }
        });
        assert!(found, "UniFFI no longer writes a line that this file edits");
    }
}

fn kotlin(source: &mut Source) {
    // Every error has its details, whatever its kind, and prints them in one line.
    source.replace(
        "sealed class BootpayException: kotlin.Exception() {",
        "sealed class BootpayException: kotlin.Exception() {\n    \
         /** The details of the failure. */\n    abstract val `info`: ErrorInfo\n",
    );
    source.replace(
        "        val `info`: ErrorInfo\n        ) : BootpayException()",
        "        override val `info`: ErrorInfo\n        ) : BootpayException()",
    );
    source.replace("get() = \"info=${ `info` }\"", "get() = `info`.toString()");
    // Java has no default arguments: requests and options get constructors without the optional ones.
    let classes: Vec<String> = source.0.split("\ndata class ").map(str::to_owned).collect();
    let taken = |name: &str| {
        source.0.contains(&format!("`request`: {name},")) || source.0.contains(&format!("`options`: {name}?"))
    };
    let edited = classes.iter().map(|class| {
        let optional = class.split("\n)").next().is_some_and(|parameters| parameters.contains(" = "));
        match class.split_once(" (") {
            Some((name, rest)) if optional && taken(name) => format!("{name} @JvmOverloads constructor({rest}"),
            _ => class.clone(),
        }
    });
    source.0 = edited.collect::<Vec<_>>().join("\ndata class ");
    source.replace_in_lines(
        |line| line.starts_with("    constructor(") && line.contains(" = null"),
        |line| format!("    @JvmOverloads\n{line}"),
    );
    // Nor need it pass nulls for the options of a call.
    source.replace_in_lines(
        |line| line.contains("override fun ") && line.contains("`options`: CallOptions?, `cancellation`"),
        |line| {
            let (name, rest) = line.split_once("override fun ").and_then(|(_, rest)| rest.split_once('(')).unwrap_or_default();
            let (request, reply) = (rest.split(", ").next().unwrap_or_default(), rest.split(')').next_back().unwrap_or_default());
            let reply = reply.trim_end().trim_end_matches('{');
            let overload = format!("    @Throws(BootpayException::class)\n    fun {name}({request}){reply}= {name}(`request`, null, null)\n\n");
            overload + line
        },
    );
    // The variants of an open enum print their name.
    source.replace_in_lines(
        |line| line.starts_with("    object ") && line.contains(" : "),
        |line| line.replacen("object", "data object", 1),
    );
    // The thread that all calls of a client share never runs a caller's code, whatever its dispatcher:
    // one that blocked there would wait for itself.
    source.replace(
        "        uniffiContinuationHandleMap.remove(data).resume(pollResult)\n",
        "        val continuation = uniffiContinuationHandleMap.remove(data)\n        \
         kotlinx.coroutines.Dispatchers.Default.dispatch(continuation.context) { continuation.resume(pollResult) }\n",
    );
    // It stays known to the JVM: to be made known and forgotten again for every reply costs more than
    // the rest of a call.
    source.replace(
        "object uniffiRustFutureContinuationCallbackImpl: UniffiRustFutureContinuationCallback {\n",
        "object uniffiRustFutureContinuationCallbackImpl: UniffiRustFutureContinuationCallback {\n    \
         init {\n        val stays = com.sun.jna.CallbackThreadInitializer(true, false, \"bootpay\")\n        \
         com.sun.jna.Native.setCallbackThreadInitializer(this, stays)\n    }\n\n",
    );
    // How a call is delivered is in Delivery.kt, which knows each by a number.
    source.replace(", `number`: kotlin.ULong", "");
    source.replace(
        "        return uniffiRustCallAsync(\n",
        "        val `number` = numberOfCall()\n        return delivered(`number`) { uniffiRustCallAsync(\n",
    );
    source.replace(
        "        BootpayException.ErrorHandler,\n    )\n    }",
        "        BootpayException.ErrorHandler,\n    ) }\n    }",
    );
    for name in ["`numberOfCall`", "`giveUpCall`", "`endCall`"] {
        source.replace(&format!(" fun {name}("), &format!("internal fun {name}("));
    }
}

fn swift(source: &mut Source) {
    lower_case_errors(source);
    codable::codable(source);
    // `payments().get(.init(receiptId: id))`: the request needs no label.
    source.replace("(request: ", "(_ request: ");
    // Task.cancel() reaches Rust, which knows each call by a number: a read is aborted there, and a
    // call that moves money is detached. One that ended in that moment is remembered, since nobody
    // asks what a task that was cancelled returns.
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
         } onCancel: {\n        cancelFunc(rustFuture)\n        giveUpCall(number: number)\n    }\n",
    );
    source.replace(
        "    return try liftFunc(makeRustCall(\n        { completeFunc(rustFuture, $0) },\n        errorHandler: errorHandler\n    ))\n",
        "    let value = try liftFunc(makeRustCall(\n        { completeFunc(rustFuture, $0) },\n        errorHandler: errorHandler\n    ))\n    \
         if Task.isCancelled {\n        giveUpCall(number: number)\n        throw CancellationError()\n    }\n    return value\n",
    );
    source.replace("fatalError(\"Cancellation not supported yet\")", "throw CancellationError()");
    for name in ["numberOfCall", "giveUpCall", "endCall"] {
        source.replace(&format!("public func {name}("), &format!("func {name}("));
    }
}

/// Swift writes the cases of an enum in lower case, of an error too: `BootpayError.rejected`.
fn lower_case_errors(source: &mut Source) {
    let kinds = models().into_iter().find(|model| model.name == "ErrorKind").map(|model| model.shape);
    let Some(Shape::Enum { variants: kinds, .. }) = kinds else { panic!("core has no enum ErrorKind") };
    for case in kinds.iter().map(|kind| kind.name).chain(["Failed"]) {
        let lower = lower_camel_case(case);
        source.replace(&format!("    case {case}(\n"), &format!("    case {lower}(\n"));
        source.replace(&format!("return .{case}(\n"), &format!("return .{lower}(\n"));
        source.replace(&format!("case let .{case}("), &format!("case let .{lower}("));
        // The documentation need not name each.
        source.0 = source.0.replace(&format!("`{case}`"), &format!("`{lower}`"));
    }
}
