package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.util.concurrent.CopyOnWriteArrayList

/** One event for each call, for whoever listens. */
class EventsTest {
    private val events = CopyOnWriteArrayList<CallEvent>()

    private fun one() = events.single().also { events.clear() }

    @Test
    fun `each call sends its event to the listener`() {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        Bootpay(emulator.credentials(), emulator.options(), listener = { events.add(it) }).use { bootpay ->
            runBlocking { bootpay.payments().get(GetReceipt(id)) }
            one().run {
                assertEquals(listOf<Any?>("payments.get", CallEffect.READ, CallOutcome.DONE), listOf(endpoint, effect, outcome))
                assertEquals(listOf<Any?>(200L, 1L, null, null, false), listOf(status, tries, code, attemptId, connectionReused))
            }
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/cancel", "kind": "reset", "when": "after"}""")
            val unknown = assertThrows<BootpayException.OutcomeUnknown> { runBlocking { bootpay.payments().cancelFull(CancelFull(id)) } }
            one().run {
                assertEquals(listOf<Any?>(CallEffect.MONEY, CallOutcome.UNKNOWN), listOf(effect, outcome))
                assertEquals(unknown.info.attempt?.id, attemptId)
            }
            assertTrue(unknown.message!!.endsWith("(receipt $id, attempt ${unknown.info.attempt?.id})"), unknown.message)
        }
    }

    @Test
    fun `a blocking client has them too, and a defect of the listener is none of the call`() {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        val listener = CallListener {
            events.add(it)
            error("a listener's defect")
        }
        BlockingBootpay(emulator.credentials(), emulator.options(), listener).use { bootpay ->
            bootpay.payments().get(GetReceipt(id))
            assertThrows<BootpayException.Rejected> { bootpay.payments().get(GetReceipt("6712ab34c0de5f0012a4b9ff")) }
        }
        assertEquals(listOf(CallOutcome.DONE, CallOutcome.FAILED), events.map { it.outcome })
        assertEquals(listOf(null, "RC_NOT_FOUND"), events.map { it.code })
    }

    companion object {
        private val emulator = Emulator()

        @AfterAll
        @JvmStatic
        fun stop() = emulator.close()
    }
}
