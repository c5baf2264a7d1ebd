// Apps that open Bootpay's page for web views and evaluate core's lines in it, with the bridges of the official app SDKs.
// The emulator serves npm's build of the browser SDK at that page's address.
import assert from 'node:assert/strict'
import { App, phone } from './harness/app.js'
import { DIALECTS } from './harness/bridges.js'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SDK } from './shop/server.js'

const stage = setStage({ args: ['--client-js', SDK['5.3.1'].folder + '/index.umd.js'], clients: ['node'] })

for (const dialect of Object.keys(DIALECTS)) {
  const options = { page: null, context: phone(dialect) }

  for (const open_type of ['iframe', 'redirect']) {
    const sell = ({ emulator, shop }, extra) => order(emulator, { redirect_url: `${shop.url}/return`, extra: { open_type, ...extra } })

    stage.test(`${dialect}, ${open_type}: the app confirms after the buyer`, options, async ({ tab }, stage) => {
      const sold = sell(stage, { separately_confirmed: true })
      const app = await App.start(tab, dialect, sold, stage)
      const buyer = await app.openScripts()
      await buyer.pay()
      const { receiptId } = await app.told('confirm')
      await app.confirm()
      assert.equal((await app.told('done')).receiptId, receiptId)
      assert.equal((await stage.clients.node.verify({ ...sold, receipt_id: receiptId })).status, 'paid')
      if (open_type === 'iframe') await app.told('close')
      assert.deepEqual(app.kinds, open_type === 'iframe' ? ['confirm', 'done', 'close'] : ['confirm', 'done'])
      assert.equal(app.closed, 1)
    })

    stage.test(`${dialect}, ${open_type}: the server confirms, and the app closes`, options, async ({ tab }, stage) => {
      const sold = sell(stage, { separately_confirmed: true })
      const app = await App.start(tab, dialect, sold, stage)
      const buyer = await app.openScripts()
      await buyer.pay()
      const { receiptId } = await app.told('confirm')
      assert.equal((await stage.clients.node.confirm({ ...sold, receipt_id: receiptId })).status, 'paid')
      await app.evaluate(app.lines.close)
      if (open_type === 'iframe') await app.told('close')
      assert.deepEqual(app.kinds, open_type === 'iframe' ? ['confirm', 'close'] : ['confirm'])
    })

    stage.test(`${dialect}, ${open_type}: the buyer cancels`, options, async ({ tab }, stage) => {
      const app = await App.start(tab, dialect, sell(stage), stage)
      const buyer = await app.openScripts()
      await buyer.cancel()
      await app.told('cancel')
      if (open_type === 'iframe') await app.told('close')
      assert.deepEqual(app.kinds, open_type === 'iframe' ? ['cancel', 'close'] : ['cancel'])
      assert.equal(app.closed, 1)
    })

    stage.test(`${dialect}, ${open_type}: the PG declines`, options, async ({ tab }, stage) => {
      const app = await App.start(tab, dialect, sell(stage, { display_error_result: false }), stage)
      const buyer = await app.openScripts()
      await buyer.refuse('RC_CONFIRM_FAILED')
      assert.equal((await app.told('error')).errorCode, 'RC_CONFIRM_FAILED')
      if (open_type === 'iframe') await app.told('close')
      assert.equal(app.closed, 1)
    })
  }

  stage.test(`${dialect}: the result page stays until the buyer closes it`, options, async ({ tab }, stage) => {
    const sold = order(stage.emulator, { extra: { open_type: 'iframe', display_success_result: true } })
    const app = await App.start(tab, dialect, sold, stage)
    const buyer = await app.openScripts()
    await buyer.pay()
    await app.told('done')
    assert.equal(app.closed, 0)
    await buyer.close()
    await app.told('close')
    assert.deepEqual(app.kinds, ['done', 'close'])
  })
}
