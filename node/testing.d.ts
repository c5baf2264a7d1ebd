import type { ClientOptions, Credentials } from './index.js'

/** A merchant of the emulator, as its controls write it. */
export interface Merchant {
  id: string
  client_key: string
  secret_key: string
  application_id: string
  private_key: string
}

/**
 * A local Bootpay for tests: a `bootpay-emulator` process of one's own.
 *
 * It ends with `stop`, at the end of an `await using` block, or with this process, which it does
 * not prolong.
 */
export declare class Emulator {
  private constructor()
  /** Starts one: the binary named, or BOOTPAY_EMULATOR, or `bootpay-emulator` on the PATH. */
  static start(options?: { binary?: string, args?: string[] }): Promise<Emulator>
  /** Where it is: a client's `baseUrl`. */
  readonly url: string
  /** The authority to trust, in PEM, when it was started with `--tls`. */
  readonly ca: string | undefined
  /** Its first merchant. */
  readonly merchant: Merchant
  /** What a client of a merchant (the first one unless another is given) needs. */
  settings(merchant?: Merchant): Credentials & ClientOptions
  /** A request to its controls, `/emulator/…`. */
  control(method: string, path: string, body?: unknown): Promise<any>
  /** Makes a payment. */
  payment(body?: object): Promise<any>
  /** Plays the buyer: `pay`, `deposit`, `fail` or `expire`. */
  buyer(receiptId: string, action: string): Promise<any>
  /** The API requests that arrived. */
  requests(): Promise<any[]>
  /** Lets a reply go wrong. */
  fault(body: object): Promise<any>
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
