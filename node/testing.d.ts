import type { ClientOptions, Credentials } from './index.js'

/** A merchant of the emulator, as its controls return it. */
export interface Merchant {
  id: string
  client_key: string
  secret_key: string
  application_id: string
  private_key: string
}

/**
 * A local Bootpay for tests: runs its own `bootpay-emulator` process.
 *
 * The process ends with `stop`, at the end of an `await using` block, or with this process, and does not
 * keep this process alive.
 */
export declare class Emulator {
  private constructor()
  /** Starts an emulator: the given binary, else BOOTPAY_EMULATOR, else `bootpay-emulator` on the PATH. */
  static start(options?: { binary?: string, args?: string[] }): Promise<Emulator>
  /** URL of the emulator, for a client's `baseUrl`. */
  readonly url: string
  /** Certificate authority to trust, in PEM, if it was started with `--tls`. */
  readonly ca: string | undefined
  /** Its first merchant. */
  readonly merchant: Merchant
  /** Returns the settings of a client of a merchant; of the first one by default. */
  settings(merchant?: Merchant): Credentials & ClientOptions
  /** Sends a request to its controls, `/emulator/…`, and returns the response. */
  control(method: string, path: string, body?: unknown): Promise<any>
  /** Makes a payment and returns its receipt. */
  payment(body?: object): Promise<any>
  /** Plays the buyer: `pay`, `deposit`, `fail` or `expire`. */
  buyer(receiptId: string, action: string): Promise<any>
  /** Returns the API requests that have arrived. */
  requests(): Promise<any[]>
  /** Injects a fault into a response. */
  fault(body: object): Promise<any>
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}
