package bootpay.core

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import kotlinx.coroutines.runBlocking
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import java.io.File
import java.lang.reflect.InvocationTargetException
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter
import java.time.temporal.ChronoUnit
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.full.callSuspendBy
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.full.valueParameters

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
        private val sandbox = Sandbox()

        @JvmStatic
        @AfterAll
        fun stop() = sandbox.close()
    }

    private class Scenario(private val scenario: JsonObject) {
        /** Merchants, payments, and the outcomes of steps, in the scenario's words. */
        private val known = mutableMapOf<String, Any?>()
        private val began = OffsetDateTime.now(ZoneOffset.ofHours(9)).truncatedTo(ChronoUnit.SECONDS)

        fun run(makeClient: (Credentials, ClientOptions) -> Any) {
            sandbox.control("DELETE", "/sandbox/requests")
            sandbox.control("DELETE", "/sandbox/faults")
            val merchant = sandbox.control("POST", "/sandbox/merchants", "${scenario["merchant"] ?: JsonObject()}").asJsonObject
            known["merchant"] = merchant
            scenario["payments"]?.asJsonObject?.entrySet()?.forEach { (name, body) ->
                val payment = filled(body).asJsonObject.apply { add("merchant", merchant["id"]) }
                known[name] = sandbox.control("POST", "/sandbox/payments", "$payment").asJsonObject
            }
            val options = scenario["client"]?.deepCopy()?.asJsonObject ?: JsonObject()
            options.addProperty("base_url", sandbox.url)
            val client = makeClient(credentials(merchant), read(ClientOptions::class, options) as ClientOptions)
            scenario["steps"].asJsonArray.forEach {
                val step = filled(it).asJsonObject
                val outcome = if (step.has("call")) call(client, step) else control(step["sandbox"].asJsonObject)
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
            sandbox.control(step["method"].asString, step["path"].asString, step["body"]?.let { "$it" })

        /** Makes a call; its outcome is the reply or the error. */
        private fun call(client: Any, step: JsonObject): Any? {
            val outcome = runCatching { invoke(client, step) }
            val error = outcome.exceptionOrNull().let { (it as? InvocationTargetException)?.targetException ?: it }
            val fails = step["fails"]?.asJsonObject
            when {
                fails != null && error is BootpayException -> compare(fails, error.info, "$step: ${error.message}")
                fails != null -> fail<Unit>("$step: expected an error, got ${outcome.getOrNull()}", error)
                error != null -> throw AssertionError("$step", error)
                step["returns"] is JsonNull -> assertEquals(null, outcome.getOrNull(), "$step")
                else -> step["returns"]?.let { compare(it.asJsonObject, outcome.getOrNull(), "$step") }
            }
            step["unsettled"]?.let { expected ->
                val unsettled = client::class.memberFunctions.single { it.name == "unsettled" }.call(client) as List<*>
                assertEquals(expected.asInt, unsettled.size, "$step: unsettled")
            }
            return (error as? BootpayException)?.info ?: outcome.getOrNull()
        }

        private fun invoke(client: Any, step: JsonObject): Any? {
            val (resourceName, methodName) = step["call"].asString.split(".").map(::camelCase)
            val resource = client::class.memberFunctions.single { it.name == resourceName }.call(client)!!
            val method = resource::class.memberFunctions.filter { it.name == methodName }.maxBy { it.parameters.size }
            val arguments = method.parameters.associateWith { parameter ->
                when {
                    parameter.name == null -> resource
                    parameter.name == "request" -> read(parameter.type.classifier as KClass<*>, step["with"]?.asJsonObject ?: JsonObject())
                    parameter.name == "options" && step.has("timeout") -> CallOptions(timeout = seconds(step["timeout"]))
                    else -> null
                }
            }
            return runBlocking { method.callSuspendBy(arguments) }
        }

        private fun compareRequests(expected: JsonArray, merchant: JsonElement) {
            // What is stalled is in the log once it is answered, which may be in the next scenario.
            fun arrived() = sandbox.control("GET", "/sandbox/requests").asJsonArray
                .filter { it.asJsonObject["merchant"].let { who -> who.isJsonNull || who == merchant } }
            var requests = arrived()
            val deadline = System.nanoTime() + 5_000_000_000
            while (requests.size < expected.size() && System.nanoTime() < deadline) {
                Thread.sleep(20)
                requests = arrived()
            }
            assertEquals(expected.size(), requests.size, "$requests")
            expected.zip(requests).forEach { (wanted, request) ->
                filled(wanted).asJsonObject.entrySet().forEach { (key, value) ->
                    val found = request.asJsonObject[key]
                    if (key == "headers") {
                        value.asJsonObject.entrySet().forEach { (name, text) -> assertEquals(text, found.asJsonObject[name], "$name of $request") }
                    } else {
                        assertEquals(value, found, "$key of $request")
                    }
                }
            }
        }

        private fun compare(expected: JsonObject, found: Any?, about: String) = expected.entrySet().forEach { (path, value) ->
            compare(value, dig(found, path.split(".")), "$path of $about")
        }

        private fun compare(expected: JsonElement, found: Any?, about: String) {
            val rule = (expected as? JsonObject)?.takeIf { it.size() == 1 }?.entrySet()?.single()
            when {
                expected is JsonNull -> assertEquals(null, found.takeUnless { it is JsonNull }, about)
                rule?.key == "present" -> assertTrue(found != null && found !is JsonNull, about)
                rule?.key == "contains" -> assertTrue((shown(found) as String).contains(rule.value.asString), "$about: $found")
                rule?.key == "instant" -> assertEquals(OffsetDateTime.parse(rule.value.asString).toInstant(), found as Instant, about)
                expected is JsonPrimitive -> assertEquals(plain(expected), shown(found), about)
                else -> assertEquals(expected, found, about)
            }
        }

        private fun filled(json: JsonElement): JsonElement = when {
            json is JsonObject && json.has("in_seconds") ->
                JsonPrimitive(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(began.plusSeconds(json["in_seconds"].asLong)))
            json is JsonObject -> JsonObject().apply { json.entrySet().forEach { (key, value) -> add(key, filled(value)) } }
            json is JsonArray -> JsonArray().apply { json.forEach { add(filled(it)) } }
            json is JsonPrimitive && json.isString -> JsonPrimitive(
                Regex("""\$\{(\w+)\.([\w.]+)}""").replace(json.asString) {
                    shown(dig(known.getValue(it.groupValues[1]), it.groupValues[2].split("."))) as String
                },
            )
            else -> json
        }
    }
}

private fun camelCase(name: String) = Regex("_(.)").replace(name) { it.groupValues[1].uppercase() }

private fun snakeCase(name: String) = Regex("[A-Z]").replace(name) { "_" + it.value.lowercase() }

private fun seconds(json: JsonElement): Duration = Duration.ofNanos((json.asDouble * 1e9).toLong())

/** A record of the public API from the JSON of a scenario. */
private fun read(type: KClass<*>, json: JsonObject): Any {
    val constructor = type.primaryConstructor!!
    val unknown = json.keySet() - constructor.parameters.map { snakeCase(it.name!!) }.toSet()
    check(unknown.isEmpty()) { "$type has no $unknown" }
    val given = constructor.parameters.filter { json.has(snakeCase(it.name!!)) }
    return constructor.callBy(given.associateWith { read(it.type, json[snakeCase(it.name!!)]) })
}

private fun read(type: KType, json: JsonElement): Any = when (val kind = type.classifier as KClass<*>) {
    // What is any JSON is text in Kotlin.
    String::class -> if (json is JsonPrimitive) json.asString else "$json"
    Boolean::class -> json.asBoolean
    Long::class -> json.asLong
    Duration::class -> seconds(json)
    Instant::class -> OffsetDateTime.parse(json.asString).toInstant()
    Secret::class -> Secret(json.asString)
    List::class -> json.asJsonArray.map { read(type.arguments.single().type!!, it) }
    else -> if (kind.java.isEnum || kind.isSealed) word(kind, json.asString) else read(kind, json.asJsonObject)
}

/** By the API's word or its Korean name; one that is new where the set is open. */
private fun word(kind: KClass<*>, word: String): Any {
    val known = kind.java.enumConstants?.toList() ?: kind.sealedSubclasses.mapNotNull { it.objectInstance }
    return known.find { shown(it) == word }
        ?: known.find { named(it, "korean")?.call(it) == word }
        ?: kind.nestedClasses.single { it.simpleName == "Unknown" }.primaryConstructor!!.call(word)
}

/** A function without parameters. */
private fun named(value: Any, name: String) =
    value::class.memberFunctions.find { it.name == name && it.valueParameters.isEmpty() }

/** What a reply or an error has at a path, in core's names. */
private fun dig(value: Any?, path: List<String>): Any? {
    val name = path.firstOrNull() ?: return value
    val inner = when (value) {
        null, is JsonNull -> null
        is JsonArray -> if (name == "length") value.size().toLong() else value[name.toInt()]
        is JsonObject -> value[name]
        is List<*> -> if (name == "length") value.size.toLong() else value[name.toInt()]
        else -> {
            val property = value::class.memberProperties.find { it.name == camelCase(name) }
            val function = named(value, camelCase(name))
            check(property != null || function != null) { "${value::class} has no $name" }
            val found = if (property != null) property.getter.call(value) else function!!.call(value)
            // What is any JSON is text in Kotlin, by another name.
            val json = property?.returnType.toString().contains("bootpay.core.Json")
            if (json && found is String) JsonParser.parseString(found) else found
        }
    }
    return dig(inner, path.drop(1))
}

private fun plain(json: JsonPrimitive): Any = when {
    json.isBoolean -> json.asBoolean
    json.isNumber -> json.asLong
    else -> json.asString
}

/** Enums as their words, secrets as their text. */
private fun shown(value: Any?): Any? = when (value) {
    null, is String, is Boolean, is Long -> value
    is JsonPrimitive -> plain(value)
    is Secret -> value.expose()
    else -> named(value, "symbol")?.call(value) ?: value
}
