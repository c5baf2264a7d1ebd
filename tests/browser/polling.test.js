import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node'] })

stage.test('a payment that the buyer finishes elsewhere is found by polling', async (page, { emulator, shop, context, clients }) => {
  const sold = order(emulator)
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  const app = await buyer.elsewhere(context)
  await app.pay()
  const { state, value } = await end()
  assert.deepEqual([state, value.event], ['resolved', 'done'], JSON.stringify(value))
  await page.closed()
  assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
})

stage.test('a virtual account that is issued elsewhere is found by polling', async (page, { emulator, shop, context }) => {
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', order(emulator, { method: 'vbank' }), { shop })
  const app = await buyer.elsewhere(context)
  await app.pay()
  assert.equal((await end()).value.event, 'issued')
})
