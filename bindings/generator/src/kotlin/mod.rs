//! Edits of the Kotlin of every component.

mod builders;
mod text;

pub use builders::{builder, builders};
pub use text::{before, search};

use bootpay_core::describe::{Printed, camel_case};

use crate::{Source, printed_in_part};

/// Exceptions are unchecked: Spring's `@Transactional` commits after a checked one.
pub fn unchecked(source: &mut Source, exception: &str) {
    let head = format!("sealed class {exception}: ");
    source.replace(&format!("{head}kotlin.Exception()"), &format!("{head}RuntimeException()"));
}

/// The variants of an open enum print their name.
pub fn named_variants(source: &mut Source) {
    source.replace_in_lines(
        |line| line.starts_with("    object ") && line.contains(" : "),
        |line| line.replacen("object", "data object", 1),
    );
}

/// Objects print neither secrets nor personal data nor the raw response, which their properties hold.
pub fn printed(source: &mut Source) {
    for (name, fields) in printed_in_part() {
        let shown = fields.iter().filter_map(|field| {
            let property = camel_case(field.name);
            match field.printed {
                Printed::Plain => Some(format!("{property}=${{`{property}`}}")),
                Printed::Masked => Some(format!("{property}=${{masked(`{property}`)}}")),
                Printed::Omitted => None,
            }
        });
        let shown = shown.collect::<Vec<_>>().join(", ");
        source.edit_block(&format!("\ndata class {name} "), "    companion object\n", |class| {
            // An object that core prints is printed alike there.
            if class.contains("override fun toString()") {
                return class.to_owned();
            }
            class.replacen("{\n", &format!("{{\n    override fun toString() = \"{name}({shown})\"\n"), 1)
        });
    }
}

/// The means of the generated code are no part of the API: private ones are not even seen by Java, to which
/// `internal` means nothing. What the JNA library makes must stay public there.
pub fn inside(source: &mut Source) {
    for kind in ["object", "interface", "typealias"] {
        source.replace(&format!("public {kind} FfiConverter"), &format!("private {kind} FfiConverter"));
    }
    source.replace("internal object FfiConverter", "private object FfiConverter");
    source.expect_no("public object FfiConverter");
    source.replace("internal inline fun<T> uniffiTrait", "private inline fun<T> uniffiTrait");
    source.replace(
        "internal inline fun<T, reified E: Throwable> uniffiTrait",
        "private inline fun<T, reified E: Throwable> uniffiTrait",
    );
    source.replace(
        "\ninterface UniffiRustCallStatusErrorHandler",
        "\ninternal interface UniffiRustCallStatusErrorHandler",
    );
    source.replace(
        "\nobject UniffiNullRustCallStatusErrorHandler",
        "\nprivate object UniffiNullRustCallStatusErrorHandler",
    );
    source.replace("    companion object ErrorHandler", "    internal companion object ErrorHandler");
    source.replace("\npublic fun uniffiEnsureInitialized", "\ninternal fun uniffiEnsureInitialized");
    source.expect_no("\npublic fun uniffi");
}

/// Nothing makes an object without its native half.
pub fn without_fakes(source: &mut Source) {
    source.replace(
        "/** \n * Used to instantiate an interface without an actual pointer, for fakes in tests, mostly.\n *\n \
         * @suppress\n * */\nobject NoHandle",
        "",
    );
}
