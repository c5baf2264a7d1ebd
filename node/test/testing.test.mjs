// The emulator's helpers: projects, activation, webhooks, the clock, settlement and ledgers.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { Bootpay } from 'bootpay-core'
import { Emulator } from 'bootpay-core/testing'
import { refusal } from './support.mjs'

let emulator
before(async () => {
  emulator = await Emulator.start()
  await emulator.clock.stop()
})
after(() => emulator?.stop())
const live = { live: true, settings: { site_cd: 'A1234' } }

test('a project takes what is activated in it', async () => {
  const project = await emulator.project({ merchant: 'Tea house', name: 'web shop' })
  const bootpay = new Bootpay(emulator.settings(project))
  const payment = { price: 1000, orderName: 'Tea', orderId: 'o-1', pg: 'kcp', method: 'card' }
  await refusal(bootpay.payments.request(payment), { code: 'EMULATOR_METHOD_NOT_ACTIVE' })
  assert.deepEqual(await project.activate('kcp', 'card'), [])
  assert.deepEqual(project.methods.map(({ pg, method, live }) => [pg, method, live]), [['kcp', 'card', false]])
  assert.ok((await bootpay.payments.request(payment)).receiptId)
})

test('a live payment is settled and in the ledger', async () => {
  const project = await emulator.project()
  await project.activate('kcp', 'card', live)
  await project.register('kcp', { cancelAddress: true })
  const paid = await emulator.payment({ merchant: project.id, pg: 'kcp', method: 'card', price: 10_000, state: 'paid' })
  await new Bootpay(emulator.settings(project)).payments.cancelFull({ receiptId: paid.receipt_id })
  assert.deepEqual((await project.pgLedger('kcp')).map(({ kind }) => kind), ['approval', 'cancel'])
  await emulator.clock.advance({ days: 7 })
  assert.equal((await project.settlement()).rows.length, 2)
  assert.deepEqual([(await emulator.settlement()).rows, await emulator.pgLedger('kcp')], [[], []])
})

test('the clock moves when told', async () => {
  const before = await emulator.clock.now()
  await emulator.clock.advance({ hours: 24, minutes: 1 })
  assert.equal(await emulator.clock.now() - before, (24 * 60 + 1) * 60_000)
})

test('webhooks are listed with their attempts', async () => {
  const bodies = []
  const server = createServer(async (request, response) => {
    let text = ''
    for await (const chunk of request) text += chunk
    bodies.push(JSON.parse(text))
    response.end('{"success": true}')
  })
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve))
  try {
    const project = await emulator.project()
    await project.activate('nicepay', 'card')
    await project.change({ notifications: { webhook: { url: `http://127.0.0.1:${server.address().port}/hook` } } })
    await emulator.payment({ merchant: project.id, pg: 'nicepay', state: 'paid' })
    const [webhook, ...others] = await project.webhooks()
    assert.deepEqual([webhook.acknowledged, webhook.attempts.length, webhook.webhook_type, others], [true, 1, 'PAYMENT_COMPLETED', []])
    assert.equal(bodies.length, 1)
    assert.ok((await emulator.webhooks()).some(({ id }) => id === webhook.id))
  } finally {
    server.close()
  }
})

test('a set-up is exported and made again', async () => {
  const project = await emulator.project({ merchant: 'Tea house', name: 'app' })
  const file = await emulator.export()
  const other = await Emulator.start()
  try {
    const made = await other.setUp(file)
    assert.equal(await other.export(), file)
    assert.ok(made.some(({ id }) => id === project.id))
    const wrong = '[[merchant]]\nname = "Tea house"\n[[merchant.project]]\nmethods = [{ pg = "kpc", method = "card" }]'
    await assert.rejects(other.setUp(wrong), /line 4: .*kpc.* is unknown; allowed are/)
    assert.equal(await other.export(), file)
  } finally {
    await other.stop()
  }
})
