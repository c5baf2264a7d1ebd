// A merchant's server in one file, on the emulator at BOOTPAY_EMULATOR_URL: `app`, or `app leak` for 20,000 calls.

import BootpayCore
import Foundation
import Merchant

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

struct Failure: Error { let reason: String }

func expect(_ holds: Bool, _ reason: String, line: Int = #line) throws {
    if !holds { throw Failure(reason: "line \(line): \(reason)") }
}

struct Keys: Decodable { let client_key, secret_key: String }

let environment = ProcessInfo.processInfo.environment
guard let url = environment["BOOTPAY_EMULATOR_URL"], let json = environment["BOOTPAY_MERCHANT"] else {
    throw Failure(reason: "BOOTPAY_EMULATOR_URL and BOOTPAY_MERCHANT are not set")
}
let keys = try JSONDecoder().decode(Keys.self, from: Data(json.utf8))
let bootpay = try Bootpay(
    credentials: .init(clientKey: keys.client_key, secretKey: keys.secret_key), options: ClientOptions(baseUrl: url))

@discardableResult
func control(_ path: String, _ body: [String: Any]) async throws -> Data {
    var request = URLRequest(url: URL(string: "\(url)/emulator/\(path)")!)
    request.httpMethod = "POST"
    request.setValue("application/json", forHTTPHeaderField: "content-type")
    request.httpBody = try JSONSerialization.data(withJSONObject: body)
    return try await URLSession.shared.data(for: request).0
}

/// The id of a payment that a buyer made in the window.
func pay(_ orderId: String, price: Int) async throws -> String {
    struct Window: Decodable { let receipt_id: String }
    return try await JSONDecoder().decode(Window.self, from: control("payments", ["order_id": orderId, "price": price])).receipt_id
}

func life() async throws {
    let orders = Orders()
    let checkout = Checkout(bootpay: bootpay, orders: orders)
    await orders.place("o-1", price: 15_000)
    let id = try await pay("o-1", price: 15_000)
    try expect(try await checkout.finish(receiptId: id, orderId: "o-1") == .shipped, "not shipped")
    try expect(try await checkout.finish(receiptId: id, orderId: "o-1") == .shippedBefore, "shipped twice")
    try expect(try await checkout.finish(receiptId: id, orderId: "none") == .noSuchOrder, "an order nobody placed")
    await orders.place("o-2", price: 14_000)
    let wrong = try await pay("o-2", price: 15_000)
    try expect(try await checkout.finish(receiptId: wrong, orderId: "o-2") == .refused("price"), "a wrong price")

    let part = try await bootpay.payments.cancelPartial(receiptId: id, cancelPrice: 5_000, cancelId: "o-1/1", options: .init(timeout: .seconds(20)))
    try expect(part.cancelledPrice + 10_000 == 15_000, "\(part.cancelledPrice) won are refunded")
    try expect(try await checkout.refund(receiptId: id) == nil, "the refund is not known")
    try expect(try await bootpay.payments.get(receiptId: id).cancelledPrice == 15_000, "not refunded")
}

/// A response that is lost leaves an attempt, which is resolved.
func lost() async throws {
    let orders = Orders()
    let checkout = Checkout(bootpay: bootpay, orders: orders)
    await orders.place("o-3", price: 1_000)
    let id = try await pay("o-3", price: 1_000)
    _ = try await checkout.finish(receiptId: id, orderId: "o-3")
    try await control("faults", ["path": "/v2/cancel", "kind": "reset", "when": "after"])
    guard let attempt = try await checkout.refund(receiptId: id) else { throw Failure(reason: "the response was not lost") }
    try expect(bootpay.attempts.unresolved().map(\.id) == [attempt.id], "the attempt is not kept")
    try expect(try await bootpay.attempts.resolve(attempt).outcome == .done, "the refund is not found")
    try expect(bootpay.attempts.unresolved().isEmpty, "the attempt is still kept")
}

/// A task that is cancelled ends a read at once; a refund that was sent completes, and its attempt is thrown.
func cancelled() async throws {
    let id = try await pay("o-4", price: 1_000)
    _ = try await bootpay.payments.confirm(receiptId: id, orderId: "o-4", price: 1_000)
    for path in ["/v2/receipt", "/v2/cancel"] {
        try await control("faults", ["path": path, "kind": "stall", "seconds": 3])
    }
    let read = Task { try await bootpay.payments.get(receiptId: id).price }
    try await Task.sleep(for: .milliseconds(300))
    read.cancel()
    do {
        _ = try await read.value
        throw Failure(reason: "a cancelled read returned")
    } catch is CancellationError {}
    let refund = Task { try await bootpay.payments.cancelFull(receiptId: id).cancelledPrice }
    try await Task.sleep(for: .milliseconds(300))
    refund.cancel()
    do {
        _ = try await refund.value
        throw Failure(reason: "a cancelled refund returned")
    } catch BootpayError.outcomeUnknown(let attempt, _) {
        try expect(bootpay.attempts.unresolved().map(\.id) == [attempt.id], "another attempt is kept")
    }
    while bootpay.attempts.unresolved().contains(where: { $0.outcome == .pending }) { try await Task.sleep(for: .milliseconds(20)) }
    for attempt in bootpay.attempts.unresolved() { bootpay.attempts.acknowledge(attempt) }
    try expect(try await bootpay.payments.get(receiptId: id).cancelledPrice == 1_000, "the refund did not complete")
}

/// Pages of memory that the process holds, in bytes.
func memory() throws -> Int {
    let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    guard fields.count > 1, let pages = Int(fields[1]) else { throw Failure(reason: "/proc/self/statm: \(fields)") }
    return pages * Int(sysconf(Int32(_SC_PAGESIZE)))
}

/// Calls of every kind, 16 at a time: look-ups, refusals, and objects of Rust's that are dropped.
func calls(_ count: Int, _ id: String) async throws {
    try await withThrowingTaskGroup(of: Void.self) { tasks in
        for _ in 0..<16 {
            tasks.addTask {
                for number in 0..<count / 16 {
                    switch number % 4 {
                    case 0: _ = try await bootpay.payments.verify(receiptId: id, orderId: "o-5", price: 1_000).receipt
                    case 1:
                        do {
                            _ = try await bootpay.payments.get(receiptId: "none")
                        } catch BootpayError.rejected {}
                    default: _ = try await bootpay.payments.get(receiptId: id).price
                    }
                }
            }
        }
        try await tasks.waitForAll()
    }
}

func leak() async throws {
    let id = try await pay("o-5", price: 1_000)
    _ = try await bootpay.payments.confirm(receiptId: id, orderId: "o-5", price: 1_000)
    try await calls(4_000, id)
    let before = try memory()
    try await calls(20_000, id)
    let grown = try memory() - before
    print("20,000 calls after a warm-up: \(grown / 1024) KB more of \(before / 1024) KB")
    try expect(grown < 4 << 20, "20,000 calls took \(grown) bytes of memory")
}

if CommandLine.arguments.dropFirst().first == "leak" {
    try await leak()
} else {
    try await life()
    try await lost()
    try await cancelled()
    print("lived")
}
