import assert from 'node:assert/strict'
import { closes, parse, payment, scripts, shell } from '../../../node/window.js'
import { DIALECTS } from './bridges.js'
import { Buyer } from './buyer.js'

const UUID = '0f1e2d3c-4b5a-4697-8897-a6b5c4d3e2f1'

/** The settings of a browser that stands for a phone of this dialect. */
export const phone = dialect => ({
  viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, userAgent: DIALECTS[dialect].phone, bypassCSP: true
})

/** An app with a web view: what it is told, read by core, and whether it has closed the window. */
export class App {
  /** The events in their order, without those that concern no app. */
  events = []
  closed = 0
  #waiting = []

  static async start (tab, dialect, sold, { emulator, shop, ids }) {
    const app = new App()
    app.shop = shop
    const { pg, method, order_id, order_name, price, redirect_url, extra } = sold
    app.tab = tab
    app.shown = {
      openType: extra.open_type, displayErrorResult: extra.display_error_result, displaySuccessResult: extra.display_success_result
    }
    const { kind, payload } = payment({
      applicationId: ids[DIALECTS[dialect].platform],
      pg,
      method,
      orderId: order_id,
      orderName: order_name,
      price,
      redirectUrl: redirect_url,
      extra: { ...app.shown, separatelyConfirmed: extra.separately_confirmed, useBootpayInappSdk: true }
    })
    app.request = { kind, payload, dialect, uuid: UUID, emulator: emulator.url }
    await tab.exposeFunction('played', (channel, body) => app.#hear(channel, body))
    await tab.addInitScript(DIALECTS[dialect].bridge)
    return app
  }

  /** Opens Bootpay's page for web views and evaluates core's lines in it. */
  async openScripts () {
    const { url, open, confirm, close } = scripts(this.request)
    this.lines = { confirm, close }
    await this.tab.goto(url)
    for (const line of open) await this.evaluate(line)
    return this.#buyer('#bootpay-iframe-id')
  }

  /** Opens core's own page. */
  async openShell () {
    this.lines = { confirm: 'confirmWindow()' }
    await this.tab.goto(this.shop.serve(shell(this.request)))
    return this.#buyer('iframe[name=bootpay]')
  }

  /** Evaluates a line as native code does, which does not wait for a promise. */
  evaluate (line) {
    return this.tab.evaluate(line => { (0, eval)(line) }, line)
  }

  confirm () {
    return this.evaluate(this.lines.confirm)
  }

  /** Waits for the next event of this kind. */
  async told (kind) {
    const at = this.events.findIndex(event => event.kind === kind)
    if (at >= 0) return this.events[at]
    let timer
    const late = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`the app was not told ${kind}, but ${this.kinds}`)), 10_000)
    })
    const event = new Promise(resolve => this.#waiting.push({ kind, resolve }))
    return Promise.race([event, late]).finally(() => clearTimeout(timer))
  }

  get kinds () {
    return this.events.map(({ kind }) => kind)
  }

  #buyer (frame) {
    return new Buyer(this.shown.openType === 'redirect' ? this.tab : this.tab.frameLocator(frame))
  }

  #hear (channel, body) {
    const event = parse({ channel, message: typeof body === 'string' ? body : JSON.stringify(body) })
    if (event.kind === 'ignore') return
    assert.notEqual(event.kind, 'unknown', `${channel}: ${JSON.stringify(body)}`)
    this.events.push(event)
    if (closes({ event: event.kind, ...this.shown })) this.closed += 1
    for (const { kind, resolve } of this.#waiting) if (kind === event.kind) resolve(event)
  }
}
