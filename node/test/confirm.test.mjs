import assert from 'node:assert/strict'
import test from 'node:test'
import { Bootpay, BootpayError } from 'bootpay-core'
import { refusal, withEmulator } from './support.mjs'

const place = withEmulator()

const confirms = async () => (await place.emulator.requests()).filter(({ path }) => path === '/v2/confirm').length

test('of many confirms at once one is sent, and all get the payment', async () => {
  await place.clear()
  const { receipt_id: receiptId } = await place.emulator.payment({ order_id: 'o-1', price: 1000 })
  await place.emulator.fault({ path: '/v2/confirm', kind: 'stall', seconds: 1 })
  const { payments } = place.client()
  const paid = await Promise.all(Array.from({ length: 8 }, () => payments.confirm({ receiptId, orderId: 'o-1', price: 1000 })))
  assert.deepEqual(paid.map(({ confirmedEarlier }) => confirmedEarlier).sort(), [false, ...Array(7).fill(true)])
  assert.equal(await confirms(), 1)
})

test('a confirm that is given up holds nobody up, and is found by the next', async () => {
  await place.clear()
  const { receipt_id: receiptId } = await place.emulator.payment({ order_id: 'o-1', price: 1000 })
  await place.emulator.fault({ path: '/v2/confirm', kind: 'stall', seconds: 1 })
  const { payments, attempts } = place.client()
  const abort = new AbortController()
  const confirm = signal => payments.confirm({ receiptId, orderId: 'o-1', price: 1000 }, { signal })
  const first = confirm(abort.signal)
  while (await confirms() === 0) await new Promise(resolve => setTimeout(resolve, 10))
  const second = confirm(abort.signal)
  const third = confirm()
  abort.abort()
  await refusal(first, { kind: 'outcome_unknown' })
  await assert.rejects(second)
  assert.equal((await third).confirmedEarlier, true)
  assert.deepEqual(attempts.unresolved(), [])
  assert.equal(await confirms(), 1)
})

test('a payment of another state or mode is in the error', async () => {
  const { payments } = place.client()
  const cancelled = await place.emulator.payment({ order_id: 'o-1', price: 1000, state: 'cancelled' })
  const error = await refusal(payments.confirm({ receiptId: cancelled.receipt_id, orderId: 'o-1', price: 1000 }), { kind: 'wrong_state', repeat: 'never', paymentStatus: 'cancelled', cancelledPrice: 1000, expected: 'paid', found: 'cancelled' })
  assert.equal(error.receipt.receiptId, cancelled.receipt_id)
  const live = await place.paid({ order_id: 'o-1', price: 1000 })
  const expecting = mode => place.client({ mode }).payments.verify({ receiptId: live.receipt_id, orderId: 'o-1', price: 1000 })
  assert.equal((await expecting('live')).confirmedEarlier, true)
  const { detail } = await refusal(expecting('test'), { kind: 'mismatch', field: 'mode', found: 'live' })
  assert.ok(detail.endsWith("create it with mode: 'live'"), detail)
})

test('a key with what no key has is named and not printed', () => {
  const keys = { clientKey: 'k', secretKey: 's', applicationId: 'a', privateKey: 'p' }
  for (const name of Object.keys(keys)) {
    for (const key of ['marker key', ' marker', 'marker\n', '\ufeffmarker', 'marker\0', 'marker\u200b', '마커marker']) {
      assert.throws(() => new Bootpay({ ...keys, [name]: key }), error => {
        assert.ok(error instanceof BootpayError)
        assert.deepEqual([error.kind, error.field], ['invalid', name])
        assert.ok(!error.message.includes('marker'), error.message)
        return true
      })
    }
  }
})
