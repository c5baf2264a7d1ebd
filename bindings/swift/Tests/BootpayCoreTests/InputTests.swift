import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Input that is none in Rust is refused by its field's name, whatever a type of Swift can hold.
@Suite(.serialized) struct InputTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/requests")
    }

    private func refused<Reply>(_ call: (Bootpay) async throws -> Reply) async throws -> String? {
        do {
            _ = try await call(emulator.client())
            Issue.record("it was taken")
        } catch BootpayError.invalid(let info) {
            #expect(info.repeat == .never)
            #expect(try await array(emulator.control("GET", "/emulator/requests")).isEmpty)
            return info.field
        }
        return nil
    }

    private static let dates = [
        Date(timeIntervalSince1970: .nan), Date(timeIntervalSince1970: .infinity), Date(timeIntervalSince1970: -.infinity),
        Date(timeIntervalSince1970: .greatestFiniteMagnitude), Date(timeIntervalSince1970: -.greatestFiniteMagnitude),
        Date(timeIntervalSince1970: 9_223_372_036_854_775_808), Date(timeIntervalSince1970: 253_402_300_800),
        Date(timeIntervalSince1970: -100_000_000_000), .distantPast.addingTimeInterval(-1e9),
    ]

    @Test(arguments: dates) func aDateThatNoPaymentHasIsRefused(date: Date) async throws {
        let reservation = CreateReservation(billingKey: "k-1", orderName: "Tea", orderId: "o-1", price: 1000, reserveExecuteAt: date)
        #expect(try await refused { try await $0.reservations.create(reservation) } == "reserveExecuteAt")
    }

    @Test(arguments: ["not json", "", "{", "{} {}", "NaN", "\0", String(repeating: "[", count: 100_000)])
    func textThatIsNoJsonIsRefused(text: String) async throws {
        let request = CancelPartial(receiptId: "r", cancelPrice: 100, cancelId: "c-1", metadata: Bootpay.Json(text: text))
        #expect(try await refused { try await $0.payments.cancelPartial(request) } == "metadata")
    }

    @Test(arguments: [Int.min, -1, 0, 1 << 53 + 1, .max]) func anAmountOutOfRangeIsRefused(price: Int) async throws {
        let request = CancelPartial(receiptId: "r", cancelPrice: price, cancelId: "c-1")
        #expect(try await refused { try await $0.payments.cancelPartial(request) } == "cancelPrice")
        #expect(try await refused { try await $0.payments.confirm(.init(receiptId: "r", orderId: "o-1", price: price)) } == "price")
    }

    @Test(arguments: [Duration.seconds(Int64.min), .nanoseconds(-1), .zero, .seconds(172_800), .seconds(Int64.max)])
    func aTimeoutOutOfRangeIsRefused(timeout: Duration) async throws {
        #expect(try await refused { try await $0.payments.get(.init(receiptId: "r"), options: .init(timeout: timeout)) } == "timeout")
        let keys = emulator.merchant.keys
        let options = ClientOptions(timeout: timeout)
        #expect(try await refused { _ in try Bootpay(credentials: keys, options: options) } == "timeout")
    }

    @Test(arguments: dates) func detailsWithAnyDateCanBePrinted(date: Date) {
        let attempt = Bootpay.Attempt(
            id: "a-1", endpoint: "payments.cancel_full", merchant: "m-1", mode: .live, sentAt: date, outcome: .unknown, serialized: "")
        let info = ErrorInfo(
            kind: .outcomeUnknown, repeat: .afterResolve, detail: "lost", endpoint: "payments.cancel_full", attempt: attempt)
        #expect("\(info)".contains("payments.cancel_full"))
    }
}
