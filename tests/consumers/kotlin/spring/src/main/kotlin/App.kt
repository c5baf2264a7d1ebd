// A merchant's server on Spring Boot: responses as bodies, a transaction that a failed refund rolls back, and webhooks.

package shop

import bootpay.core.BlockingBootpay
import bootpay.core.Bootpay
import bootpay.core.BootpayException
import bootpay.core.CancelFull
import bootpay.core.ClientOptions
import bootpay.core.ConfirmPayment
import bootpay.core.Credentials
import bootpay.core.GetReceipt
import bootpay.core.Receipt
import bootpay.core.VerifiedPayment
import bootpay.core.WebhookReceiver
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import jakarta.servlet.http.HttpServletRequest
import org.springframework.boot.autoconfigure.SpringBootApplication
import org.springframework.boot.runApplication
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext
import org.springframework.context.annotation.Bean
import org.springframework.http.HttpStatus
import org.springframework.http.MediaType
import org.springframework.http.ResponseEntity
import org.springframework.jdbc.core.JdbcTemplate
import org.springframework.stereotype.Service
import org.springframework.transaction.annotation.Transactional
import org.springframework.web.bind.annotation.ExceptionHandler
import org.springframework.web.bind.annotation.GetMapping
import org.springframework.web.bind.annotation.PathVariable
import org.springframework.web.bind.annotation.PostMapping
import org.springframework.web.bind.annotation.RestController
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

private val json = ObjectMapper()
private val emulator = System.getenv("BOOTPAY_EMULATOR_URL")
private val merchant = json.readTree(System.getenv("BOOTPAY_MERCHANT"))

@SpringBootApplication
class App {
    private val keys = Credentials(clientKey = merchant["client_key"].asText(), secretKey = merchant["secret_key"].asText())

    @Bean
    fun bootpay() = Bootpay(keys, ClientOptions(baseUrl = emulator))

    @Bean
    fun blocking() = BlockingBootpay(keys, ClientOptions(baseUrl = emulator))
}

@Service
class Refunds(private val database: JdbcTemplate, private val bootpay: BlockingBootpay) {
    @Transactional
    fun refund(receiptId: String): Receipt {
        database.update("INSERT INTO refunds (receipt_id) VALUES (?)", receiptId)
        return bootpay.payments().cancelFull(CancelFull(receiptId))
    }
}

@RestController
class Payments(private val bootpay: Bootpay, private val refunds: Refunds) {
    @GetMapping("/payments/{id}")
    suspend fun get(@PathVariable id: String): Receipt = bootpay.payments().get(GetReceipt(id))

    @PostMapping("/payments/{id}/{orderId}")
    suspend fun confirm(@PathVariable id: String, @PathVariable orderId: String): VerifiedPayment =
        bootpay.payments().confirm(ConfirmPayment(id, orderId, price = 15_000))

    @PostMapping("/refunds/{id}")
    fun refund(@PathVariable id: String): Receipt = refunds.refund(id)

    @ExceptionHandler
    fun refused(rejected: BootpayException.Rejected): ResponseEntity<Any> = ResponseEntity.status(HttpStatus.CONFLICT).body(rejected.info)
}

@RestController
class Webhooks(private val database: JdbcTemplate, blocking: BlockingBootpay) {
    private val receiver = WebhookReceiver(
        blocking,
        order = { notice ->
            database.queryForList("SELECT id, price FROM orders WHERE id = ?", notice.orderId).singleOrNull()
                ?.let { WebhookReceiver.Order(it["id"] as String, (it["price"] as Number).toLong()) }
        },
        work = { delivery ->
            delivery.payment()?.let {
                database.update("UPDATE orders SET state = 'paid' WHERE id = ? AND state = 'pending'", it.orderId())
            }
            delivery.refunded()?.let {
                database.update("UPDATE orders SET refunded = ? WHERE id = ?", it.cancelledPrice(), it.orderId())
            }
        },
    )

