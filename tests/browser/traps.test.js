// Where the official SDK leaves a page hanging or misled, and what the emulator's window can do about it.
import assert from 'node:assert/strict'
import { PERSON, findReceipt, order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES } from './harness/surfaces.js'

const stage = setStage()

/** Pays by card in an iframe to the end. */
async function pay (page, { emulator, shop }, changes) {
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', order(emulator, changes), { shop })
  await buyer.pay()
  return end()
}

stage.test('an early confirm is refused, and the shop\'s page stays', async (page, { emulator, shop }) => {
  const { buyer } = await SURFACES.iframe(page, 'requestPayment', order(emulator, { extra: { separately_confirmed: true } }), { shop })
  await buyer.ready()
  const refused = await page.rejected(await page.call('confirm'))
  assert.equal(refused.error_code, 'RC_NOT_CONFIRM_READY')
  assert.equal(page.tab.url(), page.url)
  assert.deepEqual(shop.posts, [])
})

stage.test('a hostile order name is text', async (page, { emulator, shop }) => {
  const order_name = '무선 이어폰 "A" <b>굵게</b></script><script>parent.hacked = 1</script>\u2028%41%42 50%25 & \'x\' ${1}'
  const sold = order(emulator, { order_name })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.ready()
  const text = (await page.frame.locator('body').innerText()).replace(/\s+/g, ' ')
  assert.ok(text.includes(order_name.replace(/\s+/g, ' ')), text)
  assert.equal(await page.tab.evaluate(() => window.hacked), undefined)
  await buyer.pay()
  assert.equal((await end()).state, 'resolved')
})

const euckr = { headers: { 'content-type': 'text/html; charset=euc-kr' } }
stage.test('a page in EUC-KR pays, with Korean as it is', { page: euckr }, async (page, stage) => {
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', order(stage.emulator), stage)
  await buyer.ready()
  assert.ok((await page.frame.locator('body').innerText()).includes('무선 이어폰'))
  await buyer.pay()
  assert.equal((await end()).value.event, 'done')
})

stage.test('a page under a content security policy pays in an iframe', { page: null }, async (page, stage) => {
  const { url } = stage.emulator
  const policy = `default-src 'none'; script-src 'self' ${url}; style-src 'unsafe-inline'; frame-src ${url}; form-action ${url}; connect-src ${url}`
  await page.open({ headers: { 'content-security-policy': policy } })
  assert.equal((await pay(page, stage)).value.event, 'done')
  await page.closed()
})

const isolated = { headers: { 'cross-origin-embedder-policy': 'require-corp' } }
stage.test('an isolated page (COEP) pays in an iframe', { page: isolated }, async (page, stage) => {
  assert.equal((await pay(page, stage)).value.event, 'done')
})

// The SDK destroys their window at a `confirm`, so that a later confirm by the page would wait for ever.
const WITHOUT_CONFIRM = {
  requestSubscription: { subscription_id: 's-1', method: 'card_rebill', pg: 'nicepay' },
  requestAuthentication: { authentication_id: 'a-1', method: '본인인증', pg: '다날' }
}
for (const [name, kind] of Object.entries(WITHOUT_CONFIRM)) {
  stage.test(`${name} has no separate confirmation, and is done`, async (page, { emulator, shop }) => {
    const { order_id, ...request } = order(emulator, { ...kind, extra: { separately_confirmed: true } })
    const { buyer, end } = await SURFACES.iframe(page, name, request, { shop })
    await buyer.ready()
    if (name === 'requestAuthentication') await buyer.identify(PERSON)
    await buyer.pay()
    assert.equal((await end()).value.event, 'done')
    await page.closed()
  })
}

stage.test('absent amounts arrive as null and are none', async (page, { emulator, shop }) => {
  const sold = order(emulator, { tax_free: undefined })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', sold, { shop })
  await buyer.pay()
  assert.equal((await end()).value.event, 'done')
  const { price, tax_free } = await findReceipt(emulator, sold)
  assert.deepEqual([price, tax_free], [15_000, 0])
})

stage.test('the SDK tells only the emulator what a buyer does', async (page, stage) => {
  const hosts = new Set()
  stage.context.on('request', request => hosts.add(new URL(request.url()).origin))
  const { client_key, ...request } = order(stage.emulator, { application_id: stage.ids.web })
  const { buyer, end } = await SURFACES.iframe(page, 'requestPayment', request, stage)
  await buyer.pay()
  assert.equal((await end()).value.event, 'done')
  await page.closed()
  assert.deepEqual([...hosts], [stage.emulator.url])
})
