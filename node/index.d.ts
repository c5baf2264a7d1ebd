// Generated: `make generate`.

declare const made: unique symbol
export {}

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** Why a call failed: `kind` says what to do, the other fields what happened. */
export declare class BootpayError extends Error {
  private constructor()
  readonly name: 'BootpayError'
  /** The signal's reason, when the call was given up. */
  readonly cause?: unknown
}
export interface BootpayError extends Readonly<ErrorInfo> {}

export interface CallOptions {
  /**
   * Gives the call up: it rejects with the signal's reason.
   *
   * A request that moves money and has left goes on instead, and the call rejects with a
   * `BootpayError` of kind `outcome_unknown` that carries the attempt.
   */
  signal?: AbortSignal
}

/** Where a payment stands. */
export type Status =
  /** Asked for; the buyer has not finished. */
  | 'ready'
  /** Paid: the money has moved. */
  | 'paid'
  /** The buyer is done; the server must confirm before the money moves. */
  | 'waiting_confirm'
  /** The PG is approving (API v1). */
  | 'approving'
  /** Approval was asked for and is in progress. */
  | 'approval_requested'
  /** A virtual account was issued; the buyer has not paid into it. */
  | 'virtual_account_issued'
  /** A billing key was issued. */
  | 'billing_key_issued'
  /** The buyer's identity was verified. */
  | 'identity_verified'
  /** Cancelled, in full or in part: `cancelled_price` tells how much. */
  | 'cancelled'
  /** A billing key is being prepared. */
  | 'billing_key_preparing'
  /** A billing key was asked for and is not issued yet. */
  | 'billing_key_requested'
  /** A billing key was made (an internal step). */
  | 'billing_key_made'
  /** An identity verification is being prepared. */
  | 'identity_preparing'
  /** A cash receipt was issued. */
  | 'cash_receipt_issued'
  /** A cash receipt was cancelled. */
  | 'cash_receipt_cancelled'
  /** Failed before approval. */
  | 'failed'
  /** The PG refused to approve. */
  | 'approval_failed'
  /** A virtual account was revoked. */
  | 'virtual_account_revoked'
  /** The request for a payment failed. */
  | 'request_failed'
  /** Expired before it was confirmed. */
  | 'expired'
  /** A billing key was revoked. */
  | 'billing_key_revoked'
  /** Cancelling failed. */
  | 'cancel_failed'
  /** Cancelling is in progress at the PG. */
  | 'cancelling'
  /** Issuing a billing key failed. */
  | 'billing_key_failed'
  /** Issuing a cash receipt failed. */
  | 'cash_receipt_failed'
  /** Cancelling a cash receipt failed. */
  | 'cash_receipt_cancel_failed'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** How a payment is made. */
export type Method =
  /** Card. */
  | 'card'
  /** Phone bill; can be cancelled only within the month of the payment. */
  | 'phone'
  /** Bank transfer. */
  | 'bank'
  /** Virtual account: issued first, paid into later. */
  | 'vbank'
  /** Identity verification. */
  | 'auth'
  /** Card billing key, issued in the payment window. */
  | 'card_rebill'
  /** Card billing key, issued over REST. */
  | 'card_rebill_rest'
  /** Phone billed every month. */
  | 'phone_rebill'
  /** Account auto-debit. */
  | 'automatic_transfer'
  /** Account auto-debit, over REST. */
  | 'automatic_transfer_rest'
  /** A card kept in Bootpay's easy payment. */
  | 'easy_card'
  /** An account kept in Bootpay's easy payment. */
  | 'easy_bank'
  /** Easy payment of a PG. */
  | 'easy'
  /** Naver Pay. */
  | 'naverpay'
  /** Naver Pay, the older word. */
  | 'npay'
  /** Kakao Pay. */
  | 'kakao'
  /** Payco. */
  | 'payco'
  /** Toss Pay. */
  | 'toss'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** The payment gateways that Bootpay connects. Replies name a PG in Korean: `Receipt::pg`. */
