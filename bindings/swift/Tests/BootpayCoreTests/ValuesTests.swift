import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// Requests and responses as values of Swift: their JSON, their identity, what they print.
@Suite(.serialized) struct ValuesTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    private struct Order: Codable, Equatable {
        var table: Int
        var items: [String]
        var note: String?
    }

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
        try await emulator.control("DELETE", "/emulator/requests")
    }

    /// A receipt with this metadata, as Bootpay returns it.
    private func receipt(metadata: Any) async throws -> Bootpay.Receipt {
        let id = try await emulator.pay(1000, state: "paid")
        let body: [String: Any] = ["receipt_id": id, "price": 1000, "cancelled_price": 0, "status": 1, "metadata": metadata]
        let fault: [String: Any] = ["path": "/v2/receipt", "status": ["status": 200, "body": body] as [String: Any]]
        try await emulator.control("POST", "/emulator/faults", fault)
        return try await emulator.client().payments.get(.init(receiptId: id))
    }

    @Test func metadataIsAnyEncodableOnItsWayIn() async throws {
        let order = Order(table: 7, items: ["차", "tea"])
        for metadata in [order, Bootpay.Json(text: #"{"table":7,"items":["차","tea"]}"#)] as [any Encodable] {
            let id = try await emulator.pay(1000, state: "paid")
            let request = CancelPartial(receiptId: id, cancelPrice: 100, cancelId: "c-1", metadata: metadata)
            try await emulator.client().payments.cancelPartial(request)
            let sent = try await array(emulator.control("GET", "/emulator/requests"))
            let cancel = try #require(sent.last { $0["path"] as? String == "/v2/cancel" })
            let body = try #require(cancel["body"] as? [String: Any])
            #expect(try canonical(body["metadata"]) == #"{"items":["차","tea"],"table":7}"#)
            try await emulator.control("DELETE", "/emulator/requests")
        }
        #expect(CancelFull(receiptId: "r", metadata: ["table": 7]).metadata?.text == #"{"table":7}"#)
        #expect(CancelFull(receiptId: "r").metadata == nil)
    }

    @Test func aValueWithoutJSONIsRefusedByItsField() async throws {
        do {
            try await emulator.client().payments.cancelFull(.init(receiptId: "r", metadata: ["table": Double.nan]))
            Issue.record("it was taken")
        } catch let error as BootpayError {
            #expect(error.kind == .invalid && error.field == "metadata")
        }
        #expect(try await array(emulator.control("GET", "/emulator/requests")).isEmpty)
    }

    @Test func metadataIsAnyDecodableOnItsWayOut() async throws {
        let receipt = try await receipt(metadata: ["table": 7, "items": ["차"]])
        #expect(try receipt.metadata(as: Order.self) == Order(table: 7, items: ["차"]))
        #expect(throws: DecodingError.self) { try receipt.metadata(as: [Int].self) }
        struct Raw: Decodable { let receipt_id: String }
        #expect(try receipt.raw(as: Raw.self).receipt_id == receipt.receiptId)
        var without = receipt
        without.metadata = nil
        #expect(try without.metadata(as: Order.self) == nil)
    }

    @Test func jsonIsEncodedAsTheJSONThatItIs() async throws {
        let metadata: [String: Any] = ["n": 9_007_199_254_740_993, "f": 0.1, "b": true, "z": NSNull(), "a": [[1], "x"] as [Any]]
        let receipt = try await receipt(metadata: metadata)
        let encoded = try JSONEncoder().encode(receipt)
        let fields = try #require(object(encoded)["metadata"] as? [String: Any])
        #expect(try canonical(fields) == canonical(metadata))
        let decoded = try JSONDecoder().decode(Bootpay.Receipt.self, from: encoded)
        #expect(try canonical(parsed(#require(decoded.metadata).text)) == canonical(metadata))
    }

    @Test func aResponseIsIdentifiedByItsId() async throws {
        let receipt = try await receipt(metadata: [:] as [String: Int])
        #expect(receipt.id == receipt.receiptId)
        #expect(CreatedReservation(reserveId: "r-1", reserveExecuteAt: nil, raw: Bootpay.Json(text: "{}")).id == "r-1")
    }

    @Test func aResponseIsDescribedInOneLine() async throws {
        let receipt = try await receipt(metadata: ["note": "a\nb"])
        let line = "\(receipt)"
        #expect(!line.contains("\n") && line.hasPrefix("Receipt(receiptId: \"\(receipt.receiptId)\", "), "\(line)")
        #expect(line.contains("status: paid") && !line.contains("nil") && !line.contains("raw"), "\(line)")
        #expect(String(reflecting: receipt) == line)
    }

    @Test func noHandleAndNoRawResponseIsDumped() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        let bootpay = try emulator.client()
        let paid = try await bootpay.payments.verify(.init(receiptId: id, orderId: "o-1", price: 1000))
        for value in [bootpay, bootpay.payments, emulator.merchant.keys, paid, paid.receipt] as [Any] {
            var text = "\(value) \(String(reflecting: value))\n"
            dump(value, to: &text)
            #expect(!text.contains("handle") && !text.contains("raw:") && !text.contains(emulator.merchant.secretKey), "\(text)")
        }
    }
}
