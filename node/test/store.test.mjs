// Attempts that are kept: in a file, and by a shop's own object, whose methods may be asynchronous.
import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Bootpay } from 'bootpay-core'
import { refusal, withEmulator, script } from './support.mjs'

const place = withEmulator()
let folder
before(async () => { folder = await mkdtemp(join(tmpdir(), 'bootpay-')) })
after(() => rm(folder, { recursive: true }))
beforeEach(place.clear)

/** What a shop would do with its database. */
class Shelf {
  rows = new Map()
  due = new Map()
  async put (row) {
    await sleep(1)
    if (this.fails) throw this.fails
    this.rows.set(row.id, row)
    this.due.set(row.id, performance.now() + row.dueInMs)
  }

  async insert (row) {
    if (this.rows.has(row.id)) return false
    await this.put(row)
    return true
  }

  claim ({ owner, answered, leaseMs }) {
    for (const row of this.rows.values()) {
      if (row.owner !== owner || this.due.get(row.id) > performance.now() || (row.answered && !answered)) continue
      this.due.set(row.id, performance.now() + leaseMs)
      return row.record
    }
  }

  async ofPayment (payment) {
    return [...this.rows.values()].filter(row => row.payment === payment).map(row => row.record)
  }

  remove (id) { this.rows.delete(id) }
}

const lost = async bootpay => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ method: 'POST', path: '/v2/cancel', kind: 'reset', when: 'after' })
  await refusal(bootpay.payments.cancelPartial({ receiptId, cancelPrice: 5000, cancelId: 'c-1' }), { kind: 'outcome_unknown' })
  return receiptId
}

for (const kept of ['file', 'shelf']) {
  test(`a later client finds out what an earlier one was not told: ${kept}`, async () => {
    const shelf = new Shelf()
    const where = kept === 'file' ? { attemptsFile: join(folder, 'attempts') } : { attemptStore: shelf }
    const receiptId = await lost(place.client({ ...where, quietPeriodMs: 300 }))
    const later = place.client(where)
    const [resolution, ...others] = await later.attempts.recover({})
    assert.deepEqual([resolution.outcome, resolution.receipt.cancelledPrice, others], ['done', 5000, []])
    assert.deepEqual(await later.attempts.recover({}), [])
    if (kept === 'file') return
    const [row] = shelf.rows.values()
    assert.deepEqual([row.answered, row.payment, row.forgetInMs > 0], [true, receiptId, true])
    later.attempts.acknowledge(resolution.attempt.id)
    while (shelf.rows.size > 0) await sleep(5)
  })
}

test('nothing leaves that the shop could not keep', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const shelf = new Shelf()
  const bootpay = place.client({ attemptStore: shelf })
  const refused = async (store, detail) => {
    const error = await refusal(place.client({ attemptStore: store }).payments.cancelFull({ receiptId }), { kind: 'not_sent' })
    assert.match(error.detail, detail)
  }
  shelf.fails = new Error('no space is left')
  await refused(shelf, /could not be stored: Error: no space is left/)
  await refused({ ...methods(shelf), put () { throw new TypeError('a mistake') } }, /could not be stored: .*a mistake/)
  // No promise, but awaited as one: what a query builder gives runs no sooner.
  const query = row => ({ then: (...given) => shelf.put(row).then(...given) })
  await refused({ ...methods(shelf), put: query }, /could not be stored: Error: no space is left/)
  // The payment was read first.
  assert.ok((await place.emulator.requests()).every(({ method }) => method === 'GET'))
  delete shelf.fails
  const querying = place.client({ attemptStore: { ...methods(shelf), put: query } })
  assert.equal((await querying.payments.cancelFull({ receiptId })).cancelledPrice, 15000)
  assert.equal(shelf.rows.size, 1)
  const again = await refusal(bootpay.payments.cancelFull({ receiptId }), { kind: 'rejected' })
  assert.equal(again.code, 'RC_ALREADY_CANCELLED')
  const odd = place.client({ attemptStore: { ...methods(shelf), claim: () => 7 } })
  assert.match((await refusal(odd.attempts.recover({}), { kind: 'not_sent' })).detail, /claim must return a record/)
})

const methods = shelf => Object.fromEntries(['put', 'insert', 'claim', 'ofPayment', 'remove'].map(name => [name, (...given) => shelf[name](...given)]))

test('settings', async () => {
  const made = settings => () => new Bootpay({ ...place.emulator.settings(), ...settings })
  assert.throws(made({ attemptStore: {} }), { field: 'attemptStore', detail: /must have a method put/ })
  assert.throws(made({ attemptStore: 7 }), { field: 'attemptStore', detail: /must be an AttemptStore/ })
  assert.throws(made({ attemptStore: new Shelf(), attemptsFile: 'x' }), { field: 'attemptStore' })
  await refusal(place.client().attempts.recover({}), { kind: 'config' })
})

test('a store does not keep a process alive', async () => {
  const { stdout } = await script(`
    import { Bootpay } from 'bootpay-core'
    const store = { put () {}, insert () {}, claim () {}, ofPayment () { return [] }, remove () {} }
    const bootpay = new Bootpay({ ...JSON.parse(process.env.SETTINGS), attemptStore: store })
    bootpay.attempts.recover({}).then(found => console.log(found.length))
  `, { SETTINGS: JSON.stringify(place.emulator.settings()) })
  assert.equal(stdout.trim(), '0')
})
