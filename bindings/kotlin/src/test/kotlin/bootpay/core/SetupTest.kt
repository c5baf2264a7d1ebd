package bootpay.core

import bootpay.emulator.Emulator
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.assertThrows

/** Set-up: clients from the environment, application ids, capabilities, the check before going live. */
class SetupTest {
    private val keys = mapOf("BOOTPAY_CLIENT_KEY" to "ck", "BOOTPAY_SECRET_KEY" to "sk-secret")
    private val web = "0123456789abcdef01234567"
    private val credentials = Credentials(clientKey = "ck", secretKey = "sk")

    @Test
    fun `a client is made of the environment`() {
        Emulator().use { emulator ->
            val fields = emulator.project(mapOf("any_method" to true)).fields
            val environment = mapOf(
                "BOOTPAY_CLIENT_KEY" to fields["client_key"].asString,
                "BOOTPAY_SECRET_KEY" to fields["secret_key"].asString,
                "BOOTPAY_BASE_URL" to emulator.url,
            )
            Bootpay.fromEnv(environment).use { runBlocking { it.paymentMethods().list(ListPaymentMethods()) } }
            BlockingBootpay.fromEnv(environment).use { it.paymentMethods().list(ListPaymentMethods()) }
        }
    }

    @Test
    fun `without an argument the environment is that of the process`() {
        // The build sets none.
        assertEquals("BOOTPAY_CLIENT_KEY", assertThrows<BootpayException.Invalid> { Bootpay.fromEnv() }.info.field)
    }

    @Test
    fun `a wrong variable is named`() {
        for ((environment, field) in listOf(
            emptyMap<String, String>() to "BOOTPAY_CLIENT_KEY",
            mapOf("BOOTPAY_CLIENT_KEY" to "ck") to "BOOTPAY_SECRET_KEY",
            keys + ("BOOTPAY_SECRET_KEY" to "") to "BOOTPAY_SECRET_KEY",
            keys + ("BOOTPAY_PRIVATE_KEY" to "pk") to "BOOTPAY_APPLICATION_ID",
            keys + ("BOOTPAY_MODE" to "sandbox") to "BOOTPAY_MODE",
            keys + ("BOOTPAY_BASE_URL" to "http://shop.example") to "BOOTPAY_BASE_URL",
            keys + ("BOOTPAY_WEB_APPLICATION_ID" to "5b8f6a4d396fa665fdc2b5e7") to "BOOTPAY_WEB_APPLICATION_ID",
        )) {
            for (make in listOf<() -> Any>({ Bootpay.fromEnv(environment) }, { BlockingBootpay.fromEnv(environment) })) {
                val error = assertThrows<BootpayException.Invalid> { make() }
                assertEquals(field, error.info.field)
                assertTrue("sk-secret" !in "$error")
            }
        }
    }

    @Test
    fun `each platform has its id`() {
        Bootpay(credentials, ClientOptions(applicationIds = ApplicationIds(web = web))).use { bootpay ->
            assertEquals(web, bootpay.setup().applicationId(GetApplicationId(Platform.WEB)))
            assertThrows<BootpayException.Config> { bootpay.setup().applicationId(GetApplicationId(Platform.IOS)) }
        }
    }

    @Test
    fun `capabilities and addresses are data`() {
        assertEquals(Support.NO, Pg.PayApp.supports(Capability.SEPARATE_CONFIRMATION))
        BlockingBootpay(credentials).use { bootpay ->
            assertEquals(Support.UNKNOWN, bootpay.setup().supports(CheckSupport(Pg.Unknown("a-new-pg"), Capability.ESCROW)))
            assertEquals("223.130.82.0/24", bootpay.setup().addresses().webhookNetwork)
        }
    }

    @Test
    fun `the export of the emulator is checked`() {
        Emulator().use { emulator ->
            val project = emulator.project(mapOf("merchant" to "Tea house"))
            project.activate("kcp", "card", mapOf("live" to true, "settings" to mapOf("site_cd" to "A1234")))
            Bootpay(credentials).use { bootpay ->
                val items = bootpay.setup().readiness(CheckReadiness(project.export()))
                assertEquals(
                    listOf(ReadinessCode.CancelAddressMissing, ReadinessCode.WebhookMissing, ReadinessCode.RestOpen),
                    items.map { it.code },
                )
                assertEquals(ReadinessSeverity.BLOCKER to Pg.Kcp, items[0].severity to items[0].pg)
                val wrong = CheckReadiness("""{"methods": "card"}""")
                assertEquals("setup.methods", assertThrows<BootpayException.Invalid> { bootpay.setup().readiness(wrong) }.info.field)
            }
        }
    }
}
