package bootpay.core

import com.google.gson.JsonElement
import com.google.gson.JsonObject
import com.google.gson.JsonParser
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

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
