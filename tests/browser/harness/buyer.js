/** A buyer in front of the emulator's window: `root` is the page, or the frame, that shows it. */
export class Buyer {
  constructor (root) {
    this.root = root
    /** The button that finishes the window: pays, registers, verifies, issues. */
    this.finish = root.locator('button.main')
  }

  /** Waits until the page is shown. */
  async ready () {
    await this.finish.waitFor()
  }

  async pay () {
    await this.finish.click()
  }

  async cancel () {
    await this.root.getByRole('button', { name: '취소' }).click()
  }

  /** The methods to choose from, by their symbols. */
  async methods () {
    await this.ready()
    const values = await this.root.locator('input[name=choice]').evaluateAll(inputs => inputs.map(({ value }) => value))
    return [...new Set(values.map(value => value.split('/')[1]))]
  }

  async choose (method) {
    await this.root.locator(`input[name=choice][value$="/${method}"]`).first().check()
  }

  /** Fills in the person of an identity verification. */
  async identify ({ username, identity_no, carrier, phone }) {
    for (const [name, value] of Object.entries({ username, identity_no, phone })) {
      await this.root.locator(`input[name=${name}]`).fill(value)
    }
    await this.root.locator('select[name=carrier]').selectOption(carrier)
  }

  /** Has the PG decline with this code. */
  async refuse (code) {
    await this.#outcomes()
    await this.root.getByLabel('오류 코드', { exact: true }).fill(code)
    await this.root.getByRole('button', { name: 'PG사가 거절' }).click()
  }

  /** Lets the time of the payment run out. */
  async expire () {
    await this.#outcomes()
    await this.root.getByRole('button', { name: '시간 초과' }).click()
  }

  /** Goes on in another app: the page polls from now on. Returns the app's page, in a tab of its own. */
  async elsewhere (context) {
    await this.#outcomes()
    await this.root.getByRole('button', { name: /polling/ }).click()
    const [tab] = await Promise.all([context.waitForEvent('page'), this.root.getByRole('link', { name: '앱 화면 열기' }).click()])
    return new Buyer(tab)
  }

  /** Closes a page that shows a result. */
  async close () {
    await this.root.getByRole('button', { name: '창 닫기' }).click()
  }

  /** Tells if the keyboard's focus is on the button that finishes. */
  hasFocus () {
    return this.finish.evaluate(button => button === document.activeElement)
  }

  async #outcomes () {
    await this.root.locator('details > summary').click()
  }
}
