// Replays ../tests/scenarios, which says what each key means.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Bootpay, BootpayError } from 'bootpay-core'
import { call, camel, literal, named, reach } from './declared.mjs'
import { withEmulator } from './support.mjs'

const directory = new URL('../../tests/scenarios/', import.meta.url)
const place = withEmulator()

for (const file of readdirSync(directory).filter(name => name.endsWith('.json')).sort()) {
  describe(file, () => {
    for (const scenario of JSON.parse(readFileSync(new URL(file, directory), 'utf8'))) {
      test(scenario.name, () => replay(scenario))
    }
  })
}

async function replay (scenario) {
  const { emulator } = place
  await emulator.control('DELETE', '/emulator/requests')
  await emulator.control('DELETE', '/emulator/faults')
  const merchant = await emulator.control('POST', '/emulator/merchants', scenario.merchant ?? {})
  const known = { began: Math.trunc(Date.now() / 1000), outcomes: { merchant: { value: merchant } } }
  for (const [name, body] of Object.entries(scenario.payments ?? {})) {
    known.outcomes[name] = { value: await emulator.payment({ merchant: merchant.id, ...filled(body, known) }) }
  }
  const settings = { base_url: emulator.url, ...scenario.client }
  const bootpay = new Bootpay({ ...credentials(scenario.credentials, merchant), ...literal(settings, named('ClientOptions')) })
  for (const step of scenario.steps) {
    const outcome = await take(filled(step, known), bootpay)
    if (step.as) known.outcomes[step.as] = outcome
  }
  if (scenario.requests) sent(await emulator.requests(), filled(scenario.requests, known))
}

/** Makes a step; its outcome is the emulator's answer, the reply or the error, with its type. */
async function take (step, bootpay) {
  if (step.emulator) return { value: await place.emulator.control(step.emulator.method, step.emulator.path, step.emulator.body) }
  const [resource, method] = step.call.split('.').map(camel)
  const types = call(resource, method)
  const given = step.with === undefined ? [] : [literal(step.with, types.request)]
  if (step.timeout !== undefined) given[1] = { timeoutMs: step.timeout * 1000 }
  const { value, error } = await Promise.resolve().then(() => bootpay[resource][method](...given)).then(value => ({ value }), error => ({ error }))
  if (step.fails) {
    assert.ok(error instanceof BootpayError, `${step.call} returned or failed otherwise: ${error}`)
    agrees(error, step.fails, named('BootpayError'), step.call)
  } else {
    assert.ok(!error, String(error))
    agrees(value, 'returns' in step ? step.returns : {}, types.reply, step.call)
  }
  if (step.unresolved !== undefined) assert.equal(bootpay.attempts.unresolved().length, step.unresolved)
  return error ? { value: error, type: named('BootpayError') } : { value, type: types.reply }
}

function credentials (kind = 'keys', { client_key: clientKey, secret_key: secretKey, application_id: applicationId, private_key: privateKey }) {
  return { keys: { clientKey, secretKey }, application: { applicationId, privateKey }, both: { clientKey, secretKey, applicationId, privateKey } }[kind]
}

function filled (value, known) {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\.([\w.]+)\}/g, (_, name, path) => reach(known.outcomes[name].value, path, known.outcomes[name].type))
  }
  if (Array.isArray(value)) return value.map(item => filled(item, known))
  if (value === null || typeof value !== 'object') return value
  if ('in_seconds' in value) return koreanTime(known.began + value.in_seconds)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, known)]))
}

const koreanTime = seconds => new Date((seconds + 9 * 3600) * 1000).toISOString().replace('.000Z', '+09:00')

function agrees (actual, expected, type, call) {
  if (expected === null) return matches(actual, null, call)
  for (const [path, value] of Object.entries(expected)) matches(reach(actual, path, type), said(path, value), `${call}: ${path}`)
}

/** A name that an error says, as JavaScript spells it; a duration's has its unit. */
const said = (path, value) => /(^|\.)(field|endpoint)$/.test(path) && typeof value === 'string' ? camel(value).replace(/timeout$/i, '$&Ms') : value

function matches (actual, expected, at) {
  if (expected === null) return assert.ok(actual === undefined || actual === null, `${at} is ${JSON.stringify(actual)}`)
  if (expected.present) return assert.ok(actual !== undefined && actual !== null, `${at} is absent`)
  if (expected.contains) return assert.ok([expected.contains, camel(expected.contains)].some(text => actual?.includes(text)), `${at} is ${actual}`)
  if (expected.instant) {
    assert.ok(actual instanceof Date, `${at} is no Date`)
    return assert.equal(actual.getTime(), Date.parse(expected.instant), at)
  }
  assert.deepStrictEqual(actual, expected, at)
}

function sent (actual, expected) {
  assert.equal(actual.length, expected.length, actual.map(({ method, path }) => `${method} ${path}`).join(', '))
  for (const [index, request] of expected.entries()) {
    for (const [key, value] of Object.entries(request)) {
      const at = `request ${index}: ${key}`
      if (key !== 'headers') assert.deepStrictEqual(actual[index][key], value, at)
      else for (const [name, text] of Object.entries(value)) matches(actual[index].headers[name], text, `${at} ${name}`)
    }
  }
}
