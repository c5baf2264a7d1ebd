// The life of a payment, from the buyer to the last refund, on a local Bootpay.
//
// Takes the emulator's address and merchant from BOOTPAY_EMULATOR_URL and BOOTPAY_MERCHANT; `make demo`
// sets them.

import BootpayCore
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

func step(_ number: Int, _ text: String) { print("swift   \(number). \(text)") }

let environment = ProcessInfo.processInfo.environment
guard let url = environment["BOOTPAY_EMULATOR_URL"], let json = environment["BOOTPAY_MERCHANT"] else {
    fatalError("BOOTPAY_EMULATOR_URL and BOOTPAY_MERCHANT are not set")
}
let merchant = try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
let orderId = "order-swift"
let amount = 15_000

let bootpay = try Bootpay(
    credentials: Bootpay.Credentials(clientKey: merchant["client_key"]!, secretKey: merchant["secret_key"]!),
    options: ClientOptions(baseUrl: url))

// The buyer, in the payment window: not the shop's code.
var window = URLRequest(url: URL(string: "\(url)/emulator/payments")!)
window.httpMethod = "POST"
window.setValue("application/json", forHTTPHeaderField: "content-type")
window.httpBody = try JSONSerialization.data(withJSONObject: [
    "order_id": orderId, "order_name": "Green tea set", "price": amount, "merchant": merchant["id"]!,
])
let (answer, _) = try await URLSession.shared.data(for: window)
struct Window: Decodable { let receipt_id: String }
let receiptId = try JSONDecoder().decode(Window.self, from: answer).receipt_id
step(1, "the buyer pays \(amount) won for \(orderId)")

let receipt = try await bootpay.payments.get(receiptId: receiptId)
step(2, "the server looks it up: \(receipt.status)")

// It is returned each time it is asked. Ship if this changes a row, where `receipt_id` is unique:
// UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'
let paid = try await bootpay.payments.confirm(receiptId: receiptId, orderId: orderId, price: amount)
step(3, "and confirms it: \(paid.price) won, \(paid.receipt.status)")

let verified = try await bootpay.payments.verify(receiptId: receiptId, orderId: orderId, price: amount)
step(4, "verified: \(verified.price) won for \(verified.orderId)")

let part = try await bootpay.payments.cancelPartial(receiptId: receiptId, cancelPrice: 5_000, cancelId: "refund-swift-1", cancelMessage: "wrong size")
step(5, "a part is given back: \(part.cancelledPrice) won")

let rest = try await bootpay.payments.cancelFull(receiptId: receiptId, cancelMessage: "changed mind")
step(6, "then the rest: \(rest.cancelledPrice) won in all")

do {
    try await bootpay.payments.cancelFull(receiptId: receiptId)
    fatalError("more was given back than was paid")
} catch BootpayError.rejected(let refusal) {
    step(7, "and more is refused: \(refusal.kind) \(refusal.code ?? "")")
    print(
        """
        RESULT {"paid": \(paid.price), "verified": \(verified.price), \
        "cancelled_after_part": \(part.cancelledPrice), "cancelled_after_rest": \(rest.cancelledPrice), \
        "refused": "\(refusal.code ?? "")"}
        """)
}
