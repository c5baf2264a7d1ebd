// The life of a payment in Kotlin, on the emulator that comes with its artefact.

import bootpay.core.BootpayException
import bootpay.core.CancelFull
import bootpay.core.CancelPartial
import bootpay.core.ConfirmPayment
import bootpay.core.GetReceipt
import bootpay.core.Status
import bootpay.core.VerifyPayment
import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking

fun main() = runBlocking {
    Emulator().use { emulator ->
        val id = emulator.pay(15_000, "o-1")["receipt_id"].asString
        emulator.client().use { bootpay ->
            val payments = bootpay.payments()
            same(15_000L, payments.confirm(ConfirmPayment(id, orderId = "o-1", price = 15_000)).price())
            same("o-1", payments.verify(VerifyPayment(id, orderId = "o-1", price = 15_000)).orderId())
            val mismatch = failure { payments.verify(VerifyPayment(id, orderId = "o-1", price = 14_000)) }
            same("price", (mismatch as BootpayException.Mismatch).info.field)
            same(5_000L, payments.cancelPartial(CancelPartial(id, cancelPrice = 5_000, cancelId = "o-1/1")).cancelledPrice)
            same(15_000L, payments.cancelFull(CancelFull(id)).cancelledPrice)
            val receipt = payments.get(GetReceipt(id))
            same(Status.Cancelled, receipt.status)
            same("RC_ALREADY_CANCELLED", failure { payments.cancelFull(CancelFull(id)) }.info.code)
        }
        // The last of them was refused.
        same(3, emulator.requests().count { it.asJsonObject["path"].asString == "/v2/cancel" })
    }
    println("lived on Java ${System.getProperty("java.version")}, ${System.getProperty("os.arch")}")
}

private suspend fun failure(call: suspend () -> Any?): BootpayException = try {
    error("it was accepted: ${call()}")
} catch (failure: BootpayException) {
    failure
}

private fun same(expected: Any?, found: Any?) = check(expected == found) { "expected $expected, found $found" }
