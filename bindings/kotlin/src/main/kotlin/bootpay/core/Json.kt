package bootpay.core

import com.google.gson.Gson
import com.google.gson.JsonParseException
import com.google.gson.TypeAdapter
import com.google.gson.TypeAdapterFactory
import com.google.gson.reflect.TypeToken
import com.google.gson.stream.JsonReader
import com.google.gson.stream.JsonWriter
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Modifier
import java.math.BigDecimal
import java.time.Instant
import java.time.ZoneOffset
import java.time.format.DateTimeFormatter

// Responses and enum values as JSON. The classes carry annotations of Jackson, Gson and kotlinx.serialization,
// none of which need be there: the JVM passes over an annotation whose class is missing.

/** The fields that are there, as JSON has them. */
internal fun fieldsOf(vararg fields: Pair<String, Any?>): Map<String, Any?> {
    val map = LinkedHashMap<String, Any?>()
    for ((name, value) in fields) plain(value)?.let { map[name] = it }
    return map
}

/** In Korean time, as Bootpay writes dates. */
internal fun inKorea(instant: Instant): String =
    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atOffset(ZoneOffset.ofHours(9)))

internal fun asObject(whole: Any?): Map<String, Any?> =
    if (whole is Map<*, *>) whole.mapKeys { "${it.key}" } else mapOf("raw" to whole)

/** The value of JSON text: maps, lists, text, numbers, flags, null. */
internal fun json(text: String?): Any? = text?.let { Text(it).whole() }

private class Text(private val text: String) {
    private var at = 0

    fun whole(): Any? {
        val value = value()
        require(next() == END) { "must be JSON" }
        return value
    }

    private fun value(): Any? = when (next()) {
        '{' -> {
            val map = LinkedHashMap<String, Any?>()
            each('}') {
                val name = string()
                require(next() == ':') { "must be JSON" }
                at++
                map[name] = value()
            }
            map
        }
        '[' -> ArrayList<Any?>().also { list -> each(']') { list += value() } }
        '"' -> string()
        't' -> word("true", true)
        'f' -> word("false", false)
        'n' -> word("null", null)
        else -> number()
    }

    private inline fun each(end: Char, read: () -> Unit) {
        at++
        if (next() == end) {
            at++
            return
        }
        while (true) {
            next()
            read()
            val mark = next()
            at++
            if (mark == end) return
            require(mark == ',') { "must be JSON" }
        }
    }

    private fun string(): String {
        require(next() == '"') { "must be JSON" }
        at++
        val read = StringBuilder()
        while (true) {
            val letter = text.getOrElse(at++) { throw IllegalArgumentException("must be JSON") }
            when (letter) {
                '"' -> return read.toString()
                '\\' -> read.append(escaped())
                else -> read.append(letter)
            }
        }
    }

    private fun escaped(): Char = when (val letter = text.getOrElse(at++) { END }) {
        'n' -> '\n'
        't' -> '\t'
        'r' -> '\r'
        'b' -> '\b'
        'f' -> '\u000c'
        'u' -> {
            at += 4
            text.substring(at - 4, at).toInt(16).toChar()
        }
        else -> letter
    }

    private fun word(word: String, value: Any?): Any? {
        require(text.startsWith(word, at)) { "must be JSON" }
        at += word.length
        return value
    }

    private fun number(): Number {
        val start = at
        while (at < text.length && (text[at].isLetterOrDigit() || text[at] in "+-.")) at++
        val number = text.substring(start, at)
        return number.toLongOrNull() ?: number.toBigIntegerOrNull() ?: BigDecimal(number)
    }

    /** The next mark, behind blanks. */
    private fun next(): Char {
        while (at < text.length && text[at] in " \t\r\n") at++
        return text.getOrElse(at) { END }
    }

    private companion object {
        const val END = '\u0000'
    }
}

/** Has Gson write responses and enum values as the API does, and read enum values. */
internal class GsonAdapters : TypeAdapterFactory {
    override fun <T> create(gson: Gson, type: TypeToken<T>): TypeAdapter<T> = object : TypeAdapter<T>() {
        override fun write(writer: JsonWriter, value: T) {
            when (val plain = plain(value)) {
                null -> writer.nullValue()
                else -> gson.toJson(plain, plain.javaClass, writer)
            }
        }

        override fun read(reader: JsonReader): T {
            val classes = generateSequence<Class<*>>(type.rawType) { it.superclass }
            val of = classes.flatMap { it.declaredMethods.asSequence() }
                .find { it.name == "of" && Modifier.isStatic(it.modifiers) }
                ?: throw JsonParseException("only the client makes a ${type.rawType.simpleName}")
            try {
                @Suppress("UNCHECKED_CAST")
                return of.invoke(null, reader.nextString()) as T
            } catch (failure: InvocationTargetException) {
                throw JsonParseException(failure.targetException)
            }
        }
    }
}
