package bootpay.core

import bootpay.emulator.Emulator
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import scenarios.compare
import scenarios.filled
import scenarios.read
import scenarios.seconds
import java.io.File
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.temporal.ChronoUnit
import kotlin.reflect.full.memberFunctions

/** Replays `tests/scenarios` through both clients; names of the table are found by reflection. */
class ScenariosTest {
    @TestFactory
    fun suspending() = scenarios { keys, options -> Bootpay(keys, options) }

    @TestFactory
    fun blocking() = scenarios { keys, options -> BlockingBootpay(keys, options) }

    private fun scenarios(client: (Credentials, ClientOptions) -> Any): List<DynamicTest> {
        val files = File("../../tests/scenarios").listFiles { file -> file.extension == "json" }.orEmpty().sorted()
        assertTrue(files.isNotEmpty())
        return files.flatMap { file ->
            JsonParser.parseString(file.readText()).asJsonArray.map { it.asJsonObject }.map { scenario ->
                DynamicTest.dynamicTest("${file.name}: ${scenario["name"].asString}") { Scenario(scenario).run(client) }
            }
        }
    }

    companion object {
        private val emulator = Emulator()

        @JvmStatic
        @AfterAll
        fun stop() = emulator.close()
    }

    private class Scenario(private val scenario: JsonObject) {
        /** Merchants, payments, and the outcomes of steps, in the scenario's words. */
        private val known = mutableMapOf<String, Any?>()
        private val began = OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS)

        fun run(makeClient: (Credentials, ClientOptions) -> Any) {
            emulator.control("DELETE", "/emulator/requests")
            emulator.control("DELETE", "/emulator/faults")
            val merchant = emulator.control("POST", "/emulator/merchants", "${scenario["merchant"] ?: JsonObject()}").asJsonObject
            known["merchant"] = merchant
            scenario["payments"]?.asJsonObject?.entrySet()?.forEach { (name, body) ->
                val payment = filled(body, known, began).asJsonObject.apply { add("merchant", merchant["id"]) }
                known[name] = emulator.control("POST", "/emulator/payments", "$payment").asJsonObject
            }
            val options = scenario["client"]?.deepCopy()?.asJsonObject ?: JsonObject()
            options.addProperty("base_url", emulator.url)
            val client = makeClient(credentials(merchant), read(ClientOptions::class, options) as ClientOptions)
            scenario["steps"].asJsonArray.forEach {
                val step = filled(it, known, began).asJsonObject
                val outcome = if (step.has("call")) take(client, step) else control(step["emulator"].asJsonObject)
                step["as"]?.let { known[it.asString] = outcome }
            }
            (client as AutoCloseable).close()
            scenario["requests"]?.let { compareRequests(it.asJsonArray, merchant["id"]) }
        }

        private fun credentials(merchant: JsonObject): Credentials {
            fun key(name: String, vararg kinds: String): String? =
                merchant[name].asString.takeIf { (scenario["credentials"]?.asString ?: "keys") in kinds }
            return Credentials(
                clientKey = key("client_key", "keys", "both"),
                secretKey = key("secret_key", "keys", "both"),
                applicationId = key("application_id", "application", "both"),
                privateKey = key("private_key", "application", "both"),
            )
        }

        private fun control(step: JsonObject) =
            emulator.control(step["method"].asString, step["path"].asString, step["body"]?.let { "$it" })

        /** Makes a call; its outcome is the reply or the error. */
        private fun take(client: Any, step: JsonObject): Any? {
            val outcome = runCatching { invoke(client, step) }
            val error = outcome.exceptionOrNull()
            val fails = step["fails"]?.asJsonObject
            when {
                fails != null && error is BootpayException -> compare(fails, error.info, "$step: ${error.message}")
                fails != null -> fail<Unit>("$step: expected an error, got ${outcome.getOrNull()}", error)
                error != null -> throw AssertionError("$step", error)
                step["returns"] is JsonNull -> assertEquals(null, outcome.getOrNull(), "$step")
                else -> step["returns"]?.let { compare(it.asJsonObject, outcome.getOrNull(), "$step") }
            }
            step["unresolved"]?.let { expected ->
                val attempts = client::class.memberFunctions.single { it.name == "attempts" }.call(client)!!
                val unresolved = attempts::class.memberFunctions.single { it.name == "unresolved" }.call(attempts) as List<*>
                assertEquals(expected.asInt, unresolved.size, "$step: unresolved")
            }
            return (error as? BootpayException)?.info ?: outcome.getOrNull()
        }

        private fun invoke(client: Any, step: JsonObject): Any? = runBlocking {
            call(client, step["call"].asString, step["with"]?.asJsonObject ?: JsonObject(), step["timeout"]?.let(::seconds))
        }

        private fun compareRequests(expected: JsonArray, merchant: JsonElement) {
            // What is stalled is in the log once it is answered, which may be in the next scenario.
            fun arrived() = emulator.requests()
                .filter { it.asJsonObject["merchant"].let { who -> who.isJsonNull || who == merchant } }
            var requests = arrived()
            val deadline = System.nanoTime() + 5_000_000_000
            while (requests.size < expected.size() && System.nanoTime() < deadline) {
                Thread.sleep(20)
                requests = arrived()
            }
            assertEquals(expected.size(), requests.size, "$requests")
            expected.zip(requests).forEach { (wanted, request) ->
                filled(wanted, known, began).asJsonObject.entrySet().forEach { (key, value) ->
                    val found = request.asJsonObject[key]
                    if (key == "headers") {
                        value.asJsonObject.entrySet().forEach { (name, text) -> assertEquals(text, found.asJsonObject[name], "$name of $request") }
                    } else {
                        assertEquals(value, found, "$key of $request")
                    }
                }
            }
        }
    }
}
