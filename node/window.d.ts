// Generated: `make generate`.
import type { CheckClose, DecideLink, DecryptForm, LinkDecision, OpenWindow, ParseMessage, WindowAuthentication, WindowEvent, WindowForm, WindowPayload, WindowPayment, WindowScripts, WindowSubscription, WriteManifest } from './index.js'

export type { CheckClose, DecideLink, DecryptForm, LinkDecision, OpenWindow, ParseMessage, WindowAuthentication, WindowEvent, WindowForm, WindowPayload, WindowPayment, WindowScripts, WindowSubscription, WriteManifest }

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
export declare function payment (request: WindowPayment): WindowPayload

/**
 * Returns the payload of a billing key for the window, after checking it: as `payment`, for
 * `Bootpay.requestSubscription`. The server gets the key with `billing.getByReceipt`.
 */
export declare function subscription (request: WindowSubscription): WindowPayload

/**
 * Returns the payload of an identity verification for the window, after checking it: as `payment`, for
 * `Bootpay.requestAuthentication`. The server gets the result with `identity.certificate`.
 */
export declare function authentication (request: WindowAuthentication): WindowPayload

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
