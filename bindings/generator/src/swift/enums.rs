//! Enum values in Swift. A set to which Bootpay may add is a struct around the API's value, so that a new value breaks
//! no `switch` and is kept as it was sent; a closed set is an enum with raw values.

use std::fmt::Write as _;

use bootpay_core::describe::{Model, Shape, Variant, models, unindented};

use crate::Source;

/// Writes every enum anew, with the methods that `UniFFI` gave it.
pub fn enums(source: &mut Source) {
    for Model { name, shape, .. } in models() {
        let Shape::Enum { open, variants } = shape else { continue };
        source.edit_block(
            &format!("\npublic enum {name}: Equatable, Hashable {{\n"),
            &format!("\nextension {name}: Sendable {{}}\n"),
            |block| declaration(name, open, variants, block),
        );
        if open {
            converter(source, name);
        }
    }
}

fn declaration(name: &str, open: bool, variants: &[Variant], block: &str) -> String {
    let names = block.lines().filter_map(|line| line.strip_prefix("    case ")).filter(|case| !case.ends_with('('));
    let known: Vec<(&str, &Variant)> = names.zip(variants).collect();
    assert_eq!(known.len(), variants.len(), "UniFFI no longer writes the cases of {name} so");
    let methods = block.find("\npublic func ").and_then(|at| block[..at].rfind("    /**"));
    let methods = methods.unwrap_or_else(|| panic!("UniFFI writes no methods of {name}"));
    let text = if open { structure(name, &known) } else { enumeration(name, &known) };
    text + &properties(&block[methods..])
}

/// The methods, as properties where they take nothing. `rawValue` is the symbol, and the codes are known.
fn properties(methods: &str) -> String {
    methods.split_inclusive("\n}\n").fold(String::new(), |text, method| {
        if method.contains("public func symbol()") || method.contains("public func code()") {
            return text;
        }
        text + &method
            .replace("\npublic func english() -> ", "\n    public var english: ")
            .replace("\npublic func korean() -> ", "\n    public var korean: ")
    })
}

/// An open set.
fn structure(name: &str, known: &[(&str, &Variant)]) -> String {
    let numbered = known.iter().any(|(_, variant)| variant.code.is_some());
    let integer = if numbered { ", ExpressibleByIntegerLiteral" } else { "" };
    let mut text = format!(
        "\npublic struct {name}: RawRepresentable, Hashable, Codable, CaseIterable, ExpressibleByStringLiteral{integer}, \
         CustomStringConvertible {{\n    \
             /// The API's value. One that this version does not know is kept as Bootpay sent it.\n    \
             public let rawValue: String\n\n    \
             /// Creates the value, also one that this version does not know.\n    \
             public init(rawValue: String) {{ self.rawValue = rawValue }}\n    \
             public init(stringLiteral rawValue: String) {{ self.rawValue = rawValue }}\n\n    \
             public var description: String {{ rawValue }}\n\n"
    );
    if numbered {
        text += &numbers(known);
    }
    for (constant, variant) in known {
        text += &documentation(variant);
        let _ = writeln!(text, "    public static let {constant} = Self(rawValue: {:?})", variant.symbol);
    }
    let constants: Vec<String> = known.iter().map(|(constant, _)| format!(".{constant}")).collect();
    let _ = write!(
        text,
        "\n    /// The values that this version knows.\n    public static let allCases: [Self] = [{}]\n\n",
        constants.join(", ")
    );
    text
}

/// The API's number beside its value.
fn numbers(known: &[(&str, &Variant)]) -> String {
    let (mut symbols, mut codes) = (String::new(), String::new());
    for (constant, variant) in known {
        let code = variant.code.expect("every value of a numbered enum has a code");
        let _ = writeln!(symbols, "        case {code}: self = .{constant}");
        let _ = writeln!(codes, "        case .{constant}: {code}");
    }
    format!(
        "    /// Creates the value from the API's number, also from one that this version does not know.\n    \
             public init(code: Int) {{\n        switch code {{\n{symbols}        \
             default: self.init(rawValue: String(code))\n        }}\n    }}\n    \
             public init(integerLiteral code: Int) {{ self.init(code: code) }}\n\n    \
             /// Decodes the API's value or its number.\n    \
             public init(from decoder: any Decoder) throws {{\n        \
                 let container = try decoder.singleValueContainer()\n        \
                 if let code = try? container.decode(Int.self) {{\n            \
                     self.init(code: code)\n        \
                 }} else {{\n            \
                     self.init(rawValue: try container.decode(String.self))\n        \
                 }}\n    \
             }}\n\n    \
             /// Encodes the API's value.\n    \
             public func encode(to encoder: any Encoder) throws {{\n        \
                 var container = encoder.singleValueContainer()\n        \
                 try container.encode(rawValue)\n    \
             }}\n\n    \
             /// The API's number; absent if this version knows none.\n    \
             public var code: Int? {{\n        switch self {{\n{codes}        \
             default: Int(rawValue)\n        }}\n    }}\n\n"
    )
}

/// A closed set.
fn enumeration(name: &str, known: &[(&str, &Variant)]) -> String {
    let mut text = format!("\npublic enum {name}: String, Codable, CaseIterable {{\n");
    for (case, variant) in known {
        text += &documentation(variant);
        let _ = writeln!(text, "    case {case} = {:?}", variant.symbol);
    }
    text + "\n"
}

fn documentation(variant: &Variant) -> String {
    unindented(variant.doc).trim().lines().fold(String::new(), |text, line| text + "    /// " + line + "\n")
}

/// Values that this version does not know cross as they are.
fn converter(source: &mut Source, name: &str) {
    let head = format!("\npublic struct FfiConverterType{name}: ");
    source.edit_block(&head, "\n        }\n    }\n}\n", |converter| {
        let (read, write) = (".unknown(value: try ", "case let .unknown(value):\n");
        assert!(converter.contains(read) && converter.contains(write), "UniFFI no longer writes {name}.unknown so");
        converter
            .replace(read, &format!("{name}(rawValue: try "))
            .replace(write, "default:\n")
            .replace("FfiConverterString.write(value, ", "FfiConverterString.write(value.rawValue, ")
    });
}
