// The life of a payment, from the buyer to the last refund, on a local Bootpay.
//
// Takes the emulator's address and merchant from BOOTPAY_EMULATOR_URL and BOOTPAY_MERCHANT; `make demo`
// sets them.

import bootpay.core.Bootpay
import bootpay.core.BootpayException
import bootpay.core.CancelFull
import bootpay.core.CancelPartial
import bootpay.core.ClientOptions
import bootpay.core.ConfirmPayment
import bootpay.core.Credentials
import bootpay.core.GetReceipt
import bootpay.core.VerifyPayment
import com.google.gson.JsonParser
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

suspend fun main() {
    val url = System.getenv("BOOTPAY_EMULATOR_URL")
    val merchant = JsonParser.parseString(System.getenv("BOOTPAY_MERCHANT")).asJsonObject
    fun key(name: String) = merchant[name].asString
    val orderId = "order-kotlin"
    val amount = 15_000L

    val credentials = Credentials(clientKey = key("client_key"), secretKey = key("secret_key"))
    val bootpay = Bootpay(credentials, ClientOptions(baseUrl = url))

    // The buyer, in the payment window: not the shop's code.
    val payment = """{"order_id": "$orderId", "order_name": "Green tea set", "price": $amount, "merchant": "${key("id")}"}"""
    val window = HttpRequest.newBuilder(URI("$url/emulator/payments")).POST(HttpRequest.BodyPublishers.ofString(payment))
    val answer = HttpClient.newHttpClient().send(window.header("content-type", "application/json").build(), HttpResponse.BodyHandlers.ofString())
    val receiptId = JsonParser.parseString(answer.body()).asJsonObject["receipt_id"].asString
    step(1, "the buyer pays $amount won for $orderId")

    val receipt = bootpay.payments().get(GetReceipt(receiptId))
    step(2, "the server looks it up: ${receipt.status.symbol()}")

    // It is returned each time it is asked. Ship if this changes a row, where `receipt_id` is unique:
    // UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'
    val paid = bootpay.payments().confirm(ConfirmPayment(receiptId, orderId, amount))
    step(3, "and confirms it: ${paid.price()} won, ${paid.receipt().status.symbol()}")

    val verified = bootpay.payments().verify(VerifyPayment(receiptId, orderId, amount))
    step(4, "verified: ${verified.price()} won for ${verified.orderId()}")

    val part = bootpay.payments().cancelPartial(CancelPartial(receiptId, 5_000, cancelId = "refund-kotlin-1", cancelMessage = "wrong size"))
    step(5, "a part is given back: ${part.cancelledPrice} won")

    val rest = bootpay.payments().cancelFull(CancelFull(receiptId, cancelMessage = "changed mind"))
    step(6, "then the rest: ${rest.cancelledPrice} won in all")

    val refusal = try {
        bootpay.payments().cancelFull(CancelFull(receiptId))
        error("more was given back than was paid")
    } catch (refused: BootpayException.Rejected) {
        refused.info
    }
    step(7, "and more is refused: ${refusal.kind.symbol()} ${refusal.code}")

    println(
        """RESULT {"paid": ${paid.price()}, "verified": ${verified.price()}, """ +
            """"cancelled_after_part": ${part.cancelledPrice}, "cancelled_after_rest": ${rest.cancelledPrice}, "refused": "${refusal.code}"}""",
    )
}

private fun step(number: Int, text: String) = println("kotlin  $number. $text")
