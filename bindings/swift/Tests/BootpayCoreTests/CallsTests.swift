import Foundation
import Testing

@testable import BootpayCore
@testable import ByName

/// What Swift does its own way: tasks, cancelling, printing, the end of the process.
@Suite(.serialized) struct CallsTests {
    private static let shared = Result { try Emulator() }
    private let emulator: Emulator

    init() async throws {
        emulator = try Self.shared.get()
        try await emulator.control("DELETE", "/emulator/faults")
        try await emulator.control("DELETE", "/emulator/requests")
    }

    private func stall(_ path: String) async throws {
        try await emulator.control("POST", "/emulator/faults", ["path": path, "kind": "stall", "seconds": 2])
    }

    @Test func aTaskThatIsCancelledCutsAReadShort() async throws {
        let id = try await emulator.pay(1000)
        let bootpay = try emulator.client()
        try await stall("/v2/receipt")
        let task = Task { try await bootpay.payments.get(.init(receiptId: id)) }
        try await Task.sleep(for: .milliseconds(200))
        let start = ContinuousClock.now
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(ContinuousClock.now - start < .seconds(1))
        #expect(bootpay.attempts.unresolved().isEmpty)
    }

    /// The attempt of the `outcomeUnknown` that a task throws; nothing if it ends in another way.
    private func unknownAttempt<Reply: Sendable>(of task: Task<Reply, any Error>) async -> Bootpay.Attempt? {
        do {
            _ = try await task.value
        } catch BootpayError.outcomeUnknown(let attempt, _) {
            return attempt
        } catch {
            Issue.record("\(error)")
        }
        return nil
    }

