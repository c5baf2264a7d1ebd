package bootpay.core

import bootpay.emulator.Emulator
import com.google.gson.Gson
import com.google.gson.JsonObject
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeoutOrNull
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertFalse
import org.junit.jupiter.api.Assertions.assertNotEquals
import org.junit.jupiter.api.Assertions.assertNull
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.BeforeEach
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import java.time.Duration
import java.util.Base64
import java.util.concurrent.TimeUnit
import kotlin.time.Duration.Companion.milliseconds
import kotlin.time.Duration.Companion.seconds
import kotlin.time.TimeSource

/** What Kotlin does its own way: coroutines, cancelling, threads, `toString`, the end of the JVM. */
class CallsTest {
    @BeforeEach
    fun clear() {
        emulator.clear()
    }

    private fun stall(path: String) =
        emulator.control("POST", "/emulator/faults", """{"path": "$path", "kind": "stall", "seconds": 2}""")

    @Test
    fun `a coroutine that is cancelled cuts a read short`() = runBlocking {
        val id = emulator.pay(1000)["receipt_id"].asString
        emulator.client().use { bootpay ->
            stall("/v2/receipt")
            val start = TimeSource.Monotonic.markNow()
            assertNull(withTimeoutOrNull(200.milliseconds) { bootpay.payments().get(GetReceipt(id)) })
            assertTrue(start.elapsedNow() < 1.seconds)
            assertTrue(bootpay.attempts().unresolved().isEmpty())
        }
    }

