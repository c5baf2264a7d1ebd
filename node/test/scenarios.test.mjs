// Replays ../tests/scenarios, which says what each key means.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Bootpay, BootpayError } from 'bootpay-core'
import { sandboxed } from './support.mjs'

const directory = new URL('../../tests/scenarios/', import.meta.url)
const place = sandboxed()

for (const file of readdirSync(directory).filter(name => name.endsWith('.json')).sort()) {
  describe(file, () => {
    for (const scenario of JSON.parse(readFileSync(new URL(file, directory), 'utf8'))) {
      test(scenario.name, () => replay(scenario))
    }
  })
}

async function replay (scenario) {
  const { sandbox } = place
  await sandbox.control('DELETE', '/sandbox/requests')
  await sandbox.control('DELETE', '/sandbox/faults')
  const merchant = await sandbox.control('POST', '/sandbox/merchants', scenario.merchant ?? {})
  const known = { merchant }
  for (const [name, body] of Object.entries(scenario.payments ?? {})) {
    known[name] = await sandbox.payment({ merchant: merchant.id, ...filled(body, known) })
  }
  const bootpay = new Bootpay({ baseUrl: sandbox.url, ...credentials(scenario.credentials, merchant), ...literal(scenario.client ?? {}) })
  for (const step of filled(scenario.steps, known)) await run(step, bootpay)
  if (scenario.requests) sent(await sandbox.requests(), filled(scenario.requests, known))
}

async function run (step, bootpay) {
  if (step.sandbox) return place.sandbox.control(step.sandbox.method, step.sandbox.path, step.sandbox.body)
  const [resource, method] = step.call.split('.').map(camel)
  const options = step.timeout === undefined ? undefined : { timeoutMs: step.timeout * 1000 }
  const call = bootpay[resource][method](literal(step.with ?? {}), options)
  const outcome = await call.then(value => ({ value }), error => ({ error }))
  if (step.fails) {
    assert.ok(outcome.error instanceof BootpayError, `${step.call} returned or failed otherwise: ${outcome.error}`)
    agrees(outcome.error, step.fails, step.call)
  } else {
    assert.ok(!outcome.error, String(outcome.error))
    agrees(outcome.value, step.returns ?? {}, step.call)
  }
  if (step.unsettled !== undefined) assert.equal(bootpay.unsettled().length, step.unsettled)
}

function credentials (kind = 'keys', { client_key: clientKey, secret_key: secretKey, application_id: applicationId, private_key: privateKey }) {
  return { keys: { clientKey, secretKey }, application: { applicationId, privateKey }, both: { clientKey, secretKey, applicationId, privateKey } }[kind]
}

function filled (value, known) {
  if (typeof value === 'string') return value.replace(/\$\{(\w+)\.(\w+)\}/g, (_, name, field) => known[name][field])
  if (Array.isArray(value)) return value.map(item => filled(item, known))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, known)]))
}

const camel = name => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase())

/** Core's names and seconds as JavaScript's names and milliseconds. */
function literal (fields) {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => {
    if (/(^|_)timeout$/.test(name)) return [`${camel(name)}Ms`, value * 1000]
    const nested = value !== null && typeof value === 'object' && name !== 'metadata'
    return [camel(name), nested ? literal(value) : value]
  }))
}

function agrees (actual, expected, call) {
  for (const [path, value] of Object.entries(expected)) matches(reach(actual, path), value, `${call}: ${path}`)
}

function reach (value, path) {
  let ours = true
  for (const name of path.split('.')) {
    value = value?.[ours ? camel(name) : name]
    // What the shop or Bootpay wrote keeps its own names.
    if (name === 'metadata' || name === 'raw') ours = false
  }
  return value
}

function matches (actual, expected, at) {
  if (expected === null) return assert.ok(actual === undefined || actual === null, `${at} is ${JSON.stringify(actual)}`)
  if (expected.present) return assert.ok(actual !== undefined && actual !== null, `${at} is absent`)
  if (expected.contains) return assert.ok(actual?.includes(expected.contains), `${at} is ${actual}`)
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
