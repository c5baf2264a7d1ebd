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
  /** Cash receipt issued by itself, without a payment. */
  | 'cash_receipt'
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

/** Where a reservation stands (documented for API v1; v2 was seen to answer alike). */
export type ReserveStatus =
  /** Waiting for its time. */
  | 'pending'
  /** Charged; the reservation names the receipt. */
  | 'finished'
  /** Failed when its time had come. */
  | 'failed'
  /** Cancelled before its time. */
  | 'cancelled'
  /** Not reserved. */
  | 'not_reserved'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Where an escrow payment stands. */
export type EscrowStatus =
  /** Before shipping. */
  | 'before_shipping'
  /** Confirmed: the buyer has the goods. */
  | 'purchase_confirmed'
  /** Preparing to ship. */
  | 'preparing'
  /** Shipping has started. */
  | 'shipping_started'
  /** Settlement is withheld. */
  | 'settlement_withheld'
  /** Refused: the buyer sends the goods back. */
  | 'purchase_refused'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/**
 * Banks, by the three digits of the Korea Financial Telecommunications and Clearings Institute.
 *
 * Their Korean names are the short ones that Bootpay takes as `bank_name`.
 */
export type Bank =
  /** Bank of Korea. */
  | '001'
  /** KDB Korea Development Bank. */
  | '002'
  /** IBK Industrial Bank of Korea. */
  | '003'
  /** KB Kookmin Bank. */
  | '004'
  /** Korea Exchange Bank; merged into Hana. */
  | '005'
  /** Suhyup Bank. */
  | '007'
  /** Export-Import Bank of Korea. */
  | '008'
  /** NH Nonghyup Bank. */
  | '011'
  /** Local Nonghyup. */
  | '012'
  /** Woori Bank. */
  | '020'
  /** SC First Bank. */
  | '023'
  /** Citibank Korea. */
  | '027'
  /** Daegu Bank, now iM Bank. */
  | '031'
  /** Busan Bank. */
  | '032'
  /** Gwangju Bank. */
  | '034'
  /** Jeju Bank. */
  | '035'
  /** Jeonbuk Bank. */
  | '037'
  /** Gyeongnam Bank. */
  | '039'
  /** MG Saemaul Geumgo. */
  | '045'
  /** Shinhyup credit unions. */
  | '048'
  /** Savings banks. */
  | '050'
  /** Korea Post. */
  | '071'
  /** Hana Bank. */
  | '081'
  /** Shinhan Bank. */
  | '088'
  /** K bank. */
  | '089'
  /** Kakao Bank. */
  | '090'
  /** Toss Bank. */
  | '092'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/**
 * Card companies, by the two digits of NICE, which the payment window's options are written in.
 *
 * A receipt's `card_company_code` is the PG's own and need not be one of these.
 */
export type CardCompany =
  /** BC Card. */
  | '01'
  /** KB Kookmin Card. */
  | '02'
  /** Hana Card; formerly KEB. */
  | '03'
  /** Samsung Card. */
  | '04'
  /** Shinhan Card. */
  | '06'
  /** Hyundai Card. */
  | '07'
  /** Lotte Card. */
  | '08'
  /** Citi Card. */
  | '11'
  /** NH Nonghyup Card. */
  | '12'
  /** Suhyup Card. */
  | '13'
  /** Shinhyup Card. */
  | '14'
  /** Woori Card. */
  | '15'
  /** Hana SK Card; now Hana. */
  | '16'
  /** Gwangju Card. */
  | '21'
  /** Jeonbuk Card. */
  | '22'
  /** Jeju Card. */
  | '23'
  /** KDB Capital. */
  | '24'
  /** Visa issued abroad. */
  | '25'
  /** Mastercard issued abroad. */
  | '26'
  /** Diners Club. */
  | '27'
  /** American Express. */
  | '28'
  /** JCB. */
  | '29'
  /** SK OK Cashbag. */
  | '31'
  /** Korea Post. */
  | '32'
  /** Savings banks. */
  | '33'
  /** UnionPay. */
  | '34'
  /** MG Saemaul Geumgo. */
  | '35'
  /** KDB Korea Development Bank. */
  | '36'
  /** Kakao Bank. */
  | '37'
  /** K bank. */
  | '38'
  /** Payco points. */
  | '39'
  /** Kakao money. */
  | '40'
  /** SSG money. */
  | '41'
  /** Naver points. */
  | '42'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Couriers, by the Korean names that Bootpay takes as `delivery_corp`. */
export type Courier =
  /** CJ Logistics. */
  | 'CJ대한통운'
  /** Hanjin. */
  | '한진'
  /** Lotte Global Logistics. */
  | '롯데'
  /** KGB. */
  | 'KGB'
  /** Dongbu Express. */
  | '동부'
  /** Korea Post. */
  | '우체국'
  /** Logen. */
  | '로젠'
  /** Yellow Cap. */
  | '옐로우캡'
  /** Kyungdong. */
  | '경동'
  /** Daesin. */
  | '대신'
  /** Sagawa. */
  | '사가와'
  /** Ilyang Logis. */
  | '일양로지스'
  /** Honam. */
  | '호남'
  /** Hapdong. */
  | '합동'
  /** Chunil. */
  | '천일'
  /** Convenience store parcel. */
  | '편의점'
  /** Delivered by the shop itself. */
  | '직접배달'
  /** Quick service by motorcycle. */
  | '퀵서비스'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** A person's sex, as the API asks for it and tells it. */
export type Gender =
  /** Male. */
  | 'male'
  /** Female. */
  | 'female'
  /** Not told. */
  | 'not_told'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Mobile carriers, as an identity verification asks for them. */
export type Carrier =
  /** SK Telecom. */
  | 'SKT'
  /** KT. */
  | 'KT'
  /** LG U+. */
  | 'LGU+'
  /** A low-cost carrier on SK Telecom's network. */
  | 'SKT_MVNO'
  /** A low-cost carrier on KT's network. */
  | 'KT_MVNO'
  /** A low-cost carrier on LG U+'s network. */
  | 'LGU+_MVNO'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** How a person proves who they are. */
export type AuthenticateType =
  /** A code by text message. */
  | 'sms'
  /** The carriers' PASS app. */
  | 'pass'

/** How the holder of an account agrees to its being debited. */
export type AuthType =
  /** An automated phone call. */
  | 'ARS'
  /** An app. */
  | '간편인증'

/** What a cash receipt is for. */
export type CashReceiptType =
  /** Income deduction: the buyer is a person. */
  | '소득공제'
  /** Proof of expense: the buyer is a business. */
  | '지출증빙'
  /** A word that this version does not know, as Bootpay sent it. */
  | (string & {})

/** How a webhook's body is written. */
export type ContentType =
  /** JSON. */
  | 'application/json'
  /** A form. */
  | 'application/x-www-form-urlencoded'

/** What a member is invited to. */
export type InviteType =
  /** One project; `app_id` names it. */
  | '프로젝트'
  /** A merchant's whole team; `provider_id` names it. */
  | '팀'

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
  /** The bank. */
  bankCode?: Bank
  /** The bank, in Korean. */
  bankName?: string
  /** The account number, masked. */
  bankAccount?: string
  /** The holder, masked. */
  bankUsername?: string
  /** The PG's id of the cash receipt. */
  cashReceiptTid?: string
  /** What the cash receipt is for. */
  cashReceiptType?: CashReceiptType
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
  /** The bank. */
  bankCode?: Bank
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
  /** What the cash receipt is for. */
  cashReceiptType?: CashReceiptType
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
  /** Where it stands. */
  status?: EscrowStatus
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
  /** What it is for. */
  cashReceiptType?: CashReceiptType
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
  /** Sex. */
  gender?: Gender
  /** Date of birth, as the shop wrote it. */
  birth?: string
  /** Province or city. */
  area?: string
  /** Address. */
  addr?: string
}

