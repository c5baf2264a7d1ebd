// The oldest 5.x of the official SDK: the card's ways.
import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node'] })
/** It knows no client key. */
const sell = ({ emulator, ids }, changes) => order(emulator, { client_key: undefined, application_id: ids.web, ...changes })
const OLD = { page: { sdk: '5.0.0' } }

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`5.0.0: a card pays in ${surface}`, OLD, async (page, stage) => {
    const sold = sell(stage)
    const { buyer, end } = await open(page, 'requestPayment', sold, stage)
    await buyer.pay()
    const { value } = await end()
    assert.equal(value.event, 'done', JSON.stringify(value))
    assert.equal((await stage.clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
  })

  stage.test(`5.0.0: the server confirms what a buyer approved in ${surface}`, OLD, async (page, stage) => {
    const sold = sell(stage, { extra: { separately_confirmed: true } })
    const { buyer, end } = await open(page, 'requestPayment', sold, stage)
    await buyer.pay()
    const { value } = await end()
    assert.equal(value.event, 'confirm', JSON.stringify(value))
    assert.equal((await stage.clients.node.confirm({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
  })

  stage.test(`5.0.0: the buyer cancels in ${surface}`, OLD, async (page, stage) => {
    const { buyer, end } = await open(page, 'requestPayment', sell(stage), stage)
    await buyer.cancel()
    const { state, value } = await end()
    assert.deepEqual([state, value.event], ['rejected', 'cancel'])
  })
}

stage.test('5.0.0: the page confirms', OLD, async (page, stage) => {
  const sold = sell(stage, { extra: { separately_confirmed: true } })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, stage)
  await buyer.pay()
  await end()
  const confirmed = await page.resolved(await page.call('confirm'))
  assert.equal(confirmed.event, 'done')
  await page.closed()
  assert.equal((await stage.clients.node.verify({ ...sold, receipt_id: receiptOf(confirmed) })).status, 'paid')
})

stage.test('5.0.0: a card pays through the ES module', { page: { sdk: '5.0.0', kind: 'esm' } }, async (page, stage) => {
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sell(stage), stage)
  await buyer.pay()
  assert.equal((await end()).value.event, 'done')
})
