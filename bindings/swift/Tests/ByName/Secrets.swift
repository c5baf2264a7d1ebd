@testable import BootpayCore

extension Secret: Exposed {}
extension Secret: Readable { static func read(_ json: Any) throws -> Secret { Secret(try cast(json)) } }
