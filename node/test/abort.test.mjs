import assert from 'node:assert/strict'
import { getEventListeners } from 'node:events'
import { beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { refusal, withEmulator } from './support.mjs'

const place = withEmulator()
beforeEach(async () => {
  await place.clear()
  await place.emulator.control('DELETE', '/emulator/faults')
})

async function arrived (path) {
  for (let tries = 0; tries < 500; tries++) {
    if ((await place.emulator.requests()).some(request => request.path.startsWith(path))) return
    await sleep(10)
  }
  assert.fail(`${path} never arrived`)
}

test('a signal that is aborted already: nothing is sent', async () => {
  const reason = new Error('too late')
  const { receipt_id: receiptId } = await place.paid()
  const options = { signal: AbortSignal.abort(reason) }
  await assert.rejects(place.client().payments.get({ receiptId }, options), error => error === reason)
  await assert.rejects(place.client().payments.cancelFull({ receiptId }, options), error => error === reason)
  assert.deepEqual(await place.emulator.requests(), [])
})

test('a read is cut short', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 20 })
  const bootpay = place.client()
  const controller = new AbortController()
  const call = bootpay.payments.get({ receiptId }, { signal: controller.signal })
  await arrived('/v2/receipt')
  controller.abort()
  await assert.rejects(call, { name: 'AbortError' })
  assert.deepEqual(bootpay.attempts.unresolved(), [])
  assert.equal(getEventListeners(controller.signal, 'abort').length, 0)
})

test('a timeout of the signal is its own reason', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 20 })
  await assert.rejects(place.client().payments.get({ receiptId }, { signal: AbortSignal.timeout(50) }), { name: 'TimeoutError' })
})

test('money that has left goes on, and the error says so', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/cancel', kind: 'stall', seconds: 1, when: 'after' })
  const bootpay = place.client()
  const controller = new AbortController()
  const call = bootpay.payments.cancelFull({ receiptId }, { signal: controller.signal })
  await arrived('/v2/cancel')
  controller.abort(new Error('the buyer closed the page'))
  const error = await refusal(call, { kind: 'outcome_unknown', repeat: 'after_resolve', cause: controller.signal.reason, endpoint: 'payments.cancelFull' })
  assert.equal(error.attempt.receiptId, receiptId)
  assert.ok(error.attempt.sentAt instanceof Date)
  const [attempt] = bootpay.attempts.unresolved()
  assert.equal(attempt.id, error.attempt.id)
  for (let tries = 0; bootpay.attempts.unresolved()[0].outcome === 'pending' && tries < 500; tries++) await sleep(10)
  assert.equal(bootpay.attempts.unresolved()[0].outcome, 'done')
  assert.equal(bootpay.attempts.acknowledge(attempt.id), true)
  assert.equal(bootpay.attempts.acknowledge(attempt.id), false)
  assert.deepEqual(bootpay.attempts.unresolved(), [])
  assert.equal((await bootpay.payments.get({ receiptId })).cancelledPrice, 15000)
})

test('money that has not left stays', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 20 })
  const bootpay = place.client()
  const controller = new AbortController()
  const call = bootpay.payments.cancelPartial({ receiptId, cancelPrice: 5000, cancelId: 'c-1' }, { signal: controller.signal })
  await arrived('/v2/receipt')
  controller.abort('enough')
  assert.equal(await call.catch(reason => reason), 'enough')
  assert.deepEqual((await place.emulator.requests()).map(request => request.path), [`/v2/receipt/${receiptId}`])
  assert.deepEqual(bootpay.attempts.unresolved(), [])
})

test('one signal for many calls has one listener, and keeps none', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const { payments } = place.client()
  const { signal } = new AbortController()
  const calls = Array.from({ length: 20 }, () => payments.get({ receiptId }, { signal }))
  assert.equal(getEventListeners(signal, 'abort').length, 1)
  await Promise.all(calls)
  await refusal(payments.get({ receiptId: '' }, { signal }), { kind: 'invalid' })
  assert.equal(getEventListeners(signal, 'abort').length, 0)
})

test('an error tells who called, though it was made later', async () => {
  async function shop () {
    await place.client().payments.get({ receiptId: 'nope' })
  }
  const error = await refusal(shop(), { kind: 'rejected', code: 'RC_NOT_FOUND' })
  assert.match(error.stack, /^BootpayError: payments\.get: rejected, RC_NOT_FOUND .*\n +at .*shop .*abort\.test\.mjs/s)
})

test('what is aborted at any moment is returned, or remembered', async () => {
  const bootpay = place.client()
  let [returned, kept] = [0, 0]
  async function round (wait) {
    const { receipt_id: receiptId } = await place.paid()
    const controller = new AbortController()
    let open = true
    const call = bootpay.payments.cancelFull({ receiptId }, { signal: controller.signal }).finally(() => { open = false })
    call.catch(() => {})
    // Not for a while: the clock of timers is too coarse.
    for (const end = performance.now() + wait; open && performance.now() < end;) await new Promise(setImmediate)
    controller.abort()
    const outcome = await call.catch(() => {})
    const left = bootpay.attempts.unresolved()
    while (bootpay.attempts.unresolved().some(attempt => attempt.outcome === 'pending')) await sleep(1)
    const moved = (await bootpay.payments.get({ receiptId })).cancelledPrice === 15000
    assert.ok(moved || !outcome, `invented, aborted after ${wait}`)
    assert.ok(!moved || (outcome !== undefined) !== (left.length === 1), `lost or both, aborted after ${wait}`)
    if (outcome) returned++
    if (bootpay.attempts.unresolved().some(attempt => attempt.outcome === 'done')) kept++
    for (const attempt of bootpay.attempts.unresolved()) bootpay.attempts.acknowledge(attempt.id)
  }
  let usual
  for (let number = 0; number < 150; number++) {
    const begun = performance.now()
    if (number % 10 === 0) await round(10_000)
    if (number % 10 === 0) usual = Math.min(performance.now() - begun, 20) / 2
    await round(usual * (0.1 + Math.random()))
  }
  assert.ok(returned > 10 && kept > 0, `all ended alike: ${returned} returned, ${kept} kept`)
})

test('what is no payment goes on, too', async () => {
  const { billing_key: billingKey } = await place.emulator.control('POST', '/emulator/billing-keys', {})
  const cash = { price: 1000, orderName: 'tea', orderId: 'c-1', identityNo: '01012345678', cashReceiptType: '소득공제' }
  const calls = [
    ['/v2/subscribe/billing_key', (bootpay, options) => bootpay.billing.delete({ billingKey }, options)],
    ['/v2/request/cash/receipt', (bootpay, options) => bootpay.cashReceipts.publish(cash, options)]
  ]
  for (const [path, start] of calls) {
    const bootpay = place.client()
    await place.emulator.fault({ path, kind: 'stall', seconds: 0.5 })
    const controller = new AbortController()
    const call = start(bootpay, { signal: controller.signal })
    await arrived(path)
    controller.abort()
    await refusal(call, { kind: 'outcome_unknown' })
    assert.equal(bootpay.attempts.unresolved()[0].outcome, 'pending')
    while (bootpay.attempts.unresolved()[0].outcome === 'pending') await sleep(10)
    assert.equal(bootpay.attempts.unresolved()[0].outcome, 'done')
  }
})
