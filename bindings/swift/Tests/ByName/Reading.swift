import Foundation

@testable import BootpayCore

/// What a scenario says that the public API cannot be given.
struct Unreadable: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// A JSON object of a scenario, read as the fields of a record.
struct Fields {
    let json: [String: Any]

    func only(_ names: Set<String>) throws {
        let unknown = Set(json.keys).subtracting(names)
        if !unknown.isEmpty { throw Unreadable("unknown fields: \(unknown)") }
    }

    func get<Value: Readable>(_ name: String) throws -> Value {
        guard let value = json[name] else { throw Unreadable("\(name) is missing") }
        return try Value.read(value)
    }

    func get<Value: Readable>(_ name: String) throws -> Value? {
        try json[name].map(Value.read)
    }

    /// The JSON of a field.
    func text(_ name: String) throws -> String {
        guard let value = json[name] else { throw Unreadable("\(name) is missing") }
        return try canonical(value)
    }
}

protocol Readable {
    static func read(_ json: Any) throws -> Self
}

func cast<Value>(_ json: Any) throws -> Value {
    guard let value = json as? Value else { throw Unreadable("\(json) is no \(Value.self)") }
    return value
}

extension String: Readable { static func read(_ json: Any) throws -> String { try cast(json) } }
extension Int: Readable { static func read(_ json: Any) throws -> Int { try cast(json) } }
extension Bool: Readable { static func read(_ json: Any) throws -> Bool { try cast(json) } }
extension Duration: Readable { static func read(_ json: Any) throws -> Duration { .seconds(try cast(json) as Double) } }
extension Date: Readable {
    static func read(_ json: Any) throws -> Date {
        let text: String = try cast(json)
        let formatter = ISO8601DateFormatter()
        // It reads either with a fraction or without one, never both.
        if text.contains(".") { formatter.formatOptions.insert(.withFractionalSeconds) }
        guard let date = formatter.date(from: text) else { throw Unreadable("\(text) is no date") }
        return date
    }
}
extension Array: Readable where Element: Readable {
    static func read(_ json: Any) throws -> [Element] { try (cast(json) as [Any]).map(Element.read) }
}

extension Bootpay.Json: Readable { static func read(_ json: Any) throws -> Self { Self(text: try canonical(json)) } }

/// The raw body of a request, which a scenario has as text.
extension Data: Readable { static func read(_ json: Any) throws -> Data { Data((try cast(json) as String).utf8) } }
/// Headers: one value or several.
extension Dictionary: Readable where Key == String, Value == [String] {
    static func read(_ json: Any) throws -> [String: [String]] {
        try (cast(json) as [String: Any]).mapValues { value in try value as? [String] ?? [cast(value)] }
    }
}

/// A request, or a part of one.
protocol Record: Readable {
    init(_ fields: Fields) throws
}

extension Record {
    static func read(_ json: Any) throws -> Self { try Self(Fields(json: cast(json))) }
}

/// An enum of the API.
protocol Word: Readable, RawRepresentable, CaseIterable where RawValue == String {
    var korean: String? { get }
}

extension Word {
    var korean: String? { nil }

    /// By the API's word or its Korean name.
    static func read(_ json: Any) throws -> Self {
        let text: String = try cast(json)
        let word = allCases.first { $0.rawValue == text } ?? allCases.first { $0.korean == text }
        guard let word = word ?? Self(rawValue: text) else { throw Unreadable("\(json) is no \(Self.self)") }
        return word
    }
}

/// Text that is not printed.
protocol Exposed {
    func expose() -> String
}

/// A reply whose fields are read by core's names, whatever it prints of them.
protocol Named {
    func field(_ name: String) throws -> Any?
}

func object(_ json: Data) throws -> [String: Any] { try cast(JSONSerialization.jsonObject(with: json)) }
func array(_ json: Data) throws -> [[String: Any]] { try cast(JSONSerialization.jsonObject(with: json)) }

func parsed(_ json: Data) throws -> Any { try JSONSerialization.jsonObject(with: json, options: .fragmentsAllowed) }
func parsed(_ text: String) throws -> Any { try parsed(Data(text.utf8)) }

/// One JSON text for equal JSON.
func canonical(_ json: Any?) throws -> String {
    let data = try JSONSerialization.data(withJSONObject: json ?? NSNull(), options: [.sortedKeys, .fragmentsAllowed])
    return String(decoding: data, as: UTF8.self)
}
