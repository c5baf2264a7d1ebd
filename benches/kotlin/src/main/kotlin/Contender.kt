// One contender of the benchmark: `ContenderKt NAME MODE URL CA CALLS WARM-UP` (see the README of `benches/`).

import com.google.gson.JsonParser
import com.sun.management.OperatingSystemMXBean
import java.lang.management.ManagementFactory
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking

const val RECEIPT_ID = "6712ab34c0de5f0012a4b901"
const val CONCURRENT = 64

/** A look-up and a cancel. The replies are looked at: a contender that does not get them would be fast. */
sealed class Contender {
    class Blocking(val get: () -> Unit, val cancel: () -> Unit) : Contender()

    class Suspending(val get: suspend () -> Unit, val cancel: suspend () -> Unit) : Contender()
}

fun main(arguments: Array<String>) {
    val (name, mode, url, ca) = arguments
    val (calls, warmUp) = arguments.drop(4).map(String::toInt)
    val times = if (mode == "empty") null else measure(make(name, url, ca), mode, calls, warmUp)
    println(if (times == null) "{}" else """{"wall":${times.first},"cpu":${times.second}}""")
    System.out.flush()
    System.`in`.readAllBytes() // Stays until it has been looked at.
    Runtime.getRuntime().halt(0) // Pools of threads would keep it alive.
}

private fun make(name: String, url: String, ca: String): Contender = when (name) {
    "bootpay-core" -> bootpayCore(url, ca)
    "bootpay-core-blocking" -> bootpayCoreBlocking(url, ca)
    "backend" -> bootpayBackend(url, ca)
    "java.net.http" -> javaNetHttp(url, ca)
    "okhttp" -> okHttp(url, ca) { check("15000" in it) }
    "okhttp-gson" -> okHttp(url, ca) { check(JsonParser.parseString(it).asJsonObject["price"].asLong == 15_000L) }
    else -> error("no contender $name")
}

private fun measure(contender: Contender, mode: String, calls: Int, warmUp: Int): Pair<Double, Double>? = when (contender) {
    is Contender.Blocking -> when (mode) {
        "first-reply" -> null.also { contender.get() }
        "concurrent" -> Executors.newFixedThreadPool(CONCURRENT).let { threads ->
            inThreads(threads, contender.get, warmUp)
            timed { inThreads(threads, contender.get, calls) }
        }
        else -> (if (mode == "cancel") contender.cancel else contender.get).let { call ->
            repeat(warmUp) { call() }
            timed { repeat(calls) { call() } }
        }
    }
    is Contender.Suspending -> runBlocking {
        when (mode) {
            "first-reply" -> null.also { contender.get() }
            "concurrent" -> {
                inCoroutines(contender.get, warmUp)
                timed { inCoroutines(contender.get, calls) }
            }
            else -> (if (mode == "cancel") contender.cancel else contender.get).let { call ->
                repeat(warmUp) { call() }
                timed { repeat(calls) { call() } }
            }
        }
    }
}

private fun inThreads(threads: java.util.concurrent.ExecutorService, call: () -> Unit, calls: Int) {
    val work = (0 until CONCURRENT).map { number -> Callable { for (made in number until calls step CONCURRENT) call() } }
    threads.invokeAll(work).forEach { it.get() }
}

private suspend fun inCoroutines(call: suspend () -> Unit, calls: Int) = coroutineScope {
    for (number in 0 until CONCURRENT) launch { for (made in number until calls step CONCURRENT) call() }
}

private inline fun timed(work: () -> Unit): Pair<Double, Double> {
    val system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean::class.java)
    val (wall, cpu) = System.nanoTime() to system.processCpuTime
    work()
    return (System.nanoTime() - wall) / 1e9 to (system.processCpuTime - cpu) / 1e9
}
