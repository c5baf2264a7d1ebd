//! Amounts and other whole numbers are `Int`, as everywhere in Swift.

use crate::{Source, swift::names::rename};

/// Takes and returns `Int` where the boundary has 64 bits.
pub fn integers(source: &mut Source) {
    source.edit_block("struct FfiConverterInt64: FfiConverterPrimitive {\n", "\n}\n", |_| CONVERTER.to_owned());
    source.replace("public typealias Won = Int64\n", "");
    source.0 = rename(&source.0, "Won", "Int");
    source.replace("    typealias SwiftType = Int64?\n", "    typealias SwiftType = Int?\n");
    source.replace_in_lines(is_signature, |line| rename(line, "Int64", "Int"));
}

const CONVERTER: &str = "struct FfiConverterInt64: FfiConverter {
    typealias FfiType = Int64
    typealias SwiftType = Int

    static func lift(_ value: Int64) throws -> Int {
        Int(value)
    }

    static func lower(_ value: Int) -> Int64 {
        Int64(value)
    }

    static func read(from buf: inout (data: Data, offset: Data.Index)) throws -> Int {
        try lift(readInt(&buf))
    }

    static func write(_ value: Int, into buf: inout [UInt8]) {
        writeInt(&buf, lower(value))
    }
}
";

/// The line of a property, of a parameter of an initialiser or of a method that returns one.
fn is_signature(line: &str) -> bool {
    let code = line.trim_start();
    let declares =
        ["public var ", "*/", "func ", "open func ", "public func "].iter().any(|head| code.starts_with(head));
    declares && !code.contains("Ffi") && [": Int64", "-> Int64"].iter().any(|ty| code.contains(ty))
}
