// Replays ../tests/scenarios/window, whose functions need no client and no emulator.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { describe, test } from 'node:test'
import { inspect } from 'node:util'
import { BootpayError } from 'bootpay-core'
import * as window from 'bootpay-core/window'
import { agrees, filled } from './agreement.mjs'
import { camel, literal, named, windowFunctions } from './declared.mjs'

const directory = new URL('../../tests/scenarios/window/', import.meta.url)

for (const file of readdirSync(directory).sort()) {
  describe(file, () => {
    for (const { name, steps } of JSON.parse(readFileSync(new URL(file, directory), 'utf8'))) {
      test(name, () => {
        const known = { outcomes: {} }
        for (const step of steps) {
          const outcome = take(filled(step, known))
          if (step.as) known.outcomes[step.as] = outcome
        }
      })
    }
  })
}

function take (step) {
  const name = camel(step.call.replace('window.', ''))
  const types = windowFunctions.get(name)
  const where = `${step.call} ${JSON.stringify(step.with)}`
  try {
    const value = window[name](literal(step.with, types.request))
    assert.ok(!step.fails, `${where} returned`)
    agrees(value, step.returns, types.reply, where)
    return { value, type: types.reply }
  } catch (error) {
    if (!step.fails || !(error instanceof BootpayError)) throw error
    agrees(error, step.fails, named('BootpayError'), where)
    assert.equal(error.endpoint, camel(step.call))
  }
}

test('the functions are those of the declarations, also where they are required', () => {
  const names = [...windowFunctions.keys()].sort()
  assert.deepEqual(Object.keys(window).filter(name => !['default', 'module.exports'].includes(name)).sort(), names)
  assert.deepEqual(Object.keys(createRequire(import.meta.url)('bootpay-core/window')).sort(), names)
})

test('a payload is printed without the buyer', () => {
  const payload = window.payment({ price: 1000, orderName: '차', orderId: 'o-1', clientKey: 'ck_example', user: { username: '김부트' }, extra: { openType: 'iframe' } })
  assert.equal(payload.payload.user.username, '김부트')
  assert.ok(!inspect(payload, { depth: null }).includes('김부트'))
})

test('what is no request is refused by its name', () => {
  for (const [request, field] of [[{ url: 'a', platform: 'android', instaled: [] }, 'instaled'], [{ url: 1, platform: 'android' }, 'url'], [{ platform: 'android' }, 'url'], [{ url: 'a', platform: 'palm' }, 'platform']]) {
    assert.throws(() => window.decide(request), error => error.kind === 'invalid' && error.field === field && error.endpoint === 'window.decide')
  }
})
