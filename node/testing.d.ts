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
  /**
   * Starts an emulator: the given binary, else BOOTPAY_EMULATOR, else the one of the installed package
   * `bootpay-emulator`, else `bootpay-emulator` on the PATH.
   */
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
  /** The emulator's clock. */
  readonly clock: Clock
  /** Creates a project, of a new merchant unless `merchant` names one. Nothing is activated in it. */
  project(fields?: { merchant?: string, name?: string, [field: string]: unknown }): Promise<Project>
  /** The first project, to which `merchant`'s keys belong; without a set-up file it takes every method. */
  defaultProject(): Promise<Project>
  /** `Project.activate` of the first project. */
  activate(pg: string, method: string, changes?: Activation): Promise<any[]>
  /** `Project.settlement` of the first project. */
  settlement(): Promise<any>
  /** `Project.pgLedger` of the first project. */
  pgLedger(pg: string): Promise<any[]>
  /** Returns the webhooks, oldest first, with each attempt to deliver them. Waits for those that are due. */
  webhooks(merchant?: { id: string }): Promise<any[]>
  /** Returns the merchants and projects as a set-up file (TOML). */
  export(): Promise<string>
  /** Replaces everything, payments too, by the merchants and projects of a set-up file. */
  setUp(toml: string): Promise<Project[]>
  stop(): Promise<void>
  [Symbol.asyncDispose](): Promise<void>
}

/** What changes of a method; absent fields stay. */
export interface Activation {
  /** False switches it off. */
  active?: boolean
  /** Live instead of test. */
  live?: boolean
  /** The settings that the PG issued, by name. */
  settings?: Record<string, string>
}

/** A project of an emulator: its fields with all keys, and what its merchant does in the console. */
export interface Project extends Merchant {
  readonly methods: any[]
  /** Activates a method at a PG, in test mode at first, and returns the warnings. */
  activate(pg: string, method: string, changes?: Activation): Promise<any[]>
  /** Registers Bootpay in a PG's own console. */
  register(pg: string, addresses: { cancelAddress?: boolean, depositUrl?: boolean }): Promise<void>
  /** Changes fields of the project. */
  change(fields: object): Promise<void>
  /** Returns the webhooks of the project, oldest first. Waits for those that are due. */
  webhooks(): Promise<any[]>
  /** Returns the settlement report: `days`, `rows`, and the tests that are `excluded`. */
  settlement(): Promise<any>
  /** Returns what the PG itself shows of the project's payments, oldest first. */
  pgLedger(pg: string): Promise<any[]>
  /** Returns the project as `setup.readiness` of a client takes it. */
  export(): Promise<any>
  /** Returns what is missing before the project goes live: the items of `setup.readiness`, in the API's spelling. */
  readiness(): Promise<any[]>
}

/** The clock of an emulator. Everything with a time follows it: expiries, reservations, tokens, webhooks. */
export interface Clock {
  /** Returns the emulator's time. */
  now(): Promise<Date>
  /** Moves the clock forward, in whole seconds. All that is due meanwhile happens, in order. */
  advance(time: { days?: number, hours?: number, minutes?: number, seconds?: number }): Promise<void>
  /** Has the clock stand still; `advance` still moves it. */
  stop(): Promise<void>
  /** Has the clock run with real time. */
  run(): Promise<void>
}
