package bootpay.window

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

class InputTest {
    @Test
    fun `text that is not Unicode is refused by its field`() {
        val error = assertThrows<WindowException.Invalid> { PaymentWindow.parse(ParseMessage("done", "cut \ud83d")) }
        assertEquals("message", error.field)
        assertTrue("Unicode" in error.rule, error.rule)
    }

    @Test
    fun `what is secret or personal is not printed`() {
        val payment = WindowPayment(
            1000, "tea", "o-1", clientKey = "ck", user = User(username = "Kim-marker"), userToken = "token-marker",
        )
        assertFalse("marker" in "$payment", "$payment")
        assertTrue("userToken=•••" in "$payment", "$payment")
    }

    @Test
    fun `a builder makes the same`() {
        val built = WindowPayment.builder().price(1000).orderName("tea").orderId("o-1").clientKey("ck").build()
        assertEquals(WindowPayment(1000, "tea", "o-1", clientKey = "ck"), built)
        assertEquals("price", assertThrows<WindowException.Invalid> { WindowPayment.builder().build() }.field)
    }
}