    @Test func aCancelWhoseTaskIsCancelledBeforeItIsSentIsCancelledOnly() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        let bootpay = try emulator.client()
        let before = Task {
            while !Task.isCancelled { await Task.yield() }
            return try await bootpay.payments.cancelFull(.init(receiptId: id))
        }
        before.cancel()
        await #expect(throws: CancellationError.self) { try await before.value }
        // A partial refund reads the payment first.
        try await stall("/v2/receipt")
        let reading = Task { try await bootpay.payments.cancelPartial(.init(receiptId: id, cancelPrice: 300, cancelId: "c-1")) }
        try await Task.sleep(for: .milliseconds(300))
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        #expect(bootpay.attempts.unresolved().isEmpty)
        #expect(try await bootpay.payments.get(.init(receiptId: id)).cancelledPrice == 0)
    }

    @Test func aCancelThatHasLeftGoesOnWithoutItsTaskAndIsRemembered() async throws {
        let id = try await emulator.pay(1000, state: "paid")
        let bootpay = try emulator.client()
        try await stall("/v2/cancel")
        let task = Task { try await bootpay.payments.cancelFull(.init(receiptId: id)) }
        try await Task.sleep(for: .milliseconds(300))
        let start = ContinuousClock.now
        task.cancel()
        let thrown = try #require(await unknownAttempt(of: task))
        #expect(ContinuousClock.now - start < .seconds(1))
        let attempt = try #require(bootpay.attempts.unresolved().first)
        #expect(thrown.id == attempt.id && thrown.serialized == attempt.serialized)
        #expect(attempt.receiptId == id && attempt.outcome == .pending)
        while bootpay.attempts.unresolved().first?.outcome == .pending { try await Task.sleep(for: .milliseconds(20)) }
        #expect(bootpay.attempts.unresolved().map(\.outcome) == [.done])
        #expect(bootpay.attempts.acknowledge(attempt) && !bootpay.attempts.acknowledge(attempt.id))
        #expect(try await bootpay.payments.get(.init(receiptId: id)).cancelledPrice == 1000)
    }

    @Test func aBillingKeyThatIsBeingDeletedIsRememberedToo() async throws {
        let made = try object(await emulator.control("POST", "/emulator/billing-keys", [String: String]()))
        let key: String = try Fields(json: made).get("billing_key")
        let bootpay = try emulator.client()
        try await stall("/v2/subscribe/billing_key")
        let task = Task { try await bootpay.billing.delete(.init(billingKey: key)) }
        try await Task.sleep(for: .milliseconds(300))
        task.cancel()
        #expect(await unknownAttempt(of: task)?.billingKey == key)
        #expect(bootpay.attempts.unresolved().map(\.billingKey) == [key])
        while bootpay.attempts.unresolved().first?.outcome == .pending { try await Task.sleep(for: .milliseconds(20)) }
        #expect(bootpay.attempts.unresolved().map(\.outcome) == [.done])
    }

    @Test func aCancelWhoseTaskIsCancelledAtAnyMomentIsReturnedOrRemembered() async throws {
        let bootpay = try emulator.client()
        var returned = 0
        var kept = 0
        func round(_ wait: Duration) async throws {
            let id = try await emulator.pay(1000, state: "paid")
            let task = Task { try await bootpay.payments.cancelFull(.init(receiptId: id)) }
            // Not `sleep`, whose clock is too coarse.
            let end = ContinuousClock.now + wait
            while ContinuousClock.now < end { await Task.yield() }
            task.cancel()
            var outcome: Bootpay.Receipt?
            var thrown: Bootpay.Attempt?
            do {
                outcome = try await task.value
            } catch BootpayError.outcomeUnknown(let attempt, _) {
                thrown = attempt
            } catch is CancellationError {}
            let left = bootpay.attempts.unresolved().first { $0.receiptId == id }
            while bootpay.attempts.unresolved().contains(where: { $0.outcome == .pending }) { try await Task.sleep(for: .milliseconds(1)) }
            let moved = try await bootpay.payments.get(.init(receiptId: id)).cancelledPrice == 1000
            #expect(!moved || outcome != nil || left != nil, "lost, given up after \(wait)")
            #expect(!moved || outcome != nil || thrown != nil, "not told, given up after \(wait)")
            #expect(thrown?.id == left?.id, "given up after \(wait)")
            #expect(moved || outcome == nil, "invented, given up after \(wait)")
            if outcome != nil { returned += 1 }
            if bootpay.attempts.unresolved().contains(where: { $0.outcome == .done }) { kept += 1 }
            for attempt in bootpay.attempts.unresolved() { bootpay.attempts.acknowledge(attempt.id) }
        }
        for number in 0..<150 { try await round(.microseconds(number % 10 == 0 ? 100_000 : Int.random(in: 0...6000))) }
        #expect(returned > 10 && kept > 0, "all ended alike: \(returned) returned, \(kept) remembered")
    }

    @Test func aThousandFirstCallsMakeOneRequestForAToken() async throws {
        let id = try await emulator.pay(1000)
        let bootpay = try Bootpay(credentials: emulator.merchant.application, options: emulator.options)
        try await withThrowingTaskGroup(of: Bootpay.Receipt.self) { calls in
            for _ in 0..<1000 { calls.addTask { try await bootpay.payments.get(.init(receiptId: id)) } }
            try await calls.waitForAll()
        }
        let requests = try await array(emulator.control("GET", "/emulator/requests"))
        #expect(requests.filter { ($0["path"] as? String)?.hasSuffix("token") == true }.count == 1)
    }

    @Test func badSettingsAreRefusedBeforeAnyConnection() async throws {
        func field(_ keys: Bootpay.Credentials? = nil, _ options: ClientOptions? = nil) -> String? {
            do {
                _ = try Bootpay(credentials: keys ?? emulator.merchant.keys, options: options)
            } catch BootpayError.invalid(let info) {
                return info.field
            } catch {}
            return nil
        }
        #expect(field(Bootpay.Credentials()) == "clientKey")
        #expect(field(Bootpay.Credentials(clientKey: "k")) == "secretKey")
        #expect(field(Bootpay.Credentials(applicationId: "k", privateKey: " ")) == "privateKey")
        #expect(field(nil, ClientOptions(baseUrl: "http://bootpay.example")) == "baseUrl")
        #expect(field(nil, ClientOptions(timeout: .seconds(-1))) == "timeout")
        #expect(field(nil, ClientOptions(caCertificates: "no PEM")) == "caCertificates")
        let bootpay = try emulator.client()
        do {
            _ = try await bootpay.payments.get(.init(receiptId: "r"), options: .init(timeout: .milliseconds(-1)))
            Issue.record("a negative timeout was taken")
        } catch BootpayError.invalid(let info) {
            #expect(info.field == "timeout")
        }
        #expect(try await array(emulator.control("GET", "/emulator/requests")).isEmpty)
    }

    @Test func whomItCannotTrustOrReachItSendsNothing() async throws {
        func fails(_ options: ClientOptions) async throws {
            let bootpay = try Bootpay(credentials: emulator.merchant.keys, options: options)
            do {
                try await bootpay.payments.cancelFull(.init(receiptId: "r"))
                Issue.record("\(options) was trusted")
            } catch BootpayError.notSent {}
        }
        let tls = try Emulator("--tls")
        do {
            _ = try await tls.client().payments.get(.init(receiptId: "r"))
            Issue.record("found")
        } catch BootpayError.rejected(let info) {
            #expect(info.code == "RC_NOT_FOUND")
        }
        try await fails(ClientOptions(baseUrl: tls.url))
        for certificate in ["expired", "wrong-host"] {
            try await fails(Emulator("--tls", "--certificate", certificate).options)
        }
        try await fails(ClientOptions(baseUrl: "http://127.0.0.1:9"))
        try await fails(ClientOptions(baseUrl: "https://no-such-host.invalid"))
    }

    @Test func nothingThatIsPrintedShowsASecret() async throws {
        let keys = ["client_key": "MARKER-1", "secret_key": "MARKER-2", "application_id": "MARKER-3", "private_key": "MARKER-4"]
        let merchant = try Emulator.Merchant(object(await emulator.control("POST", "/emulator/merchants", keys)))
        let bootpay = try Bootpay(credentials: merchant.keys, options: emulator.options)
        let reply: [String: Any] = ["path": "/v2/receipt", "status": ["status": 200, "body": "MARKER-2"]]
        try await emulator.control("POST", "/emulator/faults", reply)
        let refund = Bootpay.Refund(bankAccount: "110222333444", bankUsername: "홍길동", bankCode: .kookmin)
        let request = CancelFull(receiptId: "r", refund: refund)
        var printed: [Any] = [merchant.keys, Bootpay.Secret("MARKER-6"), bootpay, refund, request]
        do { _ = try await bootpay.payments.get(.init(receiptId: "r")) } catch { printed += [error, error.localizedDescription] }
        do { try await bootpay.payments.cancelFull(request) } catch { printed += [error, error.localizedDescription] }
        #expect(printed.count == 9)
        for value in printed { expectPrinted(value, without: "MARKER", "110222333444") }
    }

    @Test func theDataOfACardAreNotPrinted() async throws {
        let card = IssueCard(
            pg: .nicePay, orderName: "Tea", subscriptionId: "s-1", cardNo: "9450111122223333", cardPw: "73", cardIdentityNo: "860914",
            cardExpireYear: "47", cardExpireMonth: "11", price: 1000, extra: Bootpay.Extra(identityNo: "01098765432"))
        let values = ["9450111122223333", "860914", "01098765432"]
        let echo = values.joined(separator: " ")
        let bootpay = try emulator.client()
        expectPrinted(card, without: values)
        let replies: [[String: Any]] = [["status": 400, "body": ["error_code": "X", "message": echo]], ["status": 502, "body": echo]]
        for reply in replies {
            let fault: [String: Any] = ["path": "/v2/request/subscribe", "status": reply]
            try await emulator.control("POST", "/emulator/faults", fault)
            do {
                _ = try await bootpay.billing.issueCard(card)
                Issue.record("a key was issued")
            } catch {
                expectPrinted(error, without: values)
                expectPrinted(error.localizedDescription, without: values)
            }
            expectPrinted(bootpay.attempts.unresolved(), without: values)
        }
        #expect(bootpay.attempts.unresolved().count == 1)
    }

    @Test func whatAReplyHoldsCanBeReadAndIsNotPrinted() async throws {
        let bootpay = try Bootpay(credentials: emulator.merchant.application, options: emulator.options)
        let token = try await bootpay.users.token(.init(userId: "u-1"))
        #expect(token.userToken.expose().count > 10)
        expectPrinted(token, without: token.userToken.expose())
        let body: [String: Any] = ["receipt_id": "c-1", "status": 12, "authenticate_data": ["name": "홍길동", "unique": "MARKER"]]
        let fault: [String: Any] = ["path": "/v2/certificate", "status": ["status": 200, "body": body] as [String: Any]]
        try await emulator.control("POST", "/emulator/faults", fault)
        let certificate = try await bootpay.identity.certificate(.init(receiptId: "c-1"))
        #expect(certificate.authenticateData?.unique?.expose() == "MARKER")
        expectPrinted(certificate, without: "MARKER")
    }

    @Test func personalDataAreReadByNameAndNotPrinted() async throws {
        let values = ["이몽룡", "01011112222", "monglyong", "남원", "1990-10-14", "110-222", "성춘향"]
        let user = Bootpay.User(username: "이몽룡", phone: "01011112222", email: "monglyong@example.com", birth: "1990-10-14", addr: "남원")
        let charge = ChargeBillingKey(billingKey: "k-1", orderName: "Tea", orderId: "o-1", price: 1000, user: user)
        let refund = Bootpay.Refund(bankAccount: "110-222", bankUsername: "이몽룡", bankCode: .kookmin)
        expectPrinted([user, charge, refund, CancelFull(receiptId: "r", cancelUsername: "성춘향")] as [Any], without: values)
        #expect("\(user)".contains("phone: Optional(•••)") && "\(user)".contains("id: nil"), "\(user)")
        #expect(user.username == "이몽룡" && user.phone == "01011112222" && user.addr == "남원")
        let id = try await emulator.pay(1000)
        let body: [String: Any] = [
            "receipt_id": id, "order_id": "o-1", "price": 1000, "tax_free": 0, "cancelled_price": 0, "cancelled_tax_free": 0, "status": 1,
            "sandbox": false, "currency": "KRW", "vbank_data": ["bank_account": "110-222", "sender_name": "성춘향"], "new_field": "남원",
            "user": ["id": "u-1", "username": "이몽룡", "phone": "01011112222", "email": "monglyong@example.com", "addr": "남원"],
        ]
        let fault: [String: Any] = ["path": "/v2/receipt", "status": ["status": 200, "body": body] as [String: Any], "times": 2]
        try await emulator.control("POST", "/emulator/faults", fault)
        let bootpay = try emulator.client()
        let receipt = try await bootpay.payments.get(.init(receiptId: id))
        let buyer = try #require(receipt.user)
        #expect(buyer.username == "이몽룡" && buyer.email == "monglyong@example.com" && buyer.id == "u-1")
        #expect(receipt.raw.text.contains("성춘향") && receipt.raw.text.contains("new_field"))
        let paid = try await bootpay.payments.verify(.init(receiptId: id, orderId: "o-1", price: 1000))
        for printed in [receipt, buyer, receipt.vbankData as Any, [receipt], ["of": receipt], paid] as [Any] {
            expectPrinted(printed, without: values + ["new_field"])
        }
        #expect("\(receipt)".contains("u-1") && "\(receipt)".hasPrefix("Receipt(receiptId: "), "\(receipt)")
        #expect(try String(decoding: JSONEncoder().encode(buyer), as: UTF8.self).contains("이몽룡"))
    }

    private func expectPrinted(_ value: Any, without secrets: String...) { expectPrinted(value, without: secrets) }

    private func expectPrinted(_ value: Any, without secrets: [String]) {
        var text = "\(value) \(String(reflecting: value))"
        dump(value, to: &text)
        for secret in secrets { #expect(!text.contains(secret), "\(text)") }
    }

    @Test func theRuleOfRepeatingACallCanBeRead() throws {
        let rule = try explainRetry(endpoint: "payments.cancelFull")
        #expect(rule.hasPrefix("payments.cancelFull ") && rule.contains("sent at most once"))
        #expect(try explainRetry(endpoint: "payments.get").contains("at most 2 times (`retries`)"))
        do {
            _ = try explainRetry(endpoint: "payments.refund")
            Issue.record("a call that is not there was explained")
        } catch BootpayError.invalid(let info) {
            #expect(info.field == "endpoint")
        }
    }

    @Test func wordsHaveNames() {
        #expect([Bootpay.Bank.kookmin.rawValue, Bootpay.Bank.kookmin.korean, Bootpay.Bank.kookmin.english] == ["004", "국민", "KB Kookmin Bank"])
        #expect([Bootpay.Bank("777").rawValue, Bootpay.Bank("777").korean] == ["777", nil])
        #expect(AuthType.easy.rawValue == "간편인증" && Bootpay.Gender.male.code == 1)
    }

    @Test(arguments: ["return", "exit"]) func theProcessEndsAfterTheMoneyThatIsUnderWay(end: String) async throws {
        let id = try await emulator.pay(1000, state: "paid")
        try await stall("/v2/cancel")
        let program = Process()
        program.executableURL = URL(fileURLWithPath: #filePath + "/../../../.build/debug/short-program").standardized
        program.arguments = [emulator.url, emulator.merchant.clientKey, emulator.merchant.secretKey, id, end]
        let output = Pipe()
        program.standardOutput = output
        try program.run()
        program.waitUntilExit()
        #expect(program.terminationStatus == 0)
        #expect(String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) == "left\n")
        #expect(try await emulator.client().payments.get(.init(receiptId: id)).cancelledPrice == 1000)
    }
}
