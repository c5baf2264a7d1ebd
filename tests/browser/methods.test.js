import assert from 'node:assert/strict'
import { findReceipt, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES, receiptOf } from './harness/surfaces.js'

const stage = setStage({ clients: ['node', 'python'] })
const UNIFIED = { pg: undefined, method: undefined }

for (const [surface, open] of Object.entries(SURFACES)) {
  stage.test(`the buyer chooses among the project's methods in ${surface}`, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator, UNIFIED)
    const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
    assert.deepEqual(await buyer.methods(), ['card', 'bank', 'vbank'])
    await buyer.choose('bank')
    await buyer.pay()
    const { value } = await end()
    assert.equal(value.event, 'done')
    const paid = { ...sold, receipt_id: receiptOf(value) }
    assert.equal((await clients.python.verify(paid)).status, 'paid')
    assert.equal((await findReceipt(emulator, sold)).method_symbol, 'bank')
  })

  stage.test(`a virtual account is issued in ${surface}, paid into later and refunded`, async (page, { emulator, shop, clients }) => {
    const sold = order(emulator, { method: 'vbank' })
    const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
    await buyer.pay()
    const { state, value } = await end()
    assert.equal(state, 'resolved')
    assert.equal(value.event, 'issued')
    if (surface !== 'redirect') {
      assert.equal(value.data.status, 5)
      assert.ok(value.data.vbank_data.bank_account)
    }
    const issued = { ...sold, receipt_id: receiptOf(value) }
    await assert.rejects(clients.node.verify(issued), { kind: 'wrong_state' })
    await emulator.buyer(issued.receipt_id, 'deposit')
    assert.equal((await clients.node.verify(issued)).status, 'paid')
    const refund = { bank_account: '1234567890', bank_username: '홍길동', bank_code: '004' }
    assert.equal((await clients.python.cancel({ ...issued, refund })).cancelled_price, 15_000)
  })

  for (const method of ['phone', 'bank', 'naverpay', 'kakao', 'payco', 'toss']) {
    stage.test(`${method} pays in ${surface}`, async (page, { emulator, shop, clients }) => {
      const sold = order(emulator, { method })
      const { buyer, end } = await open(page, 'requestPayment', sold, { shop })
      await buyer.pay()
      const { value } = await end()
      assert.equal(value.event, 'done', JSON.stringify(value))
      assert.equal((await clients.node.verify({ ...sold, receipt_id: receiptOf(value) })).status, 'paid')
    })
  }
}

stage.test('an array of methods leaves the buyer only those', async (page, { emulator, shop }) => {
  const sold = order(emulator, { pg: undefined, method: ['card', 'vbank'] })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  assert.deepEqual(await buyer.methods(), ['card', 'vbank'])
  await buyer.choose('vbank')
  await buyer.pay()
  assert.equal((await end()).value.event, 'issued')
})
