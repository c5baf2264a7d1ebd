// Replays ../tests/scenarios, which says what each key means.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import { Bootpay, BootpayError } from 'bootpay-core'
import { agrees, filled, matches } from './agreement.mjs'
import { call, camel, literal, named } from './declared.mjs'
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
