import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Emulator } from '../../../node/testing.js'
import { startShop } from '../shop/server.js'
import { launch } from './chromium.js'
import { CLIENTS } from './clients.js'
import { ShopPage } from './page.js'

/** How long anything of a page may take, in milliseconds, unless a test says otherwise. */
export const PATIENCE = 10_000

const REAL = /^\w+:\/\/[^/?#]*\bbootpay\.co\.kr\b/

/**
 * A file's emulator with its application `ids` by platform, shop, Chromium and servers' `clients` (names of
 * `CLIENTS`), started before its tests. Its `test` takes a test with a page; what the browser said is printed when it fails.
 */
export function setStage ({ args = [], clients = [], flags = () => [] } = {}) {
  const stage = { test: staged, clients: {} }

  before(async () => {
    stage.emulator = await Emulator.start({ args })
    stage.shop = await startShop()
    stage.ids = (await stage.emulator.defaultProject()).application_ids
    for (const name of clients) stage.clients[name] = await CLIENTS[name](stage.emulator)
    stage.browser = await launch(await flags(stage))
  })
  after(async () => {
    await stage.browser?.close()
    for (const client of Object.values(stage.clients)) await client.close()
    await stage.shop?.stop()
    await stage.emulator?.stop()
  })

  /**
   * Runs `play(page, stage)` with a `ShopPage` of its own, opened with `options.page`, or not at all if that is null;
   * `options.context` are Playwright's. Fails also if a page asked a host of Bootpay's own, unless `options.live`.
   */
  function staged (name, options, play) {
    if (!play) [options, play] = [{}, options]
    const { page: wanted = {}, context: settings = {}, live = false, timeout = 60_000 } = options
    test(name, { timeout }, async () => {
      const context = await stage.browser.newContext({ locale: 'ko-KR', ...settings })
      context.setDefaultTimeout(PATIENCE)
      const said = listen(context)
      const asked = []
      context.on('request', request => { if (!live && REAL.test(request.url())) asked.push(request.url()) })
      const page = new ShopPage(await context.newPage(), stage)
      try {
        if (wanted) await page.open(wanted)
        await play(page, { ...stage, context })
        assert.deepEqual(asked, [])
      } catch (error) {
        error.message += `\nThe page's calls: ${await calls(page)}\nThe browser said:\n${said.join('\n') || '(nothing)'}`
        throw error
      } finally {
        await context.close()
      }
    })
  }

  return stage
}

/** What became of the calls of a page, unless the browser has left it. */
function calls ({ tab }) {
  return tab.evaluate(() => JSON.stringify(window.calls)).catch(error => String(error))
}

/** Collects what all pages of a context print, throw and fail to load. */
function listen (context) {
  const said = []
  context.on('console', message => said.push(`  ${message.type()}: ${message.text().slice(0, 500)}`))
  context.on('weberror', error => said.push(`  uncaught: ${error.error()}`))
  context.on('requestfailed', request => said.push(`  failed: ${request.method()} ${request.url().slice(0, 200)}: ${request.failure()?.errorText}`))
  context.on('page', page => page.on('framenavigated', frame => said.push(`  at: ${frame.url().slice(0, 200)}`)))
  return said
}
