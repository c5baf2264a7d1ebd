'use strict'

const { inspect } = require('node:util')

/** The error type; index.d.ts, which is generated from core, documents its fields. */
class BootpayError extends Error {
  constructor (message, info, cause, trace) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, info)
    const print = info?.[inspect.custom]
    if (print) Object.defineProperty(this, inspect.custom, { value: print, writable: true, configurable: true })
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

const printers = new Map()
const mask = { [inspect.custom]: () => '•••' }

/** Has an object printed with its fields `masked …|omitted …`; read and serialised, it is as it is. */
function print (object, fields) {
  let value = printers.get(fields)
  if (!value) printers.set(fields, value = printer(...fields.split('|').map(names => new Set(names.split(' ')))))
  Object.defineProperty(object, inspect.custom, { value, writable: true, configurable: true })
}

function printer (masked, omitted) {
  return function (depth, options) {
    // An error's prototype makes an inspection write its stack.
    const shown = this instanceof Error ? Object.create(Object.getPrototypeOf(this)) : {}
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(this))) {
      if (omitted.has(name)) continue
      const hidden = masked.has(name) && property.value !== undefined && property.value !== null
      Object.defineProperty(shown, name, hidden ? { value: mask, enumerable: true } : property)
    }
    return inspect(shown, { ...options, depth })
  }
}

module.exports = { BootpayError, watch, print }
