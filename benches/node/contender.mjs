// One contender of the benchmark: `contender.mjs NAME MODE URL CA CALLS WARM-UP` (see the README of `benches/`).
//
// Nothing is imported at the top but what every program has anyway: the rest would count as the contender's.
import { readFileSync, writeSync } from 'node:fs'

const RECEIPT_ID = '6712ab34c0de5f0012a4b901'
const CONCURRENT = 64
const [name, mode, url, ca, calls, warmUp] = process.argv.slice(2)
const headers = { authorization: 'Basic a2V5OnNlY3JldA==', accept: 'application/json' }
const sending = { ...headers, 'content-type': 'application/json' }
const lookUp = () => `${url}/v2/receipt/${RECEIPT_ID}`
const giveBack = () => JSON.stringify({ receipt_id: RECEIPT_ID, cancel_message: 'changed mind' })
const pem = () => (ca ? readFileSync(ca, 'utf8') : undefined)

function expect(amount) {
  if (amount !== 15_000) throw new Error(`15,000 won were expected, not ${amount}`)
}

// Each makes a client and returns its look-up and its cancel. The replies are looked at: a contender
// that does not get them would be fast. `package` is what is imported for it.
const contenders = {
  'bootpay-core': {
    package: 'bootpay-core',
    async make() {
      const { Bootpay } = await import('bootpay-core')
      const { payments } = new Bootpay({ clientKey: 'key', secretKey: 'secret', baseUrl: url, caCertificates: pem() })
      return {
        get: async () => expect((await payments.get({ receiptId: RECEIPT_ID })).price),
        cancel: async () =>
          expect((await payments.cancelFull({ receiptId: RECEIPT_ID, cancelMessage: 'changed mind' })).cancelledPrice)
      }
    }
  },
  'backend-js': {
    package: '@bootpay/backend-js',
    async make() {
      const { Bootpay } = (await import('@bootpay/backend-js')).default
      Bootpay.API_ENTRYPOINTS.production = `${url}/v2`
      Bootpay.setConfiguration({ client_key: 'key', secret_key: 'secret' })
      return {
        get: async () => expect((await Bootpay.receiptPayment(RECEIPT_ID)).price),
        cancel: async () =>
          expect((await Bootpay.cancelPayment({ receipt_id: RECEIPT_ID, cancel_message: 'changed mind' })).cancelled_price)
      }
    }
  },
  'portone-server-sdk': {
    package: '@portone/server-sdk',
    async make() {
      const { PortOneClient } = await import('@portone/server-sdk')
      const { payment } = PortOneClient({ secret: 'secret', baseUrl: url })
      const paymentId = 'order-20261125-1001'
      return {
        get: async () => expect((await payment.getPayment({ paymentId })).amount.total),
        cancel: async () =>
          expect((await payment.cancelPayment({ paymentId, reason: 'changed mind' })).cancellation.totalAmount)
      }
    }
  },
  stripe: {
    package: 'stripe',
    async make() {
      const { default: Stripe } = await import('stripe')
      const { hostname: host, port, protocol } = new URL(url)
      const stripe = new Stripe('sk_test_key', { host, port, protocol: protocol.slice(0, -1) })
      const id = 'pi_3QOq5yLkdIwHu7ix0aB1cD2e'
      return {
        get: async () => expect((await stripe.paymentIntents.retrieve(id)).amount),
        cancel: async () => expect((await stripe.refunds.create({ payment_intent: id })).amount)
      }
    }
  },
  'undici-request': {
    package: 'undici',
    async make() {
      const { Agent, request } = await import('undici')
      const dispatcher = new Agent({ connections: CONCURRENT, connect: { ca: pem() } })
      return {
        get: async () => expect((await (await request(lookUp(), { headers, dispatcher })).body.json()).price),
        cancel: async () => {
          const reply = await request(`${url}/v2/cancel`, { method: 'POST', headers: sending, body: giveBack(), dispatcher })
          expect((await reply.body.json()).cancelled_price)
        }
      }
    }
  },
  'undici-fetch': {
    package: 'undici',
    async make() {
      const { Agent, fetch } = await import('undici')
      const dispatcher = new Agent({ connections: CONCURRENT, connect: { ca: pem() } })
      return {
        get: async () => expect((await (await fetch(lookUp(), { headers, dispatcher })).json()).price),
        cancel: async () => {
          const reply = await fetch(`${url}/v2/cancel`, { method: 'POST', headers: sending, body: giveBack(), dispatcher })
          expect((await reply.json()).cancelled_price)
        }
      }
    }
  },
  axios: {
    package: 'axios',
    async make() {
      const [{ default: axios }, http, https] = await Promise.all([import('axios'), import('node:http'), import('node:https')])
      const client = axios.create({
        httpAgent: new http.Agent({ keepAlive: true }), httpsAgent: new https.Agent({ keepAlive: true, ca: pem() }), proxy: false
      })
      return {
        get: async () => expect((await client.get(lookUp(), { headers })).data.price),
        cancel: async () => expect((await client.post(`${url}/v2/cancel`, giveBack(), { headers: sending })).data.cancelled_price)
      }
    }
  }
}

async function oneByOne(call, times) {
  for (let made = 0; made < times; made++) await call()
}

async function atOnce(call, times) {
  await Promise.all(Array.from({ length: CONCURRENT }, async (_, number) => {
    for (let made = number; made < times; made += CONCURRENT) await call()
  }))
}

async function measure() {
  if (mode === 'empty') return {}
  const contender = contenders[name]
  if (mode === 'import') {
    await import(contender.package)
    return {}
  }
  const { get, cancel } = await contender.make()
  if (mode === 'first-reply') {
    await get()
    return {}
  }
  const call = mode === 'cancel' ? cancel : get
  const run = mode === 'concurrent' ? atOnce : oneByOne
  await run(call, Number(warmUp))
  const cpu = process.cpuUsage()
  const wall = process.hrtime.bigint()
  await run(call, Number(calls))
  const { user, system } = process.cpuUsage(cpu)
  return { wall: Number(process.hrtime.bigint() - wall) / 1e9, cpu: (user + system) / 1e6 }
}

writeSync(1, `${JSON.stringify(await measure())}\n`)
process.stdin.on('end', () => process.exit()).resume() // Stays until it has been looked at.
