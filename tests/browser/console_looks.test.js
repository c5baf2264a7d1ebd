// How the console's pages look on small and large windows, on paper, with large text, and while rows arrive.
import assert from 'node:assert/strict'
import { fits, setConsole, startConsole } from './harness/console.js'

const stage = setConsole()
const LONG = '스탠리 클래식 진공 보온 보냉병 1리터 캠핑용 (사은품 증정 행사 상품) '.repeat(3)

/** Starts again, with something on every page; returns the addresses of pages. */
async function fill (tab, { emulator, open }) {
  const { control, call } = emulator
  await control('POST', 'reset')
  for (const [pg, method] of [['nicepay', 'card'], ['nicepay', 'vbank'], ['danal', 'phone']]) {
    await control('PUT', 'projects/default/methods', { pg, method })
  }
  await control('PATCH', 'projects/default', { notifications: { webhook: { url: `${emulator.url}/nobody`, retries: 8 } } })
  const { receipt_id } = await control('POST', 'payments', { order_name: LONG, price: 1_234_567_890, order_id: `o-${'가'.repeat(60)}`, pg: 'nicepay', method: 'card' })
  await control('POST', 'faults', { path: '/v2/confirm', method: 'POST', kind: 'reset', when: 'after' })
  await call('POST', 'confirm', { receipt_id }).catch(() => {})
  await call('POST', 'cancel', { receipt_id, cancel_price: 2_000_000_000 })
  await control('POST', 'payments', { order_name: '드리퍼', price: 18_000, pg: 'nicepay', method: 'vbank', state: 'vbank_issued' })
  const key = await control('POST', 'billing-keys', {})
  await open('/')
  const links = await tab.locator('nav.side a').evaluateAll(links => links.map(link => link.getAttribute('href')))
  return [...links, `/payments/${receipt_id}`, '/requests/1', '/webhooks/1', `/billing-keys/${key.receipt_id}`, '/setup/methods/inicis/card_rebill', '/ledgers/nicepay', '/nowhere']
}

// 195 px are a phone with text of 200 %, 640 px a window at a zoom of 200 %.
for (const locale of ['ko-KR', 'en-US']) {
  stage.test(`no page scrolls sideways at any width, ${locale}`, { context: { locale } }, async (tab, stage) => {
    for (const path of await fill(tab, stage)) {
      await stage.open(path)
      for (const width of [195, 320, 390, 600, 640, 700, 768, 1024, 1280]) {
        await tab.setViewportSize({ width, height: 800 })
        assert.ok(await fits(tab), `${path} at ${width} px`)
      }
    }
  })
}

for (const width of [195, 390]) {
  stage.test(`the menus of the header open inside a window of ${width} px`, { context: { viewport: { width, height: 422 } } }, async (tab, { open, emulator }) => {
    await emulator.control('POST', 'merchants', { name: '아주 긴 이름의 프로젝트 '.repeat(4), company_name: '가맹점' })
    await open('/payments')
    for (const name of ['메뉴', /^프로젝트 선택/, /^에뮬레이터 시계/, '화면 설정']) {
      const summary = tab.locator('header').getByLabel(name).first()
      await summary.click()
      const { x, y, width: wide, height } = await summary.locator('xpath=following-sibling::*').first().boundingBox()
      assert.ok(x >= 0 && wide > 100 && x + wide <= width && y + height <= 422, `${name}: ${[x, y, wide, height]}`)
      await tab.keyboard.press('Escape')
    }
  })
}

stage.test('the name of a PG is not broken beside a long order name', async (tab, stage) => {
  await fill(tab, stage)
  await stage.open('/payments')
  for (const width of [390, 768, 1024, 1280]) {
    await tab.setViewportSize({ width, height: 800 })
    const { height } = await tab.getByRole('link', { name: '나이스페이먼츠', exact: true }).first().boundingBox()
    assert.ok(height < 28, `${height} px is more than a line, at ${width} px`)
  }
})

