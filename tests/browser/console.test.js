// The console in Chromium: its pages by eye of axe, by keyboard, and without a script.
import assert from 'node:assert/strict'
import { findings, fits, setConsole } from './harness/console.js'
import { Buyer } from './harness/buyer.js'

const stage = setConsole()
const HOSTILE = `"><img src=x onerror="document.title='owned'">'&{{7*7}}\u202e moc.live ${'긴이름'.repeat(300)}🎧`

/** The addresses of the navigation. */
const addresses = tab => tab.locator('nav.side a').evaluateAll(links => links.map(link => link.getAttribute('href')))

for (const scheme of ['light', 'dark']) {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    const context = { viewport: { width, height }, colorScheme: scheme }
    stage.test(`every page is accessible and fits, ${scheme} at ${width} px`, { context }, async (tab, { open, emulator }) => {
      const notifications = { webhook: { url: `${emulator.url}/nobody`, retries: 1 } }
      await emulator.control('PATCH', 'projects/default', { notifications })
      const sold = await emulator.control('POST', 'payments', { order_name: '무선 이어폰', price: 12000, state: 'paid' })
      const key = await emulator.control('POST', 'billing-keys', {})
      await emulator.call('POST', 'cancel', { receipt_id: 'nobody' })
      await open('/requests')
      const request = await tab.locator('table.list .name a').first().getAttribute('href')
      await open('/webhooks')
      const webhook = await tab.locator('table.list .name a').first().getAttribute('href')
      const single = ['/payments/latest', `/payments/${sold.receipt_id}/scenario`, `/billing-keys/${key.receipt_id}`, request, webhook]
      await open('/')
      for (const path of [...await addresses(tab), ...single, '/setup/methods/kcp/card', '/setup/keys?platform=rest', '/nowhere']) {
        await open(path)
        assert.deepEqual(await findings(tab), [], path)
        assert.ok(await fits(tab), `${path} is wider than the window`)
        assert.equal(await tab.locator('h1').count(), 1, path)
      }
    })
  }
}

stage.test('the set-up of a project, without a script', { context: { javaScriptEnabled: false } }, async (tab, { open, emulator }) => {
  await open('/setup/methods/kcp/card')
  await tab.getByLabel('이 결제수단 사용').check()
  await tab.getByLabel('실결제모드: 영수증의 sandbox가 false입니다.').check()
  await tab.getByRole('button', { name: '저장' }).click()
  await tab.getByRole('alert').getByText('설정값이 비어 있습니다: site_cd').waitFor()
  await tab.getByLabel('site_cd').fill('A1234')
  await tab.getByRole('button', { name: '저장' }).click()
  await tab.getByText('결제수단을 저장했습니다.').waitFor()

  await open('/setup/webhooks')
  await tab.getByLabel('URL', { exact: true }).fill(`${emulator.url}/nobody`)
  await tab.getByRole('button', { name: '저장' }).click()
  await tab.getByRole('button', { name: '테스트 웹훅 보내기: 프로젝트 웹훅' }).click()
  await tab.getByText('응답 실패').waitFor()

  await open('/faults')
  await tab.getByLabel('502 HTML 페이지, 처리하지 않음').check()
  await tab.locator('form', { hasText: 'API 요청' }).getByRole('button', { name: '주입' }).click()
  await tab.getByText('1×').waitFor()
  assert.equal((await emulator.call('POST', 'confirm', { receipt_id: '0'.repeat(24) })).status, 502)

  await tab.locator('#clock summary').click()
  await tab.getByRole('button', { name: '시계 정지' }).click()
  await tab.locator('#clock .chip').waitFor()
  await tab.locator('#clock summary').click()
  const before = await tab.locator('#clock time').getAttribute('datetime')
  await tab.getByRole('button', { name: '24시간 뒤' }).click()
  await tab.locator(`#clock time:not([datetime="${before}"])`).waitFor()
  const later = await tab.locator('#clock time').getAttribute('datetime')
  assert.equal(Date.parse(later) - Date.parse(before), 24 * 60 * 60 * 1000)
  await tab.locator('#clock summary').click()
  await tab.getByRole('button', { name: '시계 다시 시작' }).click()

  await tab.getByLabel('화면 설정').click()
  await tab.getByRole('button', { name: 'English' }).click()
  assert.equal(await tab.locator('html').getAttribute('lang'), 'en')
  await tab.getByLabel('Display').click()
  await tab.getByRole('button', { name: 'Dark' }).click()
  assert.equal(await tab.locator('html').getAttribute('data-theme'), 'dark')

  await open('/setup/file')
  await tab.getByLabel('Delete everything', { exact: true }).check()
  await tab.getByRole('button', { name: 'Start again' }).click()
  await tab.getByText('The emulator started again.').waitFor()
})

stage.test('a window is opened, paid and told', async (tab, { open, context }) => {
  await open('/try')
  await tab.getByLabel('주문명').fill('무선 이어폰')
  await tab.getByRole('button', { name: '결제 만들기' }).click()
  const opened = context.waitForEvent('page')
  await tab.getByRole('link', { name: /결제창 열기 ↗/ }).click()
  await new Buyer(await opened).pay()
  await tab.getByRole('link', { name: '새로고침' }).click()
  await tab.getByText('결제완료').waitFor()
})

