import BootpayCore
import Foundation

/// The code that the emulator's console copies: its own test compares it with this file, which compiles it.
private func cancelled(bankAccount: String) async throws {
    // cancel
    let bootpay = try Bootpay.fromEnvironment()
    let receipt = try await bootpay.payments.cancelPartial(
        receiptId: "6712ab34c0de5f0012a4b901",
        cancelPrice: 12_000,
        cancelId: "o-1/1",
        cancelMessage: "'\"\\$x ${y} `z` \\(w) {{7*7}}\n차 🎧\u{202e}\u{0}",
        refund: .init(bankAccount: Bootpay.Secret(bankAccount), bankUsername: "김차", bankCode: .kookmin),
        items: [.init(id: "i-1", name: "차", qty: 2, price: 6_000)],
        metadata: Bootpay.Json(text: "{\"$key\":[1,null,true,12345678901,1.5,\"'\\\"\\\\$x ${y} `z` \\\\(w) {{7*7}}\\n차 🎧\u{202e}\\u0000\"],\"__proto__\":{\"a\":\"b\"}}")
    )
    // end
    _ = receipt
}

private func reserved() async throws {
    // reserve
    let bootpay = try Bootpay.fromEnvironment()
    let reservation = try await bootpay.reservations.create(
        billingKey: "b-1",
        orderName: "차",
        orderId: "o-1",
        price: 1_000,
        reserveExecuteAt: Date(timeIntervalSince1970: 1796083200),
        user: .init(username: "김차", gender: .male),
        extra: .init(cardQuota: "3", testDeposit: true),
        contentType: .json
    )
    // end
    _ = reservation
}
