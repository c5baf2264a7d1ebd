import type { IncomingMessage, ServerResponse } from 'node:http'
import type { WebhookReceiver } from './webhooks.js'

/**
 * Makes the handler of a route of Express, or of `node:http`: `app.post('/bootpay/webhook', webhook(receiver))`.
 *
 * Register it before `express.json()`, or give the route `express.raw({ type: () => true })`: the raw body must arrive.
 * `request.rawBody`, as NestJS keeps it, will do. The source is the address of the connection, whatever Express's `trust
 * proxy` says: name your proxies in the client's `trustedProxies`.
 */
export declare function webhook (receiver: WebhookReceiver):
  (request: IncomingMessage, response: ServerResponse, next: (error?: unknown) => void) => void
