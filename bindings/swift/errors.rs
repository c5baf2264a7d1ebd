//! The error as Swift's are: its fields on itself, its texts by language, its number.

use std::fmt::Write as _;

use bootpay_core::{
    describe::{self, KnownKind, Text, lower_camel_case},
    model::ErrorKind,
};
use bootpay_generator::{
    Source,
    swift::{lower_case, properties},
};

pub(crate) fn errors(source: &mut Source) {
    for case in kinds().map(|(case, _)| case).chain(["Failed".to_owned()]) {
        lower_case(source, &case);
    }
    attempt(source);
    fields(source);
    texts(source);
}

/// The kinds by the names that Rust's enum gives them.
fn kinds() -> impl Iterator<Item = (String, KnownKind)> {
    ErrorKind::KNOWN.iter().map(|kind| (format!("{kind:?}"), describe::error_kind(*kind)))
}

/// An unknown outcome always has its attempt.
fn attempt(source: &mut Source) {
    source.edit_block("    case outcomeUnknown(\n", "\n    )", |case| {
        case.replacen(
            "(\n",
            "(\n        /**\n         * The attempt, to be resolved.\n         */attempt: Attempt, \n",
            1,
        )
    });
    source.replace(
        "return .outcomeUnknown(\n            info: try FfiConverterTypeErrorInfo.read(from: &buf)\n",
        "return outcomeUnknown(\n            try FfiConverterTypeErrorInfo.read(from: &buf)\n",
    );
    source.replace("case let .outcomeUnknown(info)", "case let .outcomeUnknown(_, info)");
}

/// The fields of `ErrorInfo`, on the error itself.
fn fields(source: &mut Source) {
    let mut members = String::new();
    for property in properties(source, "ErrorInfo") {
        // It is that of the case, where the case has one.
        let value = if property.name == "attempt" {
            "if case .outcomeUnknown(let attempt, _) = self { attempt } else { info.attempt }".to_owned()
        } else {
            format!("info.{}", property.name)
        };
        let _ = write!(members, "\n{}    public var {}: {} {{ {value} }}\n", property.doc, property.name, property.ty);
    }
    source.append(&format!("\nextension BootpayError {{{members}}}\n"));
}

/// The number and the texts of each kind.
fn texts(source: &mut Source) {
    let (mut numbers, mut english, mut korean) = (String::new(), String::new(), String::new());
    for (case, known) in kinds() {
        let case = lower_camel_case(&case);
        let _ = writeln!(numbers, "        case .{case}: {}", known.number);
        for (cases, Text { cause, advice }) in [(&mut english, &known.english), (&mut korean, &known.korean)] {
            let _ = writeln!(cases, "        case .{case}: ({cause:?}, {advice:?})");
        }
    }
    source.append(&format!(
        "\nextension BootpayError {{\n    \
             /// A number that never changes: it is the kind's, whatever the cause.\n    \
             var number: Int {{\n        switch self {{\n{numbers}        }}\n    }}\n\n    \
             /// The kind in English: the cause and the remedy.\n    \
             var english: (cause: String, advice: String) {{\n        switch self {{\n{english}        }}\n    }}\n\n    \
             /// The kind in Korean.\n    \
             var korean: (cause: String, advice: String) {{\n        switch self {{\n{korean}        }}\n    }}\n\
         }}\n"
    ));
}
