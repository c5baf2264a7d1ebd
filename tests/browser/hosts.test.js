// The shop's page as it goes live: Bootpay's own hosts, which the browser resolves to the emulator.
import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { pinOf } from './harness/pin.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({
  args: ['--tls'],
  clients: ['node'],
  flags: async ({ emulator }) => [
    `--host-resolver-rules=MAP *.bootpay.co.kr ${new URL(emulator.url).host}`,
    `--ignore-certificate-errors-spki-list=${await pinOf(emulator.url)}`
  ]
})
const LIVE = { page: { emulator: undefined }, live: true }

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`a card pays in ${surface} on Bootpay's own addresses`, LIVE, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator)
    const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
    await buyer.pay()
    const { value } = await end()
    assert.equal(value.event, 'done', JSON.stringify(value))
    assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
  })
}

stage.test('the page confirms at Bootpay\'s own address', LIVE, async (page, { emulator, shop, clients }) => {
  const sold = order(emulator, { extra: { separately_confirmed: true } })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  assert.equal((await end()).value.gateway_url, 'https://gw.bootpay.co.kr')
  const confirmed = await page.resolved(await page.call('confirm'))
  assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(confirmed) })).status, 'paid')
})
