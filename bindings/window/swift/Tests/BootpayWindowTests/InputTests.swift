import BootpayWindow
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
}
