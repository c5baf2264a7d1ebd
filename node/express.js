'use strict'

const { LARGEST_BODY, TOO_LARGE } = require('./webhooks.js')

/** Makes the handler of a route; express.d.ts documents it. */
function webhook (receiver) {
  return (request, response, next) => {
    respond(receiver, request, response).catch(next)
  }
}

async function respond (receiver, request, response) {
  const body = await raw(request)
  const { status, contentType, body: text } = body === undefined
    ? TOO_LARGE
    : await receiver({ headers: request.headers, body, source: request.socket.remoteAddress ?? '' })
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }).end(text)
}

/** The raw body: what `express.raw` read, or else the stream; nothing if it is too large. */
async function raw (request) {
  if (Buffer.isBuffer(request.body)) return request.body
  if (Buffer.isBuffer(request.rawBody)) return request.rawBody
  if (request.readableDidRead || request.readableEnded) {
    throw new TypeError("the webhook's raw body is gone: register this route before express.json(), or give it express.raw({ type: () => true })")
  }
  const chunks = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > LARGEST_BODY) return
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

module.exports = { webhook }
