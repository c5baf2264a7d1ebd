'use strict'

// Makes the official SDK's calls for the Python tests: a question per line of standard input, an answer
// per line of standard output, in order.

const readline = require('node:readline')
const { Bootpay } = require('@bootpay/backend-js')

/** What is of the class that has the endpoints, and not of its base, which has the HTTP. */
function methods() {
  const endpoints = Object.getPrototypeOf(Bootpay)
  return Object.getOwnPropertyNames(endpoints).filter(
    (name) => name !== 'constructor' && /\bthis\.(get|post|put|delete|\$http)\b/.test(String(endpoints[name]))
  )
}

/** JSON has no dates, and the SDK's types ask for some. */
function revive(_, value) {
  return value?.date ? new Date(value.date) : value
}

async function answer({ list, url, keys, method, arguments: given }) {
  if (list) return { methods: methods() }
  Bootpay.API_ENTRYPOINTS.production = url
  Bootpay.setConfiguration({ ...keys })
  // The SDK is one object for the whole process, and keeps the token of the merchant before.
  Bootpay.setToken(undefined)
  if (method !== 'getAccessToken') await Bootpay.getAccessToken()
  if (typeof Bootpay[method] !== 'function') throw new Error(`the SDK has no ${method}`)
  return Bootpay[method](...given).then(
    (returned) => ({ returned }),
    (rejected) => ({ rejected })
  )
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const answered = await answer(JSON.parse(line, revive)).catch((error) => ({ broken: String(error.stack ?? error) }))
    process.stdout.write(`${JSON.stringify(answered)}\n`)
  }
}

main()
