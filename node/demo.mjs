// A payment from the window to its refund, on the emulator at BOOTPAY_EMULATOR_URL.
import { Bootpay } from 'bootpay-core'

const url = process.env.BOOTPAY_EMULATOR_URL
const merchant = JSON.parse(process.env.BOOTPAY_MERCHANT)
const won = amount => `${amount.toLocaleString('en')} won`
const buyer = async (path, body) => (await fetch(url + path, {
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body)
})).json()
let step = 0
const tell = text => console.log(`node    ${++step}. ${text}`)

const orderId = 'node-1'
const { receipt_id: receiptId } = await buyer('/emulator/payments', { merchant: merchant.id, order_id: orderId, order_name: 'Green tea set', price: 15_000, state: 'ready' })
await buyer(`/emulator/payments/${receiptId}/buyer`, { action: 'pay' })
tell(`the buyer pays ${won(15_000)} for order ${orderId}: receipt ${receiptId}`)

const { payments } = new Bootpay({ clientKey: merchant.client_key, secretKey: merchant.secret_key, baseUrl: url, mode: merchant.mode })
const receipt = await payments.get({ receiptId })
tell(`get: ${receipt.orderName}, ${won(receipt.price)}, ${receipt.status}`)
// It is returned each time it is asked. Ship if this changes a row, where `receipt_id` is unique:
// UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'
const paid = await payments.confirm({ receiptId, orderId, price: 15_000 })
tell(`confirm: ${won(paid.price)}, ${paid.receipt.status} at ${paid.receipt.purchasedAt.toISOString()}`)
const verified = await payments.verify({ receiptId, orderId, price: 15_000 })
tell(`verify: order ${verified.orderId} is paid, ${won(verified.price)}`)
const part = await payments.cancelPartial({ receiptId, cancelPrice: 5_000, cancelId: `${orderId}/1`, cancelMessage: 'size' })
tell(`cancelPartial: ${won(part.cancelledPrice)} of ${won(part.price)} given back`)
const rest = await payments.cancelFull({ receiptId, cancelMessage: 'changed mind' })
tell(`cancelFull: ${won(rest.cancelledPrice)} of ${won(rest.price)} given back`)
const refused = await payments.cancelFull({ receiptId }).catch(error => error)
tell(`cancelFull again: ${refused.name}, ${refused.kind}, ${refused.code}`)

console.log('RESULT', JSON.stringify({
  paid: paid.price,
  verified: verified.price,
  cancelled_after_part: part.cancelledPrice,
  cancelled_after_rest: rest.cancelledPrice,
  refused: refused.code
}))
