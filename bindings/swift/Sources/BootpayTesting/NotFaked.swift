import BootpayCore
import Foundation

/// A call that a test's fake lacks.
public struct NotFaked: Error, Equatable, CustomStringConvertible, LocalizedError {
    /// The call: `payments.confirm`.
    public let call: String

    init(_ call: String) { self.call = call }

    public var description: String { "\(call) is not faked" }
    public var errorDescription: String? { description }
}

/// A client that makes no call: what sends nothing needs no fake.
let untouched: any BootpayClient = {
    do {
        return try Bootpay(credentials: .init(clientKey: "fake", secretKey: "fake"))
    } catch {
        preconditionFailure("\(error)")
    }
}()
