package scenarios

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.api.Assertions.assertTrue
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import java.time.format.DateTimeFormatter
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.full.valueParameters

// What the scenarios say, and the types of a library by core's names, found by reflection: for the server's library and
// for the window's.

internal fun camelCase(name: String) = Regex("_(.)").replace(name) { it.groupValues[1].uppercase() }

internal fun snakeCase(name: String) = Regex("[A-Z]").replace(name) { "_" + it.value.lowercase() }

internal fun seconds(json: JsonElement): Duration = Duration.ofNanos((json.asDouble * 1e9).toLong())

/** A record of the public API from the JSON that says it in core's words. */
internal fun read(type: KClass<*>, json: JsonObject): Any {
    val constructor = type.primaryConstructor!!
    val unknown = json.keySet() - constructor.parameters.map { snakeCase(it.name!!) }.toSet()
    check(unknown.isEmpty()) { "$type has no $unknown" }
    val given = constructor.parameters.filter { json.has(snakeCase(it.name!!)) }
    return constructor.callBy(given.associateWith { read(it.type, json[snakeCase(it.name!!)]) })
}

private fun read(type: KType, json: JsonElement): Any = when (val kind = type.classifier as KClass<*>) {
    String::class -> if (json is JsonPrimitive && !isJson(type)) json.asString else "$json"
    Boolean::class -> json.asBoolean
    Long::class -> json.asLong
    Duration::class -> seconds(json)
    Instant::class -> OffsetDateTime.parse(json.asString).toInstant()
    // The raw body of a request, which a scenario has as text.
    ByteArray::class -> json.asString.toByteArray()
    // Headers: one value or several.
    Map::class -> json.asJsonObject.entrySet().associate { (name, value) ->
        name to if (value is JsonArray) value.map { it.asString } else listOf(value.asString)
    }
    List::class -> json.asJsonArray.map { read(type.arguments.single().type!!, it) }
    else -> when {
        kind.java.isEnum || kind.isSealed -> word(kind, json.asString)
        isSecret(kind) -> kind.primaryConstructor!!.call(json.asString)
        else -> read(kind, json.asJsonObject)
    }
}

/** What is any JSON is text in Kotlin, by another name. */
private fun isJson(type: KType) = Regex("bootpay\\.\\w+\\.Json\\b.*").matches("$type")

/** Where a library has a class for them. */
private fun isSecret(kind: KClass<*>) = kind.simpleName == "Secret"

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
internal fun dig(value: Any?, path: List<String>): Any? {
    val name = path.firstOrNull()?.takeIf { it.isNotEmpty() } ?: return value
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
            if (property != null && isJson(property.returnType) && found is String) JsonParser.parseString(found) else found
        }
    }
    return dig(inner, path.drop(1))
}

internal fun plain(json: JsonPrimitive): Any = when {
    json.isBoolean -> json.asBoolean
    json.isNumber -> json.asLong
    else -> json.asString
}

/** Enums as their words, secrets as their text. */
internal fun shown(value: Any?): Any? = when (value) {
    null, is String, is Boolean, is Long -> value
    is JsonPrimitive -> plain(value)
    else -> if (isSecret(value::class)) named(value, "expose")!!.call(value) else named(value, "symbol")?.call(value) ?: value
}

/** Compares what a scenario expects at each path. */
internal fun compare(expected: JsonObject, found: Any?, about: String) = expected.entrySet().forEach { (path, value) ->
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

/** With what earlier steps are known by, and dates that are counted from `began`. */
internal fun filled(json: JsonElement, known: Map<String, Any?>, began: OffsetDateTime = OffsetDateTime.now()): JsonElement = when {
    json is JsonObject && json.has("in_seconds") ->
        JsonPrimitive(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(began.plusSeconds(json["in_seconds"].asLong)))
    json is JsonObject -> JsonObject().apply { json.entrySet().forEach { (key, value) -> add(key, filled(value, known, began)) } }
    json is JsonArray -> JsonArray().apply { json.forEach { add(filled(it, known, began)) } }
    json is JsonPrimitive && json.isString -> JsonPrimitive(
        Regex("""\$\{(\w+)\.([\w.]+)}""").replace(json.asString) {
            shown(dig(known.getValue(it.groupValues[1]), it.groupValues[2].split("."))) as String
        },
    )
    else -> json
}
