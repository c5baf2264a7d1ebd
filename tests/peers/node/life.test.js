'use strict'

const assert = require('node:assert/strict')
const { after, before, test } = require('node:test')

// Loopback is no proxy's business, and the SDK's HTTP client asks the environment.
process.env.no_proxy = process.env.NO_PROXY = '127.0.0.1'

const { Bootpay } = require('@bootpay/backend-js')
const { startEmulator } = require('./emulator')

let emulator

before(async () => {
  emulator = await startEmulator()
  // The one change: where production is.
  Bootpay.API_ENTRYPOINTS.production = `${emulator.url}/v2`
})

after(() => emulator.stop())

const credentials = {
  'client_key and secret_key': ['client_key', 'secret_key'],
  'application_id and private_key': ['application_id', 'private_key']
}

for (const [name, keys] of Object.entries(credentials)) {
  test(`a payment from window to refund with ${name}`, async () => {
    Bootpay.setConfiguration(Object.fromEntries(keys.map((key) => [key, emulator.merchant[key]])))
    const token = await Bootpay.getAccessToken()
    if (keys.includes('private_key')) {
      assert.equal(token.access_token.length, 64)
      assert.ok(token.expire_in > 1790 && token.expire_in <= 1800)
    } else {
      assert.deepEqual(token, { access_token: '', expire_in: 0 })
    }

    const order_id = `order-${keys[0]}`
    const { receipt_id } = await emulator.control('POST', 'payments', {
      order_id,
      price: 15000,
      state: 'ready',
      metadata: { cart: '77' },
      user: { username: '홍길동' }
    })
    await assert.rejects(Bootpay.confirmPayment(receipt_id), { error_code: 'RC_NOT_CONFIRM_READY' })
    await emulator.control('POST', `payments/${receipt_id}/buyer`, { action: 'pay' })

    const waiting = await Bootpay.receiptPayment(receipt_id)
    assert.equal(waiting.status, 2)
    assert.equal(waiting.order_id, order_id)
    assert.equal(waiting.user, undefined)

    const paid = await Bootpay.confirmPayment(receipt_id)
    assert.equal(paid.status, 1)
    assert.equal(paid.status_locale, '결제완료')
    assert.equal(paid.price, 15000)
    assert.equal(paid.method_symbol, 'card')
    assert.match(paid.purchased_at, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/)

    const read = await Bootpay.receiptPayment(receipt_id, true)
    assert.deepEqual(read, { ...paid, user: { username: '홍길동' } })

    const part = await Bootpay.cancelPayment({
      receipt_id,
      cancel_price: 5000,
      cancel_id: '1',
      cancel_username: 'shop',
      cancel_message: 'size'
    })
    assert.equal(part.cancelled_price, 5000)
    assert.equal(part.status, 20)
    assert.ok(part.cancelled_at)

    const rest = await Bootpay.cancelPayment({ receipt_id, cancel_username: 'shop', cancel_message: 'rest' })
    assert.equal(rest.cancelled_price, 15000)
    assert.equal(rest.status, 20)
    assert.equal((await Bootpay.receiptPayment(receipt_id)).cancelled_price, 15000)

    await assert.rejects(Bootpay.cancelPayment({ receipt_id }), (refusal) => {
      assert.equal(refusal.error_code, 'RC_ALREADY_CANCELLED')
      assert.equal(typeof refusal.message, 'string')
      return true
    })
    await assert.rejects(Bootpay.receiptPayment('ffffffffffffffffffffffff'), { error_code: 'RC_NOT_FOUND' })

    if (keys.includes('private_key')) {
      const again = await Bootpay.getAccessToken()
      assert.equal(again.access_token, token.access_token)
      assert.ok(again.expire_in <= token.expire_in)
    }
  })
}

test('a virtual account is refunded to an account', async () => {
  const { receipt_id } = await emulator.control('POST', 'payments', { method: 'vbank', price: 3000 })
  assert.equal((await Bootpay.confirmPayment(receipt_id)).status, 5)
  await emulator.control('POST', `payments/${receipt_id}/buyer`, { action: 'deposit' })
  await assert.rejects(Bootpay.cancelPayment({ receipt_id }), { error_code: 'RC_CANCEL_SERVER_ERROR' })
  const refund = { bank_account: '1234567890', bank_username: '홍길동', bank_code: '004' }
  assert.equal((await Bootpay.cancelPayment({ receipt_id, refund })).cancelled_price, 3000)
})

test('wrong credentials and an old token are refused', async () => {
  const { application_id } = emulator.merchant
  Bootpay.setConfiguration({ application_id, private_key: 'wrong' })
  await assert.rejects(Bootpay.getAccessToken(), { error_code: 'APP_SK_NOT_MATCHED' })
  Bootpay.setConfiguration({ client_key: 'wrong', secret_key: 'wrong' })
  await assert.rejects(Bootpay.receiptPayment('ffffffffffffffffffffffff'), { error_code: 'TOKEN_KEY_INVALID' })

  const { private_key } = emulator.merchant
  Bootpay.setConfiguration({ application_id, private_key })
  const { access_token } = await Bootpay.getAccessToken()
  await emulator.control('POST', 'clock', { advance_seconds: 1800 })
  await assert.rejects(Bootpay.receiptPayment('ffffffffffffffffffffffff'), { error_code: 'TOKEN_KEY_INVALID' })
  assert.notEqual((await Bootpay.getAccessToken()).access_token, access_token)
  await assert.rejects(Bootpay.receiptPayment('ffffffffffffffffffffffff'), { error_code: 'RC_NOT_FOUND' })
})

test('the emulator saw the official SDK and no finding', async () => {
  const requests = await emulator.control('GET', 'requests')
  assert.ok(requests.length > 20)
  for (const request of requests) {
    assert.equal(request.headers['bootpay-sdk-type'], '301')
    assert.deepEqual(request.findings, [])
  }
})
