'use strict'

const { spawn } = require('node:child_process')
const { createInterface } = require('node:readline')
const { version } = require('./package.json')

/** The program of the installed package `bootpay-emulator`, as this package or the program in its folder sees it. */
function packaged () {
  let found
  try {
    found = require.resolve('bootpay-emulator', { paths: [__dirname, process.cwd()] })
  } catch {
    return
  }
  return require(found).program
}

/** A local Bootpay for tests: runs its own `bootpay-emulator` process. */
class Emulator {
  #child
  #ended

  static async start ({ binary, args = [] } = {}) {
    binary ||= process.env.BOOTPAY_EMULATOR || packaged()
    const named = binary !== undefined
    binary ??= 'bootpay-emulator'
    const child = spawn(binary, ['--port', '0', '--stop-with-stdin', ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
    const ended = new Promise(resolve => {
      child.once('error', resolve)
      child.once('exit', code => resolve(new Error(`it ended with ${code}`)))
    })
    const lines = createInterface(child.stdout)
    const first = new Promise(resolve => lines.once('line', resolve))
    const line = await Promise.race([first, ended])
    if (line?.code === 'ENOENT' && !named) {
      throw new Error(`no bootpay-emulator: npm install --save-dev bootpay-emulator@${version}; or pass \`binary\`, set BOOTPAY_EMULATOR, or put it on the PATH`, { cause: line })
    }
    if (line instanceof Error) throw new Error(`${binary} did not start: ${line.message}`, { cause: line })
    lines.close()
    child.stdout.resume()
    // It ends with this process and must not prolong it. Bun's pipes have no `unref`.
    for (const handle of [child, child.stdin, child.stdout]) handle.unref?.()
    return new Emulator(JSON.parse(line), child, ended)
  }

  constructor ({ url, ca, merchant }, child, ended) {
    this.url = url
    this.ca = ca ?? undefined
    this.merchant = merchant
    this.clock = new Clock(this)
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

  async project (fields = {}) {
    return new Project(this, await this.control('POST', '/emulator/projects', fields))
  }

  async defaultProject () {
    return new Project(this, await this.control('GET', '/emulator/projects/default'))
  }

  async activate (pg, method, changes) {
    return (await this.defaultProject()).activate(pg, method, changes)
  }

  async settlement () {
    return (await this.defaultProject()).settlement()
  }

  async pgLedger (pg) {
    return (await this.defaultProject()).pgLedger(pg)
  }

  webhooks (merchant) {
    return this.control('GET', `/emulator/webhooks${merchant ? `?merchant=${merchant.id}` : ''}`)
  }

  async export () {
    return (await this.control('GET', '/emulator/setup')).toml
  }

  async setUp (toml) {
    const { projects } = await this.control('PUT', '/emulator/setup', { toml })
    return projects.map(project => new Project(this, project))
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

class Project {
  #emulator

  constructor (emulator, fields) {
    Object.assign(this, fields)
    this.#emulator = emulator
  }

  async activate (pg, method, changes = {}) {
    const { methods, warnings } = await this.#control('PUT', '/methods', { pg, method, ...changes })
    this.methods = methods
    return warnings
  }

  async register (pg, { cancelAddress, depositUrl }) {
    const change = { pg, cancel_address: cancelAddress, deposit_url: depositUrl }
    this.registrations = (await this.#control('PUT', '/registrations', change)).registrations
  }

  async change (fields) {
    Object.assign(this, await this.#control('PATCH', '', fields))
  }

  webhooks () {
    return this.#emulator.webhooks(this)
  }

  settlement () {
    return this.#control('GET', '/settlement')
  }

  pgLedger (pg) {
    return this.#control('GET', `/ledgers/${pg}`)
  }

  export () {
    return this.#control('GET', '/export')
  }

  readiness () {
    return this.#control('GET', '/readiness')
  }

  #control (method, path, body) {
    return this.#emulator.control(method, `/emulator/projects/${this.id}${path}`, body)
  }
}

class Clock {
  #emulator

  constructor (emulator) {
    this.#emulator = emulator
  }

  async now () {
    return new Date((await this.#emulator.control('GET', '/emulator/clock')).now)
  }

  async advance ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) {
    await this.#set({ advance_seconds: Math.round(((days * 24 + hours) * 60 + minutes) * 60 + seconds) })
  }

  async stop () {
    await this.#set({ mode: 'manual' })
  }

  async run () {
    await this.#set({ mode: 'real' })
  }

  #set (change) {
    return this.#emulator.control('POST', '/emulator/clock', change)
  }
}

module.exports = { Emulator }
