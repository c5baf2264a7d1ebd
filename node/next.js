'use strict'

const { LARGEST_BODY, TOO_LARGE } = require('./webhooks.js')

/** Makes a route handler; next.d.ts documents it. */
function webhook (receiver, { source }) {
  if (typeof source !== 'function') throw new TypeError('source must be a function that returns the address of the sender')
  return async request => {
    const body = await raw(request)
    const { status, contentType, body: text } = body === undefined
      ? TOO_LARGE
      : await receiver({ headers: request.headers, body, source: await source(request) ?? '' })
    return new Response(text, { status, headers: { 'content-type': contentType } })
  }
}

/** The raw body; nothing if it is too large. */
async function raw (request) {
  const chunks = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.length
    if (length > LARGEST_BODY) return
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

module.exports = { webhook }
