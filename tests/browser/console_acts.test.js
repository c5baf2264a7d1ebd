// A merchant's acts in the console, from the keys to the PG's registrations, without a script: forms and links alone.
//
// What Bootpay's manual has a merchant do, and the test that plays it (where it is no file's own: in this one).
//
// | Act of the manual | Test |
// |---|---|
// | four Application IDs by platform, the private key of REST, one Feedback URL each | each platform has its id …; each platform has its Feedback URL |
// | an id of another platform is refused | each platform has its id … |
// | sample ids of the manual give way to one's own | console_advice: a client with the sample id … |
// | payments of one's own ids are listed and cancelled | a test payment is given back … |
// | secrets stay out of the window | traps |
// | webhooks reach the URL that is set | console: the set-up of a project …; faults |
// | PG, method, activate, settings; test and live without a change of code | live payments need what the PG issued … |
// | what is switched off is refused, and hidden in the unified window | a test payment is given back …; console_advice: the unified window … |
// | without pg and method the buyer chooses | console_advice: the unified window …; methods |
// | test payments are not settled, are cancelled after 24 hours or by hand | a test payment is given back … |
// | what is still in test is named before going live | a test payment is given back … |
// | virtual accounts are not to be paid in test | console_advice: virtual accounts in test … |
// | small amounts in test; phone payments are cancelled in their month | console_advice: a payment in test …; a phone payment … |
// | settings that the PG issued are needed when live | live payments need … |
// | a live payment stands in the PG's own console | live payments need … |
// | Bootpay's addresses and deposit URL are registered at the PG | live payments need … |
import assert from 'node:assert/strict'
import { activate, findings, later, save, setConsole, status } from './harness/console.js'
import { createServer } from 'node:http'

const stage = setConsole()
const context = { javaScriptEnabled: false }

stage.test('each platform has its id, and a new private key ends the old one', { context }, async (tab, { open, emulator }) => {
  const ids = new Set()
  for (const platform of ['web', 'android', 'ios', 'rest']) {
    await open(`/setup/keys?platform=${platform}`)
    const id = await tab.locator('dt:text-is("application_id") + dd code').innerText()
    assert.match(id, /^[0-9a-f]{24}$/)
    ids.add(id)
    assert.equal(await tab.getByText('private_key', { exact: true }).count() > 0, platform === 'rest', platform)
  }
  assert.equal(ids.size, 4)
  const token = async (application_id, private_key) => {
    const response = await fetch(`${emulator.url}/v2/request/token`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ application_id, private_key })
    })
    return response.status
  }
  const secret = () => tab.locator('dt:text-is("private_key") + dd code').textContent()
  const [web, , , rest] = ids
  const before = await secret()
  assert.equal(await token(rest, before), 200)
  assert.notEqual(await token(web, before), 200, 'an id of another platform gives no token')
  await tab.getByRole('button', { name: '새로운 키 받기' }).click()
  await open('/setup/keys?platform=rest')
  const renewed = await secret()
  assert.notEqual(renewed, before)
  assert.notEqual(await token(rest, before), 200)
  assert.equal(await token(rest, renewed), 200)
})

stage.test('each platform has its Feedback URL', { context }, async (tab, { open }) => {
  await open('/setup/webhooks')
  for (const platform of ['web', 'android', 'ios', 'rest']) await tab.locator(`#${platform}-url`).fill(`http://127.0.0.1:9/${platform}`)
  await save(tab)
  for (const platform of ['web', 'android', 'ios', 'rest']) {
    await open(`/setup/keys?platform=${platform}`)
    await tab.getByText(`http://127.0.0.1:9/${platform}`).waitFor()
  }
})

