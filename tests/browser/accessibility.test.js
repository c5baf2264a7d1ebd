import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { order } from './harness/orders.js'
import { setStage } from './harness/stage.js'
import { SURFACES } from './harness/surfaces.js'

const stage = setStage()
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe-core finds of a page that hinders people seriously. */
async function findings (tab) {
  const { violations } = await tab.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`)
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`)
}

/** The pages that a buyer meets, each from the page of a choice of method. */
const PAGES = {
  'a card': { method: 'card' },
  'the choice of a method': { pg: undefined, method: undefined },
  'a virtual account': { method: 'vbank' }
}

for (const locale of ['ko', 'en']) {
  for (const [width, height] of [[1280, 800], [390, 844]]) {
    for (const [what, changes] of Object.entries(PAGES)) {
      const context = { locale, viewport: { width, height }, bypassCSP: true }
      stage.test(`${what} is accessible in ${locale} at ${width} px`, { context }, async (page, { emulator, shop }) => {
        await page.tab.evaluate(locale => window.Bootpay.setLocale(locale), locale)
        const { buyer } = await SURFACES.redirect(page, 'requestPayment', order(emulator, changes), { shop })
        await buyer.ready()
        assert.equal(await page.tab.locator('html').getAttribute('lang'), locale)
        assert.deepEqual(await findings(page.tab), [])
        // Nothing of it is cut off at the side.
        assert.ok(await page.tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth))
      })
    }
  }
}

for (const surface of ['iframe', 'redirect']) {
  stage.test(`a buyer pays by keyboard alone in ${surface}`, async (page, { emulator, shop }) => {
    const { buyer, end } = await SURFACES[surface](page, 'requestPayment', order(emulator), { shop })
    await buyer.ready()
    for (let steps = 0; !await buyer.hasFocus(); steps += 1) {
      assert.ok(steps < 40, 'the button is out of reach')
      await page.tab.keyboard.press('Tab')
    }
    await page.tab.keyboard.press('Enter')
    assert.equal((await end()).value.event, 'done')
  })
}
