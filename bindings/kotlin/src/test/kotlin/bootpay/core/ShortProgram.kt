package bootpay.core

import kotlinx.coroutines.withTimeoutOrNull
import kotlin.time.Duration.Companion.milliseconds

/** Fifty calls, one that moves money and is given up, and the end of `main`. */
suspend fun main(arguments: Array<String>) {
    val (url, clientKey, secretKey, receiptId) = arguments
    val bootpay = Bootpay(Credentials(clientKey, secretKey), ClientOptions(baseUrl = url))
    repeat(50) { bootpay.payments().get(GetReceipt(receiptId)) }
    withTimeoutOrNull(500.milliseconds) { bootpay.payments().cancelFull(CancelFull(receiptId)) }
    if (bootpay.unsettled().size == 1) println("detached")
}