stage.test('a test payment is given back after 24 hours, and by hand, and is never settled', { context }, async (tab, { open, emulator }) => {
  await activate(tab, open, 'danal/card', 'sandbox')
  await open('/try')
  assert.deepEqual(await tab.locator('#method option').allInnerTexts(), ['카드 · 다날', '통합 결제창 (PG·결제수단 미지정)'], 'only what is active is offered')
  await assert.rejects(emulator.control('POST', 'payments', { pg: 'kcp', method: 'card' }), /kcp/)
  const pay = order_name => emulator.control('POST', 'payments', { pg: 'danal', method: 'card', order_name, price: 1000, state: 'paid' })
  const [left, returned] = [await pay('두고 온 모자'), await pay('돌려준 모자')]

  await open('/payments')
  await tab.getByRole('searchbox').fill('돌려준')
  await tab.getByRole('button', { name: '검색' }).click()
  await tab.getByRole('link', { name: '돌려준 모자' }).click()
  await tab.locator('main').getByText('테스트', { exact: false }).first().waitFor()
  await tab.getByLabel('취소 금액').fill('400')
  await tab.getByRole('button', { name: '결제 취소' }).click()
  assert.match(await status(tab), /부분취소/)
  await tab.getByRole('button', { name: '결제 취소' }).click()
  assert.match(await status(tab), /취소/)
  assert.equal((await emulator.call('GET', `receipt/${returned.receipt_id}`)).body.cancelled_price, 1000)

  await open(`/payments/${left.receipt_id}`)
  assert.match(await status(tab), /결제완료/)
  await later(tab, '24시간 뒤')
  await open(`/payments/${left.receipt_id}`)
  assert.match(await status(tab), /전체취소/)
  await open('/ledgers/settlement')
  await tab.getByText('테스트 결제').first().waitFor()
  await open('/setup/readiness')
  await tab.getByText('샌드박스', { exact: false }).first().waitFor()
})

stage.test('live payments need what the PG issued and what is registered there', { context }, async (tab, { open, emulator }) => {
  await activate(tab, open, 'kcp/card', 'live', { site_cd: 'A1234', site_key: 'k' })
  await activate(tab, open, 'kcp/vbank', 'live', { site_cd: 'A1234', site_key: 'k' })
  const sold = await emulator.control('POST', 'payments', { pg: 'kcp', method: 'card', order_name: '원두', price: 30_000, state: 'paid' })
  const payment = `/payments/${sold.receipt_id}`
  const registered = async (box, is) => {
    await open('/setup/security')
    const row = tab.locator('form[aria-label="KCP"]')
    await row.getByLabel(box).setChecked(is)
    await row.getByRole('button').click()
    await tab.getByText('PG사 등록을 저장했습니다.').waitFor()
  }

  await registered('결제 취소 IP', false)
  await open(payment)
  await tab.getByRole('button', { name: '결제 취소' }).click()
  await tab.getByRole('alert').getByText('RC_CANCEL_SERVER_ERROR').waitFor()
  await registered('결제 취소 IP', true)
  await open(payment)
  await tab.getByLabel('취소 금액').fill('10000')
  await tab.getByRole('button', { name: '결제 취소' }).click()
  assert.match(await status(tab), /부분취소/)

  await registered('입금 통보 URL', false)
  const deposit = async () => {
    const made = await emulator.control('POST', 'payments', { pg: 'kcp', method: 'vbank', order_name: '입금', price: 5000, state: 'vbank_issued' })
    await open(`/payments/${made.receipt_id}`)
    await tab.getByRole('button', { name: '입금하기' }).click()
    return status(tab)
  }
  assert.match(await deposit(), /입금대기/, 'nobody told Bootpay')
  await registered('입금 통보 URL', true)
  assert.match(await deposit(), /결제완료/)

  await open('/ledgers/kcp')
  const { tid } = (await emulator.call('GET', `receipt/${sold.receipt_id}`)).body.card_data
  await tab.getByText(tid).first().waitFor()
})

stage.test('both truths of a lost response stand side by side', { context }, async (tab, { open, emulator }) => {
  const waiting = await emulator.control('POST', 'payments', { pg: 'kcp', method: 'card', order_name: '노트', price: 3000 })
  await open('/faults')
  await tab.locator('form', { hasText: 'API 요청' }).locator('input[name=fault]').first().check()
  await tab.locator('form', { hasText: 'API 요청' }).getByRole('button', { name: '주입' }).click()
  await assert.rejects(emulator.call('POST', 'confirm', { receipt_id: waiting.receipt_id }))
  await open(`/payments/${waiting.receipt_id}`)
  const truths = tab.locator('section.truths')
  assert.match(await truths.innerText(), /처리되었습니다.*결제완료[\s\S]*응답 없음/)
  await truths.getByRole('link').click()
  await tab.getByText('/v2/confirm').first().waitFor()
})

