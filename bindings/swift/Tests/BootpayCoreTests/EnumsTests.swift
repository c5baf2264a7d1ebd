import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Enum values: known ones by name, others as they were sent.
@Suite(.serialized) struct EnumsTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
        try await emulator.control("DELETE", "/emulator/requests")
    }

    @Test func aValueIsKnownByItsNameItsTextAndItsNumber() {
        #expect(Bootpay.Status(rawValue: "paid") == .paid && Bootpay.Status(code: 1) == .paid && Bootpay.Status.paid.code == 1)
        let (text, number): (Bootpay.Status, Bootpay.Status) = ("paid", 1)
        #expect([text, number] == [.paid, .paid] && "\(Bootpay.Status.waitingConfirm)" == "waiting_confirm")
        #expect(Bootpay.Gender(code: -1) == .notTold && Bootpay.Mode(rawValue: "test") == .test && Bootpay.Mode(rawValue: "prod") == nil)
        #expect(Bootpay.Bank.allCases.contains(.kookmin) && !Bootpay.Bank.allCases.contains("777") && Bootpay.Mode.allCases == [.live, .test])
    }

    @Test func aNewValueBreaksNoSwitch() {
        func name(_ status: Bootpay.Status) -> String {
            switch status {
            case .paid: "paid"
            case .cancelled: "cancelled"
            default: "other"
            }
        }
        #expect(["paid", "cancelled", "shipped_to_mars", 77].map(name) == ["paid", "cancelled", "other", "other"])
        let unknown: Bootpay.Status = 77
        #expect(unknown.rawValue == "77" && unknown.code == 77 && unknown.korean == nil)
    }

    @Test func aStoredValueIsReadBack() throws {
        let stored: [Bootpay.Status] = ["paid", 77, "shipped_to_mars"]
        #expect(try JSONDecoder().decode([Bootpay.Status].self, from: JSONEncoder().encode(stored)) == stored)
        #expect(try JSONDecoder().decode([Bootpay.Status].self, from: Data(#"[1, "paid", 77]"#.utf8)) == ["paid", "paid", 77])
        #expect(try JSONDecoder().decode([Bootpay.Method: Int].self, from: JSONEncoder().encode([Bootpay.Method.card: 1])) == [.card: 1])
    }

    /// Through core, in both directions.
    @Test func aValueThatThisVersionDoesNotKnowCrossesAsItIs() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        let body: [String: Any] = ["receipt_id": id, "price": 1000, "cancelled_price": 0, "status": 777, "method_symbol": "teleport"]
        let fault: [String: Any] = ["path": "/v2/receipt", "status": ["status": 200, "body": body] as [String: Any]]
        try await emulator.control("POST", "/emulator/faults", fault)
        let receipt = try await emulator.client().payments.get(.init(receiptId: id))
        #expect(receipt.status == 777 && receipt.status.rawValue == "777" && receipt.methodSymbol == "teleport")
        let request = CheckSupport(pg: "a_new_pg", capability: .partialCancel)
        #expect(try emulator.client().setup.supports(request) == .unknown)
    }

    @Test func aNumberedValueWithoutANumberIsRefusedByItsField() async throws {
        do {
            _ = try await emulator.client().users.token(.init(userId: "u-1", gender: "neither"))
            Issue.record("it was taken")
        } catch BootpayError.invalid(let info) {
            #expect(info.field == "gender" && info.detail.contains("must be one of"))
        }
    }
}
