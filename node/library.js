'use strict'

/**
 * The library: beside this file, or in the package for this platform. Each is required by its literal name,
 * so that bundlers and tracers see it.
 */
function library () {
  const failures = []
  try {
    return require('./bootpay-core.node')
  } catch (error) {
    failures.push(error)
  }
  const platform = `${process.platform}-${process.arch}`
  try {
    if (platform === 'linux-x64') return require('bootpay-core-linux-x64-gnu')
    if (platform === 'linux-arm64') return require('bootpay-core-linux-arm64-gnu')
    if (platform === 'darwin-x64') return require('bootpay-core-darwin-x64')
    if (platform === 'darwin-arm64') return require('bootpay-core-darwin-arm64')
    if (platform === 'win32-x64') return require('bootpay-core-win32-x64-msvc')
    if (platform === 'win32-arm64') return require('bootpay-core-win32-arm64-msvc')
  } catch (error) {
    failures.push(error)
  }
  try {
    if (platform === 'linux-x64') return require('bootpay-core-linux-x64-musl')
    if (platform === 'linux-arm64') return require('bootpay-core-linux-arm64-musl')
  } catch (error) {
    failures.push(error)
  }
  // One that exists and cannot be loaded tells more than one that does not exist.
  const cause = failures.find(({ code }) => code !== 'MODULE_NOT_FOUND') ?? failures[0]
  throw new Error(`bootpay-core has no library for ${platform} here; if a bundler made this file, exclude bootpay-core from the bundle as its README shows: ${cause.message}`, { cause })
}

module.exports = library()
