// Writes the pictures of the console that the documentation shows: node screenshots-console.js FOLDER
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { launch } from './harness/chromium.js'
import { startConsole } from './harness/console.js'

const [folder] = process.argv.slice(2)
const SIZES = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } }
const PAGES = { home: '/', payments: '/payments', payment: '/payments/latest', try: '/try' }
const QUALITIES = [85, 70, 50]
const LARGEST = 120_000

/** A short story: a merchant's first afternoon. */
async function tell (emulator) {
  const { control, call } = emulator
  await control('POST', 'clock', { mode: 'manual', offset_seconds: Math.round((Date.parse('2026-11-28T14:03:00+09:00') - Date.now()) / 1000) })
  for (const [pg, method] of [['nicepay', 'card'], ['nicepay', 'vbank'], ['nicepay', 'bank'], ['danal', 'phone'], ['nicepay', 'kakao']]) {
    await control('PUT', 'projects/default/methods', { pg, method })
  }
  await control('PUT', 'projects/default/methods', { pg: 'kcp', method: 'card', live: true, settings: { site_cd: 'A1234' } })
  const sold = async (order_name, price, changes = {}) => {
    await control('POST', 'clock', { advance_seconds: 220 })
    return control('POST', 'payments', { order_name, price, order_id: `o-${price}`, pg: 'nicepay', method: 'card', ...changes })
  }
  const paid = async (...sale) => {
    const { receipt_id } = await sold(...sale)
    await call('POST', 'confirm', { receipt_id })
    return receipt_id
  }
  await paid('원두 커피 1kg', 32000)
  await control('POST', `payments/${await paid('머그컵 세트', 24000)}/cancel`, { cancel_price: 8000 })
  await sold('드리퍼', 18000, { method: 'vbank', state: 'vbank_issued' })
  await control('POST', `payments/${await paid('그라인더', 129000)}/cancel`)
  await sold('원두 정기배송', 29000, { state: 'failed' })
  await sold('핸드드립 입문 세트', 64000)
  // The money moves, and the merchant is not told; then it looks the payment up.
  const { receipt_id } = await sold('무선 이어폰', 12000, { pg: 'kcp' })
  await control('POST', 'faults', { path: '/v2/confirm', method: 'POST', kind: 'reset', when: 'after' })
  await call('POST', 'confirm', { receipt_id }).catch(() => {})
  await call('GET', `receipt/${receipt_id}`)
}

/** The page as WebP, as good as fits. */
async function picture (context, tab) {
  const session = await context.newCDPSession(tab)
  for (const quality of QUALITIES) {
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality })
    const bytes = Buffer.from(data, 'base64')
    if (bytes.length <= LARGEST) return bytes
  }
  throw new Error('a picture is too large')
}

await mkdir(folder, { recursive: true })
const emulator = await startConsole(['--seed', '7'])
const browser = await launch()
try {
  await tell(emulator)
  for (const [at, [name, path]] of Object.entries(PAGES).entries()) {
    for (const [width, viewport] of Object.entries(SIZES)) {
      for (const colorScheme of ['light', 'dark']) {
        // Both languages of each page, one in each theme.
        const locale = (colorScheme === 'light') === (at % 2 === 0) ? 'ko-KR' : 'en-US'
        const context = await browser.newContext({ viewport, colorScheme, locale, timezoneId: 'Asia/Seoul', reducedMotion: 'reduce' })
        const tab = await context.newPage()
        await tab.goto(emulator.console + path)
        if (name === 'try') {
          await tab.locator('button.primary').click()
          await tab.locator('[aria-labelledby=made]').waitFor()
        }
        await tab.evaluate(() => document.fonts.ready)
        const file = `console-${name}-${locale.slice(0, 2)}-${width}-${colorScheme}.webp`
        await writeFile(join(folder, file), await picture(context, tab))
        await context.close()
      }
    }
  }
} finally {
  await browser.close()
  emulator.stop()
}
