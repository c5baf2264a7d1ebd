import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import express from 'express'
import { Bootpay, VerifiedPayment } from 'bootpay-core'
import { webhook as expressWebhook } from 'bootpay-core/express'
import { webhook as nextWebhook } from 'bootpay-core/next'
import { LARGEST_BODY, webhookReceiver } from 'bootpay-core/webhooks'
import { refusal, withEmulator } from './support.mjs'

const place = withEmulator()
const PRICE = 15_000

/** A merchant's server with orders in memory. */
class Shop {
  orders = new Map()
  shipped = []
  refunded = []
  reported = []
  failing = false

  async start (mount) {
    const { emulator } = place
    const app = express()
    this.server = await new Promise(resolve => { const server = app.listen(0, '127.0.0.1', () => resolve(server)) })
    this.url = `http://127.0.0.1:${this.server.address().port}/webhook`
    this.merchant = await emulator.control('POST', '/emulator/merchants', { notifications: { webhook: { url: this.url } } })
    this.bootpay = new Bootpay(emulator.settings(this.merchant))
    this.receiver = webhookReceiver(this.bootpay, {
      order: notice => this.orders.get(notice.orderId),
      work: delivery => this.work(delivery),
      report: (notice, delivery) => this.reported.push(delivery.outcome)
    })
    mount(app, this.receiver)
    // Express tells errors apart by the four parameters.
    app.use((error, request, response, _) => { this.failure = error; response.status(500).end() })
    return this
  }

  work ({ payment, refunded }) {
    if (this.failing) throw new Error('the database is away')
    if (payment) {
      assert.ok(payment instanceof VerifiedPayment)
      this.shipped.push(payment.orderId)
    }
    if (refunded) this.refunded.push(refunded.cancelledPrice)
  }

  sell (orderId) {
    this.orders.set(orderId, { orderId, price: PRICE })
    return place.emulator.payment({ merchant: this.merchant.id, order_id: orderId, price: PRICE, state: 'paid' })
  }

  /** The webhooks that the emulator has sent by now. */
  webhooks () {
    return place.emulator.control('GET', `/emulator/webhooks?merchant=${this.merchant.id}`)
  }

  async stop () {
    this.server.closeAllConnections()
    await new Promise(resolve => this.server.close(resolve))
    this.bootpay.close()
  }
}

const mounts = {
  'express, the stream': (app, receiver) => app.post('/webhook', expressWebhook(receiver)),
  'express.raw': (app, receiver) => app.post('/webhook', express.raw({ type: () => true, limit: '1mb' }), expressWebhook(receiver)),
  'express, before a parser': (app, receiver) => { app.post('/webhook', expressWebhook(receiver)); app.use(express.json(), express.urlencoded()) },
  'rawBody, as NestJS keeps it': (app, receiver) => {
    app.use(express.json({ verify: (request, _, raw) => { request.rawBody = raw } }))
    app.post('/webhook', expressWebhook(receiver))
  },
  'a route handler of the web': (app, receiver) => {
    const handler = nextWebhook(receiver, { source: request => request.headers.get('x-real-ip') })
    app.post('/webhook', async (request, response) => {
      const headers = { ...request.headers, 'x-real-ip': request.socket.remoteAddress }
      const made = await handler(new Request('http://shop.example/webhook', { method: 'POST', headers, body: request, duplex: 'half' }))
      response.status(made.status).type(made.headers.get('content-type')).send(await made.text())
    })
  }
}

for (const [name, mount] of Object.entries(mounts)) {
  describe(name, () => {
    const shop = new Shop()
    before(() => shop.start(mount))
    after(() => shop.stop())

    test('a payment and its refunds are handled once each', async () => {
      const { receipt_id: receiptId } = await shop.sell('o-1')
      assert.ok((await shop.webhooks()).every(({ acknowledged }) => acknowledged))
      assert.deepEqual([shop.shipped, shop.reported], [['o-1'], []])
      await shop.bootpay.payments.cancelPartial({ receiptId, cancelPrice: 5000, cancelId: 'c-1' })
      await shop.webhooks()
      await shop.bootpay.payments.cancelFull({ receiptId })
      const [first, ...others] = await shop.webhooks()
      assert.ok(others.every(({ acknowledged }) => acknowledged))
      assert.deepEqual(shop.refunded, [5000, PRICE])
      await place.emulator.control('POST', `/emulator/webhooks/${first.id}/resend`)
      assert.deepEqual([shop.shipped, shop.reported], [['o-1'], ['older']])
    })

    test('an order that nobody knows is reported and acknowledged', async () => {
      shop.reported.length = 0
      await place.emulator.payment({ merchant: shop.merchant.id, order_id: 'o-2', price: PRICE, state: 'paid' })
      assert.equal((await shop.webhooks()).at(-1).acknowledged, true)
      assert.deepEqual(shop.reported, ['unknown_order'])
    })

    test('work that fails is not acknowledged, and done by the next resend', async () => {
      shop.failing = true
      await shop.sell('o-3')
      const webhook = (await shop.webhooks()).at(-1)
      assert.equal(webhook.acknowledged, false)
      assert.equal(shop.shipped.includes('o-3'), false)
      shop.failing = false
      const resent = await place.emulator.control('POST', `/emulator/webhooks/${webhook.id}/resend`)
      assert.equal(resent.acknowledged, true)
      assert.equal(shop.shipped.filter(order => order === 'o-3').length, 1)
    })

    test('what is no webhook is refused', async () => {
      const post = (body, type = 'application/json') => fetch(shop.url, { method: 'POST', body, headers: { 'content-type': type } })
      const known = async response => [response.status, await response.text()]
      assert.deepEqual(await known(await post('{}')), [400, 'BAD REQUEST'])
      if (!name.startsWith('rawBody')) assert.equal((await post('')).status, 400)
      const large = await post(`{"receipt_id":"${'x'.repeat(10_000_000)}"}`).then(({ status }) => status, () => 'cut off')
      assert.ok([413, 500, 'cut off'].includes(large), String(large))
    })
  })
}

