package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import scenarios.snakeCase
import java.lang.reflect.InvocationTargetException
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import kotlin.reflect.KClass
import kotlin.reflect.KFunction
import kotlin.reflect.KType
import kotlin.reflect.full.callSuspend
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.full.valueParameters

/** Input that is none in Rust is refused by its field's name, whatever a type of Kotlin can hold. */
class InputTest {
    @BeforeEach
    fun clear() {
        emulator.control("DELETE", "/emulator/requests")
    }

    private fun refused(call: suspend (Bootpay) -> Any?) = emulator.client().use { bootpay ->
        val error = assertThrows<BootpayException.Invalid> { runBlocking { call(bootpay) } }
        assertEquals(0, emulator.requests().size())
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

    /** Half of a tea emoji, as `take` leaves it. */
    private val cut = "녹차 🍵".take(4)

    @Test
    fun `text that is not Unicode is refused in every field of every request`() {
        var tried = 0
        for (client in listOf(emulator.client(), BlockingBootpay(emulator.credentials(), emulator.options()))) {
            for ((resource, method) in calls(client)) {
                val request = method.valueParameters.first().type.classifier as KClass<*>
                for ((field, broken) in brokenOnes(request)) {
                    val error = assertThrows<BootpayException.Invalid>("$request.$field") {
                        runBlocking { unwrapped { method.callSuspend(resource, broken, *nulls(method)) } }
                    }
                    assertEquals(field, error.info.field, "$request")
                    assertTrue(error.message.startsWith("${error.info.endpoint}: invalid: $field must be Unicode text"), error.message)
                    tried++
                }
            }
            (client as AutoCloseable).close()
        }
        assertTrue(tried > 200, "only $tried fields were tried")
        assertEquals(0, emulator.requests().size())
    }

    private fun calls(client: Any) = client::class.memberFunctions
        .filter { it.valueParameters.isEmpty() && it.returnType.classifier.let { type -> type is KClass<*> && type.simpleName in resources } }
        .flatMap { getter ->
            val resource = getter.call(client)!!
            val methods = resource::class.memberFunctions.filter { it.valueParameters.firstOrNull()?.name == "request" }
            methods.groupBy { it.name }.values.map { resource to it.maxBy { method -> method.parameters.size } }
        }

    private val resources = listOf("", "Blocking").flatMap { prefix ->
        listOf("Payments", "Billing", "Reservations", "CashReceipts", "Escrow", "Identity", "Users", "Wallets", "Webhooks", "Reseller", "Attempts", "PaymentMethods")
            .map { prefix + it }
    }

    private fun nulls(method: KFunction<*>) = arrayOfNulls<Any>(method.valueParameters.size - 1)

    private suspend fun unwrapped(call: suspend () -> Any?) = try {
        call()
    } catch (wrapped: InvocationTargetException) {
        throw wrapped.targetException
    }

    /** Requests with one broken text each, by the field that holds it. */
    private fun brokenOnes(type: KClass<*>): List<Pair<String, Any>> {
        val constructor = type.primaryConstructor ?: return emptyList()
        val whole = constructor.parameters.associateWith { sound(it.type) }
        return constructor.parameters.flatMap { parameter ->
            broken(parameter.type).map { (inner, value) -> snakeCase(parameter.name!!) + inner to constructor.callBy(whole + (parameter to value)) }
        }
    }

    private fun broken(type: KType): List<Pair<String, Any>> = when (val kind = type.classifier as KClass<*>) {
        String::class -> listOf("" to cut)
        Secret::class -> listOf("" to Secret(cut))
        Map::class -> listOf("" to mapOf("X-Forwarded-For" to listOf("x", cut)), "" to mapOf(cut to listOf("x")))
        List::class -> broken(type.arguments.single().type!!).map { (inner, value) -> "[1]$inner" to listOf(sound(type.arguments.single().type!!), value) }
        else -> when {
            kind.isSealed -> listOf("" to kind.nestedClasses.single { it.simpleName == "Unknown" }.primaryConstructor!!.call(cut))
            kind.isData -> brokenOnes(kind).map { (inner, value) -> ".$inner" to value }
            else -> emptyList()
        }
    }

    private fun sound(type: KType): Any = when (val kind = type.classifier as KClass<*>) {
        String::class -> "x"
        Secret::class -> Secret("1")
        ByteArray::class -> ByteArray(0)
        Map::class -> mapOf("name" to listOf("value"))
        Boolean::class -> true
        Long::class -> 1000L
        Instant::class -> Instant.now()
        List::class -> listOf(sound(type.arguments.single().type!!))
        else -> when {
            kind.java.isEnum -> kind.java.enumConstants.first()
            kind.isSealed -> kind.sealedSubclasses.firstNotNullOf { it.objectInstance }
            else -> kind.primaryConstructor!!.let { make -> make.callBy(make.parameters.associateWith { sound(it.type) }) }
        }
    }

    @Test
    fun `keys, options and other texts that are not Unicode are refused`() {
        val field = { call: () -> Unit -> assertThrows<BootpayException.Invalid> { call() }.info.field }
        assertEquals("client_key", field { Credentials(clientKey = cut, secretKey = "s") })
        assertEquals("secret_key", field { Credentials(clientKey = "c", secretKey = "\uDC00") })
        assertEquals("application_id", field { Credentials(applicationId = cut, privateKey = "p") })
        assertEquals("private_key", field { Credentials.builder().applicationId("a").privateKey(cut).build() })
        assertEquals("base_url", field { Bootpay(emulator.credentials(), ClientOptions(baseUrl = cut)) })
        assertEquals("attempts_file", field { BlockingBootpay(emulator.credentials(), ClientOptions(attemptsFile = cut)) })
        assertEquals("endpoint", field { explainRetry(cut) })
        assertEquals(null, pgFromName(cut))
        emulator.client().use { bootpay -> assertEquals("attempt_id", field { bootpay.attempts().acknowledge(cut) }) }
    }

    @Test
    fun `text of any Unicode is sent`() = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        emulator.client().use { it.payments().cancelFull(CancelFull(id, cancelMessage = "녹차 🍵\uFFFE")) }
        val sent = emulator.requests().last().asJsonObject["body"].asJsonObject
        assertEquals("녹차 🍵\uFFFE", sent["cancel_message"].asString)
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
