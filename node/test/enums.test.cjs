'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { names } = require('bootpay-core/enums')

test('words have names', () => {
  assert.deepEqual(names.Bank['004'], { english: 'KB Kookmin Bank', korean: '국민' })
  assert.equal(names.Status.paid.korean, '결제완료')
  assert.ok(names.AuthType['간편인증'].english)
  assert.deepEqual(names.Mode.live, { english: 'Real money' })
})

test('what is no word has none, and nobody changes them', () => {
  for (const word of ['777', 'constructor', '__proto__']) assert.equal(names.Bank[word], undefined)
  assert.throws(() => { names.Bank['004'].korean = '우리' }, TypeError)
  assert.throws(() => { names.Bank['777'] = {} }, TypeError)
  assert.throws(() => { names.Bank = {} }, TypeError)
})

test('required and imported, they are the same', async () => {
  assert.equal((await import('bootpay-core/enums')).names, names)
})
