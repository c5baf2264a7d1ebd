import assert from 'node:assert/strict'
import { Buyer } from './harness/buyer.js'
import { findReceipt, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES } from './harness/surfaces.js'

const stage = setStage({ clients: ['node'] })

/** The window of an order, as the emulator knows it. */
async function windowOf (emulator, { order_id }) {
  return (await emulator.control('GET', '/emulator/windows')).find(({ reference }) => reference === order_id)
}

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`the buyer cancels in ${surface}`, async (page, { emulator, shop }) => {
    const { buyer, end } = await open(page, 'requestPayment', order(emulator), { shop })
    await buyer.cancel()
    const { state, value } = await end()
    assert.equal(state, 'rejected')
    assert.equal(value.event, 'cancel')
    if (surface !== 'redirect') await page.closed()
  })

  stage.test(`the PG refuses in ${surface}, with the code that the tester chose`, async (page, { emulator, shop }) => {
    const { buyer, end } = await open(page, 'requestPayment', order(emulator), { shop })
    await buyer.refuse('RC_CONFIRM_FAILED')
    const { state, value } = await end()
    assert.equal(state, 'rejected')
    assert.equal(value.event, 'error')
    assert.equal(value.error_code, 'RC_CONFIRM_FAILED')
    assert.ok(value.message)
    if (surface !== 'redirect') await page.closed()
  })

  stage.test(`the payment expires in ${surface}`, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator)
    const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
    await buyer.expire()
    const { state, value } = await end()
    assert.equal(state, 'rejected')
    assert.equal(value.event, 'error')
    assert.equal((await clients.node.get(await findReceipt(emulator, sold))).status, 'expired')
  })
}

stage.test('the buyer closes the window in its page', async (page, { emulator, shop }) => {
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', order(emulator), { shop })
  await buyer.close()
  const { state, value } = await end()
  assert.deepEqual([state, value.event], ['rejected', 'cancel'])
  await page.closed()
})

stage.test('the close button ends the window, and the server is not told', async (page, { emulator, shop }) => {
  const sold = order(emulator, { extra: { show_close_button: true } })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.ready()
  await page.tab.locator('#bootpay-close-btn').click()
  const { state, value } = await end()
  assert.equal(state, 'rejected')
  assert.equal(value.error_code, 'RC_CLOSE_WINDOW')
  await page.closed()
  assert.equal((await windowOf(emulator, sold)).open, true)
})

stage.test('a popup that the buyer closes ends the payment, and the server is told', async (page, { emulator, shop }) => {
  const sold = order(emulator)
  const { buyer, end } = await SURFACES.popup(page, 'requestPayment', sold, { shop })
  await buyer.ready()
  await buyer.root.close()
  const { state, value } = await end()
  assert.equal(state, 'rejected')
  assert.equal(value.error_code, 'RC_CLOSE_WINDOW')
  await page.closed()
  const { open, ending } = await windowOf(emulator, sold)
  assert.deepEqual([open, ending.event, ending.error_code], [false, 'cancel', 'RC_CLOSE_WINDOW'])
})

stage.test('a window that the page destroys tells nothing but its end', async (page, { emulator, shop }) => {
  const { buyer } = await SURFACES.iframe(page, 'requestPayment', order(emulator), { shop })
  await buyer.ready()
  await page.call('destroy')
  await page.closed()
  assert.equal(await page.state(0), 'pending')
})

stage.test('the error page stays until the buyer closes it', async (page, { emulator, shop }) => {
  const extra = { display_error_result: true }
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', order(emulator, { extra }), { shop })
  await buyer.refuse('RC_CONFIRM_FAILED')
  const { value } = await end()
  assert.equal(value.error_code, 'RC_CONFIRM_FAILED')
  await page.frame.getByText('RC_CONFIRM_FAILED').first().waitFor()
  assert.equal(await page.tab.evaluate(() => window.closes), 0)
  await new Buyer(page.frame).close()
  await page.closed()
})
