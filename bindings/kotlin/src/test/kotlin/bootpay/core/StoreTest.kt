package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.ConcurrentHashMap

/** Attempts that are kept: in a file, and by a shop's own object. */
class StoreTest {
    /** What a shop would do with its database. */
    private class Shelf : AttemptStore {
        val rows = ConcurrentHashMap<String, AttemptRow>()
        val due = ConcurrentHashMap<String, Long>()
        var fails: Exception? = null

        override fun put(row: AttemptRow) {
            fails?.let { throw it }
            due[row.id] = after(row.dueInMs)
            rows[row.id] = row
        }

        override fun insert(row: AttemptRow): Boolean {
            if (rows.containsKey(row.id)) return false
            put(row)
            return true
        }

        override fun claim(claim: AttemptClaim): String? {
            val row = rows.values.firstOrNull {
                it.owner == claim.owner && due.getValue(it.id) <= after(0) && (claim.answered || !it.answered)
            } ?: return null
            due[row.id] = after(claim.leaseMs)
            return row.record
        }

        /** By a clock that nobody can set. */
        private fun after(millis: Long) = System.nanoTime() / 1_000_000 + millis

        override fun ofPayment(payment: String) = rows.values.filter { it.payment == payment }.map { it.record }

        override fun remove(id: String) {
            rows.remove(id)
        }
    }

    @BeforeEach
    fun clear() {
        emulator.clear()
    }

    private fun client(options: ClientOptions) = Bootpay(emulator.credentials(), options)

    private fun recovered(options: ClientOptions) = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        emulator.control("POST", "/emulator/faults", """{"method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after"}""")
        client(options).use { earlier ->
            assertThrows<BootpayException.OutcomeUnknown> { earlier.payments().cancelPartial(CancelPartial(id, 300, "c-1")) }
        }
        client(options).use { later ->
            val resolution = later.attempts().recover(RecoverAttempts()).single()
            assertEquals(ResolvedOutcome.DONE, resolution.outcome)
            assertEquals(300, resolution.receipt?.cancelledPrice)
            assertTrue(later.attempts().recover(RecoverAttempts()).isEmpty())
        }
        id
    }

    @Test
    fun `a later client finds in a file what an earlier one was not told`(@TempDir folder: Path) {
        recovered(emulator.options().copy(attemptsFile = folder.resolve("attempts").toString()))
    }

    @Test
    fun `a later client finds with the shop what an earlier one was not told`() {
        val shelf = Shelf()
        val id = recovered(emulator.options().copy(attemptStore = shelf, quietPeriod = Duration.ofMillis(300)))
        val row = shelf.rows.values.single()
        assertTrue(row.answered && row.payment == id && row.forgetInMs != null)
    }

    @Test
    fun `nothing leaves that the shop could not keep`() = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        val shelf = Shelf()
        client(emulator.options().copy(attemptStore = shelf)).use { bootpay ->
            for (failure in listOf(StoreException.Failed("no space is left"), IllegalStateException("a mistake"))) {
                shelf.fails = failure
                val error = assertThrows<BootpayException.NotSent> { bootpay.payments().cancelFull(CancelFull(id)) }
                assertTrue(listOf("no space is left", "a mistake").any { it in error.info.detail }, error.info.detail)
            }
            // The payment is read before; its cancel is not asked for.
            assertFalse("/v2/cancel" in "${emulator.control("GET", "/emulator/requests")}")
            shelf.fails = null
            assertEquals(1000, bootpay.payments().cancelFull(CancelFull(id)).cancelledPrice)
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
