'use strict'

/** The one error; what its fields mean is told in index.d.ts, which is made from core. */
class BootpayError extends Error {
  constructor (message, info, cause) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, info)
  }
}
Object.defineProperty(BootpayError.prototype, 'name', { value: 'BootpayError', writable: true, configurable: true })

module.exports = { BootpayError }
