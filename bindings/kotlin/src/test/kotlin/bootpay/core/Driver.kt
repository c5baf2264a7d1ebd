package bootpay.core

import com.google.gson.Gson
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withTimeoutOrNull
import scenarios.dig
import scenarios.read
import scenarios.seconds
import scenarios.shown
import java.util.concurrent.ConcurrentHashMap
import kotlin.time.Duration.Companion.seconds

/** Clients for `tests/chaos`, which says what each line means. */
object Driver {
    private val gson = Gson().newBuilder().serializeNulls().create()
    private val clients = ConcurrentHashMap<String, Bootpay>()

    @JvmStatic
    fun main(arguments: Array<String>) = runBlocking(Dispatchers.IO) {
        say(mapOf("language" to "Kotlin", "cancels" to true))
        for (text in generateSequence(::readLine)) {
            launch {
                val line = JsonParser.parseString(text).asJsonObject
                val answer = runCatching { take(line) }.getOrElse { error ->
                    if (error is BootpayException) mapOf("failed" to picked(error.info, line["fails"])) else mapOf("broken" to "$error")
                }
                say(mapOf("id" to line["id"]) + answer)
            }
        }
    }

    private suspend fun take(line: JsonObject): Map<String, Any?> {
        val name = line["client"].asString
        return when (line["do"].asString) {
            "open" -> {
                val keys = line["credentials"].asJsonObject
                val credentials = Credentials(clientKey = keys["client_key"].asString, secretKey = keys["secret_key"].asString)
                clients[name] = Bootpay(credentials, read(ClientOptions::class, line["options"].asJsonObject) as ClientOptions)
                mapOf("returned" to null)
            }
            "unresolved" -> mapOf("returned" to picked(clients.getValue(name).attempts().unresolved(), line["read"]))
            "acknowledge" -> mapOf("returned" to clients.getValue(name).attempts().acknowledge(line["attempt"].asString))
            "call" -> made(clients.getValue(name), line)
            else -> error("nobody can ${line["do"]}")
        }
    }

    /** A call whose coroutine is cancelled when it takes too long. */
    private suspend fun made(client: Bootpay, line: JsonObject): Map<String, Any?> {
        suspend fun reply() = picked(call(client, line["call"].asString, line["with"].asJsonObject, seconds(line["timeout"])), line["read"])
        if (line["cancel"].isJsonNull) return mapOf("returned" to reply())
        val reply = withTimeoutOrNull(line["cancel"].asDouble.seconds) { reply() }
        return if (reply == null) mapOf("cancelled" to true) else mapOf("returned" to reply)
    }

    /** What is at each of the paths; of a list, in each of its items. */
    private fun picked(value: Any?, paths: JsonElement): Any = when (value) {
        is List<*> -> value.map { picked(it, paths) }
        else -> paths.asJsonArray.map { it.asString }.associateWith { path -> shown(dig(value, path.split("."))) }
    }

    @Synchronized
    private fun say(line: Map<String, Any?>) = println(gson.toJson(line))
}
