package bootpay.emulator

import bootpay.core.BlockingBootpay
import bootpay.core.Bootpay
import bootpay.core.ClientOptions
import bootpay.core.Credentials
import bootpay.core.Mode
import com.google.gson.Gson
import com.google.gson.JsonArray
import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.io.IOException
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.security.KeyStore
import java.security.cert.CertificateFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory

/**
 * A local Bootpay for tests, in a process of its own. The emulator's README describes its functions.
 *
 * ```
 * Emulator().use { emulator ->
 *     val receiptId = emulator.pay(15_000)["receipt_id"].asString
 *     emulator.client().use { it.payments().confirm(ConfirmPayment(receiptId, "o-1", 15_000)) }
 * }
 * ```
 *
 * Runs [program], else the program that the environment variable `BOOTPAY_EMULATOR` names, else the one in this
 * artefact for the platform, else `bootpay-emulator` on the PATH, with the given arguments: `Emulator("--tls")`.
 * It stops when it is closed, and with this process at the latest.
 */
class Emulator @JvmOverloads constructor(vararg arguments: String, program: Path? = null) : AutoCloseable {
    private val process = start(program ?: Program.find(), arguments)
    private val output = process.inputStream.bufferedReader()
    private val started: JsonObject = output.readLine()?.let { JsonParser.parseString(it).asJsonObject }
        ?: throw IllegalStateException("bootpay-emulator ended immediately, with ${process.waitFor()}")

    /** URL of the emulator. */
    val url: String = started["url"].asString

    /** Certificate authority to trust (PEM), with `--tls`. */
    val ca: String? = started["ca"].takeUnless { it.isJsonNull }?.asString

    /** The first merchant: `id`, `client_key`, `secret_key`, `application_id`, `private_key`. */
    val merchant: JsonObject = started["merchant"].asJsonObject

    /** The emulator's clock. */
    val clock = Clock(this)

    private val http by lazy {
        // Not through a proxy: the emulator is on this machine.
        val builder = HttpClient.newBuilder().proxy(HttpClient.Builder.NO_PROXY).version(HttpClient.Version.HTTP_1_1)
        ca?.let { builder.sslContext(trusting(it)) }
        builder.build()
    }

    /** Returns the key pair of a merchant. The `fields` of a project stand for one here and below. */
    @JvmOverloads
    fun credentials(merchant: JsonObject = this.merchant) = Credentials(
        clientKey = merchant["client_key"].asString,
        secretKey = merchant["secret_key"].asString,
    )

    /** Returns the options of a client of this emulator: URL, trust and the merchant's mode. */
    @JvmOverloads
    fun options(merchant: JsonObject = this.merchant): ClientOptions {
        val isTest = (merchant["mode"]?.takeUnless { it.isJsonNull }?.asString) == "test"
        return ClientOptions(baseUrl = url, mode = if (isTest) Mode.TEST else Mode.LIVE, caCertificates = ca)
    }

    /** Returns a client of this emulator, with suspending calls. */
    @JvmOverloads
    fun client(merchant: JsonObject = this.merchant) = Bootpay(credentials(merchant), options(merchant))

    /** Returns a client of this emulator, with blocking calls. */
    @JvmOverloads
    fun blockingClient(merchant: JsonObject = this.merchant) = BlockingBootpay(credentials(merchant), options(merchant))

    /**
     * Makes a payment, by default one that waits for confirmation, and returns its receipt. Further [fields] are
     * those of the control: `mapOf("pg" to "kcp", "merchant" to project.id)`.
     */
    @JvmOverloads
    fun pay(
        price: Long,
        orderId: String = "o-1",
        state: String = "waiting_confirm",
        fields: Map<String, Any?> = emptyMap(),
    ): JsonObject {
        val payment = mapOf("price" to price, "order_id" to orderId, "state" to state) + fields
        return control("POST", "/emulator/payments", payment).asJsonObject
    }

    /** Plays the buyer of a payment: `pay`, `deposit`, `fail` or `expire`. */
    fun buyer(receiptId: String, action: String): JsonObject =
        control("POST", "/emulator/payments/$receiptId/buyer", mapOf("action" to action)).asJsonObject

