import Foundation

extension WindowError: LocalizedError {
    /// The field and its rule.
    public var errorDescription: String? {
        switch self {
        case .invalid(let field, let rule): "\(field) \(rule)"
        }
    }
}
