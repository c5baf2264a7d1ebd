'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { inspect } = require('node:util')
const core = require('bootpay-core')
const { Emulator } = require('bootpay-core/testing')

test('required and imported, it is the same', async () => {
  const imported = await import('bootpay-core')
  assert.deepEqual(Object.keys(imported).sort(), Object.keys(core).sort())
  for (const name of Object.keys(core)) assert.equal(imported[name], core[name])
})

test('loaded again, as test runners do, it is still the same', () => {
  for (const name of ['bootpay-core', '../runtime.js']) delete require.cache[require.resolve(name)]
  const again = require('bootpay-core')
  assert.deepEqual({ ...again }, { ...core })
})

test('a payment, required', async () => {
  const emulator = await Emulator.start()
  try {
    const { payments } = new core.Bootpay(emulator.settings())
    const { receipt_id: receiptId, order_id: orderId } = await emulator.payment({ price: 3000, metadata: { cart: [1, { 한글: null }] } })
    const paid = await payments.confirm({ receiptId, orderId, price: 3000 })
    assert.ok(paid instanceof core.VerifiedPayment)
    assert.deepEqual([paid.price, paid.receipt.status, paid.receipt.metadata], [3000, 'paid', { cart: [1, { 한글: null }] }])
    assert.ok(paid.receipt.purchasedAt instanceof Date)
    assert.match(inspect(paid), /^VerifiedPayment \{\n {2}receiptId: /)
    assert.deepEqual(JSON.parse(JSON.stringify(paid)).receipt.cardData, paid.receipt.cardData)
    const error = await payments.get({ receiptId: 'nope' }).catch(error => error)
    assert.ok(error instanceof core.BootpayError)
    assert.deepEqual([error.name, error.kind, error.code, error.status], ['BootpayError', 'rejected', 'RC_NOT_FOUND', 404])
  } finally {
    await emulator.stop()
  }
})