export type Pg =
  /** NICE Payments. */
  | 'nicepay'
  /** NHN KCP. */
  | 'kcp'
  /** KG Inicis. */
  | 'inicis'
  /** Danal. */
  | 'danal'
  /** Toss Payments. */
  | 'tosspayments'
  /** Toss Payments, the older word. */
  | 'toss'
  /** KG Mobilians. */
  | 'mobilians'
  /** PayApp; approves at once, without a confirmation by the server. */
  | 'payapp'
  /** Payletter; approves at once, without a confirmation by the server. */
  | 'payletter'
  /** Welcome Payments. */
  | 'welcome'
  /** KICC EasyPay. */
  | 'kicc'
  /** KICC EasyPay, the word of the mobile SDKs. */
  | 'easypay'
  /** SettleBank (Hecto Financial). */
  | 'settlebank'
  /** UDPay. */
  | 'udpay'
  /** tPay. */
  | 'tpay'
  /** tPay, by the name of its company. */
  | 'jtnet'
  /** LG U+, now Toss Payments. */
  | 'lgup'
  /** Lightpay. */
  | 'lightpay'
  /** Kiwoom Pay (spelling unverified); no confirmation by the server. */
  | 'kiwoompay'
  /** Kakao Pay. */
  | 'kakao'
  /** Naver Pay. */
  | 'naverpay'
  /** Naver Pay, the older word. */
  | 'npay'
  /** Payco; the items bought must be named. */
  | 'payco'
  /** Toss Pay. */
  | 'tosspay'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** A payment as Bootpay records it.

