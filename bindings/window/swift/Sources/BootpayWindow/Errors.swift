import Foundation

extension WindowError {
    /// The name of the field, as Swift has it; parts of nested objects are joined by a dot.
    public var field: String {
        switch self {
        case .invalid(let field, _): field
        }
    }

    /// The rule, as the rest of a sentence about the field.
    public var rule: String {
        switch self {
        case .invalid(_, let rule): rule
        }
    }
}

extension WindowError: LocalizedError {
    /// The field and its rule.
    public var errorDescription: String? { "\(field) \(rule)" }
}

extension WindowError: CustomNSError {
    public static var errorDomain: String { "BootpayWindow.WindowError" }

    /// 1, which never changes: the number of `invalid` in `BootpayError`, too.
    public var errorCode: Int { 1 }

    public var errorUserInfo: [String: Any] { [NSLocalizedDescriptionKey: "\(field) \(rule)"] }
}
