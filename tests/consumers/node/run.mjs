// Runs the consumers: `run.mjs PACKED [NAME …]`, where PACKED holds the packages as npm unpacks them.
//
// Each lives in a folder of its own outside this checkout, with the package installed as npm would, and pays on
// the emulator. What a bundler made runs in yet another folder, with nothing beside it but what ships.
import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'

const here = import.meta.dirname
const [packed, ...chosen] = process.argv.slice(2)
const { Emulator } = createRequire(import.meta.url)(join(packed, 'unpacked/bootpay-core/testing.js'))
const emulator = await Emulator.start()
const work = mkdtempSync(join(tmpdir(), 'bootpay-consumers-'))
const tool = name => join(here, 'node_modules/.bin', name)

/** A folder with files of an app; with the package and the tools, if it is where the app is made. */
function folder (name, { files, installed = false, tools = [] } = {}) {
  const path = mkdtempSync(join(work, `${name}-`))
  if (files) cpSync(join(here, files), path, { recursive: true })
  mkdirSync(join(path, 'node_modules'))
  if (installed) cpSync(join(packed, 'unpacked'), join(path, 'node_modules'), { recursive: true })
  for (const tool of tools) symlinkSync(join(here, 'node_modules', tool), join(path, 'node_modules', tool))
  return path
}

/** A payment that waits for its confirmation, as an app is told of it. */
async function merchant () {
  const { receipt_id: receiptId, order_id: orderId } = await emulator.payment({ price: 15_000 })
  return { MERCHANT: JSON.stringify({ settings: emulator.settings(), receiptId, orderId }) }
}

async function run (cwd, program, args, environment = {}) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...environment }
  return promisify(execFile)(program, args, { cwd, env, timeout: 300_000, maxBuffer: 1 << 26 })
}

const fails = call => call.then(() => assert.fail('it should have failed'), error => error)

function paid (text) {
  assert.deepEqual(JSON.parse(text), { price: 15_000, date: true, raw: true, verified: true, error: 'RC_NOT_FOUND' })
}

/** Pays with a program of that folder. */
async function pays (cwd, program, ...args) {
  const { stdout } = await run(cwd, program, args, await merchant())
  paid(stdout)
}

/** A payment and its refund reach the app by webhooks, once each, and strangers do not. */
async function notified (url) {
  const { id } = await emulator.control('GET', '/emulator/projects/default')
  await emulator.control('PATCH', `/emulator/projects/${id}`, { notifications: { webhook: { url } } })
  const { receipt_id: receiptId } = await emulator.payment({ price: 15_000, state: 'paid' })
  const acknowledged = async () => (await emulator.control('GET', '/emulator/webhooks')).map(webhook => webhook.acknowledged)
  assert.deepEqual(await acknowledged(), [true])
  await emulator.control('POST', `/emulator/payments/${receiptId}/cancel`, { cancel_price: 5000 })
  const [first] = await emulator.control('GET', '/emulator/webhooks')
  await emulator.control('POST', `/emulator/webhooks/${first.id}/resend`)
  assert.deepEqual(await acknowledged(), [true, true])
  const post = headers => fetch(url, { method: 'POST', headers, body: JSON.stringify({ webhook_type: 'PAYMENT_COMPLETED', receipt_id: receiptId }) })
  assert.equal((await post({ 'x-forwarded-for': '203.0.113.9' })).status, 403)
  assert.equal((await fetch(url, { method: 'POST', body: 'no webhook' })).status, 400)
  assert.deepEqual(await (await fetch(url)).json(), ['paid', 'refunded'])
  await emulator.control('PATCH', `/emulator/projects/${id}`, { notifications: { webhook: null } })
}

/** A folder in which only these files ship, perhaps with the package. */
function shipped (name, from, installed = false) {
  const path = folder(name, { installed })
  cpSync(from, path, { recursive: true })
  return path
}