for (const [locale, path] of [['ko-KR', '/payments'], ['en-US', '/payments'], ['ko-KR', '/requests'], ['ko-KR', '/webhooks']]) {
  stage.test(`no column moves while rows arrive: ${path}, ${locale}`, { context: { locale, viewport: { width: 1280, height: 2000 } } }, async (tab, { open, emulator }) => {
    const { control, call } = emulator
    await control('POST', 'reset')
    for (const [pg, method] of [['nicepay', 'card'], ['nicepay', 'vbank'], ['danal', 'phone']]) await control('PUT', 'projects/default/methods', { pg, method })
    await control('PATCH', 'projects/default', { notifications: { webhook: { url: `${emulator.url}/nobody`, retries: 3 } } })
    await control('POST', 'payments', { order_name: 'a', order_id: 'o-1', price: 9, pg: 'nicepay', method: 'card', state: 'paid' })
    await call('GET', 'lookup/order/o-1')
    await open(path)
    const columns = () => tab.locator('thead th').evaluateAll(heads => heads.map(head => head.getBoundingClientRect().left))
    const rows = tab.locator('table.list tr.whole')
    await rows.first().waitFor()
    const [before, count] = [await columns(), await rows.count()]
    const sales = [{ price: 1_000, state: 'waiting_confirm' }, { price: 30_000, method: 'vbank', state: 'vbank_issued' }, { price: 12_345_678, pg: 'danal', method: 'phone', state: 'paid' }]
    for (const sale of sales) {
      const { receipt_id } = await control('POST', 'payments', { order_name: LONG, pg: 'nicepay', method: 'card', ...sale })
      await call('POST', 'confirm', { receipt_id })
    }
    await call('POST', 'cancel', { receipt_id: 'nobody' })
    await tab.waitForFunction(count => document.querySelectorAll('tr.whole').length > count + 1, count)
    assert.deepEqual(await columns(), before)
  })
}

stage.test('on paper a page is dark on white, without its controls, and says whose it is', { context: { colorScheme: 'dark' } }, async (tab, stage) => {
  const pages = await fill(tab, stage)
  await tab.getByLabel('화면 설정').click()
  await tab.getByRole('button', { name: '어둡게' }).click()
  await tab.locator('[data-theme=dark]').waitFor()
  await tab.emulateMedia({ media: 'print' })
  for (const path of pages) {
    await stage.open(path)
    const { canvas, text } = await tab.evaluate(() => ({ canvas: getComputedStyle(document.body).backgroundColor, text: getComputedStyle(document.querySelector('h1')).color }))
    assert.deepEqual([canvas, text], ['rgb(246, 247, 249)', 'rgb(23, 27, 33)'], path)
    assert.equal(await tab.locator('header.top, nav.side, main button').filter({ visible: true }).count(), 0, path)
    assert.ok(await tab.locator('footer').getByText('비공식 로컬 에뮬레이터').isVisible(), path)
  }
})

stage.test('on a phone a page says whose it is', { context: { viewport: { width: 390, height: 844 } } }, async (tab, { open }) => {
  await open('/payments')
  assert.ok(await tab.getByText('비공식 로컬 에뮬레이터').filter({ visible: true }).count())
})

// Whole rows are links of their own; the values in them are second ways to what their page has.
const small = (tab, least) => tab.locator('a, button, summary, select, input').evaluateAll((all, least) => all
  .filter(one => one.checkVisibility() && !one.closest('dialog, .skip, .name') && !one.matches('.value'))
  .map(one => [one, (one.matches('[type=checkbox], [type=radio]') ? one.labels[0] : one).getBoundingClientRect()])
  .filter(([, { width, height }]) => width < 24 || height < least)
  .map(([one, { width, height }]) => `${one.outerHTML.slice(0, 120)} ${width}×${height}`), least)

for (const [what, least, context] of [['a mouse', 24, {}], ['a finger', 44, { hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } }]]) {
  stage.test(`every control is large enough for ${what}`, { context }, async (tab, stage) => {
    for (const path of await fill(tab, stage)) {
      await stage.open(path)
      assert.deepEqual(await small(tab, least), [], path)
    }
  })
}

// A laptop is closed, and its emulator started anew meanwhile.
stage.test('a page that lost its emulator for a while recovers by itself and says so', async (tab, { context }) => {
  const first = await startConsole()
  const [port, console] = [new URL(first.url).port, new URL(first.console).port]
  let second
  try {
    // Its own page: the stage takes failed requests of its emulator's pages for faults.
    const own = await (await context.browser().newContext({ locale: 'ko-KR' })).newPage()
    await own.goto(`${first.console}/payments?q=is%3Atest`)
    await own.locator('#live[data-state=on]').waitFor()
    first.stop()
    await own.getByText('에뮬레이터가 응답하지 않습니다').waitFor()
    await new Promise(resolve => setTimeout(resolve, 17_000))
    second = await startConsole(['--port', port, '--console-port', console])
    await own.getByText('에뮬레이터가 다시 시작되어 페이지를 새로 불러왔습니다.').waitFor({ timeout: 8000 })
    assert.equal(new URL(own.url()).searchParams.get('q'), 'is:test')
    await own.context().close()
  } finally {
    first.stop()
    second?.stop()
  }
})
