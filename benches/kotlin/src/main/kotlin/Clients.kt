// The contenders' clients, each as its users have it.

import bootpay.core.BlockingBootpay
import bootpay.core.Bootpay
import bootpay.core.CancelFull
import bootpay.core.ClientOptions
import bootpay.core.Credentials
import bootpay.core.GetReceipt
import java.io.File
import java.net.URI
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.security.KeyStore
import java.security.cert.CertificateFactory
import javax.net.ssl.TrustManagerFactory
import javax.net.ssl.X509TrustManager
import okhttp3.Dispatcher
import okhttp3.MediaType.Companion.toMediaType
import okhttp3.OkHttpClient
import okhttp3.Request
import okhttp3.RequestBody.Companion.toRequestBody

private const val BASIC = "Basic a2V5OnNlY3JldA=="
private const val GIVE_BACK = """{"receipt_id":"$RECEIPT_ID","cancel_message":"changed mind"}"""
private val keys = Credentials(clientKey = "key", secretKey = "secret")

private fun options(url: String, ca: String) =
    ClientOptions(baseUrl = url, caCertificates = ca.ifEmpty { null }?.let { File(it).readText() })

fun bootpayCore(url: String, ca: String): Contender {
    val bootpay = Bootpay(keys, options(url, ca))
    return Contender.Suspending(
        get = { check(bootpay.payments().get(GetReceipt(RECEIPT_ID)).price == 15_000L) },
        cancel = {
            check(bootpay.payments().cancelFull(CancelFull(RECEIPT_ID, cancelMessage = "changed mind")).cancelledPrice == 15_000L)
        },
    )
}

fun bootpayCoreBlocking(url: String, ca: String): Contender {
    val bootpay = BlockingBootpay(keys, options(url, ca))
    return Contender.Blocking(
        get = { check(bootpay.payments().get(GetReceipt(RECEIPT_ID)).price == 15_000L) },
        cancel = {
            check(bootpay.payments().cancelFull(CancelFull(RECEIPT_ID, cancelMessage = "changed mind")).cancelledPrice == 15_000L)
        },
    )
}

fun bootpayBackend(url: String, ca: String): Contender {
    trustEverywhere(ca)
    val bootpay = kr.co.bootpay.pg.Bootpay.withClientKey("key", "secret")
    bootpay.baseUrl = "$url/v2/"
    return Contender.Blocking(
        get = { check((bootpay.getReceipt(RECEIPT_ID)["price"] as Number).toInt() == 15_000) },
        cancel = {
            val cancel = kr.co.bootpay.pg.model.request.Cancel()
            cancel.receiptId = RECEIPT_ID
            cancel.cancelMessage = "changed mind"
            check((bootpay.receiptCancel(cancel)["cancelled_price"] as Number).toInt() == 15_000)
        },
    )
}

fun javaNetHttp(url: String, ca: String): Contender {
    trustEverywhere(ca)
    val client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()
    fun send(request: HttpRequest.Builder) {
        request.header("authorization", BASIC).header("accept", "application/json")
        val reply = client.send(request.build(), HttpResponse.BodyHandlers.ofString())
        check(reply.statusCode() == 200 && reply.body().contains("15000"))
    }
    return Contender.Blocking(
        get = { send(HttpRequest.newBuilder(URI("$url/v2/receipt/$RECEIPT_ID"))) },
        cancel = {
            val body = HttpRequest.BodyPublishers.ofString(GIVE_BACK)
            send(HttpRequest.newBuilder(URI("$url/v2/cancel")).POST(body).header("content-type", "application/json"))
        },
    )
}

fun okHttp(url: String, ca: String, read: (String) -> Unit): Contender {
    trustEverywhere(ca)
    val client = OkHttpClient.Builder().dispatcher(Dispatcher().apply { maxRequestsPerHost = CONCURRENT })
        .connectionPool(okhttp3.ConnectionPool(CONCURRENT, 5, java.util.concurrent.TimeUnit.MINUTES)).build()
    fun send(request: Request.Builder) {
        request.header("authorization", BASIC).header("accept", "application/json")
        client.newCall(request.build()).execute().use { reply ->
            check(reply.isSuccessful)
            read(reply.body.string())
        }
    }
    return Contender.Blocking(
        get = { send(Request.Builder().url("$url/v2/receipt/$RECEIPT_ID")) },
        cancel = { send(Request.Builder().url("$url/v2/cancel").post(GIVE_BACK.toRequestBody("application/json".toMediaType()))) },
    )
}

/** Adds the authority to those that the JVM trusts, for clients that have no setting for it. */
private fun trustEverywhere(ca: String) {
    if (ca.isEmpty()) return
    val store = KeyStore.getInstance(KeyStore.getDefaultType()).apply { load(null, null) }
    store.setCertificateEntry("benchmark", File(ca).inputStream().use { CertificateFactory.getInstance("X.509").generateCertificate(it) })
    val usual = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm()).apply { init(null as KeyStore?) }
    usual.trustManagers.filterIsInstance<X509TrustManager>().flatMap { it.acceptedIssuers.asList() }
        .forEachIndexed { number, issuer -> store.setCertificateEntry("usual-$number", issuer) }
    val file = File.createTempFile("bootpay-bench", ".p12").apply { deleteOnExit() }
    file.outputStream().use { store.store(it, "changeit".toCharArray()) }
    System.setProperty("javax.net.ssl.trustStore", file.path)
    System.setProperty("javax.net.ssl.trustStorePassword", "changeit")
}
