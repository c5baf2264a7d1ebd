import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { format, inspect } from 'node:util'
import { Bootpay } from 'bootpay-core'
import { call, camel, literal } from './declared.mjs'
import { withEmulator } from './support.mjs'

const place = withEmulator()
const markers = { clientKey: 'marker-client', secretKey: 'marker-secret', applicationId: 'marker-application', privateKey: 'marker-private' }

function clean (value, secret = /marker/) {
  const deep = { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity, maxArrayLength: Infinity }
  const texts = [inspect(value, deep), `%o ${format('%o %O %j %s', value, value, value, value)}`, String(value), JSON.stringify(value) ?? '', value?.stack ?? '']
  if (value instanceof Error) texts.push(inspect(structuredClone(value), deep), inspect(value.cause, deep), JSON.stringify({ ...value }))
  for (const attempt of [value?.attempt, ...(Array.isArray(value) ? value : [])]) {
    if (attempt?.serialized) texts.push(Buffer.from(attempt.serialized.split('.')[1], 'base64url').toString())
  }
  for (const text of texts) assert.ok(!secret.test(text), text)
}

test('no key is ever shown', async () => {
  const bootpay = new Bootpay({ ...markers, baseUrl: place.emulator.url, retries: 0 })
  clean(bootpay)
  clean(bootpay.payments)
  for (const client of [bootpay, new Bootpay({ applicationId: markers.applicationId, privateKey: markers.privateKey, baseUrl: place.emulator.url })]) {
    const refund = { bankAccount: '110222333444', bankUsername: '홍길동', bankCode: '004' }
    clean(await client.payments.get({ receiptId: 'x' }).catch(error => error))
    clean(await client.payments.cancelFull({ receiptId: 'x', refund }).catch(error => error), /marker|110222333444/)
    clean(client.attempts.unresolved(), /marker|110222333444/)
  }
  const echo = { status: 500, body: Object.values(markers).join(' ') }
  for (const path of ['/v2/receipt', '/v2/cancel']) await place.emulator.fault({ path, kind: undefined, status: echo })
  clean(await bootpay.payments.get({ receiptId: 'x' }).catch(error => error))
  clean(await bootpay.payments.cancelFull({ receiptId: 'x' }).catch(error => error))
  for (const settings of [{ clientKey: 'marker' }, { ...markers, baseUrl: 'http://marker-host' }]) {
    assert.throws(() => new Bootpay(settings), error => { clean(error); return true })
  }
})

test('the data of a card are never shown', async () => {
  const bootpay = new Bootpay(place.emulator.settings())
  const card = { cardNo: '9450111122223333', cardPw: '73', cardIdentityNo: '860914', cardExpireYear: '47', cardExpireMonth: '11' }
  const request = { pg: 'nicepay', orderName: 'Tea', subscriptionId: 's-1', price: 1000, ...card, extra: { identityNo: '01098765432' } }
  const values = /9450111122223333|860914|01098765432/
  const whole = Buffer.from(JSON.stringify(request))
  const written = [whole.toString('base64'), whole.toString('base64url'), whole.toString('hex'), whole.toString('hex').replace(/../g, '%$&')]
  for (const text of written) {
    await place.emulator.fault({ path: '/v2/request/subscribe', status: { status: 400, body: { error_code: 'X', message: text } } })
    const error = await bootpay.billing.issueCard(request).catch(error => error)
    clean(error, values)
    assert.ok(!inspect(error).includes(text.slice(0, 40)), inspect(error))
  }
  for (const status of [{ status: 400, body: { error_code: 'X', message: JSON.stringify(request) } }, { status: 502, body: JSON.stringify(request) }]) {
    await place.emulator.fault({ path: '/v2/request/subscribe', status })
    const error = await bootpay.billing.issueCard(request).catch(error => error)
    assert.equal(error.status, status.status)
    clean(error, values)
    clean(bootpay.attempts.unresolved(), values)
  }
  assert.equal(bootpay.attempts.unresolved().length, 1)
})

