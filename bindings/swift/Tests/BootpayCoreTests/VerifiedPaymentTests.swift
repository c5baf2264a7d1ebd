import Foundation
import Testing

@testable import BootpayCore

/// Only `confirm` and `verify` make a `VerifiedPayment`, and only the library makes an object of its own.
@Suite struct VerifiedPaymentTests {
    private static let package = URL(fileURLWithPath: #filePath + "/../../..").standardized

    /// Each in a line of its own.
    private static let ways = [
        "func way1() -> VerifiedPayment { VerifiedPayment() }",
        "func way2() -> VerifiedPayment { .init() }",
        "func way3() -> VerifiedPayment { VerifiedPayment(unsafeFromHandle: 1) }",
        "func way4() -> VerifiedPayment { VerifiedPayment(noHandle: .init()) }",
        "func way5() throws -> VerifiedPayment { try FfiConverterTypeVerifiedPayment.lift(1) }",
        "func way6() throws -> VerifiedPayment { try FfiConverterTypeVerifiedPayment_lift(1) }",
        "func way7(json: Data) throws -> VerifiedPayment { try JSONDecoder().decode(VerifiedPayment.self, from: json) }",
        "func way8(paid: VerifiedPayment) throws -> Data { try JSONEncoder().encode(paid) }",
        "class Way9: VerifiedPayment {}",
        "class Way10: VerifiedPaymentProtocol {}",
        "func way11(of: Bootpay.Receipt) -> VerifiedPayment { .init(receipt: of) }",
        "func way12() -> VerifiedPayment { .fake(receiptId: \"r\") }",
        "func way13(paid: VerifiedPayment) { var other = paid; other.price = 1 }",
        "class Way14: NativePayments {}",
        "func way15() -> NativePayments { NativePayments(unsafeFromHandle: 1) }",
        "func way16() -> Bootpay { Bootpay(noHandle: .init()) }",
        "func way17() -> Bootpay.Credentials { Bootpay.Credentials(unsafeFromHandle: 1) }",
    ]

    /// What the compiler says of a module that imports the library; nothing if it takes it.
    private func said(of lines: [String], _ way: String) throws -> String? {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("outside-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("outside.swift")
        try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        let modules = Self.package.appendingPathComponent(".build/debug/Modules").path
        let header = Self.package.appendingPathComponent("Sources/BootpayCoreFFI").path
        compiler.arguments = ["swiftc", way, "-swift-version", "6", "-parse-as-library", "-I", modules, "-I", header, file.path]
        let output = Pipe()
        compiler.standardError = output
        compiler.standardOutput = FileHandle.nullDevice
        try compiler.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        compiler.waitUntilExit()
        return compiler.terminationStatus == 0 ? nil : text
    }

    /// `BootpayTesting` makes one for a fake, with what no other package sees.
    @Test func nobodyOutsideMakesOneOfItsValues() throws {
        let made = "func made(of: Bootpay.Receipt) -> VerifiedPayment { .init(receiptId: \"r\", orderId: \"o\", price: 1, confirmedEarlier: false, receipt: of) }"
        let refused = try said(of: ["import BootpayCore", made], "-typecheck")
        #expect(refused?.contains("'package' protection level") == true, "\(refused ?? "it was taken")")
    }

    /// With what the library shows to its own tests, too.
    @Test(arguments: ["import", "@testable import"]) func nothingElseMakesOne(import word: String) throws {
        let head = ["import Foundation", "\(word) BootpayCore", "func same(paid: VerifiedPayment) -> Int { paid.price }"]
        let good = try said(of: head, "-emit-sil")
        #expect(good == nil, "\(good ?? "")")
        let refused = try #require(try said(of: head + Self.ways, "-typecheck"))
        #expect(!refused.contains("outside.swift:3:"), "\(refused)")
        for (number, way) in Self.ways.enumerated() {
            #expect(refused.contains("outside.swift:\(head.count + number + 1):"), "\(way)\n\(refused)")
        }
        // An initializer that leaves the handle out is found later; what is decodable may be decoded.
        for alone in [
            "extension VerifiedPayment { init(price: Int) {} }",
            "extension VerifiedPayment: @retroactive Decodable { public init(from decoder: any Decoder) throws {} }",
        ] {
            let text = try said(of: head + [alone], "-emit-sil")
            #expect(text?.contains("outside.swift:4:") == true, "\(alone): \(text ?? "it was taken")")
        }
    }
}
