import { Bootpay, BootpayError } from 'bootpay-core'

export const dynamic = 'force-dynamic'

export async function POST () {
  const { settings, receiptId, orderId } = JSON.parse(process.env.MERCHANT)
  const bootpay = new Bootpay(settings)
  const paid = await bootpay.payments.confirm({ receiptId, orderId, price: 15_000 })
  const error = await bootpay.payments.get({ receiptId: 'nope' }).catch(error => error)
  return Response.json({
    price: paid.price,
    date: paid.receipt.purchasedAt instanceof Date,
    raw: paid.receipt.raw.receipt_id === receiptId,
    verified: !('raw' in JSON.parse(JSON.stringify(paid.receipt))),
    error: error instanceof BootpayError && error instanceof Error && error.code
  })
}
