'use strict'

const assert = require('node:assert/strict')
const { after, before, test } = require('node:test')

// Loopback is no proxy's business, and the SDK's HTTP client asks the environment.
process.env.no_proxy = process.env.NO_PROXY = '127.0.0.1'

const { Bootpay } = require('@bootpay/backend-js')
const { startEmulator } = require('./emulator')
const { shapes, endpoints } = require('../replies.json')
const surface = require('../surface.json')

let emulator

before(async () => {
  emulator = await startEmulator()
  Bootpay.API_ENTRYPOINTS.production = `${emulator.url}/v2`
})

after(() => emulator.stop())

/** A well-formed reply of an endpoint. */
function example(endpoint) {
  const reply = endpoints[endpoint]
  if (!reply?.is) return reply
  const fields = { ...shapes[reply.is], ...reply.with }
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !reply.without?.includes(name)))
}

/** Has what the example has, of the same type and format; more is welcome. */
function assertLike(where, expected, found) {
  if (expected === null) return
  const shown = `${where} is ${JSON.stringify(found)}`
  assert.equal(typeof found, typeof expected, shown)
  assert.equal(Array.isArray(found), Array.isArray(expected), shown)
  if (Array.isArray(expected)) {
    assert.ok(found.length >= Math.min(expected.length, 1), shown)
    if (expected.length > 0) for (const item of found) assertLike(`${where}[]`, expected[0], item)
  } else if (typeof expected === 'object') {
    assert.notEqual(found, null, shown)
    for (const [name, value] of Object.entries(expected)) {
      assert.ok(name in found, `${where} has no ${name}`)
      assertLike(`${where}.${name}`, value, found[name])
    }
  } else {
    for (const form of [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/, /^[0-9a-f]{24}$/]) {
      if (form.test(expected)) assert.match(found, form, shown)
    }
  }
}

/** A function that makes calls and notes which. */
function caller(merchant) {
  const made = new Set()
  async function call(endpoint, method, ...given) {
    made.add(method)
    const answer = await Bootpay[method](...given)
    assertLike(method, example(endpoint), answer)
    return answer
  }
  /** A payment that a buyer made. */
  async function pay(fields) {
    return (await emulator.control('POST', 'payments', { merchant: merchant.id, ...fields })).receipt_id
  }
  return { call, pay, made, merchant }
}

const credentials = {
  'client_key and secret_key': ['client_key', 'secret_key'],
  'application_id and private_key': ['application_id', 'private_key']
}

for (const [name, keys] of Object.entries(credentials)) {
  test(`every call of the SDK with ${name}`, async () => {
    const merchant = await emulator.control('POST', 'merchants', { consent: 'given', basic_for_users: true })
    Bootpay.setConfiguration(Object.fromEntries(keys.map((key) => [key, merchant[key]])))
    const shop = caller(merchant)
    for (const subject of [payments, billing, users, identity, escrow, cashReceipts]) await subject(shop)
    const named = surface.flatMap(({ node }) => node?.split(', ') ?? [])
    assert.deepEqual([...shop.made].sort(), named.sort())
    for (const request of await emulator.control('GET', `requests?merchant=${merchant.id}`)) {
      assert.deepEqual(request.findings, [], request.path)
    }
  })
}

async function payments({ call, pay }) {
  await call('token.issue', 'getAccessToken')
  const receipt_id = await pay({ order_id: 'o-1', price: 15000 })
  assert.equal((await call('payment.confirm', 'confirmPayment', receipt_id)).status, 1)
  assert.equal((await call('receipt.get', 'receiptPayment', receipt_id)).order_id, 'o-1')
  const part = await call('payment.cancel', 'cancelPayment', { receipt_id, cancel_id: 'o-1/1', cancel_price: 5000 })
  assert.equal(part.cancelled_price, 5000)
  assert.equal((await call('payment.cancel', 'cancelPayment', { receipt_id })).cancelled_price, 15000)
}

