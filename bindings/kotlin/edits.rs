//! Edits of the Kotlin that `UniFFI` writes.

use std::collections::BTreeSet;

use bootpay_core::describe::{Field, Model, Shape, camel_case, models};
use bootpay_generator::{
    Source,
    kotlin::{builder, builders, inside, named_variants, printed, unchecked, without_fakes},
    opaque, window,
};

use crate::{flat::flat, json::json, text::text};

pub(crate) fn kotlin(source: &mut Source) {
    errors(source);
    java(source);
    objects(source);
    closing(source);
    serializable(source);
    loading(source);
    printed(source);
    delivery(source);
    inside(source);
    inside_objects(source);
    flat(source);
    text(source);
    builders(source);
    credentials(source);
    named_variants(source);
    timestamps(source);
    // A lambda can listen.
    source.replace("\npublic interface CallListener {", "\npublic fun interface CallListener {");
    json(source);
    window::kotlin(source, "BootpayException");
}

/// The keys are text, of which a client has what it was given.
fn credentials(source: &mut Source) {
    let credentials = models().into_iter().find(|model| model.name == "Credentials").map(|model| model.shape);
    let Some(Shape::Struct { fields, .. }) = credentials else { panic!("core has no Credentials") };
    builder(source, "Credentials", "\nclass Credentials: ", fields, true);
}

/// Every error has its details, whatever its kind, and prints them in one line.
fn errors(source: &mut Source) {
    unchecked(source, "StoreException");
    unchecked(source, "BootpayException");
    source.replace(
        "class InternalException(message: String) : kotlin.Exception",
        "class InternalException(message: String) : RuntimeException",
    );
    source.replace(
        "sealed class BootpayException: RuntimeException() {",
        "sealed class BootpayException: RuntimeException() {\n    \
         /** The details of the failure. */\n    abstract val `info`: ErrorInfo\n",
    );
    source.replace(
        "        val `info`: ErrorInfo\n        ) : BootpayException()",
        "        override val `info`: ErrorInfo\n        ) : BootpayException()",
    );
    source.replace("get() = \"info=${ `info` }\"", "get() = `info`.toString()");
}

