'use strict'

// The loader, in a copy of it with packages made for the test.
const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs')
const { tmpdir } = require('node:os')
const { join } = require('node:path')
const { after, test } = require('node:test')
const { target, targets } = require('../platform.js')
const { version } = require('../package.json')

const work = mkdtempSync(join(tmpdir(), 'bootpay-library-'))
after(() => rmSync(work, { recursive: true }))

/** What the loader does on a platform with these packages: `{ loaded }`, or the error's fields. */
function load (here, packages, beside, optionalDependencies) {
  const folder = mkdtempSync(join(work, 'app-'))
  for (const file of ['library.js', 'package.json']) cpSync(join(__dirname, '..', file), join(folder, file))
  const real = JSON.stringify(join(__dirname, '../platform.js'))
  const platform = `module.exports = { ...require(${real}), target: () => ${JSON.stringify(here)} }`
  if (optionalDependencies) writeFileSync(join(folder, 'package.json'), JSON.stringify({ version, optionalDependencies }))
  writeFileSync(join(folder, 'platform.js'), platform)
  if (beside) writeFileSync(join(folder, 'bootpay-core.node'), beside)
  for (const [name, { version, main = `module.exports = '${name}'` }] of Object.entries(packages)) {
    const path = join(folder, 'node_modules', name)
    mkdirSync(path, { recursive: true })
    writeFileSync(join(path, 'package.json'), JSON.stringify({ name, version, main: 'main.js' }))
    writeFileSync(join(path, 'main.js'), main)
  }
  const script = `
    let said
    try { said = { loaded: require('./library.js') } } catch (error) {
      const { name, code, message, package: from, cause } = error
      said = { name, code, message, from, cause: cause?.message }
    }
    console.log(JSON.stringify(said))`
  return JSON.parse(execFileSync(process.execPath, ['--eval', script], { cwd: folder, encoding: 'utf8' }))
}

test('each platform loads the package of its name, and no other', () => {
  const packages = Object.fromEntries(targets.map(name => [`@bootpay-core/${name}`, { version }]))
  for (const name of targets) assert.deepEqual(load(name, packages), { loaded: `@bootpay-core/${name}` })
})

test('without its package it names that and the line to install it', () => {
  const { name, code, from, message } = load('linux-x64-gnu', { '@bootpay-core/linux-arm64-gnu': { version } })
  assert.deepEqual([name, code, from], ['LibraryError', 'BOOTPAY_PACKAGE_MISSING', '@bootpay-core/linux-x64-gnu'])
  assert.match(message, new RegExp(`--omit=optional.*npm install @bootpay-core/linux-x64-gnu@${version}`))
})

test('a package without the scope is not loaded, whoever published it', () => {
  const taken = targets.flatMap(name => [`bootpay-core-${name}`, name, `@bootpay/${name}`].map(name => [name, { version }]))
  assert.equal(load('linux-x64-gnu', Object.fromEntries(taken)).code, 'BOOTPAY_PACKAGE_MISSING')
})

test('on musl the library of glibc is not tried', () => {
  const { code, from } = load('linux-x64-musl', { '@bootpay-core/linux-x64-gnu': { version } })
  assert.deepEqual([code, from], ['BOOTPAY_PACKAGE_MISSING', '@bootpay-core/linux-x64-musl'])
})

test('a library of another version is not loaded', () => {
  const other = { version: '0.0.9', main: 'throw new Error("it was loaded")' }
  const { code, from, message } = load('darwin-arm64', { '@bootpay-core/darwin-arm64': other })
  assert.deepEqual([code, from], ['BOOTPAY_PACKAGE_VERSION', '@bootpay-core/darwin-arm64'])
  assert.match(message, new RegExp(`version 0\\.0\\.9, and bootpay-core ${version}`))
})

test('a platform without packages gets the list of those that have one', () => {
  const { code, message } = load(undefined, {})
  assert.equal(code, 'BOOTPAY_UNSUPPORTED_PLATFORM')
  for (const name of targets) assert.match(message, new RegExp(name))
})

