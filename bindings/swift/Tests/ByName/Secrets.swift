@testable import BootpayCore

extension Bootpay.Secret: Exposed {}
extension Bootpay.Secret: Readable { static func read(_ json: Any) throws -> Bootpay.Secret { Bootpay.Secret(try cast(json)) } }
