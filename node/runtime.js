'use strict'

/** The error type; index.d.ts, which is generated from core, documents its fields. */
class BootpayError extends Error {
  constructor (message, info, cause, trace) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, info)
    // An error made when the reply is there knows nothing of who called: the call's own trace does.
    if (typeof trace?.stack === 'string') Object.defineProperty(this, 'stack', { value: trace.stack.replace(/^Error/, () => String(this)), writable: true, configurable: true })
  }
}
Object.defineProperty(BootpayError.prototype, 'name', { value: 'BootpayError', writable: true, configurable: true })

const watched = new WeakMap()

/** Aborts a call with its signal, and returns how to stop that. One listener serves all calls of a signal. */
function watch (signal, call, abort) {
  let calls = watched.get(signal)
  if (!calls) {
    const waiting = new Set()
    const listener = () => { for (const call of [...waiting]) abort(call, signal.reason) }
    calls = { waiting, listener }
    watched.set(signal, calls)
    signal.addEventListener('abort', listener)
  }
  calls.waiting.add(call)
  return () => {
    calls.waiting.delete(call)
    if (calls.waiting.size > 0) return
    signal.removeEventListener('abort', calls.listener)
    watched.delete(signal)
  }
}

module.exports = { BootpayError, watch }
