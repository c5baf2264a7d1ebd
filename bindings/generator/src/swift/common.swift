
/// Any JSON: the merchant's own data, or a part of a response as Bootpay sent it.
public struct Json: Hashable, Sendable {
    /// The JSON text.
    public let text: String

    /// Takes text that is JSON already. A call whose request has other text fails with `invalid`, which names the field.
    public init(text: String) { self.text = text }

    /// Encodes a value. A call whose request has a value without JSON, such as one that is not a number, fails with
    /// `invalid`, which names the field.
    public init(_ value: any Encodable) {
        if let json = value as? Json {
            self = json
        } else {
            text = (try? JSONEncoder().encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? ""
        }
    }

    /// Decodes the JSON as a type.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(text.utf8))
    }
}

extension Json: CustomStringConvertible {
    public var description: String { text }
}

/// Encoded as the JSON that it is.
extension Json: Codable {
    public init(from decoder: any Decoder) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        text = String(decoding: try encoder.encode(JsonValue(from: decoder)), as: UTF8.self)
    }

    public func encode(to encoder: any Encoder) throws { try decode(as: JsonValue.self).encode(to: encoder) }
}

/// A JSON value, on its way between a text and a coder.
private enum JsonValue: Codable {
    case null, bool(Bool), integer(Int64), number(Decimal), string(String), array([JsonValue]), object([String: JsonValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .null
        } else if let bool = try? container.decode(Bool.self) {
            self = .bool(bool)
        } else if let integer = try? container.decode(Int64.self) {
            self = .integer(integer)
        } else if let number = try? container.decode(Decimal.self) {
            self = .number(number)
        } else if let string = try? container.decode(String.self) {
            self = .string(string)
        } else if let array = try? container.decode([JsonValue].self) {
            self = .array(array)
        } else {
            self = .object(try container.decode([String: JsonValue].self))
        }
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .null: try container.encodeNil()
        case .bool(let bool): try container.encode(bool)
        case .integer(let integer): try container.encode(integer)
        case .number(let number): try container.encode(number)
        case .string(let string): try container.encode(string)
        case .array(let array): try container.encode(array)
        case .object(let object): try container.encode(object)
        }
    }
}

/// One line with what a value shows of itself, without what is absent.
private func line(_ value: Any) -> String {
    let shown = Mirror(reflecting: value).children.compactMap { label, child -> String? in
        let mirror = Mirror(reflecting: child)
        guard mirror.displayStyle == .optional else { return "\(label ?? ""): \(String(reflecting: child))" }
        return mirror.children.first.map { "\(label ?? ""): \(String(reflecting: $0.value))" }
    }
    return "\(type(of: value))(\(shown.joined(separator: ", ")))"
}
