package bootpay.core

import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime

/** Input that is none in Rust is refused by its field's name, whatever a type of Kotlin can hold. */
class InputTest {
    @BeforeEach
    fun clear() {
        emulator.control("DELETE", "/emulator/requests")
    }

    private fun refused(call: suspend (Bootpay) -> Any?) = emulator.client().use { bootpay ->
        val error = assertThrows<BootpayException.Invalid> { runBlocking { call(bootpay) } }
        assertEquals(0, emulator.control("GET", "/emulator/requests").asJsonArray.size())
        assertEquals(Repeat.NEVER, error.info.repeat)
        error.info.field
    }

    private val dates = listOf(
        Instant.MAX, Instant.MIN, Instant.ofEpochSecond(Long.MAX_VALUE / 1000), Instant.parse("+10000-01-01T00:00:00Z"),
        OffsetDateTime.MAX.toInstant(), Instant.parse("-0001-01-01T00:00:00Z"),
    )

    @Test
    fun `a date of another era is refused`() {
        for (date in dates) {
            val reservation = CreateReservation("k-1", orderName = "Tea", orderId = "o-1", price = 1000, reserveExecuteAt = date)
            assertEquals("reserve_execute_at", refused { it.reservations().create(reservation) }, "$date")
        }
    }

    @Test
    fun `text that is no JSON is refused`() {
        for (text in listOf("not json", "", "{", "{} {}", "NaN", "\u0000", "[".repeat(100_000))) {
            val request = CancelPartial("r", 100, "c-1", metadata = text)
            assertEquals("metadata", refused { it.payments().cancelPartial(request) }, text.take(10))
        }
    }

    @Test
    fun `an amount out of range is refused`() {
        for (price in listOf(Long.MIN_VALUE, -1, 0, (1L shl 53) + 1, Long.MAX_VALUE)) {
            assertEquals("cancel_price", refused { it.payments().cancelPartial(CancelPartial("r", price, "c-1")) }, "$price")
            assertEquals("price", refused { it.payments().confirm(ConfirmPayment("r", "o-1", price)) }, "$price")
        }
    }

    @Test
    fun `a timeout out of range is refused`() {
        for (timeout in listOf(Duration.ofSeconds(Long.MIN_VALUE), Duration.ofNanos(-1), Duration.ZERO, Duration.ofDays(2), Duration.ofSeconds(Long.MAX_VALUE, 999_999_999))) {
            assertEquals("timeout", refused { it.payments().get(GetReceipt("r"), CallOptions(timeout = timeout)) }, "$timeout")
            val options = emulator.options().copy(timeout = timeout)
            val error = assertThrows<BootpayException.Invalid> { Bootpay(emulator.credentials(), options) }
            assertEquals("timeout", error.info.field, "$timeout")
        }
    }

    @Test
    fun `details with any date can be printed`() {
        for (date in dates) {
            val attempt = Attempt("a-1", "payments.cancel_full", "m-1", Mode.LIVE, sentAt = date, outcome = AttemptOutcome.UNKNOWN, serialized = "")
            val info = ErrorInfo(ErrorKind.OUTCOME_UNKNOWN, Repeat.AFTER_RESOLVE, "lost", endpoint = "payments.cancel_full", attempt = attempt)
            assertTrue("payments.cancel_full" in "$info", "$info")
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
