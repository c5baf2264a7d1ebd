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

        var keys: Bootpay.Credentials { Bootpay.Credentials(clientKey: clientKey, secretKey: secretKey) }
        var application: Bootpay.Credentials { Bootpay.Credentials(applicationId: applicationId, privateKey: privateKey) }
        var both: Bootpay.Credentials {
            Bootpay.Credentials(
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

    var clock: Clock { Clock(emulator: self) }

    /// A new project, of a new merchant unless the fields name one. Nothing is activated in it.
    func project(_ fields: [String: Any] = [:]) async throws -> Project {
        try await Project(emulator: self, object(control("POST", "/emulator/projects", fields)))
    }

    /// The first project, to which the first merchant's keys belong.
    func defaultProject() async throws -> Project {
        try await Project(emulator: self, object(control("GET", "/emulator/projects/default")))
    }

    func activate(_ pg: String, _ method: String, live: Bool = false) async throws {
        try await defaultProject().activate(pg, method, live: live)
    }

    func settlement() async throws -> [String: Any] { try await defaultProject().settlement() }

    func pgLedger(_ pg: String) async throws -> [[String: Any]] { try await defaultProject().pgLedger(pg) }

    /// The webhooks, oldest first, with each attempt to deliver them. Waits for those that are due.
    func webhooks(of project: Project? = nil) async throws -> [[String: Any]] {
        try await objects(control("GET", "/emulator/webhooks" + (project.map { "?merchant=\($0.merchant.id)" } ?? "")))
    }

    /// The merchants and projects as a set-up file (TOML).
    func export() async throws -> String {
        try await Fields(json: object(control("GET", "/emulator/setup"))).get("toml")
    }

    /// Replaces everything, payments too, by the merchants and projects of a set-up file.
    func setUp(_ toml: String) async throws {
        try await control("PUT", "/emulator/setup", ["toml": toml])
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

/// A project of an emulator: its keys, and what its merchant does in the console.
struct Project: Sendable {
    let emulator: Emulator
    let merchant: Emulator.Merchant

    init(emulator: Emulator, _ fields: [String: Any]) throws {
        self.emulator = emulator
        merchant = try Emulator.Merchant(fields)
    }

    /// Activates a method at a PG.
    func activate(_ pg: String, _ method: String, live: Bool = false, settings: [String: String] = [:]) async throws {
        try await control("PUT", "/methods", ["pg": pg, "method": method, "live": live, "settings": settings])
    }

    func webhooks() async throws -> [[String: Any]] { try await emulator.webhooks(of: self) }

    /// The settlement report: `days`, `rows`, and the tests that are `excluded`.
    func settlement() async throws -> [String: Any] { try await object(control("GET", "/settlement")) }

    /// What the PG itself shows of the project's payments, oldest first.
    func pgLedger(_ pg: String) async throws -> [[String: Any]] { try await objects(control("GET", "/ledgers/\(pg)")) }

    /// The project as `setup.readiness` of a client takes it.
    func export() async throws -> String { String(decoding: try await control("GET", "/export"), as: UTF8.self) }

    @discardableResult
    private func control(_ method: String, _ path: String, _ body: Any? = nil) async throws -> Data {
        try await emulator.control(method, "/emulator/projects/\(merchant.id)\(path)", body)
    }
}

/// The clock of an emulator.
struct Clock: Sendable {
    let emulator: Emulator

    func now() async throws -> String { try await Fields(json: object(emulator.control("GET", "/emulator/clock"))).get("now") }

    /// Moves the clock forward. All that is due meanwhile happens, in order.
    func advance(days: Int = 0, hours: Int = 0, minutes: Int = 0, seconds: Int = 0) async throws {
        try await set(["advance_seconds": ((days * 24 + hours) * 60 + minutes) * 60 + seconds])
    }

    /// Has the clock stand still.
    func stop() async throws { try await set(["mode": "manual"]) }

    /// Has the clock run with real time.
    func run() async throws { try await set(["mode": "real"]) }

    private func set(_ change: [String: Any]) async throws {
        try await emulator.control("POST", "/emulator/clock", change)
    }
}

private func objects(_ data: Data) throws -> [[String: Any]] {
    guard let list = try JSONSerialization.jsonObject(with: data) as? [[String: Any]] else { throw Unreadable("no list") }
    return list
}
