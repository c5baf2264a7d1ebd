import assert from 'node:assert/strict'

const IFRAME = '#bootpay-iframe-id'

/** A merchant's page in a tab: calls the SDK and tells what became of each call. */
export class ShopPage {
  #stage
  #url

  constructor (tab, stage) {
    this.tab = tab
    this.#stage = stage
  }

  /** Opens a page of the shop with the SDK on the stage's emulator; `wanted` is what `shop.page` takes. */
  async open (wanted = {}) {
    this.#url = this.#stage.shop.page({ emulator: this.#stage.emulator, ...wanted })
    await this.tab.goto(this.#url)
    await this.tab.waitForFunction(() => window.Bootpay && window.call)
  }

  get url () {
    return this.#url
  }

  /** Calls a function of the SDK without waiting for its promise. Returns the number of the call. */
  call (name, ...given) {
    return this.tab.evaluate(([name, given]) => window.call(name, ...given), [name, given])
  }

  /** Waits until a call has settled: `{ state: 'resolved' | 'rejected' | 'threw', value }`. */
  async outcome (call = 0, timeout = 10_000) {
    const settled = ([call]) => window.calls[call]?.state !== 'pending' && window.calls[call]
    return (await this.tab.waitForFunction(settled, [call], { timeout })).jsonValue()
  }

  async resolved (call, timeout) {
    const { state, value } = await this.outcome(call, timeout)
    assert.equal(state, 'resolved', JSON.stringify(value))
    return value
  }

  async rejected (call, timeout) {
    const { state, value } = await this.outcome(call, timeout)
    assert.equal(state, 'rejected', JSON.stringify(value))
    return value
  }

  state (call = 0) {
    return this.tab.evaluate(call => window.calls[call].state, call)
  }

  /** Waits until the SDK's window is gone and has said so, exactly once. */
  async closed (times = 1) {
    await this.tab.waitForFunction(times => window.closes >= times, times)
    await this.tab.locator(IFRAME).waitFor({ state: 'detached' })
    assert.equal(await this.tab.evaluate(() => window.closes), times)
  }

  /** The SDK's frame. */
  get frame () {
    return this.tab.frameLocator(IFRAME)
  }

  /** Presses the button of the SDK's panel and returns the popup. */
  async popup () {
    const [popup] = await Promise.all([
      this.tab.waitForEvent('popup'),
      this.tab.locator('#bootpay-popup-window-id button.bootpay-button').click()
    ])
    return popup
  }
}