    @Test
    fun `a cancel that has left goes on without its coroutine and is remembered`() = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        emulator.client().use { bootpay ->
            stall("/v2/cancel")
            val job = launch { bootpay.payments().cancelFull(CancelFull(id)) }
            delay(300)
            val start = TimeSource.Monotonic.markNow()
            job.cancelAndJoin()
            assertTrue(start.elapsedNow() < 1.seconds)
            val attempt = bootpay.attempts().unresolved().single()
            assertEquals(id, attempt.receiptId)
            assertEquals(AttemptOutcome.PENDING, attempt.outcome)
            while (bootpay.attempts().unresolved().single().outcome == AttemptOutcome.PENDING) delay(20)
            assertEquals(AttemptOutcome.DONE, bootpay.attempts().unresolved().single().outcome)
            assertTrue(bootpay.attempts().acknowledge(attempt.id))
            assertFalse(bootpay.attempts().acknowledge(attempt.id))
            assertEquals(1000, bootpay.payments().get(GetReceipt(id)).cancelledPrice)
        }
    }

    @Test
    fun `a client that is closed still knows its attempts`(): Unit = runBlocking {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        stall("/v2/cancel")
        val bootpay = emulator.client()
        assertNull(bootpay.use { withTimeoutOrNull(300.milliseconds) { it.payments().cancelFull(CancelFull(id)) } })
        bootpay.close()
        val attempt = bootpay.attempts().unresolved().single()
        assertEquals(id, attempt.receiptId)
        while (bootpay.attempts().unresolved().single().outcome == AttemptOutcome.PENDING) delay(20)
        assertEquals(AttemptOutcome.DONE, bootpay.attempts().use { it.unresolved() }.single().outcome)
        assertTrue(bootpay.attempts().acknowledge(attempt.id))
        assertTrue(bootpay.attempts().unresolved().isEmpty())
        assertThrows<IllegalStateException> { bootpay.payments() }
    }

    @Test
    fun `a blocking client that is closed still knows its attempts`() {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        stall("/v2/cancel")
        val bootpay = BlockingBootpay(emulator.credentials(), emulator.options())
        val unknown = assertThrows<BootpayException.OutcomeUnknown> {
            bootpay.use { it.payments().cancelFull(CancelFull(id), CallOptions(timeout = Duration.ofMillis(500))) }
        }
        assertEquals(listOf(unknown.info.attempt!!.id), bootpay.attempts().unresolved().map { it.id })
        assertTrue(bootpay.attempts().acknowledge(unknown.info.attempt!!.id))
        assertThrows<IllegalStateException> { bootpay.payments() }
    }

    @Test
    fun `a caller without a dispatcher of its own does not run on the client's thread`() = runBlocking {
        val id = emulator.pay(1000)["receipt_id"].asString
        BlockingBootpay(emulator.credentials(), emulator.options()).use { blocking ->
            emulator.client().use { bootpay ->
                withContext(Dispatchers.Unconfined) {
                    bootpay.payments().get(GetReceipt(id))
                    assertNotEquals("bootpay", Thread.currentThread().name)
                    assertEquals(id, blocking.payments().get(GetReceipt(id)).receiptId)
                }
            }
        }
    }

    @Test
    fun `a thousand first calls make one request for a token`() = runBlocking {
        val merchant = emulator.merchant
        val keys = Credentials(
            applicationId = merchant["application_id"].asString,
            privateKey = merchant["private_key"].asString,
        )
        val id = emulator.pay(1000)["receipt_id"].asString
        Bootpay(keys, emulator.options()).use { bootpay ->
            coroutineScope { List(1000) { async { bootpay.payments().get(GetReceipt(id)) } }.awaitAll() }
        }
        val tokens = emulator.requests().count { "token" in it.asJsonObject["path"].asString }
        assertEquals(1, tokens)
    }

    @Test
    fun `bad settings are refused before any connection`() {
        fun invalid(keys: Credentials = emulator.credentials(), options: ClientOptions? = null) =
            assertThrows<BootpayException.Invalid> { Bootpay(keys, options) }.info.field
        assertEquals("client_key", invalid(Credentials()))
        assertEquals("secret_key", invalid(Credentials(clientKey = "k")))
        assertEquals("private_key", invalid(Credentials(applicationId = "k", privateKey = " ")))
        assertEquals("base_url", invalid(options = ClientOptions(baseUrl = "http://bootpay.example")))
        assertEquals("timeout", invalid(options = ClientOptions(timeout = Duration.ofMillis(-1))))
        assertEquals("ca_certificates", invalid(options = ClientOptions(caCertificates = "no PEM")))
        emulator.client().use { bootpay ->
            val negative = CallOptions(timeout = Duration.ofSeconds(-1))
            val error = assertThrows<BootpayException.Invalid> { runBlocking { bootpay.payments().get(GetReceipt("r"), negative) } }
            assertEquals("timeout", error.info.field)
        }
        assertEquals(0, emulator.requests().size())
    }

    @Test
    fun `whom it cannot trust or reach it sends nothing`() {
        fun fails(options: ClientOptions) = Bootpay(emulator.credentials(), options).use { bootpay ->
            assertThrows<BootpayException.NotSent> { runBlocking { bootpay.payments().cancelFull(CancelFull("r")) } }
        }
        Emulator("--tls").use { tls ->
            tls.client().use { bootpay ->
                val refused = assertThrows<BootpayException.Rejected> { runBlocking { bootpay.payments().get(GetReceipt("r")) } }
                assertEquals("RC_NOT_FOUND", refused.info.code)
            }
            fails(ClientOptions(baseUrl = tls.url))
        }
        for (certificate in listOf("expired", "wrong-host")) {
            Emulator("--tls", "--certificate", certificate).use { fails(it.options()) }
        }
        fails(ClientOptions(baseUrl = "http://127.0.0.1:9"))
        fails(ClientOptions(baseUrl = "https://no-such-host.invalid"))
    }

    @Test
    fun `nothing that is printed shows a secret`() {
        val keys = """{"client_key": "MARKER-1", "secret_key": "MARKER-2", "application_id": "MARKER-3", "private_key": "MARKER-4"}"""
        val merchant: JsonObject = emulator.control("POST", "/emulator/merchants", keys).asJsonObject
        val credentials = emulator.credentials(merchant)
        Bootpay(credentials, emulator.options()).use { bootpay ->
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/receipt", "status": {"status": 200, "body": "MARKER-2"}}""")
            val echoed = assertThrows<BootpayException.UnexpectedResponse> { runBlocking { bootpay.payments().get(GetReceipt("r")) } }
            val refund = Refund(Secret("110222333444"), "홍길동", Bank.Kookmin)
            val request = CancelFull("r", refund = refund)
            val refused = assertThrows<BootpayException> { runBlocking { bootpay.payments().cancelFull(request) } }
            val printed = listOf(credentials, Secret("MARKER-6"), bootpay, echoed, echoed.info, refund, request, refused, refused.info, refused.stackTraceToString())
            assertFalse(Regex("MARKER|110222333444").containsMatchIn("$printed"), "$printed")
            assertFalse("${echoed.info.body}${echoed.info.detail}${refused.info.detail}".contains("MARKER"))
        }
    }

    @Test
    fun `the data of a card are not printed`() {
        val card = IssueCard(
            pg = Pg.NicePay, orderName = "Tea", subscriptionId = "s-1", price = 1000,
            cardNo = Secret("9450111122223333"), cardPw = Secret("73"), cardIdentityNo = Secret("860914"),
            cardExpireYear = Secret("47"), cardExpireMonth = Secret("11"), extra = Extra(identityNo = Secret("01098765432")),
        )
        val values = Regex("9450111122223333|860914|01098765432")
        val plain = "9450111122223333 860914 01098765432"
        val escaped = plain.map { "%%%02x".format(it.code) }.joinToString("")
        val echo = "$plain ${Base64.getEncoder().encodeToString(plain.toByteArray())} $escaped"
        val written = listOf(Gson().toJson(card), card.copy(price = 2000), card.extra, listOf(card), mapOf("card" to card), Result.success(card))
        assertFalse(values.containsMatchIn("$written"), "$written")
        emulator.client().use { bootpay ->
            for (reply in listOf("""{"status": 400, "body": {"error_code": "X", "message": "$echo"}}""", """{"status": 502, "body": "$echo"}""")) {
                emulator.control("POST", "/emulator/faults", """{"path": "/v2/request/subscribe", "status": $reply}""")
                val refused = assertThrows<BootpayException> { runBlocking { bootpay.billing().issueCard(card) } }
                val attempts = bootpay.attempts().unresolved().map { String(Base64.getUrlDecoder().decode(it.serialized.split(".")[1])) }
                val printed = listOf(
                    card, refused, refused.info, refused.stackTraceToString(), bootpay.attempts().unresolved(), attempts, "${refused.cause}",
                    Gson().toJson(listOf(refused.info.detail, refused.info.body)),
                )
                assertFalse(values.containsMatchIn("$printed"), "$printed")
                assertFalse(echo.split(" ").takeLast(2).any { it in "$printed" }, "$printed")
            }
            assertEquals(1, bootpay.attempts().unresolved().size)
        }
    }

    @Test
    fun `what a reply holds can be read and is not printed`() {
        val merchant = emulator.merchant
        val keys = Credentials(applicationId = merchant["application_id"].asString, privateKey = merchant["private_key"].asString)
        Bootpay(keys, emulator.options()).use { bootpay ->
            val token = runBlocking { bootpay.users().token(IssueUserToken("u-1")) }
            val secret = token.userToken.expose()
            assertTrue(secret.length > 10)
            assertFalse("$token".contains(secret), "$token")
            val body = """{"receipt_id": "c-1", "status": 12, "authenticate_data": {"name": "홍길동", "unique": "MARKER"}}"""
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/certificate", "status": {"status": 200, "body": $body}}""")
            val certificate = runBlocking { bootpay.identity().certificate(GetCertificate("c-1")) }
            assertEquals("MARKER", certificate.authenticateData!!.unique!!.expose())
            assertFalse("$certificate ${certificate.authenticateData}".contains("MARKER"), "$certificate")
        }
    }

    @Test
    fun `personal data are read by name and not printed`() = runBlocking {
        val values = Regex("이몽룡|01011112222|monglyong|남원|1990-10-14|110-222|성춘향")
        val user = User(username = "이몽룡", phone = "01011112222", email = "monglyong@example.com", birth = "1990-10-14", addr = "남원")
        val requests = listOf(
            user, ChargeBillingKey("k-1", "Tea", "o-1", 1000, user = user), Refund(Secret("110-222"), "이몽룡", Bank.Kookmin),
            CancelFull("r", cancelUsername = "성춘향"), ShippingUser(username = "이몽룡", phone = "01011112222", zipcode = "남원", address = "남원"),
        )
        assertFalse(values.containsMatchIn("$requests"), "$requests")
        assertTrue("phone=•••, email=•••" in "$user" && "id=null" in "$user", "$user")
        assertEquals(listOf("이몽룡", "01011112222", "남원"), listOf(user.username, user.phone, user.addr))
        val id = emulator.pay(1000, state = "waiting_confirm")["receipt_id"].asString
        val body = """{"receipt_id": "$id", "order_id": "o-1", "price": 1000, "tax_free": 0, "cancelled_price": 0, "cancelled_tax_free": 0,
            "status": 1, "sandbox": false, "currency": "KRW", "user": {"id": "u-1", "username": "이몽룡", "phone": "01011112222", "email": "monglyong@example.com",
            "addr": "남원"}, "vbank_data": {"bank_account": "110-222", "sender_name": "성춘향"}, "new_field": "남원"}"""
        emulator.client().use { bootpay ->
            emulator.control("POST", "/emulator/faults", """{"path": "/v2/receipt", "status": {"status": 200, "body": $body}, "times": 2}""")
            val receipt = bootpay.payments().get(GetReceipt(id))
            val buyer = receipt.user!!
            assertEquals(listOf("이몽룡", "monglyong@example.com", "u-1"), listOf(buyer.username, buyer.email, buyer.id))
            assertTrue("성춘향" in receipt.raw && "new_field" in receipt.raw)
            val paid = bootpay.payments().verify(VerifyPayment(id, "o-1", 1000))
            val printed = listOf(receipt, receipt.copy(price = 2000), buyer, receipt.vbankData, listOf(receipt), mapOf("of" to receipt), Result.success(receipt), paid)
            assertFalse(values.containsMatchIn("$printed") || "raw" in "$printed", "$printed")
            assertTrue("u-1" in "$receipt" && "o-1" in "$paid", "$receipt")
            assertTrue("이몽룡" in Gson().toJson(buyer))
        }
    }

    @Test
    fun `the rule of repeating a call can be read`() {
        assertTrue("sent at most once" in explainRetry("payments.cancel_full"))
        assertTrue("at most 2 times (`retries`)" in explainRetry("payments.get"))
        assertEquals("endpoint", assertThrows<BootpayException.Invalid> { explainRetry("payments.refund") }.info.field)
    }

    @Test
    fun `words have names`() {
        assertEquals(listOf("004", "국민", "KB Kookmin Bank"), Bank.Kookmin.run { listOf(symbol(), korean(), english()) })
        assertEquals(listOf("777", null, null), Bank.Unknown("777").run { listOf(symbol(), korean(), english()) })
        assertEquals("간편인증", AuthType.EASY.symbol())
        assertEquals(1, Gender.Male.code())
    }

    @ParameterizedTest
    @ValueSource(strings = ["return", "exit", "SIGTERM"])
    fun `the JVM ends after the money that is under way`(end: String) {
        val id = emulator.pay(1000, state = "paid")["receipt_id"].asString
        stall("/v2/cancel")
        val classpath = System.getProperty("java.class.path")
        val java = ProcessBuilder(
            "${System.getProperty("java.home")}/bin/java", "-Djna.library.path=${System.getProperty("jna.library.path")}",
            "-classpath", classpath, "bootpay.core.ShortProgramKt", emulator.url,
            emulator.merchant["client_key"].asString, emulator.merchant["secret_key"].asString, id, end,
        ).redirectErrorStream(true).start()
        val output = java.inputStream.bufferedReader()
        assertEquals("left", output.readLine())
        if (end == "SIGTERM") java.toHandle().destroy()
        assertTrue(java.waitFor(60, TimeUnit.SECONDS))
        assertEquals("hook", output.readText().trim())
        assertEquals(if (end == "SIGTERM") 128 + 15 else 0, java.exitValue())
        emulator.client().use { bootpay ->
            assertEquals(1000, runBlocking { bootpay.payments().get(GetReceipt(id)).cancelledPrice })
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }
}
