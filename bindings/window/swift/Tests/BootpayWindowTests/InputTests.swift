import BootpayWindow
import Foundation
import Testing

struct InputTests {
    @Test func whatIsSecretOrPersonalIsNotPrinted() {
        let payment = WindowPayment(
            price: 1000, orderName: "tea", orderId: "o-1", clientKey: "ck", user: PaymentWindow.User(username: "Kim-marker"), userToken: "token-marker")
        var dumped = ""
        dump(payment, to: &dumped)
        for text in ["\(payment)", String(reflecting: payment), dumped] { #expect(!text.contains("marker"), "\(text)") }
    }

    @Test func anErrorNamesItsField() {
        #expect(throws: WindowError.invalid(field: "token", rule: "must be a key of 32 bytes and an initialisation vector of 16, in Base64, with ## between them")) {
            try PaymentWindow.decryptForm(DecryptForm(payload: "", token: ""))
        }
    }

    /// As in `BootpayError`: the fields are the error's own, by the names of Swift, and its number is stable.
    @Test func theErrorItselfHasItsFields() throws {
        let payment = WindowPayment(price: 1000, orderName: "tea", orderId: "", clientKey: "ck")
        do {
            _ = try PaymentWindow.payment(payment)
            Issue.record("it was taken")
        } catch let error as WindowError {
            #expect(error.field == "orderId" && !error.rule.isEmpty)
            #expect(error.localizedDescription == "\(error.field) \(error.rule)")
            #expect((error as NSError).code == 1 && (error as NSError).domain == "BootpayWindow.WindowError")
        }
    }

    @Test func aNewValueIsTakenAsItIs() throws {
        let method: PaymentWindow.Method = "teleport"
        #expect(method.rawValue == "teleport" && method.korean == nil && !PaymentWindow.Method.allCases.contains(method))
        #expect(PaymentWindow.Method.card == "card" && PaymentWindow.Gender.male == 1)
        #expect(PaymentWindow.Platform(rawValue: "ios") == .ios && PaymentWindow.Platform(rawValue: "symbian") == nil)
    }
}
