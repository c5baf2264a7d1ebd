// Each call is a message of the channel `bootpay-core:call`, if anybody subscribes to it.
import assert from 'node:assert/strict'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { beforeEach, test } from 'node:test'
import { refusal, script, withEmulator } from './support.mjs'

const place = withEmulator()
beforeEach(() => place.clear())
const name = 'bootpay-core:call'

async function listening (calls) {
  const events = []
  const listener = (event, channel) => {
    assert.equal(channel, name)
    events.push(event)
  }
  subscribe(name, listener)
  try {
    await calls(events)
  } finally {
    unsubscribe(name, listener)
  }
  return events
}

test('a call is one event, there before its outcome', async () => {
  const [bootpay, { receipt_id: receiptId }] = [place.client(), await place.paid()]
  const [event, ...others] = await listening(async events => {
    await bootpay.payments.get({ receiptId })
    assert.equal(events.length, 1)
  })
  assert.deepEqual(others, [])
  const { milliseconds, ...rest } = event
  assert.ok(milliseconds >= 0)
  assert.deepEqual(rest, { endpoint: 'payments.get', effect: 'read', outcome: 'done', status: 200, tries: 1, connectionReused: false })
})

test('a refused call tells its kind and code', async () => {
  const bootpay = place.client()
  const [event] = await listening(() => refusal(bootpay.payments.cancelFull({ receiptId: '6712ab34c0de5f0012a4b9ff' }), { code: 'RC_NOT_FOUND' }))
  const { endpoint, effect, outcome, kind, code } = event
  assert.deepEqual({ endpoint, effect, outcome, kind, code }, { endpoint: 'payments.cancelFull', effect: 'money', outcome: 'failed', kind: 'rejected', code: 'RC_NOT_FOUND' })
})

test('an unknown outcome names its attempt', async () => {
  const [bootpay, { receipt_id: receiptId }] = [place.client(), await place.paid()]
  await place.emulator.fault({ path: '/v2/cancel', kind: 'reset', when: 'after' })
  let error
  const [event] = await listening(async () => { error = await refusal(bootpay.payments.cancelFull({ receiptId }), { kind: 'outcome_unknown' }) })
  assert.deepEqual([event.outcome, event.attemptId], ['unknown', error.attempt.id])
  for (const text of ['payments.cancelFull', receiptId, error.attempt.id]) assert.ok(String(error).includes(text), String(error))
})

test('an aborted call sends its event when it has ended', async () => {
  const [bootpay, { receipt_id: receiptId }] = [place.client(), await place.paid()]
  await place.emulator.fault({ path: '/v2/cancel', kind: 'stall', seconds: 0.3, when: 'after' })
  const events = await listening(async events => {
    const controller = new AbortController()
    const call = bootpay.payments.cancelFull({ receiptId }, { signal: controller.signal })
    while ((await place.emulator.requests()).every(({ path }) => path !== '/v2/cancel')) await new Promise(resolve => setTimeout(resolve, 5))
    controller.abort()
    await refusal(call, { kind: 'outcome_unknown' })
    await bootpay[Symbol.asyncDispose ?? Symbol.for('nodejs.asyncDispose')]()
    while (events.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
  })
  assert.deepEqual(events.map(({ endpoint, outcome }) => [endpoint, outcome]), [['payments.cancelFull', 'done']])
})

test('what one subscriber throws harms neither the call nor the next event', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const { stdout } = await script(`
    import { subscribe } from 'node:diagnostics_channel'
    import { Bootpay } from 'bootpay-core'
    process.on('uncaughtException', error => console.log(error.message))
    let events = 0
    subscribe('${name}', () => { throw new Error('mine') })
    subscribe('${name}', () => events++)
    const bootpay = new Bootpay(${JSON.stringify(place.emulator.settings())})
    for (let call = 0; call < 2; call++) console.log((await bootpay.payments.get({ receiptId: '${receiptId}' })).receiptId)
    console.log(events)
  `)
  assert.deepEqual(stdout.trim().split('\n').sort(), ['2', receiptId, receiptId, 'mine', 'mine'].sort())
})

test('no event holds the value of a key or of a person', async () => {
  const bootpay = place.client()
  const settings = place.emulator.settings()
  const secrets = Object.values(settings).filter(value => typeof value === 'string' && !value.startsWith('http'))
  const { receipt_id: receiptId } = await place.paid({ user: { username: '홍길동', phone: '01012345678' } })
  const events = await listening(() => bootpay.payments.get({ receiptId }))
  const text = JSON.stringify(events)
  assert.ok(secrets.length >= 2)
  for (const secret of [...secrets, '홍길동', '01012345678']) assert.ok(!text.includes(secret), text)
})
