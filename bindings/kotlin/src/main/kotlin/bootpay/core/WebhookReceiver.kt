package bootpay.core

import java.util.concurrent.CancellationException
import java.util.function.BiConsumer
import java.util.function.Consumer
import java.util.function.Function

/**
 * Receives webhooks in any framework: reads the request, finds the order, and has the work done once.
 *
 * `order` finds the merchant's order by the notice's `orderId`, and returns null if there is none. `work` handles a
 * change: `payment()` of the delivery is a paid payment, `refunded()` a refund. It may run again for the same change if
 * the process dies before its end is stored, so decide by one conditional update of the order. `report` is told of every
 * other outcome, and logs it by default.
 */
class WebhookReceiver @JvmOverloads constructor(
    private val bootpay: BlockingBootpay,
    private val order: Function<WebhookNotice, Order?>,
    private val work: Consumer<WebhookDelivery>,
    private val report: BiConsumer<WebhookNotice, WebhookDelivery> = BiConsumer(::logWebhook),
) {
    /** An order of the merchant, from its own records. */
    class Order(
        /** The merchant's id of the order. */
        val orderId: String,
        /** Price in won. */
        val price: Long,
    )

    /**
     * Returns the response to a webhook: send exactly that. `body` is the raw body, before any parser, and `source` the
     * address of the connection (`request.remoteAddr`), never the value of a header.
     *
     * Throws what `order` or `work` throws, after the change was released: respond with any status from 500, and Bootpay
     * sends the webhook again.
     */
    fun receive(headers: Map<String, List<String>>, body: ByteArray, source: String): WebhookResponse {
        val webhooks = bootpay.webhooks()
        val notice = try {
            webhooks.parse(ParseWebhook(headers, body))
        } catch (error: BootpayException.Invalid) {
            return noWebhook(error)
        }
        val order = order.apply(notice)
        val delivery = webhooks.receive(ReceiveWebhook(notice.serialized, source, order?.orderId, order?.price))
        delivery.response()?.let {
            report.accept(notice, delivery)
            return it
        }
        val claim = checkNotNull(delivery.claim())
        try {
            work.accept(delivery)
        } catch (failure: Throwable) {
            // If that fails too, the next resend is handled after the client's webhookWorkTime.
            runCatching { webhooks.release(ReleaseWebhook(claim)) }
            throw failure
        }
        return webhooks.done(FinishWebhook(claim))
    }
}

/** Receives webhooks with suspending functions: [WebhookReceiver] for a client with awaited calls. */
class SuspendingWebhookReceiver(
    private val bootpay: Bootpay,
    private val order: suspend (WebhookNotice) -> WebhookReceiver.Order?,
    private val work: suspend (WebhookDelivery) -> Unit,
    private val report: suspend (WebhookNotice, WebhookDelivery) -> Unit = ::logWebhook,
) {
    /** Returns the response to a webhook, as [WebhookReceiver.receive] does. */
    suspend fun receive(headers: Map<String, List<String>>, body: ByteArray, source: String): WebhookResponse {
        val webhooks = bootpay.webhooks()
        val notice = try {
            webhooks.parse(ParseWebhook(headers, body))
        } catch (error: BootpayException.Invalid) {
            return noWebhook(error)
        }
        val order = order(notice)
        val delivery = webhooks.receive(ReceiveWebhook(notice.serialized, source, order?.orderId, order?.price))
        delivery.response()?.let {
            report(notice, delivery)
            return it
        }
        val claim = checkNotNull(delivery.claim())
        try {
            work(delivery)
        } catch (cancelled: CancellationException) {
            // A thread of it may go on. The work is taken up after webhookWorkTime.
            throw cancelled
        } catch (failure: Throwable) {
            runCatching { webhooks.release(ReleaseWebhook(claim)) }
            throw failure
        }
        return webhooks.done(FinishWebhook(claim))
    }
}

private val log: System.Logger by lazy { System.getLogger("bootpay.core.webhooks") }

/** Logs a webhook that brings no work: a warning, unless it is a resend. */
private fun logWebhook(notice: WebhookNotice, delivery: WebhookDelivery) {
    val outcome = delivery.outcome()
    val isUsual = outcome in setOf(WebhookOutcome.DUPLICATE, WebhookOutcome.OLDER, WebhookOutcome.BUSY)
    val (kind, receipt, order) = listOf(notice.kind.symbol(), notice.receiptId, notice.orderId).map(::quoted)
    val text = "webhook $kind of receipt $receipt, order $order: ${outcome.symbol()}: ${delivery.reason()}"
    log.log(if (isUsual) System.Logger.Level.INFO else System.Logger.Level.WARNING, text)
}

/** Text that anybody may have written, on one line of a log. */
private fun quoted(text: String?) = text?.take(100)?.let { "\"" + it.replace(Regex("[\\p{Cntrl}\"]"), "?") + "\"" }

private fun noWebhook(error: BootpayException.Invalid): WebhookResponse {
    log.log(System.Logger.Level.WARNING, "a request is no webhook: ${error.message}")
    return WebhookResponse(400, "text/plain", "BAD REQUEST")
}
