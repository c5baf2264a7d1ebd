// What a scenario's values stand for, and what it expects.
import assert from 'node:assert/strict'
import { camel, reach } from './declared.mjs'

/** With `${name.field}` and `{"in_seconds": …}` replaced by what is known. */
export function filled (value, known) {
  if (typeof value === 'string') {
    return value.replace(/\$\{(\w+)\.([\w.]+)\}/g, (_, name, path) => reach(known.outcomes[name].value, path, known.outcomes[name].type))
  }
  if (Array.isArray(value)) return value.map(item => filled(item, known))
  if (value === null || typeof value !== 'object') return value
  if ('in_seconds' in value) return koreanTime(known.began + value.in_seconds)
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filled(item, known)]))
}

const koreanTime = seconds => new Date((seconds + 9 * 3600) * 1000).toISOString().replace('.000Z', '+09:00')

/** Compares what was returned, or an error, with what a scenario expects at its paths. */
export function agrees (actual, expected, type, call) {
  if (expected === null) return matches(actual, null, call)
  for (const [path, value] of Object.entries(expected)) matches(reach(actual, path, type), said(path, value), `${call}: ${path}`)
}

/** A name that an error says, as JavaScript spells it; a duration's has its unit. */
const said = (path, value) => /(^|\.)(field|endpoint)$/.test(path) && typeof value === 'string' ? camel(value).replace(/timeout$/i, '$&Ms') : value

export function matches (actual, expected, at) {
  if (expected === null) return assert.ok(actual === undefined || actual === null, `${at} is ${JSON.stringify(actual)}`)
  if (expected.present) return assert.ok(actual !== undefined && actual !== null, `${at} is absent`)
  if (expected.contains) return assert.ok([expected.contains, camel(expected.contains)].some(text => actual?.includes(text)), `${at} is ${actual}`)
  if (expected.instant) {
    assert.ok(actual instanceof Date, `${at} is no Date`)
    return assert.equal(actual.getTime(), Date.parse(expected.instant), at)
  }
  assert.deepStrictEqual(actual, expected, at)
}
