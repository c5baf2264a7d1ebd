// Generated: `make generate`.
import type { CheckClose, DecideLink, DecryptForm, LinkDecision, OpenWindow, ParseMessage, WindowAuthentication, WindowEvent, WindowForm, WindowPayload, WindowPayment, WindowScripts, WindowSubscription, WriteManifest } from './index.js'
import type { CardCompany, CashReceiptType, Method, Pg } from './index.js'

export type { CheckClose, DecideLink, DecryptForm, LinkDecision, OpenWindow, ParseMessage, WindowAuthentication, WindowEvent, WindowForm, WindowPayload, WindowPayment, WindowScripts, WindowSubscription, WriteManifest }

/** `WindowAuthentication` as it travels, with the API's names. */
export interface WindowAuthenticationPayload {
  authentication_id: string
  client_key?: string
  application_id?: string
  pg?: Pg
  method?: Method
  order_name?: string
  user?: UserPayload
  extra?: ExtraPayload
  metadata?: any
  redirect_url?: string
}

/** `Extra` as it travels, with the API's names. */
export interface ExtraPayload {
  card_quota?: string
  raw_data?: boolean
  subscribe_test_payment?: boolean
  escrow?: boolean
  separately_confirmed?: boolean
  confirm_only_rest_api?: boolean
  confirm_grace_seconds?: number
  timeout?: number
  test_deposit?: boolean
  enable_error_webhook?: boolean
  common_event_webhook?: boolean
  webhook_delay_duration?: number
  use_order_id?: boolean
  deposit_expiration?: string
  display_cash_receipt?: boolean
  cash_receipt_type?: CashReceiptType
  identity_no?: string
  cash_receipt_not_published?: boolean
  age_limit?: number
  minimum_price_limit?: number
  seller_name?: string
  offer_period?: string
  locale?: string
  delivery_day?: number
  delivery_price?: number
  open_type?: string
  browser_open_type?: any
  redirect_url?: string
  app_scheme?: string
  use_bootpay_inapp_sdk?: boolean
  display_success_result?: boolean
  display_error_result?: boolean
  show_close_button?: boolean
  confirm_message?: string
  direct_card_company?: CardCompany
  direct_card_quota?: string
  direct_app_card?: boolean
  direct_samsungpay?: boolean
  international_card_only?: boolean
  enable_card_companies?: Array<CardCompany>
  except_card_companies?: Array<CardCompany>
  enable_easy_payments?: Array<string>
  easy_payment_method?: string
  use_card_point?: boolean
  phone_carrier?: string
  first_subscription_comment?: string
  subscription_comment?: string
  use_welcomepayment?: boolean
  disposable_cup_deposit?: number
  use_extra_deduction?: boolean
}

/** `User` as it travels, with the API's names. */
export interface UserPayload {
  id?: string
  username?: string
  phone?: string
  email?: string
  gender?: number
  birth?: string
  area?: string
  addr?: string
}

/** `WindowSubscription` as it travels, with the API's names. */
export interface WindowSubscriptionPayload {
  subscription_id: string
  order_name: string
  client_key?: string
  application_id?: string
  pg?: Pg
  method?: Method
  price?: number
  tax_free?: number
  user?: UserPayload
  extra?: ExtraPayload
  metadata?: any
  redirect_url?: string
  user_token?: string
  wallet_id?: string
  subscribe_brandpay_type?: string
}

/** `WindowPayment` as it travels, with the API's names. */
export interface WindowPaymentPayload {
  price: number
  order_name: string
  order_id: string
  client_key?: string
  application_id?: string
  pg?: Pg
  method?: Method | Array<Method>
  tax_free?: number
  deposit_price?: number
  user?: UserPayload
  items?: Array<ItemPayload>
  extra?: ExtraPayload
  metadata?: any
  redirect_url?: string
  user_token?: string
  wallet_id?: string
  commission_keys?: any
}

/** `Item` as it travels, with the API's names. */
export interface ItemPayload {
  id: string
  name: string
  qty: number
  price: number
  cat1?: string
  cat2?: string
  cat3?: string
  category_type?: string
  category_code?: string
  start_date?: string
  end_date?: string
}

/**
 * Returns the payload of a payment for the window, after checking it.
 *
 * For a page that uses Bootpay's browser SDK, on the merchant's server:
 * `Bootpay.requestPayment(payload)`; for an app: `scripts`, or `shell`. What the window returns proves
 * nothing: confirm or verify the payment on the server.
 *
 * Fails with `invalid` for what Bootpay's own SDK lets pass and the buyer finds out: no key, items that
 * do not sum up, a window that redirects without a URL, a confirmation by the server at a PG that
 * approves at once.
 */
export declare function payment (request: WindowPayment): WindowPayload & { payload: WindowPaymentPayload }

/**
 * Returns the payload of a billing key for the window, after checking it: as `payment`, for
 * `Bootpay.requestSubscription`. The server gets the key with `billing.getByReceipt`.
 */
export declare function subscription (request: WindowSubscription): WindowPayload & { payload: WindowSubscriptionPayload }

/**
 * Returns the payload of an identity verification for the window, after checking it: as `payment`, for
 * `Bootpay.requestAuthentication`. The server gets the result with `identity.certificate`.
 */
export declare function authentication (request: WindowAuthentication): WindowPayload & { payload: WindowAuthenticationPayload }

/**
 * Returns the scripts that open a window in an app's web view, in Bootpay's own page for it.
 *
 * Load the page, evaluate the lines once, each by itself, and give what the bridge receives to `parse`.
 */
export declare function scripts (request: OpenWindow): WindowScripts

/**
 * Returns a page that opens a window in an app's web view, instead of Bootpay's page and its scripts.
 *
 * It passes each message of its frames, and of no others, to one method of the bridge, as text for
 * `parse`: `Android.message`, the channel `Bootpay` of Flutter, the handler `Bootpay` of iOS,
 * `ReactNativeWebView.postMessage`. To approve in the app, evaluate `confirmWindow()` after the event
 * `confirm`. For an `openType` of `iframe`: the page of a redirected window uses the bridge of
 * `scripts`. Not tried against Bootpay; the tests use it.
 */
export declare function shell (request: OpenWindow): string

/**
 * Returns the form by which a page of the app's own opens a window, as `shell` does. It has a new key
 * each time.
 */
export declare function form (request: OpenWindow): WindowForm

/**
 * Decrypts the fields of a form, and returns the request as JSON.
 *
 * Fails with `invalid`, whose `field` is `token` or `payload`, if they were not encrypted so.
 */
export declare function decryptForm (request: DecryptForm): string

/**
 * Reads a message of the window, or the address to which it returned.
 *
 * Does not fail: what is no message is an event `unknown` or `ignore`. Any page in the web view can
 * forge an event. It says when to ask the server, and the server confirms or verifies.
 */
export declare function parse (request: ParseMessage): WindowEvent

/**
 * Returns if the app closes the window after an event. The page closes itself in a frame, and says so
 * with `close`; a redirected window is the app's to close.
 *
 * Fails with `invalid` for an `openType` that there is not.
 */
export declare function closes (request: CheckClose): boolean

/**
 * Decides what becomes of a link that a page in the window opens: the apps of cards and banks, the
 * stores, and the return of the window.
 *
 * A link cannot choose a component of an app, or an app for a page: what an `intent:` says of them is
 * dropped. Fails with `invalid` for a platform without web views.
 */
export declare function decide (request: DecideLink): LinkDecision

/**
 * Returns an app's entries for the window: `<queries>` of an Android manifest, or `CFBundleURLTypes`
 * of a property list.
 */
export declare function manifest (request: WriteManifest): string

