'use strict'

const { existsSync } = require('node:fs')
const { join } = require('node:path')
const { BootpayError } = require('./error.js')

/** The library beside this file, or in the package for this platform. */
function library () {
  const { platform, arch } = process
  const kinds = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[platform] ?? ['']
  let failure
  for (const place of kinds.map(kind => `${platform}-${arch}${kind}`)) {
    const beside = join(__dirname, `bootpay-core.${place}.node`)
    try {
      return require(existsSync(beside) ? beside : `bootpay-core-${place}`)
    } catch (error) {
      // The one that exists and cannot be loaded tells more than the one that does not exist.
      if (!failure || error.code !== 'MODULE_NOT_FOUND') failure = error
    }
  }
  throw new Error(`bootpay-core has no library for ${platform} on ${arch}`, { cause: failure })
}

const { load, ...names } = library()
load(BootpayError)
module.exports = { BootpayError, ...names }
