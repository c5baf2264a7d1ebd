import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

/** Pays up to the event `confirm` and returns the order with its receipt. */
async function toConfirm (page, surface, { emulator, shop, clients }) {
  const sold = order(emulator, { extra: { separately_confirmed: true } })
  const { buyer, end } = await SURFACES[surface](page, 'requestPayment', sold, { shop })
  await buyer.pay()
  const { state, value } = await end()
  assert.equal(state, 'resolved', JSON.stringify(value))
  assert.equal(value.event, 'confirm')
  assert.equal(value.order_id, sold.order_id)
  const waiting = { ...sold, receipt_id: receiptOf(value) }
  assert.equal((await clients.node.get(waiting)).status, 'waiting_confirm')
  return waiting
}

for (const surface of Object.keys(SURFACES)) {
  for (const [server, other] of [['node', 'python'], ['python', 'node']]) {
    stage.test(`${server} confirms what a buyer approved in ${surface}, and cancels it`, async (page, stage) => {
      const waiting = await toConfirm(page, surface, stage)
      const { clients } = stage
      assert.equal((await clients[server].confirm(waiting)).status, 'paid')
      if (surface !== 'redirect') {
        // The SDK's window stays until the page closes it.
        assert.equal(await page.tab.evaluate(() => window.closes), 0)
        await page.call('destroy')
        await page.closed()
      }
      assert.equal((await clients[other].get(waiting)).status, 'paid')
      assert.equal((await clients[server].cancel(waiting)).cancelled_price, 15_000)
      assert.equal((await clients[other].get(waiting)).status, 'cancelled')
    })
  }
}

// After a redirect the merchant's page has no window that could confirm.
for (const surface of ['iframe', 'popup']) {
  stage.test(`the page confirms in ${surface}; the server verifies`, async (page, stage) => {
    const waiting = await toConfirm(page, surface, stage)
    const confirmed = await page.resolved(await page.call('confirm'))
    assert.equal(confirmed.event, 'done')
    assert.equal(receiptOf(confirmed), waiting.receipt_id)
    await page.closed()
    for (const client of Object.values(stage.clients)) assert.equal((await client.verify(waiting)).status, 'paid')
  })
}

stage.test('a payment that the PG refuses at confirm rejects the page\'s confirm', async (page, stage) => {
  const waiting = await toConfirm(page, 'iframe', stage)
  await stage.emulator.buyer(waiting.receipt_id, 'expire')
  const refused = await page.rejected(await page.call('confirm'))
  assert.equal(refused.event, 'error')
  assert.equal(refused.error_code, 'RC_NOT_CONFIRM_READY')
  await page.closed()
})
