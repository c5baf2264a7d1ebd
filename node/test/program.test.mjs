// The program that the testing helper runs.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'

const require = createRequire(import.meta.url)
const { version } = require('bootpay-core/package.json')
const work = mkdtempSync(join(tmpdir(), 'bootpay-program-'))
after(() => rmSync(work, { recursive: true }))

/** A folder with the package `bootpay-emulator`, whose main file is this. */
function app (main) {
  const folder = mkdtempSync(join(work, 'app-'))
  const path = join(folder, 'node_modules/bootpay-emulator')
  mkdirSync(path, { recursive: true })
  writeFileSync(join(path, 'index.js'), main)
  return folder
}

/** What `Emulator.start` said in a process there, without an emulator unless the environment names one. */
async function start (cwd, environment = {}, options = {}) {
  const env = { ...process.env, PATH: work, ...environment }
  if (!('BOOTPAY_EMULATOR' in environment)) delete env.BOOTPAY_EMULATOR
  const script = `require(${JSON.stringify(require.resolve('bootpay-core/testing'))}).Emulator.start(${JSON.stringify(options)})
    .then(emulator => console.log(emulator.url), error => console.log(error.message))`
  return (await promisify(execFile)(process.execPath, ['--eval', script], { cwd, env })).stdout.trim()
}

test('the argument goes before BOOTPAY_EMULATOR, the installed package and the PATH', async () => {
  const installed = app('exports.program = "/of/the/package"')
  const environment = { BOOTPAY_EMULATOR: '/of/the/environment' }
  assert.match(await start(installed, environment, { binary: '/of/the/argument' }), /^\/of\/the\/argument did not start/)
  assert.match(await start(installed, environment), /^\/of\/the\/environment did not start/)
  assert.match(await start(installed, { BOOTPAY_EMULATOR: '' }), /^\/of\/the\/package did not start/)
  const path = mkdtempSync(join(work, 'path-'))
  symlinkSync(process.env.BOOTPAY_EMULATOR, join(path, 'bootpay-emulator'))
  assert.match(await start(work, { PATH: path }), /^http:/)
  assert.match(await start(installed, { PATH: path }), /^\/of\/the\/package did not start/)
})

test('a package without its platform\'s program says so itself', async () => {
  const broken = app('Object.defineProperty(exports, "program", { get () { throw new Error("npm install the other one") } })')
  assert.equal(await start(broken), 'npm install the other one')
})

test('without any it names the line to install it', async () => {
  assert.match(await start(work), new RegExp(`^no bootpay-emulator: npm install --save-dev bootpay-emulator@${version}; `))
})
