// The console's lists while they are open: what arrives, who is told of it, keys, and the way back to a row.
import assert from 'node:assert/strict'
import { findings, setConsole } from './harness/console.js'

const stage = setConsole()
const low = { viewport: { width: 1280, height: 420 } }

/** Starts again, with some payments; `make` adds one. */
async function fill ({ emulator }, count) {
  await emulator.control('POST', 'reset')
  const make = name => emulator.control('POST', 'payments', { order_name: name, state: 'paid' })
  const payments = []
  for (let number = 1; number <= count; number++) payments.push(await make(`차 ${number}`))
  return { make, payments }
}

const names = tab => tab.locator('table.list .name a').allTextContents()
const bar = tab => tab.locator('.arrived a')
const shows = (tab, count) => bar(tab).getByText(`${count}건 새로 도착 — 보기`).waitFor()
const top = (tab, name) => tab.getByRole('link', { name, exact: true }).evaluate(link => link.getBoundingClientRect().top)

stage.test('new rows wait while somebody reads, and are shown on demand', { context: low }, async (tab, stage) => {
  const { make } = await fill(stage, 20)
  await stage.open('/payments')
  await make('맨 위')
  await tab.getByRole('link', { name: '맨 위' }).waitFor()
  assert.equal(await bar(tab).count(), 0, 'at the top a row is inserted')

  await tab.evaluate(() => scrollTo(0, 300))
  const [before, place] = [await names(tab), await top(tab, '차 10')]
  await make('기다림 1')
  await shows(tab, 1)
  await make('기다림 2')
  await make('기다림 3')
  await shows(tab, 3)
  assert.deepEqual(await findings(tab), [])
  assert.deepEqual(await names(tab), before)
  assert.equal(await top(tab, '차 10'), place, 'nothing moves')
  assert.match(await tab.locator('#standings').textContent(), /전체\s*24/, 'the counts rise')
  await tab.locator('#arrivals', { hasText: /^[1-4]건 새로 도착$/ }).waitFor({ state: 'attached' })

  await bar(tab).focus()
  await tab.keyboard.press('Enter')
  await tab.locator('a:focus', { hasText: '기다림 3' }).waitFor()
  assert.deepEqual((await names(tab)).slice(0, 4), ['기다림 3', '기다림 2', '기다림 1', '맨 위'])
  assert.equal(await bar(tab).count(), 0)
})

stage.test('rows wait while somebody types or an older page is open', async (tab, stage) => {
  const { make, payments } = await fill(stage, 15)
  await stage.open('/payments?size=10')
  await tab.getByLabel('결제 검색').fill('차')
  await make('입력 중')
  await shows(tab, 1)
  assert.equal((await names(tab))[0], '차 15')
  await tab.getByLabel('결제 검색').fill('')
  await tab.locator('#clock summary').click()
  await make('메뉴')
  await shows(tab, 2)
  await tab.keyboard.press('Escape')
  await tab.evaluate(() => getSelection().selectAllChildren(document.querySelector('h1')))
  await make('선택')
  await shows(tab, 3)
  await tab.evaluate(() => getSelection().empty())
  await make('다시 맨 위')
  await tab.getByRole('link', { name: '다시 맨 위' }).waitFor()
  assert.equal(await bar(tab).count(), 0)

  await tab.getByRole('link', { name: '다음' }).click()
  await tab.waitForURL('**before=*')
  const before = await names(tab)
  await make('이전 페이지')
  await shows(tab, 1)
  assert.deepEqual(await names(tab), before)
  await stage.emulator.control('POST', `payments/${payments[0].receipt_id}/cancel`, { cancel_price: 10 })
  await tab.getByRole('row', { name: '차 1 ' }).getByText('부분취소').waitFor()
  await bar(tab).click()
  await tab.getByRole('link', { name: '이전 페이지' }).waitFor()
  assert.ok(tab.url().endsWith('/payments?size=10'))
})

stage.test('requests wait too', async (tab, { open, emulator }) => {
  const request = () => emulator.call('GET', 'receipt/none')
  await request()
  await open('/requests')
  await request()
  await tab.locator('tr.whole').nth(1).waitFor()
  await tab.getByLabel('User-Agent').fill('x')
  await request()
  await shows(tab, 1)
  assert.equal(await tab.locator('tr.whole').count(), 2)
})

stage.test('the tab counts what arrives while nobody looks', async (tab, stage) => {
  const { make } = await fill(stage, 1)
  await stage.open('/payments')
  const icon = () => tab.locator('link[rel=icon]').getAttribute('href')
  const [title, plain] = [await tab.title(), await icon()]
  await tab.evaluate(() => {
    document.hasFocus = () => false
    dispatchEvent(new Event('blur'))
  })
  await make('하나')
  await tab.waitForFunction(title => document.title === `(1) ${title}`, title)
  await make('둘')
  await tab.waitForFunction(title => document.title === `(2) ${title}`, title)
  assert.notEqual(await icon(), plain)
  await tab.evaluate(() => {
    document.hasFocus = () => true
    dispatchEvent(new Event('focus'))
  })
  assert.equal(await tab.title(), title)
  assert.match(await icon(), new RegExp(`${plain}$`))
  await make('셋')
  await tab.getByRole('link', { name: '셋' }).waitFor()
  assert.equal(await tab.title(), title)
})

