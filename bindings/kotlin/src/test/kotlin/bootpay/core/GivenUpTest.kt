package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.EnumSource
import kotlin.random.Random
import kotlin.time.Duration
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.measureTime

/** Calls whose coroutine is cancelled, at any moment. */
class GivenUpTest {
    @BeforeEach
    fun clear() {
        emulator.clear()
    }

    /** Gives a call up after a while: what its caller got, if anything. */
    enum class Way(val attempt: suspend CoroutineScope.(after: Duration, call: suspend () -> Receipt) -> Receipt?) {
        LAUNCH({ after, call ->
            var returned: Receipt? = null
            val job = launch { returned = call() }
            pass(after)
            job.cancelAndJoin()
            returned
        }),
        ASYNC({ after, call ->
            val deferred = async { call() }
            pass(after)
            deferred.cancelAndJoin()
            if (deferred.isCancelled) null else deferred.await()
        }),
        TIMEOUT({ after, call -> withTimeoutOrNull(after) { call() } }),
    }

    @ParameterizedTest
    @EnumSource
    fun `a cancel that is given up at any moment is returned or remembered`(way: Way) = runBlocking(Dispatchers.Default) {
        val random = Random(4)
        var (returned, kept) = listOf(0, 0)
        emulator.client().use { bootpay ->
            suspend fun round(after: Duration) {
                val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
                val outcome = way.attempt(this, after) { bootpay.payments().cancelFull(CancelFull(id)) }
                val left = bootpay.attempts().unresolved().singleOrNull()
                while (bootpay.attempts().unresolved().any { it.outcome == AttemptOutcome.PENDING }) delay(1)
                val moved = bootpay.payments().get(GetReceipt(id)).cancelledPrice == 1000L
                assertFalse(moved && outcome == null && left == null, "lost, given up after $after")
                assertFalse(!moved && outcome != null, "invented, given up after $after")
                if (outcome != null) returned++
                if (left?.outcome == AttemptOutcome.DONE) kept++
                bootpay.attempts().unresolved().forEach { bootpay.attempts().acknowledge(it.id) }
            }
            var usual = 10.milliseconds
            repeat(100) { number ->
                // Now and then in peace, to know when the answer comes: the others are given up then.
                if (number % 10 == 0) usual = measureTime { round(1.seconds) }.coerceAtMost(20.milliseconds)
                round(usual * random.nextDouble(0.1, 0.9))
            }
        }
        println("$way: $returned returned, $kept were done already when they were given up")
        assertTrue(returned in 8..109, "all ended alike: $returned")
    }

    @Test
    fun `a billing key that is being deleted is remembered, too`() = runBlocking {
        val key = emulator.control("POST", "/emulator/billing-keys", "{}").asJsonObject["billing_key"].asString
        emulator.client().use { bootpay ->
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/subscribe/billing_key", "kind": "stall", "seconds": 1}""")
            assertNull(withTimeoutOrNull(300.milliseconds) { bootpay.billing().delete(DeleteBillingKey(key)) })
            assertEquals(key, bootpay.attempts().unresolved().single().billingKey)
            while (bootpay.attempts().unresolved().single().outcome == AttemptOutcome.PENDING) delay(20)
            assertEquals(AttemptOutcome.DONE, bootpay.attempts().unresolved().single().outcome)
        }
    }

    companion object {
        private val emulator = Emulator()

        /** Not `delay`, whose clock is too coarse. */
        private fun pass(duration: Duration) {
            val until = System.nanoTime() + duration.inWholeNanoseconds
            while (System.nanoTime() < until) Thread.onSpinWait()
        }

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
