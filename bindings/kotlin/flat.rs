//! Calls without JNA's structures: each function that takes or returns one is called by its address, through core's
//! function of its shape (`core/src/ffi/flat.rs`). NativeCall.kt has what takes the structures' place.

use bootpay_core::ffi::flat::SHAPES;
use bootpay_generator::Source;

const BUFFER: &str = "RustBuffer.ByValue";

/// What calls functions beside the generated code.
const NATIVE_CALL: &str = include_str!("src/main/kotlin/bootpay/core/NativeCall.kt");

pub(crate) fn flat(source: &mut Source) {
    structures(source);
    callbacks(source);
    functions(source);
    source.replace(BUFFER, "RustBuffer");
}

/// Takes out the structures of a call, and what nothing uses.
fn structures(source: &mut Source) {
    let mut without = |head: &str, end: &str| source.edit_block(head, end, |_| String::new());
    without("@Structure.FieldOrder(\"capacity\", \"len\", \"data\")\n", "\n}\n");
    without(
        "// This is a helper for safely passing byte references",
        "    class ByValue : ForeignBytes(), Structure.ByValue\n}\n",
    );
    without("// Converter for `&[u8]` / `[ByRef] bytes` arguments.\n", "\n}\n");
    without("@Structure.FieldOrder(\"code\", \"error_buf\")\n", "\n}\n");
    without("internal interface UniffiForeignFutureDroppedCallback ", "\n}\n");
    without(
        "@Structure.FieldOrder(\"handle\", \"free\")\ninternal open class UniffiForeignFuture",
        "internal interface UniffiForeignFutureCompleteVoid : com.sun.jna.Callback {\n    fun callback(`callbackData`: \
         Long,`result`: UniffiForeignFutureResultVoid.UniffiByValue,)\n}\n",
    );
    source.expect_no("UniffiForeignFuture");
    source.replace(
        "    var status = UniffiRustCallStatus()\n    val return_value = callback(status)\n    \
         uniffiCheckCallStatus(errorHandler, status)\n    return return_value\n",
        "    UniffiRustCallStatus.use { status ->\n        val return_value = callback(status)\n        \
         uniffiCheckCallStatus(errorHandler, status)\n        return return_value\n    }\n",
    );
    source.replace(
        "            val bbuf = rbuf.data!!.getByteBuffer(0, rbuf.capacity).also {\n                \
         it.order(ByteOrder.BIG_ENDIAN)\n            }\n",
        "            val bbuf = rbuf.room()\n",
    );
    source.replace("rbuf.writeField(\"len\", bbuf.position().toLong())", "rbuf.len = bbuf.position().toLong()");
}

/// What Rust calls still takes structures, under other names.
fn callbacks(source: &mut Source) {
    source.replace("    callStatus: UniffiRustCallStatus,\n", "    callStatus: CallbackStatus,\n");
    for value in ["FfiConverterString.lower(err)", "lowerError(e)"] {
        source.replace(&format!("callStatus.error_buf = {value}"), &format!("callStatus.error_buf.setValue({value})"));
    }
    source.replace_in_lines(
        |line| line.contains("fun callback(`uniffiHandle`: "),
        |line| {
            line.replace(&format!(": {BUFFER},"), ": RustBufferArgument.ByValue,")
                .replace("`uniffiOutReturn`: RustBuffer,", "`uniffiOutReturn`: RustBufferArgument,")
                .replace("uniffiCallStatus: UniffiRustCallStatus,", "uniffiCallStatus: CallbackStatus,")
        },
    );
    let objects = source.0.lines().filter(|line| line.starts_with("internal object uniffiCallbackInterface"));
    let heads: Vec<String> = objects.map(|line| format!("{line}\n")).collect();
    assert!(!heads.is_empty(), "UniFFI no longer writes callbacks");
    for head in heads {
        source.edit_block(&head, "\n}\n", |block| {
            let lines = block.split_inclusive('\n').map(|line| {
                if line.contains(".lift(`") { line.replace("`),\n", "`.taken()),\n") } else { line.to_owned() }
            });
            lines.collect()
        });
    }
}

/// A native function, as `UniFFI` declares it.
struct Function<'a> {
    name: &'a str,
    /// Names and types.
    arguments: Vec<(&'a str, &'a str)>,
    result: &'a str,
}

