'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const core = require('bootpay-core')
const { Sandbox } = require('bootpay-core/testing')

test('required and imported, it is the same', async () => {
  const imported = await import('bootpay-core')
  assert.deepEqual(Object.keys(imported).sort(), Object.keys(core).sort())
  for (const name of Object.keys(core)) assert.equal(imported[name], core[name])
})

test('a payment, required', async () => {
  const sandbox = await Sandbox.start()
  try {
    const { payments } = new core.Bootpay(sandbox.settings())
    const { receipt_id: receiptId, order_id: orderId } = await sandbox.payment({ price: 3000, metadata: { cart: [1, { 한글: null }] } })
    const paid = await payments.confirm({ receiptId, orderId, amount: 3000 })
    assert.ok(paid instanceof core.VerifiedPayment)
    assert.deepEqual([paid.amount, paid.receipt.status, paid.receipt.metadata], [3000, 'paid', { cart: [1, { 한글: null }] }])
    assert.ok(paid.receipt.purchasedAt instanceof Date)
    const error = await payments.get({ receiptId: 'nope' }).catch(error => error)
    assert.ok(error instanceof core.BootpayError)
    assert.deepEqual([error.name, error.kind, error.code, error.status], ['BootpayError', 'rejected', 'RC_NOT_FOUND', 404])
  } finally {
    await sandbox.stop()
  }
})
