// The emulator's faults of the window: what the page then sees, and what the server finds out all the same.
import assert from 'node:assert/strict'
import { findReceipt, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node'] })
/** Longer than any message takes, in milliseconds. */
const SILENCE = 2_000

const inject = (emulator, kind) => emulator.control('POST', '/emulator/windows/faults', { kind })

stage.test('never_opens: the spinner turns, the page may end it, and nothing is paid', async (page, { emulator, clients }) => {
  await inject(emulator, 'never_opens')
  const sold = order(emulator, { extra: { open_type: 'iframe' } })
  const call = await page.call('requestPayment', sold)
  await page.tab.waitForTimeout(SILENCE)
  assert.equal(await page.state(call), 'pending')
  assert.equal(await page.tab.locator('#bootpay-iframe-id').isVisible(), false)
  await page.call('destroy')
  await page.closed()
  const { receipt_id } = await findReceipt(emulator, sold)
  await assert.rejects(clients.node.verify({ ...sold, receipt_id }), { kind: 'wrong_state' })
})

stage.test('message_lost: the page waits, and the server finds the payment by its order', async (page, { emulator, shop, clients }) => {
  await inject(emulator, 'message_lost')
  const sold = order(emulator)
  const { buyer } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  await page.tab.waitForTimeout(SILENCE)
  assert.equal(await page.state(), 'pending')
  const { receipt_id } = await findReceipt(emulator, sold)
  assert.equal((await clients.node.verify({ ...sold, receipt_id })).status, 'paid')
})

stage.test('done_twice: the page is told once', async (page, { emulator, shop, clients }) => {
  await inject(emulator, 'done_twice')
  const sold = order(emulator)
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  const { value } = await end()
  assert.equal(value.event, 'done')
  await page.tab.waitForTimeout(SILENCE)
  await page.closed()
  assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
})

stage.test('done_forged: the page believes it, and the server does not', async (page, { emulator, clients }) => {
  await inject(emulator, 'done_forged')
  const sold = order(emulator, { extra: { open_type: 'iframe' } })
  const value = await page.resolved(await page.call('requestPayment', sold))
  assert.equal(value.event, 'done')
  await assert.rejects(clients.node.verify({ ...sold, receipt_id: receiptOf(value) }), { kind: 'wrong_state' })
  await assert.rejects(clients.node.confirm({ ...sold, receipt_id: receiptOf(value) }), { kind: 'wrong_state' })
})

stage.test('popup_blocked: the page is told that the window was closed', async (page, { emulator, clients }) => {
  await inject(emulator, 'popup_blocked')
  const sold = order(emulator, { extra: { open_type: 'popup' } })
  const call = await page.call('requestPayment', sold)
  await page.popup()
  assert.equal((await page.rejected(call)).error_code, 'RC_CLOSE_WINDOW')
  await page.closed()
  const { receipt_id } = await findReceipt(emulator, sold)
  await assert.rejects(clients.node.verify({ ...sold, receipt_id }), { kind: 'wrong_state' })
})

stage.test('confirm_lost: the page waits, and the server finds the payment paid', async (page, { emulator, shop, clients }) => {
  await inject(emulator, 'confirm_lost')
  const sold = order(emulator, { extra: { separately_confirmed: true } })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  const { value } = await end()
  const confirm = await page.call('confirm')
  await page.tab.waitForTimeout(SILENCE)
  assert.equal(await page.state(confirm), 'pending')
  const paid = { ...sold, receipt_id: receiptOf(value) }
  assert.equal((await clients.node.verify(paid)).status, 'paid')
  // Confirmed again, by the server: the same payment, charged once.
  assert.equal((await clients.node.confirm(paid)).status, 'paid')
  await page.call('destroy')
  await page.closed()
})

stage.test('redirect_lost: the buyer does not return, and the server finds the payment', async (page, { emulator, shop, clients }) => {
  await inject(emulator, 'redirect_lost')
  const sold = order(emulator)
  const { buyer } = await SURFACES.redirect(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  await page.tab.waitForTimeout(SILENCE)
  assert.ok(page.tab.url().startsWith(emulator.url), page.tab.url())
  const { receipt_id } = await findReceipt(emulator, sold)
  assert.equal((await clients.node.verify({ ...sold, receipt_id })).status, 'paid')
})
