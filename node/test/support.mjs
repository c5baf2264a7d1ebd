import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { Bootpay, BootpayError } from 'bootpay-core'
import { Emulator } from 'bootpay-core/testing'

/** An emulator for the tests of one file. */
export function withEmulator (args = []) {
  const place = {}
  before(async () => { place.emulator = await Emulator.start({ args }) })
  after(() => place.emulator?.stop())
  place.client = (settings = {}) => new Bootpay({ ...place.emulator.settings(), ...settings })
  place.paid = body => place.emulator.payment({ state: 'paid', price: 15000, ...body })
  place.clear = () => place.emulator.control('DELETE', '/emulator/requests')
  return place
}

/** The error that a call is rejected with, of which these fields must be so. */
export async function refusal (call, expected) {
  const error = await call.then(value => assert.fail(`returned ${JSON.stringify(value)}`), error => error)
  assert.ok(error instanceof BootpayError && error instanceof Error, String(error))
  for (const [name, value] of Object.entries(expected)) {
    if (value instanceof RegExp) assert.match(error[name], value)
    else assert.deepEqual(error[name], value, `${name}: ${error}`)
  }
  return error
}

/** Runs a script in a process of its own. */
export function script (source, environment = {}, ...flags) {
  const directory = fileURLToPath(new URL('.', import.meta.url))
  return promisify(execFile)(process.execPath, [...flags, '--input-type=module', '--eval', source], {
    cwd: directory, env: { ...process.env, ...environment }, timeout: 60_000
  })
}
