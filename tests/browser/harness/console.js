import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { after, before, test } from 'node:test'
import { launch } from './chromium.js'

const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** A local Bootpay with its console: `url`, `console` and the keys of the first line, and its controls. */
export async function startConsole (args = []) {
  const child = spawn(process.env.BOOTPAY_EMULATOR, ['--stop-with-stdin', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const first = JSON.parse(await new Promise((resolve, reject) => {
    child.once('error', reject)
    createInterface(child.stdout).once('line', resolve)
  }))
  return {
    ...first,
    async control (method, path, body) {
      const response = await fetch(`${first.url}/emulator/${path}`, {
        method, headers: { 'content-type': 'application/json' }, body: body && JSON.stringify(body)
      })
      const reply = await response.json()
      if (!response.ok) throw new Error(`${method} ${path}: ${reply.message}`)
      return reply
    },
    /** A request of the merchant's server. */
    async call (method, path, body) {
      const { client_key, secret_key } = first.merchant
      const response = await fetch(`${first.url}/v2/${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'bootpay-api-version': '5.2.0',
          authorization: `Basic ${Buffer.from(`${client_key}:${secret_key}`).toString('base64')}`
        },
        body: body && JSON.stringify(body)
      })
      return { status: response.status, body: await response.json().catch(() => undefined) }
    },
    stop: () => child.kill()
  }
}

/**
 * A file's emulator and Chromium. `stage.test(name, { context }, play)` gives `play(tab, stage)` a page of a context of
 * its own, and fails if a page broke its policy, threw, failed to load something or asked another host.
 */
export function setConsole ({ args = [] } = {}) {
  const stage = {
    test (name, options, play) {
      if (!play) [options, play] = [{}, options]
      test(name, { timeout: 120_000 }, async () => {
        const context = await stage.browser.newContext({
          locale: 'ko-KR', timezoneId: 'Asia/Seoul', reducedMotion: 'reduce', ...options.context
        })
        context.setDefaultTimeout(10_000)
        const wrong = watch(context, stage.emulator)
        try {
          const tab = await context.newPage()
          await play(tab, { ...stage, context, open: path => tab.goto(stage.emulator.console + path) })
          assert.deepEqual(wrong, [])
        } finally {
          await context.close()
        }
      })
    }
  }
  before(async () => {
    stage.emulator = await startConsole(args)
    stage.browser = await launch()
  })
  after(async () => {
    await stage.browser?.close()
    stage.emulator?.stop()
  })
  return stage
}

/** Collects what must not happen on any page. */
function watch (context, { url, console }) {
  const wrong = []
  context.on('weberror', error => wrong.push(`uncaught: ${error.error()}`))
  context.on('console', message => {
    // A refused form is shown with status 422, which Chromium reports as a failure to load.
    if (message.type() === 'error' && !/status of (422|404)/.test(message.text())) wrong.push(`console: ${message.text()}`)
  })
  context.on('request', request => {
    if (![url, console].some(origin => request.url().startsWith(`${origin}/`))) wrong.push(`asked ${request.url()}`)
  })
  return wrong
}

/** What axe-core finds of a page that hinders people seriously. Evaluated by the driver: the page's policy stays. */
export async function findings (tab) {
  const { violations } = await tab.evaluate(`${axe}; axe.run(document, { resultTypes: ['violations'] })`)
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('; ')}`)
}

/** Returns whether nothing of the page is cut off at the side. */
export const fits = tab => tab.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

/** The chip of the status at the top of a payment's page. */
export const status = tab => tab.locator('header.identity .chip').first().innerText()

/** Sends the form of the page. */
export const save = tab => tab.getByRole('button', { name: '저장', exact: true }).click()

/** Moves the clock by its button. */
export async function later (tab, name) {
  await tab.locator('#clock summary').click()
  await tab.getByRole('button', { name }).click()
}

/** Activates `path`, `pg/method`, in the mode `sandbox` or `live`. */
export async function activate (tab, open, path, mode, settings = {}) {
  await open(`/setup/methods/${path}`)
  await tab.getByLabel('이 결제수단 사용').check()
  await tab.locator(`input[name=mode][value=${mode}]`).check()
  for (const [key, value] of Object.entries(settings)) await tab.getByLabel(key).fill(value)
  await save(tab)
  await tab.getByText('결제수단을 저장했습니다.').waitFor()
}
