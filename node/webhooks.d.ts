import type { Bootpay, RequestHeaders, WebhookDelivery, WebhookNotice, WebhookResponse } from './index.js'

/** An order of the merchant, from its own records. */
export interface Order {
  /** The merchant's id of the order. */
  orderId: string
  /** Price in won. */
  price: number
}

/** The request of a webhook, as any framework has it. */
export interface WebhookRequest {
  headers: RequestHeaders
  /** The raw body, before any parser. */
  body: string | Uint8Array
  /** The address of the connection, never the value of a header. */
  source: string
}

/** The merchant's part in receiving webhooks. */
export interface WebhookHandlers {
  /** Finds the merchant's order by the notice's `orderId`; nothing if there is none. */
  order (notice: WebhookNotice): Order | null | undefined | Promise<Order | null | undefined>
  /**
   * Handles a change: `delivery.payment` is a paid payment, `delivery.refunded` a refund.
   *
   * It may run again for the same change if the process dies before its end is stored: decide by one conditional
   * update of the order.
   */
  work (delivery: WebhookDelivery): unknown
  /** Is told of every webhook that brings no work. Logs it by default. */
  report? (notice: WebhookNotice, delivery: WebhookDelivery): unknown
}

/** Returns the response to a webhook: send exactly that. */
export type WebhookReceiver = (request: WebhookRequest) => Promise<WebhookResponse>

/**
 * Makes a function that receives webhooks in any framework: it reads the request, finds the order, and has the work
 * done once.
 *
 * It rejects with what `order` or `work` throws, after the change was released: respond with any status from 500, and
 * Bootpay sends the webhook again.
 */
export declare function webhookReceiver (bootpay: Bootpay, handlers: WebhookHandlers): WebhookReceiver

/** Bytes of the largest body that is read, 1 MiB. Bootpay's have a few thousand. */
export declare const LARGEST_BODY: number
