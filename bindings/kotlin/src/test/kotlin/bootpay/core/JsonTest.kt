package bootpay.core

import bootpay.emulator.Emulator
import com.fasterxml.jackson.databind.DeserializationFeature
import com.fasterxml.jackson.databind.JsonNode
import com.fasterxml.jackson.databind.ObjectMapper
import com.google.gson.Gson
import com.google.gson.JsonParseException
import kotlinx.coroutines.runBlocking
import kotlinx.serialization.json.Json
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import kotlin.reflect.KClass

/** Responses and enum values as JSON, by libraries that know nothing of them. */
class JsonTest {
    private val jackson = ObjectMapper()
    private val exact = ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)

    @Test
    fun `a response is written with the API's names and values`() {
        val metadata = """{"note": "글 \"🍵\" \u00e9\n", "list": [1, -2.50, 1e3, 123456789012345678901234567890, true, null, {}]}"""
        val payment = """{"price": 1000, "order_id": "o-1", "state": "paid", "metadata": $metadata}"""
        val id = emulator.control("POST", "/emulator/payments", payment).asJsonObject["receipt_id"].asString
        val receipt = emulator.client().use { runBlocking { it.payments().get(GetReceipt(id)) } }
        val json = jackson.valueToTree<JsonNode>(receipt)
        assertEquals(listOf(id, "paid", "1"), listOf(json["receipt_id"], json["status"], json["status_code"]).map(JsonNode::asText))
        assertEquals("${exact.readTree(receipt.metadata)}", "${json["metadata"]}")
        assertTrue(Regex("""\d{4}-\d\d-\d\dT.*\+09:00""").matches(json["purchased_at"].asText()), "$json")
        assertFalse(json.has("raw") || json.has("cancelled_at"), "$json")
        val numbers = exact.readTree(Gson().toJson(receipt))
        assertEquals("$json", "$numbers")
        val element = Json.encodeToString(bootpay.core.serialization.ReceiptSerializer, receipt)
        assertEquals("$json", "${exact.readTree(element)}")
        assertEquals(json, jackson.valueToTree<JsonNode>(receipt.toMap()))
    }

    @Test
    fun `numbers keep their digits`() {
        val numbers = json("[123456789012345678901234567890, 9007199254740993, -0.10]") as List<*>
        assertEquals(listOf("123456789012345678901234567890", "9007199254740993", "-0.10"), numbers.map { "$it" })
    }

    @Test
    fun `every enum value is its text in both directions`() {
        val enums = Enums.all
        assertTrue(enums.size > 15, "$enums")
        for (type in enums) {
            val values = if (type.java.isEnum) type.java.enumConstants.toList() else type.sealedSubclasses.mapNotNull { it.objectInstance }
            assertTrue(values.isNotEmpty(), "$type")
            for (value in values) {
                val symbol = type.java.getMethod("symbol").invoke(value)
                assertEquals("\"$symbol\"", jackson.writeValueAsString(value), "$value")
                assertEquals("\"$symbol\"", Gson().toJson(value), "$value")
                assertSame(value, jackson.readValue("\"$symbol\"", type.java))
                assertSame(value, Gson().fromJson("\"$symbol\"", type.java))
            }
        }
        assertEquals(Status.Unknown("new"), jackson.readValue("\"new\"", Status::class.java))
        assertEquals("\"new\"", Gson().toJson(Status.Unknown("new")))
        assertThrows<Exception> { jackson.readValue("\"new\"", Mode::class.java) }
        assertThrows<JsonParseException> { Gson().fromJson("\"new\"", Mode::class.java) }
    }

    private object Enums {
        val all: List<KClass<*>> = listOf(
            Status::class, Method::class, Pg::class, ReserveStatus::class, EscrowStatus::class, Bank::class, CardCompany::class,
            Courier::class, Gender::class, Carrier::class, AuthenticateType::class, AuthType::class, CashReceiptType::class,
            ContentType::class, InviteType::class, ErrorKind::class, Repeat::class, ErrorCategory::class, Fault::class,
            CallAgain::class, AttemptOutcome::class, ResolvedOutcome::class, Mode::class,
        )
    }

    @Test
    fun `a secret is not written`() {
        val refund = Refund(Secret("110222333444"), "Kim", Bank.Kookmin)
        for (text in listOf(jackson.writeValueAsString(refund), Gson().toJson(refund))) assertFalse("110222333444" in text, text)
    }

    @Test
    fun `the means of the generated code are not seen`() {
        val folder = java.io.File(Bootpay::class.java.protectionDomain.codeSource.location.toURI())
        val names = folder.walk().filter { it.extension == "class" && '$' !in it.name }.map { it.nameWithoutExtension }
        val seen = names.filter { "FfiConverter" in it }.map { Class.forName("bootpay.core.$it", false, javaClass.classLoader) }
        assertTrue(seen.count() > 100)
        assertEquals(emptyList<Class<*>>(), seen.filter { java.lang.reflect.Modifier.isPublic(it.modifiers) }.toList())
        val shown = listOf(Bootpay::class, Payments::class, Receipt::class, BootpayException::class)
            .flatMap { it.members }.filter { it.visibility == kotlin.reflect.KVisibility.PUBLIC }.map { it.name }
        assertEquals(emptyList<String>(), shown.filter { "uniffi" in it.lowercase() || "handle" in it.lowercase() })
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
