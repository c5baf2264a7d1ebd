// What tests of merchants rely on: a mock holds, and nothing of it is sent.
import assert from 'node:assert/strict'
import { beforeEach, mock, test } from 'node:test'
import { Bootpay, Payments } from 'bootpay-core'
import { refusal, script, withEmulator } from './support.mjs'

const place = withEmulator()
beforeEach(() => place.clear())
const names = ['payments', 'billing', 'reservations', 'users', 'wallets', 'identity', 'cashReceipts', 'escrow', 'paymentMethods', 'webhooks', 'attempts', 'reseller', 'setup']
const fake = { cancelledPrice: 1 }

async function nothingSent () {
  assert.deepEqual(await place.emulator.requests(), [])
}

test('a namespace is one object', () => {
  const [bootpay, other] = [place.client(), place.client()]
  assert.deepEqual(Object.keys(bootpay), names)
  for (const name of names) {
    assert.equal(bootpay[name], bootpay[name])
    assert.notEqual(bootpay[name], other[name])
    assert.ok(name in bootpay && name in Bootpay.prototype && Object.hasOwn(bootpay, name))
  }
  assert.ok('cancelFull' in bootpay.payments && bootpay.payments instanceof Payments)
  assert.throws(() => new Payments(), /reached from a client/)
})

test('a mocked method of a client holds, of no other client, and can be restored', async () => {
  const [bootpay, other] = [place.client(), place.client()]
  const spy = mock.method(bootpay.payments, 'cancelFull', async () => fake)
  assert.equal(await bootpay.payments.cancelFull({ receiptId: 'r' }), fake)
  const { payments } = bootpay
  assert.equal(await payments.cancelFull({ receiptId: 'r' }), fake)
  assert.equal(spy.mock.callCount(), 2)
  await nothingSent()
  await refusal(other.payments.cancelFull({ receiptId: 'nope' }), { code: 'RC_NOT_FOUND' })
  spy.mock.restore()
  await refusal(bootpay.payments.cancelFull({ receiptId: 'nope' }), { code: 'RC_NOT_FOUND' })
})

test('a mock of the class holds for all clients, before and after they are made', async () => {
  const before = place.client()
  const method = mock.method(Payments.prototype, 'cancelFull', async () => fake)
  for (const bootpay of [before, place.client()]) assert.equal(await bootpay.payments.cancelFull({ receiptId: 'r' }), fake)
  method.mock.restore()
  const getter = mock.getter(Bootpay.prototype, 'payments', () => ({ cancelFull: async () => fake }))
  for (const bootpay of [before, place.client()]) assert.equal(await bootpay.payments.cancelFull({ receiptId: 'r' }), fake)
  getter.mock.restore()
  await nothingSent()
  assert.ok(before.payments instanceof Payments)
})

test('a replaced namespace is the one that is used', async () => {
  const replacement = { cancelFull: async () => fake }
  class Subclass extends Bootpay { get payments () { return replacement } }
  class Fields extends Bootpay { payments = replacement }
  const [assigned, defined, own] = [place.client(), place.client(), place.client()]
  assigned.payments = replacement
  Object.defineProperty(defined, 'payments', { value: replacement })
  const getter = mock.getter(own, 'payments', () => replacement)
  const settings = place.emulator.settings()
  const derived = Object.create(place.client(), { payments: { value: replacement } })
  for (const bootpay of [assigned, defined, own, derived, new Subclass(settings), new Fields(settings), { ...assigned }, Object.assign(place.client(), { payments: replacement })]) {
    assert.equal(await bootpay.payments.cancelFull({ receiptId: 'r' }), fake)
  }
  await nothingSent()
  getter.mock.restore()
  assert.ok(own.payments instanceof Payments)
})

test('a client works behind a proxy and as a prototype', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const seen = []
  const watching = target => new Proxy(target, { get: (of, name, receiver) => { seen.push(name); return Reflect.get(of, name, receiver) } })
  for (const bootpay of [watching(place.client()), Object.create(place.client())]) {
    assert.equal((await bootpay.payments.get({ receiptId })).price, 15000)
    assert.equal((await watching(bootpay.payments).get({ receiptId })).price, 15000)
  }
  assert.ok(seen.includes('payments') && seen.includes('get'))
})

test('a closed client refuses calls, and ends those that are pending', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const bootpay = place.client()
  bootpay.close()
  bootpay.close()
  await refusal(bootpay.payments.get({ receiptId }), { kind: 'invalid', field: 'client' })
  assert.deepEqual(bootpay.attempts.unresolved(), [])
  const dispose = Symbol.dispose ?? Symbol.for('nodejs.dispose')
  const asyncDispose = Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')
  const disposed = place.client()
  assert.equal(disposed[dispose](), undefined)
  await refusal(disposed.payments.get({ receiptId }), { field: 'client' })
  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 0.3 })
  const awaited = place.client()
  let receipt
  awaited.payments.get({ receiptId }).then(found => { receipt = found })
  await awaited[asyncDispose]()
  await null
  assert.equal(receipt.price, 15000)
  await awaited[asyncDispose]()
})

test('no handle is open before the first call, nor after the last', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const { stdout } = await script(`
    import { createHook } from 'node:async_hooks'
    import { createRequire } from 'node:module'
    const open = new Map()
    createHook({
      init: (id, type, _, resource) => { if (/bootpay|gc|napi/i.test(type)) open.set(id, resource) },
      destroy: id => open.delete(id)
    }).enable()
    const active = () => [...open.values()].filter(resource => resource.hasRef?.() ?? true).length
    const { Bootpay } = createRequire(import.meta.url)('bootpay-core')
    const attemptStore = { put () {}, insert () {}, claim () {}, ofPayment: () => [], remove () {} }
    const bootpay = new Bootpay({ ...JSON.parse(process.env.SETTINGS), attemptStore })
    const before = active()
    const call = bootpay.payments.get({ receiptId: process.env.RECEIPT })
    const during = active()
    await call
    console.log(before, during, active())
  `, { SETTINGS: JSON.stringify(place.emulator.settings()), RECEIPT: receiptId })
  assert.equal(stdout, '0 1 0\n')
})
