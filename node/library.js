'use strict'

const { offered, target } = require('./platform.js')
const packed = require('./package.json')
const { version } = packed

/**
 * The reason why the library is not loaded, and how to mend it: `code` tells it, `package` is the platform's.
 *
 * `code`: BOOTPAY_UNSUPPORTED_PLATFORM, BOOTPAY_PACKAGE_MISSING, BOOTPAY_PACKAGE_VERSION or BOOTPAY_LIBRARY_FAILED.
 */
class LibraryError extends Error {
  constructor (code, message, name, cause) {
    super(`bootpay-core: ${message}`, cause && { cause })
    this.name = 'LibraryError'
    this.code = code
    if (name) this.package = name
  }
}

// Each package is required by its literal name, so that bundlers and tracers see it, within `try`, so that they
// pass over those of other platforms. No name without the scope is ever required: anybody could publish one.

/** The library that a build from source puts beside this file, or why it is not loaded: mostly, there is none. */
function built () {
  try {
    return { library: require('./bootpay-core.node') }
  } catch (failure) {
    return { failure }
  }
}

function manifest (target) {
  try {
    switch (target) {
      case 'linux-x64-gnu': return require('@bootpay-core/linux-x64-gnu/package.json')
      case 'linux-arm64-gnu': return require('@bootpay-core/linux-arm64-gnu/package.json')
      case 'linux-x64-musl': return require('@bootpay-core/linux-x64-musl/package.json')
      case 'linux-arm64-musl': return require('@bootpay-core/linux-arm64-musl/package.json')
      case 'darwin-x64': return require('@bootpay-core/darwin-x64/package.json')
      case 'darwin-arm64': return require('@bootpay-core/darwin-arm64/package.json')
      case 'win32-x64-msvc': return require('@bootpay-core/win32-x64-msvc/package.json')
      case 'win32-arm64-msvc': return require('@bootpay-core/win32-arm64-msvc/package.json')
    }
  } catch (error) {
    const name = `@bootpay-core/${target}`
    throw new LibraryError('BOOTPAY_PACKAGE_MISSING', `its library for this platform is in ${name}, which is not installed. npm leaves it out with --omit=optional, and a node_modules or lockfile of another platform may lack it: npm install ${name}@${version}. If a bundler made this file, exclude bootpay-core from the bundle as its README shows`, name, error)
  }
}

function packaged (target) {
  try {
    switch (target) {
      case 'linux-x64-gnu': return require('@bootpay-core/linux-x64-gnu')
      case 'linux-arm64-gnu': return require('@bootpay-core/linux-arm64-gnu')
      case 'linux-x64-musl': return require('@bootpay-core/linux-x64-musl')
      case 'linux-arm64-musl': return require('@bootpay-core/linux-arm64-musl')
      case 'darwin-x64': return require('@bootpay-core/darwin-x64')
      case 'darwin-arm64': return require('@bootpay-core/darwin-arm64')
      case 'win32-x64-msvc': return require('@bootpay-core/win32-x64-msvc')
      case 'win32-arm64-msvc': return require('@bootpay-core/win32-arm64-msvc')
    }
  } catch (error) {
    const name = `@bootpay-core/${target}`
    throw new LibraryError('BOOTPAY_LIBRARY_FAILED', `the library of ${name} cannot be loaded: ${error.message}. If a bundler made this file, exclude bootpay-core from the bundle as its README shows`, name, error)
  }
}

/** The library of the package for this platform. */
function installed () {
  const here = target()
  const platforms = offered(packed, '@bootpay-core/')
  if (!platforms.includes(here)) {
    throw new LibraryError('BOOTPAY_UNSUPPORTED_PLATFORM', `there is no package for ${here ?? `${process.platform} on ${process.arch}`}; there are ${platforms.join(', ')}. Build the library from source, as the README of the repository shows`)
  }
  const found = manifest(here)
  if (found.version !== version) {
    throw new LibraryError('BOOTPAY_PACKAGE_VERSION', `@bootpay-core/${here} has version ${found.version}, and bootpay-core ${version}: both must be the same: npm install bootpay-core@${version} @bootpay-core/${here}@${version}`, `@bootpay-core/${here}`)
  }
  return packaged(here)
}

function library () {
  const { library, failure } = built()
  if (library) return library
  try {
    return installed()
  } catch (error) {
    // One that is there and cannot be loaded tells more than one that is not there.
    if (error.code !== 'BOOTPAY_PACKAGE_MISSING' || failure.code !== 'ERR_DLOPEN_FAILED') throw error
    throw new LibraryError('BOOTPAY_LIBRARY_FAILED', `bootpay-core.node, which a build from source put beside it, cannot be loaded: ${failure.message}`, undefined, failure)
  }
}

module.exports = library()
