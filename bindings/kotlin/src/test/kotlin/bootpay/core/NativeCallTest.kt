package bootpay.core

import bootpay.emulator.Emulator
import com.sun.jna.Memory
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** What a call of the native library costs. */
class NativeCallTest {
    @Test
    fun `a call makes none of JNA's blocks of native memory`() {
        val receipt = emulator.pay(1_000)["receipt_id"].asString
        val bootpay = BlockingBootpay(emulator.credentials(), emulator.options())
        val client = Bootpay(emulator.credentials(), emulator.options())
        val look = {
            assertEquals(receipt, bootpay.payments().get(GetReceipt(receipt)).receiptId)
            assertEquals(receipt, runBlocking { client.payments().get(GetReceipt(receipt)) }.receiptId)
            assertThrows<BootpayException.Rejected> { bootpay.payments().get(GetReceipt("none")) }
        }
        repeat(10) { look() }
        val before = blocks()
        repeat(100) { look() }
        val made = blocks() - before
        assertTrue(made < 10, "$made blocks of 300 calls")
    }

    @Test
    fun `calls at once have words of their own`() = runBlocking {
        val client = Bootpay(emulator.credentials(), emulator.options())
        val prices = (1L..40).map { it * 1_000 }
        val receipts = prices.map { emulator.pay(it)["receipt_id"].asString }
        repeat(5) {
            val paid = receipts.map { receipt -> async { client.payments().get(GetReceipt(receipt)).price } }.awaitAll()
            assertEquals(prices, paid)
        }
    }

    /** Blocks of native memory that JNA keeps account of. */
    private fun blocks(): Int {
        val kept = Memory::class.java.getDeclaredField("allocatedMemory").apply { isAccessible = true }
        return (kept.get(null) as Map<*, *>).size
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
