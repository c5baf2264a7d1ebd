import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { Bootpay } from 'bootpay-core'
import { withEmulator, script } from './support.mjs'

const place = withEmulator()
const environment = receiptId => ({ SETTINGS: JSON.stringify(place.emulator.settings()), EMULATOR: place.emulator.url, RECEIPT: receiptId })
const start = `
  import { Bootpay } from 'bootpay-core'
  const bootpay = new Bootpay(JSON.parse(process.env.SETTINGS))
  const receiptId = process.env.RECEIPT
`

test('a script that made calls ends by itself', async () => {
  const { receipt_id: receiptId } = await place.paid()
  for (let run = 0; run < 5; run++) {
    const { stdout } = await script(`${start}
      const receipts = await Promise.all(Array.from({ length: 50 }, () => bootpay.payments.get({ receiptId })))
      console.log(receipts.length)
    `, environment(receiptId))
    assert.equal(stdout, '50\n')
  }
})

test('a promise that waits keeps the process alive, an aborted one does not', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 1 })
  const { stdout } = await script(`${start}
    bootpay.payments.get({ receiptId }).then(receipt => console.log(receipt.price))
  `, environment(receiptId))
  assert.equal(stdout, '15000\n')

  await place.emulator.fault({ path: '/v2/receipt', kind: 'stall', seconds: 30 })
  const started = Date.now()
  await script(`${start}
    bootpay.payments.get({ receiptId }, { signal: AbortSignal.timeout(100) }).catch(() => {})
    setTimeout(() => {}, 200)
  `, environment(receiptId))
  assert.ok(Date.now() - started < 10_000)
})

test('a process waits for money on its way, even when it is told to exit', async () => {
  await place.clear()
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/cancel', kind: 'stall', seconds: 3 })
  const { stdout } = await script(`${start}
    const controller = new AbortController()
    const call = bootpay.payments.cancelFull({ receiptId }, { signal: controller.signal })
    const arrived = async () => (await (await fetch(process.env.EMULATOR + '/emulator/requests')).json()).some(request => request.path === '/v2/cancel')
    while (!await arrived()) await new Promise(resolve => setTimeout(resolve, 10))
    controller.abort()
    const error = await call.catch(error => error)
    // Later than the package's own: it has waited then, while the process is still whole.
    process.on('exit', () => console.log(Date.now()))
    console.log(error.kind, Date.now())
    process.exit()
  `, environment(receiptId))
  const [, kind, left, ended] = /(\w+) (\d+)\n(\d+)/.exec(stdout)
  assert.equal(kind, 'outcome_unknown')
  assert.ok(ended - left > 1000, 'it did not wait')
  assert.equal((await place.client().payments.get({ receiptId })).status, 'cancelled')
})

test('1,000 concurrent first calls ask for one token', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.clear()
  const { application_id: applicationId, private_key: privateKey } = place.emulator.merchant
  const bootpay = new Bootpay({ applicationId, privateKey, baseUrl: place.emulator.url })
  const receipts = await Promise.all(Array.from({ length: 1000 }, () => bootpay.payments.get({ receiptId })))
  assert.ok(receipts.every(receipt => receipt.price === 15000))
  const paths = (await place.emulator.requests()).map(request => request.path)
  assert.equal(paths.filter(path => path === '/v2/request/token').length, 1)
  assert.equal(paths.length, 1001)
})

test('worker threads have clients of their own, and may end while a call is pending', async () => {
  const { receipt_id: receiptId } = await place.paid()
  const source = `
    import { parentPort, workerData } from 'node:worker_threads'
    import { Bootpay, BootpayError } from 'bootpay-core'
    const { payments } = new Bootpay(workerData.settings)
    const receipt = await payments.get({ receiptId: workerData.receiptId })
    const error = await payments.get({ receiptId: '' }).catch(error => error)
    if (workerData.leave) payments.get({ receiptId: workerData.receiptId })
    parentPort.postMessage([receipt.price, error instanceof BootpayError, error.kind])
    if (workerData.leave) process.exit()
  `
  const file = new URL(`data:text/javascript,${encodeURIComponent(source.replaceAll("'bootpay-core'", JSON.stringify(import.meta.resolve('bootpay-core'))))}`)
  for (const leave of [false, true, false, true]) {
    const workers = await Promise.all(Array.from({ length: 4 }, () => new Promise((resolve, reject) => {
      let message
      const worker = new Worker(file, { workerData: { settings: place.emulator.settings(), receiptId, leave } })
      worker.on('message', value => { message = value }).on('error', reject).on('exit', code => resolve([code, message]))
    })))
    for (const outcome of workers) assert.deepEqual(outcome, [0, [15000, true, 'invalid']])
  }
  assert.equal((await place.client().payments.get({ receiptId })).price, 15000)
})

