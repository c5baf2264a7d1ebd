// Apps that open core's own page, which needs no script of Bootpay's, and in which core has encrypted the request.
import assert from 'node:assert/strict'
import { App, phone } from './harness/app.js'
import { DIALECTS } from './harness/bridges.js'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'

const stage = setStage({ clients: ['node'] })

for (const dialect of Object.keys(DIALECTS)) {
  const options = { page: null, context: phone(dialect) }

  for (const open_type of ['iframe', 'redirect']) {
    const sell = ({ emulator, shop }, extra) => order(emulator, { redirect_url: `${shop.url}/return`, extra: { open_type, ...extra } })

    stage.test(`${dialect}, ${open_type}: the app confirms after the buyer`, options, async ({ tab }, stage) => {
      const sold = sell(stage, { separately_confirmed: true })
      const app = await App.start(tab, dialect, sold, stage)
      const buyer = await app.openShell()
      await buyer.pay()
      const { receiptId } = await app.told('confirm')
      await (open_type === 'redirect' ? app.evaluate('Bootpay.confirm()') : app.confirm())
      assert.equal((await app.told('done')).receiptId, receiptId)
      assert.deepEqual(app.kinds, ['confirm', 'done'])
      assert.equal((await stage.clients.node.verify({ ...sold, receipt_id: receiptId })).status, 'paid')
    })

    stage.test(`${dialect}, ${open_type}: the server verifies what the buyer paid`, options, async ({ tab }, stage) => {
      const sold = sell(stage)
      const app = await App.start(tab, dialect, sold, stage)
      await (await app.openShell()).pay()
      const { receiptId } = await app.told('done')
      assert.equal((await stage.clients.node.verify({ ...sold, receipt_id: receiptId })).status, 'paid')
    })

    stage.test(`${dialect}, ${open_type}: the buyer cancels`, options, async ({ tab }, stage) => {
      const app = await App.start(tab, dialect, sell(stage), stage)
      await (await app.openShell()).cancel()
      await app.told('cancel')
      assert.deepEqual(app.kinds, ['cancel'])
    })
  }

  stage.test(`${dialect}: another frame's message is none of the window's`, options, async ({ tab }, stage) => {
    const app = await App.start(tab, dialect, order(stage.emulator, { extra: { open_type: 'iframe' } }), stage)
    const buyer = await app.openShell()
    await buyer.ready()
    await tab.evaluate(() => {
      const frame = document.body.appendChild(document.createElement('iframe'))
      frame.contentWindow.eval('parent.postMessage(\'{"bootpay_event":true,"event":"done","data":{"receipt_id":"f"}}\', "*")')
    })
    await buyer.cancel()
    await app.told('cancel')
    assert.deepEqual(app.kinds, ['cancel'])
  })
}
