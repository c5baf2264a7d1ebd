'use strict'

const { spawn } = require('node:child_process')
const { createInterface } = require('node:readline')

/** A local Bootpay for tests: runs its own `bootpay-emulator` process. */
class Emulator {
  #child
  #ended

  static async start ({ binary = process.env.BOOTPAY_EMULATOR || 'bootpay-emulator', args = [] } = {}) {
    const child = spawn(binary, ['--port', '0', '--stop-with-stdin', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = new Promise(resolve => {
      child.once('error', resolve)
      child.once('exit', code => resolve(new Error(`it ended with ${code}`)))
    })
    const lines = createInterface(child.stdout)
    const first = new Promise(resolve => lines.once('line', resolve))
    const line = await Promise.race([first, ended])
    if (line instanceof Error) throw new Error(`${binary} did not start: ${line.message}`, { cause: line })
    lines.close()
    child.stdout.resume()
    // It ends with this process and must not prolong it.
    for (const handle of [child, child.stdin, child.stdout]) handle.unref()
    return new Emulator(JSON.parse(line), child, ended)
  }

  constructor ({ url, ca, merchant }, child, ended) {
    this.url = url
    this.ca = ca ?? undefined
    this.merchant = merchant
    this.#child = child
    this.#ended = ended
  }

  /** Returns the settings of a client of a merchant; of the first one by default. */
  settings (merchant = this.merchant) {
    const settings = { baseUrl: this.url, clientKey: merchant.client_key, secretKey: merchant.secret_key }
    return this.ca ? { ...settings, caCertificates: this.ca } : settings
  }

  async control (method, path, body) {
    const response = await this.#fetch(path, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body)
    })
    const reply = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${reply.message ?? response.status}`)
    return reply
  }

  payment (body = {}) {
    return this.control('POST', '/emulator/payments', body)
  }

  buyer (receiptId, action) {
    return this.control('POST', `/emulator/payments/${receiptId}/buyer`, { action })
  }

  requests () {
    return this.control('GET', '/emulator/requests')
  }

  fault (body) {
    return this.control('POST', '/emulator/faults', body)
  }

  async stop () {
    this.#child.ref()
    this.#child.stdin.end()
    await this.#ended
  }

  // `fetch` cannot be told of an authority: over TLS the controls go through node:https.
  #fetch (path, options) {
    if (!this.ca) return fetch(this.url + path, options)
    const { request } = require('node:https')
    return new Promise((resolve, reject) => {
      const sent = request(this.url + path, { ...options, ca: this.ca, agent: false, checkServerIdentity: () => undefined }, async response => {
        let text = ''
        for await (const chunk of response.setEncoding('utf8')) text += chunk
        resolve({ ok: response.statusCode < 300, status: response.statusCode, json: async () => JSON.parse(text) })
      })
      sent.once('error', reject)
      sent.end(options.body)
    })
  }
}
Emulator.prototype[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')] = Emulator.prototype.stop

module.exports = { Emulator }