stage.test('a hidden tab closes its stream, and counts all the same', async (tab, stage) => {
  const { make } = await fill(stage, 1)
  await stage.open('/payments')
  const [title, streams] = [await tab.title(), []]
  tab.on('request', request => { if (request.url().endsWith('/events')) streams.push(request) })
  const hide = hidden => tab.evaluate(hidden => {
    Object.defineProperty(document, 'hidden', { value: hidden, configurable: true })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, hidden)
  await hide(true)
  await make('하나')
  await tab.waitForFunction(title => document.title === `(1) ${title}`, title, { timeout: 15_000 })
  assert.deepEqual(streams, [])
  await make('둘')
  await hide(false)
  await tab.getByRole('link', { name: '둘' }).waitFor({ timeout: 5000 })
  assert.equal(await tab.title(), title)
  assert.equal(streams.length, 1)
})

for (const [reducedMotion, animation] of [['reduce', 'none'], ['no-preference', 'fresh']]) {
  stage.test(`a new row is marked, with motion: ${reducedMotion}`, { context: { reducedMotion } }, async (tab, stage) => {
    const { make } = await fill(stage, 1)
    await stage.open('/payments')
    await make('새 결제')
    await tab.locator('tr[data-fresh]', { hasText: '새 결제' }).waitFor()
    assert.equal(await tab.locator('tr[data-fresh]').evaluate(row => getComputedStyle(row).animationName), animation)
  })
}

stage.test('the status of an open payment is announced', async (tab, stage) => {
  const { receipt_id } = await stage.emulator.control('POST', 'payments', { state: 'ready' })
  await stage.open(`/payments/${receipt_id}`)
  const status = tab.locator('.identity [role=status]')
  await status.getByText('결제대기').waitFor()
  await stage.emulator.control('POST', `payments/${receipt_id}/buyer`, { action: 'pay' })
  await status.getByText('승인대기').waitFor()
})

stage.test('keys move over rows, between pages and back to the row', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (tab, stage) => {
  const { payments } = await fill(stage, 15)
  const press = code => tab.keyboard.press(code)
  const focused = name => tab.locator('a:focus', { hasText: name }).waitFor()
  await stage.open('/payments?size=10&q=status%3Apaid')
  await press('KeyJ')
  await focused('차 15')
  await press('ArrowDown')
  await press('KeyJ')
  await press('KeyK')
  await focused('차 14')
  await press('BracketRight')
  await tab.waitForURL('**before=*')
  const list = tab.url()
  await press('KeyJ')
  await press('KeyJ')
  await focused('차 4')
  await press('Enter')
  await tab.waitForURL(`**/${payments[3].receipt_id}?**`)
  const payment = tab.url()
  await tab.goBack()
  await focused('차 4')
  await press('Enter')
  await tab.waitForURL(payment)
  await press('KeyC')
  await tab.getByText('복사됨').waitFor()
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), payments[3].receipt_id)
  // The keys of a sequence are no keys of their own: nothing is resent.
  await press('KeyG')
  await press('KeyR')
  await tab.waitForURL('**/requests')
  await tab.goto(payment)
  await press('KeyU')
  await tab.waitForURL(`${list}#**`)
  await focused('차 4')
  await press('BracketLeft')
  await tab.waitForURL('**/payments?q=status%3Apaid&size=10')
  await press('Shift+Slash')
  const keys = tab.getByRole('dialog', { name: '단축키' })
  await keys.getByText('다음·이전 행').waitFor()
  assert.deepEqual(await keys.locator('li', { hasText: /다음|목록으로|검색/ }).allTextContents(), ['/ 결제 검색', '] 다음'])
  await press('Escape')
  await stage.open(`/payments/${payments[0].receipt_id}`)
  await press('Shift+Slash')
  await keys.getByText('목록으로: 결제내역').waitFor()
  assert.ok(!await keys.getByText('다음·이전 행').isVisible())
})

stage.test('the way back leads to the row, without a script', { context: { ...low, javaScriptEnabled: false } }, async (tab, stage) => {
  await fill(stage, 15)
  await stage.open('/payments?size=10')
  await tab.getByRole('link', { name: '다음' }).click()
  await tab.getByRole('link', { name: '차 2', exact: true }).click()
  await tab.locator('.up a').click()
  await tab.locator('a:focus', { hasText: '차 2' }).waitFor()
  assert.match(tab.url(), /\/payments\?before=\d+&size=10#row-/)
})

stage.test('no cell of a row covers another on a phone', { context: { viewport: { width: 390, height: 844 } } }, async (tab, stage) => {
  const { emulator, open } = stage
  const webhook = { url: `${emulator.url}/nobody`, retries: 1 }
  await fill(stage, 0)
  await emulator.control('PATCH', 'projects/default', { notifications: { webhook } })
  const { receipt_id } = await emulator.control('POST', 'payments', { state: 'paid', order_name: '긴 이름 '.repeat(20) })
  await emulator.call('POST', 'cancel', { receipt_id, cancel_price: 'x' })
  for (const path of ['/', '/payments', '/requests', '/webhooks']) {
    await open(path)
    await tab.locator('table.list .name').first().waitFor()
    const covered = await tab.locator('table.list tbody tr').evaluateAll(rows => rows.flatMap(row => {
      const cells = [...row.cells].map(cell => cell.getBoundingClientRect()).filter(({ width, height }) => width && height)
      return cells.filter((cell, at) => cells.slice(at + 1).some(other =>
        cell.left < other.right - 1 && other.left < cell.right - 1 && cell.top < other.bottom - 1 && other.top < cell.bottom - 1))
    }).length)
    assert.equal(covered, 0, path)
  }
})
