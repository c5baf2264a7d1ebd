import Foundation

extension BootpayError: LocalizedError {
    /// The details of the failure.
    public var info: ErrorInfo {
        switch self {
        case .Invalid(let info), .Config(let info), .NotSent(let info), .Rejected(let info), .OutcomeUnknown(let info), .UnexpectedResponse(let info),
            .Unavailable(let info), .Mismatch(let info):
            info
        }
    }

    public var errorDescription: String? { info.description }
}
