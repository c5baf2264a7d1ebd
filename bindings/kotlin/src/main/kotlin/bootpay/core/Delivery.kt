package bootpay.core

import kotlinx.coroutines.Job
import kotlinx.coroutines.ensureActive
import kotlin.coroutines.Continuation
import kotlin.coroutines.intrinsics.COROUTINE_SUSPENDED
import kotlin.coroutines.intrinsics.startCoroutineUninterceptedOrReturn
import kotlin.coroutines.intrinsics.suspendCoroutineUninterceptedOrReturn

/**
 * Makes a call, and cancels it if its coroutine is cancelled.
 *
 * `async` and `withTimeoutOrNull` drop what a cancelled block returns. So the coroutine is watched
 * until the caller's own code has run on with the reply, or has come to its end: what is cancelled
 * before that has its attempt in `unresolved()`, when `cancel()` returns.
 */
internal suspend fun <T> delivered(number: ULong, call: suspend () -> T): T =
    suspendCoroutineUninterceptedOrReturn { caller ->
        val job = caller.context[Job]
        job?.ensureActive()
        // A child, which is cancelled while `cancel()` of its parent runs: only an internal API, which changes
        // from version to version, tells the same otherwise. If the caller cancels it alone
        // (`cancelChildren`), its call goes on.
        val watch = job?.let { Job(it) }
        watch?.invokeOnCompletion { cause -> if (cause != null && job.isCancelled) giveUpCall(number) }
        fun end() {
            // Who sees that the job is cancelled may be faster than the watch.
            if (job?.isCancelled == true) giveUpCall(number)
            watch?.complete()
            endCall(number)
        }
        val delivery = object : Continuation<T> {
            override val context get() = caller.context

            override fun resumeWith(result: Result<T>) {
                // From here on the job's own end tells: a child would keep it from ending with the reply.
                val ended = job?.invokeOnCompletion { cause -> if (cause != null) giveUpCall(number) }
                watch?.complete()
                try {
                    // An error that the caller passes on cancels its job, and does not cancel the call.
                    if (result.isFailure || job?.isCancelled == true) {
                        end()
                        caller.resumeWith(result.mapCatching { it.also { job?.ensureActive() } })
                    } else {
                        caller.resumeWith(result)
                    }
                } finally {
                    ended?.dispose()
                    endCall(number)
                }
            }
        }
        val outcome = try {
            call.startCoroutineUninterceptedOrReturn(delivery)
        } catch (failure: Throwable) {
            end()
            throw failure
        }
        if (outcome !== COROUTINE_SUSPENDED) end()
        outcome
    }
