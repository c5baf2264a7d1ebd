import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Each call takes its request, the fields of it, or the object that it is about, with options or without.
@Suite(.serialized) struct FormsTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
    }

    @Test func aPaymentLivesByFields() async throws {
        let id = try await emulator.pay(15_000)
        let payments: any Bootpay.Payments = try emulator.client().payments
        let paid = try await payments.confirm(receiptId: id, orderId: "o-1", price: 15_000)
        #expect(paid.price == 15_000 && paid.receiptId == id && paid.orderId == "o-1" && !paid.confirmedEarlier)
        #expect(paid.receipt.status == .paid)
        #expect(try await payments.verify(VerifyPayment(receiptId: id, orderId: "o-1", price: 15_000)).confirmedEarlier)
        let part = try await payments.cancelPartial(
            receiptId: id, cancelPrice: 5_000, cancelId: "c-1", cancelMessage: "wrong size", options: .init(timeout: .seconds(20)))
        #expect(part.cancelledPrice == 5_000)
        try await payments.cancelFull(receiptId: id)
        #expect(try await payments.get(receiptId: id).cancelledPrice == 15_000)
        #expect(try await payments.findByOrder(orderId: "o-1").map(\.receiptId) == [id])
    }

    @Test func resourcesOfAllKindsTakeFields() async throws {
        let made = try object(await emulator.control("POST", "/emulator/billing-keys", [String: String]()))
        let bootpay = try emulator.client()
        let key: String = try Fields(json: made).get("billing_key")
        #expect(try await bootpay.billing.get(billingKey: key).billingKey == key)
        try await bootpay.billing.delete(billingKey: key)
        do {
            _ = try await bootpay.webhooks.done(claim: "none")
            Issue.record("an unknown claim was taken")
        } catch BootpayError.invalid(let info) {
            #expect(info.field == "claim")
        }
    }

    @Test func aLostCancelIsResolvedByItsAttempt() async throws {
        let id = try await emulator.pay(1_000, state: "paid")
        let bootpay = try emulator.client()
        try await emulator.control("POST", "/emulator/faults", ["path": "/v2/cancel", "kind": "reset", "when": "after"])
        await #expect(throws: BootpayError.self) { try await bootpay.payments.cancelFull(receiptId: id) }
        let attempt = try #require(bootpay.attempts.unresolved().first)
        let resolution = try await bootpay.attempts.resolve(attempt)
        #expect(resolution.outcome == .done && bootpay.attempts.unresolved().isEmpty)
        // Without a store there is nothing to recover, by whatever form it is asked.
        await #expect(throws: BootpayError.self) { try await bootpay.attempts.recover() }
        await #expect(throws: BootpayError.self) { try await bootpay.attempts.recover(includeAnswered: true, limit: 10) }
    }

    @Test func callsThatSendNothingTakeFieldsToo() throws {
        let setup = try emulator.client().setup
        #expect(try setup.supports(pg: .payApp, capability: .separateConfirmation) == .no)
        #expect(throws: BootpayError.self) { try setup.applicationId(platform: .ios) }
    }
}
