package bootpay.core

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonNull
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import com.google.gson.JsonPrimitive
import java.lang.reflect.InvocationTargetException
import java.time.Duration
import java.time.Instant
import java.time.OffsetDateTime
import kotlin.reflect.KClass
import kotlin.reflect.KType
import kotlin.reflect.full.callSuspendBy
import kotlin.reflect.full.memberFunctions
import kotlin.reflect.full.memberProperties
import kotlin.reflect.full.primaryConstructor
import kotlin.reflect.full.valueParameters

// The public API by core's names, found by reflection: calls, what they take, and what they return.

/** Makes a call by its name in the table. */
internal suspend fun call(client: Any, name: String, with: JsonObject, timeout: Duration?): Any? {
    val (resourceName, methodName) = name.split(".").map(::camelCase)
    val resource = client::class.memberFunctions.single { it.name == resourceName }.call(client)!!
    val method = resource::class.memberFunctions.filter { it.name == methodName }.maxBy { it.parameters.size }
    val arguments = method.parameters.associateWith { parameter ->
        when {
            parameter.name == null -> resource
            parameter.name == "request" -> read(parameter.type.classifier as KClass<*>, with)
            parameter.name == "options" && timeout != null -> CallOptions(timeout = timeout)
            else -> null
        }
    }
    try {
        return method.callSuspendBy(arguments)
    } catch (wrapped: InvocationTargetException) {
        throw wrapped.targetException
    }
}

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
    // What is any JSON is text in Kotlin.
    String::class -> if (json is JsonPrimitive) json.asString else "$json"
    Boolean::class -> json.asBoolean
    Long::class -> json.asLong
    Duration::class -> seconds(json)
    Instant::class -> OffsetDateTime.parse(json.asString).toInstant()
    Secret::class -> Secret(json.asString)
    // The raw body of a request, which a scenario has as text.
    ByteArray::class -> json.asString.toByteArray()
    // Headers: one value or several.
    Map::class -> json.asJsonObject.entrySet().associate { (name, value) ->
        name to if (value is JsonArray) value.map { it.asString } else listOf(value.asString)
    }
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
internal fun dig(value: Any?, path: List<String>): Any? {
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

internal fun plain(json: JsonPrimitive): Any = when {
    json.isBoolean -> json.asBoolean
    json.isNumber -> json.asLong
    else -> json.asString
}

/** Enums as their words, secrets as their text. */
internal fun shown(value: Any?): Any? = when (value) {
    null, is String, is Boolean, is Long -> value
    is JsonPrimitive -> plain(value)
    is Secret -> value.expose()
    else -> named(value, "symbol")?.call(value) ?: value
}
