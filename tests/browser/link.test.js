import assert from 'node:assert/strict'
import { Buyer } from './harness/buyer.js'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { receiptOf, returned } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })

for (const name of ['node', 'python']) {
  stage.test(`a payment that ${name} requested is paid by its link, in the SDK's window`, async (page, { emulator, clients }) => {
    const { user, extra, client_key, ...sold } = order(emulator)
    const link = await clients[name].link(sold)
    const call = await page.call('requestPaymentUrl', { url: link.url })
    await new Buyer(page.frame).pay()
    const value = await page.resolved(call)
    assert.deepEqual([value.event, receiptOf(value)], ['done', link.receipt_id])
    await page.closed()
    assert.equal((await clients[name].verify({ ...sold, receipt_id: link.receipt_id })).status, 'paid')
  })

  stage.test(`a payment that ${name} requested is paid at its link, and returns`, { page: null }, async (page, { emulator, shop, clients }) => {
    const back = `${shop.url}/return?cart=7`
    const { user, extra, client_key, ...sold } = order(emulator)
    const link = await clients[name].link({ ...sold, redirect_url: back })
    await page.tab.goto(link.url)
    await new Buyer(page.tab).pay()
    const { state, value } = await returned(page.tab, back)
    assert.deepEqual([state, value.event, value.receipt_id], ['resolved', 'done', link.receipt_id])
    assert.equal((await clients[name].verify({ ...sold, receipt_id: link.receipt_id })).status, 'paid')
  })
}

stage.test('a link without redirect_url ends on its own page', { page: null }, async (page, { emulator, clients }) => {
  const { user, extra, client_key, ...sold } = order(emulator)
  const link = await clients.node.link(sold)
  await page.tab.goto(link.url)
  await new Buyer(page.tab).pay()
  await page.tab.getByText('완료되었습니다').waitFor()
  assert.equal((await clients.node.verify({ ...sold, receipt_id: link.receipt_id })).status, 'paid')
})
