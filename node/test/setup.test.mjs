// Set-up: clients from the environment, application ids, capabilities, the check before going live.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { inspect } from 'node:util'
import { Worker } from 'node:worker_threads'
import { Bootpay, BootpayError } from 'bootpay-core'
import { Emulator } from 'bootpay-core/testing'

let emulator
before(async () => { emulator = await Emulator.start() })
after(() => emulator?.stop())

const keys = { BOOTPAY_CLIENT_KEY: 'ck', BOOTPAY_SECRET_KEY: 'sk-secret' }
const web = '0123456789abcdef01234567'
const client = () => new Bootpay({ clientKey: 'ck', secretKey: 'sk', applicationIds: { web } })

function invalid (make, field) {
  assert.throws(make, error => {
    assert.ok(error instanceof BootpayError && error.kind === 'invalid', inspect(error))
    assert.equal(error.field, field)
    assert.ok(!inspect(error).includes('sk-secret'))
    return true
  })
}

test('a client is made of the environment', async () => {
  const { client_key: clientKey, secret_key: secretKey } = await emulator.project({ any_method: true })
  const env = { BOOTPAY_CLIENT_KEY: clientKey, BOOTPAY_SECRET_KEY: secretKey, BOOTPAY_BASE_URL: emulator.url }
  const bootpay = Bootpay.fromEnv(env, { timeoutMs: 5000 })
  assert.ok(bootpay instanceof Bootpay)
  assert.ok((await bootpay.paymentMethods.list()).length > 0)
  class Own extends Bootpay {}
  assert.ok(Own.fromEnv(env) instanceof Own)
})

test('without an argument the environment is that of the process, or of the worker', async () => {
  const before = { ...process.env }
  for (const name of Object.keys(process.env)) if (name.startsWith('BOOTPAY_')) delete process.env[name]
  try {
    invalid(() => Bootpay.fromEnv(), 'BOOTPAY_CLIENT_KEY')
    Object.assign(process.env, keys)
    assert.ok(Bootpay.fromEnv() instanceof Bootpay)
    const code = `
      const { Bootpay } = require('bootpay-core')
      let field = 'none'
      try { Bootpay.fromEnv() } catch (error) { field = error.field }
      require('node:worker_threads').parentPort.postMessage(field)`
    const field = await new Promise((resolve, reject) => {
      const env = { BOOTPAY_CLIENT_KEY: 'ck' }
      new Worker(code, { eval: true, env }).on('message', resolve).on('error', reject)
    })
    assert.equal(field, 'BOOTPAY_SECRET_KEY')
  } finally {
    for (const name of Object.keys(process.env)) if (name.startsWith('BOOTPAY_')) delete process.env[name]
    Object.assign(process.env, before)
  }
})

test('a wrong variable is named', () => {
  for (const [env, field] of [
    [{}, 'BOOTPAY_CLIENT_KEY'],
    [{ BOOTPAY_CLIENT_KEY: 'ck' }, 'BOOTPAY_SECRET_KEY'],
    [{ ...keys, BOOTPAY_SECRET_KEY: '' }, 'BOOTPAY_SECRET_KEY'],
    [{ BOOTPAY_APPLICATION_ID: web }, 'BOOTPAY_PRIVATE_KEY'],
    [{ ...keys, BOOTPAY_MODE: 'sandbox' }, 'BOOTPAY_MODE'],
    [{ ...keys, BOOTPAY_BASE_URL: 'http://shop.example' }, 'BOOTPAY_BASE_URL'],
    [{ ...keys, BOOTPAY_IOS_APPLICATION_ID: '5b8f6a4d396fa665fdc2b5e9' }, 'BOOTPAY_IOS_APPLICATION_ID'],
    [{ ...keys, BOOTPAY_MODE: 1 }, 'BOOTPAY_MODE'],
    ['text', 'env']
  ]) invalid(() => Bootpay.fromEnv(env), field)
  invalid(() => Bootpay.fromEnv(keys, { baseUrl: 'http://shop.example' }), 'baseUrl')
  invalid(() => Bootpay.fromEnv(keys, { timeout: 1 }), 'timeout')
})

test('each platform has its id', () => {
  const { setup } = client()
  assert.equal(setup.applicationId({ platform: 'web' }), web)
  assert.throws(() => setup.applicationId({ platform: 'ios' }), { kind: 'config', endpoint: 'setup.applicationId' })
  invalid(() => setup.applicationId({ platform: 'windows' }), 'platform')
  invalid(() => new Bootpay({ clientKey: 'ck', secretKey: 'sk', applicationIds: { web: 'x' } }), 'applicationIds.web')
})

test('capabilities and addresses are data', () => {
  const { setup } = client()
  assert.equal(setup.supports({ pg: 'payapp', capability: 'separate_confirmation' }), 'no')
  assert.equal(setup.supports({ pg: 'a-new-pg', capability: 'escrow' }), 'unknown')
  const { webhookNetwork, depositUrls } = setup.addresses()
  assert.equal(webhookNetwork, '223.130.82.0/24')
  assert.deepEqual(depositUrls.map(({ pg }) => pg), ['kcp', 'inicis', 'nicepay'])
})

test('the export of the emulator is checked', async () => {
  const { setup } = client()
  const project = await emulator.project({ merchant: 'Tea house' })
  await project.activate('kcp', 'card', { live: true, settings: { site_cd: 'A1234' } })
  const items = setup.readiness({ setup: await project.export() })
  assert.deepEqual(items.map(({ code }) => code), ['cancel_address_missing', 'webhook_missing', 'rest_open'])
  assert.deepEqual((await project.readiness()).map(({ code }) => code), items.map(({ code }) => code))
  assert.deepEqual([items[0].severity, items[0].actor, items[0].pg], ['blocker', 'merchant', 'kcp'])
  assert.ok(items[0].korean.includes('223.130.82.4') && items[0].english.includes('223.130.82.4'))
  invalid(() => setup.readiness({ setup: { methods: 'card' } }), 'setup.methods')
})