async function billing({ call }) {
  const { receipt_id, billing_key } = await call('billing.issue_card', 'requestSubscribeBillingKey', {
    pg: 'nicepay',
    order_name: 'monthly plan',
    subscription_id: 'sub-1',
    card_no: '5570123412341074',
    card_pw: '12',
    card_identity_no: '861014',
    card_expire_year: '40',
    card_expire_month: '12',
    user: { id: 'member-7', username: '홍길동', phone: '01012345678' }
  })
  const found = await call('billing.lookup_by_receipt', 'lookupSubscribeBillingKey', receipt_id)
  assert.equal(found.billing_key, billing_key)
  const looked = await call('billing.lookup', 'lookupBillingKey', billing_key)
  assert.deepEqual([looked.billing_key, looked.status, looked.subscription_id], [billing_key, 1, undefined])
  const owned = await call(
    'billing.lookup_sequential',
    'lookupSequentialBillingKey',
    'widget-1',
    billing_key,
    'member-7'
  )
  assert.equal(owned.billing_key, billing_key)

  const order = { billing_key, order_name: 'monthly plan', price: 9900 }
  for (const method of ['requestSubscribePayment', 'requestSubscribeCardPayment']) {
    const paid = await call('billing.pay', method, { ...order, order_id: method, tax_free: 900 })
    assert.deepEqual([paid.status, paid.price, paid.tax_free], [1, 9900, 900])
  }

  const { reserve_id } = await call('reserve.create', 'subscribePaymentReserve', {
    ...order,
    order_id: 'monthly-later',
    reserve_execute_at: new Date('2099-12-01T09:00:00+09:00')
  })
  const reserved = await call('reserve.get', 'subscribePaymentReserveLookup', reserve_id)
  assert.equal(reserved.status, 0)
  assert.equal(reserved.order_id, 'monthly-later')
  assert.equal(reserved.reserve_execute_at, '2099-12-01T09:00:00+09:00')
  assert.equal((await call('reserve.cancel', 'cancelSubscribeReserve', reserve_id)).success, true)
  assert.deepEqual(await call('billing.destroy', 'destroyBillingKey', billing_key), { billing_key })

  const asked = await call('billing.issue_transfer', 'requestSubscribeAutomaticTransferBillingKey', {
    pg: 'nicepay',
    order_name: 'monthly plan',
    subscription_id: 'sub-2',
    auth_type: 'ARS',
    username: '홍길동',
    bank_name: '국민',
    bank_account: '66000000000000',
    identity_no: '861014',
    phone: '01012345678'
  })
  assert.equal(asked.status, 41)
  assert.equal(asked.order_id, 'sub-2')
  const published = await call('billing.publish_transfer', 'publishAutomaticTransferBillingKey', asked.receipt_id)
  assert.equal(published.status, 11)
  assert.equal(published.subscription_id, 'sub-2')
}

async function users({ call, merchant }) {
  await call('user.token', 'requestUserToken', { user_id: 'member-7', username: '홍길동', gender: 0, birth: '861014' })
  await emulator.control('POST', 'wallets', { merchant: merchant.id, user_id: 'member-7', sandbox: true })
  const order = { user_id: 'member-7', order_name: 'green tea', price: 9900, order_id: 'o-3', sandbox: true }
  assert.equal((await call('wallet.pay', 'requestWalletPayment', order)).order_id, 'o-3')
  assert.equal((await call('wallet.list', 'getUserWallets', 'member-7', true)).length, 1)
}

async function identity({ call }) {
  const { receipt_id } = await call('auth.request', 'requestAuthentication', {
    authentication_id: 'auth-1',
    pg: '다날',
    method: '본인인증',
    order_name: 'sign-up',
    username: '홍길동',
    identity_no: '8610141',
    carrier: 'SKT',
    phone: '01012345678',
    client_ip: '203.0.113.7'
  })
  const again = await call('auth.realarm', 'realarmAuthentication', receipt_id)
  assert.equal(again.authenticate_data.number_of_realarms, 1)
  const { otp } = await emulator.control('GET', `identities/${receipt_id}`)
  assert.equal((await call('auth.confirm', 'confirmAuthentication', receipt_id, otp)).status, 12)
  assert.equal((await call('auth.certificate', 'certificate', receipt_id)).authenticate_data.name, '홍길동')
}

async function escrow({ call, pay }) {
  const receipt_id = await pay({ escrow: true, state: 'paid' })
  const shipped = await call('escrow.shipping_start', 'shippingStart', {
    receipt_id,
    receipt_url: 'https://shop.example/slip',
    tracking_number: '123456789012',
    delivery_corp: 'CJ대한통운'
  })
  assert.equal(shipped.escrow_data.status, 3)
}

async function cashReceipts({ call, pay }) {
  const receipt_id = await pay({ method: 'bank', state: 'paid' })
  const asked = { identity_no: '01012345678', cash_receipt_type: '소득공제' }
  const issued = await call('cash.publish_on_receipt', 'cashReceiptPublishOnReceipt', { receipt_id, ...asked })
  assert.equal(issued.receipt_id, receipt_id)
  assert.equal(await call('cash.cancel_on_receipt', 'cashReceiptCancelOnReceipt', { receipt_id }), null)
  const alone = await call('cash.publish', 'requestCashReceipt', {
    ...asked,
    price: 15000,
    order_name: 'green tea',
    order_id: 'o-4',
    purchased_at: new Date('2026-11-01T10:00:00+09:00')
  })
  assert.equal(alone.status, 60)
  const cancelled = await call('cash.cancel', 'cancelCashReceipt', { receipt_id: alone.receipt_id })
  assert.equal(cancelled.status, 61)
}
