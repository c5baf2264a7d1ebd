// The life of a payment, in a package that depends on the released one. BOOTPAY_EMULATOR names the emulator's program.

import BootpayCore
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

struct Different: Error { let expected, found: String }

func same<T: Equatable>(_ expected: T, _ found: T) throws {
    if expected != found { throw Different(expected: "\(expected)", found: "\(found)") }
}

struct Started: Decodable {
    struct Merchant: Decodable { let client_key, secret_key: String }
    let url: String
    let merchant: Merchant
}

let emulator = Process()
let (input, output) = (Pipe(), Pipe())
emulator.executableURL = URL(fileURLWithPath: ProcessInfo.processInfo.environment["BOOTPAY_EMULATOR"]!)
emulator.arguments = ["--port", "0", "--stop-with-stdin"]
emulator.standardInput = input
emulator.standardOutput = output
try emulator.run()
var line = Data()
while line.last != UInt8(ascii: "\n"), let more = try output.fileHandleForReading.read(upToCount: 1), !more.isEmpty {
    line += more
}
let started = try JSONDecoder().decode(Started.self, from: line)

let bootpay = try Bootpay(
    credentials: Bootpay.Credentials(clientKey: started.merchant.client_key, secretKey: started.merchant.secret_key),
    options: ClientOptions(baseUrl: started.url))
var window = URLRequest(url: URL(string: "\(started.url)/emulator/payments")!)
window.httpMethod = "POST"
window.setValue("application/json", forHTTPHeaderField: "content-type")
window.httpBody = try JSONSerialization.data(withJSONObject: ["order_id": "o-1", "price": 15_000])
struct Paid: Decodable { let receipt_id: String }
let id = try JSONDecoder().decode(Paid.self, from: try await URLSession.shared.data(for: window).0).receipt_id

let payments = bootpay.payments
try same(15_000, await payments.confirm(receiptId: id, orderId: "o-1", price: 15_000).price)
try same("o-1", await payments.verify(receiptId: id, orderId: "o-1", price: 15_000).orderId)
do {
    _ = try await payments.verify(receiptId: id, orderId: "o-1", price: 14_000)
    throw Different(expected: "a mismatch", found: "a payment")
} catch BootpayError.mismatch(let info) {
    try same("price", info.field)
}
try same(5_000, await payments.cancelPartial(receiptId: id, cancelPrice: 5_000, cancelId: "o-1/1").cancelledPrice)
try same(15_000, await payments.cancelFull(receiptId: id).cancelledPrice)
try same("cancelled", await payments.get(receiptId: id).status.rawValue)
do {
    try await payments.cancelFull(receiptId: id)
    throw Different(expected: "a refusal", found: "a receipt")
} catch BootpayError.rejected(let info) {
    try same("RC_ALREADY_CANCELLED", info.code)
}
try input.fileHandleForWriting.close()
emulator.waitUntilExit()
print("lived")
