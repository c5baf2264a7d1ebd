import Foundation

extension BootpayError {
    /// The details of the failure. Each is a property of the error, too.
    public var info: ErrorInfo {
        switch self {
        case .invalid(let info), .config(let info), .notSent(let info), .rejected(let info), .outcomeUnknown(_, let info),
            .unexpectedResponse(let info), .unavailable(let info), .mismatch(let info), .wrongState(let info):
            info
        }
    }
}

extension BootpayError: LocalizedError {
    /// The failure in one line, without secrets: for logs, in English.
    public var errorDescription: String? { info.description }

    /// The cause in the language of the process: Korean or, in any other, English. For developers, not for buyers.
    public var failureReason: String? { failureReason(in: .process) }

    /// The remedy in the language of the process.
    public var recoverySuggestion: String? { recoverySuggestion(in: .process) }

    /// The cause in Korean or, of any other locale, in English.
    public func failureReason(in locale: Locale) -> String {
        if let explanation { return locale.isKorean ? explanation.korean : explanation.english }
        return kindText(in: locale).cause
    }

    /// The remedy in Korean or, of any other locale, in English.
    public func recoverySuggestion(in locale: Locale) -> String {
        // A code's remedy is for a call that was refused; one that may have moved money is not made again.
        if case .outcomeUnknown = self { return kindText(in: locale).advice }
        if let explanation { return locale.isKorean ? explanation.adviceKorean : explanation.adviceEnglish }
        return kindText(in: locale).advice
    }

    private func kindText(in locale: Locale) -> (cause: String, advice: String) { locale.isKorean ? korean : english }
}

extension BootpayError: CustomNSError {
    public static var errorDomain: String { "BootpayCore.BootpayError" }

    /// The number of the kind, which never changes: 1 `invalid`, 2 `config`, 3 `notSent`, 4 `rejected`,
    /// 5 `outcomeUnknown`, 6 `unexpectedResponse`, 7 `unavailable`, 8 `mismatch`, 9 `wrongState`.
    public var errorCode: Int { number }

    public var errorUserInfo: [String: Any] {
        [
            NSLocalizedDescriptionKey: info.description,
            NSLocalizedFailureReasonErrorKey: failureReason(in: .process),
            NSLocalizedRecoverySuggestionErrorKey: recoverySuggestion(in: .process),
        ]
    }
}

extension Locale {
    fileprivate var isKorean: Bool { language.languageCode == .korean }

    /// The locale of the process. On Linux it is in the environment, where Foundation does not look.
    fileprivate static var process: Locale {
        #if os(Linux)
        let environment = ProcessInfo.processInfo.environment
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        return set.map(Locale.init(identifier:)) ?? .current
        #else
        return .current
        #endif
    }
}

/// The error of a call whose outcome is unknown.
func outcomeUnknown(_ info: ErrorInfo) -> BootpayError {
    .outcomeUnknown(attempt: info.attempt ?? .lost(info), info: info)
}

extension Bootpay.Attempt {
    /// That of a process that forked under the call: it is the parent's, and here there is nothing to resolve.
    fileprivate static func lost(_ info: ErrorInfo) -> Self {
        Self(
            id: "", endpoint: info.endpoint ?? "", merchant: "", mode: .live, receiptId: info.receiptId, sentAt: Date(),
            outcome: .unknown, serialized: "")
    }
}

/// The error of a call whose task was cancelled: once its request was sent, `outcomeUnknown` with its attempt.
func cancellation(of number: UInt64) -> any Error {
    if let info = giveUpCall(number: number) { outcomeUnknown(info) } else { CancellationError() }
}

/// The name of a call as Swift writes it: `payments.cancel_full` is `payments.cancelFull`.
func camelCase(_ call: String) -> String {
    let words = call.split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
}
