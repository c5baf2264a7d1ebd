// Clients for `tests/chaos`, which says what each line means.

import BootpayCore
import Foundation

@testable import ByName

/// The clients that were opened, by their names.
actor Clients {
    private var open: [String: Bootpay] = [:]

    func add(_ client: Bootpay, _ name: String) { open[name] = client }

    func named(_ name: String) throws -> Bootpay {
        guard let client = open[name] else { throw Unreadable("no client \(name)") }
        return client
    }
}

let clients = Clients()
let writing = NSLock()

func say(_ line: [String: Any]) throws {
    let text = try canonical(line) + "\n"
    writing.withLock { FileHandle.standardOutput.write(Data(text.utf8)) }
}

/// What is at each of the paths; of a list, in each of its items.
func read(_ value: Any?, _ paths: Any?) throws -> Any {
    if let items = flat(value) as? [Any] { return try items.map { try read($0, paths) } }
    var found: [String: Any] = [:]
    for path in paths as? [String] ?? [] {
        let read = shown(try dig(value, path.split(separator: ".").map(String.init)[...]))
        found[path] = path.hasSuffix("endpoint") ? (read as? String).map(snake) ?? NSNull() : read ?? NSNull()
    }
    return found
}

/// The name of a call as the table has it.
func snake(_ name: String) -> String {
    name.replacing(/[A-Z]/) { "_\($0.0.lowercased())" }
}

func take(_ line: Fields) async throws -> [String: Any] {
    let name: String = try line.get("client")
    switch try line.get("do") as String {
    case "open":
        let keys = Fields(json: line.json["credentials"] as? [String: Any] ?? [:])
        let credentials = try Bootpay.Credentials(clientKey: keys.get("client_key"), secretKey: keys.get("secret_key"))
        let options = try ClientOptions(Fields(json: line.json["options"] as? [String: Any] ?? [:]))
        try await clients.add(Bootpay(credentials: credentials, options: options), name)
        return ["returned": NSNull()]
    case "unresolved":
        return try await ["returned": read(clients.named(name).attempts.unresolved(), line.json["read"])]
    case "acknowledge":
        return try await ["returned": clients.named(name).attempts.acknowledge(line.get("attempt"))]
    case "call":
        return try await made(clients.named(name), line)
    case let other:
        throw Unreadable("nobody can \(other)")
    }
}

/// A call whose task is cancelled when it takes too long.
func made(_ client: Bootpay, _ line: Fields) async throws -> [String: Any] {
    let (name, text): (String, String) = try (line.get("call"), line.text("with"))
    let timeout: Duration = try line.get("timeout")
    let paths = line.json["read"] as? [String] ?? []
    let task = Task { () throws -> String in
        let reply = try await client.call(name, Fields(json: object(Data(text.utf8))), CallOptions(timeout: timeout))
        return try canonical(read(reply, paths))
    }
    let cancel: Task<Void, any Error>? = (line.json["cancel"] as? Double).map { after in
        Task {
            try await Task.sleep(for: .seconds(after))
            task.cancel()
        }
    }
    defer { cancel?.cancel() }
    do {
        return ["returned": try await parsed(task.value)]
    } catch let error as BootpayError {
        return ["failed": try read(error.info, line.json["fails"])]
    } catch is CancellationError {
        return ["cancelled": true]
    }
}

@main struct Driver {
    static func main() async throws {
        let (lines, heard) = AsyncStream<String>.makeStream()
        Thread {
            while let text = readLine() { heard.yield(text) }
            heard.finish()
        }.start()
        try say(["language": "Swift", "cancels": true])
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            for await text in lines {
                tasks.addTask {
                    let line = Fields(json: try object(Data(text.utf8)))
                    var answer: [String: Any]
                    do { answer = try await take(line) } catch { answer = ["broken": "\(error)"] }
                    answer["id"] = line.json["id"]
                    try say(answer)
                }
            }
            try await tasks.waitForAll()
        }
    }
}
