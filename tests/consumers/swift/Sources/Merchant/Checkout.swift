import BootpayCore

/// A merchant's orders, of which each is shipped once.
public actor Orders {
    private var prices: [String: Int] = [:]
    public private(set) var shipped: Set<String> = []

    public init() {}

    public func place(_ id: String, price: Int) { prices[id] = price }
    public func price(of id: String) -> Int? { prices[id] }

    /// True for the first who ships it.
    public func ship(_ id: String) -> Bool { shipped.insert(id).inserted }
}

/// What the merchant's server does with payments, with a client or with a test's fake.
public struct Checkout: Sendable {
    public enum Outcome: Equatable, Sendable {
        case shipped, shippedBefore, noSuchOrder
        case refused(String)
    }

    let bootpay: any BootpayClient
    let orders: Orders

    public init(bootpay: any BootpayClient, orders: Orders) {
        self.bootpay = bootpay
        self.orders = orders
    }

    public func finish(receiptId: String, orderId: String) async throws -> Outcome {
        guard let price = await orders.price(of: orderId) else { return .noSuchOrder }
        do {
            let paid = try await bootpay.payments.confirm(receiptId: receiptId, orderId: orderId, price: price)
            return await orders.ship(paid.orderId) ? .shipped : .shippedBefore
        } catch BootpayError.mismatch(let info) {
            return .refused(info.field ?? "")
        }
    }

    /// Refunds all that remains; the attempt, if nobody knows yet whether it was refunded.
    public func refund(receiptId: String) async throws -> Bootpay.Attempt? {
        do {
            try await bootpay.payments.cancelFull(receiptId: receiptId, cancelMessage: "changed mind")
            return nil
        } catch BootpayError.outcomeUnknown(let attempt, _) {
            return attempt
        }
    }
}
