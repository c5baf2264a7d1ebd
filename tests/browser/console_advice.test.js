// What the console says of a merchant's mistakes and of payments in test, without a script.
import assert from 'node:assert/strict'
import { activate, later, setConsole, status } from './harness/console.js'

const stage = setConsole()
const context = { javaScriptEnabled: false }

/** Makes a payment on the page that opens windows. */
async function make (tab, open, { method, price, testDeposit }) {
  await open('/try')
  await tab.getByLabel('결제수단', { exact: true }).selectOption(method)
  if (price) await tab.getByLabel('금액', { exact: true }).fill(price)
  if (testDeposit) await tab.getByLabel('extra.test_deposit').check()
  await tab.getByRole('button', { name: '결제 만들기' }).click()
  await tab.locator('#made').waitFor()
}
const made = tab => tab.locator('#made-now dt:text-is("receipt_id") + dd code').innerText()

// First: nothing is activated yet, and the project takes every method.
stage.test('a phone payment cannot be cancelled in the month after, and the page says why', { context }, async (tab, { open, emulator }) => {
  const { receipt_id } = await emulator.control('POST', 'payments', { pg: 'danal', method: 'phone', price: 1000, state: 'paid' })
  await open(`/payments/${receipt_id}`)
  for (const step of ['한 달 뒤', '24시간 뒤', '24시간 뒤']) await later(tab, step)
  await open(`/payments/${receipt_id}`)
  await tab.getByRole('button', { name: '결제 취소' }).click()
  await tab.getByRole('alert').getByText('휴대폰 결제는 결제한 달에만 취소할 수 있습니다').waitFor()
  assert.match(await status(tab), /결제완료/)
})

stage.test('a client with the sample id of a manual is told of, until it has its own', { context }, async (tab, { open, emulator }) => {
  const token = async (application_id, private_key) => {
    const response = await fetch(`${emulator.url}/v2/request/token`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ application_id, private_key })
    })
    return response.status
  }
  const told = tab.getByText('예시 Application ID를 보내 거절되었습니다')
  await open('/')
  assert.equal(await told.count(), 0)
  assert.equal(await token('5b8f6a4d396fa665fdc2b5ea', 'rm6EYECr6aroQVG2ntW0A6LpWnkTgP4uQ3H18sDDUYw='), 401)
  await open('/setup/keys')
  await told.waitFor()
  await open('/')
  await told.waitFor()
  await tab.getByRole('link', { name: '요청 보기' }).click()
  await tab.getByText('APP_KEY_NOT_FOUND').first().waitFor()
  assert.equal(await token(emulator.merchant.application_id, emulator.merchant.private_key), 200)
  await open('/')
  assert.equal(await told.count(), 0)
})

stage.test('the unified window shows what is active, and nothing else', { context }, async (tab, { open }) => {
  const shown = async () => {
    await make(tab, open, { method: '' })
    assert.doesNotMatch(await tab.locator('pre[aria-label=JavaScript]').innerText(), /pg:|method:/)
    await tab.goto(await tab.getByRole('link', { name: '결제창 열기 ↗' }).getAttribute('href'))
    return tab.locator('input[name=choice]').evaluateAll(inputs => inputs.map(input => input.value))
  }
  await activate(tab, open, 'danal/card', 'sandbox')
  await activate(tab, open, 'nicepay/vbank', 'sandbox')
  await activate(tab, open, 'danal/phone', 'sandbox')
  assert.deepEqual(await shown(), ['danal/card', 'nicepay/vbank', 'danal/phone'])
  await open('/setup/methods/danal/phone')
  await tab.getByLabel('이 결제수단 사용').uncheck()
  await tab.getByRole('button', { name: '저장', exact: true }).click()
  assert.deepEqual(await shown(), ['danal/card', 'nicepay/vbank'])
})

stage.test('virtual accounts in test are advised against, and their deposit is played', { context }, async (tab, { open }) => {
  await activate(tab, open, 'nicepay/vbank', 'sandbox')
  await tab.getByText('실제로 입금하지 마십시오').waitFor()
  for (const [testDeposit, ends] of [[false, /입금대기/], [true, /결제완료/]]) {
    await make(tab, open, { method: 'nicepay/vbank', testDeposit })
    await tab.locator('#made-now').getByText('실제로 입금하지 마십시오').waitFor()
    await open(`/payments/${await made(tab)}`)
    await tab.getByRole('button', { name: '결제하기' }).click()
    assert.match(await status(tab), ends)
  }
})

stage.test('a payment in test that may be charged should be small', { context }, async (tab, { open }) => {
  await activate(tab, open, 'danal/card', 'sandbox')
  const advice = tab.locator('#made-now').getByText('1,000원 이하를 권장합니다')
  await make(tab, open, { method: 'danal/card' })
  assert.equal(await advice.count(), 0, 'the page proposes 1,000 won')
  await make(tab, open, { method: 'danal/card', price: '1001' })
  await advice.waitFor()
})
