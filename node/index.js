'use strict'

const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { inspect } = require('node:util')
const runtime = require('./runtime.js')

/** The library beside this file, or in the package for this platform. */
function library () {
  const beside = join(__dirname, 'bootpay-core.node')
  if (existsSync(beside)) return require(beside)
  const { platform, arch } = process
  const kinds = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[platform] ?? ['']
  let failure
  for (const kind of kinds) {
    try {
      return require(`bootpay-core-${platform}-${arch}${kind}`)
    } catch (error) {
      // The one that exists and cannot be loaded tells more than the one that does not exist.
      if (!failure || error.code !== 'MODULE_NOT_FOUND') failure = error
    }
  }
  throw new Error(`bootpay-core has no library for ${platform} on ${arch}`, { cause: failure })
}

const { load, abort, ...names } = library()
const BootpayError = load(runtime.BootpayError, (signal, call) => runtime.watch(signal, call, abort), runtime.print)

// What core alone can make has getters, which an inspection would not show.
for (const type of Object.values(names).filter(type => type.prototype?.toJSON)) {
  Object.defineProperty(type.prototype, inspect.custom, {
    value (depth, options) { return `${type.name} ${inspect(this.toJSON(), { ...options, depth })}` },
    configurable: true
  })
}

module.exports = { BootpayError, ...names }
