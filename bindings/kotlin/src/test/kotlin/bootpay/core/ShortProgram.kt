package bootpay.core

import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.withTimeoutOrNull
import java.io.File
import kotlin.concurrent.thread
import kotlin.system.exitProcess
import kotlin.time.Duration.Companion.milliseconds

/** The threads of the client, of all that this process has. */
private fun threads() = File("/proc/self/task").listFiles()!!.count { "bootpay" in runCatching { File(it, "comm").readText() }.getOrDefault("") }

/**
 * Fifty calls, one that moves money, and the end: `main` ends after it gave the call up, or the call
 * is under way when it says `exit`, or waits to be told to end.
 */
suspend fun main(arguments: Array<String>) {
    val (url, clientKey, secretKey, receiptId, end) = arguments
    Runtime.getRuntime().addShutdownHook(thread(start = false) { println("hook") })
    val bootpay = Bootpay(Credentials(clientKey, secretKey), ClientOptions(baseUrl = url))
    check(threads() == 0) { "a thread before the first call" }
    repeat(50) { bootpay.payments().get(GetReceipt(receiptId)) }
    check(threads() == 1) { "one thread for all calls" }
    if (end == "return") {
        withTimeoutOrNull(500.milliseconds) { bootpay.payments().cancelFull(CancelFull(receiptId)) }
        if (bootpay.attempts().unresolved().size == 1) println("left")
        return
    }
    coroutineScope {
        async(Dispatchers.IO) { bootpay.payments().cancelFull(CancelFull(receiptId)) }
        while (bootpay.attempts().unresolved().isEmpty()) delay(5)
        println("left")
        if (end == "exit") exitProcess(0)
    }
}