stage.test('a refused act says why at its field, keeps what was typed and leads there', { context }, async (tab, { open, emulator }) => {
  const sold = await emulator.control('POST', 'payments', { pg: 'kcp', method: 'card', order_name: '연필', price: 1000, state: 'paid' })
  await open(`/payments/${sold.receipt_id}`)
  const price = tab.getByLabel('취소 금액')
  for (const [typed, why] of [['천 원', '금액이 아닙니다'], ['0', '0보다 커야 합니다'], ['99000', '남은 금액: 1,000원']]) {
    await price.fill(typed)
    await tab.getByRole('button', { name: '결제 취소' }).click()
    await tab.getByRole('alert').getByText(why).waitFor()
    assert.equal(await price.inputValue(), typed)
    assert.equal(await price.getAttribute('aria-invalid'), 'true')
    const described = await price.getAttribute('aria-describedby')
    assert.match(await tab.locator(`#${described}`).innerText(), new RegExp(why))
    await tab.locator('#cancel_price:focus').waitFor()
  }
  await tab.locator('.menu.project summary').click()
  await tab.getByLabel('새 프로젝트').fill(' ')
  await tab.getByRole('button', { name: '만들기' }).click()
  await tab.locator('#new-project:focus').waitFor()
  await tab.locator('#new-project-wrong').waitFor()
})

// Without the script the second click is sent too, and its page says that the first one was carried out.
for (const [way, options, told] of [['with', {}, '취소했습니다'], ['without', { context }, /취소했습니다|이미 처리한/]]) {
  stage.test(`${way} the script a double click acts once, and Back leads to a form that acts anew`, options, async (tab, { open, emulator }) => {
    const sold = await emulator.control('POST', 'payments', { pg: 'kcp', method: 'card', order_name: '지우개', price: 1000, state: 'paid' })
    const cancelled = async () => (await emulator.call('GET', `receipt/${sold.receipt_id}`)).body.cancelled_price
    await open(`/payments/${sold.receipt_id}`)
    const cancel = tab.getByRole('button', { name: '결제 취소' })
    await tab.getByLabel('취소 금액').fill('100')
    await cancel.dblclick()
    await tab.getByRole('status').filter({ hasText: told }).waitFor()
    assert.equal(await cancelled(), 100)
    await tab.goBack()
    await tab.getByLabel('취소 금액').fill('100')
    await cancel.click()
    await tab.getByRole('status').filter({ hasText: '취소했습니다' }).waitFor()
    assert.equal(await cancelled(), 200)
    await tab.getByLabel('취소 금액').fill('99000')
    await cancel.click()
    await tab.locator('#cancel_price:focus').waitFor()
    // axe is a script itself.
    if (!options.context) assert.deepEqual(await findings(tab), [])
  })
}

stage.test('a form that is on its way stays as it was sent, whatever its page updates', async (tab, { open, emulator }) => {
  await open('/')
  // As long as no answer comes: the driver would wait for it.
  await tab.evaluate(() => addEventListener('submit', event => {
    event.preventDefault()
    window.sent = new FormData(event.target).get('nonce')
  }))
  await tab.locator('#clock summary').click()
  const button = tab.getByRole('button', { name: '24시간 뒤' })
  await button.click()
  const before = await tab.locator('#clock-now').getAttribute('datetime')
  await emulator.control('POST', 'clock', { advance_seconds: 3600 })
  await tab.locator(`#clock-now:not([datetime="${before}"])`).waitFor()
  await new Promise(resolve => setTimeout(resolve, 500))
  assert.ok(await button.isDisabled())
  const sent = await tab.evaluate(() => window.sent)
  assert.ok(sent)
  assert.equal(await tab.locator('#clock-panel input[name=nonce]').inputValue(), sent)
})

