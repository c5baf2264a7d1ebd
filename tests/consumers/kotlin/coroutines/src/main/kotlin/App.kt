// A merchant's server in Kotlin: suspending calls, their cancellation, and responses as JSON by three libraries.

import bootpay.core.Bootpay
import bootpay.core.BootpayException
import bootpay.core.CancelFull
import bootpay.core.CancelPartial
import bootpay.core.ClientOptions
import bootpay.core.ConfirmPayment
import bootpay.core.Credentials
import bootpay.core.GetReceipt
import bootpay.core.Method
import bootpay.core.Mode
import bootpay.core.Receipt
import bootpay.core.Status
import com.fasterxml.jackson.databind.ObjectMapper
import com.google.gson.Gson
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.delay
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import kotlinx.serialization.Serializable
import kotlinx.serialization.encodeToString
import kotlinx.serialization.json.Json
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

@Serializable
data class Order(val id: String, val status: Status, val mode: Mode, val receipt: Receipt)

@Serializable
data class Known(val status: Status)

private val jackson = ObjectMapper()
private val url = System.getenv("BOOTPAY_EMULATOR_URL")
private val merchant = jackson.readTree(System.getenv("BOOTPAY_MERCHANT"))

fun main() = runBlocking {
    val keys = Credentials(clientKey = merchant["client_key"].asText(), secretKey = merchant["secret_key"].asText())
    Bootpay(keys, ClientOptions(baseUrl = url)).use { bootpay ->
        val id = pay("o-1", """{"buyer": {"note": "글 🍵"}, "sizes": [1, 2.5, null]}""")
        val paid = bootpay.payments().confirm(ConfirmPayment(id, orderId = "o-1", price = 15_000))
        same(15_000L, paid.price())
        val receipt = bootpay.payments().cancelPartial(CancelPartial(id, cancelPrice = 5_000, cancelId = "o-1/1"))
        same(5_000L, receipt.cancelledPrice)
        written(receipt)
        val many = (1..50).map { async { bootpay.payments().get(GetReceipt(id)).receiptId } }.awaitAll()
        same(setOf(id), many.toSet())

        control("POST", "/emulator/faults", """{"path": "/v2/cancel", "kind": "stall", "seconds": 1}""")
        same(null, withTimeoutOrNull(300) { bootpay.payments().cancelFull(CancelFull(id)) })
        same(id, bootpay.attempts().unresolved().single().receiptId)
        while (bootpay.payments().get(GetReceipt(id)).cancelledPrice != 15_000L) delay(20)

        same("order_id", refused { bootpay.payments().confirm(ConfirmPayment(id, orderId = "녹차 🍵".take(4), price = 1)) })
        same("metadata", refused { bootpay.payments().cancelFull(CancelFull(id, metadata = "{\"\uD83C\": 1}")) })
        same("secret_key", refused { Credentials(clientKey = "c", secretKey = "\uDC00") })
        try {
            bootpay.payments().cancelFull(CancelFull(id))
            error("more was refunded than was paid")
        } catch (rejected: RuntimeException) {
            same("RC_ALREADY_CANCELLED", (rejected as BootpayException.Rejected).info.code)
        }
    }
}

private fun written(receipt: Receipt) {
    val expected = jackson.readTree(jackson.writeValueAsString(receipt.toMap()))
    same("cancelled" to 5_000L, expected["status"].asText() to expected["cancelled_price"].asLong())
    same("""{"buyer":{"note":"글 🍵"},"sizes":[1,2.5,null]}""", expected["metadata"].toString())
    same(false, expected.has("raw"))
    val order = Order("o-1", receipt.status, Mode.LIVE, receipt)
    for (text in listOf(jackson.writeValueAsString(receipt), Gson().toJson(receipt), Json.encodeToString(receipt))) {
        same(expected, jackson.readTree(text))
    }
    val texts = listOf(
        jackson.writeValueAsString(mapOf("status" to order.status, "mode" to order.mode, "receipt" to order.receipt)),
        Gson().toJson(order),
        Json.encodeToString(order),
    )
    for (text in texts) {
        val json = jackson.readTree(text)
        same(listOf("cancelled", "live", expected), listOf(json["status"].asText(), json["mode"].asText(), json["receipt"]))
    }
    same(Status.Paid, jackson.readValue("\"paid\"", Status::class.java))
    same(Status.Paid, Gson().fromJson("\"paid\"", Status::class.java))
    same(Known(Status.Paid), Json.decodeFromString(Known.serializer(), """{"status": "paid"}"""))
    same(Method.Unknown("new"), Method.of("new"))
}

private suspend fun refused(call: suspend () -> Any?): String? = try {
    call()
    error("it was accepted")
} catch (invalid: BootpayException.Invalid) {
    invalid.info.field
}

private fun pay(orderId: String, metadata: String): String {
    val payment = """{"order_id": "$orderId", "order_name": "Tea", "price": 15000, "merchant": ${merchant["id"]}, "metadata": $metadata}"""
    return jackson.readTree(control("POST", "/emulator/payments", payment))["receipt_id"].asText()
}

private fun control(method: String, path: String, body: String): String {
    val request = HttpRequest.newBuilder(URI(url + path)).method(method, HttpRequest.BodyPublishers.ofString(body))
    val response = HttpClient.newHttpClient().send(request.header("content-type", "application/json").build(), HttpResponse.BodyHandlers.ofString())
    check(response.statusCode() == 200) { response.body() }
    return response.body()
}

private fun same(expected: Any?, found: Any?) = check(expected == found) { "expected $expected, found $found" }