test('a platform that this release has no package for gets the list of those that it has', () => {
  const { code, message } = load('darwin-arm64', {}, undefined, { '@bootpay-core/linux-x64-gnu': version })
  assert.equal(code, 'BOOTPAY_UNSUPPORTED_PLATFORM')
  assert.match(message, /no package for darwin-arm64; there are linux-x64-gnu\./)
})

test('a library that fails tells why', () => {
  const broken = { version, main: 'throw new Error("GLIBC_2.99 not found")' }
  const { code, message, cause } = load('linux-arm64-gnu', { '@bootpay-core/linux-arm64-gnu': broken })
  assert.deepEqual([code, cause], ['BOOTPAY_LIBRARY_FAILED', 'GLIBC_2.99 not found'])
  assert.match(message, /GLIBC_2\.99/)
})

test('a build from source that cannot be loaded gives way to the package, or tells why', () => {
  const name = '@bootpay-core/linux-x64-gnu'
  assert.deepEqual(load('linux-x64-gnu', { [name]: { version } }, 'no library'), { loaded: name })
  const { code, message } = load('linux-x64-gnu', {}, 'no library')
  assert.equal(code, 'BOOTPAY_LIBRARY_FAILED')
  assert.match(message, /bootpay-core\.node, which a build from source/)
})

/** A 64-bit ELF file with a program header that is not the loader's, and the loader's. */
function elf (loader) {
  const file = Buffer.alloc(64 + 2 * 56)
  file.write('\x7fELF\x02\x01\x01', 'latin1')
  file.writeBigUInt64LE(64n, 32)
  file.writeUInt16LE(56, 54)
  file.writeUInt16LE(2, 56)
  file.writeUInt32LE(6, 64)
  file.writeUInt32LE(3, 64 + 56)
  file.writeBigUInt64LE(BigInt(file.length), 64 + 56 + 8)
  file.writeBigUInt64LE(BigInt(loader.length + 1), 64 + 56 + 32)
  const path = join(work, 'executable')
  writeFileSync(path, Buffer.concat([file, Buffer.from(`${loader}\0`)]))
  return path
}

test('musl is told from glibc by the loader that the program names', () => {
  for (const [arch, suffix] of [['x64', 'x86_64.so.1'], ['arm64', 'aarch64.so.1']]) {
    assert.equal(target({ platform: 'linux', arch, executable: elf(`/lib/ld-musl-${suffix}`) }), `linux-${arch}-musl`)
  }
  assert.equal(target({ platform: 'linux', arch: 'x64', executable: elf('/lib64/ld-linux-x86-64.so.2') }), 'linux-x64-gnu')
  assert.equal(target({ platform: 'linux', arch: 'arm64', executable: elf('/nix/store/glibc/ld-linux-aarch64.so.1') }), 'linux-arm64-gnu')
})

test('where the program cannot be read, the report of Node decides', { skip: process.platform !== 'linux' }, () => {
  const { glibcVersionRuntime } = process.report.getReport().header
  for (const executable of [join(work, 'missing'), __filename]) {
    assert.equal(target({ platform: 'linux', arch: 'x64', executable }), glibcVersionRuntime ? 'linux-x64-gnu' : 'linux-x64-musl')
  }
})

test('other platforms have names too, or none', () => {
  assert.equal(target({ platform: 'darwin', arch: 'arm64' }), 'darwin-arm64')
  assert.equal(target({ platform: 'win32', arch: 'x64' }), 'win32-x64-msvc')
  for (const here of [{ platform: 'linux', arch: 'ia32' }, { platform: 'freebsd', arch: 'x64' }]) assert.equal(target(here), undefined)
})

test('every package is required by its literal name', () => {
  const source = readFileSync(join(__dirname, '../library.js'), 'utf8')
  const required = [...source.matchAll(/require\('([^']+)'\)/g)].map(([, name]) => name)
  const expected = targets.flatMap(name => [`@bootpay-core/${name}`, `@bootpay-core/${name}/package.json`])
  assert.deepEqual(required.filter(name => name.startsWith('@')).sort(), expected.sort())
  assert.deepEqual(required.filter(name => !name.startsWith('@')).sort(), ['./bootpay-core.node', './package.json', './platform.js'])
})