/** Something that was bought. */
export interface Item {
  /** The shop's id of it. */
  id: string
  /** Its name, as the buyer reads it. */
  name: string
  /** How many; at least 1. */
  qty: number
  /** What one costs, in won; may be 0. */
  price: number
  /** Its category, the widest. */
  cat1?: string
  /** Its category within `cat1`. */
  cat2?: string
  /** Its category within `cat2`. */
  cat3?: string
  /** The kind of its category, in Naver Pay's words. */
  categoryType?: string
  /** Its category, in Naver Pay's words (`categoryId`). */
  categoryCode?: string
  /** The first day that it is good for, `yyyyMMdd`. */
  startDate?: string
  /** The last day that it is good for, `yyyyMMdd`. */
  endDate?: string
}

/** The buyer, as the shop knows them. */
export interface User {
  /** The shop's id of the buyer. */
  id?: string
  /** Name. PayApp demands it. */
  username?: string
  /** Phone number. Some PGs demand it, PayApp among them. */
  phone?: string
  /** E-mail address. */
  email?: string
  /** Sex. */
  gender?: Gender
  /** Date of birth, `YYMMDD` or `1986-10-14`. */
  birth?: string
  /** Province or city, in Korean: `서울`. */
  area?: string
  /** Address. */
  addr?: string
}

/** How a payment is to work. Which options count depends on the call, the PG and the method. */
export interface Extra {
  /** Months of instalment, as in the request's own `card_quota`; in a window the choice, `0,2,3`. */
  cardQuota?: string
  /** Whether to return the PG's own fields as well; they are in the reply's `raw`. */
  rawData?: boolean
  /** Whether to try a new billing key with 100 won (PayApp 1,000), which are given back after
  about ten minutes. */
  subscribeTestPayment?: boolean
  /** Whether it is an escrow payment (KCP and Inicis). */
  escrow?: boolean
  /** Whether the server approves, after the buyer is done. */
  separatelyConfirmed?: boolean
  /** Whether only the server may approve, and not the window. */
  confirmOnlyRestApi?: boolean
  /** For how many seconds a repeated confirmation gets the same answer. */
  confirmGraceSeconds?: number
  /** How long the window lives, in minutes; 30 by default. */
  timeout?: number
  /** Whether a virtual account of test mode pretends to be paid into. */
  testDeposit?: boolean
  /** Whether failures are told by webhook. */
  enableErrorWebhook?: boolean
  /** Whether closing and expiry are told by webhook. */
  commonEventWebhook?: boolean
  /** How many seconds webhooks wait; at most 600. */
  webhookDelayDuration?: number
  /** Whether the PG is told the shop's order id instead of Bootpay's. */
  useOrderId?: boolean
  /** Until when a virtual account can be paid into, `yyyy-mm-dd HH:MM:SS` in Korean time. */
  depositExpiration?: string
  /** Whether the window asks for a cash receipt. */
  displayCashReceipt?: boolean
  /** What the cash receipt is for. */
  cashReceiptType?: CashReceiptType
  /** Whose cash receipt it is: a phone, resident or business number, in digits. */
  identityNo?: string
  /** Whether no cash receipt is issued. */
  cashReceiptNotPublished?: boolean
  /** The age that the buyer must have. */
  ageLimit?: number
  /** The least price, in won. */
  minimumPriceLimit?: number
  /** The seller, as the buyer reads it. */
  sellerName?: string
  /** What the payment is good for, as the buyer reads it: `월 자동결제`. */
  offerPeriod?: string
  /** The window's language: `ko`. */
  locale?: string
  /** In how many days it is delivered. */
  deliveryDay?: number
  /** Delivery, in won. */
  deliveryPrice?: number
  /** How the window opens: `iframe`, `popup` or `redirect`. */
  openType?: string
  /** How the window opens in each browser, instead of `open_type`: a list of objects with
  `browser` and `open_type`. */
  browserOpenType?: Json
  /** Where a redirected window returns to. */
  redirectUrl?: string
  /** The app that a card's app returns to. */
  appScheme?: string
  /** The card company whose window opens at once. */
  directCardCompany?: CardCompany
  /** The months of instalment with `direct_card_company`. */
  directCardQuota?: string
  /** The only card companies to offer. */
  enableCardCompanies?: Array<CardCompany>
  /** Card companies not to offer. */
  exceptCardCompanies?: Array<CardCompany>
  /** The only easy payments to offer. */
  enableEasyPayments?: Array<string>
  /** What an easy payment pays from: `card` or `point`. */
  easyPaymentMethod?: string
  /** Whether the card's points may be used. */
  useCardPoint?: boolean
  /** Whether Welcome Payments' own window is used. */
  useWelcomepayment?: boolean
  /** The deposit on disposable cups, in won. */
  disposableCupDeposit?: number
  /** Whether it counts for the deduction on books and culture. */
  useExtraDeduction?: boolean
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
  /** What is given back of what was bought (only the official Python and Ruby SDKs know it). */
  items?: Array<Item>
  /** What the shop attaches to the cancel (only the official Python SDK knows it). */
  metadata?: Json
  /** What asked, as the admin pages show it (only the official Ruby SDK knows it). */
  cancelRequester?: string
}

