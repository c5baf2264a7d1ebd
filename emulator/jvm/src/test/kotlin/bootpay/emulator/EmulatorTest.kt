package bootpay.emulator

import bootpay.core.Bootpay
import bootpay.core.BootpayException
import bootpay.core.CancelFull
import bootpay.core.ConfirmPayment
import bootpay.core.GetReceipt
import bootpay.core.Method
import bootpay.core.Mode
import bootpay.core.Pg
import bootpay.core.RequestPayment
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Duration

/** The emulator's helpers: clients, payments, faults, projects, webhooks, the clock, settlement and ledgers. */
class EmulatorTest {
    private val payment = RequestPayment(price = 1000, orderName = "Tea", orderId = "o-1", pg = Pg.Kcp, method = Method.Card)

    private fun refusal(call: () -> Any?): String? = assertThrows<BootpayException.Rejected> { call() }.info.code

    @Test
    fun `a payment is made for a merchant and its requests are seen`() {
        val other = emulator.newMerchant(mapOf("mode" to "test"))
        assertEquals(Mode.TEST, emulator.options(other).mode)
        val id = emulator.pay(2000, "o-2", fields = mapOf("merchant" to other["id"].asString))["receipt_id"].asString
        emulator.blockingClient(other).use { bootpay ->
            assertEquals(2000, bootpay.payments().confirm(ConfirmPayment(id, "o-2", 2000)).price())
        }
        assertTrue(emulator.requests(other).any { "/v2/confirm" in it.asJsonObject["path"].asString })
        assertEquals(0, emulator.requests(emulator.newMerchant()).size())
        emulator.clear()
        assertEquals(0, emulator.requests().size())
    }

    @Test
    fun `a fault is injected once`() {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        emulator.fault("/v2/cancel", mapOf("status" to mapOf("status" to 400, "body" to mapOf("error_code" to "RC_NOT_FOUND"))))
        emulator.blockingClient().use { bootpay ->
            assertEquals("RC_NOT_FOUND", refusal { bootpay.payments().cancelFull(CancelFull(id)) })
            assertEquals(1000, bootpay.payments().cancelFull(CancelFull(id)).cancelledPrice)
        }
    }

    @Test
    fun `the buyer pays into a virtual account`() {
        val id = emulator.pay(1000, state = "vbank_issued")["receipt_id"].asString
        emulator.buyer(id, "deposit")
        emulator.blockingClient().use { assertEquals("paid", it.payments().get(GetReceipt(id)).status.symbol()) }
    }

    @Test
    fun `controls and clients trust an emulator with TLS`() {
        Emulator("--tls").use { tls ->
            val id = tls.pay(1000)["receipt_id"].asString
            tls.blockingClient().use { assertEquals(1000, it.payments().get(GetReceipt(id)).price) }
        }
    }

    @Test
    fun `a project takes what is activated in it`() {
        val project = emulator.project(mapOf("merchant" to "Tea house"))
        emulator.client(project.fields).use { bootpay ->
            assertEquals("EMULATOR_METHOD_NOT_ACTIVE", refusal { runBlocking { bootpay.payments().request(payment) } })
            assertEquals(0, project.activate("kcp", "card").size())
            assertTrue("card" in "${project.fields["methods"]}")
            runBlocking { bootpay.payments().request(payment) }
        }
    }

    @Test
    fun `a project is registered and changed in the console`() {
        val project = emulator.project()
        project.activate("kcp", "card", mapOf("live" to true, "settings" to mapOf("site_cd" to "A1234")))
        val codes = { project.readiness().map { it.asJsonObject["code"].asString } }
        assertTrue("cancel_address_missing" in codes(), "${codes()}")
        project.register("kcp", cancelAddress = true)
        assertFalse("cancel_address_missing" in codes(), "${codes()}")
        project.change(mapOf("allowed_addresses" to listOf("127.0.0.1")))
        assertEquals("127.0.0.1", project.fields["allowed_addresses"].asJsonArray.single().asString)
    }

    @Test
    fun `a live payment is settled and in the ledger`() {
        val project = emulator.project()
        project.activate("kcp", "card", mapOf("live" to true, "settings" to mapOf("site_cd" to "A1234")))
        emulator.pay(1000, state = "paid", fields = mapOf("merchant" to project.id, "pg" to "kcp"))
        emulator.clock.advance(days = 7)
        assertEquals(listOf("approval"), project.pgLedger("kcp").map { it.asJsonObject["kind"].asString })
        assertEquals(1, project.settlement()["rows"].asJsonArray.size())
    }

    @Test
    fun `the clock moves when told`() {
        val before = emulator.clock.now()
        emulator.clock.advance(hours = 24, minutes = 1)
        assertEquals(Duration.ofMinutes(24 * 60 + 1), Duration.between(before, emulator.clock.now()))
    }

    @Test
    fun `a set-up is exported and made again`() {
        val project = emulator.project(mapOf("merchant" to "Book store"))
        val file = emulator.export()
        Emulator().use { other ->
            assertTrue(other.setUp(file).any { it.id == project.id })
            assertEquals(file, other.export())
            assertEquals(0, other.webhooks().size() + other.settlement()["rows"].asJsonArray.size() + other.pgLedger("kcp").size())
        }
    }

    companion object {
        private val emulator = Emulator().apply { clock.stop() }

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
