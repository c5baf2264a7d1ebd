package bootpay.core

import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.time.Instant
import java.time.OffsetDateTime

/** A local Bootpay of its own: `Emulator().use { … }`. It stops with this process at the latest. */
class Emulator(vararg arguments: String) : AutoCloseable {
    private val process = ProcessBuilder(binary, "--port", "0", "--stop-with-stdin", *arguments)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start()
    private val started = JsonParser.parseString(process.inputStream.bufferedReader().readLine()).asJsonObject

    val url: String = started["url"].asString

    /** The certificate authority to trust, with `--tls`. */
    val ca: String? = started["ca"].takeUnless { it.isJsonNull }?.asString

    /** The first merchant, with its keys. */
    val merchant: JsonObject = started["merchant"].asJsonObject

    /** The keys of a merchant. */
    fun credentials(merchant: JsonObject = this.merchant) = Credentials(
        clientKey = merchant["client_key"].asString,
        secretKey = merchant["secret_key"].asString,
    )

    fun options(mode: Mode = Mode.LIVE) = ClientOptions(baseUrl = url, mode = mode, caCertificates = ca)

    fun client() = Bootpay(credentials(), options())

    /** The receipt of a new payment. */
    fun pay(price: Long, orderId: String = "o-1", state: String = "waiting_confirm"): JsonObject =
        control("POST", "/emulator/payments", """{"price": $price, "order_id": "$orderId", "state": "$state"}""").asJsonObject

    val clock = Clock(this)

    /** A new project, of a new merchant unless the fields name one. Nothing is activated in it. */
    fun project(fields: String = "{}") = Project(this, control("POST", "/emulator/projects", fields).asJsonObject)

    /** The first project, to which the first merchant's keys belong. */
    fun defaultProject() = Project(this, control("GET", "/emulator/projects/default").asJsonObject)

    fun activate(pg: String, method: String, live: Boolean = false, settings: String = "{}") =
        defaultProject().activate(pg, method, live, settings)

    fun settlement(): JsonObject = defaultProject().settlement()

    fun pgLedger(pg: String): JsonArray = defaultProject().pgLedger(pg)

    /** The webhooks, oldest first, with each attempt to deliver them. Waits for those that are due. */
    fun webhooks(project: Project? = null): JsonArray =
        control("GET", "/emulator/webhooks" + project?.let { "?merchant=${it.id}" }.orEmpty()).asJsonArray

    /** The merchants and projects as a set-up file (TOML). */
    fun export(): String = control("GET", "/emulator/setup").asJsonObject["toml"].asString

    /** Replaces everything, payments too, by the merchants and projects of a set-up file. */
    fun setUp(toml: String): List<Project> {
        val body = JsonObject().apply { addProperty("toml", toml) }
        val made = control("PUT", "/emulator/setup", "$body").asJsonObject["projects"].asJsonArray
        return made.map { Project(this, it.asJsonObject) }
    }

    /** One request to the controls. */
    fun control(method: String, path: String, body: String? = null): JsonElement {
        val publisher = body?.let(HttpRequest.BodyPublishers::ofString) ?: HttpRequest.BodyPublishers.noBody()
        val request = HttpRequest.newBuilder(URI(url + path)).method(method, publisher).header("content-type", "application/json").build()
        val answer = http.send(request, HttpResponse.BodyHandlers.ofString())
        check(answer.statusCode() == 200) { "$method $path: ${answer.body()}" }
        return JsonParser.parseString(answer.body())
    }

    override fun close() {
        process.outputStream.close()
        process.waitFor()
    }

    companion object {
        private val binary = checkNotNull(System.getenv("BOOTPAY_EMULATOR")) { "BOOTPAY_EMULATOR must name the emulator binary" }
        private val http = HttpClient.newHttpClient()
    }
}

/** A project of an emulator: its fields with all keys, and what its merchant does in the console. */
class Project(private val emulator: Emulator, val fields: JsonObject) {
    val id: String = fields["id"].asString

    /** Activates a method at a PG, and returns the warnings. */
    fun activate(pg: String, method: String, live: Boolean = false, settings: String = "{}"): JsonArray {
        val change = """{"pg": "$pg", "method": "$method", "live": $live, "settings": $settings}"""
        return control("PUT", "/methods", change).asJsonObject["warnings"].asJsonArray
    }

    fun webhooks(): JsonArray = emulator.webhooks(this)

    /** The settlement report: `days`, `rows`, and the tests that are `excluded`. */
    fun settlement(): JsonObject = control("GET", "/settlement").asJsonObject

    /** What the PG itself shows of the project's payments, oldest first. */
    fun pgLedger(pg: String): JsonArray = control("GET", "/ledgers/$pg").asJsonArray

    /** The project as `setup.readiness` of a client takes it. */
    fun export(): String = control("GET", "/export").toString()

    private fun control(method: String, path: String, body: String? = null) =
        emulator.control(method, "/emulator/projects/$id$path", body)
}

/** The clock of an emulator. */
class Clock(private val emulator: Emulator) {
    fun now(): Instant = OffsetDateTime.parse(emulator.control("GET", "/emulator/clock").asJsonObject["now"].asString).toInstant()

    /** Moves the clock forward. All that is due meanwhile happens, in order. */
    fun advance(days: Long = 0, hours: Long = 0, minutes: Long = 0, seconds: Long = 0) =
        set("advance_seconds", "${((days * 24 + hours) * 60 + minutes) * 60 + seconds}")

    /** Has the clock stand still. */
    fun stop() = set("mode", "\"manual\"")

    /** Has the clock run with real time. */
    fun run() = set("mode", "\"real\"")

    private fun set(name: String, value: String) {
        emulator.control("POST", "/emulator/clock", """{"$name": $value}""")
    }
}
