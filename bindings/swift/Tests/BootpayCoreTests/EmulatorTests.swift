import Foundation
import Testing

@testable import BootpayCore

/// The emulator's helpers: projects, activation, webhooks, the clock, settlement and ledgers.
@Suite struct EmulatorTests {
    @Test func aProjectTakesWhatIsActivatedInIt() async throws {
        let emulator = try Emulator()
        let project = try await emulator.project(["merchant": "Tea house"])
        let bootpay = try Bootpay(credentials: project.merchant.keys, options: emulator.options)
        let payment = RequestPayment(price: 1000, orderName: "Tea", orderId: "o-1", pg: .kcp, method: .card)
        do {
            _ = try await bootpay.payments.request(payment)
            Issue.record("nothing is activated")
        } catch BootpayError.rejected(let info) {
            #expect(info.code == "EMULATOR_METHOD_NOT_ACTIVE")
        }
        try await project.activate("kcp", "card")
        _ = try await bootpay.payments.request(payment)
    }

    @Test func aLivePaymentIsSettledAndInTheLedger() async throws {
        let emulator = try Emulator()
        try await emulator.clock.stop()
        let project = try await emulator.project()
        try await project.activate("kcp", "card", live: true, settings: ["site_cd": "A1234"])
        let payment = ["merchant": project.merchant.id, "pg": "kcp", "state": "paid"]
        try await emulator.control("POST", "/emulator/payments", payment)
        let before = try await emulator.clock.now()
        try await emulator.clock.advance(days: 7)
        #expect(try await emulator.clock.now() > before)
        #expect(try await project.pgLedger("kcp").map { $0["kind"] as? String } == ["approval"])
        #expect(try await (project.settlement()["rows"] as? [Any])?.count == 1)
        #expect(try await emulator.pgLedger("kcp").isEmpty)
    }

    @Test func aSetUpIsExportedAndMadeAgain() async throws {
        let (emulator, other) = (try Emulator(), try Emulator())
        try await emulator.activate("inicis", "card")
        _ = try await emulator.project(["merchant": "Tea house"])
        let file = try await emulator.export()
        try await other.setUp(file)
        #expect(try await other.export() == file)
        #expect(try await other.webhooks().isEmpty)
    }
}
