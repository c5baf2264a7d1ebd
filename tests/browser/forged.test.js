// Any frame of a merchant's page can send what the window sends. The server's check is the only proof.
import assert from 'node:assert/strict'
import { findReceipt, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

/** Sends a window's message from a frame that is none of Bootpay's. */
async function forge (page, message) {
  await page.tab.evaluate(text => {
    const frame = document.body.appendChild(document.createElement('iframe'))
    frame.contentWindow.eval(`parent.postMessage(${JSON.stringify(text)}, '*')`)
  }, JSON.stringify({ bootpay_event: true, ...message }))
}

for (const name of ['node', 'python']) {
  stage.test(`a forged done reaches the page, and ${name} refuses it`, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator)
    const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
    await buyer.ready()
    const { receipt_id } = await findReceipt(emulator, sold)
    const data = { receipt_id, order_id: sold.order_id, price: sold.price, status: 1 }
    await forge(page, { event: 'done', data })
    const { state, value } = await end()
    assert.deepEqual([state, value.event, value.data], ['resolved', 'done', data])
    await assert.rejects(clients[name].verify({ ...sold, receipt_id }), { kind: 'wrong_state' })
    await assert.rejects(clients[name].confirm({ ...sold, receipt_id }), { kind: 'wrong_state' })
  })

  stage.test(`another order's payment in a forged done is a mismatch for ${name}`, async (page, { emulator, shop, clients }) => {
    const cheap = await emulator.control('POST', '/emulator/payments', { order_id: `cheap-${name}`, price: 100, state: 'paid' })
    const sold = order(emulator)
    const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
    await buyer.ready()
    await forge(page, { event: 'done', data: { receipt_id: cheap.receipt_id, order_id: sold.order_id, price: sold.price, status: 1 } })
    assert.equal((await end()).state, 'resolved')
    await assert.rejects(clients[name].verify({ ...sold, receipt_id: cheap.receipt_id }), { kind: 'mismatch', field: /^order_?id$/i })
  })

  stage.test(`a forged confirm is refused by ${name}`, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator, { extra: { separately_confirmed: true } })
    const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
    await buyer.ready()
    const { receipt_id } = await findReceipt(emulator, sold)
    await forge(page, { event: 'confirm', receipt_id, order_id: sold.order_id, gateway_url: emulator.url, application_id: null })
    assert.equal((await end()).value.event, 'confirm')
    await assert.rejects(clients[name].confirm({ ...sold, receipt_id }), { kind: 'wrong_state' })
  })
}
