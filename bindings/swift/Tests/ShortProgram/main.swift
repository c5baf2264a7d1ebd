// Fifty calls, one that moves money and is given up, and the end of the program.

import BootpayCore

let arguments = CommandLine.arguments
let receiptId = arguments[4]
let bootpay = try Bootpay(
    credentials: Credentials(clientKey: arguments[2], secretKey: arguments[3]),
    options: ClientOptions(baseUrl: arguments[1]))
for _ in 0..<50 { _ = try await bootpay.payments().get(.init(receiptId: receiptId)) }
let task = Task { try await bootpay.payments().cancelFull(.init(receiptId: receiptId)) }
try await Task.sleep(for: .milliseconds(500))
task.cancel()
_ = await task.result
if bootpay.unsettled().count == 1 { print("detached") }
