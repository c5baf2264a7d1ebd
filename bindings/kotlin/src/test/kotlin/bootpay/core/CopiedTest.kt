package bootpay.core

import java.time.Instant

/** The code that the emulator's console copies: its own test compares it with this file, which compiles it. */
@Suppress("unused", "UNUSED_VARIABLE")
private suspend fun cancelled(bankAccount: String) {
    // cancel
    val bootpay = Bootpay.fromEnv()
    val receipt = bootpay.payments().cancelPartial(CancelPartial(
        "6712ab34c0de5f0012a4b901",
        cancelPrice = 12_000,
        cancelId = "o-1/1",
        cancelMessage = "'\"\\\$x \${y} `z` \\(w) {{7*7}}\n차 🎧\u202e\u0000",
        refund = Refund(bankAccount = Secret(bankAccount), bankUsername = "김차", bankCode = Bank.Kookmin),
        items = listOf(Item(id = "i-1", name = "차", qty = 2, price = 6_000)),
        metadata = "{\"\$key\":[1,null,true,12345678901,1.5,\"'\\\"\\\\\$x \${y} `z` \\\\(w) {{7*7}}\\n차 🎧\u202e\\u0000\"],\"__proto__\":{\"a\":\"b\"}}",
    ))
    // end
}

@Suppress("unused", "UNUSED_VARIABLE")
private suspend fun reserved() {
    // reserve
    val bootpay = Bootpay.fromEnv()
    val reservation = bootpay.reservations().create(CreateReservation(
        "b-1",
        orderName = "차",
        orderId = "o-1",
        price = 1_000,
        reserveExecuteAt = Instant.ofEpochMilli(1796083200000),
        user = User(username = "김차", gender = Gender.Male),
        extra = Extra(cardQuota = "3", testDeposit = true),
        contentType = ContentType.JSON,
    ))
    // end
}