Amounts are whole won; of another `currency` they are its smallest unit (US cents). */
export interface Receipt {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The shop's id of the order; of a billing key, its subscription id. */
  orderId?: string
  /** What was asked for, in won. */
  price: number
  /** The tax-free part of `price`, in won. */
  taxFree: number
  /** What was given back so far, all cancels together, in won. */
  cancelledPrice: number
  /** The tax-free part of `cancelled_price`, in won. */
  cancelledTaxFree: number
  /** What was bought, as the buyer read it. */
  orderName?: string
  /** The merchant's name. */
  companyName?: string
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** What the shop attached to the payment. */
  metadata?: Json
  /** Whether the payment was made in test mode. */
  sandbox?: boolean
  /** The PG's name in Korean; `Pg` knows the usual ones. */
  pg?: string
  /** The method used, in Korean. */
  method?: string
  /** The method used. */
  methodSymbol?: Method
  /** The method asked for, in Korean. */
  methodOrigin?: string
  /** The method asked for. */
  methodOriginSymbol?: Method
  /** When it was paid, by the PG's clock. */
  purchasedAt?: Date
  /** When it was last cancelled, by the PG's clock. */
  cancelledAt?: Date
  /** When it was asked for, by Bootpay's clock. */
  requestedAt?: Date
  /** Where it stands. */
  status: Status
  /** The number behind `status`. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
  /** ISO 4217; `KRW` unless Bootpay says otherwise. */
  currency: string
  /** A page that shows the slip to the buyer. */
  receiptUrl?: string
  /** Of a payment by card, also when a wallet charged a card. */
  cardData?: CardData
  /** Of a payment by phone bill. */
  phoneData?: PhoneData
  /** Of a bank transfer, also when a wallet debited an account. */
  bankData?: BankData
  /** Of a payment into a virtual account. */
  vbankData?: VirtualAccountData
  /** Of a payment with Naver Pay's own money. */
  naverPointData?: PointData
  /** Of a payment with Kakao Pay's own money. */
  kakaoMoneyData?: PointData
  /** Of a payment with Payco's own money. */
  paycoPointData?: PointData
  /** Of a payment with Toss's own money. */
  tossPointData?: PointData
  /** Of an escrow payment. */
  escrowData?: EscrowData
  /** The cash receipt, when one was issued. */
  cashReceiptData?: CashReceiptData
  /** The buyer, when `lookup_user_data` asked for it. */
  user?: Buyer
  /** The whole reply as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** The card behind a payment. */
export interface CardData {
  /** The PG's transaction id. */
  tid?: string
  /** The card company's approval number. */
  cardApproveNo?: string
  /** The card number, its middle masked. */
  cardNo?: string
  /** Months of instalment; `00` is a lump sum. */
  cardQuota?: string
  /** Interest-free instalment: `0`, or months. */
  cardInterest?: string
  /** The PG's own code of the card company: the same company has another code at another PG. */
  cardCompanyCode?: string
  /** The card company, in Korean. */
  cardCompany?: string
  /** Credit (`신용`, `0`) or check (`체크`, `1`), as the PG writes it. */
  cardType?: string
  /** Personal (`개인`, `1`), corporate (`2`) or foreign (`3`), as the PG writes it. */
  cardOwnerType?: string
  /** The PG's slip (Danal and NICE only). */
  receiptUrl?: string
  /** Points used, in won. */
  point?: number
  /** Points given back, in won. */
  cancelledPoint?: number
  /** Coupons used, in won. */
  coupon?: number
  /** Coupons given back, in won. */
  cancelledCoupon?: number
  /** The PG's transaction id of the cancel. */
  cancelTid?: string
}

/** The account behind a bank transfer. */
export interface BankData {
  /** The PG's transaction id. */
  tid?: string
  /** Three digits. */
  bankCode?: string
  /** The bank, in Korean. */
  bankName?: string
  /** The account number, masked. */
  bankAccount?: string
  /** The holder, masked. */
  bankUsername?: string
  /** The PG's id of the cash receipt. */
  cashReceiptTid?: string
  /** Income deduction (`소득공제`, `0`) or proof of expense (`지출증빙`, `1`). */
  cashReceiptType?: string
  /** The cash receipt's approval number. */
  cashReceiptNo?: string
  /** The PG's slip. */
  receiptUrl?: string
  /** The PG's page for the cash receipt (NICE only). */
  cashReceiptUrl?: string
}

/** The virtual account of a payment. */
export interface VirtualAccountData {
  /** The PG's transaction id. */
  tid?: string
  /** Three digits. */
  bankCode?: string
  /** The bank, in Korean. */
  bankName?: string
  /** The account to pay into. */
  bankAccount?: string
  /** The holder of the account. */
  bankUsername?: string
  /** Until when it can be paid into. */
  expiredAt?: Date
  /** Who paid. */
  senderName?: string
  /** The PG's id of the cash receipt. */
  cashReceiptTid?: string
  /** Income deduction (`소득공제`, `0`) or proof of expense (`지출증빙`, `1`). */
  cashReceiptType?: string
  /** The cash receipt's approval number. */
  cashReceiptNo?: string
  /** The PG's slip. */
  receiptUrl?: string
  /** The PG's page for the cash receipt (NICE only). */
  cashReceiptUrl?: string
}

/** The phone behind a payment. */
export interface PhoneData {
  /** The PG's transaction id. */
  tid?: string
  /** The approval number. */
  authNo?: string
  /** The phone number. */
  phone?: string
  /** The PG's slip (NICE only). */
  receiptUrl?: string
}

/** A wallet's own money behind a payment. */
export interface PointData {
  /** The wallet's transaction id. */
  tid?: string
  /** The wallet's transaction id of the cancel. */
  cancelTid?: string
}

/** Where an escrow payment stands. */
export interface EscrowData {
  /** 0 before shipping, 1 purchase confirmed, 2 preparing, 3 shipping started, -1 settlement
  withheld, -2 purchase refused. */
  status?: number
  /** `status` in Korean. */
  statusLocale?: string
  /** When shipping started. */
  shippingStartedAt?: Date
  /** When the buyer confirmed. */
  receiptConfirmedAt?: Date
}

/** The cash receipt of a payment. */
export interface CashReceiptData {
  /** The PG's id of the cash receipt. */
  tid?: string
  /** Income deduction (`0`) or proof of expense (`1`). */
  cashReceiptType?: string
  /** The approval number. */
  cashReceiptNo?: string
  /** A page that shows it. */
  receiptUrl?: string
}

/** The buyer, as the shop described them in the payment window. */
export interface Buyer {
  /** The shop's id of the buyer. */
  id?: string
  /** Name. */
  username?: string
  /** Phone number. */
  phone?: string
  /** E-mail address. */
  email?: string
  /** 1 male, 0 female, -1 unknown. */
  gender?: number
  /** Date of birth, as the shop wrote it. */
  birth?: string
  /** Province or city. */
  area?: string
  /** Address. */
  addr?: string
}

/** Asks for one payment. */
export interface GetReceipt {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Also return the buyer's details. */
  lookupUserData?: boolean
}

/** Asks for the payments of one order. */
export interface FindByOrder {
  /** The shop's id of the order. */
  orderId: string
}

/** Confirms a payment that the buyer has finished and that is what the shop sold. */
export interface ConfirmPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The shop's id of the order, from the shop's own records and not from the browser. */
  orderId: string
  /** What the order costs in won, from the shop's own records and not from the browser. */
  amount: number
}

