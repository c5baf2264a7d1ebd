// The life of a payment, with what npm installed in this folder.
import assert from 'node:assert/strict'
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Bootpay, BootpayError, VerifiedPayment } from 'bootpay-core'
import { Emulator } from 'bootpay-core/testing'
import { program } from 'bootpay-emulator'

const here = realpathSync(dirname(fileURLToPath(import.meta.url)))
const require = createRequire(import.meta.url)
assert.equal(process.env.BOOTPAY_EMULATOR, undefined)
for (const path of [program, require.resolve('bootpay-core')]) assert.ok(realpathSync(path).startsWith(here), path)
assert.equal(require('bootpay-core').Bootpay, Bootpay)

const emulator = await Emulator.start()
const bootpay = new Bootpay(emulator.settings())
const { receipt_id: receiptId } = await emulator.payment({ order_id: 'o-1', price: 15_000 })
const fails = call => call.then(() => assert.fail('it should have failed'), error => error)
const mismatch = await fails(bootpay.payments.confirm({ receiptId, orderId: 'o-1', price: 14_000 }))
assert.ok(mismatch instanceof BootpayError)
assert.deepEqual([mismatch.kind, mismatch.field], ['mismatch', 'price'])
const paid = await bootpay.payments.confirm({ receiptId, orderId: 'o-1', price: 15_000 })
assert.ok(paid instanceof VerifiedPayment)
assert.deepEqual([paid.price, paid.receipt.status], [15_000, 'paid'])
assert.equal((await bootpay.payments.verify({ receiptId, orderId: 'o-1', price: 15_000 })).receiptId, receiptId)
const part = await bootpay.payments.cancelPartial({ receiptId, cancelPrice: 5_000, cancelId: 'o-1/1' })
assert.equal(part.cancelledPrice, 5_000)
assert.equal((await bootpay.payments.cancelFull({ receiptId })).cancelledPrice, 15_000)
assert.deepEqual((await bootpay.payments.findByOrder({ orderId: 'o-1' })).map(({ status }) => status), ['cancelled'])
assert.equal((await fails(bootpay.payments.get({ receiptId: 'none' }))).code, 'RC_NOT_FOUND')
bootpay.close()
await emulator.stop()
