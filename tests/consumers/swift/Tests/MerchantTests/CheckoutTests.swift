import BootpayCore
import BootpayTesting
import Foundation
import Merchant
import Testing

/// Payments that exist in a test only.
private struct Paying: Bootpay.Payments {
    let receipt: Bootpay.Receipt

    func confirm(_ request: ConfirmPayment, options: CallOptions?) async throws -> VerifiedPayment {
        if request.price != receipt.price {
            throw BootpayError.mismatch(info: ErrorInfo(kind: .mismatch, repeat: .never, detail: "price", field: "price"))
        }
        return .fake(receiptId: request.receiptId, orderId: request.orderId, price: request.price, receipt: receipt)
    }
}

@Suite struct CheckoutTests {
    private let orders = Orders()
    private let json = """
        {"receipt_id": "r-1", "order_id": "o-1", "price": 15000, "tax_free": 0, "cancelled_price": 0,
        "cancelled_tax_free": 0, "status": 1, "status_code": 1, "sandbox": true, "currency": "KRW"}
        """
    private let receipt: Bootpay.Receipt

    init() throws {
        receipt = try JSONDecoder().decode(Bootpay.Receipt.self, from: Data(json.utf8))
    }

    @Test func aPaidOrderIsShippedOnce() async throws {
        await orders.place("o-1", price: 15_000)
        let checkout = Checkout(bootpay: FakeBootpay(payments: Paying(receipt: receipt)), orders: orders)
        #expect(try await checkout.finish(receiptId: "r-1", orderId: "o-1") == .shipped)
        #expect(try await checkout.finish(receiptId: "r-1", orderId: "o-1") == .shippedBefore)
    }

    @Test func aWrongPriceIsNotShipped() async throws {
        await orders.place("o-1", price: 14_000)
        let checkout = Checkout(bootpay: FakeBootpay(payments: Paying(receipt: receipt)), orders: orders)
        #expect(try await checkout.finish(receiptId: "r-1", orderId: "o-1") == .refused("price"))
        #expect(await orders.shipped.isEmpty)
    }

    @Test func whatAFakeLacksFailsByItsName() async throws {
        let checkout = Checkout(bootpay: FakeBootpay(payments: Paying(receipt: receipt)), orders: orders)
        do {
            _ = try await checkout.refund(receiptId: "r-1")
            Issue.record("a fake refunded")
        } catch let lacking as NotFaked {
            #expect(lacking.call == "payments.cancelFull" && lacking.localizedDescription == "payments.cancelFull is not faked")
        }
        do {
            _ = try await FakeBootpay().billing.get(billingKey: "k-1")
            Issue.record("nothing had a billing key")
        } catch let lacking as NotFaked {
            #expect("\(lacking)" == "billing.get is not faked")
        }
    }

    @Test func whatSendsNothingNeedsNoFake() throws {
        let bootpay: any BootpayClient = FakeBootpay()
        #expect(bootpay.attempts.unresolved().isEmpty && !bootpay.attempts.acknowledge("a-1"))
        #expect(!bootpay.setup.addresses().webhookNetwork.isEmpty)
        #expect(throws: BootpayError.self) { try bootpay.webhooks.parse(headers: [:], body: Data("no webhook".utf8)) }
    }
}
