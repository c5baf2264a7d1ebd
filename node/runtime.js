'use strict'

const { channel } = require('node:diagnostics_channel')
const process = require('node:process')
const { inspect } = require('node:util')
const { isMainThread } = require('node:worker_threads')
const native = require('./library.js')
const { models, resources, window } = require('./models.js')

// Everything here is made by this copy of the module, in the realm that imported it: a test runner gives each
// file a realm of its own, and the library is loaded once for all of them.

/** The error type; index.d.ts, which is generated from core, documents its fields. */
class BootpayError extends Error {
  constructor (message, info, cause, trace) {
    super(message, cause === undefined ? undefined : { cause })
    Object.assign(this, info)
    const print = info?.[inspect.custom]
    if (print) hide(this, inspect.custom, print)
    // An error made when the reply is there knows nothing of who called: the call's own trace does.
    if (typeof trace?.stack === 'string') hide(this, 'stack', trace.stack.replace(/^Error/, () => String(this)))
  }
}
hide(BootpayError.prototype, 'name', 'BootpayError')

/** What the makers of classes know and nobody else: only calls make a response, only a client its resources. */
const made = Symbol('made')
/** The client's state, on it and its resources: a symbol, unlike a private name, is also seen through proxies. */
const state = Symbol('client')
const disposal = name => Symbol[name] ?? Symbol.for(`nodejs.${name}`)

/** Stands for the settings of a client that is made of environment variables. */
class FromEnv {
  constructor (env, options) { Object.assign(this, { env, options }) }
}

class Bootpay {
  static fromEnv (env = process.env, options = undefined) { return new this(new FromEnv(env, options)) }

  constructor (settings) {
    const make = settings instanceof FromEnv
      ? () => native.Client.fromEnv(settings.env, settings.options, adapted)
      : () => new native.Client(settings, adapted)
    const client = { native: started(make), pending: 0, waiting: [] }
    hide(this, state, client)
    hide(client, 'resources', Object.fromEntries(types.map(([field, Type]) => [field, new Type(made, client)])))
    // They are the client's own, as far as anybody can see, and are still what a subclass or a mock of the class
    // says they are.
    for (const [field] of types) {
      Object.defineProperty(this, field, {
        get: () => Reflect.get(Object.getPrototypeOf(this), field, this),
        set: value => assign(this, field, value),
        enumerable: true,
        configurable: true
      })
    }
  }

  close () { this[state].native.close() }
}
hide(Bootpay.prototype, disposal('dispose'), { dispose () { this.close() } }.dispose)
hide(Bootpay.prototype, disposal('asyncDispose'), {
  async asyncDispose () {
    this.close()
    const client = this[state]
    if (client.pending > 0) await new Promise(resolve => client.waiting.push(resolve))
  }
}.asyncDispose)

const mask = { [inspect.custom]: () => '•••' }

/** What parsed JSON becomes; index.d.ts says the same. */
const shapes = {}
for (const [name, { dates = [], secrets = [], masked = [], raw = false, opaque }] of Object.entries(models)) {
  const print = masked.length > 0 || raw ? printer(masked, raw) : undefined
  shapes[name] = { dates, parts: [], secrets, raw, print, Type: opaque && madeByCalls(name, opaque) }
}
for (const [name, { parts = {} }] of Object.entries(models)) {
  for (const [field, part] of Object.entries(parts)) shapes[name].parts.push([field, shapes[part]])
}
/** An error's message and details. */
shapes.Failure = { dates: [], parts: [['info', shapes.ErrorInfo]], secrets: [], raw: false }

// While all threads still run: Windows ends them before it tells the library. A worker's end ends no call. Test
// runners evaluate this file again and again in one process.
const waits = Symbol.for('bootpay-core.waits')
if (isMainThread && !process[waits]) {
  process[waits] = true
  process.once('exit', () => native.waitForMoney())
}

const [calls, locals] = [native.calls().split(' '), native.locals().split(' ')]

/** The class of each resource. */
const types = resources.map(([field, name, replies, localReplies]) => {
  const Type = { [name]: class { constructor (key, client) { reached(key, name); hide(this, state, client) } } }[name]
  for (const [method, reply] of Object.entries(replies)) {
    const [number, shape] = [calls.indexOf(`${field}.${method}`), shapes[reply]]
    const own = { [method] (request, options) { return call(this[state], number, shape, request, options, own) } }[method]
    assign(Type.prototype, method, own)
  }
  for (const [method, reply] of Object.entries(localReplies)) {
    const [number, shape] = [locals.indexOf(`${field}.${method}`), shapes[reply]]
    const own = { [method] (given) { return answered(() => this[state].native.local(number, given), shape) } }[method]
    assign(Type.prototype, method, own)
  }
  Object.defineProperty(Bootpay.prototype, field, {
    get () { return this[state].resources[field] },
    set (value) { assign(this, field, value) },
    enumerable: true,
    configurable: true
  })
  return [field, Type]
})

const functions = native.windowFunctions().split(' ')

/** The functions of the payment window, which need no client. */
const windowFunctions = Object.fromEntries(Object.entries(window).map(([name, reply]) => {
  const [number, shape] = [functions.indexOf(`window.${name}`), shapes[reply]]
  return [name, { [name] (request) { return answered(() => native.windowFunction(number, request), shape) } }[name]]
}))

/** The end of each call, for whoever subscribes. */
const ends = channel('bootpay-core:call')

function publish (failed, text) {
  ends.publish(parsed(text))
}

function reached (key, name) {
  if (key !== made) throw new Error(`${name} is reached from a client`)
}