test('what a reply holds can be read, and is not shown', async () => {
  const { application_id: applicationId, private_key: privateKey } = place.emulator.merchant
  const { users, identity } = new Bootpay({ applicationId, privateKey, baseUrl: place.emulator.url })
  const token = await users.token({ userId: 'u-1' })
  assert.ok(token.userToken.length > 10)
  const certificate = { receipt_id: 'c-1', status: 12, authenticate_data: { name: '홍길동', unique: 'marker-unique' } }
  await place.emulator.fault({ path: '/v2/certificate', status: { status: 200, body: certificate } })
  const verified = await identity.certificate({ receiptId: 'c-1' })
  assert.equal(verified.authenticateData.unique, 'marker-unique')
  assert.equal(verified.authenticateData.name, '홍길동')
  for (const [reply, holder, name] of [[token, token, 'userToken'], [verified, verified.authenticateData, 'unique']]) {
    assert.ok(!Object.keys(holder).includes(name))
    const secret = holder[name]
    for (const text of [inspect(reply, { depth: 9 }), String(reply), JSON.stringify(reply), JSON.stringify({ ...holder }), inspect(structuredClone(reply), { depth: 9 })]) {
      assert.ok(!text.includes(secret), text)
    }
  }
})

const printed = JSON.parse(readFileSync(new URL('../../tests/printed.json', import.meta.url), 'utf8'))

/** All ways in which a program prints a value. */
function prints (value) {
  const deep = { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity, maxArrayLength: Infinity }
  const ways = [inspect(value), inspect(value, deep), inspect([value], { depth: 9 }), inspect({ a: value }, { depth: 9, compact: false })]
  return [...ways, format(value), format('%s %o %O', value, value, value), `${value}`].join('\n')
}

for (const response of printed) {
  test(`personal data is masked and readable: ${response.call}`, async () => {
    const merchant = await place.emulator.control('POST', '/emulator/merchants')
    const keys = { clientKey: merchant.client_key, secretKey: merchant.secret_key, applicationId: merchant.application_id, privateKey: merchant.private_key }
    const bootpay = new Bootpay({ ...keys, baseUrl: place.emulator.url, mode: 'live' })
    await place.emulator.fault({ path: response.path, status: { status: 200, body: response.body } })
    const [resource, method] = response.call.split('.').map(camel)
    const reply = await bootpay[resource][method](literal(response.with, call(resource, method).request))
    assert.doesNotMatch(prints(reply), /PERSONAL|raw:/)
    const first = Array.isArray(reply) ? reply[0] : reply
    const body = Array.isArray(response.body) ? response.body[0] : response.body
    const holder = first.receipt ?? first
    assert.deepEqual(holder.raw, body)
    assert.equal(JSON.parse(JSON.stringify(holder)).raw, undefined)
    if (!body.user) return
    const { user } = holder
    assert.deepEqual([user.username, user.addr, JSON.parse(JSON.stringify(user)).phone], ['PERSONAL', 'PERSONAL', 'PERSONAL'])
    assert.match(inspect(user), /username: •••,\s+phone: •••/)
    // A response is an ordinary object all the same.
    assert.ok(Object.keys(user).includes('username') && !Object.keys(holder).includes('raw') && 'raw' in holder)
  })
}

test('an absent field is not masked, and depth and colours are the caller\'s', async () => {
  await place.emulator.fault({ path: '/v2/receipt', status: { status: 200, body: { receipt_id: 'r-1', price: 1000, status: 1, user: { id: 'u-1' } } } })
  const receipt = await place.client().payments.get({ receiptId: 'r-1' })
  assert.doesNotMatch(inspect(receipt, { depth: 9 }), /•••|undefined/)
  assert.match(inspect({ receipt }, { depth: 1 }), /user: \[Object\]/)
  assert.equal(inspect(receipt.user, { colors: true }), "{ id: \u001b[32m'u-1'\u001b[39m }")
})

test('an error is printed without its body', async () => {
  await place.emulator.fault({ path: '/v2/receipt', status: { status: 200, body: { status: '?', user: { username: 'PERSONAL' } } } })
  const error = await place.client().payments.get({ receiptId: 'r-1' }).catch(error => error)
  assert.match(error.body, /PERSONAL/)
  assert.doesNotMatch(prints(error), /PERSONAL/)
  // Otherwise it is printed as every error: with its stack and fields.
  assert.equal(inspect(error).replace('•••', `'${error.body}'`), inspect(error, { customInspect: false }))
})
