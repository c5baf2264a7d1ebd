'use strict'

const { closeSync, openSync, readSync } = require('node:fs')

/** The platforms that packages exist for, or are planned for. */
const targets = [
  'linux-x64-gnu', 'linux-arm64-gnu', 'linux-x64-musl', 'linux-arm64-musl',
  'darwin-x64', 'darwin-arm64', 'win32-x64-msvc', 'win32-arm64-msvc'
]

/**
 * Returns the name of a platform as its package has it, `linux-x64-gnu`, or undefined for one without packages.
 *
 * On Linux, `executable` tells musl from glibc: the running program names its loader.
 */
function target ({ platform = process.platform, arch = process.arch, executable = '/proc/self/exe' } = {}) {
  const suffix = platform === 'linux' ? (isMusl(executable) ? '-musl' : '-gnu') : platform === 'win32' ? '-msvc' : ''
  const name = `${platform}-${arch}${suffix}`
  return targets.includes(name) ? name : undefined
}

/** Reads the ELF program header that names the loader. Without one, or unreadable, the report of Node decides. */
function isMusl (executable) {
  try {
    const file = openSync(executable)
    try {
      return /\/ld-musl-/.test(interpreter(file))
    } finally {
      closeSync(file)
    }
  } catch {
    return reportsMusl()
  }
}

/** The loader of a 64-bit little-endian ELF file, which all of these platforms have. */
function interpreter (file) {
  const read = (length, position) => {
    const bytes = Buffer.alloc(length)
    if (readSync(file, bytes, 0, length, position) < length) throw new Error('the file is too short')
    return bytes
  }
  const header = read(64, 0)
  if (header.toString('latin1', 0, 6) !== '\x7fELF\x02\x01') throw new Error('it is no 64-bit ELF file')
  const [start, size, count] = [Number(header.readBigUInt64LE(32)), header.readUInt16LE(54), header.readUInt16LE(56)]
  for (let index = 0; index < count; index++) {
    const entry = read(size, start + index * size)
    if (entry.readUInt32LE(0) !== 3) continue // PT_INTERP
    return read(Number(entry.readBigUInt64LE(32)), Number(entry.readBigUInt64LE(8))).toString('latin1')
  }
  throw new Error('it names no loader')
}

function reportsMusl () {
  const report = process.report
  if (!report?.getReport) return false
  // Else the report looks the names of open connections up.
  const before = report.excludeNetwork
  report.excludeNetwork = true
  try {
    const { header } = report.getReport()
    return !header?.glibcVersionRuntime
  } catch {
    return false
  } finally {
    report.excludeNetwork = before
  }
}

/**
 * The platforms that a packed package can be installed on: those of its optional dependencies, `prefix` with a
 * platform. One that was not packed has none, and may be built for any.
 */
function offered ({ optionalDependencies = {} }, prefix) {
  const packed = Object.keys(optionalDependencies).filter(name => name.startsWith(prefix))
  return packed.length > 0 ? packed.map(name => name.slice(prefix.length)) : targets
}

module.exports = { offered, target, targets }
