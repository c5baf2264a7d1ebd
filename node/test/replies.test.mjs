// What a response is in JavaScript.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { beforeEach, test } from 'node:test'
import { createContext, runInContext } from 'node:vm'
import { inspect } from 'node:util'
import { Bootpay } from 'bootpay-core'
import { withEmulator } from './support.mjs'

const place = withEmulator()
beforeEach(() => place.emulator.control('DELETE', '/emulator/faults'))
const answers = body => place.emulator.fault({ path: '/v2/receipt', status: { status: 200, body } })

/** The receipt of a response of exactly this text. */
async function answered (text, receiptId) {
  const server = createServer((_, response) => response.setHeader('content-type', 'application/json').end(text)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const bootpay = new Bootpay({ clientKey: 'k', secretKey: 's', baseUrl: `http://127.0.0.1:${server.address().port}` })
  try {
    return await bootpay.payments.get({ receiptId })
  } finally {
    bootpay.close()
    server.closeAllConnections()
    server.close()
  }
}

test('raw is parsed when it is looked at, and goes nowhere by itself', async () => {
  const body = { receipt_id: 'r-1', price: 1000, status: 1, order_name: '녹차 🍵', news: [1, { a: null }] }
  await answers(body)
  const receipt = await place.client().payments.get({ receiptId: 'r-1' })
  const { parse } = JSON
  let parsed = 0
  JSON.parse = (...given) => { parsed++; return parse(...given) }
  try {
    assert.equal(receipt.orderName, body.order_name)
    for (const copy of [{ ...receipt }, structuredClone(receipt), parse(JSON.stringify(receipt))]) assert.equal(copy.raw, undefined)
    assert.ok(!inspect(receipt, { showHidden: true }).includes('raw'))
    assert.ok('raw' in receipt && !Object.keys(receipt).includes('raw'))
    assert.equal(parsed, 0)
    assert.deepEqual(receipt.raw, body)
    assert.equal(receipt.raw, receipt.raw)
    assert.equal(parsed, 1)
  } finally {
    JSON.parse = parse
  }
  assert.ok(!Object.keys(receipt).includes('raw'))
  receipt.raw = 5
  assert.deepEqual([receipt.raw, Object.keys(receipt).includes('raw')], [5, false])
})

test('whole numbers keep their digits', async () => {
  const raw = '{"receipt_id":"12345678901234567890","price":1000,"status":1,"n":12345678901234567890,"m":[-9007199254740992,9007199254740991,1.2345678901234567,12345678901234567e3],"s":"\\"12345678901234567890","metadata":{"id":98765432109876543210}}'
  const receipt = await answered(raw, '12345678901234567890')
  assert.equal(receipt.raw.n, '12345678901234567890')
  assert.deepEqual(receipt.raw.m, ['-9007199254740992', 9007199254740991, 1.2345678901234567, 12345678901234567e3])
  assert.deepEqual([receipt.raw.s, receipt.raw.receipt_id], ['"12345678901234567890', '12345678901234567890'])
  assert.equal(receipt.metadata.id, '98765432109876543210')
  assert.ok(JSON.stringify(receipt.raw).includes('12345678901234567890'))
})

test('text of every kind arrives as it is', async () => {
  for (const text of ['plain', 'quote " backslash \\ slash /', 'line\nend\r\ttab\u0000nul\u001f', 'é', '녹차', '🍵', '\u2028\u2029\ufeff\ufffd']) {
    await answers({ receipt_id: 'r-1', price: 1000, status: 1, order_name: text, metadata: { [text]: text } })
    const receipt = await place.client().payments.get({ receiptId: 'r-1' })
    assert.deepEqual([receipt.orderName, receipt.metadata, receipt.raw.order_name], [text, { [text]: text }, text])
  }
  const receipt = await answered('{"receipt_id":"r-1","price":1000,"status":1,"metadata":{"__proto__":{"a":1}},"__proto__":2}', 'r-1')
  assert.deepEqual([Object.keys(receipt.metadata), Object.getPrototypeOf(receipt.metadata), Object.keys(receipt.raw).includes('__proto__')], [['__proto__'], Object.prototype, true])
})

test('each of several responses has its own raw', async () => {
  for (const price of [1000, 2000, 3000]) await place.paid({ order_id: '주문', price })
  const receipts = await place.client().payments.findByOrder({ orderId: '주문' })
  assert.equal(receipts.length, 3)
  for (const receipt of receipts) assert.deepEqual([receipt.raw.price, receipt.raw.receipt_id], [receipt.price, receipt.receiptId])
})

/** Requires the package as a test runner does: each file's code in a realm of its own, the library once. */
function requireIn (context) {
  const cache = new Map()
  const load = file => {
    if (/\.(node|json)$/.test(file)) return createRequire(file)(file)
    if (cache.has(file)) return cache.get(file).exports
    const module = { exports: {} }
    cache.set(file, module)
    const real = createRequire(file)
    const require = name => name.startsWith('.') ? load(real.resolve(name)) : real(name)
    const run = runInContext(`(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'utf8')}\n})`, context)
    run(module.exports, require, module, file, dirname(file))
    return module.exports
  }
  return load(join(import.meta.dirname, '../index.js'))
}

test('in another realm, everything is of that realm', async () => {
  for (const run of [1, 2]) {
    const { receipt_id: receiptId } = await place.paid({ metadata: { a: [1] } })
    const context = createContext({ AbortSignal, queueMicrotask })
    const core = requireIn(context)
    const { Date, Error, Object, Array, Promise } = runInContext('({ Date, Error, Object, Array, Promise })', context)
    const { payments } = new core.Bootpay(place.emulator.settings())
    const call = payments.get({ receiptId })
    assert.ok(call instanceof Promise, `promise ${run}`)
    const receipt = await call
    assert.ok(receipt.purchasedAt instanceof Date && receipt instanceof Object && receipt.metadata.a instanceof Array && receipt.raw instanceof Object)
    const error = await payments.get({ receiptId: 'nope' }).catch(error => error)
    assert.ok(error instanceof Error && error instanceof core.BootpayError, `error ${run}`)
    assert.ok(error.explanation instanceof Object)
    const invalid = await payments.get({}).catch(error => error)
    assert.ok(invalid instanceof core.BootpayError && invalid instanceof Error)
    try { new core.Bootpay({}) } catch (error) { assert.ok(error instanceof core.BootpayError) }
    const verified = await payments.verify({ receiptId, orderId: receipt.orderId, price: 15000 })
    assert.ok(verified instanceof core.VerifiedPayment && verified.receipt.purchasedAt instanceof Date)
    // A store of that realm gets its objects, and dates of it are taken.
    const rows = []
    const attemptStore = { put (row) { rows.push(row) }, insert () {}, claim () {}, ofPayment: () => [], remove () {} }
    await new core.Bootpay({ ...place.emulator.settings(), attemptStore }).payments.cancelPartial({ receiptId, cancelPrice: 100, cancelId: `c-${run}` })
    assert.ok(rows.length > 0 && rows.every(row => row instanceof Object))
  }
})
