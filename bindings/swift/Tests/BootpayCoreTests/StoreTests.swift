import Foundation
import Testing

@testable import BootpayCore

/// What a shop would do with its database.
private final class Shelf: AttemptStore, @unchecked Sendable {
    private let lock = NSLock()
    private var kept: [String: AttemptRow] = [:]
    private var due: [String: ContinuousClock.Instant] = [:]
    private var failure: (any Error)?

    var rows: [AttemptRow] { lock.withLock { Array(kept.values) } }

    func fail(with failure: (any Error)?) { lock.withLock { self.failure = failure } }

    func put(row: AttemptRow) throws {
        try lock.withLock {
            if let failure { throw failure }
            kept[row.id] = row
            due[row.id] = .now + .milliseconds(row.dueInMs)
        }
    }

    func insert(row: AttemptRow) throws -> Bool {
        if rows.contains(where: { $0.id == row.id }) { return false }
        try put(row: row)
        return true
    }

    func claim(claim: AttemptClaim) throws -> String? {
        lock.withLock {
            let row = kept.values.first {
                $0.owner == claim.owner && due[$0.id]! <= .now && (claim.answered || !$0.answered)
            }
            guard let row else { return nil }
            due[row.id] = .now + .milliseconds(claim.leaseMs)
            return row.record
        }
    }

    func ofPayment(payment: String) throws -> [String] { rows.filter { $0.payment == payment }.map(\.record) }

    func remove(id: String) throws { lock.withLock { kept[id] = nil } }
}

/// Attempts that are kept: in a file, and by a shop's own object.
@Suite(.serialized) struct StoreTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
        try await emulator.control("DELETE", "/emulator/requests")
    }

    private func client(_ options: ClientOptions) throws -> Bootpay {
        try Bootpay(credentials: emulator.merchant.keys, options: options)
    }

    @discardableResult
    private func recovered(_ options: ClientOptions) async throws -> String {
        let id = try await emulator.pay(1000, state: "paid")
        try await emulator.control(
            "POST", "/emulator/faults", ["method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after"])
        let earlier = try client(options)
        do {
            _ = try await earlier.payments.cancelPartial(.init(receiptId: id, cancelPrice: 300, cancelId: "c-1"))
            Issue.record("the reply was not lost")
        } catch BootpayError.outcomeUnknown {}
        let later = try client(options)
        let resolutions = try await later.attempts.recover(.init())
        #expect(resolutions.map(\.outcome) == [.done])
        #expect(resolutions.first?.receipt?.cancelledPrice == 300)
        #expect(try await later.attempts.recover(.init()).isEmpty)
        return id
    }

    @Test func aLaterClientFindsInAFileWhatAnEarlierOneWasNotTold() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: file) }
        try await recovered(ClientOptions(baseUrl: emulator.url, attemptsFile: file.path))
    }

    @Test func aLaterClientFindsWithTheShopWhatAnEarlierOneWasNotTold() async throws {
        let shelf = Shelf()
        let id = try await recovered(
            ClientOptions(baseUrl: emulator.url, quietPeriod: .milliseconds(300), attemptStore: shelf))
        let row = try #require(shelf.rows.first)
        #expect(row.answered && row.payment == id && row.forgetInMs != nil)
    }

    @Test func nothingLeavesThatTheShopCouldNotKeep() async throws {
        struct Mistake: Error {}
        let id = try await emulator.pay(1000, state: "paid")
        let shelf = Shelf()
        let bootpay = try client(ClientOptions(baseUrl: emulator.url, attemptStore: shelf))
        for failure: any Error in [StoreError.failed(reason: "no space is left"), Mistake()] {
            shelf.fail(with: failure)
            do {
                try await bootpay.payments.cancelFull(.init(receiptId: id))
                Issue.record("it was sent")
            } catch BootpayError.notSent(let info) {
                #expect(info.detail.contains("no space is left") || info.detail.contains("Mistake"))
            }
        }
        // The payment is read before; its cancel is not asked for.
        let requests = try await emulator.control("GET", "/emulator/requests")
        #expect(!String(decoding: requests, as: UTF8.self).contains("/v2/cancel"))
        shelf.fail(with: nil)
        #expect(try await bootpay.payments.cancelFull(.init(receiptId: id)).cancelledPrice == 1000)
    }
}