impl<'a> Function<'a> {
    /// Reads the text after `external fun `, and returns the rest of it.
    fn read(text: &'a str) -> Option<(Self, &'a str)> {
        let (name, text) = text.split_once('(')?;
        let (arguments, text) = text.split_once("\n    ): ")?;
        let (result, rest) = text.split_once('\n')?;
        let arguments = arguments.split(',').filter_map(|argument| argument.trim().split_once(": ")).collect();
        Some((Self { name, arguments, result }, rest))
    }

    fn has(&self, kind: &str) -> bool {
        self.arguments.iter().any(|(_, ty)| *ty == kind)
    }

    /// The function in Kotlin, which has this number; `None` if JNA can make the call without a structure.
    fn flat(&self, number: usize) -> Option<String> {
        let reports = self.has("UniffiRustCallStatus");
        if !reports && !self.has(BUFFER) {
            return None;
        }
        let given = || self.arguments.iter().filter(|(_, ty)| *ty != "UniffiRustCallStatus");
        let kinds: String = given().map(|(_, ty)| letter(ty, self.name)).collect();
        let result = match self.result {
            "Unit" => 'v',
            ty => letter(ty, self.name),
        };
        let shape = if reports {
            format!("bootpay_flat_{}_{result}", if kinds.is_empty() { "v" } else { &kinds })
        } else {
            format!("bootpay_start_{kinds}")
        };
        assert!(
            SHAPES.contains(&shape.as_str()),
            "core has no {shape}, which {} needs: core/src/ffi/flat.rs",
            self.name
        );
        let arguments: Vec<_> = self.arguments.iter().map(|(name, ty)| format!("{name}: {ty}")).collect();
        let with = given().map(|(name, _)| format!(".with({name})")).collect::<Vec<_>>().concat();
        let taken = match result {
            'w' => "word()",
            'y' => "byte()",
            'b' => "buffer()",
            _ => "done()",
        };
        let call = |status: &str| {
            format!(
                "{status}.begin(){with}.run {{ {shape}(functions.find({number}, \"{}\"), address); {taken} }}",
                self.name
            )
        };
        let body =
            if reports { call("uniffi_out_err") } else { format!("UniffiRustCallStatus.use {{ {} }}", call("it")) };
        Some(format!("    fun {}({}): {} =\n        {body}\n", self.name, arguments.join(", "), self.result))
    }
}

/// The part of a shape's name that stands for a type.
fn letter(ty: &str, function: &str) -> char {
    match ty {
        "Long" => 'w',
        "Byte" => 'y',
        BUFFER => 'b',
        other => panic!("{function} takes or returns {other}, which no shape has: core/src/ffi/flat.rs"),
    }
}

/// Writes the functions of the library anew.
fn functions(source: &mut Source) {
    const MARK: &str = "    external fun ";
    let (head, mut rest) =
        source.0.split_once("internal object UniffiLib {\n").expect("UniFFI no longer writes: UniffiLib");
    let mut written = String::new();
    let mut count = 0;
    while let Some(at) = rest.find(MARK) {
        written += &rest[..at];
        let text = &rest[at + MARK.len()..];
        let (function, after) =
            Function::read(text).unwrap_or_else(|| panic!("UniFFI writes functions in another way: {text:.80}"));
        // UniFFI declares functions for futures of all types. NativeCall.kt has the buffers.
        let is_used = |text: &str| text.contains(function.name);
        if is_used(head) || is_used(after) || NATIVE_CALL.contains(function.name) {
            match function.flat(count) {
                Some(flat) => {
                    count += 1;
                    written += &flat;
                }
                None => written += &rest[at..rest.len() - after.len()],
            }
        }
        rest = after;
    }
    let shapes = SHAPES.iter().filter(|shape| written.contains(&format!("{shape}(")));
    let shapes = shapes.map(|shape| format!("    external fun {shape}(function: Pointer, words: Pointer)\n"));
    let shapes = shapes.collect::<Vec<_>>().concat();
    source.0 = format!(
        "{head}internal object UniffiLib {{\n    private val functions = NativeFunctions({count})\n{shapes}\n{written}{rest}"
    );
}