stage.test('a webhook is forged with an edited body, and bad JSON keeps the form', { context }, async (tab, { open, emulator }) => {
  const received = []
  const shop = createServer((request, response) => {
    let text = ''
    request.on('data', chunk => { text += chunk })
    request.on('end', () => {
      received.push(JSON.parse(text))
      response.writeHead(received.length === 1 ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ success: received.length === 1 }))
    })
  })
  await new Promise(resolve => shop.listen(0, '127.0.0.1', resolve))
  try {
    const url = `http://127.0.0.1:${shop.address().port}/hook`
    await emulator.control('PATCH', 'projects/default', { notifications: { webhook: { url, retries: 3 } } })
    const sold = await emulator.control('POST', 'payments', { order_name: '위조할 모자', price: 7000, state: 'paid' })
    await emulator.control('GET', 'webhooks')
    await open('/webhooks')
    await tab.getByRole('link', { name: 'PAYMENT_COMPLETED' }).first().click()
    await tab.getByText('본문을 고쳐 보내기 (위조)').click()
    const body = tab.getByLabel('보낼 본문 (JSON)')
    const sent = JSON.parse(await body.inputValue())
    assert.equal(sent.price, 7000)
    await body.fill('{"price": 70')
    await tab.getByRole('button', { name: '위조한 웹훅 보내기' }).click()
    await tab.getByRole('alert').waitFor()
    assert.equal(await body.inputValue(), '{"price": 70')
    await body.fill(JSON.stringify({ ...sent, price: 70 }))
    await tab.getByRole('button', { name: '위조한 웹훅 보내기' }).click()
    await tab.getByText('위조한 웹훅을 보냈습니다.').waitFor()
    await tab.locator('header.identity .chip', { hasText: '위조' }).waitFor()
    assert.deepEqual(received.map(({ price }) => price), [7000, 70])
    await open(`/payments/${sold.receipt_id}`)
    assert.match(await status(tab), /결제완료/)
    await tab.getByText('위조한 웹훅 전송').waitFor()
    assert.equal((await emulator.call('GET', `receipt/${sold.receipt_id}`)).body.price, 7000)
  } finally {
    await emulator.control('PATCH', 'projects/default', { notifications: {} })
    shop.close()
  }
})

stage.test('a billing key is charged, and a charge is reserved and carried out', { context }, async (tab, { open, emulator }) => {
  await emulator.control('POST', 'clock', { mode: 'manual' })
  // A project that takes every method.
  const { id: merchant } = await emulator.control('POST', 'merchants', {})
  const { receipt_id: id } = await emulator.control('POST', 'billing-keys', { merchant, order_name: '월 구독' })
  await open(`/billing-keys?project=${merchant}`)
  await tab.getByRole('link', { name: '월 구독' }).first().click()
  await tab.locator('#charge-name').fill('11월')
  await tab.locator('#charge-price').fill('9,900')
  await tab.getByRole('button', { name: '결제하기' }).click()
  await tab.getByText('빌링키로 결제했습니다.').waitFor()
  const charges = tab.locator('section[aria-labelledby=charges]')
  assert.match(await charges.innerText(), /결제완료[\s\S]*9,900원[\s\S]*11월/)
  // A price that is refused leaves the form as it was typed.
  await tab.locator('#reserve-name').fill('12월')
  await tab.locator('#reserve-price').fill('0')
  const at = await tab.locator('#reserve-at').inputValue()
  await tab.getByRole('button', { name: '예약하기' }).click()
  await tab.getByRole('alert').waitFor()
  assert.equal(await tab.locator('#reserve-name').inputValue(), '12월')
  assert.equal(await tab.locator('#reserve-at').inputValue(), at)
  await tab.locator('#reserve-price').fill('9900')
  await tab.getByRole('button', { name: '예약하기' }).click()
  await tab.getByText('결제를 예약했습니다.').waitFor()
  const reserved = tab.locator('section[aria-labelledby=reserved]')
  assert.match(await reserved.innerText(), /예약됨[\s\S]*12월/)
  await later(tab, '24시간 뒤')
  assert.match(await reserved.innerText(), /결제됨[\s\S]*12월/)
  assert.equal(await charges.locator('tbody tr').count(), 2)
  await tab.getByRole('button', { name: '빌링키 해지' }).click()
  await tab.getByText('해지된 빌링키입니다.').first().waitFor()
  assert(await tab.getByRole('button', { name: '결제하기' }).isDisabled())
  const journal = await emulator.control('GET', `journal?receipt_id=${id}&kind=state`)
  assert.equal(journal.at(-1).code, 'key_revoked')
})
