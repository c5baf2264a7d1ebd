'use strict'

// Makes the official Node SDK's calls for the comparison in tests/chaos, as its README makes them.
//
// A question per line of standard input, an answer per line of standard output. What a call resolves to
// or is rejected with is handed on as it is: what a shop makes of it is decided where the comparison is made.

const readline = require('node:readline')

// Loopback is no proxy's business, and the SDK's HTTP client asks the environment.
process.env.no_proxy = process.env.NO_PROXY = '127.0.0.1'

const { Bootpay } = require('@bootpay/backend-js')
const { version } = require('./node_modules/@bootpay/backend-js/package.json')

const CALLS = {
  'payments.confirm': ({ receipt_id }) => Bootpay.confirmPayment(receipt_id),
  'payments.cancel_full': (fields) => Bootpay.cancelPayment(fields),
  'payments.cancel_partial': (fields) => Bootpay.cancelPayment(fields),
  'billing.charge': (fields) => Bootpay.requestSubscribeCardPayment(fields),
  'reservations.create': ({ reserve_execute_at, ...fields }) =>
    Bootpay.subscribePaymentReserve({ ...fields, reserve_execute_at: new Date(reserve_execute_at) }),
  'reservations.cancel': ({ reserve_id }) => Bootpay.cancelSubscribeReserve(reserve_id),
  'cash_receipts.publish_for_payment': (fields) => Bootpay.cashReceiptPublishOnReceipt(fields),
  'cash_receipts.cancel_for_payment': (fields) => Bootpay.cashReceiptCancelOnReceipt(fields),
  'cash_receipts.publish': (fields) => Bootpay.requestCashReceipt(fields),
  'cash_receipts.cancel': (fields) => Bootpay.cancelCashReceipt(fields)
}

async function answer({ url, keys, call, fields }) {
  const make = CALLS[call]
  if (!make) return { broken: `no ${call}` }
  // The one change: where production is.
  Bootpay.API_ENTRYPOINTS.production = url
  Bootpay.setConfiguration({ ...keys })
  try {
    await Bootpay.getAccessToken()
    return { returned: (await make(fields)) ?? null }
  } catch (error) {
    return { failed: error instanceof Error ? String(error) : error ?? null }
  }
}

function say(line) {
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

async function main() {
  say({ ready: true, sdk: `@bootpay/backend-js ${version}` })
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const question = JSON.parse(line)
    say({ id: question.id, ...(await answer(question)) })
  }
}

main()