/// Java has no default arguments.
fn java(source: &mut Source) {
    // Requests and options get constructors without the optional ones.
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
    // The environment of the process, unless the caller has another one.
    source.replace_in_lines(
        |line| line.contains(" fun `fromEnv`("),
        |line| {
            let given = "`environment`: Map<kotlin.String, kotlin.String>";
            assert!(line.contains(given), "UniFFI no longer writes: {given}");
            format!("    @JvmStatic @JvmOverloads\n{}", line.replace(given, &format!("{given} = System.getenv()")))
        },
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
}

/// Only the generated code makes an object from a handle: one that is made up ends the process, and whoever
/// can make a `VerifiedPayment` ships without money.
///
/// `internal` alone hides nothing from Java. What is synthetic is not seen by its compiler.
fn objects(source: &mut Source) {
    without_fakes(source);
    source.replace(
        "    /**\n     * @suppress\n     *\n     * This constructor can be used to instantiate a fake object. Only used for \
         tests. Any\n     * attempt to actually use an object constructed this way will fail as there is no\n     \
         * connected Rust object.\n     */\n    @Suppress(\"UNUSED_PARAMETER\")\n    constructor(noHandle: NoHandle) \
         {\n        this.handle = 0\n        this.cleanable = null\n    }\n",
        "",
    );
    source.replace(
        "            if (handle == 0.toLong()) {\n                // Fake object created with `NoHandle`, don't try to \
         free.\n                return;\n            }\n",
        "",
    );
    source.replace(
        "        if (handle == 0.toLong()) {\n            throw InternalException(\"uniffiCloneHandle() called on \
         NoHandle object\");\n        }\n",
        "",
    );
    source.expect_no("NoHandle");
    source.replace("\nobject UniffiWithHandle", "\nprivate object UniffiWithHandle");
    source.replace(
        "    constructor(withHandle: UniffiWithHandle,",
        "    private constructor(withHandle: UniffiWithHandle,",
    );
    // Transient, so that Gson, which makes objects without a constructor, neither writes nor sets them.
    source.replace("    protected val handle: Long\n", "    @Transient private val handle: Long\n");
    source.replace(
        "    protected val cleanable: UniffiCleaner.Cleanable?\n",
        "    @Transient private val cleanable: UniffiCleaner.Cleanable\n",
    );
    source.replace("cleanable?.clean()", "cleanable.clean()");
    source.replace("    private val wasDestroyed", "    @Transient private val wasDestroyed");
    source.replace("    private val callCounter", "    @Transient private val callCounter");
    source.replace("    fun uniffiCloneHandle()", "    @JvmSynthetic internal fun uniffiCloneHandle()");
    for (class, head) in classes(source) {
        source.replace(&head, &head.replacen("open ", "", 1));
        let head = head.replacen("open ", "", 1);
        let of_handle = format!(
            "        @JvmSynthetic\n        internal fun ofHandle(handle: Long) = {class}(UniffiWithHandle, handle)\n"
        );
        // One with named constructors has a body.
        let start = source.0.find(&head).unwrap_or_default();
        let has_body = source.0[start..]
            .find("    companion object")
            .is_some_and(|at| source.0[start + at..].starts_with("    companion object {\n"));
        if has_body {
            source.replace_after(&head, "    companion object {\n", &format!("    companion object {{\n{of_handle}"));
        } else {
            source.replace_after(
                &head,
                "    companion object\n",
                &format!("    companion object {{\n{of_handle}    }}\n"),
            );
        }
        source.replace(&format!("return {class}(UniffiWithHandle, value)"), &format!("return {class}.ofHandle(value)"));
        let interface = class.trim_end_matches("Impl");
        let converter = format!("public object FfiConverterType{interface}: FfiConverter<{interface}, Long> {{\n");
        source.edit_block(&converter, "\n}\n", |block| {
            // Without the interface of the other converters, whose methods Java would see.
            let head = format!("private object FfiConverterType{interface} {{\n");
            block.replacen(&converter, &head, 1).replace("    override fun", "    @JvmSynthetic internal fun")
        });
        // The same of a response that another one may hold.
        let is_response = opaque().iter().any(|(name, _)| *name == interface);
        let optional =
            format!("public object FfiConverterOptionalType{interface}: FfiConverterRustBuffer<{interface}?> {{\n");
        if is_response && source.0.contains(&optional) {
            source.edit_block(&optional, "\n}\n", |block| {
                let head = format!(
                    "private object FfiConverterOptionalType{interface} {{\n    @JvmSynthetic internal fun lift(value: \
                     RustBuffer.ByValue): {interface}? = try {{\n        value.asByteBuffer()!!.let(::read)\n    }} finally \
                     {{\n        RustBuffer.free(value)\n    }}\n\n"
                );
                block.replacen(&optional, &head, 1).replace("    override fun", "    @JvmSynthetic internal fun")
            });
        }
    }
    // A class that anybody may derive from its interface would look like the object.
    for (name, fields) in opaque() {
        source.edit_block(&format!("public interface {name}Interface {{\n"), "\n}\n", |_| "\n".to_owned());
        source.replace(&format!(", {name}Interface\n"), "\n");
        for field in fields {
            let (class, method) = (format!("\nclass {name}: "), format!("fun `{}`(", camel_case(field.name)));
            source.replace_after(&class, &format!("override {method}"), &method);
        }
    }
}

/// The same of objects and callbacks.
fn inside_objects(source: &mut Source) {
    source.replace("public abstract class FfiConverter", "private abstract class FfiConverter");
    source.replace("\ninterface UniffiCleaner", "\ninternal interface UniffiCleaner");
    source.replace(
        "    val uniffiIsDestroyed: Boolean get()",
        "    @get:JvmSynthetic internal val uniffiIsDestroyed: Boolean get()",
    );
    source.replace(
        "    internal inline fun <R> callWithHandle",
        "    @JvmSynthetic internal inline fun <R> callWithHandle",
    );
}

/// The classes of objects, each with the beginning of its declaration.
fn classes(source: &Source) -> Vec<(String, String)> {
    let lines = source.0.lines().filter(|line| line.starts_with("open class ") && line.contains(": Disposable, "));
    let found: Vec<_> = lines
        .map(|line| {
            let head = line.split(": ").next().unwrap_or_default();
            (head.trim_start_matches("open class ").to_owned(), format!("\n{head}: Disposable, "))
        })
        .collect();
    assert!(!found.is_empty(), "UniFFI no longer writes classes of objects");
    found
}

/// The attempts of a client can be read after it was closed: `use` closes it before its caller knows that
/// the call was cancelled.
fn closing(source: &mut Source) {
    for (client, attempts) in [("Bootpay", "Attempts"), ("BlockingBootpay", "BlockingAttempts")] {
        source.edit_block(&format!("\nclass {client}: Disposable, "), "\n    companion object {\n", |class| {
            let mut class = Source(class.to_owned());
            class.replace(
                "    override fun destroy() {\n",
                &format!(
                    "    /** Of a client that is closed. */\n    @Transient private var kept: {attempts}? = null\n\n    \
                     @Synchronized\n    override fun destroy() {{\n        if (kept == null) kept = `attempts`()\n"
                ),
            );
            class.replace(
                "    @Synchronized\n    override fun close() {\n",
                "    /**\n     * Closes the client, which makes no further calls. A write or money call that was sent completes\n     \
                 * in the background; `attempts().unresolved()` and `acknowledge` still work.\n     */\n    \
                 override fun close() {\n",
            );
            class.replace(
                &format!("override fun `attempts`(): {attempts} {{\n"),
                &format!(
                    "@Synchronized\n    override fun `attempts`(): {attempts} {{\n            \
                     kept?.let {{ return {attempts}.ofHandle(it.uniffiCloneHandle()) }}\n"
                ),
            );
            class.0
        });
    }
}

/// The library is found, and its absence explained, by NativeLibrary.kt.
fn loading(source: &mut Source) {
    source.edit_block("@Synchronized\nprivate fun findLibraryName(", "\n}\n", |_| String::new());
    for class in ["IntegrityCheckingUniffiLib", "UniffiLib"] {
        source.replace(
            &format!("Native.register({class}::class.java, findLibraryName(componentName = \"bootpay_core\"))"),
            &format!("NativeLibrary.bind({class}::class.java)"),
        );
    }
    source.expect_no("Native.register(");
    source.expect_no("findLibraryName");
}

/// An exception is serializable on the JVM, so all that its details hold must be.
fn serializable(source: &mut Source) {
    for model in held_by("ErrorInfo") {
        let Model { name, shape, .. } = model;
        match shape {
            Shape::Struct { .. } => {
                source.replace_after(&format!("\ndata class {name} "), "\n){\n", "\n) : java.io.Serializable {\n");
            }
            Shape::Enum { open: true, .. } => {
                source.replace(
                    &format!("\nsealed class {name} {{\n"),
                    &format!("\nsealed class {name} : java.io.Serializable {{\n"),
                );
            }
            Shape::Enum { open: false, .. } => {}
        }
    }
}

/// A model and all models that its fields hold.
fn held_by(name: &str) -> Vec<Model> {
    let all = models();
    let mut wanted = vec![name.to_owned()];
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(name) = wanted.pop() {
        let Some(model) = all.iter().find(|model| model.name == name).filter(|_| seen.insert(name)) else { continue };
        if let Shape::Struct { fields, .. } = model.shape {
            assert!(
                fields.iter().all(|field| !field.ty.contains("Secret")),
                "{}, which errors hold, has a secret: serialized, it would be readable",
                model.name
            );
            wanted.extend(fields.iter().map(held));
        }
        found.push(model.clone());
    }
    found
}

/// The type of a field, or of the elements of its list.
fn held(field: &Field) -> String {
    field.ty.rsplit('<').next().unwrap_or_default().trim_end_matches('>').to_owned()
}

fn delivery(source: &mut Source) {
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
    for name in ["`numberOfCall`", "`giveUpCall`", "`endCall`", "`adaptToSwift`"] {
        source.replace(&format!(" fun {name}("), &format!("internal fun {name}("));
    }
}

/// Dates that no payment has are clamped to what every platform's native code can hold, and are refused
/// there with the field's name.
fn timestamps(source: &mut Source) {
    source.replace(
        "java.time.Duration.between(java.time.Instant.EPOCH, value)\n",
        "java.time.Duration.ofSeconds(value.epochSecond.coerceIn(-400_000_000_000, 400_000_000_000), value.nano.toLong())\n",
    );
}
