import Foundation
import Testing

@testable import BootpayCore

/// Set-up: clients from the environment, application ids, capabilities, the check before going live.
@Suite struct SetupTests {
    private let keys = ["BOOTPAY_CLIENT_KEY": "ck", "BOOTPAY_SECRET_KEY": "sk-secret"]
    private let credentials = Bootpay.Credentials(clientKey: "ck", secretKey: "sk")

    private func field(_ make: () throws -> Any) throws -> String? {
        do {
            _ = try make()
            Issue.record("it was taken")
        } catch BootpayError.invalid(let info) {
            #expect(!"\(info)".contains("sk-secret"))
            return info.field
        }
        return nil
    }

    @Test func aClientIsMadeOfTheEnvironment() async throws {
        let emulator = try Emulator()
        let bootpay = try Bootpay.fromEnvironment(keys.merging(["BOOTPAY_BASE_URL": emulator.url]) { $1 })
        // The keys are nobody's: it was asked all the same.
        await #expect(throws: BootpayError.self) { try await bootpay.paymentMethods.list(.init()) }
        let requests = try await emulator.control("GET", "/emulator/requests")
        #expect(String(decoding: requests, as: UTF8.self) != "[]")
        #expect(try field { try Bootpay.fromEnvironment() } == "BOOTPAY_CLIENT_KEY")
    }

    @Test func aWrongVariableIsNamed() throws {
        for (more, name) in [
            (["BOOTPAY_SECRET_KEY": ""], "BOOTPAY_SECRET_KEY"),
            (["BOOTPAY_PRIVATE_KEY": "pk"], "BOOTPAY_APPLICATION_ID"),
            (["BOOTPAY_MODE": "sandbox"], "BOOTPAY_MODE"),
            (["BOOTPAY_WEB_APPLICATION_ID": "5b8f6a4d396fa665fdc2b5e7"], "BOOTPAY_WEB_APPLICATION_ID"),
        ] {
            let environment = keys.merging(more) { $1 }
            #expect(try field { try Bootpay.fromEnvironment(environment) } == name)
        }
    }

    @Test func eachPlatformHasItsIdAndEachPgItsCapabilities() throws {
        let web = "0123456789abcdef01234567"
        let options = ClientOptions(applicationIds: .init(web: web))
        let bootpay = try Bootpay(credentials: credentials, options: options)
        #expect(try bootpay.setup.applicationId(.init(platform: .web)) == web)
        #expect(throws: BootpayError.self) { try bootpay.setup.applicationId(.init(platform: .ios)) }
        #expect(Bootpay.Pg.payApp.supports(capability: .separateConfirmation) == .no)
        #expect(bootpay.setup.addresses().webhookNetwork == "223.130.82.0/24")
    }

    @Test func theExportOfTheEmulatorIsChecked() async throws {
        let emulator = try Emulator()
        let project = try await emulator.project(["merchant": "Tea house"])
        try await project.activate("kcp", "card", live: true, settings: ["site_cd": "A1234"])
        let bootpay = try Bootpay(credentials: credentials)
        let items = try bootpay.setup.readiness(.init(setup: Bootpay.Json(text: await project.export())))
        #expect(items.map(\.code) == [.cancelAddressMissing, .webhookMissing, .restOpen])
        #expect(items[0].severity == .blocker && items[0].pg == .kcp)
    }
}