    /** The raw body, of which Spring has read nothing: no `@RequestBody`, which a form does not have, and no parameter. */
    @PostMapping("/bootpay/webhook")
    fun webhook(request: HttpServletRequest): ResponseEntity<String> {
        val headers = request.headerNames.asSequence().associateWith { request.getHeaders(it).toList() }
        val body = request.inputStream.readNBytes(1 + (1 shl 20))
        val response = receiver.receive(headers, body, request.remoteAddr)
        val type = MediaType.parseMediaType(response.contentType)
        return ResponseEntity.status(response.status.toInt()).contentType(type).body(response.body)
    }
}

fun main() {
    val context = runApplication<App>("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=error")
    val database = context.getBean(JdbcTemplate::class.java)
    database.execute("CREATE TABLE refunds (receipt_id VARCHAR(64))")
    val here = "http://localhost:${(context as ServletWebServerApplicationContext).webServer.port}"
    val payment = """{"order_id": "o-1", "order_name": "Tea", "price": 15000, "merchant": ${merchant["id"]}}"""
    val id = call("POST", "$emulator/emulator/payments", payment).second["receipt_id"].asText()

    same(200 to "waiting_confirm", call("GET", "$here/payments/$id").let { (status, body) -> status to body["status"].asText() })
    same(200 to "paid", call("POST", "$here/payments/$id/o-1").let { (status, body) -> status to body["receipt"]["status"].asText() })
    same(200 to 15_000, call("POST", "$here/refunds/$id").let { (status, body) -> status to body["cancelled_price"].asInt() })
    val (status, refused) = call("POST", "$here/refunds/$id")
    same(listOf(409, "rejected", "RC_ALREADY_CANCELLED"), listOf(status, refused["kind"].asText(), refused["code"].asText()))
    same(1, database.queryForObject("SELECT count(*) FROM refunds", Int::class.java))
    webhooks(here, database)
    context.close()
}

/** What Bootpay sends of both generations, and what anybody may. */
private fun webhooks(here: String, database: JdbcTemplate) {
    database.execute("CREATE TABLE orders (id VARCHAR(64), price BIGINT, state VARCHAR(16), refunded BIGINT)")
    database.update("INSERT INTO orders VALUES ('o-2', 15000, 'pending', 0)")
    val to = """{"webhook": {"url": "$here/bootpay/webhook"}, "feedback": {"web": {"url": "$here/bootpay/webhook", "format": "form"}}}"""
    call("PATCH", "$emulator/emulator/projects/default", """{"notifications": $to}""")
    val payment = """{"order_id": "o-2", "order_name": "Tea", "price": 15000, "state": "paid", "platform": "web"}"""
    val id = call("POST", "$emulator/emulator/payments", payment).second["receipt_id"].asText()
    fun acknowledged() = call("GET", "$emulator/emulator/webhooks").second.map { it["acknowledged"].asBoolean() }
    fun order() = database.queryForMap("SELECT state, refunded FROM orders").values.map { "$it" }
    same(listOf(true, true), acknowledged())
    same(listOf("paid", "0"), order())
    call("POST", "$emulator/emulator/payments/$id/cancel", """{"cancel_price": 5000}""")
    same(listOf(true, true, true, true), acknowledged())
    same(listOf("paid", "5000"), order())
    val forged = """{"receipt_id": "$id", "order_id": "o-2", "status": 20, "cancelled_price": 15000, "webhook_type": "PAYMENT_CANCELLED"}"""
    same(503, call("POST", "$here/bootpay/webhook", forged).first)
    same(listOf("paid", "5000"), order())
    same(400, HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI("$here/bootpay/webhook")).POST(HttpRequest.BodyPublishers.ofString("no webhook")).build(),
        HttpResponse.BodyHandlers.ofString(),
    ).statusCode())
}

private fun call(method: String, url: String, body: String = ""): Pair<Int, JsonNode> {
    val request = HttpRequest.newBuilder(URI(url)).method(method, HttpRequest.BodyPublishers.ofString(body))
    val response = HttpClient.newHttpClient().send(request.header("content-type", "application/json").build(), HttpResponse.BodyHandlers.ofString())
    return response.statusCode() to json.readTree(response.body())
}

private fun same(expected: Any?, found: Any?) = check(expected == found) { "expected $expected, found $found" }