/** Asks whether a payment is what the shop sold, and paid. */
export interface VerifyPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The shop's id of the order, from the shop's own records and not from the browser. */
  orderId: string
  /** What the order costs in won, from the shop's own records and not from the browser. */
  amount: number
}

/** Gives back all that remains of a payment. */
export interface CancelFull {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Why, as the admin pages show it (the API's `cancel_message`). */
  message?: string
  /** The shop's own id of this refund; Bootpay refuses a second one with the same id. */
  cancelId?: string
  /** Who asked, as the admin pages show it. */
  cancelUsername?: string
  /** Where to give the money back to; needed for payments into virtual accounts. */
  refund?: Refund
}

/** Gives back a part of a payment. */
export interface CancelPartial {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** What to give back, in won (the API's `cancel_price`). */
  amount: number
  /** The shop's own id of this refund; Bootpay refuses a second one with the same id. */
  cancelId: string
  /** The tax-free part of `amount`, in won. */
  cancelTaxFree?: number
  /** Why, as the admin pages show it (the API's `cancel_message`). */
  message?: string
  /** Who asked, as the admin pages show it. */
  cancelUsername?: string
  /** Where to give the money back to; needed for payments into virtual accounts. */
  refund?: Refund
}

/** The account that a virtual account's payment is given back to; the shop needs a contract for it
with the PG (CMS). */
export interface Refund {
  /** The account number, digits only. */
  bankAccount: string
  /** The holder. */
  bankUsername: string
  /** Three digits: `004` is KB Kookmin. */
  bankCode: string
}

/**
 * A payment that Bootpay was asked about and that is what the shop sold: paid in won, in the
 * client's mode, with this order id and amount, nothing given back.
 *
 * Only `confirm` and `verify` make one, so a function that ships goods can demand it.
 */
export declare class VerifiedPayment {
  private constructor()
  /** Bootpay's id of the payment. */
  get receiptId(): string
  /** The shop's id of the order. */
  get orderId(): string
  /** What was paid, in won. */
  get amount(): number
  /** The payment as Bootpay records it. */
  get receipt(): Receipt
}
export interface VerifiedPayment {
  readonly [made]: true
}

/** All that is known of a failure. */
export interface ErrorInfo {
  /** What went wrong. */
  kind: ErrorKind
  /** Whether the call may be made again. */
  repeat: Repeat
  /** What happened, in words, without secrets. */
  detail: string
  /** The call: `payments.cancel_full`. */
  endpoint?: string
  /** HTTP status, when there was an answer. */
  status?: number
  /** Bootpay's error code, as it was sent. */
  code?: string
  /** The PG's error code, as it was sent. */
  pgErrorCode?: string
  /** What `code` means and what to do; absent when this version does not know it. */
  explanation?: Explanation
  /** The field that is invalid or differs, in the API's spelling (`receipt_id`). */
  field?: string
  /** The beginning of an answer that could not be understood, without secrets. */
  body?: string
  /** What was attempted, when money may have moved or has moved. */
  attempt?: Attempt
}

/** What went wrong with a call, as one of a few kinds that each say what to do. */
export type ErrorKind =
  /** What was passed in breaks a rule; `field` names it. Nothing was sent. Correct it. */
  | 'invalid'
  /** The client cannot work as it is set up. Nothing was sent. Correct the set-up. */
  | 'config'
  /**
   * The request did not leave: no connection, no trust in the certificate, or no token. Nothing
   * has happened; it is safe to call again.
   */
  | 'not_sent'
  /**
   * Bootpay refused; `code` says why. Nothing has happened. Calling again gives the same answer
   * until the cause is gone.
   */
  | 'rejected'
  /**
   * The money may have moved or not: the reply was lost, unreadable, or says so itself. Do not
   * repeat the call; find out first, by the receipt or the order.
   */
  | 'outcome_unknown'
  /** Bootpay answered a read with something that cannot be understood; `status` and `body` show it. */
  | 'bad_reply'
  /** A read was not answered in time or not at all. It is safe to call again. */
  | 'unavailable'
  /** The payment is not what the shop sold; `field` names what differs. Do not ship. */
  | 'mismatch'

/** Whether a failed call may be made again. */
export type Repeat =
  /** Nothing has happened: calling again cannot do harm. */
  | 'safe'
  /** Only once it is known that the first call did nothing. */
  | 'after_settle'
  /** It would fail again, or do something twice. */
  | 'never'

/** What one of Bootpay's error codes means, for the shop's developers: nothing here is for buyers'
eyes. What may be done with the failed call is in the error's `kind` and `repeat`. */
export interface Explanation {
  /** What the code is about. */
  category: ErrorCategory
  /** Who can remove the cause. */
  fault: Fault
  /** Whether and when the same call can succeed. */
  callAgain: CallAgain
  /** What happened, in English. */
  english: string
  /** What to do next, in English. */
  adviceEnglish: string
  /** What happened, in Korean. */
  korean: string
  /** What to do next, in Korean. */
  adviceKorean: string
}

/** What an error code is about. */
export type ErrorCategory =
  /** The keys and the token. */
  | 'credentials'
  /** A payment that is asked for, looked up or confirmed. */
  | 'payment'
  /** Giving a payment back. */
  | 'cancel'
  /** Issuing a billing key and charging it. */
  | 'billing_key'
  /** Verifying who the buyer is. */
  | 'identity'
  /** Cash receipts. */
  | 'cash_receipt'
  /** Payments with escrow. */
  | 'escrow'
  /** The payment window in the buyer's browser or app. */
  | 'window'

/** Who can remove the cause of a failure. */
export type Fault =
  /** The shop: its code or how it is set up. */
  | 'shop'
  /** The buyer: what was entered, or not done yet. */
  | 'buyer'
  /** The PG, the card company or the bank, which refused. */
  | 'pg'
  /** Nobody: things stand in another way than the call assumed. */
  | 'nobody'
  /** The code does not tell. */
  | 'unknown'

/** Whether and when the same call can succeed. Whether it can do harm is `Repeat`'s to say. */
export type CallAgain =
  /** It cannot: the case is closed, or something new must be begun. */
  | 'never'
  /** Once what was sent, or the set-up, is corrected. */
  | 'after_correcting'
  /** Once the cause is gone, which lies outside of the call. */
  | 'after_cause_gone'
  /** As it is, now or later. */
  | 'later'
  /** Only once it is known what became of the first call. */
  | 'after_settling'

/** A money-moving request that left, with what is needed to find out later what became of it. */
export interface Attempt {
  /** An id of our own, unique. */
  id: string
  /** The call: `payments.cancel_partial`. */
  endpoint: string
  /** Whose money: a fingerprint of the merchant's public key, not the key. */
  merchant: string
  /** The mode the client expects. */
  mode: Mode
  /** Bootpay's id of the payment. */
  receiptId?: string
  /** The shop's id of the order. */
  orderId?: string
  /** How much, in won; absent where all that remains was asked for. */
  amount?: number
  /** The shop's id of the refund. */
  cancelId?: string
  /** What had been given back of the payment before, in won. */
  cancelledBefore?: number
  /** When the request left, by this machine's clock. */
  sentAt: Date
  /** What is known of it. */
  outcome: AttemptOutcome
}

/** What is known of an attempt. */
export type AttemptOutcome =
  /** No answer yet. */
  | 'pending'
  /** It happened. */
  | 'done'
  /** It did not happen: Bootpay refused. */
  | 'refused'
  /** It may have happened or not. */
  | 'unknown'

/** The keys of a merchant. Either pair is enough; both may be given, for the few endpoints that
take only a token. */
export interface Credentials {
  /** The client key, with `secret_key` (sent as Basic authentication). */
  clientKey?: string
  /** The secret key that belongs to `client_key`. */
  secretKey?: string
  /** The REST application id, with `private_key` (exchanged for a token of 30 minutes). */
  applicationId?: string
  /** The private key that belongs to `application_id`. */
  privateKey?: string
}

/** How a client works. */
export interface ClientOptions {
  /** Where the API is; https, except on loopback. Bootpay's production by default. */
  baseUrl?: string
  /** The mode that payments must have been made in to be verified; `live` by default. */
  mode?: Mode
  /** How long a call that only reads may take in all; 30 seconds by default. */
  timeoutMs?: number
  /** How long a call that moves money may take in all; 70 seconds by default, since a PG's
  approval takes up to 60. */
  moneyTimeoutMs?: number
  /** How long it may take to connect; 10 seconds by default. */
  connectTimeoutMs?: number
  /** Certificate authorities to trust besides the system's: PEM, one or more. */
  caCertificates?: string
  /** Whether to use the proxy that the environment names; not by default. */
  environmentProxy?: boolean
}

/** How one call works. */
export interface CallOptions {
  /** How long the call may take in all, instead of the client's default. */
  timeoutMs?: number
}

/** Whether money is real. */
export type Mode =
  /** Real money. */
  | 'live'
  /** Bootpay's test mode. */
  | 'test'

/**
 * A client of one merchant.
 *
 * Nothing is shared between clients, and nothing starts before the first call. A script
 * ends when no call is pending; a process waits for money that is still on its way.
 */
export declare class Bootpay {
  /**
   * Throws a `BootpayError` of kind `invalid` when half of a key pair, or all of it, is
   * missing, or when a setting breaks its rule.
   */
  constructor(settings: Credentials & ClientOptions)
  /** Payments: looked up, confirmed, verified and given back. */
  get payments(): Payments
  /**
   * What this process has attempted with this client and not been told the end of: lost
   * replies, and calls whose caller went away.
   */
  unsettled(): Array<Attempt>
  /**
   * Takes an attempt off the list of `unsettled`, once its end is known. Tells whether it
   * was there.
   */
  acknowledge(attemptId: string): boolean
}

/** Payments: looked up, confirmed, verified and given back. */
export declare class Payments {
  private constructor()
  /**
   * Looks up one payment by Bootpay's receipt id.
   *
   * Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.
   */
  get(request: GetReceipt, options?: CallOptions): Promise<Receipt>
  /**
   * Looks up the payments of one order.
   *
   * An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
   * when there is none.
   */
  findByOrder(request: FindByOrder, options?: CallOptions): Promise<Array<Receipt>>
  /**
   * Confirms a payment, which is when the money moves.
   *
   * Reads the payment first and refuses with `Mismatch` one that does not wait for
   * confirmation or is not of this order, amount (KRW) and mode; confirms it; and
   * compares again. A `Mismatch` after the money moved carries the attempt.
   */
  confirm(request: ConfirmPayment, options?: CallOptions): Promise<VerifiedPayment>
  /**
   * Verifies that a payment is paid, and is what the shop sold.
   *
   * For payments that need no confirmation and for webhooks, whose body proves
   * nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
   * status is paid and nothing was given back.
   */
  verify(request: VerifyPayment, options?: CallOptions): Promise<VerifiedPayment>
  /**
   * Gives back all that remains of a payment.
   *
   * Refused with `RC_ALREADY_CANCELLED` when nothing remains.
   */
  cancelFull(request: CancelFull, options?: CallOptions): Promise<Receipt>
  /**
   * Gives back a part of a payment.
   *
   * May be repeated with another `cancel_id` until nothing remains; only for methods
   * and PGs that support it. Reads the payment first, so that a lost reply can be
   * settled later; fails with `Mismatch` when it is not in KRW.
   */
  cancelPartial(request: CancelPartial, options?: CallOptions): Promise<Receipt>
}