test('no thread starts before the first call', { skip: !existsSync('/proc/self/task') }, async () => {
  const { receipt_id: receiptId } = await place.paid()
  const { stdout } = await script(`
    import { readdirSync, readFileSync } from 'node:fs'
    const threads = () => readdirSync('/proc/self/task').filter(task => readFileSync('/proc/self/task/' + task + '/comm', 'utf8').startsWith('bootpay')).length
    const { Bootpay } = await import('bootpay-core')
    const bootpay = new Bootpay(JSON.parse(process.env.SETTINGS))
    const before = [threads(), bootpay.attempts.unresolved().length, threads()]
    await bootpay.payments.get({ receiptId: process.env.RECEIPT })
    console.log(before, threads())
  `, environment(receiptId))
  assert.equal(stdout, '[ 0, 0, 0 ] 1\n')
})

test('a handler of SIGINT runs during a call, which goes on', async () => {
  const { receipt_id: receiptId } = await place.paid()
  await place.emulator.fault({ path: '/v2/cancel', kind: 'stall', seconds: 1 })
  const { stdout } = await script(`${start}
    process.on('SIGINT', () => console.log('told', bootpay.attempts.unresolved().length))
    const call = bootpay.payments.cancelFull({ receiptId })
    while (bootpay.attempts.unresolved().length === 0) await new Promise(resolve => setTimeout(resolve, 5))
    process.kill(process.pid, 'SIGINT')
    console.log((await call).status, bootpay.attempts.unresolved().length)
  `, environment(receiptId))
  assert.equal(stdout, 'told 1\ncancelled 0\n')
})

test('a worker that is terminated under its calls leaves the others in peace, and its money arrives', async () => {
  await place.clear()
  const payments = await Promise.all([place.paid({ order_id: 'w-1' }), place.paid({ order_id: 'w-2' })])
  const [theirs, ours] = payments.map(payment => payment.receipt_id)
  await place.emulator.fault({ path: '/v2/cancel', kind: 'stall', seconds: 1, times: 2 })
  await place.emulator.fault({ path: '/v2/lookup', kind: 'stall', seconds: 5 })
  const source = `
    import { workerData } from 'node:worker_threads'
    import { Bootpay } from 'bootpay-core'
    const { payments } = new Bootpay(workerData.settings)
    await Promise.all([payments.cancelFull({ receiptId: workerData.receiptId }), payments.findByOrder({ orderId: 'w-1' })])
  `
  const file = new URL(`data:text/javascript,${encodeURIComponent(source.replaceAll("'bootpay-core'", JSON.stringify(import.meta.resolve('bootpay-core'))))}`)
  const worker = new Worker(file, { workerData: { settings: place.emulator.settings(), receiptId: theirs } })
  const bootpay = place.client()
  const call = bootpay.payments.cancelFull({ receiptId: ours })
  // Both cancels, and the look-up.
  const arrived = async () => (await place.emulator.requests()).filter(({ path }) => !path.startsWith('/v2/receipt')).length
  while (await arrived() < 3) await sleep(10)
  assert.equal(await worker.terminate(), 1)
  assert.deepEqual(bootpay.attempts.unresolved().map(attempt => attempt.receiptId), [ours])
  assert.equal((await call).status, 'cancelled')
  assert.deepEqual(bootpay.attempts.unresolved(), [])
  const cancelled = async () => (await bootpay.payments.get({ receiptId: theirs })).status === 'cancelled'
  for (let tries = 0; !await cancelled(); tries++) {
    assert.ok(tries < 300, 'the refund of the worker did not arrive')
    await sleep(10)
  }
})