const consumers = {
  async node () {
    const app = folder('node', { files: 'merchant', installed: true })
    for (const file of ['pay.mjs', 'pay.cjs']) await pays(app, process.execPath, file)
  },

  async versions () {
    const app = folder('versions', { files: 'merchant', installed: true })
    for (const version of [20, 22, 24]) {
      for (const file of ['pay.mjs', 'pay.cjs']) await pays(app, 'npx', '--yes', '--package', `node@${version}`, 'node', file)
    }
  },

  async bun () {
    const app = folder('bun', { files: 'merchant', installed: true })
    for (const file of ['pay.mjs', 'pay.cjs']) await pays(app, tool('bun'), file)
    await run(app, tool('bun'), ['build', 'pay.mjs', '--target=bun', '--outdir=dist'])
    await pays(shipped('bun', join(app, 'dist')), tool('bun'), 'pay.js')
    await run(app, tool('bun'), ['build', 'pay.mjs', '--target=node', '--external=bootpay-core', '--outdir=external'])
    const external = shipped('bun-external', join(app, 'external'), true)
    await pays(external, process.execPath, '--experimental-default-type=module', 'pay.js')
  },

  async deno () {
    const app = folder('deno', { files: 'merchant', installed: true })
    for (const file of ['pay.mjs', 'pay.cjs']) await pays(app, tool('deno'), 'run', '--allow-all', '--node-modules-dir=manual', file)
  },

  async esbuild () {
    const app = folder('esbuild', { files: 'merchant', installed: true })
    const build = (...args) => run(app, tool('esbuild'), ['pay.mjs', '--bundle', '--platform=node', ...args])
    await build('--format=esm', '--external:bootpay-core', '--outfile=external/pay.mjs')
    await pays(shipped('esbuild-external', join(app, 'external'), true), process.execPath, 'pay.mjs')
    await run(app, tool('esbuild'), ['pay.cjs', '--bundle', '--platform=node', '--loader:.node=copy', '--outfile=copied/pay.cjs'])
    await pays(shipped('esbuild-copied', join(app, 'copied')), process.execPath, 'pay.cjs')
    // Without either it says so when it builds, and not when it runs.
    assert.match((await fails(build('--format=esm', '--outfile=none/pay.mjs'))).stderr, /\.node/)
  },

  async webpack () {
    const app = folder('webpack', { files: 'merchant', installed: true })
    await run(app, tool('webpack'), ['--config', 'webpack.external.cjs'])
    await pays(shipped('webpack', join(app, 'dist'), true), process.execPath, 'pay.cjs')
    assert.match((await fails(run(app, tool('webpack'), ['--mode=production', '--target=node', '--entry=./pay.cjs']))).stdout, /bootpay-core\.node/)
  },

  async ncc () {
    const app = folder('ncc', { files: 'merchant', installed: true })
    for (const file of ['pay.cjs', 'pay.mjs']) {
      await run(app, tool('ncc'), ['build', file, '--out', file.replace('.', '-')])
      const made = shipped('ncc', join(app, file.replace('.', '-')))
      const main = readdirSync(made).find(name => /^index\.(c|m)?js$/.test(name))
      await pays(made, process.execPath, main)
    }
  },

  async next () {
    const app = folder('next', { files: 'next', installed: true, tools: ['next', 'react', 'react-dom'] })
    await run(app, tool('next'), ['build'])
    const made = shipped('next', join(app, '.next/standalone'))
    const port = await freePort()
    const server = spawn(process.execPath, ['server.js'], { cwd: made, env: { ...process.env, ...await merchant(), PORT: String(port), HOSTNAME: '127.0.0.1' } })
    try {
      paid(await (await answering(`http://127.0.0.1:${port}/pay`)).text())
      await notified(`http://127.0.0.1:${port}/webhook`)
    } finally {
      server.kill()
    }
  },

  async jest () {
    const app = folder('jest', { files: 'jest', installed: true, tools: ['sinon'] })
    const given = ['--rootDir', app, '--config', JSON.stringify({ testEnvironment: 'node' }), '--runInBand']
    const { stdout, stderr } = await run(app, tool('jest'), [...given, '--detectOpenHandles'], await merchant())
    assert.doesNotMatch(stdout + stderr, /open handle|did not exit/i)
    // Not left waiting for anything, either.
    await run(app, tool('jest'), given, await merchant())
  },

  async vitest () {
    const app = folder('vitest', { files: 'vitest', installed: true, tools: ['vitest'] })
    for (const pool of ['forks', 'threads', 'vmThreads']) {
      await run(app, tool('vitest'), ['run', '--root', app, '--pool', pool], await merchant())
    }
  },

  async edge () {
    const app = folder('edge', { files: 'merchant', installed: true })
    for (const condition of ['edge-light', 'workerd', 'browser']) {
      for (const file of ['pay.mjs', 'pay.cjs']) {
        const { stderr } = await fails(run(app, process.execPath, [`--conditions=${condition}`, file], await merchant()))
        assert.match(stderr, /bootpay-core does not run in browsers and edge runtimes/)
      }
      await run(app, tool('esbuild'), ['pay.mjs', '--bundle', '--format=esm', `--conditions=${condition}`, `--outfile=${condition}.mjs`])
      const { stderr } = await fails(run(app, process.execPath, [`${condition}.mjs`], await merchant()))
      assert.match(stderr, /bootpay-core does not run in browsers and edge runtimes/)
    }
  }
}

async function freePort () {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  const { port } = server.address()
  await new Promise(resolve => server.close(resolve))
  return port
}

async function answering (url) {
  for (let tries = 0; ; tries++) {
    try {
      return await fetch(url, { method: 'POST' })
    } catch (error) {
      if (tries > 150) throw error
      await sleep(100)
    }
  }
}

let failed = 0
for (const [name, consume] of Object.entries(consumers)) {
  if (chosen.length > 0 && !chosen.includes(name)) continue
  const began = performance.now()
  try {
    await consume()
    console.log(`node: ${name} (${((performance.now() - began) / 1000).toFixed(1)} s)`)
  } catch (error) {
    failed++
    console.error(`node: ${name} failed: ${error.stack}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
  }
}
rmSync(work, { recursive: true, force: true })
await emulator.stop()
process.exitCode = failed > 0 ? 1 : 0
