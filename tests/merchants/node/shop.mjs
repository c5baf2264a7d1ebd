// A merchant's server: orders in a journal, the page that a buyer returns to, and webhooks.
//
//   node shop.mjs FOLDER PORT    with the client's options as JSON in SHOP
//
// Every way to learn of a payment ends in one conditional update of the order (`ship`). Shipments are a list, so that a
// second one would be seen.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Bootpay, BootpayError } from 'bootpay-core'
import { webhook } from 'bootpay-core/express'
import { webhookReceiver } from 'bootpay-core/webhooks'

/** The exit status of a process that dies on purpose. */
const KILLED = 9

/** The merchant's own records: a journal, read when the process starts, of which each line is on the disk at once. */
class Records {
  orders = new Map()
  shipments = []
  notes = {}
  #file

  constructor (path) {
    this.#file = openSync(path, 'a')
    for (const line of readFileSync(path, 'utf8').split('\n').slice(0, -1)) this.#apply(JSON.parse(line))
  }

  add (order) {
    this.#write({ order: { ...order, state: 'pending', refunded: 0 } })
  }

  note (outcome) {
    this.#write({ note: outcome })
  }

  /** Ships, once: only a pending order is. */
  ship (id, receiptId, toldBy) {
    const order = this.orders.get(id)
    if (order?.state === 'pending') this.#write({ order: { ...order, state: 'paid', receiptId }, shipment: { orderId: id, toldBy } })
  }

  /** Sets the amount, which is cumulative. What was paid and is refunded in part is shipped all the same. */
  refund (id, receiptId, cancelled, remaining) {
    if (remaining > 0) this.ship(id, receiptId, 'refund')
    const order = this.orders.get(id)
    if (order && order.refunded < cancelled) {
      this.#write({ order: { ...order, state: remaining > 0 ? 'paid' : 'refunded', receiptId, refunded: cancelled } })
    }
  }

  /** One line is one transaction. */
  #write (change) {
    writeSync(this.#file, JSON.stringify(change) + '\n')
    fsyncSync(this.#file)
    this.#apply(change)
  }

  #apply ({ order, shipment, note }) {
    if (order) this.orders.set(order.id, order)
    if (shipment) this.shipments.push(shipment)
    if (note) this.notes[note] = (this.notes[note] ?? 0) + 1
  }

  close () {
    closeSync(this.#file)
  }
}

class Shop {
  constructor (folder, { options, failing, seed }) {
    this.records = new Records(join(folder, 'journal'))
    const settings = Object.fromEntries(Object.entries(options).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()), value]))
    this.bootpay = new Bootpay({ ...settings, attemptsFile: join(folder, 'attempts.sqlite3'), webhookWorkTimeMs: 1000 })
    this.receiver = webhookReceiver(this.bootpay, {
      order: ({ orderId }) => {
        const order = this.records.orders.get(orderId)
        return order && { orderId, price: order.price }
      },
      work: delivery => this.work(delivery),
      report: (_, { outcome }) => this.records.note(outcome)
    })
    this.failing = failing
    this.state = seed % 2147483646 + 1
  }

  work ({ payment, refunded }) {
    this.fail()
    if (payment) this.records.ship(payment.orderId, payment.receiptId, 'webhook')
    if (refunded) this.records.refund(refunded.orderId, refunded.receiptId, refunded.cancelledPrice, refunded.remaining)
    // The update is done, and is not to happen again with the next webhook.
    this.fail()
  }

  /** Fails, twice in each piece of work, as often as the seed has it (Lehmer's generator). */
  fail () {
    this.state = this.state * 48271 % 2147483647
    if (this.state / 2147483647 >= this.failing / 2) return
    this.records.note('handler_failed')
    throw new Error('a handler fails')
  }

  /** The page that the buyer returns to, and may load again. */
  async returned (orderId, receiptId, die) {
    const order = this.records.orders.get(orderId)
    if (!order) return [404, 'no such order']
    try {
      const payment = await this.bootpay.payments.confirm({ receiptId, orderId, price: order.price })
      if (die) process.exit(KILLED)
      this.records.ship(payment.orderId, payment.receiptId, 'page')
      return [200, 'thank you']
    } catch (error) {
      if (error instanceof BootpayError && ['mismatch', 'wrong_state', 'rejected'].includes(error.kind)) return [409, error.message]
      throw error
    }
  }

  /** Asks Bootpay about orders of which no news came, as a merchant does every night. */
  async reconcile () {
    for (const { id, price, state, refunded } of [...this.records.orders.values()]) {
      const payments = await this.bootpay.payments.findByOrder({ orderId: id }).catch(error => {
        if (error.kind === 'rejected') return [] // none was begun
        throw error
      })
      for (const { receiptId, status, cancelledPrice, orderId, price: paid } of payments) {
        if (state === 'pending' && status === 'paid' && cancelledPrice === 0) {
          await this.bootpay.payments.verify({ receiptId, orderId: id, price })
          this.records.ship(id, receiptId, 'reconciliation')
        } else if (cancelledPrice > refunded && orderId === id && paid === price) {
          this.records.note('refund_reconciled')
          this.records.refund(id, receiptId, cancelledPrice, price - cancelledPrice)
        }
      }
    }
  }

  /** Takes up what an earlier process left. */
  async recover () {
    for (const { outcome, attempt } of await this.bootpay.attempts.recover({ includeAnswered: true }, { timeoutMs: 300_000 })) {
      if (outcome === 'done' && attempt.endpoint === 'payments.confirm') {
        await this.returned(attempt.orderId, attempt.receiptId)
      }
      if (outcome !== 'unknown') this.bootpay.attempts.acknowledge(attempt.id)
    }
  }

  async answer (request, response) {
    const { pathname, searchParams: query } = new URL(request.url, 'http://shop')
    const say = (status, body) => response.writeHead(status, { 'content-type': 'text/plain' }).end(body)
    switch (`${request.method} ${pathname}`) {
      case 'POST /webhook':
        return webhook(this.receiver)(request, response, error => say(500, String(error)))
      case 'POST /orders': {
        const { order_id: id, price } = JSON.parse(await text(request))
        this.records.add({ id, price })
        return say(200, 'taken')
      }
      case 'POST /reconcile':
        await this.reconcile()
        return say(200, 'done')
      case 'GET /result':
        return say(...await this.returned(query.get('order_id'), query.get('receipt_id'), query.has('die')))
      case 'GET /records': {
        const { orders, shipments, notes } = this.records
        const listed = [...orders.values()].map(({ id, state, receiptId = null, refunded }) => ({ id, state, receipt_id: receiptId, refunded }))
        const shipped = shipments.map(({ orderId, toldBy }) => ({ order_id: orderId, told_by: toldBy }))
        return say(200, JSON.stringify({ orders: listed, shipments: shipped, notes }))
      }
      default:
        return say(404, 'no such page')
    }
  }
}

const [folder, port] = process.argv.slice(2)
const shop = new Shop(folder, JSON.parse(process.env.SHOP))
await shop.recover()
createServer((request, response) => {
  shop.answer(request, response).catch(error => {
    console.error(request.url, error)
    if (!response.headersSent) response.writeHead(500).end('failed')
  })
}).listen(Number(port), '127.0.0.1')
