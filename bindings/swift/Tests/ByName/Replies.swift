import BootpayCore
import Foundation

/// Words and secrets as their text.
func shown(_ value: Any?) -> Any? {
    (value as? any Word)?.rawValue ?? (value as? any Exposed)?.expose() ?? value
}

/// What a reply or an error has at a path, in core's names.
func dig(_ value: Any?, _ path: ArraySlice<String>) throws -> Any? {
    guard let name = path.first, let value = flat(value) else { return flat(value) }
    let inner: Any?
    switch value {
    case let named as any Named:
        let found = try named.field(name)
        inner = if let json = flat(found) as? Bootpay.Json { try parsed(json.text) } else { found }
    case let object as [String: Any]: inner = object[name]
    case let list as [Any]: inner = name == "length" ? list.count : list[Int(name)!]
    case is NSNull: return nil
    default: throw Unreadable("\(type(of: value)) has no \(name)")
    }
    return try dig(inner, path.dropFirst())
}

/// A name of core's as Swift writes it, in errors too.
func camel(_ name: String) -> String {
    name.replacing(/_([a-z])/) { $0.1.uppercased() }
}

/// `nil` for an optional that is none, however deep.
func flat(_ value: Any?) -> Any? {
    guard let value else { return nil }
    let mirror = Mirror(reflecting: value)
    guard mirror.displayStyle == .optional else { return value }
    return mirror.children.first.flatMap { flat($0.value) }
}
