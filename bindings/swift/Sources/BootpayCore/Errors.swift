import Foundation

extension BootpayError: LocalizedError {
    /// The details of the failure.
    public var info: ErrorInfo {
        switch self {
        case .invalid(let info), .config(let info), .notSent(let info), .rejected(let info), .outcomeUnknown(let info), .unexpectedResponse(let info),
            .unavailable(let info), .mismatch(let info), .wrongState(let info):
            info
        }
    }

    public var errorDescription: String? { info.description }
}

/// The error of a call whose task was cancelled: once its request was sent, `outcomeUnknown` with its attempt.
func cancellation(of number: UInt64) -> any Error {
    if let info = giveUpCall(number: number) { BootpayError.outcomeUnknown(info: info) } else { CancellationError() }
}