stage.test('an open page updates itself, and can be paused', async (tab, { open, emulator }) => {
  await open('/')
  assert.equal(await tab.locator('script[src$="live.js"]').count(), 1, 'the program was built without `make live`')
  const shows = name => tab.getByRole('cell', { name }).first().waitFor({ timeout: 3000 })
  await emulator.control('POST', 'payments', { order_name: '실시간 하나' })
  await shows('실시간 하나')
  await tab.getByRole('button', { name: '실시간' }).click()
  await emulator.control('POST', 'payments', { order_name: '실시간 둘' })
  await new Promise(resolve => setTimeout(resolve, 1500))
  assert.equal(await tab.getByText('실시간 둘').count(), 0)
  await tab.getByRole('button', { name: '일시정지' }).click()
  await shows('실시간 둘')
})

stage.test('a page shows what arrived before its stream opened', async (tab, { open, emulator }) => {
  let opens
  const made = new Promise(resolve => { opens = resolve })
  await tab.route('**/events', async route => { await made; await route.continue() })
  await open('/')
  await emulator.control('POST', 'payments', { order_name: '그 사이' })
  opens()
  await tab.getByRole('cell', { name: '그 사이' }).first().waitFor({ timeout: 3000 })
})

// Chromium opens six connections to a port, and shows every tab of a test as if each had a window of its own.
stage.test('seven tabs and a window do not starve each other', async (tab, { open, context, emulator }) => {
  await open('/')
  const others = []
  for (let count = 0; count < 6; count++) {
    others.push(await context.newPage())
    await others.at(-1).goto(`${emulator.console}/payments`, { timeout: 5000 })
  }
  const [first] = others
  await first.goto(`${emulator.console}/try`, { timeout: 5000 })
  await first.getByRole('button', { name: '결제 만들기' }).click()
  const opened = context.waitForEvent('page')
  await first.getByRole('link', { name: /결제창 열기 ↗/ }).click()
  await new Buyer(await opened).pay()
  for (const other of [tab, ...others]) await other.getByText('결제완료').nth(0).waitFor()
  const { order_id } = await emulator.control('POST', 'payments', { order_id: 'o-everywhere' })
  for (const other of others.slice(1)) await other.getByText(order_id).waitFor({ timeout: 5000 })
})

stage.test('a hostile name stays text on every page', async (tab, { open, emulator }) => {
  const project = await emulator.control('POST', 'merchants', { name: HOSTILE.slice(0, 200), company_name: HOSTILE.slice(0, 200) })
  const sold = await emulator.control('POST', 'payments', { merchant: project.id, order_name: HOSTILE, order_id: HOSTILE.slice(0, 100) })
  const key = await emulator.control('POST', 'billing-keys', { merchant: project.id, order_name: HOSTILE })
  await open('/')
  await tab.getByLabel(/^프로젝트 선택/).click()
  await tab.locator('form.list button', { hasText: 'img src=x' }).first().click()
  const paths = [...await addresses(tab), '/payments/latest', `/payments/${sold.receipt_id}/scenario`, `/billing-keys/${key.receipt_id}`, `/payments?q=${encodeURIComponent(HOSTILE.slice(0, 300))}`, `/try?receipt=${encodeURIComponent(HOSTILE)}`, `/${encodeURIComponent(HOSTILE)}`, `/?done=${encodeURIComponent(HOSTILE)}`]
  for (const path of paths) {
    await open(path)
    assert.equal(await tab.locator('img').count(), 0, path)
    assert.notEqual(await tab.title(), 'owned', path)
    assert.ok(await fits(tab), path)
  }
})

stage.test('keys and the palette lead everywhere, with a Hangul layout too', async (tab, { open }) => {
  await open('/')
  // With the Hangul layout on, the key G says ㅎ: only its place counts.
  const press = (code, key) => tab.evaluate(([code, key]) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code, key, bubbles: true, cancelable: true }))
  }, [code, key])
  await press('KeyG', 'ㅎ')
  await press('KeyF', 'ㄹ')
  await tab.waitForURL('**/faults')
  await tab.keyboard.press('Control+k')
  await tab.getByPlaceholder('페이지나 명령 검색').fill('연동키')
  await tab.keyboard.press('Enter')
  await tab.waitForURL('**/setup/keys')
  await tab.keyboard.press('Control+k')
  await tab.getByPlaceholder('페이지나 명령 검색').pressSequentially('gh')
  assert.ok(tab.url().endsWith('/setup/keys'), 'no key acts while somebody types')
  await tab.keyboard.press('Escape')
  await tab.keyboard.press('Shift+Slash')
  await tab.getByRole('dialog', { name: '단축키' }).getByLabel('한 글자 단축키 사용 안 함').check()
  await tab.keyboard.press('Escape')
  await press('KeyG', 'g')
  await press('KeyH', 'h')
  await new Promise(resolve => setTimeout(resolve, 200))
  assert.ok(tab.url().endsWith('/setup/keys'), 'single keys are off')
})

stage.test('a key is copied whole', { context: { permissions: ['clipboard-read', 'clipboard-write'] } }, async (tab, { open, emulator }) => {
  await open('/setup/keys')
  await tab.getByRole('button', { name: 'secret_key 복사' }).first().click()
  await tab.getByText('복사됨').waitFor()
  assert.equal(await tab.evaluate(() => navigator.clipboard.readText()), emulator.merchant.secret_key)
})
