'use strict'

// The packaging copies platform.js from the client's package.
const { offered, target } = require('./platform.js')
const packed = require('./package.json')
const { version } = packed

/** The reason why there is no program, and how to mend it: `code` and `package` as those of `bootpay-core`. */
class ProgramError extends Error {
  constructor (code, message, name, cause) {
    super(`bootpay-emulator: ${message}`, cause && { cause })
    this.name = 'ProgramError'
    this.code = code
    if (name) this.package = name
  }
}

function find () {
  const here = target()
  const platforms = offered(packed, '@bootpay-core/emulator-')
  if (!platforms.includes(here)) {
    throw new ProgramError('BOOTPAY_UNSUPPORTED_PLATFORM', `there is no package for ${here ?? `${process.platform} on ${process.arch}`}; there are ${platforms.join(', ')}`)
  }
  const name = `@bootpay-core/emulator-${here}`
  let manifest
  try {
    manifest = require.resolve(`${name}/package.json`)
  } catch (error) {
    throw new ProgramError('BOOTPAY_PACKAGE_MISSING', `the program for this platform is in ${name}, which is not installed. npm leaves it out with --omit=optional, and a node_modules or lockfile of another platform may lack it: npm install --save-dev ${name}@${version}`, name, error)
  }
  const found = require(manifest).version
  if (found !== version) {
    throw new ProgramError('BOOTPAY_PACKAGE_VERSION', `${name} has version ${found}, and bootpay-emulator ${version}: both must be the same: npm install --save-dev bootpay-emulator@${version} ${name}@${version}`, name)
  }
  return require.resolve(`${name}/bootpay-emulator${process.platform === 'win32' ? '.exe' : ''}`)
}

exports.program = find()
