import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

function subscription (emulator) {
  const { order_id, items, ...request } = order(emulator, { method: 'card_rebill', price: 0 })
  return { ...request, subscription_id: order_id }
}

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`a billing key is issued in ${surface}, and charged by the server`, async (page, { emulator, shop, clients }) => {
    const { buyer, end } = await open(page, 'requestSubscription', subscription(emulator), { shop })
    await buyer.pay()
    const { state, value } = await end()
    assert.equal(state, 'resolved', JSON.stringify(value))
    assert.equal(value.event, 'done')
    const receipt_id = receiptOf(value)
    for (const [server, other] of [['node', 'python'], ['python', 'node']]) {
      const { billing_key } = await clients[server].billingKey({ receipt_id })
      const sold = order(emulator)
      const charged = await clients[server].charge({ ...sold, billing_key })
      assert.deepEqual([charged.status, charged.price], ['paid', 15_000])
      assert.equal((await clients[other].get(charged)).status, 'paid')
      assert.equal((await clients[other].cancel(charged)).cancelled_price, 15_000)
    }
  })
}

stage.test('a billing key that the buyer cancels is none', async (page, { emulator, shop }) => {
  const { buyer, end } = await SURFACES.iframe(page, 'requestSubscription', subscription(emulator), { shop })
  await buyer.cancel()
  const { state, value } = await end()
  assert.deepEqual([state, value.event], ['rejected', 'cancel'])
  await page.closed()
})
