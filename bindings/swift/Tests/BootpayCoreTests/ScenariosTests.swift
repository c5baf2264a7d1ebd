import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Replays `tests/scenarios`; the calls come from `Generated/Dispatch.swift`.
@Suite(.serialized) struct ScenariosTests {
    private static let emulator = Result { try Emulator() }

    @Test(arguments: try Scenario.all()) func replays(scenario: Scenario) async throws {
        try await scenario.run(on: Self.emulator.get())
    }
}

struct Scenario: Sendable, CustomTestStringConvertible {
    private let json: String
    /// In the order of the file, which a dictionary does not keep.
    private let payments: [String]
    let testDescription: String

    static func all() throws -> [Scenario] {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<5 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("tests/scenarios")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }
        if files.isEmpty { throw Unreadable("no scenarios in \(folder.path)") }
        return try files.flatMap { file in
            let text = try String(contentsOf: file, encoding: .utf8)
            return try array(Data(text.utf8)).map { scenario in
                let name = scenario["name"] as? String ?? ""
                let rest = text.range(of: name).map { text[$0.upperBound...] } ?? text[...]
                let payments = (scenario["payments"] as? [String: Any] ?? [:]).keys.map { ($0, rest.range(of: "\"\($0)\":")!.lowerBound) }
                return Scenario(
                    json: try canonical(scenario), payments: payments.sorted { $0.1 < $1.1 }.map(\.0),
                    testDescription: "\(file.lastPathComponent): \(name)")
            }
        }
    }

    func run(on emulator: Emulator) async throws {
        let scenario = try object(Data(json.utf8))
        try await emulator.control("DELETE", "/emulator/requests")
        try await emulator.control("DELETE", "/emulator/faults")
        let made = try object(await emulator.control("POST", "/emulator/merchants", scenario["merchant"] ?? [String: Any]()))
        let merchant = try Emulator.Merchant(made)
        var known = Known(outcomes: ["merchant": made])
        let bodies = scenario["payments"] as? [String: [String: Any]] ?? [:]
        for name in payments {
            let payment = try (known.fill(bodies[name]!) as! [String: Any]).merging(["merchant": merchant.id]) { _, new in new }
            known.outcomes[name] = try object(await emulator.control("POST", "/emulator/payments", payment))
        }
        var options = scenario["client"] as? [String: Any] ?? [:]
        options["base_url"] = emulator.url
        let credentials = switch scenario["credentials"] as? String {
        case "application": merchant.application
        case "both": merchant.both
        default: merchant.keys
        }
        let client = try Bootpay(credentials: credentials, options: ClientOptions(Fields(json: options)))
        for step in scenario["steps"] as? [[String: Any]] ?? [] {
            let step = try known.fill(step) as! [String: Any]
            let outcome: Any?
            if let control = step["emulator"] as? [String: Any] {
                outcome = try parsed(await emulator.control(control["method"] as! String, control["path"] as! String, control["body"]))
            } else {
                outcome = try await call(client, step)
            }
            if let name = step["as"] as? String { known.outcomes[name] = outcome }
        }
        if let requests = scenario["requests"] as? [[String: Any]] {
            try await compare(requests.map { try known.fill($0) as! [String: Any] }, emulator, merchant.id)
        }
    }

    /// Makes a call; its outcome is the reply or the error.
    private func call(_ client: Bootpay, _ step: [String: Any]) async throws -> Any? {
        let about = "\(try canonical(step))"
        let options = (step["timeout"] as? Double).map { CallOptions(timeout: .seconds($0)) }
        let fields = Fields(json: step["with"] as? [String: Any] ?? [:])
        var outcome: Any?
        do {
            outcome = try await client.call(step["call"] as! String, fields, options)
            if let fails = step["fails"] {
                Issue.record("\(about): expected \(fails), got \(outcome ?? "nothing")")
            } else if step["returns"] is NSNull {
                #expect(flat(outcome) == nil, "\(about)")
            } else {
                try compare(step["returns"] as? [String: Any] ?? [:], outcome, about)
            }
        } catch let error as BootpayError {
            guard let fails = step["fails"] as? [String: Any] else { throw error }
            try compare(fails, error.info, "\(about): \(error.localizedDescription)")
            outcome = error.info
        }
        if let unresolved = step["unresolved"] as? Int {
            #expect(client.attempts.unresolved().count == unresolved, "\(about)")
        }
        return outcome
    }

    private func compare(_ expected: [String: Any], _ found: Any?, _ about: String) throws {
        for (path, value) in expected {
            let about = "\(path) of \(about)"
            let found = shown(try dig(found, path.split(separator: ".").map(String.init)[...]))
            let rule = value as? [String: Any] ?? [:]
            if value is NSNull {
                #expect(found == nil || found is NSNull, "\(about)")
            } else if rule["present"] != nil {
                #expect(found != nil && !(found is NSNull), "\(about)")
            } else if let text = rule["contains"] as? String {
                let found = found as? String ?? ""
                #expect(found.contains(text) || found.contains(camel(text)), "\(about): \(found)")
            } else if let name = value as? String, path.hasSuffix("field") || path.hasSuffix("endpoint") {
                #expect(found as? String == camel(name), "\(about)")
            } else if let text = rule["instant"] as? String {
                #expect(found as? Date == ISO8601DateFormatter().date(from: text), "\(about)")
            } else {
                #expect(try canonical(found) == canonical(value), "\(about)")
            }
        }
    }

    private func compare(_ expected: [[String: Any]], _ emulator: Emulator, _ merchant: String) async throws {
        // What is stalled is in the log once it is answered, which may be in the next scenario.
        func arrived() async throws -> [[String: Any]] {
            try array(await emulator.control("GET", "/emulator/requests")).filter {
                $0["merchant"] is NSNull || $0["merchant"] as? String == merchant
            }
        }
        var requests = try await arrived()
        let deadline = ContinuousClock.now + .seconds(5)
        while requests.count < expected.count && ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(20))
            requests = try await arrived()
        }
        try #require(requests.count == expected.count, "\(requests)")
        for (wanted, request) in zip(expected, requests) {
            for (key, value) in wanted {
                if key == "headers" {
                    let headers = request[key] as? [String: String]
                    for (name, text) in value as? [String: String] ?? [:] { #expect(headers?[name] == text, "\(name) of \(request)") }
                } else {
                    #expect(try canonical(request[key]) == canonical(value), "\(key) of \(request)")
                }
            }
        }
    }
}

/// What a scenario can refer to.
private struct Known {
    var outcomes: [String: Any?]
    private let began = Date(timeIntervalSince1970: Date.now.timeIntervalSince1970.rounded(.down))

    init(outcomes: [String: Any?]) { self.outcomes = outcomes }

    /// Replaces `${name.field}` and `{"in_seconds": …}`.
    func fill(_ json: Any) throws -> Any {
        switch json {
        case let object as [String: Any]:
            if let seconds = object["in_seconds"] as? Double { return koreanTime(began.addingTimeInterval(seconds)) }
            return try object.mapValues(fill)
        case let array as [Any]: return try array.map(fill)
        case let text as String:
            return try text.replacing(/\$\{(\w+)\.([\w.]+)\}/) { match in
                let found = try dig(outcomes[String(match.1)] ?? nil, match.2.split(separator: ".").map(String.init)[...])
                guard let text = shown(found) as? String else { throw Unreadable("no text is \(match.0)") }
                return text
            }
        default: return json
        }
    }
}

private func koreanTime(_ date: Date) -> String {
    let formatter = ISO8601DateFormatter()
    formatter.timeZone = TimeZone(secondsFromGMT: 9 * 3600)
    return formatter.string(from: date)
}