/** Gives back a part of a payment. */
export interface CancelPartial {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** What to give back, in won (the API's `cancel_price`). */
  amount: number
  /** The shop's own id of this refund; Bootpay refuses a second one with the same id. */
  cancelId: string
  /** The tax-free part of `amount`, in won; at most `amount`. */
  cancelTaxFree?: number
  /** Why, as the admin pages show it (the API's `cancel_message`). */
  message?: string
  /** Who asked, as the admin pages show it. */
  cancelUsername?: string
  /** Where to give the money back to; needed for payments into virtual accounts. */
  refund?: Refund
  /** What is given back of what was bought (only the official Python and Ruby SDKs know it). */
  items?: Array<Item>
  /** What the shop attaches to the cancel (only the official Python SDK knows it). */
  metadata?: Json
  /** What asked, as the admin pages show it (only the official Ruby SDK knows it). */
  cancelRequester?: string
}

/** The account that a virtual account's payment is given back to; the shop needs a contract for it
with the PG (CMS). */
export interface Refund {
  /** The account number, digits only. */
  bankAccount: string
  /** The holder. */
  bankUsername: string
  /** The bank: three digits, `004` is KB Kookmin. */
  bankCode: Bank
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

/** Begins a payment from the server: a page for the buyer, or a charge of a wallet of theirs. */
export interface RequestPayment {
  /** What to pay, in won; at least 100. */
  price: number
  /** What is paid for, as the buyer reads it. */
  orderName: string
  /** The shop's id of the order; unique. */
  orderId: string
  /** The PG; without it and `method` the buyer chooses. */
  pg?: Pg
  /** The method. */
  method?: Method
  /** The methods that the buyer may choose from. */
  methods?: Array<Method>
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** The buyer. */
  user?: User
  /** What was bought; quantities times prices must sum up to `price`. Payco demands it. */
  items?: Array<Item>
  /** Options of the payment. */
  extra?: Extra
  /** What the shop attaches; returned as it is. */
  metadata?: Json
  /** The Application ID of the web or app platform that the page acts for. */
  platformApplicationId?: string
  /** Where the buyer lands afterwards. */
  redirectUrl?: string
  /** The member's token; with `wallet_id`, that wallet is charged. */
  userToken?: string
  /** The wallet to charge, with `user_token`. */
  walletId?: string
  /** Keys for commissions, `commerce` and `marketer`. */
  commissionKeys?: Json
  /** The terms that the buyer agrees to: a list. */
  terms?: Json
  /** Whether it is for a payment widget: 0 or 1. */
  widget?: number
  /** The key of the payment widget, from Bootpay's console. */
  widgetKey?: string
  /** Whether the widget is of test mode. */
  widgetSandbox?: boolean
  /** The device's id, for Bootpay's statistics. */
  uuid?: string
  /** The session's id, for Bootpay's statistics. */
  sk?: string
  /** How long the session has lasted, for Bootpay's statistics. */
  ti?: number
  /** The session's token, for Bootpay's statistics. */
  tk?: string
  /** The version of Bootpay's browser SDK whose behaviour is wanted: `5.2.0`. */
  ver?: string
  /** The version of the app SDK whose behaviour is wanted. */
  sdkVersion?: string
  /** The buyer's browser (the API's `__agent`). */
  agent?: string
}

/** A payment that was begun. No source documents the reply: what is not found here is in `raw`. */
export interface RequestedPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId?: string
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** The page to show to the buyer. */
  url?: string
  /** The whole reply as Bootpay sent it. */
  raw: Json
}

/** Registers an account number of the shop's own choice as a virtual account of one order. */
export interface RequestVirtualAccount {
  /** The PG. */
  pg: Pg
  /** The shop's id of the order. */
  orderId: string
  /** What is paid for, as the buyer reads it. */
  orderName: string
  /** What to pay, in won; at least 100. */
  price: number
  /** The bank: three digits. */
  bankCode: Bank
  /** The account number, digits only. */
  bankAccount: string
  /** The holder of the account. */
  bankUsername: string
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** What the cash receipt is for. */
  cashReceiptType?: CashReceiptType
  /** Whose cash receipt it is: a phone, resident or business number, in digits. */
  identityNo?: string
  /** The buyer. */
  user?: User
  /** What the shop attaches; returned as it is. */
  metadata?: Json
  /** Options of the payment. */
  extra?: Extra
}

/** Makes a billing key of a card, from the card's own data.

Only for shops that may handle card data, and PGs that take them: NICE, PayApp, Welcome Payments,
Lightpay. The card's data are in this one request and nowhere else: never kept, printed or logged. */
export interface IssueCard {
  /** The PG that keeps the card. */
  pg: Pg
  /** What is subscribed to, as the buyer reads it. */
  orderName: string
  /** The shop's id of the subscription; unique. */
  subscriptionId: string
  /** The card number: 13 to 19 digits, without hyphens. */
  cardNo: string
  /** The first two digits of the card's password. */
  cardPw: string
  /** The holder's date of birth (YYMMDD) or business number (10 digits). */
  cardIdentityNo: string
  /** The year in which the card expires, two digits; not past. */
  cardExpireYear: string
  /** The month in which the card expires, `01` to `12`. */
  cardExpireMonth: string
  /** The method, where the PG has several: `card_rebill`. */
  method?: Method
  /** What to charge at once, in won, at least 100; without it only the key is made. */
  price?: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** `subscribe_test_payment`, `card_quota` and `raw_data` count. */
  extra?: Extra
  /** The buyer; PayApp demands name and phone. */
  user?: User
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Goes on with a card's billing key that was asked for and is not issued yet. */
export interface ContinueCard {
  /** Bootpay's id of the request, 24 hex characters. */
  receiptId: string
}

/** Asks the holder of an account to agree to its being debited: the first of two steps. */
export interface IssueTransfer {
  /** The PG: NICE is the only one so far. */
  pg: Pg
  /** What is subscribed to, as the buyer reads it. */
  orderName: string
  /** The shop's id of the subscription; unique. */
  subscriptionId: string
  /** The holder of the account: a person or a company. */
  username: string
  /** The bank; its Korean name travels. */
  bankName: Bank
  /** The account number, digits only. */
  bankAccount: string
  /** The holder's date of birth (YYMMDD) or business number (10 digits). */
  identityNo: string
  /** The phone that is called or sent the request to agree, in digits. */
  phone: string
  /** How the holder agrees; by a phone call unless said otherwise. */
  authType?: AuthType
  /** The method, where the PG has several. */
  method?: Method
  /** What the cash receipts are for. */
  cashReceiptType?: CashReceiptType
  /** Whose cash receipts they are: a phone number (income deduction) or a business number (proof of
  expense), in digits. */
  cashReceiptIdentityNo?: string
  /** What to debit when the key is published, in won, at least 100; without it only the key is made. */
  price?: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Options of the PG. */
  extra?: Extra
  /** The buyer. */
  user?: User
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Goes on with an account's billing key that was asked for and is not issued yet. */
export interface ContinueTransfer {
  /** Bootpay's id of the request, 24 hex characters. */
  receiptId: string
}

/** Makes the billing key of an account whose holder has agreed: the second of two steps. */
export interface PublishTransfer {
  /** Bootpay's id of the request, from the first step. */
  receiptId: string
}

/** Asks for a billing key. */
export interface GetBillingKey {
  /** The billing key. */
  billingKey: string
}

/** Asks for the billing key that a request led to. */
export interface GetBillingKeyByReceipt {
  /** Bootpay's id of the request, which is all that a browser or app is told. */
  receiptId: string
}

/** Asks for a billing key that pays in the order that its owner chose. */
export interface GetSequentialBillingKey {
  /** The billing key. */
  billingKey: string
  /** The key of the payment widget, from Bootpay's console. */
  widgetKey: string
  /** The shop's id of the member, who must own the key. */
  userId: string
}

/** Destroys a billing key. */
export interface DeleteBillingKey {
  /** The billing key. */
  billingKey: string
}

/** Charges a billing key, once and now. */
export interface ChargeBillingKey {
  /** The billing key. */
  billingKey: string
  /** What is paid for, as the buyer reads it. */
  orderName: string
  /** The shop's id of the order; a new one for each attempt. */
  orderId: string
  /** What to charge, in won; at least 100. */
  price: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won. */
  cardQuota?: string
  /** Who bears the interest, in Welcome Payments' words. */
  cardInterest?: string
  /** What was bought; quantities times prices must sum up to `price`. Payco demands it. */
  items?: Array<Item>
  /** The buyer; some PGs demand a phone number. */
  user?: User
  /** `card_quota` and `raw_data` count. */
  extra?: Extra
  /** Where the webhooks of this payment go: https, public. */
  feedbackUrl?: string
  /** How those webhooks are written. */
  contentType?: ContentType
  /** What the shop attaches; returned as it is. */
  metadata?: Json
  /** A wallet of Bootpay's easy payment (only one official SDK knows it). */
  walletKey?: string
}

/** Finishes a payment that was begun in an easy payment window, with a billing key. */
export interface FinishEasy {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The billing key. */
  billingKey: string
}

/** A means of payment that the shop may charge again and again. */
export interface BillingKey {
  /** Bootpay's id of the request that led to it, 24 hex characters. */
  receiptId: string
  /** The shop's id of the subscription. */
  subscriptionId?: string
  /** The key to charge; absent until it is issued. */
  billingKey?: string
  /** The card or account behind it. */
  billingData?: BillingData
  /** Until when it can be charged; an account's is 2099. */
  billingExpireAt?: Date
  /** The first charge, when the request asked for one. */
  receiptData?: Receipt
  /** Where it stands. */
  status: Status
  /** The number behind `status`. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
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
  /** When the key was issued. */
  publishedAt?: Date
  /** When it was asked for. */
  requestedAt?: Date
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** What the shop attached. */
  metadata?: Json
  /** The whole reply as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** The card or account behind a billing key or a wallet. */
export interface BillingData {
  /** The card number, its middle masked. */
  cardNo?: string
  /** The card company, in Korean. */
  cardCompany?: string
  /** The PG's own code of the card company. */
  cardCompanyCode?: string
  /** Credit (`0`) or check (`1`), as the PG writes it. */
  cardType?: string
  /** The same for the same card. */
  cardHash?: string
  /** KCP's own information of the key. */
  rtnKeyInfo?: Json
  /** The bank, in Korean. */
  bankName?: string
  /** The bank. */
  bankCode?: Bank
  /** The account number, masked. */
  bankAccount?: string
  /** The holder of the account, as a wallet tells it. */
  bankUsername?: string
  /** The holder of the account, masked. */
  username?: string
}

/** What was destroyed. */
export interface DeletedBillingKey {
  /** The billing key, of no use any more. */
  billingKey: string
  /** The whole reply as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** Has a billing key charged later, by Bootpay. At most 10 may wait for one billing key. */
export interface CreateReservation {
  /** The billing key. */
  billingKey: string
  /** What is paid for, as the buyer reads it. */
  orderName: string
  /** The shop's id of the order. */
  orderId: string
  /** What to charge, in won; at least 100. */
  price: number
  /** When to charge; not past, for which five minutes are forgiven. */
  reserveExecuteAt: Date
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Months of instalment: `00` is a lump sum, `02` to `12` need a price of at least 50,000 won. */
  cardQuota?: string
  /** What was bought; quantities times prices must sum up to `price`. */
  items?: Array<Item>
  /** The buyer. */
  user?: User
  /** `card_quota` and `raw_data` count. */
  extra?: Extra
  /** Where the webhooks of this payment go: https, public. */
  feedbackUrl?: string
  /** How those webhooks are written. */
  contentType?: ContentType
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Asks for a reservation. */
export interface GetReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
}

/** Cancels a reservation that waits. */
export interface CancelReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
}

/** What was reserved. */
export interface CreatedReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** When it will be charged. */
  reserveExecuteAt?: Date
  /** The whole reply as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** A charge that Bootpay makes later. */
export interface Reservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** Where it stands. */
  status: ReserveStatus
  /** The number behind `status`. */
  statusCode: number
  /** Bootpay's id of the payment, once it was charged. */
  receiptId?: string
  /** The billing key. */
  billingKey?: string
  /** The shop's id of the order. */
  orderId?: string
  /** What is paid for, as the buyer reads it. */
  orderName?: string
  /** What to charge, in won. */
  price?: number
  /** The tax-free part of `price`, in won. */
  taxFree?: number
  /** Months of instalment; `00` is a lump sum. */
  cardQuota?: string
  /** The buyer. */
  user?: Buyer
  /** What was bought, as the shop wrote it. */
  items?: Json
  /** Options of the payment, as the shop wrote them, but for an identity number. */
  extra?: Json
  /** Where the webhooks of this payment go. */
  feedbackUrl?: string
  /** How those webhooks are written. */
  contentType?: string
  /** What the shop attached. */
  metadata?: Json
  /** The version of Bootpay that took the reservation. */
  version?: string
  /** When it was reserved. */
  reserveRequestedAt?: Date
  /** When it is to be charged. */
  reserveExecuteAt?: Date
  /** When charging began. */
  reserveStartedAt?: Date
  /** When charging ended. */
  reserveFinishedAt?: Date
  /** When it was cancelled. */
  reserveRevokedAt?: Date
  /** The whole reply as Bootpay sent it but for an identity number, with what this version does not know. */
  raw: Json
}

/** What was cancelled. */
export interface CancelledReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** Whether it was cancelled. */
  success?: boolean
  /** The whole reply as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** Asks for a token with which the payment window knows a member of the shop. */
export interface IssueUserToken {
  /** The shop's id of the member. */
  userId: string
  /** E-mail address. */
  email?: string
  /** Name. */
  username?: string
  /** Sex. */
  gender?: Gender
  /** Date of birth, `YYMMDD`. */
  birth?: string
  /** Phone number, in digits. */
  phone?: string
}

/** A token with which the payment window knows a member of the shop. */
export interface UserToken {
  /** The token, for the window's `user_token`. It is not printed. */
  userToken: string
  /** Until when it can be used; about an hour. */
  expiredAt?: Date
  /** The whole reply as Bootpay sent it but for the token, with what this version does not know. */
  raw: Json
}

/** Asks for the wallets of the member whom a token names. */
export interface ListUserWallets {
  /** The member's token. */
  userToken: string
}

/** Lets a member pay by fingerprint or face on one device. */
export interface RegisterBiometric {
  /** The member's token. */
  userToken: string
  /** The device's id. */
  deviceUuid: string
  /** The device's system. */
  os: string
  /** What the device proves itself by. */
  token: string
}

/** Asks whether a member has given their password. */
export interface ValidatePassword {
  /** The member's token. */
  userToken: string
  /** What the window gave for the password. */
  token: string
}

/** Asks for the wallets of a member: cards and accounts kept in Bootpay's easy payment. */
export interface ListWallets {
  /** The shop's id of the member. */
  userId: string
  /** Those of test mode, or else of live mode. */
  sandbox: boolean
  /** The key of the payment widget, from Bootpay's console (only one official SDK knows it). */
  widgetKey?: string
}

/** Charges a member's wallets, in their order until one pays. */
export interface ChargeWallet {
  /** The shop's id of the member. */
  userId: string
  /** What is paid for, as the buyer reads it. */
  orderName: string
  /** The shop's id of the order; a new one for each attempt. */
  orderId: string
  /** What to charge, in won; at least 100. */
  price: number
  /** Wallets of test mode, or else of live mode. */
  sandbox: boolean
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Where the webhooks of this payment go: https, public. */
  webhookUrl?: string
  /** How those webhooks are written. */
  contentType?: ContentType
  /** What was bought; quantities times prices must sum up to `price`. */
  items?: Array<Item>
  /** The buyer. */
  user?: User
  /** Options of the payment. */
  extra?: Extra
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Asks for the merchant's own wallets at Bootpay. */
export interface ListServiceWallets {
}

/** A card or account that a member keeps in Bootpay's easy payment. */
export interface Wallet {
  /** Bootpay's id of the wallet, 24 hex characters. */
  walletId: string
  /** What kind of wallet it is, as Bootpay numbers them (the API's `type`). */
  walletType?: number
  /** Whether it is of test mode. */
  sandbox?: boolean
  /** Its place among the member's wallets; the first is tried first. */
  order?: number
  /** Whether it can pay, as Bootpay numbers it. */
  paymentStatus?: number
  /** The card or account. */
  batchData?: BillingData
  /** The PG's own code of the card company. */
  cardCode?: string
  /** What the member calls it. */
  name?: string
  /** Until when it can be used. */
  expiredAt?: Date
  /** When it last paid. */
  latestPurchasedAt?: Date
  /** The whole of it as Bootpay sent it, with what this version does not know. */
  raw: Json
}

/** A payment by a member's wallets. */
export interface WalletPayment {
  /** The payment. */
  receipt: Receipt
  /** Which wallet paid, and which were tried before. */
  walletData?: WalletData
}

/** Which wallet paid, and which were tried before. */
export interface WalletData {
  /** The one that paid. */
  success?: Wallet
  /** Those that were tried before, and did not pay. */
  failure?: Array<Wallet>
}

/** Asks a person to prove who they are, by text message or the carriers' PASS app. */
export interface RequestIdentity {
  /** The shop's id of this verification; a new one for each. */
  authenticationId: string
  /** The PG: Danal is the only one so far. */
  pg: Pg
  /** The method: `auth`. */
  method: Method
  /** What it is for, as the person reads it. */
  orderName: string
  /** Name. */
  username: string
  /** Date of birth (YYMMDD) and the first digit after it in the resident number: 7 digits. Six are
  taken too, since sources differ. */
  identityNo: string
  /** The carrier of the phone. */
  carrier: Carrier
  /** The phone number, in digits. */
  phone: string
  /** The person's own IP address. */
  clientIp: string
  /** The site or app that asks, as the person reads it. */
  siteUrl?: string
  /** By text message unless said otherwise. */
  authenticateType?: AuthenticateType
  /** Options of the PG. */
  extra?: Extra
  /** The person, as the shop knows them. */
  user?: User
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Ends a verification: with the code of the text message, or once the person is done in PASS. */
export interface ConfirmIdentity {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
  /** The six digits of the text message; none with PASS. */
  otp?: string
}

/** Sends the text message or the PASS request again. */
export interface ResendIdentity {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
}

/** Asks what a verification led to, within 30 minutes. */
export interface GetCertificate {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
}

/** The verification of a person's identity. It is complete only at status `identity_verified`. */
export interface Certificate {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
  /** The shop's id of the verification. */
  authenticateId?: string
  /** Where it stands. */
  status: Status
  /** The number behind `status`. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
  /** What was found. */
  authenticateData?: AuthenticateData
  /** The PG's name in Korean. */
  pg?: string
  /** The method used, in Korean. */
  method?: string
  /** The method asked for, in Korean. */
  methodOrigin?: string
  /** The method asked for. */
  methodOriginSymbol?: Method
  /** When the person had proven who they are. */
  authenticatedAt?: Date
  /** When it was asked for. */
  requestedAt?: Date
  /** What the shop attached. */
  metadata?: Json
  /** The whole reply as Bootpay sent it but for `unique`, with what this version does not know. */
  raw: Json
}

/** Who somebody is. What the PG was not asked for by the shop's contract is absent. */
export interface AuthenticateData {
  /** Name. */
  name?: string
  /** Phone number. */
  phone?: string
  /** The same for the same person in every shop (most likely the CI; sources differ). It identifies
  a person, and is not printed. */
  unique?: string
  /** Date of birth: `1990-10-14`. */
  birth?: string
  /** Sex. */
  gender?: Gender
  /** Whether the person is a foreigner. */
  foreigner?: boolean
  /** The carrier of the phone. */
  carrier?: Carrier
  /** How often the request was sent again. */
  numberOfRealarms?: number
  /** The PG's transaction id. */
  tid?: string
}

/** Has a cash receipt issued for a payment by bank transfer or into a virtual account. */
export interface PublishCashReceiptForPayment {
  /** Bootpay's id of the payment, which is paid and has no cash receipt yet. */
  receiptId: string
  /** Whose it is: a phone, resident, business or cash receipt card number, in digits. */
  identityNo: string
  /** What it is for. */
  cashReceiptType: CashReceiptType
  /** The buyer's name. */
  username?: string
  /** The buyer's phone number, in digits. */
  phone?: string
  /** The buyer's e-mail address. */
  email?: string
  /** The currency (only one official SDK knows it, and sends `WON`). */
  currency?: string
  /** The PG (only one official SDK knows it). */
  pg?: Pg
  /** Whether to issue a real one in test mode (only one official SDK knows it). */
  testProduction?: boolean
}

/** Has the cash receipt of a payment cancelled; the payment stays. */
export interface CancelCashReceiptForPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Who asked, as the admin pages show it. */
  cancelUsername?: string
  /** Why, as the admin pages show it. */
  cancelMessage?: string
}

/** Has a cash receipt issued for a sale that Bootpay knows nothing of. */
export interface PublishCashReceipt {
  /** What was paid, in won. */
  price: number
  /** What was bought. */
  orderName: string
  /** The shop's id of the order. */
  orderId: string
  /** Whose it is: a phone, resident, business or cash receipt card number, in digits. */
  identityNo: string
  /** What it is for. */
  cashReceiptType: CashReceiptType
  /** The PG; the project's default one unless said otherwise. */
  pg?: Pg
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** When it was paid; now unless said otherwise. */
  purchasedAt?: Date
  /** The buyer: name, phone and e-mail address count. */
  user?: User
  /** Options of the PG. */
  extra?: Extra
  /** What the shop attaches; returned as it is. */
  metadata?: Json
}

/** Has a cash receipt cancelled that was issued by itself. */
export interface CancelCashReceipt {
  /** Bootpay's id of the cash receipt, 24 hex characters. */
  receiptId: string
  /** Who asked, as the admin pages show it. */
  cancelUsername?: string
  /** Why, as the admin pages show it. */
  cancelMessage?: string
}

/** Tells the PG of an escrow payment that the goods are on their way. */
export interface StartShipping {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The courier's number of the parcel. */
  trackingNumber: string
  /** The courier; its Korean name travels, and any other name may be given. */
  deliveryCorp: Courier
  /** Whether the shop has paid for shipping. */
  shippingPrepayment?: boolean
  /** In how many days the parcel arrives. */
  shippingDay?: number
  /** Who receives it. */
  user?: ShippingUser
  /** Who sends it. */
  company?: Company
  /** Where the buyer lands after confirming or refusing (Inicis only). */
  redirectUrl?: string
  /** A page about the receipt; what for, no source tells. */
  receiptUrl?: string
}

/** Who receives a parcel. */
export interface ShippingUser {
  /** Name. */
  username?: string
  /** Phone number. */
  phone?: string
  /** Postal code. */
  zipcode?: string
  /** Address. */
  address?: string
}

/** Who sends a parcel. */
export interface Company {
  /** Name. */
  name?: string
  /** Phone number. */
  phone?: string
  /** Postal code. */
  zipcode?: string
  /** Address. */
  addr1?: string
  /** The rest of the address. */
  addr2?: string
}

/** Asks what the merchant has activated in Bootpay's console. */
export interface ListPaymentMethods {
}

/** A PG and a method that the merchant has activated. No source documents the reply: what is not
found here is in `raw`. */
export interface PaymentMethod {
  /** The PG's name in Korean. */
  pg?: string
  /** The PG's word. */
  pgSymbol?: string
  /** The method, in Korean. */
  method?: string
  /** The method. */
  methodSymbol?: Method
  /** Whether it is in test mode. */
  sandbox?: boolean
  /** The whole of it as Bootpay sent it. */
  raw: Json
}

/** Has the webhook of a payment sent again. */
export interface ResendWebhook {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Where to: https, public. */
  webhookUrl: string
}

/** Makes a merchant of a reseller. */
export interface CreateSeller {
  /** The merchant's short name. */
  companyAlias: string
  /** The merchant's name. */
  companyName: string
  /** The reseller's own id of the merchant. */
  primaryKey: string
  /** E-mail address. */
  email?: string
  /** Business number. */
  registNo?: string
  /** The owner's name. */
  ownerName?: string
  /** Phone number. */
  phone?: string
  /** Postal code. */
  zip?: string
  /** Address. */
  address1?: string
  /** The rest of the address. */
  address2?: string
  /** The name of the first project. */
  appName?: string
  /** The PGs of the first project, with their settings. */
  resources?: Json
  /** Whether the merchant is told by e-mail; not unless said. */
  sendEmail?: boolean
}

/** Asks for a merchant of a reseller. */
export interface GetSeller {
  /** Bootpay's id of the merchant. */
  providerId: string
}

/** Removes a merchant of a reseller that was made for a test. */
export interface DeleteTestSeller {
  /** Bootpay's id of the merchant. */
  providerId: string
}

/** Sets the PGs of a project of a reseller's merchant. */
export interface UpdateResources {
  /** Bootpay's id of the project. */
  appId: string
  /** The PGs, with their settings. */
  resources: Json
}

/** Makes a project for a merchant of a reseller. */
export interface CreateApp {
  /** Bootpay's id of the merchant. */
  providerId: string
  /** The project's name. */
  name: string
  /** The currency: `KRW`. */
  unit?: string
  /** What is sold: goods are `실물`. */
  real?: string
  /** What the project is about. */
  desc?: string
  /** The time zone: `Asia/Seoul`. */
  timezone?: string
}

/** Invites somebody to a project or to a merchant's team. */
export interface InviteMember {
  /** E-mail address. */
  email: string
  /** What they may do: `관리자` is everything. */
  level: string
  /** What they are invited to. */
  inviteType: InviteType
  /** Bootpay's id of the project, for an invitation to one. */
  appId?: string
  /** Bootpay's id of the merchant, for an invitation to its team. */
  providerId?: string
}

/** A reply whose shape no source documents. */
export interface Undocumented {
  /** The whole reply as Bootpay sent it; JSON null where it sent that. */
  raw: Json
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
   * The money may have moved or not, the change been made or not: the reply was lost, unreadable,
   * or says so itself. Do not repeat the call; find out first, by the receipt or the order.
   */
  | 'outcome_unknown'
  /** Bootpay answered a read with something that cannot be understood; `status` and `body` show it. */
  | 'unexpected_response'
  /** A read was not answered in time or not at all. It is safe to call again. */
  | 'unavailable'
  /** The payment is not what the shop sold; `field` names what differs. Do not ship. */
  | 'mismatch'

/** Whether a failed call may be made again. */
export type Repeat =
  /** Nothing has happened: calling again cannot do harm. */
  | 'safe'
  /** Only once it is known that the first call did nothing. */
  | 'after_resolve'
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
  | 'after_resolving'

/** A request that moves money or changes something else, and left: with what is needed to find out
later what became of it. */
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
  /** The shop's id of the order; of a billing key its subscription id, of an identity its authentication id. */
  orderId?: string
  /** How much, in won; absent where all that remains was asked for. */
  amount?: number
  /** The shop's id of the refund. */
  cancelId?: string
  /** Bootpay's id of the billing key. */
  billingKey?: string
  /** Bootpay's id of the reservation. */
  reserveId?: string
  /** What had been given back of the payment before, in won. */
  cancelledBefore?: number
  /** When the request left, by this machine's clock. */
  sentAt: Date
  /** What is known of it. */
  outcome: AttemptOutcome
  /** All of the above but the outcome as one text without secrets, to be kept anywhere and given to
  `attempts.resolve` later, in this or another process. */
  stored: string
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

/** Asks what became of an attempt. */
export interface ResolveAttempt {
  /** The attempt's own `stored`. One that was cut or altered, or is of another merchant or mode
  than the client, is refused, and nothing is sent. */
  stored: string
}

/** Finds out what became of the attempts that the client's store keeps. */
export interface RecoverAttempts {
  /** Also those whose answer is known, and which were not acknowledged: of the last hour. For the
  start of a process, whose predecessor may have died between an answer and the use of it. */
  answered?: boolean
  /** How many attempts at most; 100 unless given, at most 1000. */
  limit?: number
}

/** What became of an attempt, as far as reading can tell. */
export interface Resolution {
  /** Whether it happened. */
  outcome: ResolvedOutcome
  /** Why it is thought so, in words. */
  reason: string
  /** When to ask again, where it was too early to tell. */
  askAgainAt?: Date
  /** The attempt. */
  attempt: Attempt
  /** The payment as it stands, where one was read. */
  receipt?: Receipt
  /** The billing key as it stands, where one was read. */
  billingKey?: BillingKey
  /** The reservation as it stands, where one was read. */
  reservation?: Reservation
}

/** Whether an attempt happened. */
export type ResolvedOutcome =
  /** It happened. */
  | 'done'
  /** It did not happen: it is safe to make the call again. */
  | 'did_not_happen'
  /** Reading cannot tell, or not yet. Do not repeat the call. */
  | 'unknown'

/** An attempt, as a store keeps it. */
export interface AttemptRow {
  /** The attempt's id, unique. */
  id: string
  /** Whose it is: text of a merchant and a mode. A recover takes its own only. */
  owner: string
  /** Bootpay's id of the payment, where there is one. */
  payment?: string
  /** Whether its answer is known. */
  answered: boolean
  /** From when on it may be claimed. */
  dueAt: Date
  /** When the row may be deleted, if ever. */
  forgetAt?: Date
  /** All of the attempt, without secrets, as a text to be given back as it is. */
  record: string
}

/** What is wanted of a store's rows. */
export interface AttemptClaim {
  /** Whose. */
  owner: string
  /** Whether answered ones are wanted, too. */
  answered: boolean
  /** The present. */
  now: Date
  /** Until when nobody else may take it. */
  until: Date
}

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
  /** How long a call that moves money, or changes something else, may take in all; 70 seconds by
  default, since a PG's approval takes up to 60. */
  moneyTimeoutMs?: number
  /** How often at most what only reads is asked again, tokens too, within the time that a call may
  take: when Bootpay cannot be reached, does not answer, or says that it is not at its best. 2 by
  default, at most 10, and 0 for never. What changes something is never sent again. */
  retries?: number
  /** How long after a request left `attempts.resolve` waits before it says that it did not happen;
  two minutes by default, since a PG may still be at it. */
  quietPeriodMs?: number
  /** A file in which attempts are kept, so that a process that dies loses none: what changes
  something is written there before it leaves, and does not leave where that fails. Made where
  there is none. The processes of one machine may share it; for several machines there is
  `attempt_store`. `attempts.recover` finds out what became of those that nobody answers for. */
  attemptsFile?: string
  /** The shop's own place for attempts, instead of a file. */
  attemptStore?: AttemptStore
  /** How long it may take to connect; 10 seconds by default. */
  connectTimeoutMs?: number
  /** Certificate authorities to trust besides the system's: PEM, one or more. */
  caCertificates?: string
  /** Whether to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, but for the hosts of
  `NO_PROXY`; on macOS and Windows, the system's settings too. It passes on what is encrypted, and
  cannot read it. Not by default. */
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
 * Where attempts are kept by what a shop has anyway, its own database say.
 *
 * One row for each attempt, of which the store need understand nothing. The methods are called
 * one after another, on a thread of the client's own, where they may block; they fail by the
 * language's usual means, and whatever a failure says is in the error of the call. In a process
 * that was forked they are called anew: a connection of the parent must not be used there.
 */
export interface AttemptStore {
  /**
   * Keeps a row: in the place of the one that has its `id`, or as a new one. Comes back when it
   * is there to stay, also if the machine loses its power: what is to change something leaves
   * after that, and does not leave if this fails.
   */
  put(row: AttemptRow): unknown
  /**
   * Takes one row, and gives its `record`, or nothing where there is none to take: a row of this
   * `owner` whose `due_at` is not after `now`, and which is not `answered` unless `answered` ones
   * are wanted. Its `due_at` becomes `until` in the same step, so that nobody else takes it
   * meanwhile: of two who ask at once, one gets it.
   */
  claim(claim: AttemptClaim): string | null | undefined | Promise<string | null | undefined>
  /** The `record` of each row of this `payment`, in any order. */
  ofPayment(payment: string): Array<string> | Promise<Array<string>>
  /** Forgets the row of this `id`, where there is one. */
  remove(id: string): unknown
}

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
  /** Billing keys: cards and accounts that the shop may charge again and again. */
  get billing(): Billing
  /** Reservations: charges of a billing key that Bootpay makes later. */
  get reservations(): Reservations
  /** Members of the shop, as Bootpay's easy payment knows them. */
  get users(): Users
  /**
   * Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
   * Bootpay: use a user token and `payments.request`.
   */
  get wallets(): Wallets
  /** Identity verification, by text message or the carriers' PASS app. */
  get identity(): Identity
  /** Cash receipts, by which the tax office knows of payments in cash. */
  get cashReceipts(): CashReceipts
  /** Escrow: the PG keeps the money until the buyer has the goods. */
  get escrow(): Escrow
  /** Payment methods that the merchant has activated. */
  get paymentMethods(): PaymentMethods
  /** Webhooks: what Bootpay tells the shop's server by itself. */
  get webhooks(): Webhooks
  /** Attempts: calls that moved money or changed something, and whose end is not known. */
  get attempts(): Attempts
  /**
   * Calls for resellers, who make merchants of their own. All rest on one source, the official
   * Ruby SDK, and take the reseller's `application_id` and `private_key`.
   */
  get reseller(): Reseller
  /**
   * What this process has attempted with this client and not been told the end of: lost
   * replies, and calls whose caller went away.
   */
  unresolved(): Array<Attempt>
  /**
   * Takes an attempt off the list of `unresolved`, once its end is known. Tells whether it
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
   * resolved later; fails with `Mismatch` when it is not in KRW.
   */
  cancelPartial(request: CancelPartial, options?: CallOptions): Promise<Receipt>
  /**
   * Begins a payment from the server: a page for the buyer, or a charge of a wallet.
   *
   * Bootpay advises against it for payments in Korea, which begin in the payment window.
   * Rests on one source or on older ones; the reply is documented nowhere. Refused
   * with `RC_PRICE_LEAST_LT` below 100 won.
   */
  request(request: RequestPayment, options?: CallOptions): Promise<RequestedPayment>
  /**
   * Registers an account number of the shop's own choice as the virtual account of an order.
   *
   * Rests on one source, the official Ruby SDK.
   */
  requestVirtualAccount(request: RequestVirtualAccount, options?: CallOptions): Promise<Receipt>
}

/** Billing keys: cards and accounts that the shop may charge again and again. */
export declare class Billing {
  private constructor()
  /**
   * Makes a billing key from the data of a card; with `price` it is charged at once.
   *
   * A key that waits for its holder is returned without `billing_key`, at status
   * `billing_key_requested`: go on with `continue_card`, or look it up by its receipt.
   *
   * Refused with `RC_INVALID_EXP_MONTH` for a bad month, `SUBSCRIBE_REQUEST_FAILED` when
   * the card company says no.
   */
  issueCard(request: IssueCard, options?: CallOptions): Promise<BillingKey>
  /**
   * Goes on with a card's billing key that was asked for and is not issued yet.
   *
   * Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
   * the official Ruby SDK.
   */
  continueCard(request: ContinueCard, options?: CallOptions): Promise<BillingKey>
  /**
   * Asks the holder of an account to agree to its being debited: the first of two steps.
   *
   * Returns a receipt at status `billing_key_requested`, whose `order_id` is the
   * subscription's id; keep its `receipt_id` for `publish_transfer`. Refused with
   * `SUBSCRIBE_AT_LOOKUP_USER_FAILED` when holder, account and identity do not match.
   */
  issueTransfer(request: IssueTransfer, options?: CallOptions): Promise<Receipt>
  /**
   * Goes on with an account's billing key that was asked for and is not issued yet.
   *
   * Refused with `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait. Rests on one source,
   * the official Ruby SDK.
   */
  continueTransfer(request: ContinueTransfer, options?: CallOptions): Promise<BillingKey>
  /**
   * Makes the billing key of an account whose holder has agreed: the second of two steps.
   *
   * With a `price` in the first step, it is debited now. Refused with
   * `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
   * `SUBSCRIBE_PUBLISH_NOT_READY` when it does not wait, or no longer.
   */
  publishTransfer(request: PublishTransfer, options?: CallOptions): Promise<BillingKey>
  /**
   * Looks up a billing key.
   *
   * Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed.
   */
  get(request: GetBillingKey, options?: CallOptions): Promise<BillingKey>
  /**
   * Looks up the billing key that a request led to: how a server gets a key that was
   * made in the payment window.
   *
   * Refused with `RC_NOT_FOUND` when there is no such request, with `RC_NOT_SUBSCRIBE`
   * when it was not one for a billing key.
   */
  getByReceipt(request: GetBillingKeyByReceipt, options?: CallOptions): Promise<BillingKey>
  /** Looks up a billing key that pays in the order that its owner chose. */
  getSequential(request: GetSequentialBillingKey, options?: CallOptions): Promise<BillingKey>
  /**
   * Destroys a billing key. Its reservations stay: cancel each of them.
   *
   * Refused with `SUBSCRIBE_BK_EXPIRED` when it has expired or was destroyed before.
   */
  delete(request: DeleteBillingKey, options?: CallOptions): Promise<DeletedBillingKey>
  /**
   * Charges a billing key, once and now.
   *
   * Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed, with
   * `RC_CONFIRM_FAILED` when the PG or the card company says no.
   */
  charge(request: ChargeBillingKey, options?: CallOptions): Promise<Receipt>
  /**
   * Finishes a payment that was begun in an easy payment window, with a billing key.
   *
   * Rests on one source, the official Ruby SDK.
   */
  finishEasy(request: FinishEasy, options?: CallOptions): Promise<Receipt>
}

/** Reservations: charges of a billing key that Bootpay makes later. */
export declare class Reservations {
  private constructor()
  /**
   * Has a billing key charged later. At most 10 may wait for one billing key.
   *
   * Refused with `SUBSCRIBE_BK_EXPIRED` when the key has expired or was destroyed.
   */
  create(request: CreateReservation, options?: CallOptions): Promise<CreatedReservation>
  /** Looks up a reservation; once it was charged it names the receipt. */
  get(request: GetReservation, options?: CallOptions): Promise<Reservation>
  /** Cancels a reservation that waits. */
  cancel(request: CancelReservation, options?: CallOptions): Promise<CancelledReservation>
}

/** Members of the shop, as Bootpay's easy payment knows them. */
export declare class Users {
  private constructor()
  /**
   * Gives a token with which the payment window knows a member, for about an hour.
   *
   * A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
   * `application_id` and `private_key` as well.
   */
  token(request: IssueUserToken, options?: CallOptions): Promise<UserToken>
  /**
   * Lists the wallets of the member whom a token names.
   *
   * Rests on the official Ruby and browser SDKs.
   */
  wallets(request: ListUserWallets, options?: CallOptions): Promise<Array<Wallet>>
  /**
   * Lets a member pay by fingerprint or face on one device.
   *
   * Rests on one source, the official Ruby SDK.
   */
  registerBiometric(request: RegisterBiometric, options?: CallOptions): Promise<Undocumented>
  /**
   * Tells whether a member has given their password.
   *
   * Rests on one source, the official Ruby SDK.
   */
  validatePassword(request: ValidatePassword, options?: CallOptions): Promise<Undocumented>
}

/**
 * Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
 * Bootpay: use a user token and `payments.request`.
 */
export declare class Wallets {
  private constructor()
  /**
   * Lists the wallets of a member. Deprecated by Bootpay.
   *
   * A key pair was seen to be refused here (`TOKEN_KEY_INVALID`): give the client an
   * `application_id` and `private_key` as well.
   */
  list(request: ListWallets, options?: CallOptions): Promise<Array<Wallet>>
  /**
   * Charges the wallets of a member, in their order until one pays. Deprecated by Bootpay.
   *
   * Refused with `RC_CONFIRM_FAILED` when none pays.
   */
  charge(request: ChargeWallet, options?: CallOptions): Promise<WalletPayment>
  /**
   * Lists the merchant's own wallets at Bootpay.
   *
   * Rests on one source, the official Ruby SDK.
   */
  listService(request?: ListServiceWallets, options?: CallOptions): Promise<Undocumented>
}

/** Identity verification, by text message or the carriers' PASS app. */
export declare class Identity {
  private constructor()
  /**
   * Asks a person to prove who they are.
   *
   * Refused with `AUTH_NEED_PG_METHOD` without PG and method, with
   * `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is over, with
   * `AUTH_CONFIRM_READY_FAILED` when name, carrier and phone do not match.
   */
  request(request: RequestIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Ends a verification: with the code of the text message, or once the person is done
   * in PASS.
   *
   * Refused with `AUTH_NOT_READY` when it does not wait, with `AUTH_EXPIRED` after 30
   * minutes.
   */
  confirm(request: ConfirmIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Sends the text message or the PASS request again.
   *
   * Refused with `AUTH_NOT_READY` when it does not wait.
   */
  resend(request: ResendIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Looks up what a verification led to. Complete only at status `identity_verified`.
   *
   * Refused with `AUTH_NOT_CONFIRMED` before the person is done, with `AUTH_EXPIRED`
   * after 30 minutes, with `RC_NOT_FOUND` when there is none.
   */
  certificate(request: GetCertificate, options?: CallOptions): Promise<Certificate>
}

/** Cash receipts, by which the tax office knows of payments in cash. */
export declare class CashReceipts {
  private constructor()
  /**
   * Has a cash receipt issued for a payment by bank transfer or into a virtual account.
   *
   * Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, with `RC_NOT_FOUND` when
   * there is no such payment.
   */
  publishForPayment(request: PublishCashReceiptForPayment, options?: CallOptions): Promise<Receipt>
  /**
   * Has the cash receipt of a payment cancelled; the payment stays.
   *
   * Bootpay answers with nothing, or with the receipt. Refused with `RC_NOT_FOUND` when
   * there is no such payment.
   */
  cancelForPayment(request: CancelCashReceiptForPayment, options?: CallOptions): Promise<Receipt | undefined | null>
  /**
   * Has a cash receipt issued for a sale that Bootpay knows nothing of.
   *
   * Refused with `RC_CASH_RECEIPT_FAILED` when the PG says no, or was not contracted for it.
   */
  publish(request: PublishCashReceipt, options?: CallOptions): Promise<Receipt>
  /**
   * Has a cash receipt cancelled that was issued by itself.
   *
   * Refused with `RC_NOT_FOUND` when there is none.
   */
  cancel(request: CancelCashReceipt, options?: CallOptions): Promise<Receipt>
}

/** Escrow: the PG keeps the money until the buyer has the goods. */
export declare class Escrow {
  private constructor()
  /**
   * Tells the PG that the goods are on their way. KCP and Inicis only.
   *
   * Refused with `RC_NOT_ESCROW` when the payment was not made with escrow.
   */
  startShipping(request: StartShipping, options?: CallOptions): Promise<Receipt>
}

/** Payment methods that the merchant has activated. */
export declare class PaymentMethods {
  private constructor()
  /**
   * Lists the PGs and methods that the merchant has activated in Bootpay's console.
   *
   * Rests on the official Java and Ruby SDKs; the reply is documented nowhere.
   */
  list(request?: ListPaymentMethods, options?: CallOptions): Promise<Array<PaymentMethod>>
}

/** Webhooks: what Bootpay tells the shop's server by itself. */
export declare class Webhooks {
  private constructor()
  /**
   * Has the webhook of a payment sent again.
   *
   * Rests on one source, the official Ruby SDK.
   */
  resend(request: ResendWebhook, options?: CallOptions): Promise<Undocumented>
}

/** Attempts: calls that moved money or changed something, and whose end is not known. */
export declare class Attempts {
  private constructor()
  /**
   * Finds out what became of an attempt, by reading only.
   *
   * `done` and `did_not_happen` are said only where that is sure; then the attempt is off
   * the list of `unresolved`. What reading cannot tell apart stays `unknown`: two payments
   * of one order that fit, say. That something did not happen is said after the client's
   * quiet period, when two looks a second apart see the same; where that is beyond the
   * call's `timeout`, the answer is `unknown` at once, and says when to ask again.
   * Partial cancels of one payment must be made one after another, or none can be told
   * from the other.
   */
  resolve(request: ResolveAttempt, options?: CallOptions): Promise<Resolution>
  /**
   * Finds out what became of attempts that were kept and that nobody answers for: after a
   * crash, or of lost replies.
   *
   * By reading only, and as carefully as `resolve`, but without waiting for a quiet period:
   * what it is too early to tell is `unknown`, and taken again by a later recover. Call it when
   * a process starts, and every few minutes. Any number of processes may recover at once: of
   * one attempt only one hears. What is returned stays in the store for an hour, or until it
   * is acknowledged, for a recover that wants `answered` ones; what is unknown stays until then.
   *
   * Needs `attempts_file` or `attempt_store`: `Config` without. Fails with `NotSent` when
   * the store cannot be used.
   */
  recover(request: RecoverAttempts, options?: CallOptions): Promise<Array<Resolution>>
}

/**
 * Calls for resellers, who make merchants of their own. All rest on one source, the official
 * Ruby SDK, and take the reseller's `application_id` and `private_key`.
 */
export declare class Reseller {
  private constructor()
  /** Makes a merchant. Rests on one source, the official Ruby SDK. */
  createSeller(request: CreateSeller, options?: CallOptions): Promise<Undocumented>
  /** Looks up a merchant. Rests on one source, the official Ruby SDK. */
  getSeller(request: GetSeller, options?: CallOptions): Promise<Undocumented>
  /** Removes a merchant that was made for a test. Rests on one source, the official Ruby SDK. */
  deleteTestSeller(request: DeleteTestSeller, options?: CallOptions): Promise<Undocumented>
  /** Sets the PGs of a project. Rests on one source, the official Ruby SDK. */
  updateResources(request: UpdateResources, options?: CallOptions): Promise<Undocumented>
  /** Makes a project for a merchant. Rests on one source, the official Ruby SDK. */
  createApp(request: CreateApp, options?: CallOptions): Promise<Undocumented>
  /** Invites somebody to a project or a team. Rests on one source, the official Ruby SDK. */
  invite(request: InviteMember, options?: CallOptions): Promise<Undocumented>
}

/**
 * Tells in words whether and when a call is repeated, by the client and by its caller.
 *
 * `endpoint` is a call as errors name it: `payments.cancel_full`. This is what a client does unless
 * its settings say otherwise; what may be done after one failure is in the error's `repeat`.
 *
 * Throws a `BootpayError` of kind `invalid` when there is no such call.
 */
export declare function explainRetry(endpoint: string): string
