package bootpay.core

import bootpay.emulator.Emulator
import com.google.gson.JsonObject
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertArrayEquals
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotNull
import org.junit.jupiter.api.Assertions.assertSame
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import java.io.ByteArrayInputStream
import java.io.ByteArrayOutputStream
import java.io.ObjectInputStream
import java.io.ObjectOutputStream
import java.io.Serializable
import java.time.Instant
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.full.declaredMemberProperties
import kotlin.reflect.full.isSubclassOf
import kotlin.reflect.full.primaryConstructor

/** Exceptions are serializable: job queues, remote calls and test runners hand them on as bytes. */
class ExceptionTest {
    @BeforeEach
    fun clear() {
        emulator.control("DELETE", "/emulator/faults")
    }

    private fun written(value: Any) = ByteArrayOutputStream().also { ObjectOutputStream(it).writeObject(value) }.toByteArray()

    private fun <T : Throwable> T.again(): T {
        val copy = ObjectInputStream(ByteArrayInputStream(written(this))).readObject()
        assertSame(javaClass, copy.javaClass)
        @Suppress("UNCHECKED_CAST")
        return (copy as T).also {
            assertEquals(message, it.message)
            assertArrayEquals(stackTrace, it.stackTrace)
        }
    }

    @Test
    fun `an unknown outcome keeps its attempt, which can be resolved`() = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        emulator.control("POST", "/emulator/faults", """{"method": "POST", "path": "/v2/cancel", "kind": "reset", "when": "after"}""")
        emulator.client().use { bootpay ->
            val unknown = assertThrows<BootpayException.OutcomeUnknown> { bootpay.payments().cancelFull(CancelFull(id)) }
            val copy = unknown.again()
            assertEquals(unknown.info, copy.info)
            val attempt = assertNotNull(copy.info.attempt).let { copy.info.attempt!! }
            assertEquals(id, attempt.receiptId)
            assertEquals(ResolvedOutcome.DONE, bootpay.attempts().resolve(ResolveAttempt(attempt.serialized)).outcome)
        }
    }

    @Test
    fun `a refusal keeps its explanation`() {
        emulator.client().use { bootpay ->
            val refused = assertThrows<BootpayException.Rejected> { runBlocking { bootpay.payments().get(GetReceipt("none")) } }
            assertNotNull(refused.info.explanation)
            assertEquals(refused.info, refused.again().info)
        }
    }

    @Test
    fun `every kind of exception keeps every field`() {
        val kinds = BootpayException::class.sealedSubclasses
        assertTrue(kinds.size >= 8, "$kinds")
        val info = filled(ErrorInfo::class) as ErrorInfo
        assertNotNull(info.attempt)
        for (kind in kinds) {
            val exception = kind.primaryConstructor!!.call(info)
            exception.initCause(IllegalStateException("a cause"))
            exception.addSuppressed(StoreException.Failed("no space is left"))
            val copy = exception.again()
            assertEquals(info, copy.info)
            assertEquals("a cause", copy.cause?.message)
            assertEquals("reason=no space is left", copy.suppressed.single().message)
        }
    }

    /** An object with a value in every field. */
    private fun filled(type: KClass<*>): Any {
        val constructor = type.primaryConstructor!!
        return constructor.callBy(constructor.parameters.associateWith { filled(it.type) })
    }

    private fun filled(type: KType): Any = when (val kind = type.classifier as KClass<*>) {
        String::class -> "text"
        Boolean::class -> true
        Long::class -> 7L
        Instant::class -> Instant.ofEpochSecond(1_800_000_000, 123_000_000)
        List::class -> listOf(filled(type.arguments.single().type!!))
        else -> when {
            kind.java.isEnum -> kind.java.enumConstants.last()
            kind.isSealed -> kind.sealedSubclasses.firstNotNullOf { it.objectInstance }
            else -> filled(kind)
        }
    }

    @Test
    fun `all that the details may hold is serializable`() {
        val seen = mutableSetOf<KClass<*>>()
        fun walk(type: KType) {
            type.arguments.forEach { argument -> argument.type?.let(::walk) }
            val kind = type.classifier as? KClass<*> ?: return
            if (!seen.add(kind)) return
            assertTrue(kind == List::class || kind.java.isPrimitive || kind.isSubclassOf(Serializable::class), "$kind")
            assertFalse(kind == Secret::class, "a secret would be written")
            if (kind.java.name.startsWith("bootpay.core")) {
                (kind.sealedSubclasses + kind).forEach { part -> part.declaredMemberProperties.forEach { walk(it.returnType) } }
            }
        }
        ErrorInfo::class.declaredMemberProperties.forEach { walk(it.returnType) }
        assertTrue(seen.containsAll(listOf(Attempt::class, Explanation::class)), "$seen")
    }

    @Test
    fun `no secret is written`() {
        val keys = """{"client_key": "MARKER-1", "secret_key": "MARKER-2", "application_id": "MARKER-3", "private_key": "MARKER-4"}"""
        val merchant: JsonObject = emulator.control("POST", "/emulator/merchants", keys).asJsonObject
        Bootpay(emulator.credentials(merchant), emulator.options()).use { bootpay ->
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/cancel", "status": {"status": 502, "body": "MARKER-2 110222333444"}}""")
            val request = CancelFull("r", refund = Refund(Secret("110222333444"), "홍길동", Bank.Kookmin))
            val unknown = assertThrows<BootpayException.OutcomeUnknown> { runBlocking { bootpay.payments().cancelFull(request) } }
            val text = String(written(unknown), Charsets.ISO_8859_1)
            assertTrue("payments.cancel_full" in text)
            assertFalse(Regex("MARKER|110222333444").containsMatchIn(text), text)
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
