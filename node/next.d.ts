import type { WebhookReceiver } from './webhooks.js'

/**
 * Makes a route handler of Next.js, or of any server with the web's `Request`:
 *
 * ```js
 * export const runtime = 'nodejs'
 * export const POST = webhook(receiver, { source: request => request.headers.get('x-real-ip') })
 * ```
 *
 * Next.js does not tell the address of the connection, so `source` must: a header that the proxy in front of it always
 * overwrites (`proxy_set_header X-Real-IP $remote_addr`), or what the hosting platform provides. Never the first value of
 * `X-Forwarded-For`, which anybody can write. The edge runtime cannot load the library.
 */
export declare function webhook (receiver: WebhookReceiver, options: {
  source (request: Request): string | null | undefined | Promise<string | null | undefined>
}): (request: Request) => Promise<Response>
