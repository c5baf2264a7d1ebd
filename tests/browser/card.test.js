import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

for (const [surface, open] of Object.entries(SURFACES)) {
  for (const [server, other] of [['node', 'python'], ['python', 'node']]) {
    stage.test(`a card pays in ${surface}; ${server} verifies and cancels, ${other} sees it`, async (page, { emulator, shop, clients }) => {
      const sold = order(emulator)
      const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
      await buyer.pay()
      const { state, value } = await end()
      assert.equal(state, 'resolved', JSON.stringify(value))
      assert.equal(value.event, 'done')
      if (surface !== 'redirect') await page.closed()

      const paid = { ...sold, receipt_id: receiptOf(value) }
      assert.equal((await clients[server].verify(paid)).status, 'paid')
      const found = await clients[other].get(paid)
      assert.deepEqual(found, { receipt_id: paid.receipt_id, order_id: sold.order_id, status: 'paid', price: 15_000, cancelled_price: 0 })
      assert.equal((await clients[server].cancel(paid)).cancelled_price, 15_000)
      assert.equal((await clients[other].get(paid)).status, 'cancelled')
      assert.deepEqual(shop.posts, [])
    })
  }
}

stage.test('a card pays through the ES module', { page: { kind: 'esm' } }, async (page, { emulator, shop, clients }) => {
  const sold = order(emulator)
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  const { value } = await end()
  assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
})
