package bootpay.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Duration

/** The emulator's helpers: projects, activation, webhooks, the clock, settlement and ledgers. */
class EmulatorTest {
    private val payment = RequestPayment(price = 1000, orderName = "Tea", orderId = "o-1", pg = Pg.Kcp, method = Method.Card)

    @Test
    fun `a project takes what is activated in it`() {
        val project = emulator.project("""{"merchant": "Tea house"}""")
        Bootpay(emulator.credentials(project.fields), emulator.options()).use { bootpay ->
            val refused = assertThrows<BootpayException.Rejected> { runBlocking { bootpay.payments().request(payment) } }
            assertEquals("EMULATOR_METHOD_NOT_ACTIVE", refused.info.code)
            assertEquals(0, project.activate("kcp", "card").size())
            runBlocking { bootpay.payments().request(payment) }
        }
    }

    @Test
    fun `a live payment is settled and in the ledger`() {
        val project = emulator.project()
        project.activate("kcp", "card", live = true, settings = """{"site_cd": "A1234"}""")
        emulator.control("POST", "/emulator/payments", """{"merchant": "${project.id}", "pg": "kcp", "state": "paid"}""")
        emulator.clock.advance(days = 7)
        assertEquals(listOf("approval"), project.pgLedger("kcp").map { it.asJsonObject["kind"].asString })
        assertEquals(1, project.settlement()["rows"].asJsonArray.size())
        assertEquals(0, emulator.settlement()["rows"].asJsonArray.size() + emulator.pgLedger("kcp").size())
    }

    @Test
    fun `the clock moves when told`() {
        val before = emulator.clock.now()
        emulator.clock.advance(hours = 24, minutes = 1)
        assertEquals(Duration.ofMinutes(24 * 60 + 1), Duration.between(before, emulator.clock.now()))
    }

    @Test
    fun `a set-up is exported and made again`() {
        val project = emulator.project("""{"merchant": "Book store"}""")
        val file = emulator.export()
        Emulator().use { other ->
            assertTrue(other.setUp(file).any { it.id == project.id })
            assertEquals(file, other.export())
            assertEquals(0, other.webhooks().size())
        }
    }

    companion object {
        private val emulator = Emulator().apply { clock.stop() }

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
