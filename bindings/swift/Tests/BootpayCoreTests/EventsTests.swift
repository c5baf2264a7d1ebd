import Foundation
import Testing

@testable import BootpayCore

/// One event for each call, for whoever listens.
@Suite struct EventsTests {
    private final class Heard: @unchecked Sendable {
        private let lock = NSLock()
        private var events: [CallEvent] = []

        func add(_ event: CallEvent) {
            lock.withLock { events.append(event) }
        }

        func take() -> [CallEvent] {
            lock.withLock {
                defer { events = [] }
                return events
            }
        }
    }

    @Test func eachCallSendsItsEventToTheClosure() async throws {
        let emulator = try Emulator()
        let id = try await emulator.pay(1000, state: "paid")
        let heard = Heard()
        let bootpay = try Bootpay(credentials: emulator.merchant.keys, options: emulator.options) { heard.add($0) }
        _ = try await bootpay.payments.get(.init(receiptId: id))
        let read = try #require(heard.take().first)
        #expect(read.endpoint == "payments.get" && read.effect == .read && read.outcome == .done)
        #expect(read.status == 200 && read.tries == 1 && read.attemptId == nil && !read.connectionReused)
        try await emulator.control("POST", "/emulator/faults", ["path": "/v2/cancel", "kind": "reset", "when": "after"])
        do {
            try await bootpay.payments.cancelFull(.init(receiptId: id))
            Issue.record("its outcome is known")
        } catch BootpayError.outcomeUnknown(let attempt, let info) {
            let cancel = try #require(heard.take().first)
            #expect(cancel.effect == .money && cancel.outcome == .unknown && cancel.attemptId == attempt.id)
            #expect(info.description.hasSuffix("(receipt \(id), attempt \(attempt.id))"))
        }
    }
}
