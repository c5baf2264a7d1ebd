import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// What an error tells in Swift: its fields, its texts, its number.
@Suite(.serialized) struct ErrorsTests {
    private static let shared = Result { try Emulator() }
    private static let korean = Locale(identifier: "ko_KR"), english = Locale(identifier: "en_US")
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
    }

    private func failure<Response>(_ call: (Bootpay) async throws -> Response) async throws -> BootpayError {
        do {
            _ = try await call(emulator.client())
        } catch let error as BootpayError {
            return error
        }
        throw Unreadable("it succeeded")
    }

    @Test func theErrorItselfHasItsFields() async throws {
        let error = try await failure { try await $0.payments.get(.init(receiptId: "none")) }
        #expect(error.kind == .rejected && error.repeat == .never)
        #expect(error.code == "RC_NOT_FOUND" && error.status == 404 && error.endpoint == "payments.get")
        #expect(error.attempt == nil && error.detail == error.info.detail)
        #expect(error.localizedDescription == "\(error.info)")
    }

    @Test func aCodeIsExplainedInKoreanAndInEnglish() async throws {
        let error = try await failure { try await $0.payments.get(.init(receiptId: "none")) }
        let explanation = try #require(error.explanation)
        #expect(error.failureReason(in: Self.korean) == explanation.korean)
        #expect(error.failureReason(in: Self.english) == explanation.english)
        #expect(error.recoverySuggestion(in: Self.korean) == explanation.adviceKorean)
        #expect(error.recoverySuggestion(in: Locale(identifier: "ja_JP")) == explanation.adviceEnglish)
        #expect([explanation.korean, explanation.english].contains(error.failureReason))
        #expect([explanation.adviceKorean, explanation.adviceEnglish].contains(error.recoverySuggestion))
    }

    @Test func aKindWithoutACodeIsExplainedToo() async throws {
        let error = try await failure { try await $0.payments.get(.init(receiptId: "")) }
        #expect(error.field == "receiptId" && error.explanation == nil)
        #expect(error.failureReason(in: Self.korean) == "입력값이 규칙에 맞지 않아 전송하지 않았습니다.")
        #expect(error.recoverySuggestion(in: Self.english) == "Correct the field that the error names.")
    }

    @Test func anUnknownOutcomeHasItsAttemptAndIsNotToBeRepeated() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        try await emulator.control(
            "POST", "/emulator/faults", ["method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after"])
        let error = try await failure { try await $0.payments.cancelFull(.init(receiptId: id)) }
        guard case .outcomeUnknown(let attempt, _) = error else { throw Unreadable("\(error)") }
        #expect(attempt.receiptId == id && error.attempt == attempt && error.receiptId == id)
        #expect(error.recoverySuggestion(in: Self.english).hasPrefix("Do not repeat the call"))
        // Not even if the code is one that refuses other calls.
        var info = error.info
        info.explanation = try await failure { try await $0.payments.get(.init(receiptId: "none")) }.explanation
        let doubtful = BootpayError.outcomeUnknown(attempt: attempt, info: info)
        #expect(doubtful.recoverySuggestion(in: Self.korean).hasPrefix("다시 호출하지 마십시오."))
    }

    @Test func everyKindHasANumberOfItsOwn() async throws {
        let info = try await failure { try await $0.payments.get(.init(receiptId: "")) }.info
        let attempt = Bootpay.Attempt(
            id: "a-1", endpoint: "payments.cancel_full", merchant: "m-1", mode: .test, sentAt: .now, outcome: .unknown, serialized: "")
        let errors: [BootpayError] = [
            .invalid(info: info), .config(info: info), .notSent(info: info), .rejected(info: info),
            .outcomeUnknown(attempt: attempt, info: info), .unexpectedResponse(info: info), .unavailable(info: info),
            .mismatch(info: info), .wrongState(info: info),
        ]
        #expect(errors.map { ($0 as NSError).code } == Array(1...9))
        #expect((errors[0] as NSError).domain == "BootpayCore.BootpayError")
        for error in errors { #expect(error.failureReason != nil && error.recoverySuggestion != nil) }
    }
}
