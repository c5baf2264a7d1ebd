import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@testable import BootpayCore
@testable import ByName

/// A local Bootpay of its own. It stops with this process at the latest.
final class Emulator: @unchecked Sendable {
    let url: String
    /// The certificate authority to trust, with `--tls`.
    let ca: String?
    /// The first merchant, with its keys.
    let merchant: Merchant
    private let process = Process()
    private let input = Pipe()

    struct Merchant: Sendable {
        let id, clientKey, secretKey, applicationId, privateKey: String

        init(_ json: [String: Any]) throws {
            let fields = Fields(json: json)
            id = try fields.get("id")
            clientKey = try fields.get("client_key")
            secretKey = try fields.get("secret_key")
            applicationId = try fields.get("application_id")
            privateKey = try fields.get("private_key")
        }

        var keys: Credentials { Credentials(clientKey: clientKey, secretKey: secretKey) }
        var application: Credentials { Credentials(applicationId: applicationId, privateKey: privateKey) }
        var both: Credentials {
            Credentials(
                clientKey: clientKey, secretKey: secretKey, applicationId: applicationId,
                privateKey: privateKey)
        }
    }

    init(_ arguments: String...) throws {
        guard let binary = ProcessInfo.processInfo.environment["BOOTPAY_EMULATOR"] else {
            throw Unreadable("BOOTPAY_EMULATOR must name the emulator binary")
        }
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: binary)
        process.arguments = ["--port", "0", "--stop-with-stdin"] + arguments
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while line.last != UInt8(ascii: "\n") {
            let more = try output.fileHandleForReading.read(upToCount: 1) ?? Data()
            if more.isEmpty { throw Unreadable("the emulator did not start") }
            line += more
        }
        let started = Fields(json: try object(line))
        url = try started.get("url")
        ca = started.json["ca"] as? String
        merchant = try Merchant(started.json["merchant"] as? [String: Any] ?? [:])
    }

    deinit { stop() }

    func stop() {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    var options: ClientOptions { ClientOptions(baseUrl: url, caCertificates: ca) }

    func client() throws -> Bootpay { try Bootpay(credentials: merchant.keys, options: options) }

    /// The id of a new payment.
    func pay(_ price: Int, orderId: String = "o-1", state: String = "waiting_confirm") async throws -> String {
        let body: [String: Any] = ["price": price, "order_id": orderId, "state": state]
        return try Fields(json: object(await control("POST", "/emulator/payments", body))).get("receipt_id")
    }

    /// One request to the controls.
    @discardableResult
    func control(_ method: String, _ path: String, _ body: Any? = nil) async throws -> Data {
        var request = URLRequest(url: URL(string: url + path)!)
        request.httpMethod = method
        request.setValue("application/json", forHTTPHeaderField: "content-type")
        request.httpBody = try body.map { try JSONSerialization.data(withJSONObject: $0) }
        let (data, response) = try await URLSession.shared.data(for: request)
        guard (response as? HTTPURLResponse)?.statusCode == 200 else {
            throw Unreadable("\(method) \(path): \(String(decoding: data, as: UTF8.self))")
        }
        return data
    }
}
