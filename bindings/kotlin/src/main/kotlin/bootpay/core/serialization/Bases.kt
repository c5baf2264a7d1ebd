package bootpay.core.serialization

import bootpay.core.plain
import kotlinx.serialization.KSerializer
import kotlinx.serialization.SerializationException
import kotlinx.serialization.descriptors.PrimitiveKind
import kotlinx.serialization.descriptors.PrimitiveSerialDescriptor
import kotlinx.serialization.descriptors.SerialDescriptor
import kotlinx.serialization.encoding.Decoder
import kotlinx.serialization.encoding.Encoder
import kotlinx.serialization.json.JsonArray
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonEncoder
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlin.reflect.KClass

/** Writes a response as JSON, with the API's names and values. A response is not read: only the client makes one. */
abstract class ResponseSerializer<T : Any> internal constructor() : KSerializer<T> {
    override val descriptor: SerialDescriptor get() = JsonElement.serializer().descriptor

    override fun serialize(encoder: Encoder, value: T) {
        val json = encoder as? JsonEncoder ?: throw SerializationException("a response is written as JSON only")
        json.encodeJsonElement(element(plain(value)))
    }

    override fun deserialize(decoder: Decoder): T = throw SerializationException("only the client makes a response")
}

/** Writes and reads an enum value as the API's text. */
abstract class EnumSerializer<T : Any> internal constructor(type: KClass<T>, private val of: (String) -> T) : KSerializer<T> {
    override val descriptor: SerialDescriptor = PrimitiveSerialDescriptor("bootpay.core.${type.simpleName}", PrimitiveKind.STRING)
    override fun serialize(encoder: Encoder, value: T) = encoder.encodeString(plain(value) as String)
    override fun deserialize(decoder: Decoder): T = of(decoder.decodeString())
}

private fun element(value: Any?): JsonElement = when (value) {
    null -> JsonNull
    is Boolean -> JsonPrimitive(value)
    is Number -> JsonPrimitive(value)
    is Map<*, *> -> JsonObject(value.entries.associate { (name, part) -> "$name" to element(part) })
    is List<*> -> JsonArray(value.map { element(it) })
    else -> JsonPrimitive("$value")
}
