import Foundation
import Testing

@testable import BootpayCore

/// What a merchant would do with its database.
private actor Shelf: AttemptStore {
    private var kept: [String: AttemptRow] = [:]
    private var due: [String: ContinuousClock.Instant] = [:]
    private var failure: (any Error)?
    private let pause: Duration
    private var atOnce = 0
    /// The most calls that waited at once.
    private(set) var most = 0

    init(pause: Duration = .zero) { self.pause = pause }

    var rows: [AttemptRow] { Array(kept.values) }

    func fail(with failure: (any Error)?) { self.failure = failure }

    func put(_ row: AttemptRow) async throws {
        atOnce += 1
        most = max(most, atOnce)
        if pause > .zero { try await Task.sleep(for: pause) }
        atOnce -= 1
        if let failure { throw failure }
        kept[row.id] = row
        due[row.id] = .now + .milliseconds(row.dueInMs)
    }

    func insert(_ row: AttemptRow) async throws -> Bool {
        if let failure { throw failure }
        if kept[row.id] != nil { return false }
        kept[row.id] = row
        due[row.id] = .now + .milliseconds(row.dueInMs)
        return true
    }

    func claim(_ claim: AttemptClaim) -> String? {
        let row = kept.values.first { $0.owner == claim.owner && due[$0.id]! <= .now && (claim.answered || !$0.answered) }
        guard let row else { return nil }
        due[row.id] = .now + .milliseconds(claim.leaseMs)
        return row.record
    }

    func ofPayment(_ payment: String) -> [String] { kept.values.filter { $0.payment == payment }.map(\.record) }

    func remove(_ id: String) { kept[id] = nil }
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
        let row = try #require(await shelf.rows.first)
        #expect(row.answered && row.payment == id && row.forgetInMs != nil)
    }

    @Test func nothingLeavesThatTheShopCouldNotKeep() async throws {
        struct Mistake: Error { let url = "postgres://merchant:hunter2@db" }
        let id = try await emulator.pay(1000, state: "paid")
        let shelf = Shelf()
        let bootpay = try client(ClientOptions(baseUrl: emulator.url, attemptStore: shelf))
        for failure: any Error in [StoreError.failed(reason: "no space is left"), Mistake()] {
            await shelf.fail(with: failure)
            do {
                try await bootpay.payments.cancelFull(.init(receiptId: id))
                Issue.record("it was sent")
            } catch BootpayError.notSent(let info) {
                #expect(info.detail.contains("no space is left") || info.detail.hasSuffix("it threw Mistake"), "\(info)")
                #expect(!"\(info)".contains("hunter2"))
            }
        }
        // The payment is read before; its cancel is not asked for.
        let requests = try await emulator.control("GET", "/emulator/requests")
        #expect(!String(decoding: requests, as: UTF8.self).contains("/v2/cancel"))
        await shelf.fail(with: nil)
        #expect(try await bootpay.payments.cancelFull(.init(receiptId: id)).cancelledPrice == 1000)
    }

    /// The keys of the client are redacted in what a store says itself.
    @Test func aStoreThatQuotesTheKeysIsRedacted() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        let shelf = Shelf()
        await shelf.fail(with: StoreError.failed(reason: "no session for \(emulator.merchant.secretKey)"))
        do {
            _ = try await client(ClientOptions(baseUrl: emulator.url, attemptStore: shelf)).payments.cancelFull(.init(receiptId: id))
            Issue.record("it was sent")
        } catch let error as BootpayError {
            #expect(error.kind == .notSent && error.detail.contains("no session for"))
            #expect(!"\(error)\(error.info)".contains(emulator.merchant.secretKey), "\(error.info)")
        }
    }

    /// One slow call of a store does not hold up those of other payments, and none holds up the program's tasks.
    @Test func attemptsOfDifferentPaymentsAreStoredSideBySide() async throws {
        let shelf = Shelf(pause: .milliseconds(20))
        let bootpay = try client(ClientOptions(baseUrl: emulator.url, attemptStore: shelf))
        var ids: [String] = []
        for _ in 0..<40 { try await ids.append(emulator.pay(1000, state: "paid")) }
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for id in ids {
                tasks.addTask { _ = try await bootpay.payments.cancelFull(.init(receiptId: id)) }
            }
            try await tasks.waitForAll()
        }
        let (rows, most) = await (shelf.rows, shelf.most)
        #expect(rows.count == 40 && rows.allSatisfy(\.answered))
        #expect(most > 4 && most <= 32, "\(most) at once")
    }
}
