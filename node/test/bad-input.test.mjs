import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { Bootpay, BootpayError, VerifiedPayment } from 'bootpay-core'
import { refusal, withEmulator } from './support.mjs'

const place = withEmulator()
const receiptId = '6712ab34c0de5f0012a4b901'
const part = { receiptId, cancelPrice: 1000, cancelId: 'c-1' }

beforeEach(() => place.clear())
afterEach(async () => assert.deepEqual(await place.emulator.requests(), [], 'something was sent'))

test('what is no amount of won', async () => {
  const { payments } = place.client()
  for (const amount of [NaN, 1.5, '5', 5n, null, undefined, Infinity, -Infinity, 1e300, 2 ** 53 + 2, 0, -1, true, {}, [], Symbol('won'), () => 5]) {
    await refusal(payments.cancelPartial({ ...part, cancelPrice: amount }), { kind: 'invalid', repeat: 'never', field: 'cancelPrice', endpoint: 'payments.cancelPartial' })
    // A part may be nothing, or not be said.
    if (amount !== undefined && amount !== null && amount !== 0) {
      await refusal(payments.cancelPartial({ ...part, cancelTaxFree: amount }), { kind: 'invalid', field: 'cancelTaxFree' })
    }
  }
})

test('what is no time', async () => {
  const { payments } = place.client()
  for (const timeoutMs of [NaN, 0, -1, Infinity, '5', 5n, 86_400_001, {}]) {
    await refusal(payments.get({ receiptId }, { timeoutMs }), { kind: 'invalid', field: 'timeoutMs' })
    throwsInvalid({ clientKey: 'k', secretKey: 's', moneyTimeoutMs: timeoutMs }, 'moneyTimeoutMs')
  }
})

test('what is missing or of another type is named', async () => {
  const { payments } = place.client()
  for (const value of [undefined, null, 5, {}, []]) {
    await refusal(payments.get({ receiptId: value }), { kind: 'invalid', field: 'receiptId' })
    await refusal(payments.cancelPartial({ ...part, cancelId: value }), { kind: 'invalid', field: 'cancelId' })
  }
  for (const request of [undefined, null, receiptId, 5, () => 5]) await refusal(payments.get(request), { kind: 'invalid', field: 'request' })
  await refusal(payments.get({ receiptId, lookupUserData: 'yes' }), { kind: 'invalid', field: 'lookupUserData' })
  await refusal(payments.get({ receiptId }, 5), { kind: 'invalid', field: 'options' })
  await refusal(payments.get({ receiptId }, { signal: {} }), { kind: 'invalid', field: 'signal' })
  const refund = { bankAccount: '123', bankUsername: '홍길동', bankCode: '004' }
  await refusal(payments.cancelFull({ receiptId, refund: 'account' }), { kind: 'invalid', field: 'refund' })
  await refusal(payments.cancelFull({ receiptId, refund: { ...refund, bankCode: 4 } }), { kind: 'invalid', field: 'refund.bankCode' })
  await refusal(payments.cancelFull({ receiptId, refund: { ...refund, bank: '004' } }), { kind: 'invalid', field: 'refund.bank' })
})

test('a key that is not known is refused, since a part could become the whole', async () => {
  const { payments } = place.client()
  await refusal(payments.cancelFull({ receiptId, amount: 5000 }), { kind: 'invalid', field: 'amount' })
  await refusal(payments.cancelFull({ receiptId, cancelPrice: 5000 }), { kind: 'invalid', field: 'cancelPrice' })
  await refusal(payments.get({ receiptId, lookup_user_data: true }), { kind: 'invalid', field: 'lookup_user_data', detail: 'lookup_user_data is not a known field; did you mean lookupUserData?' })
  await refusal(payments.get({ receiptId }, { timeout: 5 }), { kind: 'invalid', field: 'timeout' })
  throwsInvalid({ clientKey: 'k', secretKey: 's', baseURL: 'https://api.bootpay.co.kr' }, 'baseURL')
})