test('a body that a parser took is an error that says so', async () => {
  const shop = await new Shop().start((app, receiver) => { app.use(express.json()); app.post('/webhook', expressWebhook(receiver)) })
  await shop.sell('o-1')
  assert.equal((await shop.webhooks())[0].acknowledged, false)
  assert.match(shop.failure.message, /before express\.json/)
  assert.deepEqual(shop.shipped, [])
  await shop.stop()
})

test('a sender that is not Bootpay is turned away', async () => {
  const bootpay = place.client({ baseUrl: 'https://api.bootpay.co.kr' })
  const receiver = webhookReceiver(bootpay, { order: () => null, work: () => assert.fail('no work'), report () {} })
  const body = JSON.stringify({ webhook_type: 'PAYMENT_COMPLETED', receipt_id: '6712ab34c0de5f0012a4b901', status: 1 })
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '223.130.82.4' }
  // Loopback is Bootpay's place only for a client of an emulator.
  for (const source of ['127.0.0.1', '203.0.113.9']) assert.equal((await receiver({ headers, body, source })).status, 403)
  bootpay.close()
})

test('headers and bodies are taken as frameworks have them', () => {
  const { webhooks } = place.client()
  const text = JSON.stringify({ webhook_type: 'PAYMENT_COMPLETED', receipt_id: 'r-1', status: 1, price: 2 ** 53 })
  const pairs = [['Content-Type', 'application/json'], ['X-Forwarded-For', '10.0.0.1, 10.0.0.2']]
  const kinds = [Object.fromEntries(pairs), new Headers(pairs), new Map(pairs), { ...Object.fromEntries(pairs), accept: undefined, 'set-cookie': ['a', 'b'] }]
  for (const headers of kinds) {
    for (const body of [text, Buffer.from(text), new TextEncoder().encode(text), new TextEncoder().encode(text).buffer]) {
      const notice = webhooks.parse({ headers, body })
      assert.deepEqual([notice.kind, notice.receiptId, notice.forwardedFor], ['paid', 'r-1', ['10.0.0.1', '10.0.0.2']])
    }
  }
  const wrong = (request, field) => assert.throws(() => webhooks.parse(request), { kind: 'invalid', field, endpoint: 'webhooks.parse' })
  wrong({ headers: {}, body: { receipt_id: 'r-1' } }, 'body')
  wrong({ headers: {}, body: [1] }, 'body')
  wrong({ headers: 'x', body: text }, 'headers')
  wrong({ headers: { a: 7 }, body: text }, 'headers')
  wrong({ headers: {} }, 'body')
  wrong({ headers: {}, body: text, source: 'x' }, 'source')
})

test('a receiver is made of functions, and reads no more than a webhook', async () => {
  const bootpay = place.client()
  assert.throws(() => webhookReceiver(bootpay, { order () {} }), { message: 'work must be a function' })
  assert.throws(() => nextWebhook(() => {}, {}), { message: /source must be a function/ })
  const receiver = webhookReceiver(bootpay, { order () {}, work () {} })
  assert.equal((await receiver({ headers: {}, body: 'x'.repeat(LARGEST_BODY + 1), source: '127.0.0.1' })).status, 413)
  await refusal(bootpay.webhooks.done({ claim: 'x' }), { kind: 'invalid', field: 'claim', endpoint: 'webhooks.done' })
  await refusal(bootpay.webhooks.done({ claim: {} }), { kind: 'invalid', field: 'claim' })
})

test('a bare server of Node will do', async () => {
  const bootpay = place.client()
  const handler = expressWebhook(webhookReceiver(bootpay, { order: () => null, work () {}, report () {} }))
  const server = createServer((request, response) => handler(request, response, error => { response.statusCode = 500; response.end(String(error)) }))
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  const response = await fetch(`http://127.0.0.1:${server.address().port}`, { method: 'POST', body: '{"webhook_type":"PAYMENT_COMPLETED","receipt_id":"nope"}' })
  assert.deepEqual([response.status, await response.text()], [200, '{"success":true}'])
  await sleep(1)
  server.closeAllConnections()
  server.close()
})
