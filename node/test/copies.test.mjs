// What the emulator's console copies as JavaScript runs, and makes the request that was copied.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createServer } from 'node:net'
import test from 'node:test'
import { Bootpay } from '../index.mjs'
import { Emulator } from '../testing.js'

// It would end a literal, or begin something within it, in one language or another.
const HOSTILE = '\'"\\$x ${y} `z` {{7*7}}\n차 🎧\u202e\0\u2028' // eslint-disable-line no-template-curly-in-string

const freePort = () => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})

/** The code that a page shows, as a person copies it. */
const shown = page => /aria-label="Node">(.*?)<\/pre>/s.exec(page)[1]
  .replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code))

test('a copied call makes the same request', async () => {
  const port = await freePort()
  const emulator = await Emulator.start({ args: ['--console-port', `${port}`] })
  try {
    const bootpay = new Bootpay(emulator.settings())
    const { receipt_id: receiptId } = await emulator.payment({ order_id: HOSTILE, price: 15_000, state: 'paid' })
    const metadata = { $key: [1, null, true, 12_345_678_901, 1.5, HOSTILE], ['__proto__']: { a: HOSTILE } } // eslint-disable-line no-useless-computed-key
    await bootpay.payments.cancelPartial({ receiptId, cancelPrice: 1_000, cancelId: 'c-1', cancelMessage: HOSTILE, metadata })
    const cancels = async () => (await emulator.requests()).filter(({ path }) => path === '/v2/cancel')
    const [sent] = await cancels()
    const page = await (await fetch(`http://127.0.0.1:${port}/requests/${sent.number}?as=node`)).text()
    // Bootpay takes a cancel_id once.
    const code = shown(page).replace("'c-1'", "'c-2'") + '\nconsole.log(receipt.cancelledPrice)'
    const program = spawnSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: new URL('..', import.meta.url),
      encoding: 'utf8',
      env: {
        ...process.env,
        BOOTPAY_BASE_URL: emulator.url,
        BOOTPAY_CLIENT_KEY: emulator.merchant.client_key,
        BOOTPAY_SECRET_KEY: emulator.merchant.secret_key
      }
    })
    assert.equal(program.status, 0, program.stderr)
    assert.equal(program.stdout, '2000\n')
    const [, again] = await cancels()
    assert.deepEqual(again.body, { ...sent.body, cancel_id: 'c-2' })
    assert.ok(Object.hasOwn(again.body.metadata, '__proto__'))
  } finally {
    await emulator.stop()
  }
})
