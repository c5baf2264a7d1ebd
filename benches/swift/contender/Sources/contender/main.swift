// One contender of the benchmark: `contender NAME MODE URL CA CALLS WARM-UP` (see the README of `benches/`).

import BootpayCore
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

let receiptId = "6712ab34c0de5f0012a4b901"
let concurrent = 64

typealias Call = @Sendable () async throws -> Void

/// A look-up and a cancel. The replies are looked at: a contender that does not get them would be fast.
struct Contender {
    let get: Call
    let cancel: Call
}

struct Failure: Error { let reason: String }

func expect(_ amount: Int) throws {
    if amount != 15_000 { throw Failure(reason: "15,000 won were expected, not \(amount)") }
}

func bootpayCore(_ url: String, _ ca: String) throws -> Contender {
    let pem = ca.isEmpty ? nil : try String(contentsOfFile: ca, encoding: .utf8)
    let bootpay = try Bootpay(
        credentials: Bootpay.Credentials(clientKey: "key", secretKey: "secret"),
        options: ClientOptions(baseUrl: url, caCertificates: pem))
    return Contender(
        get: { try expect(try await bootpay.payments.get(.init(receiptId: receiptId)).price) },
        cancel: {
            let cancel = CancelFull(receiptId: receiptId, cancelMessage: "changed mind")
            try expect(try await bootpay.payments.cancelFull(cancel).cancelledPrice)
        })
}

func urlSession(_ url: String, _ ca: String) -> Contender {
    #if canImport(FoundationNetworking)
    if !ca.isEmpty { setenv("URLSessionCertificateAuthorityInfoFile", ca, 1) }
    #endif
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = concurrent
    let session = URLSession(configuration: configuration)
    // FoundationNetworking may crash where a session ends: this one does not.
    _ = Unmanaged.passRetained(session)
    @Sendable func send(_ path: String, _ body: String?) async throws {
        var request = URLRequest(url: URL(string: url + path)!)
        request.setValue("Basic a2V5OnNlY3JldA==", forHTTPHeaderField: "authorization")
        request.setValue("application/json", forHTTPHeaderField: "accept")
        if let body {
            request.httpMethod = "POST"
            request.setValue("application/json", forHTTPHeaderField: "content-type")
            request.httpBody = Data(body.utf8)
        }
        let (data, response) = try await session.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200, !data.isEmpty else { throw Failure(reason: "no reply") }
    }
    return Contender(
        get: { try await send("/v2/receipt/\(receiptId)", nil) },
        cancel: { try await send("/v2/cancel", #"{"receipt_id":"\#(receiptId)","cancel_message":"changed mind"}"#) })
}

func oneByOne(_ call: Call, _ calls: Int) async throws {
    for _ in 0..<calls { try await call() }
}

func atOnce(_ call: @escaping Call, _ calls: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<concurrent {
            group.addTask { for _ in stride(from: number, to: calls, by: concurrent) { try await call() } }
        }
        try await group.waitForAll()
    }
}

/// The processor's time of this process, user and system.
func processor() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

func measure(_ contender: Contender, _ mode: String, _ calls: Int, _ warmUp: Int) async throws -> String {
    if mode == "first-reply" {
        try await contender.get()
        return "{}"
    }
    let call = mode == "cancel" ? contender.cancel : contender.get
    func run(_ calls: Int) async throws {
        if mode == "concurrent" { try await atOnce(call, calls) } else { try await oneByOne(call, calls) }
    }
    try await run(warmUp)
    let (started, cpu) = (ContinuousClock.now, processor())
    try await run(calls)
    let used = processor() - cpu
    let wall = (ContinuousClock.now - started).components
    return "{\"wall\":\(Double(wall.seconds) + Double(wall.attoseconds) / 1e18),\"cpu\":\(used)}"
}

let arguments = CommandLine.arguments
let (name, mode, url, ca) = (arguments[1], arguments[2], arguments[3], arguments[4])
if mode == "empty" {
    print("{}")
} else {
    let contender = name == "bootpay-core" ? try bootpayCore(url, ca) : urlSession(url, ca)
    print(try await measure(contender, mode, Int(arguments[5])!, Int(arguments[6])!))
}
fflush(nil)
while readLine() != nil {}  // Stays until it has been looked at.
exit(0)
