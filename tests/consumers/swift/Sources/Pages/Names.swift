// The names that the pages take for granted: those of a merchant's own program.

import BootpayCore

struct Database {
    func update(_ statement: String, _ values: Any...) async throws -> Int { 1 }
    func upsert(_ row: AttemptRow) async throws {}
    func insertUnlessThere(_ row: AttemptRow) async throws -> Bool { true }
    func claim(_ claim: AttemptClaim) async throws -> String? { nil }
    func records(of payment: String) async throws -> [String] { [] }
    func delete(_ id: String) async throws {}
}

let database = Database()
let keys = Bootpay.Credentials(clientKey: "…", secretKey: "…")
func ship(_ orderId: String) {}
func remember(_ attempt: String) async throws {}
func log(_ values: Any?...) {}
