package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestInstance
import org.junit.jupiter.api.assertThrows

/** Webhooks received by a merchant's server, with blocking calls and with suspending ones. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WebhookReceiverTest {
    private val emulator = Emulator()

    @AfterAll
    fun stop() = emulator.close()

    private val headers = mapOf("content-type" to listOf("application/json"))

    private fun paid(): String = emulator.pay(15_000, state = "paid")["receipt_id"].asString

    private fun body(receiptId: String) =
        """{"webhook_type": "PAYMENT_COMPLETED", "receipt_id": "$receiptId", "order_id": "o-1", "price": 15000, "status": 1}""".toByteArray()

    /** Both receivers, with the same work. */
    private fun receivers(
        order: (WebhookNotice) -> WebhookReceiver.Order?,
        work: (WebhookDelivery) -> Unit,
        report: (WebhookNotice, WebhookDelivery) -> Unit,
    ): List<(ByteArray, String) -> WebhookResponse> {
        val blocking = WebhookReceiver(BlockingBootpay(emulator.credentials(), emulator.options()), order, work, report)
        val suspending = SuspendingWebhookReceiver(
            emulator.client(), order = { order(it) }, work = { work(it) }, report = { notice, delivery -> report(notice, delivery) },
        )
        return listOf(
            { body, source -> blocking.receive(headers, body, source) },
            { body, source -> runBlocking { suspending.receive(headers, body, source) } },
        )
    }

    @Test
    fun `each change is handled once, and again where the work failed`() {
        val shipped = mutableListOf<String>()
        val reported = mutableListOf<WebhookOutcome>()
        var failing = true
        val all = receivers(
            order = { notice -> notice.orderId?.let { WebhookReceiver.Order(it, 15_000) } },
            work = { delivery ->
                check(!failing) { "the database is away" }
                shipped += delivery.payment()!!.receiptId()
            },
            report = { _, delivery -> reported += delivery.outcome() },
        )
        for (receive in all) {
            val id = paid()
            failing = true
            assertEquals("the database is away", assertThrows<IllegalStateException> { receive(body(id), "127.0.0.1") }.message)
            failing = false
            assertEquals(WebhookResponse(200, "application/json", """{"success":true}"""), receive(body(id), "127.0.0.1"))
            assertEquals(200, receive(body(id), "127.0.0.1").status)
            assertEquals(1, shipped.count { it == id })
            assertEquals(listOf(WebhookOutcome.DUPLICATE), reported)
            reported.clear()
        }
    }

    @Test
    fun `strangers and what is no webhook are turned away`() {
        val all = receivers(order = { null }, work = { error("no work") }, report = { _, _ -> })
        for (receive in all) {
            assertEquals(403, receive(body(paid()), "203.0.113.9").status)
            assertEquals(400, receive("[]".toByteArray(), "127.0.0.1").status)
            assertEquals(200, receive(body(paid()), "127.0.0.1").status)
        }
    }

    @Test
    fun `a notice prints no body`() {
        emulator.client().use { bootpay ->
            val notice = bootpay.webhooks().parse(ParseWebhook(headers, body("r-1")))
            assertEquals(WebhookKind.Paid, notice.kind)
            assertTrue("r-1" in "$notice" && notice.serialized !in "$notice", "$notice")
            assertTrue("PAYMENT" !in "${ParseWebhook(headers, body("r-1"))}")
        }
    }
}