test('a key that was nearly right is told which was meant', async () => {
  const { payments, billing } = place.client()
  const meant = async (call, key, name) => {
    const detail = name ? `${key} is not a known field; did you mean ${name}?` : `${key} is not a known field`
    await refusal(call, { kind: 'invalid', field: key, detail })
  }
  await meant(payments.get({ receipt_id: receiptId }), 'receipt_id', 'receiptId')
  await meant(payments.get({ reciptId: receiptId }), 'reciptId', 'receiptId')
  await meant(payments.get({ ReceiptID: receiptId }), 'ReceiptID', 'receiptId')
  await meant(payments.get({ receiptId, id: receiptId }), 'id')
  await meant(payments.get({ receiptId }, { timeout: 5 }), 'timeout', 'timeoutMs')
  await meant(payments.cancelFull({ receiptId, amount: 5000 }), 'amount')
  const refund = { bankAccount: '123', bankUsername: '홍길동', bank_code: '004' }
  await meant(payments.cancelFull({ receiptId, refund }), 'refund.bank_code', 'bankCode')
  const item = { id: 'i-1', name: 'Tea', quantity: 1, qty: 1, price: 1000 }
  await meant(billing.charge({ billingKey: 'bk', orderName: 'Tea', orderId: 'o', price: 1000, items: [item] }), 'items[0].quantity')
  // Neither spelling leads back to the other.
  await refusal(payments.get({}), { field: 'receiptId', detail: 'receiptId must be given' })
})

test('text that is not Unicode is refused, with its field', async () => {
  const { payments, billing, attempts } = place.client()
  const half = '녹차 🍵'.slice(0, 4)
  const refused = (call, field) => refusal(call, { kind: 'invalid', field, detail: /Unicode/ })
  await refused(payments.get({ receiptId: half }), 'receiptId')
  await refused(payments.findByOrder({ orderId: half }), 'orderId')
  await refused(payments.cancelFull({ receiptId, cancelMessage: half }), 'cancelMessage')
  await refused(payments.cancelFull({ receiptId, refund: { bankAccount: '123', bankUsername: half, bankCode: '004' } }), 'refund.bankUsername')
  const charge = { billingKey: 'bk-1', orderName: 'Tea', orderId: 'o-1', price: 1000 }
  const item = { id: 'i-1', name: 'Tea', qty: 1, price: 1000 }
  await refused(billing.charge({ ...charge, items: [item, { ...item, name: half }] }), 'items[1].name')
  for (const [metadata, field] of [
    [half, 'metadata'], [[1, half], 'metadata[1]'], [{ a_b: { c: ['x', { d: half }] } }, 'metadata.a_b.c[1].d'],
    [{ a: { [half]: 1 } }, 'metadata.a'], [{ [half]: 1 }, 'metadata'], [{ toJSON: () => ({ e: half }) }, 'metadata.e']
  ]) await refused(billing.charge({ ...charge, metadata }), field)
  // A key is not read by what is left of it.
  await refusal(payments.cancelFull({ receiptId, [half]: 1 }), { kind: 'invalid' })
  await refused(attempts.resolve({ serialized: half }), 'serialized')
  assert.throws(() => attempts.acknowledge(half), { kind: 'invalid', field: 'attemptId' })
  for (const name of ['clientKey', 'secretKey']) throwsInvalid({ clientKey: 'k', secretKey: 's', [name]: half }, name)
  for (const name of ['applicationId', 'privateKey']) throwsInvalid({ applicationId: 'k', privateKey: 's', [name]: half }, name)
  throwsInvalid({ clientKey: 'k', secretKey: 's', attemptsFile: half }, 'attemptsFile')
  // What stands for it may be meant.
  await refusal(payments.get({ receiptId: '\ufffd\n' }), { kind: 'invalid', detail: /control characters/ })
})

