'use strict'

const { BootpayError } = require('./index.js')

/** Bytes of the largest body: Bootpay's have a few thousand. */
const LARGEST_BODY = 1 << 20

const NO_WEBHOOK = { status: 400, contentType: 'text/plain', body: 'BAD REQUEST' }
const TOO_LARGE = { status: 413, contentType: 'text/plain', body: 'TOO LARGE' }

/** Logs a webhook that brings no work. */
function log (notice, { outcome, reason }) {
  const print = ['duplicate', 'older', 'busy'].includes(outcome) ? console.info : console.warn
  // Anybody may have written them.
  const [kind, receipt, order] = [notice.kind, notice.receiptId, notice.orderId].map(text => JSON.stringify(text?.slice(0, 100)))
  print(`bootpay: webhook ${kind} of receipt ${receipt}, order ${order}: ${outcome}: ${reason}`)
}

/** Makes a function that receives webhooks; webhooks.d.ts documents it. */
function webhookReceiver (bootpay, { order, work, report = log }) {
  for (const [name, given] of Object.entries({ order, work, report })) {
    if (typeof given !== 'function') throw new TypeError(`${name} must be a function`)
  }
  return async ({ headers, body, source }) => {
    const { webhooks } = bootpay
    if (body?.length > LARGEST_BODY) return TOO_LARGE
    let notice
    try {
      notice = webhooks.parse({ headers, body })
    } catch (error) {
      if (!(error instanceof BootpayError) || error.kind !== 'invalid') throw error
      console.warn(`bootpay: a request is no webhook: ${error.message}`)
      return NO_WEBHOOK
    }
    const sold = await order(notice)
    const delivery = await webhooks.receive({ notice, source, ...(sold ? { orderId: sold.orderId, price: sold.price } : {}) })
    if (delivery.response) {
      await report(notice, delivery)
      return delivery.response
    }
    try {
      await work(delivery)
    } catch (error) {
      // If that fails too, the next resend is handled after the client's webhookWorkTimeMs.
      await webhooks.release({ claim: delivery }).catch(() => {})
      throw error
    }
    return webhooks.done({ claim: delivery })
  }
}

module.exports = { webhookReceiver, LARGEST_BODY, TOO_LARGE }
