import assert from 'node:assert/strict'
import { PERSON, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

function verification (emulator) {
  const { order_id, price, ...request } = order(emulator, { pg: '다날', method: '본인인증' })
  return { ...request, authentication_id: order_id }
}

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`a person is verified in ${surface}, and the server reads the certificate`, async (page, { emulator, shop, clients }) => {
    const { buyer, end } = await open(page, 'requestAuthentication', verification(emulator), { shop })
    await buyer.identify(PERSON)
    await buyer.pay()
    const { state, value } = await end()
    assert.equal(state, 'resolved', JSON.stringify(value))
    assert.equal(value.event, 'done')
    const verified = { receipt_id: receiptOf(value), status: 'identity_verified' }
    for (const client of Object.values(clients)) assert.deepEqual(await client.certificate(verified), verified)
  })
}
