import BootpayWindow
import Foundation
import Testing

@testable import ByName

/// Replays `tests/scenarios/window`; the functions come from `ByName/Generated`.
struct ScenariosTests {
    @Test(arguments: try Scenario.all()) func replays(scenario: Scenario) throws { try scenario.run() }
}

struct Scenario: Sendable, CustomTestStringConvertible {
    private let json: String
    let testDescription: String

    static func all() throws -> [Scenario] {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<6 { root.deleteLastPathComponent() }
        let folder = root.appendingPathComponent("tests/scenarios/window")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
        if files.isEmpty { throw Unreadable("no scenarios in \(folder.path)") }
        return try files.sorted { $0.path < $1.path }.flatMap { file in
            try array(Data(contentsOf: file)).map {
                Scenario(json: try canonical($0), testDescription: "\(file.lastPathComponent): \($0["name"] as? String ?? "")")
            }
        }
    }

    func run() throws {
        var known: [String: Any?] = [:]
        for step in try object(Data(json.utf8))["steps"] as? [[String: Any]] ?? [] {
            let step = try fill(step, known) as! [String: Any]
            let outcome = try take(step)
            if let name = step["as"] as? String { known[name] = outcome }
        }
    }

    /// Calls a function, and compares what it returns or its error.
    private func take(_ step: [String: Any]) throws -> Any? {
        let about = try canonical(step)
        do {
            let outcome = try call(step["call"] as! String, Fields(json: step["with"] as? [String: Any] ?? [:]))
            if let fails = step["fails"] { Issue.record("\(about): expected \(fails), got \(outcome ?? "nothing")") }
            for (path, expected) in step["returns"] as? [String: Any] ?? [:] {
                let found = shown(try dig(outcome, path.split(separator: ".").map(String.init)[...]))
                try compare(expected, found, "\(path) of \(about)")
            }
            return outcome
        } catch WindowError.invalid(let field, let rule) {
            guard let fails = step["fails"] as? [String: Any] else { throw WindowError.invalid(field: field, rule: rule) }
            #expect(fails["kind"] as? String == "invalid", "\(about)")
            if let expected = fails["field"] as? String { #expect(field == camel(expected), "\(about): \(rule)") }
            return nil
        }
    }

    private func compare(_ expected: Any, _ found: Any?, _ about: String) throws {
        let rule = expected as? [String: Any] ?? [:]
        if expected is NSNull {
            #expect(found == nil || found is NSNull, "\(about)")
        } else if rule["present"] != nil {
            #expect(found != nil && !(found is NSNull), "\(about)")
        } else if let text = rule["contains"] as? String {
            #expect((found as? String)?.contains(text) == true, "\(about): \(found ?? "nothing")")
        } else {
            #expect(try canonical(found) == canonical(expected), "\(about)")
        }
    }

    /// Replaces `${name.field}`.
    private func fill(_ json: Any, _ known: [String: Any?]) throws -> Any {
        switch json {
        case let object as [String: Any]: return try object.mapValues { try fill($0, known) }
        case let array as [Any]: return try array.map { try fill($0, known) }
        case let text as String:
            return try text.replacing(/\$\{(\w+)\.([\w.]+)\}/) { match in
                let found = try dig(known[String(match.1)] ?? nil, match.2.split(separator: ".").map(String.init)[...])
                guard let text = shown(found) as? String else { throw Unreadable("no text is \(match.0)") }
                return text
            }
        default: return json
        }
    }
}
