'use strict'

const native = require('./library.js')

// Loaded again in one realm, as test runners do, it has the same classes; in another realm it has that realm's.
const realm = globalThis[Symbol.for('bootpay-core')] ??= new WeakMap()
if (!realm.has(native)) realm.set(native, require('./runtime.js'))

module.exports = realm.get(native)
