package bootpay.window

import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import org.junit.jupiter.api.Assertions.fail
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.TestFactory
import scenarios.camelCase
import scenarios.compare
import scenarios.filled
import scenarios.read
import java.io.File
import java.lang.reflect.InvocationTargetException
import kotlin.reflect.KClass
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.valueParameters

/** Replays `tests/scenarios/window`; the functions are found by reflection. */
class ScenariosTest {
    private val functions = PaymentWindow::class.memberFunctions.filter { it.valueParameters.size == 1 && it.name != "equals" }

    @TestFactory
    fun scenarios(): List<DynamicTest> {
        val files = File("../../../tests/scenarios/window").listFiles { file -> file.extension == "json" }.orEmpty().sorted()
        assertTrue(files.isNotEmpty())
        return files.flatMap { file ->
            JsonParser.parseString(file.readText()).asJsonArray.map { it.asJsonObject }.map { scenario ->
                DynamicTest.dynamicTest("${file.name}: ${scenario["name"].asString}") { replay(scenario) }
            }
        }
    }

    private fun replay(scenario: JsonObject) {
        val known = mutableMapOf<String, Any?>()
        scenario["steps"].asJsonArray.forEach {
            val step = filled(it, known).asJsonObject
            val outcome = take(step)
            step["as"]?.let { name -> known[name.asString] = outcome }
        }
    }

    /** Calls a function; its outcome is what it returns, or the error. */
    private fun take(step: JsonObject): Any? {
        val name = camelCase(step["call"].asString.removePrefix("window."))
        val function = functions.single { it.name == name }
        val request = read(function.valueParameters.single().type.classifier as KClass<*>, step["with"]?.asJsonObject ?: JsonObject())
        val outcome = runCatching { function.call(PaymentWindow, request) }
        val error = outcome.exceptionOrNull()?.let { if (it is InvocationTargetException) it.targetException else it }
        val fails = step["fails"]?.asJsonObject
        when {
            fails != null && error is WindowException.Invalid -> {
                assertEquals("invalid", fails["kind"].asString, "$step")
                // What the client says beside it: an app has the field and the rule.
                fails["field"]?.let { assertEquals(it.asString, error.field, "$step: ${error.message}") }
                assertEquals("${error.field} ${error.rule}", error.message)
            }
            fails != null -> fail<Unit>("$step: expected an error, got ${outcome.getOrNull()}", error)
            error != null -> throw AssertionError("$step", error)
            step["returns"] is JsonNull -> assertEquals(null, outcome.getOrNull(), "$step")
            else -> step["returns"]?.let { compare(it.asJsonObject, outcome.getOrNull(), "$step") }
        }
        return error ?: outcome.getOrNull()
    }
}
