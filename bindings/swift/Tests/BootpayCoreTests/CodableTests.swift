import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Responses as JSON, and errors in a switch.
@Suite(.serialized) struct CodableTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() throws { emulator = try Self.shared.get() }

    private func receipt() async throws -> Bootpay.Receipt {
        let id = try await emulator.pay(1000, state: "paid")
        return try await emulator.client().payments.get(.init(receiptId: id))
    }

    private func roundTrip<Value: Codable & Sendable>(_ value: Value) throws -> Value {
        try JSONDecoder().decode(Value.self, from: JSONEncoder().encode(value))
    }

    @Test func aReceiptSurvivesJSONWithoutItsRawResponse() async throws {
        let receipt = try await receipt()
        let fields = try object(JSONEncoder().encode(receipt))
        #expect(fields["receipt_id"] as? String == receipt.receiptId)
        #expect(fields["status"] as? String == "paid" && fields["status_code"] as? Int == 1)
        #expect(fields["cancelled_price"] as? Int == 0)
        #expect(fields["raw"] == nil && receipt.raw.text.contains(receipt.receiptId))
        var decoded = try roundTrip(receipt)
        #expect(decoded.raw.text == "null" && decoded.purchasedAt != nil && decoded.cardData != nil)
        decoded.raw = receipt.raw
        #expect(decoded == receipt)
    }

    @Test func anAttemptOfAnErrorSurvivesJSON() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        try await emulator.control("POST", "/emulator/faults", ["method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after"])
        do {
            _ = try await emulator.client().payments.cancelFull(.init(receiptId: id))
            Issue.record("the response was not lost")
        } catch BootpayError.outcomeUnknown(let attempt, let info) {
            #expect(attempt.receiptId == id && attempt == info.attempt)
            #expect(try roundTrip(info) == info)
        }
    }

    @Test func enumsAreEncodedAsTheValuesOfTheAPI() throws {
        let banks: [Bootpay.Bank] = [.kookmin, "777"]
        let json = try JSONEncoder().encode(banks)
        #expect(String(decoding: json, as: UTF8.self) == #"["004","777"]"#)
        #expect(try JSONDecoder().decode([Bootpay.Bank].self, from: json) == banks)
        #expect(try roundTrip([Bootpay.Gender.male, .female]) == [.male, .female])
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([Bootpay.Mode].self, from: Data(#"["prod"]"#.utf8)) }
    }

    @Test func aSecretIsNeitherEncodedNorDecoded() throws {
        let identity = AuthenticateData(name: "홍길동", unique: Bootpay.Secret("MARKER"))
        let json = try JSONEncoder().encode(identity)
        #expect(!String(decoding: json, as: UTF8.self).contains("MARKER"))
        let given = Data(#"{"name":"홍길동","unique":"MARKER"}"#.utf8)
        for json in [json, given] {
            #expect(try JSONDecoder().decode(AuthenticateData.self, from: json) == AuthenticateData(name: "홍길동"))
        }
        let without: [Any.Type] = [UserToken.self, Bootpay.Secret.self, Bootpay.Undocumented.self]
        for type in without { #expect(!(type is any Encodable.Type) && !(type is any Decodable.Type), "\(type)") }
    }

    @Test func aSwitchOverAnErrorNamesItsKind() async throws {
        do {
            _ = try await emulator.client().payments.get(.init(receiptId: "none"))
            Issue.record("found")
        } catch let error as BootpayError {
            switch error {
            case .rejected(let info): #expect(info.code == "RC_NOT_FOUND" && info.kind == .rejected)
            case .invalid, .config, .notSent, .outcomeUnknown, .unexpectedResponse, .unavailable, .mismatch, .wrongState: Issue.record("\(error)")
            }
        }
    }
}