    /** Injects a fault into the next response of this path: `fault("/v2/cancel", mapOf("kind" to "stall", "seconds" to 1))`. */
    fun fault(path: String, fields: Map<String, Any?>) {
        control("POST", "/emulator/faults", mapOf("path" to path) + fields)
    }

    /** Returns the requests that have arrived, oldest first; of one merchant, if it is given. */
    @JvmOverloads
    fun requests(merchant: JsonObject? = null): JsonArray = of("/emulator/requests", merchant)

    /** Deletes the recorded requests and the faults. */
    fun clear() {
        control("DELETE", "/emulator/requests")
        control("DELETE", "/emulator/faults")
    }

    /** Creates another merchant and returns it. */
    @JvmOverloads
    fun newMerchant(fields: Map<String, Any?> = emptyMap()): JsonObject =
        control("POST", "/emulator/merchants", fields).asJsonObject

    /** Creates a project, of a new merchant unless `merchant` names one. Nothing is activated in it. */
    @JvmOverloads
    fun project(fields: Map<String, Any?> = emptyMap()) =
        Project(this, control("POST", "/emulator/projects", fields).asJsonObject)

    /** The first project, to which [merchant]'s keys belong; without a set-up file it takes every method. */
    fun defaultProject() = Project(this, control("GET", "/emulator/projects/default").asJsonObject)

    /** [Project.activate] of the first project. */
    @JvmOverloads
    fun activate(pg: String, method: String, changes: Map<String, Any?> = emptyMap()): JsonArray =
        defaultProject().activate(pg, method, changes)

    /** [Project.settlement] of the first project. */
    fun settlement(): JsonObject = defaultProject().settlement()

    /** [Project.pgLedger] of the first project. */
    fun pgLedger(pg: String): JsonArray = defaultProject().pgLedger(pg)

    /** Returns the webhooks, oldest first, with each attempt to deliver them. Waits for those that are due. */
    @JvmOverloads
    fun webhooks(merchant: JsonObject? = null): JsonArray = of("/emulator/webhooks", merchant)

    /** Returns the merchants and projects as a set-up file (TOML). */
    fun export(): String = control("GET", "/emulator/setup").asJsonObject["toml"].asString

    /** Replaces everything, payments too, by the merchants and projects of a set-up file. */
    fun setUp(toml: String): List<Project> =
        control("PUT", "/emulator/setup", mapOf("toml" to toml)).asJsonObject["projects"].asJsonArray
            .map { Project(this, it.asJsonObject) }

    /**
     * Sends a request to the emulator's controls and returns its response. The body is JSON text, or an object that
     * Gson writes.
     */
    @JvmOverloads
    fun control(method: String, path: String, body: Any? = null): JsonElement {
        val text = body as? String ?: body?.let(gson::toJson)
        val publisher = text?.let(HttpRequest.BodyPublishers::ofString) ?: HttpRequest.BodyPublishers.noBody()
        // The controls take JSON only, without a body too.
        val request = HttpRequest.newBuilder(URI(url + path)).method(method, publisher).header("content-type", "application/json")
        val response = http.send(request.build(), HttpResponse.BodyHandlers.ofString())
        check(response.statusCode() == 200) { "$method $path: ${response.body()}" }
        return JsonParser.parseString(response.body())
    }

    /** Stops the emulator, and waits until it has ended. */
    override fun close() {
        process.outputStream.close()
        process.waitFor()
        output.close()
    }

    private fun of(path: String, merchant: JsonObject?): JsonArray =
        control("GET", path + merchant?.let { "?merchant=${it["id"].asString}" }.orEmpty()).asJsonArray

    private companion object {
        val gson = Gson()

        fun start(program: Path, arguments: Array<out String>): Process = try {
            ProcessBuilder("$program", "--port", "0", "--stop-with-stdin", *arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start()
        } catch (failure: IOException) {
            throw IllegalStateException("$program does not start on ${Program.platform}: ${Program.remedy}", failure)
        }

        fun trusting(authority: String): SSLContext {
            val store = KeyStore.getInstance(KeyStore.getDefaultType()).apply {
                load(null, null)
                val certificate = CertificateFactory.getInstance("X.509").generateCertificate(authority.byteInputStream())
                setCertificateEntry("emulator", certificate)
            }
            val trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).apply { init(store) }
            return SSLContext.getInstance("TLS").apply { init(null, trust.trustManagers, null) }
        }
    }
}
