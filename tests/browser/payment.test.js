// The one test of this folder that `make test` runs.
import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node'] })

stage.test('a buyer pays by card in the official SDK\'s iframe, and the server verifies', async (page, { emulator, shop, clients }) => {
  const sold = order(emulator)
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  const { state, value } = await end()
  assert.equal(state, 'resolved', JSON.stringify(value))
  await page.closed()
  const paid = await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })
  assert.deepEqual([paid.status, paid.price], ['paid', 15_000])
})
