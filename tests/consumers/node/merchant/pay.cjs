'use strict'

// The same, required.
const { Bootpay, BootpayError, VerifiedPayment } = require('bootpay-core')

async function main () {
  const { settings, receiptId, orderId } = JSON.parse(process.env.MERCHANT)
  const bootpay = new Bootpay(settings)
  const paid = await bootpay.payments.confirm({ receiptId, orderId, price: 15_000 })
  const error = await bootpay.payments.get({ receiptId: 'nope' }).catch(error => error)
  console.log(JSON.stringify({
    price: paid.price,
    date: paid.receipt.purchasedAt instanceof Date,
    raw: paid.receipt.raw.receipt_id === receiptId,
    verified: paid instanceof VerifiedPayment,
    error: error instanceof BootpayError && error instanceof Error && error.code
  }))
  bootpay.close()
}

main()