/** Makes a call. Never throws; every error rejects the promise. */
function call (client, number, shape, request, options, caller) {
  const trace = {}
  Error.captureStackTrace(trace, caller)
  return new Promise((resolve, reject) => {
    let unwatch
    const end = () => {
      unwatch?.()
      if (--client.pending > 0) return
      for (const resolve of client.waiting.splice(0)) resolve()
    }
    const done = (failed, text, length) => {
      end()
      try {
        if (failed) reject(failure(parsed(text, shapes.Failure, length), undefined, trace))
        else resolve(parsed(text, shape, length))
      } catch (error) {
        reject(error)
      }
    }
    const abort = (call, reason) => {
      const text = native.abort(call)
      if (typeof text !== 'string') return
      end()
      reject(text ? failure(parsed(text, shapes.Failure), reason, trace) : reason)
    }
    try {
      const call = client.native.call(number, request, options, done, ends.hasSubscribers ? publish : undefined)
      if (typeof call !== 'number') return reject(options.signal.reason)
      client.pending++
      if (options?.signal) unwatch = watch(options.signal, reason => abort(call, reason))
    } catch (error) {
      reject(thrown(error, trace))
    }
  })
}

/** Does what throws the text of an error, and throws the error. */
function started (start) {
  try {
    return start()
  } catch (error) {
    throw thrown(error)
  }
}

/** The result of what sends nothing. */
function answered (make, shape) {
  const { text, length } = started(make)
  return parsed(text, shape, length)
}

function thrown (error, trace) {
  return error.message.startsWith('{') ? failure(parsed(error.message, shapes.Failure), undefined, trace) : error
}

function failure ({ message, info }, cause, trace) {
  return new BootpayError(message, info, cause, trace)
}

function explainRetry (endpoint) {
  return started(() => native.explain(endpoint))
}

/** The object of a text: JSON of this length, and behind it the responses as Bootpay sent them. */
function parsed (text, shape, length = text.length) {
  return dressed(JSON.parse(length === text.length ? text : text.slice(0, length)), shape, text, length)
}

/** Makes of parsed JSON what index.d.ts says. */
function dressed (value, shape, text, length) {
  if (!shape || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(item => dressed(item, shape, text, length))
  for (const name of shape.dates) if (value[name] !== undefined) value[name] = new Date(value[name])
  for (const [name, part] of shape.parts) if (value[name] !== undefined) value[name] = dressed(value[name], part, text, length)
  for (const name of shape.secrets) if (value[name] !== undefined) Object.defineProperty(value, name, { enumerable: false })
  if (shape.raw) unparsed(value, text, length + value.raw[0], length + value.raw[1])
  if (shape.print) hide(value, inspect.custom, shape.print)
  return shape.Type ? new shape.Type(made, value) : value
}

/** Gives an object its response as Bootpay sent it, to be parsed when it is looked at. */
function unparsed (object, text, start, end) {
  Object.defineProperty(object, 'raw', {
    get () {
      const raw = JSON.parse(text.slice(start, end))
      hide(object, 'raw', raw)
      return raw
    },
    set (raw) { hide(object, 'raw', raw) },
    enumerable: false,
    configurable: true
  })
}

/** The class of a response that only calls make. */
function madeByCalls (name, fields) {
  const values = new WeakMap()
  const Type = {
    [name]: class {
      constructor (key, value) {
        if (key !== made) throw new Error(`${name} is made by calls only`)
        values.set(this, value)
      }

      toJSON () { return { ...values.get(this) } }
    }
  }[name]
  for (const field of fields) {
    Object.defineProperty(Type.prototype, field, { get () { return values.get(this)[field] }, enumerable: true, configurable: true })
  }
  hide(Type.prototype, inspect.custom, function (depth, options) { return `${name} ${inspect(this.toJSON(), { ...options, depth })}` })
  return Type
}

/** Prints an object with some fields masked and without `raw`; read and serialised, it is as it is. */
function printer (masked, raw) {
  return function (depth, options) {
    // An error's prototype makes an inspection write its stack.
    const shown = this instanceof Error ? Object.create(Object.getPrototypeOf(this)) : {}
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(this))) {
      if (raw && name === 'raw') continue
      const hidden = masked.includes(name) && property.value !== undefined && property.value !== null
      Object.defineProperty(shown, name, hidden ? { value: mask, enumerable: true } : property)
    }
    return inspect(shown, { ...options, depth })
  }
}

const watched = new WeakMap()

/** Has a signal abort a call, and returns how to stop that. One listener serves all calls of a signal. */
function watch (signal, abort) {
  let calls = watched.get(signal)
  if (!calls) {
    const waiting = new Set()
    const listener = () => { for (const abort of [...waiting]) abort(signal.reason) }
    calls = { waiting, listener }
    watched.set(signal, calls)
    signal.addEventListener('abort', listener)
  }
  calls.waiting.add(abort)
  return () => {
    calls.waiting.delete(abort)
    if (calls.waiting.size > 0) return
    signal.removeEventListener('abort', calls.listener)
    watched.delete(signal)
  }
}

/** A merchant's store of attempts, as core asks it: for the method's result, which may be a promise. */
function adapted (store) {
  return (method, argument, question) => {
    // What a query builder gives is no promise, and runs when its `then` is called.
    new Promise(resolve => resolve(store[method](JSON.parse(argument))))
      .then(value => native.answered(question, value), error => native.failed(question, words(error)))
  }
}

function words (error) {
  try {
    return String(error)
  } catch {
    return 'it threw a value that cannot be converted to text'
  }
}

function hide (object, name, value) {
  Object.defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true })
}

function assign (object, name, value) {
  Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true })
}

module.exports = { Bootpay, BootpayError, explainRetry }
// Its names are those of window.js.
hide(module.exports, 'window', windowFunctions)
for (const [, Type] of types) module.exports[Type.name] = Type
for (const { Type } of Object.values(shapes)) if (Type) module.exports[Type.name] = Type
