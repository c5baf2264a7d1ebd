import BootpayCore
import Foundation

/// Words and secrets as their text.
func shown(_ value: Any?) -> Any? {
    (value as? any Word)?.symbol() ?? (value as? Secret)?.expose() ?? value
}

/// What a reply or an error has at a path, in core's names.
func dig(_ value: Any?, _ path: ArraySlice<String>) throws -> Any? {
    guard let name = path.first, let value = flat(value) else { return flat(value) }
    let inner: Any?
    switch value {
    case let opaque as any Opaque: inner = opaque.field(name)
    case let object as [String: Any]: inner = object[name]
    case let list as [Any]: inner = name == "length" ? Int64(list.count) : list[Int(name)!]
    case is NSNull: return nil
    default:
        let fields = Mirror(reflecting: value).children
        guard let field = fields.first(where: { $0.label == camelCase(name) }) else { throw Unreadable("\(type(of: value)) has no \(name)") }
        inner = if jsonFields.contains("\(type(of: value)).\(name)"), let text = flat(field.value) as? String { try parsed(text) } else { field.value }
    }
    return try dig(inner, path.dropFirst())
}

/// `nil` for an optional that is none, however deep.
func flat(_ value: Any?) -> Any? {
    guard let value else { return nil }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first.flatMap { flat($0.value) }
}

func camelCase(_ name: String) -> String {
    let words = name.split(separator: "_")
    return words.dropFirst().reduce(String(words[0])) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
}