test('a getter that throws', async () => {
  const { payments } = place.client()
  await refusal(payments.get({ get receiptId () { throw new Error('boom') } }), { kind: 'invalid' })
  await refusal(payments.get(new Proxy({}, { ownKeys () { throw new Error('boom') } })), { kind: 'invalid', field: 'request' })
  await refusal(payments.get({ receiptId }, { get signal () { throw new Error('boom') } }), { kind: 'invalid' })
})

test('half a credential pair, and settings that break their rules', () => {
  throwsInvalid({}, 'clientKey')
  throwsInvalid(undefined, 'settings')
  throwsInvalid({ clientKey: 'k' }, 'secretKey')
  throwsInvalid({ secretKey: 's' }, 'clientKey')
  throwsInvalid({ applicationId: 'a' }, 'privateKey')
  throwsInvalid({ clientKey: 5, secretKey: 's' }, 'clientKey')
  const keys = { clientKey: 'k', secretKey: 's' }
  throwsInvalid({ ...keys, baseUrl: 'http://api.bootpay.co.kr' }, 'baseUrl')
  throwsInvalid({ ...keys, baseUrl: 5 }, 'baseUrl')
  for (const baseUrl of [' https://shop.example', 'https://shop.example\n', 'https://sh\top.example', 'https://shop.example\0', 'https:\\\\shop.example', 'https://@shop.example', 'https://가게.example']) {
    throwsInvalid({ ...keys, baseUrl }, 'baseUrl')
  }
  throwsInvalid({ ...keys, mode: 'sandbox' }, 'mode')
  throwsInvalid({ ...keys, caCertificates: 'none' }, 'caCertificates')
  throwsInvalid({ ...keys, environmentProxy: 'yes' }, 'environmentProxy')
})

test('what only a call may make', () => {
  assert.throws(() => new VerifiedPayment(), /made by calls only/)
  assert.throws(() => new Bootpay({ clientKey: 'k', secretKey: 's' }).attempts.acknowledge(5), { kind: 'invalid', field: 'attemptId' })
})

function throwsInvalid (settings, field) {
  assert.throws(() => new Bootpay(settings), error => {
    assert.ok(error instanceof BootpayError)
    assert.deepEqual([error.kind, error.field], ['invalid', field])
    return true
  })
}

test('what needs no fields is asked for without any', async () => {
  const { paymentMethods, wallets, webhooks } = place.client()
  for (const request of [5, 'all', () => 5]) await refusal(paymentMethods.list(request), { kind: 'invalid', field: 'request' })
  await refusal(wallets.listService({ userId: 'u-1' }), { kind: 'invalid', field: 'userId' })
  await refusal(webhooks.resend(), { kind: 'invalid', field: 'request' })
})

test('dates, lists and objects are looked into', async () => {
  const { reservations, billing } = place.client()
  const charge = { billingKey: 'bk-1', orderName: 'Tea', orderId: 'o-1', price: 1000 }
  for (const reserveExecuteAt of [undefined, null, '2030-01-01', 5, new Date(NaN), {}]) {
    await refusal(reservations.create({ ...charge, reserveExecuteAt }), { kind: 'invalid', field: 'reserveExecuteAt' })
  }
  const item = { id: 'i-1', name: 'Tea', qty: 1, price: 1000 }
  for (const [items, field] of [[item, 'items'], [[5], 'items[0]'], [[item, { ...item, qty: 1.5 }], 'items[1].qty'], [[{ ...item, price: '5' }], 'items[0].price'], [[{ ...item, cost: 5 }], 'items[0].cost']]) {
    await refusal(billing.charge({ ...charge, items }), { kind: 'invalid', field })
  }
  await refusal(billing.charge({ ...charge, user: { gender: 1 } }), { kind: 'invalid', field: 'user.gender' })
  await refusal(billing.charge({ ...charge, contentType: 'text/plain' }), { kind: 'invalid', field: 'contentType' })
  await refusal(billing.charge({ ...charge, metadata: () => 5 }), { kind: 'invalid', field: 'metadata' })
})
