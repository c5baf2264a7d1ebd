// Every request that Bootpay would refuse ends with the SDK's rejection, and never with an endless spinner.
import assert from 'node:assert/strict'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { Buyer } from './harness/buyer.js'
import { SURFACES } from './harness/surfaces.js'

const stage = setStage()

/** Each is refused in the window: changes of a good order, and the code. */
const REFUSED = {
  'an unknown client key': [{ client_key: 'ck_unknown' }, 'APP_CLIENT_KEY_NOT_FOUND'],
  'an unknown application id': [{ client_key: undefined, application_id: 'f'.repeat(24) }, 'APP_KEY_NOT_FOUND'],
  'no credential': [{ client_key: undefined }, 'NEED_CLIENT_KEY'],
  'a price that is no number': [{ price: 'abc' }, 'INVALID_REQUEST_PARAMS'],
  'a price below 100 won': [{ price: 99 }, 'RC_PRICE_LEAST_LT']
}

for (const [what, [changes, code]] of Object.entries(REFUSED)) {
  for (const name of Object.keys(SURFACES)) {
    stage.test(`${what} is refused in ${name}`, async (page, { emulator, shop }) => {
      const call = await page.call('requestPayment', {
        ...order(emulator, { ...changes, extra: { open_type: name } }), redirect_url: `${shop.url}/return`
      })
      const refused = await page.rejected(call)
      assert.equal(refused.event, 'error')
      assert.equal(refused.error_code, code, refused.message)
      await page.closed()
    })
  }
}

stage.test('a method that is not active is refused', async (page, { emulator, shop }) => {
  const project = await emulator.project({ methods: [{ pg: 'nicepay', method: 'card' }] })
  const call = await page.call('requestPayment', order(emulator, { client_key: project.client_key, method: 'phone', extra: { open_type: 'iframe' } }))
  const refused = await page.rejected(call)
  assert.equal(refused.error_code, 'EMULATOR_METHOD_NOT_ACTIVE')
})

stage.test('an app\'s id is refused on the web', async (page, { emulator }) => {
  const project = await emulator.project()
  const call = await page.call('requestPayment', order(emulator, {
    client_key: undefined, application_id: project.application_ids.android, extra: { open_type: 'iframe' }
  }))
  assert.equal((await page.rejected(call)).event, 'error')
})

stage.test('a redirect without redirect_url is refused', async (page, { emulator }) => {
  const call = await page.call('requestPayment', order(emulator, { extra: { open_type: 'redirect' } }))
  assert.equal((await page.rejected(call)).error_code, 'RC_REDIRECT_URL_INVALID')
})

const SPOILED = {
  'a payload that does not decrypt': 'payload=AAAAAAAAAAAAAAAAAAAAAA%3D%3D&token=' + encodeURIComponent(`${Buffer.alloc(32).toString('base64')}##${Buffer.alloc(16).toString('base64')}`),
  'a payload without its token': 'payload=AAAA',
  'a token that is no key': 'payload=AAAA&token=BBBB',
  'a payload that is no base64': 'payload=%EC%95%BC&token=BBBB'
}
for (const [what, form] of Object.entries(SPOILED)) {
  stage.test(`${what} is refused`, async (page, { emulator }) => {
    await page.tab.route('**/v2/request/payment', route => route.continue({ postData: form }))
    const refused = await page.rejected(await page.call('requestPayment', order(emulator, { extra: { open_type: 'iframe' } })))
    assert.equal(refused.event, 'error')
    assert.ok(refused.error_code)
    await page.closed()
  })
}

stage.test('after a refusal the same page pays', async (page, { emulator, shop }) => {
  await page.rejected(await page.call('requestPayment', order(emulator, { price: 99, extra: { open_type: 'iframe' } })))
  await page.closed()
  const call = await page.call('requestPayment', order(emulator, { extra: { open_type: 'iframe' } }))
  await new Buyer(page.frame).pay()
  assert.equal((await page.resolved(call)).event, 'done')
})
