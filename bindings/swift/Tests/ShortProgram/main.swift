// Fifty calls, one that moves money, and the end: after it was given up, or, when that is said, by
// `exit` while the call is under way.

import BootpayCore
import Foundation

/// The threads of the client, of all that this process has.
func threads() throws -> Int {
    let tasks = try FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")
    return tasks.filter { (try? String(contentsOfFile: "/proc/self/task/\($0)/comm", encoding: .utf8))?.hasPrefix("bootpay") == true }.count
}

let arguments = CommandLine.arguments
let receiptId = arguments[4]
let bootpay = try Bootpay(
    credentials: Bootpay.Credentials(clientKey: arguments[2], secretKey: arguments[3]),
    options: ClientOptions(baseUrl: arguments[1]))
let before = try threads()
for _ in 0..<50 { _ = try await bootpay.payments.get(.init(receiptId: receiptId)) }
if before != 0 { print("a thread before the first call") }
if try threads() != 1 { print("not one thread for all calls") }
let task = Task { try await bootpay.payments.cancelFull(.init(receiptId: receiptId)) }
while bootpay.attempts.unresolved().isEmpty { try await Task.sleep(for: .milliseconds(5)) }
if arguments[5] == "exit" {
    print("left")
    exit(0)
}
task.cancel()
_ = await task.result
if bootpay.attempts.unresolved().count == 1 { print("left") }
