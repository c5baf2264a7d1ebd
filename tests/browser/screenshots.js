// Writes the pictures of the buyer's page that the documentation shows: node screenshots.js FOLDER
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Emulator } from '../../node/testing.js'
import { Buyer } from './harness/buyer.js'
import { launch } from './harness/chromium.js'
import { order } from './harness/orders.js'
import { ShopPage } from './harness/page.js'
import { startShop } from './shop/server.js'

const [folder] = process.argv.slice(2)
const SIZES = { 1280: { width: 1280, height: 800 }, 390: { width: 390, height: 844 } }
const METHODS = [['nicepay', 'card'], ['nicepay', 'vbank'], ['nicepay', 'bank'], ['danal', 'phone'], ['nicepay', 'naverpay'], ['nicepay', 'kakao'], ['nicepay', 'payco']]

await mkdir(folder, { recursive: true })
const emulator = await Emulator.start()
const shop = await startShop()
const browser = await launch()
try {
  for (const [pg, method] of METHODS) await emulator.activate(pg, method)
  for (const locale of ['ko', 'en']) {
    for (const [width, viewport] of Object.entries(SIZES)) {
      const context = await browser.newContext({ viewport, locale, reducedMotion: 'reduce' })
      const page = new ShopPage(await context.newPage(), { emulator, shop })
      await page.open()
      await page.tab.evaluate(locale => window.Bootpay.setLocale(locale), locale)
      const order_name = locale === 'ko' ? '무선 이어폰' : 'Wireless earphones'
      await page.call('requestPayment', order(emulator, { pg: undefined, method: undefined, order_name, extra: { open_type: 'iframe' } }))
      await new Buyer(page.frame).ready()
      const { data } = await (await context.newCDPSession(page.tab)).send('Page.captureScreenshot', { format: 'webp', quality: 85 })
      await writeFile(join(folder, `window-${locale}-${width}.webp`), data, 'base64')
      await context.close()
    }
  }
} finally {
  await browser.close()
  await shop.stop()
  await emulator.stop()
}
