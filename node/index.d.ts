// Generated: `make generate`.

declare const made: unique symbol
export {}

/** Any JSON. */
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** The headers of a request: those of Node's `http`, of Express, or a `Headers` of the web. */
export type RequestHeaders = Record<string, string | string[] | undefined> | Iterable<[string, string]>

/** The error of a failed call. `kind` says what to do; the other fields describe the failure. */
export declare class BootpayError extends Error {
  private constructor()
  readonly name: 'BootpayError'
  /** The signal's reason, if the call was cancelled. */
  readonly cause?: unknown
}
export interface BootpayError extends Readonly<ErrorInfo> {}

export interface CallOptions {
  /**
   * Cancels the call: it rejects with the signal's reason.
   *
   * A write or money call that was sent completes in the background instead, and the call rejects
   * with a `BootpayError` of kind `outcome_unknown` that carries the attempt.
   */
  signal?: AbortSignal
}

/** The status of a payment. */
export type Status =
  /** Requested; the buyer has not finished. */
  | 'ready'
  /** Paid: the money has moved. */
  | 'paid'
  /**
   * Waiting for confirmation: the buyer has finished, and the server must confirm before the money
   * moves.
   */
  | 'waiting_confirm'
  /** The PG is approving (API v1). */
  | 'approving'
  /** Approval was requested and is in progress. */
  | 'approval_requested'
  /** A virtual account was issued; the buyer has not paid into it. */
  | 'virtual_account_issued'
  /** A billing key was issued. */
  | 'billing_key_issued'
  /** The buyer's identity was verified. */
  | 'identity_verified'
  /** Cancelled, in full or in part: `cancelledPrice` is the amount. */
  | 'cancelled'
  /** A billing key is being prepared. */
  | 'billing_key_preparing'
  /** A billing key was requested and is not issued yet. */
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
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Payment methods. */
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
  /** Naver Pay, the older symbol. */
  | 'npay'
  /** Kakao Pay. */
  | 'kakao'
  /** Payco. */
  | 'payco'
  /** Toss Pay. */
  | 'toss'
  /** Cash receipt issued by itself, without a payment. */
  | 'cash_receipt'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** The payment gateways that Bootpay connects. Responses name a PG in Korean: `Receipt.pg`. */
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
  /** Toss Payments, the older symbol. */
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
  /** KICC EasyPay, the symbol of the mobile SDKs. */
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
  /** Naver Pay, the older symbol. */
  | 'npay'
  /** Payco; requires the items bought. */
  | 'payco'
  /** Toss Pay. */
  | 'tosspay'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/**
 * Card companies, by the two-digit codes of NICE, which the payment window's options use.
 *
 * A receipt's `cardCompanyCode` is the PG's own and need not be one of these.
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
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** A person's sex, as the API accepts and returns it. */
export type Gender =
  /** Male. */
  | 'male'
  /** Female. */
  | 'female'
  /** Not given. */
  | 'not_told'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Purpose of a cash receipt. */
export type CashReceiptType =
  /** Income deduction: the buyer is a person. */
  | '소득공제'
  /** Proof of expense: the buyer is a business. */
  | '지출증빙'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** An item of an order. */
export interface Item {
  /** The merchant's id of the item. */
  id: string
  /** Name, as the buyer reads it. */
  name: string
  /** Quantity; at least 1. */
  qty: number
  /** Price of one, in won; may be 0. */
  price: number
  /** The widest category. */
  cat1?: string
  /** The category within `cat1`. */
  cat2?: string
  /** The category within `cat2`. */
  cat3?: string
  /** The type of the category, as a value of Naver Pay. */
  categoryType?: string
  /** The category, as a value of Naver Pay (`categoryId`). */
  categoryCode?: string
  /** First day of validity, `yyyyMMdd`. */
  startDate?: string
  /** Last day of validity, `yyyyMMdd`. */
  endDate?: string
}

/** The buyer in the merchant's records. */
export interface User {
  /** The merchant's id of the buyer. */
  id?: string
  /** Name. PayApp requires it. */
  username?: string
  /** Phone number. Some PGs require it, PayApp among them. */
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

/** Options of a payment. The call, the PG and the method decide which of them count. */
export interface Extra {
  /** Months of instalment, as in the request's own `cardQuota`; in a window the choices, `0,2,3`. */
  cardQuota?: string
  /** True to also return the PG's own fields, in the response's `raw`. */
  rawData?: boolean
  /**
   * True to test a new billing key with a charge of 100 won (PayApp 1,000), refunded after about ten
   * minutes.
   */
  subscribeTestPayment?: boolean
  /** True for an escrow payment (KCP and Inicis). */
  escrow?: boolean
  /** True if the server approves, after the buyer has finished. */
  separatelyConfirmed?: boolean
  /** True if only the server may approve, not the window. */
  confirmOnlyRestApi?: boolean
  /** Seconds for which a repeated confirmation gets the same response. */
  confirmGraceSeconds?: number
  /** Timeout of the window, in minutes. Default 30. */
  timeout?: number
  /** True to simulate the deposit into a virtual account of test mode. */
  testDeposit?: boolean
  /** True to send webhooks of failures. */
  enableErrorWebhook?: boolean
  /** True to send webhooks of closing and expiry. */
  commonEventWebhook?: boolean
  /** Delay of webhooks, in seconds; at most 600. */
  webhookDelayDuration?: number
  /** True to send the PG the merchant's order id instead of Bootpay's. */
  useOrderId?: boolean
  /** Deadline for the deposit into a virtual account, `yyyy-mm-dd HH:MM:SS` in Korean time. */
  depositExpiration?: string
  /** True if the window asks about a cash receipt. */
  displayCashReceipt?: boolean
  /** Purpose of the cash receipt. */
  cashReceiptType?: CashReceiptType
  /** Identity for the cash receipt: a phone, resident or business number, in digits. */
  identityNo?: string
  /** True to issue no cash receipt. */
  cashReceiptNotPublished?: boolean
  /** Minimum age of the buyer. */
  ageLimit?: number
  /** Minimum price, in won. */
  minimumPriceLimit?: number
  /** The seller, as the buyer reads it. */
  sellerName?: string
  /** Period that the payment covers, as the buyer reads it: `월 자동결제`. */
  offerPeriod?: string
  /** The window's language: `ko`. */
  locale?: string
  /** Days until delivery. */
  deliveryDay?: number
  /** Delivery charge, in won. */
  deliveryPrice?: number
  /** Mode in which the window opens: `iframe`, `popup` or `redirect`, the default. */
  openType?: string
  /**
   * Mode in which the window opens in each browser, instead of `openType`: a list of objects with
   * `browser` and `openType`.
   */
  browserOpenType?: Json
  /** URL to which a redirected window returns. */
  redirectUrl?: string
  /** The app to which a card's app returns. */
  appScheme?: string
  /** True if a redirected window tells the app's web view instead of a page of the merchant's. */
  useBootpayInappSdk?: boolean
  /** True to show Bootpay's page after a success. Default false. */
  displaySuccessResult?: boolean
  /** True to show Bootpay's page after a failure. Default true in apps, else false. */
  displayErrorResult?: boolean
  /** True to show a button that closes a window in a frame. */
  showCloseButton?: boolean
  /** Text that the window shows during the approval. */
  confirmMessage?: string
  /** The card company whose window opens at once. */
  directCardCompany?: CardCompany
  /** The months of instalment with `directCardCompany`. */
  directCardQuota?: string
  /** True to open the card company's app at once, with `directCardCompany`. */
  directAppCard?: boolean
  /** True to open Samsung Pay at once. */
  directSamsungpay?: boolean
  /** True to offer cards of other countries only (Toss Payments). */
  internationalCardOnly?: boolean
  /** The only card companies to offer. */
  enableCardCompanies?: Array<CardCompany>
  /** Card companies not to offer. */
  exceptCardCompanies?: Array<CardCompany>
  /** The only easy payments to offer. */
  enableEasyPayments?: Array<string>
  /** Source of an easy payment: `card` or `point`. */
  easyPaymentMethod?: string
  /** True if the card's points may be used. */
  useCardPoint?: boolean
  /** The only carrier with which the buyer may verify their identity: `SKT`, `KT` or `LGT`. */
  phoneCarrier?: string
  /** What the window for a billing key says of the first charge. */
  firstSubscriptionComment?: string
  /** What the window for a billing key says of the later charges. */
  subscriptionComment?: string
  /** True to use Welcome Payments' own window. */
  useWelcomepayment?: boolean
  /** The deposit on disposable cups, in won. */
  disposableCupDeposit?: number
  /** True if it counts for the tax deduction on books and culture. */
  useExtraDeduction?: boolean
}

/** A platform on which a merchant takes payments. Bootpay issues an application id for each. */
export type Platform =
  /** Web pages. */
  | 'web'
  /** Android apps. */
  | 'android'
  /** iOS apps. */
  | 'ios'
  /** The merchant's server, over REST. */
  | 'rest'

/** The status of a reservation (documented for API v1; v2 was seen to respond alike). */
export type ReserveStatus =
  /** Waiting for its time. */
  | 'pending'
  /** Charged; the reservation names the receipt. */
  | 'finished'
  /** Failed at its scheduled time. */
  | 'failed'
  /** Cancelled before its time. */
  | 'cancelled'
  /** Not reserved. */
  | 'not_reserved'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** The status of an escrow payment. */
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
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/**
 * Banks, by the three-digit codes of the Korea Financial Telecommunications and Clearings Institute.
 *
 * Their Korean names are the short ones that Bootpay accepts as `bankName`.
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
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Couriers, by the Korean names that Bootpay accepts as `deliveryCorp`. */
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
  /** Delivered by the merchant itself. */
  | '직접배달'
  /** Quick service by motorcycle. */
  | '퀵서비스'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Mobile carriers, for an identity verification. */
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
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Method of an identity verification. */
export type AuthenticateType =
  /** A code by text message. */
  | 'sms'
  /** The carriers' PASS app. */
  | 'pass'

/** Method of an account holder's consent to direct debit. */
export type AuthType =
  /** An automated phone call. */
  | 'ARS'
  /** An app. */
  | '간편인증'

/** Content type of a webhook's body. */
export type ContentType =
  /** JSON. */
  | 'application/json'
  /** A form. */
  | 'application/x-www-form-urlencoded'

/** Target of an invitation. */
export type InviteType =
  /** One project; `appId` names it. */
  | '프로젝트'
  /** A merchant's whole team; `providerId` names it. */
  | '팀'

/**
 * A payment as Bootpay records it.
 *
 * Amounts are whole won; in another `currency` they are in its smallest unit (US cents).
 */
export interface Receipt {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The merchant's id of the order; of a billing key, its subscription id. */
  orderId?: string
  /** Amount requested, in won. */
  price: number
  /** The tax-free part of `price`, in won. */
  taxFree: number
  /** Amount refunded so far, all cancels together, in won. */
  cancelledPrice: number
  /** The tax-free part of `cancelledPrice`, in won. */
  cancelledTaxFree: number
  /** Name of the order, as the buyer read it. */
  orderName?: string
  /** The merchant's name. */
  companyName?: string
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** The merchant's metadata of the payment. */
  metadata?: Json
  /** True if the payment was made in test mode. */
  sandbox?: boolean
  /** The PG's name in Korean; `Pg` has the usual ones. */
  pg?: string
  /** The method used, in Korean. */
  method?: string
  /** The method used. */
  methodSymbol?: Method
  /** The requested method, in Korean. */
  methodOrigin?: string
  /** The requested method. */
  methodOriginSymbol?: Method
  /** Time of payment, by the PG's clock. */
  purchasedAt?: Date
  /** Time of the last cancel, by the PG's clock. */
  cancelledAt?: Date
  /** Time of the request, by Bootpay's clock. */
  requestedAt?: Date
  /** The status. */
  status: Status
  /** `status` as Bootpay's number. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
  /**
   * ISO 4217 code; `KRW` if Bootpay did not say. `confirm` and `verify` accept only a currency that Bootpay
   * names.
   */
  currency: string
  /** A page that shows the slip to the buyer. */
  receiptUrl?: string
  /** The card of a payment by card, also if a wallet charged a card. */
  cardData?: CardData
  /** The phone of a payment by phone bill. */
  phoneData?: PhoneData
  /** The account of a bank transfer, also if a wallet debited an account. */
  bankData?: BankData
  /** The virtual account of a payment into one. */
  vbankData?: VirtualAccountData
  /** The transaction of a payment with Naver Pay's own money. */
  naverPointData?: PointData
  /** The transaction of a payment with Kakao Pay's own money. */
  kakaoMoneyData?: PointData
  /** The transaction of a payment with Payco's own money. */
  paycoPointData?: PointData
  /** The transaction of a payment with Toss's own money. */
  tossPointData?: PointData
  /** The escrow status of an escrow payment, also if Bootpay sends it beside `price`. */
  escrowData?: EscrowData
  /** The cash receipt, if one was issued. */
  cashReceiptData?: CashReceiptData
  /** The buyer, if `lookupUserData` was true. */
  user?: Buyer
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** The card behind a payment. */
export interface CardData {
  /** The PG's transaction id. */
  tid?: string
  /** The card company's approval number. */
  cardApproveNo?: string
  /** The card number with its middle masked. */
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
  /** Points refunded, in won. */
  cancelledPoint?: number
  /** Coupons used, in won. */
  coupon?: number
  /** Coupons refunded, in won. */
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
  /** Purpose of the cash receipt. */
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
  /** Deadline for the deposit. If the PG names only a day: the end of that day in Korea. */
  expiredAt?: Date
  /** Name of the payer. */
  senderName?: string
  /** The PG's id of the cash receipt. */
  cashReceiptTid?: string
  /** Purpose of the cash receipt. */
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

/** The status of an escrow payment. */
export interface EscrowData {
  /** The status. */
  status?: EscrowStatus
  /** `status` in Korean. */
  statusLocale?: string
  /** Time at which shipping started. */
  shippingStartedAt?: Date
  /** Time at which the buyer confirmed. */
  receiptConfirmedAt?: Date
}

/** The cash receipt of a payment. */
export interface CashReceiptData {
  /** The PG's id of the cash receipt. */
  tid?: string
  /** Purpose of the cash receipt. */
  cashReceiptType?: CashReceiptType
  /** The approval number. */
  cashReceiptNo?: string
  /** A page that shows the cash receipt. */
  receiptUrl?: string
}

/** The buyer, as the merchant described them in the payment window. */
export interface Buyer {
  /** The merchant's id of the buyer. */
  id?: string
  /** Name. */
  username?: string
  /** Phone number. */
  phone?: string
  /** E-mail address. */
  email?: string
  /** Sex. */
  gender?: Gender
  /** Date of birth, as the merchant wrote it. */
  birth?: string
  /** Province or city. */
  area?: string
  /** Address. */
  addr?: string
}

/** Looks up one payment. */
export interface GetReceipt {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** True to also return the buyer's details. */
  lookupUserData?: boolean
}

/** Looks up the payments of one order. */
export interface FindByOrder {
  /** The merchant's id of the order. */
  orderId: string
}

/**
 * Confirms a payment that the buyer has finished and that matches the merchant's order; returns it if it is
 * paid already.
 */
export interface ConfirmPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The merchant's id of the order, from the merchant's own records and not from the browser. */
  orderId: string
  /** Price of the order in won, from the merchant's own records and not from the browser. */
  price: number
}

/** Verifies that a payment is paid and matches the merchant's order. */
export interface VerifyPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The merchant's id of the order, from the merchant's own records and not from the browser. */
  orderId: string
  /** Price of the order in won, from the merchant's own records and not from the browser. */
  price: number
}

/** Cancels a payment in full: refunds all that remains of it. */
export interface CancelFull {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Reason, shown on the admin pages. */
  cancelMessage?: string
  /** The merchant's own id of this refund; Bootpay refuses a second one with the same id. */
  cancelId?: string
  /** Name of the requester, shown on the admin pages. */
  cancelUsername?: string
  /** The account to refund to; required for payments into virtual accounts. */
  refund?: Refund
  /** The items refunded (known only from the official Python and Ruby SDKs). */
  items?: Array<Item>
  /** The merchant's metadata of the cancel (known only from the official Python SDK). */
  metadata?: Json
  /** The requesting system, shown on the admin pages (known only from the official Ruby SDK). */
  cancelRequester?: string
}

/** Cancels a payment in part: refunds `cancelPrice`. */
export interface CancelPartial {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Amount to refund, in won. */
  cancelPrice: number
  /** The merchant's own id of this refund; Bootpay refuses a second one with the same id. */
  cancelId: string
  /** The tax-free part of `cancelPrice`, in won; at most `cancelPrice`. */
  cancelTaxFree?: number
  /** Reason, shown on the admin pages. */
  cancelMessage?: string
  /** Name of the requester, shown on the admin pages. */
  cancelUsername?: string
  /** The account to refund to; required for payments into virtual accounts. */
  refund?: Refund
  /** The items refunded (known only from the official Python and Ruby SDKs). */
  items?: Array<Item>
  /** The merchant's metadata of the cancel (known only from the official Python SDK). */
  metadata?: Json
  /** The requesting system, shown on the admin pages (known only from the official Ruby SDK). */
  cancelRequester?: string
}

/**
 * The account to which a payment into a virtual account is refunded. The merchant needs a contract for it
 * with the PG (CMS).
 */
export interface Refund {
  /** The account number, digits only. */
  bankAccount: string
  /** The holder. */
  bankUsername: string
  /** The bank: three digits, `004` is KB Kookmin. */
  bankCode: Bank
}

/**
 * A payment that was read from Bootpay and matches the merchant's order: paid in won, in the client's
 * mode, with this order id and price, nothing refunded.
 *
 * Only `confirm` and `verify` make one, so a function that ships goods can require it. Both return one each
 * time they are asked: it says that the payment is good, not that you have not shipped yet. One conditional
 * `UPDATE` of the order decides that, as the documentation of `payments.confirm` shows.
 */
export declare class VerifiedPayment {
  private constructor()
  /** Bootpay's id of the payment. */
  get receiptId(): string
  /** The merchant's id of the order. */
  get orderId(): string
  /** Amount paid, in won. */
  get price(): number
  /**
   * True if this call did not confirm the payment: it was paid before, or another confirm came first; always
   * true from `verify`. For logs only. Do not decide by it if to ship: the process that confirmed may
   * have crashed before it shipped.
   */
  get confirmedEarlier(): boolean
  /** The payment as Bootpay records it. */
  get receipt(): Receipt
}
export interface VerifiedPayment {
  readonly [made]: true
}

/** Starts a payment from the server: a page for the buyer, or a charge of a wallet of theirs. */
export interface RequestPayment {
  /** Amount to pay, in won; at least 100. */
  price: number
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the order; unique. */
  orderId: string
  /** The PG; without it and `method`, the buyer chooses. */
  pg?: Pg
  /** The method. */
  method?: Method
  /** The methods that the buyer may choose from. */
  methods?: Array<Method>
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** The buyer. */
  user?: User
  /** The items bought; quantities times prices must sum to `price`. Payco requires them. */
  items?: Array<Item>
  /** Options of the payment. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
  /** The Application ID of the web or app platform that the page acts for. */
  platformApplicationId?: string
  /** URL to which the buyer is redirected afterwards. */
  redirectUrl?: string
  /** The member's token; with `walletId`, charges that wallet. */
  userToken?: string
  /** The wallet to charge, with `userToken`. */
  walletId?: string
  /** Keys for commissions, `commerce` and `marketer`. */
  commissionKeys?: Json
  /** The terms that the buyer agrees to: a list. */
  terms?: Json
  /** `1` for a payment widget, else `0`. */
  widget?: number
  /** The key of the payment widget, from Bootpay's console. */
  widgetKey?: string
  /** True if the widget is in test mode. */
  widgetSandbox?: boolean
  /** The device's id, for Bootpay's statistics. */
  uuid?: string
  /** The session's id, for Bootpay's statistics. */
  sk?: string
  /** Duration of the session, for Bootpay's statistics. */
  ti?: number
  /** The session's token, for Bootpay's statistics. */
  tk?: string
  /** The version of Bootpay's browser SDK to behave like: `5.2.0`. */
  ver?: string
  /** The version of the app SDK to behave like. */
  sdkVersion?: string
  /** The buyer's browser (the API's `__agent`). */
  agent?: string
}

/** A started payment. No source documents the response; `raw` has all of it. */
export interface RequestedPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId?: string
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** The page to show to the buyer. */
  url?: string
  /**
   * The whole response as Bootpay sent it. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** Registers an account number that the merchant chose as the virtual account of an order. */
export interface RequestVirtualAccount {
  /** The PG. */
  pg: Pg
  /** The merchant's id of the order. */
  orderId: string
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** Amount to pay, in won; at least 100. */
  price: number
  /** The bank: three digits. */
  bankCode: Bank
  /** The account number, digits only. */
  bankAccount: string
  /** The holder of the account. */
  bankUsername: string
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Purpose of the cash receipt. */
  cashReceiptType?: CashReceiptType
  /** Identity for the cash receipt: a phone, resident or business number, in digits. */
  identityNo?: string
  /** The buyer. */
  user?: User
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
  /** Options of the payment. */
  extra?: Extra
}

/**
 * Issues a billing key from card data.
 *
 * Only for merchants that may handle card data, and for PGs that accept it: NICE, PayApp, Welcome
 * Payments, Lightpay. The card data is in this one request and nowhere else: it is never stored, printed
 * or logged.
 */
export interface IssueCard {
  /** The PG that keeps the card. */
  pg: Pg
  /** Name of the subscription, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the subscription; unique. */
  subscriptionId: string
  /** The card number: 13 to 19 digits, without hyphens. */
  cardNo: string
  /** The first two digits of the card's password. */
  cardPw: string
  /** The holder's date of birth (YYMMDD) or business number (10 digits). */
  cardIdentityNo: string
  /** The card's expiry year, two digits; not past. */
  cardExpireYear: string
  /** The card's expiry month, `01` to `12`. */
  cardExpireMonth: string
  /** The method, if the PG has several: `card_rebill`. */
  method?: Method
  /** Amount to charge at once, in won, at least 100; without it only the key is issued. */
  price?: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Options; only `subscribeTestPayment`, `cardQuota` and `rawData` count. */
  extra?: Extra
  /** The buyer; PayApp requires name and phone. */
  user?: User
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Continues a card's billing key that was requested and is not issued yet. */
export interface ContinueCard {
  /** Bootpay's id of the request, 24 hex characters. */
  receiptId: string
}

/** Requests an account holder's consent to direct debit: the first of two steps. */
export interface IssueTransfer {
  /** The PG: NICE is the only one so far. */
  pg: Pg
  /** Name of the subscription, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the subscription; unique. */
  subscriptionId: string
  /** The holder of the account: a person or a company. */
  username: string
  /** The bank; its Korean name is sent. */
  bankName: Bank
  /** The account number, digits only. */
  bankAccount: string
  /** The holder's date of birth (YYMMDD) or business number (10 digits). */
  identityNo: string
  /** The phone that receives the call or message asking for consent, in digits. */
  phone: string
  /** Method of consent; a phone call by default. */
  authType?: AuthType
  /** The method, if the PG has several. */
  method?: Method
  /** Purpose of the cash receipts. */
  cashReceiptType?: CashReceiptType
  /**
   * Identity for the cash receipts: a phone number (income deduction) or a business number (proof of
   * expense), in digits.
   */
  cashReceiptIdentityNo?: string
  /** Amount to debit when the key is published, in won, at least 100; without it only the key is issued. */
  price?: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Options of the PG. */
  extra?: Extra
  /** The buyer. */
  user?: User
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Continues an account's billing key that was requested and is not issued yet. */
export interface ContinueTransfer {
  /** Bootpay's id of the request, 24 hex characters. */
  receiptId: string
}

/** Issues the billing key of an account after its holder's consent: the second of two steps. */
export interface PublishTransfer {
  /** Bootpay's id of the request, from the first step. */
  receiptId: string
}

/** Looks up a billing key. */
export interface GetBillingKey {
  /** The billing key. */
  billingKey: string
}

/** Looks up the billing key that a request led to. */
export interface GetBillingKeyByReceipt {
  /** Bootpay's id of the request. A browser or app receives nothing else. */
  receiptId: string
}

/** Looks up a billing key that pays in the order its owner chose. */
export interface GetSequentialBillingKey {
  /** The billing key. */
  billingKey: string
  /** The key of the payment widget, from Bootpay's console. */
  widgetKey: string
  /** The merchant's id of the member, who must own the key. */
  userId: string
}

/** Deletes a billing key. */
export interface DeleteBillingKey {
  /** The billing key. */
  billingKey: string
}

/** Charges a billing key once, immediately. */
export interface ChargeBillingKey {
  /** The billing key. */
  billingKey: string
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the order; a new one for each attempt. */
  orderId: string
  /** Amount to charge, in won; at least 100. */
  price: number
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won. */
  cardQuota?: string
  /** The bearer of the interest, as a value of Welcome Payments. */
  cardInterest?: string
  /** The items bought; quantities times prices must sum to `price`. Payco requires them. */
  items?: Array<Item>
  /** The buyer; some PGs require a phone number. */
  user?: User
  /** Options; only `cardQuota` and `rawData` count. */
  extra?: Extra
  /** URL for the webhooks of this payment: https, public. */
  feedbackUrl?: string
  /** Content type of those webhooks. */
  contentType?: ContentType
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
  /** A wallet of Bootpay's easy payment (known from only one official SDK). */
  walletKey?: string
}

/** Completes a payment that was started in an easy payment window, with a billing key. */
export interface FinishEasy {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The billing key. */
  billingKey: string
}

/**
 * A means of payment that the merchant may charge repeatedly.
 *
 * Bootpay's answer to `billing.get` has a shape of its own: without the request (`receiptId`,
 * `subscriptionId`, `requestedAt`), with `version` and `sandbox`, and with other names and numbers for the
 * same facts. Both shapes are read: the expiry is in `expireAt` and in `billingExpireAt`, and `status` of
 * a usable key is `billing_key_issued`.
 */
export interface BillingKey {
  /**
   * Bootpay's id of the request that led to the key, 24 hex characters; absent if the key was looked up by
   * itself.
   */
  receiptId?: string
  /** The merchant's id of the subscription; absent if the key was looked up by itself. */
  subscriptionId?: string
  /** The key to charge; absent until it is issued. */
  billingKey?: string
  /** The card or account behind it. */
  billingData?: BillingData
  /** Expiry of the key, as `billing.get` names it; an account's is in 2099. */
  expireAt?: Date
  /** The same, as the other calls name it. */
  billingExpireAt?: Date
  /** The first charge, if the request included one. */
  receiptData?: Receipt
  /** The status; of a usable key `billing_key_issued`. */
  status: Status
  /** `status` as Bootpay's number: 11 if usable, and 1 in the answer to `billing.get`. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
  /** Bootpay's version of the key. */
  version?: number
  /** True if the key was issued in test mode. */
  sandbox?: boolean
  /** The PG's name in Korean; `Pg` has the usual ones. */
  pg?: string
  /** The method used, in Korean. */
  method?: string
  /** The method used. */
  methodSymbol?: Method
  /** The requested method, in Korean. */
  methodOrigin?: string
  /** The requested method. */
  methodOriginSymbol?: Method
  /** Time of issue. */
  publishedAt?: Date
  /** Time of the request. */
  requestedAt?: Date
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** The merchant's metadata. */
  metadata?: Json
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** The card or account behind a billing key or a wallet. */
export interface BillingData {
  /** The card number with its middle masked. */
  cardNo?: string
  /** The card company, in Korean. */
  cardCompany?: string
  /** The PG's own code of the card company. */
  cardCompanyCode?: string
  /** Credit (`0`) or check (`1`), as the PG writes it. */
  cardType?: string
  /** Hash of the card; the same card has the same hash. */
  cardHash?: string
  /** KCP's own information on the key. */
  rtnKeyInfo?: Json
  /** The bank, in Korean. */
  bankName?: string
  /** The bank. */
  bankCode?: Bank
  /** The account number, masked. */
  bankAccount?: string
  /** The holder of the account, as given by a wallet. */
  bankUsername?: string
  /** The holder of the account, masked. */
  username?: string
}

/** A deleted billing key. */
export interface DeletedBillingKey {
  /** The billing key, no longer usable. */
  billingKey: string
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key. */
export interface CreateReservation {
  /** The billing key. */
  billingKey: string
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the order. */
  orderId: string
  /** Amount to charge, in won; at least 100. */
  price: number
  /** Time of the charge; not past, with a tolerance of five minutes. */
  reserveExecuteAt: Date
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Months of instalment: `00` is a lump sum; `02` to `12` require a price of at least 50,000 won. */
  cardQuota?: string
  /** The items bought; quantities times prices must sum to `price`. */
  items?: Array<Item>
  /** The buyer. */
  user?: User
  /** Options; only `cardQuota` and `rawData` count. */
  extra?: Extra
  /** URL for the webhooks of this payment: https, public. */
  feedbackUrl?: string
  /** Content type of those webhooks. */
  contentType?: ContentType
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Looks up a reservation. */
export interface GetReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
}

/** Cancels a pending reservation. */
export interface CancelReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
}

/** A created reservation. */
export interface CreatedReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** Time of the scheduled charge. */
  reserveExecuteAt?: Date
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** A scheduled charge of a billing key. */
export interface Reservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** The status. */
  status: ReserveStatus
  /** `status` as Bootpay's number. */
  statusCode: number
  /** Bootpay's id of the payment, after the charge. */
  receiptId?: string
  /** The billing key. */
  billingKey?: string
  /** The merchant's id of the order. */
  orderId?: string
  /** Name of the order, as the buyer reads it. */
  orderName?: string
  /** Amount to charge, in won. */
  price?: number
  /** The tax-free part of `price`, in won. */
  taxFree?: number
  /** Months of instalment; `00` is a lump sum. */
  cardQuota?: string
  /** The buyer. */
  user?: Buyer
  /** The items bought, as the merchant sent them. */
  items?: Json
  /** Options of the payment, as the merchant sent them; an identity number is redacted. */
  extra?: Json
  /** URL for the webhooks of this payment. */
  feedbackUrl?: string
  /** Content type of those webhooks. */
  contentType?: string
  /** The merchant's metadata. */
  metadata?: Json
  /** The version of Bootpay that accepted the reservation. */
  version?: string
  /** Time of the reservation. */
  reserveRequestedAt?: Date
  /** Time of the scheduled charge. */
  reserveExecuteAt?: Date
  /** Time at which charging started. */
  reserveStartedAt?: Date
  /** Time at which charging ended. */
  reserveFinishedAt?: Date
  /** Time of the cancel. */
  reserveRevokedAt?: Date
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know; an identity
   * number is redacted. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** A cancelled reservation. */
export interface CancelledReservation {
  /** Bootpay's id of the reservation, 24 hex characters. */
  reserveId: string
  /** True if it was cancelled. */
  success?: boolean
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** Requests a token that identifies a member to the payment window. */
export interface IssueUserToken {
  /** The merchant's id of the member. */
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

/** A token that identifies a member to the payment window. */
export interface UserToken {
  /** The token, for the window's `userToken`. It is not printed. */
  userToken: string
  /** Expiry; about an hour after issue. */
  expiredAt?: Date
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know; the token
   * is redacted. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** Lists the wallets of the member that a token identifies. */
export interface ListUserWallets {
  /** The member's token. */
  userToken: string
}

/** Registers biometric payment (fingerprint or face) of a member on one device. */
export interface RegisterBiometric {
  /** The member's token. */
  userToken: string
  /** The device's id. */
  deviceUuid: string
  /** The device's system. */
  os: string
  /** The device's proof of identity. */
  token: string
}

/** Checks that a member has entered their password. */
export interface ValidatePassword {
  /** The member's token. */
  userToken: string
  /** The token that the window returned for the password. */
  token: string
}

/** Lists the wallets of a member: cards and accounts kept in Bootpay's easy payment. */
export interface ListWallets {
  /** The merchant's id of the member. */
  userId: string
  /** True for wallets of test mode, false for those of live mode. */
  sandbox: boolean
  /** The key of the payment widget, from Bootpay's console (known from only one official SDK). */
  widgetKey?: string
}

/** Charges a member's wallets in order until one pays. */
export interface ChargeWallet {
  /** The merchant's id of the member. */
  userId: string
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the order; a new one for each attempt. */
  orderId: string
  /** Amount to charge, in won; at least 100. */
  price: number
  /** True for wallets of test mode, false for those of live mode. */
  sandbox: boolean
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** URL for the webhooks of this payment: https, public. */
  webhookUrl?: string
  /** Content type of those webhooks. */
  contentType?: ContentType
  /** The items bought; quantities times prices must sum to `price`. */
  items?: Array<Item>
  /** The buyer. */
  user?: User
  /** Options of the payment. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Lists the merchant's own wallets at Bootpay. */
export interface ListServiceWallets {
}

/** A card or account that a member keeps in Bootpay's easy payment. */
export interface Wallet {
  /** Bootpay's id of the wallet, 24 hex characters. */
  walletId: string
  /** The type of the wallet, as Bootpay's number (the API's `type`). */
  walletType?: number
  /** True if it is of test mode. */
  sandbox?: boolean
  /** Position among the member's wallets; the first is tried first. */
  order?: number
  /** Status of payment by this wallet, as Bootpay's number. */
  paymentStatus?: number
  /** The card or account. */
  batchData?: BillingData
  /** The PG's own code of the card company. */
  cardCode?: string
  /** The member's name for the wallet. */
  name?: string
  /** Expiry. */
  expiredAt?: Date
  /** Time of its last payment. */
  latestPurchasedAt?: Date
  /**
   * The whole object as Bootpay sent it, including fields that this version does not know. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** A payment by a member's wallets. */
export interface WalletPayment {
  /** The payment. */
  receipt: Receipt
  /** The wallet that paid, and those tried before. */
  walletData?: WalletData
}

/** The wallet that paid, and those tried before. */
export interface WalletData {
  /** The wallet that paid. */
  success?: Wallet
  /** The wallets that were tried before and did not pay. */
  failure?: Array<Wallet>
}

/** Starts an identity verification by text message or the carriers' PASS app. */
export interface RequestIdentity {
  /** The merchant's id of this verification; a new one for each. */
  authenticationId: string
  /** The PG: Danal is the only one so far. */
  pg: Pg
  /** The method: `auth`. */
  method: Method
  /** Purpose of the verification, as the person reads it. */
  orderName: string
  /** Name. */
  username: string
  /**
   * Date of birth (YYMMDD) and the next digit of the resident number: 7 digits. Six digits are accepted
   * too, since sources differ.
   */
  identityNo: string
  /** The carrier of the phone. */
  carrier: Carrier
  /** The phone number, in digits. */
  phone: string
  /** The person's own IP address. */
  clientIp: string
  /** The site or app that requests the verification, as the person reads it. */
  siteUrl?: string
  /** Method of verification; a text message by default. */
  authenticateType?: AuthenticateType
  /** Options of the PG. */
  extra?: Extra
  /** The person in the merchant's records. */
  user?: User
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Confirms a verification: with the code of the text message, or after the person has finished in PASS. */
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

/** Looks up the result of a verification, within 30 minutes. */
export interface GetCertificate {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
}

/** The verification of a person's identity. It is complete only at status `identity_verified`. */
export interface Certificate {
  /** Bootpay's id of the verification, 24 hex characters. */
  receiptId: string
  /** The merchant's id of the verification. */
  authenticateId?: string
  /** The status. */
  status: Status
  /** `status` as Bootpay's number. */
  statusCode: number
  /** `status` in Korean. */
  statusLocale?: string
  /** The verified identity. */
  authenticateData?: AuthenticateData
  /** The PG's name in Korean. */
  pg?: string
  /** The method used, in Korean. */
  method?: string
  /** The requested method, in Korean. */
  methodOrigin?: string
  /** The requested method. */
  methodOriginSymbol?: Method
  /** Time at which the identity was verified. */
  authenticatedAt?: Date
  /** Time of the request. */
  requestedAt?: Date
  /** The merchant's metadata. */
  metadata?: Json
  /**
   * The whole response as Bootpay sent it, including fields that this version does not know; `unique` is
   * redacted. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** A verified identity. Fields that the merchant's contract with the PG does not cover are absent. */
export interface AuthenticateData {
  /** Name. */
  name?: string
  /** Phone number. */
  phone?: string
  /**
   * Identifier of the person, the same at every merchant (most likely the CI; sources differ). It is not
   * printed.
   */
  unique?: string
  /** Date of birth: `1990-10-14`. */
  birth?: string
  /** Sex. */
  gender?: Gender
  /** True if the person is a foreigner. */
  foreigner?: boolean
  /** The carrier of the phone. */
  carrier?: Carrier
  /** Number of times that the request was sent again. */
  numberOfRealarms?: number
  /** The PG's transaction id. */
  tid?: string
}

/** Issues a cash receipt for a payment by bank transfer or virtual account. */
export interface PublishCashReceiptForPayment {
  /** Bootpay's id of the payment, which must be paid and have no cash receipt yet. */
  receiptId: string
  /** Identity of the recipient: a phone, resident, business or cash receipt card number, in digits. */
  identityNo: string
  /** Purpose of the cash receipt. */
  cashReceiptType: CashReceiptType
  /** The buyer's name. */
  username?: string
  /** The buyer's phone number, in digits. */
  phone?: string
  /** The buyer's e-mail address. */
  email?: string
  /** The currency (known from only one official SDK, which sends `WON`). */
  currency?: string
  /** The PG (known from only one official SDK). */
  pg?: Pg
  /** True to issue a real cash receipt in test mode (known from only one official SDK). */
  testProduction?: boolean
}

/** Cancels the cash receipt of a payment; the payment stays. */
export interface CancelCashReceiptForPayment {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Name of the requester, shown on the admin pages. */
  cancelUsername?: string
  /** Reason, shown on the admin pages. */
  cancelMessage?: string
}

/** Issues a cash receipt for a sale made outside Bootpay. */
export interface PublishCashReceipt {
  /** Amount paid, in won. */
  price: number
  /** Name of the order. */
  orderName: string
  /** The merchant's id of the order. */
  orderId: string
  /** Identity of the recipient: a phone, resident, business or cash receipt card number, in digits. */
  identityNo: string
  /** Purpose of the cash receipt. */
  cashReceiptType: CashReceiptType
  /** The PG; the project's default PG if absent. */
  pg?: Pg
  /** The tax-free part of `price`, in won; at most `price`. */
  taxFree?: number
  /** Time of payment; now if absent. */
  purchasedAt?: Date
  /** The buyer; only name, phone and e-mail address count. */
  user?: User
  /** Options of the PG. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged. */
  metadata?: Json
}

/** Cancels a cash receipt that was issued by itself. */
export interface CancelCashReceipt {
  /** Bootpay's id of the cash receipt, 24 hex characters. */
  receiptId: string
  /** Name of the requester, shown on the admin pages. */
  cancelUsername?: string
  /** Reason, shown on the admin pages. */
  cancelMessage?: string
}

/** Reports to the PG that the goods of an escrow payment were shipped. */
export interface StartShipping {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** The courier's tracking number. */
  trackingNumber: string
  /** The courier; its Korean name is sent, and any other name is accepted. */
  deliveryCorp: Courier
  /** True if the merchant has paid for shipping. */
  shippingPrepayment?: boolean
  /** Days until the parcel arrives. */
  shippingDay?: number
  /** The recipient. */
  user?: ShippingUser
  /** The sender. */
  company?: Company
  /** URL to which the buyer is redirected after confirming or refusing (Inicis only). */
  redirectUrl?: string
  /** A page about the receipt; no source documents its purpose. */
  receiptUrl?: string
}

/** The recipient of a parcel. */
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

/** The sender of a parcel. */
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

/** Lists the PGs and methods that the merchant has activated in Bootpay's console. */
export interface ListPaymentMethods {
}

/**
 * A PG and a method that the merchant has activated. No source documents the response; `raw` has all of
 * it.
 */
export interface PaymentMethod {
  /** The PG's name in Korean. */
  pg?: string
  /** The PG's symbol. */
  pgSymbol?: string
  /** The method, in Korean. */
  method?: string
  /** The method. */
  methodSymbol?: Method
  /** True if it is in test mode. */
  sandbox?: boolean
  /**
   * The whole object as Bootpay sent it. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** Resends the webhook of a payment. */
export interface ResendWebhook {
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId: string
  /** Destination URL: https, public. */
  webhookUrl: string
}

/** Creates a merchant of a reseller. */
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
  /** True to notify the merchant by e-mail; false by default. */
  sendEmail?: boolean
}

/** Looks up a merchant of a reseller. */
export interface GetSeller {
  /** Bootpay's id of the merchant. */
  providerId: string
}

/** Deletes a merchant of a reseller that was created for a test. */
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

/** Creates a project for a merchant of a reseller. */
export interface CreateApp {
  /** Bootpay's id of the merchant. */
  providerId: string
  /** The project's name. */
  name: string
  /** The currency: `KRW`. */
  unit?: string
  /** The kind of goods sold: physical goods are `실물`. */
  real?: string
  /** Description of the project. */
  desc?: string
  /** The time zone: `Asia/Seoul`. */
  timezone?: string
}

/** Invites a person to a project or to a merchant's team. */
export interface InviteMember {
  /** E-mail address. */
  email: string
  /** Level of permission: `관리자` may do everything. */
  level: string
  /** Target of the invitation. */
  inviteType: InviteType
  /** Bootpay's id of the project, for an invitation to one. */
  appId?: string
  /** Bootpay's id of the merchant, for an invitation to its team. */
  providerId?: string
}

/** A response with a shape that no source documents. */
export interface Undocumented {
  /**
   * The whole response as Bootpay sent it; JSON null if it sent null. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/**
 * A webhook as it arrived: Bootpay's notice that a payment has changed.
 *
 * It proves nothing, since anybody can send one. Only the payment that `webhooks.receive` reads from Bootpay
 * does.
 *
 * A field that the body does not have, or that cannot be read, is absent; `raw` has it as it was sent.
 * Amounts are whole won; in another currency they are in its smallest unit (US cents).
 */
export interface WebhookNotice {
  /** The generation and form of the body, on which the acknowledgement depends. */
  format: WebhookFormat
  /** The kind of change: from `webhookType`, else from the status. */
  kind: WebhookKind
  /**
   * `webhookType` as Bootpay spells it: `PAYMENT_COMPLETED`. Absent in the first generation, and for
   * payments made with a Bootpay SDK older than 5.0.
   */
  webhookType?: string
  /** Bootpay's id of the payment, 24 hex characters. */
  receiptId?: string
  /** The merchant's id of the order. */
  orderId?: string
  /**
   * The status that the body claims. After a partial cancel it is `cancelled` in a webhook and `paid` in the
   * receipt.
   */
  status?: Status
  /** `status` as Bootpay's number. */
  statusCode?: number
  /** Amount requested. */
  price?: number
  /** Amount refunded so far, all cancels together. Absent in the first generation. */
  cancelledPrice?: number
  /** The application id that Bootpay names. */
  applicationId?: string
  /** True if the body says that the payment was made in test mode. */
  sandbox?: boolean
  /** Resends of this notice before this one (first generation only). */
  retryCount?: number
  /**
   * The result of comparing the body's private key with the client's, in constant time. The key itself is
   * dropped: it is in no field, no text and no error.
   */
  privateKey: PrivateKeyCheck
  /** The addresses in `X-Forwarded-For`, in order. Anybody can write them. */
  forwardedFor: Array<string>
  /**
   * The whole body as JSON, with fields that this version does not know and without the private key. The
   * values of a form are texts; `payment_data[tid]` is a field of an object. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
  /**
   * All of the above as one text, without the private key. Pass it to a queue, and hand it to
   * `webhooks.receive` in another process. It is not signed: keep it where only your servers write.
   */
  serialized: string
}

/** The generation and form of a webhook's body. */
export type WebhookFormat =
  /** First generation, to a Feedback URL, as a form. Acknowledged by the text `OK`. */
  | 'v1_form'
  /** First generation, to a Feedback URL, as JSON. Acknowledged by the text `OK`. */
  | 'v1_json'
  /**
   * Second generation, to a project's webhook URL, as JSON or a form. Acknowledged by HTTP 200 and
   * `{"success":true}`.
   */
  | 'v2'

/** The kind of change that a webhook reports. */
export type WebhookKind =
  /** Paid: approved, or a virtual account's deposit arrived. */
  | 'paid'
  /** A virtual account was issued; nothing is paid yet. */
  | 'virtual_account_issued'
  /** Cancelled in full; in the first generation, which does not name the amount, perhaps in part. */
  | 'cancelled'
  /** Cancelled in part: `cancelledPrice` is what was refunded so far. */
  | 'partially_cancelled'
  /** Expired before it was paid. Sent if the payment has `extra.commonEventWebhook`. */
  | 'expired'
  /**
   * The payment could not be requested. This and other failures are sent if the payment has
   * `extra.enableErrorWebhook`.
   */
  | 'request_failed'
  /** The approval failed. */
  | 'confirm_failed'
  /** A cancel failed: the money stays where it was. */
  | 'cancel_failed'
  /** Another failure; `webhookType` is `ERROR`, or the status -1. */
  | 'failed'
  /** The buyer of an escrow payment confirmed or refused the goods. */
  | 'escrow_decided'
  /** The buyer's identity was verified. */
  | 'identity_verified'
  /** A billing key was issued. */
  | 'billing_key_issued'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** The result of comparing the private key in a webhook's body with the client's. */
export type PrivateKeyCheck =
  /** The body has none, as in the second generation. */
  | 'absent'
  /** It is the client's. */
  | 'matches'
  /** It is not the client's: the notice is forged, or of another project. */
  | 'differs'
  /** The body has one, and the client has no private key to compare it with. */
  | 'unchecked'

/** The result of receiving a webhook, which decides the response to Bootpay. */
export type WebhookOutcome =
  /** The change is new and is this caller's to handle: do the work, then call `webhooks.done`. */
  | 'work'
  /** The change was handled before: a resend. */
  | 'duplicate'
  /** The change is older than one that was handled: paid never goes back to waiting. */
  | 'older'
  /** The merchant has no such order. Keep the notice and look into it. */
  | 'unknown_order'
  /** The payment is not what the merchant sold: order, price, currency or mode differ. */
  | 'mismatch'
  /** Bootpay has no such payment of this merchant. */
  | 'not_found'
  /** Bootpay's record does not show the change yet. */
  | 'not_yet'
  /** The payment could not be read from Bootpay. */
  | 'unreadable'
  /** Another handler is working on the change. */
  | 'busy'
  /** The store of claims failed. */
  | 'store_failed'
  /** The time ran out before Bootpay's limit of 5 seconds. */
  | 'timed_out'
  /** The sender is not Bootpay: wrong source address or private key. */
  | 'forbidden'

/** The HTTP response to a webhook. Send exactly this, without a redirect. */
export interface WebhookResponse {
  /** HTTP status. */
  status: number
  /** The `Content-Type` header. */
  contentType: string
  /** The body. */
  body: string
}

/** The details of a failure. */
export interface ErrorInfo {
  /** The kind of the error. */
  kind: ErrorKind
  /** Tells if the call may be made again. */
  repeat: Repeat
  /** The failure as text, without secrets. */
  detail: string
  /** The call, for example `payments.cancelFull`. */
  endpoint?: string
  /** HTTP status, if there was a response. */
  status?: number
  /** Bootpay's error code, as it was sent. */
  code?: string
  /** The PG's error code, as it was sent. */
  pgErrorCode?: string
  /** The meaning of `code` and the remedy; absent if this version does not know the code. */
  explanation?: Explanation
  /** The name of the field that is invalid or differs (`receiptId`). */
  field?: string
  /** The value that `field` should have, if a payment differs. */
  expected?: string
  /** The value of `field` at Bootpay, if a payment differs; absent if Bootpay names none. */
  found?: string
  /** The payment's status, if the payment is not what the call needs. `status` is the HTTP status. */
  paymentStatus?: Status
  /** Amount refunded of the payment so far, if the payment is not what the call needs. */
  cancelledPrice?: number
  /** The payment as Bootpay records it, if it is not what the call needs. */
  receipt?: Receipt
  /** Bootpay's id of the payment, if the call is about one. */
  receiptId?: string
  /** The beginning of a response that could not be understood, without secrets. */
  body?: string
  /** The attempt, if money may have moved or has moved. */
  attempt?: Attempt
}

/** The kind of an error. Each kind says what to do. */
export type ErrorKind =
  /** The input breaks a rule; `field` names the field. Nothing was sent. Correct the input. */
  | 'invalid'
  /**
   * The client is misconfigured, or Bootpay does not accept its keys. Nothing was carried out. Correct
   * the configuration: until then every call fails the same way.
   */
  | 'config'
  /**
   * The request was not sent: no connection, an untrusted certificate, or no token. Nothing has
   * happened; calling again is safe.
   */
  | 'not_sent'
  /**
   * Bootpay refused the call; `code` is the reason. Nothing has happened. Calling again fails
   * the same way until the cause is removed, unless `repeat` is `safe`.
   */
  | 'rejected'
  /**
   * The outcome is unresolved: the money may have moved, or the change been made, or not. The
   * response was lost or unreadable, or itself reports an unknown outcome. Do not repeat the
   * call; look up the receipt or the order first.
   */
  | 'outcome_unknown'
  /** The response to a read-only call cannot be understood; `status` and `body` show it. */
  | 'unexpected_response'
  /** A read-only call got no response, or not in time. Calling again is safe. */
  | 'unavailable'
  /**
   * The payment does not match the merchant's order in `orderId`, `price`, `currency` or `mode`:
   * `field` names the difference, `expected` and `found` are the two sides, `receipt` is the
   * payment. Do not ship.
   */
  | 'mismatch'
  /**
   * The payment matches the merchant's order, but is not paid in full: `paymentStatus` and
   * `cancelledPrice` are its state, `receipt` is the payment. Do not ship. Calling again is safe
   * while it may still become paid, which `repeat` tells; it never does after it has ended.
   */
  | 'wrong_state'

/** Tells if a failed call may be made again. */
export type Repeat =
  /** Nothing has happened. Calling again does no harm. */
  | 'safe'
  /** Only after it is known that the first call did nothing, which `attempts.resolve` finds out. */
  | 'after_resolve'
  /** Calling again would fail again, or do something twice. */
  | 'never'

/**
 * Explains one of Bootpay's error codes to the merchant's developers; do not show it to buyers. In an
 * error, `callAgain` agrees with the error's `repeat`: `later` with `safe`, `after_resolving` with
 * `after_resolve`, the others with `never`.
 */
export interface Explanation {
  /** The subject of the code. */
  category: ErrorCategory
  /** The party that can remove the cause. */
  fault: Fault
  /** Tells if and when the same call can succeed. */
  callAgain: CallAgain
  /** Description, in English. */
  english: string
  /** Remedy, in English. */
  adviceEnglish: string
  /** Description, in Korean. */
  korean: string
  /** Remedy, in Korean. */
  adviceKorean: string
}

/** The subject of an error code. */
export type ErrorCategory =
  /** Keys and tokens. */
  | 'credentials'
  /** Requesting, looking up or confirming a payment. */
  | 'payment'
  /** Cancelling a payment. */
  | 'cancel'
  /** Issuing a billing key and charging it. */
  | 'billing_key'
  /** Identity verification. */
  | 'identity'
  /** Cash receipts. */
  | 'cash_receipt'
  /** Payments with escrow. */
  | 'escrow'
  /** The payment window in the buyer's browser or app. */
  | 'window'

/** The party that can remove the cause of a failure. */
export type Fault =
  /** The merchant: its code or its configuration. */
  | 'merchant'
  /** The buyer: wrong input, or a step that is not done yet. */
  | 'buyer'
  /** The PG, the card company or the bank, which declined. */
  | 'pg'
  /** Nobody: the state differs from what the call assumed. */
  | 'nobody'
  /** Not indicated by the code. */
  | 'unknown'

/** Tells if and when the same call can succeed. */
export type CallAgain =
  /** Never: the case is closed, or a new one must be started. */
  | 'never'
  /** After the input or the configuration is corrected. */
  | 'after_correcting'
  /** After the cause, which lies outside the call, is removed. */
  | 'after_cause_gone'
  /** Unchanged, now or later. */
  | 'later'
  /** Only after the first call is resolved. */
  | 'after_resolving'

/** A write or money call that was sent, with the data needed to resolve it later. */
export interface Attempt {
  /** A unique id, made by this library. */
  id: string
  /** The call, for example `payments.cancelPartial`; empty if its record in a store was damaged. */
  endpoint: string
  /** The merchant: a fingerprint of its public key, not the key. */
  merchant: string
  /** The mode the client expects. */
  mode: Mode
  /** Bootpay's id of the payment. */
  receiptId?: string
  /** The merchant's id of the order; of a billing key its subscription id, of an identity its authentication id. */
  orderId?: string
  /** The amount in won; absent if all that remains was requested. */
  amount?: number
  /** The merchant's id of the refund. */
  cancelId?: string
  /** Bootpay's id of the billing key. */
  billingKey?: string
  /** Bootpay's id of the reservation. */
  reserveId?: string
  /** The amount refunded of the payment before, in won. */
  cancelledBefore?: number
  /**
   * False if a read before the call showed that what it asks for was not so yet. Absent if nothing could
   * be read: then no later read proves that the call was carried out.
   */
  effectBefore?: boolean
  /**
   * Bootpay's ids of the order's payments before the call, for a call that makes one. Absent if they could
   * not be read, or are too many.
   */
  paymentsBefore?: Array<string>
  /** Time at which the request was sent, by this machine's clock. For people: no outcome rests on it. */
  sentAt: Date
  /** The outcome as far as it is known. */
  outcome: AttemptOutcome
  /**
   * All of the above except the outcome as one text without secrets. Store it anywhere and pass it to
   * `attempts.resolve` later, in this or another process.
   */
  serialized: string
}

/** The outcome of an attempt as far as it is known. */
export type AttemptOutcome =
  /** No response yet. */
  | 'pending'
  /** It happened. */
  | 'done'
  /** It did not happen: Bootpay refused. */
  | 'refused'
  /** It may have happened or not. */
  | 'unknown'

/** Resolves an attempt. */
export interface ResolveAttempt {
  /**
   * The attempt's `serialized`. Fails without sending anything if it was truncated or altered, or if its
   * merchant or mode is not the client's.
   */
  serialized: string
}

/** Resolves the attempts in the client's store. */
export interface RecoverAttempts {
  /**
   * Also returns attempts of the last hour with a known outcome that were not acknowledged. Use it when
   * a process starts: its predecessor may have crashed between receiving an outcome and using it.
   */
  includeAnswered?: boolean
  /** Maximum number of attempts. Default 100, at most 1000. */
  limit?: number
}

/** The result of resolving an attempt, as far as reading can tell. */
export interface Resolution {
  /** The outcome. */
  outcome: ResolvedOutcome
  /** The reason for the outcome, as text. */
  reason: string
  /** Time to ask again, if it was too early to tell. */
  askAgainAt?: Date
  /** The attempt. */
  attempt: Attempt
  /** The payment in its present state, if one was read. */
  receipt?: Receipt
  /** The billing key in its present state, if one was read. */
  billingKey?: BillingKey
  /** The reservation in its present state, if one was read. */
  reservation?: Reservation
}

/** The outcome of a resolved attempt. */
export type ResolvedOutcome =
  /** It happened. */
  | 'done'
  /** It did not happen. Making the call again is safe. */
  | 'did_not_happen'
  /** Reading cannot tell, or cannot tell yet. Do not repeat the call. */
  | 'unknown'

/** An attempt as one row of a store. */
export interface AttemptRow {
  /** The attempt's id, unique. */
  id: string
  /** The owner: text of a merchant and a mode. `attempts.recover` takes only rows of its own. */
  owner: string
  /** The key of the payment, order, billing key or reservation that the attempt is about, if there is one. */
  payment?: string
  /** True if the outcome is known. */
  answered: boolean
  /** Milliseconds from now, by the store's clock, from which the row may be claimed. */
  dueInMs: number
  /**
   * Milliseconds from now, by the store's clock, from which the row may be deleted; absent if it must be
   * kept.
   */
  forgetInMs?: number
  /** The whole attempt as text, without secrets. Return it unchanged. */
  record: string
}

/** Selects the row to claim from a store. */
export interface AttemptClaim {
  /** The owner. */
  owner: string
  /** True to also take answered rows. */
  answered: boolean
  /** Milliseconds from now, by the store's clock, for which nobody else may claim the row. */
  leaseMs: number
}

/** Reads a webhook: the headers and the raw body of the request, as they arrived. */
export interface ParseWebhook {
  /** The headers of the request. `Content-Type`, `Content-Encoding` and `X-Forwarded-For` are looked at. */
  headers: RequestHeaders
  /** The raw body, before any parser of the framework: at most 1 MiB. */
  body: string | Uint8Array | ArrayBuffer
}

/** Receives a webhook: finds out what it means for an order of the merchant, and if it is new. */
export interface ReceiveWebhook {
  /** The notice that `webhooks.parse` returned, or its `serialized`. */
  notice: WebhookNotice | string
  /**
   * The address of the connection that the request came over, as the framework has it: IPv4 or IPv6, with or
   * without a port. Never the value of a header: behind proxies, name them in the client's
   * `trustedProxies`, and `X-Forwarded-For` is read as far as they wrote it.
   */
  source: string
  /**
   * The merchant's id of the order, from the merchant's own records; absent if there is no order with the
   * notice's `orderId`. Then the outcome is `unknown_order`.
   */
  orderId?: string
  /** Price of the order in won, from the merchant's own records. Goes with `orderId`. */
  price?: number
}

/** Ends the work on a webhook that is done. */
export interface FinishWebhook {
  /** The delivery, or its `claim`. */
  claim: WebhookDelivery | string
}

/** Ends the work on a webhook that failed. */
export interface ReleaseWebhook {
  /** The delivery, or its `claim`. */
  claim: WebhookDelivery | string
}

/**
 * The result of receiving a webhook: the change to handle, or the response to send at once.
 *
 * Everything in it was read from Bootpay and compared with the merchant's order; nothing is taken from the
 * webhook.
 */
export declare class WebhookDelivery {
  private constructor()
  /** The outcome. The change is this caller's to handle if it is `work`, and only then. */
  get outcome(): WebhookOutcome
  /** The reason for the outcome, as text for a log. */
  get reason(): string
  /**
   * The response to send to Bootpay; absent if there is work to be done first: then `webhooks.done` or
   * `webhooks.release` returns it.
   */
  get response(): WebhookResponse
  /** The change to handle; absent unless the outcome is `work`. */
  get change(): WebhookChange
  /** The paid payment, if the change is `paid`. */
  get payment(): VerifiedPayment
  /** The refund, if the change is `refunded`. */
  get refunded(): Refunded
  /** The payment as Bootpay records it, if it was read: also of an unknown order, and of a mismatch. */
  get receipt(): Receipt
  /** The details of a mismatch, or of a failure to read the payment. */
  get error(): ErrorInfo
  /**
   * Stands for the work: text without secrets. Pass it, or the delivery, to `webhooks.done` or
   * `webhooks.release`, in this or another process.
   */
  get claim(): string
}
export interface WebhookDelivery {
  readonly [made]: true
}

/** A change of a payment. */
export type WebhookChange =
  /** Paid in full, as `payment` says: ship, by one conditional update of the order. */
  | 'paid'
  /**
   * Refunded, in part or in full: `refunded` has the amounts. Each further refund is another change. It may be the
   * first news of a payment: ship what remains paid, by the same conditional update as after `paid`.
   */
  | 'refunded'
  /** A virtual account was issued. Nothing is paid. */
  | 'virtual_account_issued'
  /** The escrow of a paid payment has another status: the receipt has it in `escrow_status`. */
  | 'escrow'
  /**
   * Any other status, for example expired, failed, or a cancel that failed: the receipt has it in `status`. It
   * proves no payment.
   */
  | 'other'

/**
 * A refund that was read from Bootpay, of a payment that matches the merchant's order: in won, in the client's
 * mode, with this order id and price.
 *
 * Only `webhooks.receive` makes one. It is cumulative: set the order's refunded amount to `cancelledPrice`, and
 * do not add it.
 */
export declare class Refunded {
  private constructor()
  /** Bootpay's id of the payment. */
  get receiptId(): string
  /** The merchant's id of the order. */
  get orderId(): string
  /** Amount that was paid, in won. */
  get price(): number
  /** Amount refunded so far, all refunds together, in won. */
  get cancelledPrice(): number
  /** Amount that remains paid, in won; 0 after a full refund. */
  get remaining(): number
  /** The payment as Bootpay records it. */
  get receipt(): Receipt
}
export interface Refunded {
  readonly [made]: true
}

/** The end of one call: for logs, metrics and traces. It holds no secret and no personal data. */
export interface CallEvent {
  /** The call, for example `payments.cancelFull`. */
  endpoint: string
  /** The effect of the call. */
  effect: CallEffect
  /** The outcome. */
  outcome: CallOutcome
  /** The kind of the error; absent unless the call failed. */
  kind?: ErrorKind
  /** HTTP status of the last response; absent if there was none. */
  status?: number
  /** Bootpay's error code. */
  code?: string
  /** Time from the start of the call to its end, in milliseconds. */
  milliseconds: number
  /**
   * Requests that the call made, with retries and with the reads before and after a change; without token
   * requests. 0 if nothing was sent.
   */
  tries: number
  /** The id of the attempt, of a write or money call whose request was sent. */
  attemptId?: string
  /**
   * True if the last request went over a connection that had carried another one. Every request of a write
   * or money call has a connection of its own.
   */
  connectionReused: boolean
}

/** The effect of a call. */
export type CallEffect =
  /** It only reads. */
  | 'read'
  /** It changes something and moves no money. */
  | 'write'
  /** It moves money, or may. */
  | 'money'

/** The outcome of a call. */
export type CallOutcome =
  /** It returned its response. */
  | 'done'
  /** It failed with an error whose `kind` tells what happened; the outcome is known. */
  | 'failed'
  /** The outcome is unresolved: the money may have moved, or the change been made, or not. */
  | 'unknown'
  /** Its caller cancelled it before it had any effect. */
  | 'cancelled'

/** The keys of a merchant. Either pair is enough; give both for the few endpoints that accept only a token. */
export interface Credentials {
  /** The client key, with `secretKey` (sent as Basic authentication). */
  clientKey?: string
  /** The secret key that belongs to `clientKey`. */
  secretKey?: string
  /** The REST application id, with `privateKey` (exchanged for a token of 30 minutes). */
  applicationId?: string
  /** The private key that belongs to `applicationId`. */
  privateKey?: string
}

/** Options of a client. */
export interface ClientOptions {
  /**
   * URL of the API; https, except on loopback. Default: Bootpay's production. It is ASCII, without blanks,
   * control characters, backslashes, a user name or a query; an international host is written `xn--…`.
   */
  baseUrl?: string
  /** Mode in which payments must have been made to be verified. Default `live`. */
  mode?: Mode
  /** Total timeout of a read-only call. Default 30 seconds. */
  timeoutMs?: number
  /** Total timeout of a write or a money call. Default 70 seconds, since a PG's approval takes up to 60. */
  moneyTimeoutMs?: number
  /**
   * Maximum retries of read-only calls and token requests (no connection, no response, 429, 5xx, or an
   * error code that leaves the outcome open), within the call's timeout. Default 2, at most 10; 0
   * disables retries. Writes and money calls are never retried.
   */
  retries?: number
  /**
   * Time after sending a request before `attempts.resolve` returns that it did not happen. Default two
   * minutes, since a PG may still be processing it.
   */
  quietPeriodMs?: number
  /**
   * A file that stores attempts, so that a crashed process loses none. Writes and money calls are
   * recorded there before they are sent, and are not sent if that fails. Created if missing. The
   * processes of one machine may share it; use `attemptStore` for several machines. `attempts.recover`
   * resolves stored attempts that no process is handling.
   */
  attemptsFile?: string
  /** The merchant's own store of attempts, instead of a file. */
  attemptStore?: AttemptStore
  /**
   * Addresses or networks (`10.0.0.0/8`) of the merchant's own proxies, through which webhooks arrive, or `unix` for
   * one at the other end of a Unix socket: of `X-Forwarded-For`, `webhooks.receive` believes what they wrote, and
   * nothing else. Default none.
   */
  trustedProxies?: Array<string>
  /**
   * Time for the work on a webhook that `webhooks.receive` delivered, until `webhooks.done`: after it, the next
   * resend is handled, since the process may have died. Default 60 seconds.
   */
  webhookWorkTimeMs?: number
  /** Timeout of connecting. Default 10 seconds. */
  connectTimeoutMs?: number
  /** Certificate authorities to trust besides the system's: one or more, in PEM. */
  caCertificates?: string
  /**
   * The project's application ids by platform. Ids of public manuals are refused, and so is one id for two
   * platforms.
   */
  applicationIds?: ApplicationIds
  /**
   * True to use the proxy that the environment names: `HTTPS_PROXY` or `ALL_PROXY`, except for the hosts
   * of `NO_PROXY`; on macOS and Windows, the system's settings too. The proxy forwards encrypted data
   * and cannot read it. Default false.
   */
  environmentProxy?: boolean
}

/** Options of one call. */
export interface CallOptions {
  /** Total timeout of the call, instead of the client's default. */
  timeoutMs?: number
}

/** The mode: real money or test. */
export type Mode =
  /** Real money. */
  | 'live'
  /** Bootpay's test mode. */
  | 'test'

/**
 * The application ids of a project at Bootpay, one for each platform: 24 hexadecimal digits each, all different.
 * They are public, unlike the private key.
 */
export interface ApplicationIds {
  /** For payment windows on web pages. */
  web?: string
  /** For payment windows in Android apps. */
  android?: string
  /** For payment windows in iOS apps. */
  ios?: string
  /** For the merchant's server; the `applicationId` of the credentials, if they have one. */
  rest?: string
}

/** Asks for the client's application id for a platform. */
export interface GetApplicationId {
  /** The platform. */
  platform: Platform
}

/** Asks if a PG can do something. */
export interface CheckSupport {
  /** The PG. */
  pg: Pg
  /** The capability. */
  capability: Capability
}

/** Something that a PG can or cannot do. */
export type Capability =
  /** The merchant's server confirms a payment after the window: `payments.confirm`. */
  | 'separate_confirmation'
  /** A payment can be refunded in part; not by every method. */
  | 'partial_cancel'
  /** Payments with escrow. */
  | 'escrow'
  /** Cash receipts. */
  | 'cash_receipt'
  /** Billing keys of cards, issued in the payment window. */
  | 'billing_window'
  /** Billing keys of cards, issued over REST. */
  | 'billing_rest'
  /** Billing keys of accounts. */
  | 'account_debit'
  /** Identity verification. */
  | 'identity'
  /** A deposit to a virtual account can be refunded. */
  | 'virtual_account_refund'
  /** Test payments really charge the buyer; Bootpay or the PG refunds them later. */
  | 'charges_in_test'

/** Support of a capability by a PG, as far as a public source says. */
export type Support =
  /** It can. */
  | 'yes'
  /** It cannot. */
  | 'no'
  /** It can after a contract with the PG. */
  | 'by_contract'
  /** No source says. */
  | 'unknown'

/** Bootpay's addresses, for firewalls and for the consoles of PGs. From Bootpay's manual and its help. */
export interface BootpayAddresses {
  /** The network from which webhooks come, as CIDR. Allow all of it: a rule for a single address loses webhooks. */
  webhookNetwork: string
  /**
   * The addresses from which Bootpay cancels payments: register each of them in the consoles of
   * `cancelAddressPgs`.
   */
  cancelAddresses: Array<string>
  /** The PGs that cancel only for registered addresses. */
  cancelAddressPgs: Array<Pg>
  /** The URLs to register in PGs' consoles, so that deposits to virtual accounts are reported to Bootpay. */
  depositUrls: Array<DepositUrl>
  /** The hosts that KCP's result URL for identity verification must list. */
  identityHosts: Array<string>
}

/** The URL that a PG calls after a deposit to a virtual account. */
export interface DepositUrl {
  /** The PG. */
  pg: Pg
  /** Bootpay's URL for it. */
  url: string
}

/** Asks what a set-up lacks before it goes live. */
export interface CheckReadiness {
  /**
   * The set-up, with the names of docs/setup.md: what the emulator exports of a project, or the same written by
   * hand. Every part may be left out, and then is not judged; parts that this version does not know are ignored.
   */
  setup: Json
}

/** Something to mend, or to know, before going live. */
export interface ReadinessItem {
  /** Subject of the item. */
  code: ReadinessCode
  /** Seriousness. */
  severity: ReadinessSeverity
  /** The party that can mend it. */
  actor: ReadinessActor
  /** The PG that it is about. */
  pg?: Pg
  /** The payment method that it is about. */
  method?: Method
  /** The platform that it is about. */
  platform?: Platform
  /** The capability that it is about. */
  capability?: Capability
  /** The payment that it is about. */
  receiptId?: string
  /** The item in Korean, with what to do. */
  korean: string
  /** The item in English, with what to do. */
  english: string
  /** A page of Bootpay's, or of the PG's, where it is mended or explained. */
  link?: string
}

/** Subject of an item. */
export type ReadinessCode =
  /** A platform in use has no application id. */
  | 'application_id_missing'
  /** An application id has not 24 hexadecimal digits. */
  | 'application_id_malformed'
  /** Two platforms have one application id. */
  | 'application_ids_equal'
  /** An id or key is the sample of a public manual. */
  | 'sample_id'
  /** The private key and an application id are in each other's place. */
  | 'private_key_misplaced'
  /** No pair of keys is complete. */
  | 'credentials_missing'
  /** A key is in what a page or an app gets. */
  | 'secret_in_client'
  /** No method is activated. */
  | 'no_active_method'
  /** A method is activated at no PG. */
  | 'method_without_pg'
  /** The PG is not known to offer the method. */
  | 'method_not_offered'
  /** Settings that the PG issued are missing. */
  | 'settings_missing'
  /** Tests of this PG need the merchant's own settings. */
  | 'test_keys_missing'
  /** A method is in test. */
  | 'still_test'
  /** Billing keys have the same merchant id as other payments. */
  | 'billing_settings_shared'
  /** Kakao Pay's setting of its old mode is filled. */
  | 'admin_key_filled'
  /** KCP's `web_site_id` is filled. */
  | 'web_site_id_filled'
  /** Virtual accounts are in test. */
  | 'virtual_account_in_test'
  /** A PG cannot do something that the merchant uses. */
  | 'capability_unsupported'
  /** Something that the merchant uses needs a contract with the PG. */
  | 'capability_by_contract'
  /** No source says if the PG can do something that the merchant uses. */
  | 'capability_unknown'
  /** The lowest price is below Bootpay's minimum. */
  | 'price_below_minimum'
  /** The lowest price is below the PG's minimum. */
  | 'price_below_floor'
  /** Bootpay's addresses are not registered at the PG. */
  | 'cancel_address_missing'
  /** Bootpay's URL for deposits is not registered at the PG. */
  | 'deposit_url_missing'
  /** The contract with the PG lacks refunds of virtual accounts. */
  | 'virtual_account_refund_missing'
  /** The PG cannot refund virtual accounts. */
  | 'virtual_account_not_refundable'
  /** Identity verification has no contract of its own. */
  | 'identity_contract_missing'
  /** Bootpay's hosts are not registered for identity verification. */
  | 'identity_url_missing'
  /** No webhook is set. */
  | 'webhook_missing'
  /** The webhook is not https. */
  | 'webhook_not_https'
  /** The webhook's host cannot be reached from outside. */
  | 'webhook_not_public'
  /** The webhook redirects. */
  | 'webhook_redirects'
  /** A platform has no Feedback URL, and there is no webhook. */
  | 'feedback_missing'
  /** Every address may use the REST API. */
  | 'rest_open'
  /** The list of origins lacks localhost while something is in test. */
  | 'origins_without_localhost'
  /** A charged test payment is not cancelled yet. */
  | 'test_payment_open'
  /** A charged test payment should have been cancelled by now. */
  | 'test_payment_overdue'
  /** A value that this version does not know, as Bootpay sent it. */
  | (string & {})

/** Seriousness of an item. */
export type ReadinessSeverity =
  /** Payments fail, or money or goods are lost: do not go live. */
  | 'blocker'
  /** Something is likely to go wrong. */
  | 'warning'
  /** To be known. */
  | 'note'

/** The party that can mend an item. */
export type ReadinessActor =
  /** The merchant: in its code, at Bootpay or in a PG's console. */
  | 'merchant'
  /** The PG, by a contract or by the values that it issues. */
  | 'pg'
  /** Bootpay. */
  | 'bootpay'

/** A payment that the window opens. Give `clientKey` or the `applicationId` of the platform: both are public. */
export interface WindowPayment {
  /** Amount to pay, in won; at least 100. */
  price: number
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The merchant's id of the order; unique. */
  orderId: string
  /** The project's client key. */
  clientKey?: string
  /** The application id of the platform on which the window opens. */
  applicationId?: string
  /** The PG; without it and `method`, the buyer chooses. */
  pg?: Pg
  /** The method. */
  method?: Method
  /** The methods that the buyer may choose from, instead of `method`. */
  methods?: Array<Method>
  /** The tax-free part of `price`, in won; at most `price`. Default 0. */
  taxFree?: number
  /** The deposit on disposable cups that is paid beside `price`, in won. */
  depositPrice?: number
  /** The buyer. */
  user?: User
  /** The items bought; quantities times prices must sum to `price`. Payco requires them. */
  items?: Array<Item>
  /** Options of the payment. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged, also to the browser. */
  metadata?: Json
  /** URL to which the buyer is redirected afterwards; required unless `extra.openType` is `iframe` or `popup`. */
  redirectUrl?: string
  /** The member's token, from the server's `users.token`. */
  userToken?: string
  /** The wallet to charge, with `userToken`. */
  walletId?: string
  /** Keys for commissions, `commerce` and `marketer`. */
  commissionKeys?: Json
}

/** A billing key that the window issues; with a `price`, its first charge too. The window has no items for it. */
export interface WindowSubscription {
  /** The merchant's id of the subscription; unique. */
  subscriptionId: string
  /** Name of the order, as the buyer reads it. */
  orderName: string
  /** The project's client key. */
  clientKey?: string
  /** The application id of the platform on which the window opens. */
  applicationId?: string
  /** The PG; without it and `method`, the buyer chooses. */
  pg?: Pg
  /** The method. */
  method?: Method
  /** Amount of the first charge, in won; 0 only issues the key. Default 0. */
  price?: number
  /** The tax-free part of `price`, in won; at most `price`. Default 0. */
  taxFree?: number
  /** The buyer. */
  user?: User
  /** Options of the window. It cannot be confirmed separately. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged, also to the browser. */
  metadata?: Json
  /** URL to which the buyer is redirected afterwards; required unless `extra.openType` is `iframe` or `popup`. */
  redirectUrl?: string
  /** The member's token, from the server's `users.token`. */
  userToken?: string
  /** The wallet, with `userToken`. */
  walletId?: string
  /** The way in which Bootpay's own easy payment chooses a wallet: `sequential` or `select`. */
  subscribeBrandpayType?: string
}

/** An identity verification that the window makes. */
export interface WindowAuthentication {
  /** The merchant's id of the verification; unique. */
  authenticationId: string
  /** The project's client key. */
  clientKey?: string
  /** The application id of the platform on which the window opens. */
  applicationId?: string
  /** The PG. */
  pg?: Pg
  /** The method. Default `auth`. */
  method?: Method
  /** Purpose, as the person reads it. */
  orderName?: string
  /** The person. */
  user?: User
  /** Options of the window. It cannot be confirmed separately. */
  extra?: Extra
  /** The merchant's metadata; returned unchanged, also to the browser. */
  metadata?: Json
  /** URL to which the person is redirected afterwards; required unless `extra.openType` is `iframe` or `popup`. */
  redirectUrl?: string
}

/** The purpose of a window. */
export type WindowKind =
  /** A payment. */
  | 'payment'
  /** A billing key. */
  | 'subscription'
  /** An identity verification. */
  | 'authentication'

/** What a page or an app opens a window with. */
export interface WindowPayload {
  /** The purpose of the window. */
  kind: WindowKind
  /** The function of Bootpay's browser SDK that takes `payload`: `Bootpay.requestPayment`, without `Bootpay.`. */
  function: string
  /** The argument of the function: an object. */
  payload: Json
}

/** The bridge between the page in a web view and the app. Its name chooses the bridge at Bootpay too. */
export type WindowDialect =
  /**
   * Android: an interface `Android` with the methods `confirm`, `done`, `issued`, `cancel`, `error`, `close` and
   * `redirectEvent`.
   */
  | 'android'
  /**
   * Flutter on Android: channels `BootpayConfirm`, `BootpayDone`, `BootpayIssued`, `BootpayCancel`,
   * `BootpayError`, `BootpayClose` and `BootpayFlutterWebView`.
   */
  | 'android_flutter'
  /** Flutter on iOS: the same channels. */
  | 'ios_flutter'
  /** iOS: a message handler `Bootpay`. */
  | 'ios'
  /** React Native on Android: `BootpayRNWebView.postMessage`. */
  | 'android_react_native'
  /** React Native on iOS: the same. */
  | 'ios_react_native'

/** Opens a window in an app's web view. */
export interface OpenWindow {
  /** The purpose of the window. */
  kind: WindowKind
  /** The payload that `payment`, `subscription` or `authentication` returned, here or on the merchant's server. */
  payload: Json
  /** The app's bridge. */
  dialect: WindowDialect
  /** A random UUID that the app makes once and keeps: it tells Bootpay's statistics apart, and nothing more. */
  uuid: string
  /** The window's language, `ko` or `en`. Default `ko`. */
  locale?: string
  /** The address of the emulator, instead of Bootpay's: `http://10.0.2.2:8080`. */
  emulator?: string
}

/** A window in Bootpay's own page. */
export interface WindowScripts {
  /** The page to load in the web view. */
  url: string
  /** The lines to evaluate in it, each by itself, once, after it was loaded. */
  open: Array<string>
  /** The line to evaluate after the event `confirm`, if the app approves and not the merchant's server. */
  confirm: string
  /** The line to evaluate to close the window. */
  close: string
}

/** The form that opens a window, for a page of one's own. */
export interface WindowForm {
  /** The URL to post it to, from a form in HTML. */
  url: string
  /** Its field `payload`. */
  payload: string
  /** Its field `token`: the key of `payload`. */
  token: string
}

/** Decrypts the fields of a form. */
export interface DecryptForm {
  /** The field `payload`, percent-decoded. */
  payload: string
  /** The field `token`, percent-decoded. */
  token: string
}

/** Parses a message of the window. */
export interface ParseMessage {
  /**
   * The name under which it came: the method or channel of the bridge (`done`, `BootpayDone`, `Bootpay`), or
   * `redirectUrl` for the address to which the window returned.
   */
  channel: string
  /** The message, or the address. */
  message: string
}

/** A message of the window. Anybody can forge one: it proves nothing. */
export interface WindowEvent {
  /** The event. */
  kind: WindowEventKind
  /** Bootpay's id of the payment, 24 hex characters: what the merchant's server confirms or verifies. */
  receiptId?: string
  /** The merchant's id of the order. */
  orderId?: string
  /** Status of the payment, as the page says. */
  status?: Status
  /** Amount, in won, as the page says. */
  price?: number
  /** The symbol of the method. */
  methodOriginSymbol?: string
  /** Bootpay's host for the payment window. */
  gatewayUrl?: string
  /** Bootpay's error code. */
  errorCode?: string
  /** The PG's error code. */
  pgErrorCode?: string
  /** Reason, for the buyer to read. */
  message?: string
  /** The page to load, of `redirect`: http or https. */
  url?: string
  /** The height of a widget, in pixels. */
  height?: number
  /**
   * The whole message, or text that is no message as a string. Parsed when it is looked at, and not
   * enumerable, so that it is neither copied nor serialised. A whole number beyond 2^53 is a string of its digits.
   */
  raw: Json
}

/** An event of the window. */
export type WindowEventKind =
  /** The buyer has finished, and the payment waits for its approval. */
  | 'confirm'
  /** The payment is approved, the billing key issued or the identity verified, as the page says. */
  | 'done'
  /** A virtual account is issued; its deposit comes later. */
  | 'issued'
  /** The buyer has cancelled. */
  | 'cancel'
  /** It has failed. */
  | 'error'
  /** The window is gone. */
  | 'close'
  /** The app is to load `url` in the web view. */
  | 'redirect'
  /** The widget wants the whole screen. */
  | 'full_screen'
  /** The widget gives the screen back. */
  | 'revert_screen'
  /** The widget is ready. */
  | 'widget_ready'
  /** The widget has another `height`. */
  | 'widget_resize'
  /** The buyer has chosen a method in the widget. */
  | 'widget_change_payment'
  /** The buyer has agreed to terms in the widget, or no longer. */
  | 'widget_change_terms'
  /** A message between pages, of no use to an app. */
  | 'ignore'
  /** Nothing that this version knows; `raw` has it. */
  | 'unknown'

/** Asks if the app closes the window after an event. */
export interface CheckClose {
  /** The event. */
  event: WindowEventKind
  /** The `openType` of the window. Default `redirect`. */
  openType?: string
  /** The `displaySuccessResult` of its `extra`. Default false. */
  displaySuccessResult?: boolean
  /** The `displayErrorResult` of its `extra`. Default true. */
  displayErrorResult?: boolean
  /** The `methodOriginSymbol` of the event. */
  methodOriginSymbol?: string
}

/** Asks what to do with a link that a page in the window opens. */
export interface DecideLink {
  /** The link. */
  url: string
  /** `android` or `ios`. */
  platform: Platform
  /**
   * On Android, the installed ones of the packages in the app's `<queries>`. Without it, the app tries to open
   * another app, and follows the decision's `fallbackUrl` or `storeUrl` if that fails.
   */
  installed?: Array<string>
  /** The `redirectUrl` of the window. */
  redirectUrl?: string
}

/** The decision about a link. */
export interface LinkDecision {
  /** The decision. */
  action: LinkAction
  /** The URL that it is about: to open, to load, or the link itself. */
  url: string
  /** On Android, the only app that may open the URL. */
  package?: string
  /** The page to load if the app, or the store, cannot be opened. */
  fallbackUrl?: string
  /** The app's page in the store, if the app cannot be opened and there is no `fallbackUrl`. */
  storeUrl?: string
}

/** What to do with a link. */
export type LinkAction =
  /** The web view loads it by itself. */
  | 'stay'
  /** Open `url` with another app: on Android with an `ACTION_VIEW` for `package`, on iOS with `open`. */
  | 'open_app'
  /** Open `url`, the page of the missing app in the store. */
  | 'install'
  /** Load `url` in the web view. */
  | 'load'
  /** Do nothing. */
  | 'swallow'
  /** The window has returned: close the web view, and parse `url` at the channel `redirectUrl`. */
  | 'result'

/** Asks for an app's entries in its manifest or property list. */
export interface WriteManifest {
  /** `android` or `ios`. */
  platform: Platform
  /** The app's own scheme, the `appScheme` of the window's `extra`; required on iOS. */
  appScheme?: string
}

/**
 * Stores attempts in the merchant's own storage, for example its database.
 *
 * Holds one row for each attempt, and one for each payment of which `webhooks.receive` delivered a change; the
 * store need not understand their content. The client calls the
 * methods one after another on its own thread, where they may block. They fail by the language's usual
 * means, and the failure's text appears in the error of the call. A forked process calls them too: do
 * not use a connection of the parent there.
 *
 * All times are counted from now, in milliseconds, by one clock of the store (a database's `now()`), and
 * never by those of the machines that use it.
 */
export interface AttemptStore {
  /**
   * Inserts a row, or replaces the row with the same `id`. Returns only after the row is durable,
   * even if the machine loses power: the request of a write or money call is sent after that, and is
   * not sent if this fails.
   */
  put(row: AttemptRow): unknown
  /**
   * Inserts a row unless there is one with the same `id`, in one atomic step: of two concurrent callers
   * only one inserts its row. A row that is to be forgotten counts as none. Returns true if it was inserted.
   */
  insert(row: AttemptRow): boolean | Promise<boolean>
  /**
   * Claims one row and returns its `record`, or nothing if there is none: a row of this `owner` that is
   * due and not to be forgotten, and not `answered` unless the claim's `answered` is true. Makes it due
   * `leaseMs` from now in the same atomic step, so that only one of two concurrent callers gets it.
   */
  claim(claim: AttemptClaim): string | null | undefined | Promise<string | null | undefined>
  /** Returns the `record` of each row with this `payment`, in any order. */
  ofPayment(payment: string): Array<string> | Promise<Array<string>>
  /** Deletes the row with this `id`, if there is one. */
  remove(id: string): unknown
}

/**
 * A client of one merchant.
 *
 * Clients share nothing and start nothing before the first call. A script ends when no call is pending; a process
 * waits for money calls in progress. Each namespace is one object, so that a test can mock its methods.
 */
export declare class Bootpay {
  /**
   * Creates a client. Throws a `BootpayError` of kind `invalid` if half of a key pair, or all of
   * it, is missing, or if an option breaks its rule.
   */
  constructor(settings: Credentials & ClientOptions)
  /**
   * Creates a client from environment variables: `env`, by default `process.env`, of which a worker
   * thread has its own.
   *
   * `BOOTPAY_CLIENT_KEY` with `BOOTPAY_SECRET_KEY`, or `BOOTPAY_APPLICATION_ID` with `BOOTPAY_PRIVATE_KEY`, or all four;
   * and, if wanted, `BOOTPAY_MODE` (`live` or `test`), `BOOTPAY_BASE_URL`, `BOOTPAY_ATTEMPTS_FILE`,
   * `BOOTPAY_WEB_APPLICATION_ID`, `BOOTPAY_ANDROID_APPLICATION_ID`, `BOOTPAY_IOS_APPLICATION_ID` and `BOOTPAY_TRUSTED_PROXIES`. A variable that is set
   * but empty counts as not set. An option goes before its variable.
   *
   * Throws a `BootpayError` of kind `invalid`, whose `field` is the variable, if half of a key pair, or all of it, is
   * missing or a value breaks its rule.
   */
  static fromEnv(env?: Readonly<Record<string, string | undefined>>, options?: ClientOptions): Bootpay
  /** Payments: look up, confirm, verify and refund. */
  get payments(): Payments
  /** Billing keys: cards and accounts that the merchant may charge repeatedly. */
  get billing(): Billing
  /** Reservations: scheduled charges of a billing key. */
  get reservations(): Reservations
  /** Members of the merchant in Bootpay's easy payment. */
  get users(): Users
  /**
   * Wallets: cards and accounts that members keep in Bootpay's easy payment. Deprecated by
   * Bootpay: use a user token and `payments.request`.
   */
  get wallets(): Wallets
  /** Identity verification, by text message or the carriers' PASS app. */
  get identity(): Identity
  /** Cash receipts, which report cash payments to the tax office. */
  get cashReceipts(): CashReceipts
  /** Escrow: the PG holds the money until the buyer has the goods. */
  get escrow(): Escrow
  /** Payment methods that the merchant has activated. */
  get paymentMethods(): PaymentMethods
  /** Webhooks: notifications that Bootpay sends to the merchant's server. */
  get webhooks(): Webhooks
  /** Attempts: writes and money calls whose outcome is unresolved. */
  get attempts(): Attempts
  /**
   * Calls for resellers, who manage merchants of their own. They take the reseller's
   * `applicationId` and `privateKey`.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  get reseller(): Reseller
  /** Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live. */
  get setup(): Setup
  /**
   * Closes the connections after pending calls have ended. Later calls fail with kind `invalid`;
   * `attempts.unresolved` and `attempts.acknowledge` go on working.
   */
  close(): void
  /** Closes it, at the end of a `using` block. */
  [Symbol.dispose](): void
  /** Closes it and waits for its pending calls, at the end of an `await using` block. */
  [Symbol.asyncDispose](): Promise<void>
}

/** Payments: look up, confirm, verify and refund. */
export declare class Payments {
  private constructor()
  /**
   * Returns one payment by Bootpay's receipt id.
   *
   * Fails with `RC_NOT_FOUND` if it does not exist or belongs to another merchant.
   */
  get(request: GetReceipt, options?: CallOptions): Promise<Receipt>
  /**
   * Returns the payments of one order.
   *
   * An order can have several, for example if the buyer tried twice. Fails with
   * `RC_NOT_FOUND` if there is none.
   */
  findByOrder(request: FindByOrder, options?: CallOptions): Promise<Array<Receipt>>
  /**
   * Confirms a payment. The money moves at this point.
   *
   * Reads the payment first, and fails with `mismatch` if it differs in order, price (KRW) or
   * mode, with `wrong_state` if it can no longer, or not yet, be confirmed. Then confirms it
   * and compares again. An error after the money moved carries the attempt.
   *
   * Confirming twice is confirming once: a payment that is paid and matches is returned each
   * time it is asked, in every process, and not confirmed again. A second confirm in the same
   * client waits for the first; one that loses to another process reads until the other's
   * outcome is known, and fails with `wrong_state` and `repeat` `safe` if that takes longer
   * than its timeout. A lost confirm of the payment is thereby resolved.
   *
   * The result does not say that the goods were not shipped yet. One conditional update of
   * the order decides that; `receiptId` is unique there. Ship if it changed a row:
   *
   * `UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'`
   *
   * Use the same update after `verify` in a webhook's handler. Confirm again, and use it, for each
   * confirm that `attempts.recover` returns as `done`.
   */
  confirm(request: ConfirmPayment, options?: CallOptions): Promise<VerifiedPayment>
  /**
   * Verifies that a payment is paid and matches the merchant's order.
   *
   * Use it for payments that need no confirmation and for webhooks: a webhook's body
   * proves nothing. Fails with `mismatch` unless order, price (KRW) and mode agree, with
   * `wrong_state` unless the status is paid and nothing was refunded. Like `confirm`, it does
   * not say that the goods were not shipped yet: the update shown there decides.
   */
  verify(request: VerifyPayment, options?: CallOptions): Promise<VerifiedPayment>
  /**
   * Cancels a payment in full: refunds all that remains of it.
   *
   * Fails with `RC_ALREADY_CANCELLED` if nothing remains.
   */
  cancelFull(request: CancelFull, options?: CallOptions): Promise<Receipt>
  /**
   * Cancels a payment in part: refunds `cancelPrice`.
   *
   * Can be called again with another `cancelId` until nothing remains. Works only for
   * methods and PGs that support it. Reads the payment first, so that a lost response can
   * be resolved later. Fails with `mismatch` if the payment is not in KRW.
   */
  cancelPartial(request: CancelPartial, options?: CallOptions): Promise<Receipt>
  /**
   * Starts a payment from the server: a page for the buyer, or a charge of a wallet.
   *
   * Bootpay advises against it for payments in Korea, which start in the payment window.
   * Known only from one source or from older ones; the response is undocumented. Fails
   * with `RC_PRICE_LEAST_LT` below 100 won.
   */
  request(request: RequestPayment, options?: CallOptions): Promise<RequestedPayment>
  /**
   * Registers an account number that the merchant chose as the virtual account of an order.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  requestVirtualAccount(request: RequestVirtualAccount, options?: CallOptions): Promise<Receipt>
}

/** Billing keys: cards and accounts that the merchant may charge repeatedly. */
export declare class Billing {
  private constructor()
  /**
   * Issues a billing key from card data; with `price`, charges it at once.
   *
   * Returns a key that waits for its holder without `billing_key`, at status
   * `billing_key_requested`: continue with `continueCard`, or look it up by its receipt.
   *
   * Fails with `RC_INVALID_EXP_MONTH` for an invalid month, with
   * `SUBSCRIBE_REQUEST_FAILED` if the card company declines.
   */
  issueCard(request: IssueCard, options?: CallOptions): Promise<BillingKey>
  /**
   * Continues a card's billing key that was requested and is not issued yet.
   *
   * Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  continueCard(request: ContinueCard, options?: CallOptions): Promise<BillingKey>
  /**
   * Requests an account holder's consent to direct debit: the first of two steps.
   *
   * Returns a receipt at status `billing_key_requested`. Its `orderId` is the
   * subscription's id; keep its `receiptId` for `publishTransfer`. Fails with
   * `SUBSCRIBE_AT_LOOKUP_USER_FAILED` if holder, account and identity do not match.
   */
  issueTransfer(request: IssueTransfer, options?: CallOptions): Promise<Receipt>
  /**
   * Continues an account's billing key that was requested and is not issued yet.
   *
   * Fails with `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  continueTransfer(request: ContinueTransfer, options?: CallOptions): Promise<BillingKey>
  /**
   * Issues the billing key of an account after its holder's consent: the second of two steps.
   *
   * Debits the `price` of the first step now, if there was one. Fails with
   * `SUBSCRIBE_REQUEST_FAILED` until the holder has agreed (call again then), with
   * `SUBSCRIBE_PUBLISH_NOT_READY` if it is not waiting, or no longer.
   */
  publishTransfer(request: PublishTransfer, options?: CallOptions): Promise<BillingKey>
  /**
   * Returns a billing key.
   *
   * Bootpay's response has a shape of its own here, without `receiptId` and
   * `subscriptionId`; only that of an account's key was recorded. Fails with
   * `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.
   */
  get(request: GetBillingKey, options?: CallOptions): Promise<BillingKey>
  /**
   * Returns the billing key that a request led to. A server gets a key that was issued in the
   * payment window this way.
   *
   * Fails with `RC_NOT_FOUND` if there is no such request, with `RC_NOT_SUBSCRIBE` if the
   * request was not for a billing key.
   */
  getByReceipt(request: GetBillingKeyByReceipt, options?: CallOptions): Promise<BillingKey>
  /** Returns a billing key that pays in the order its owner chose. */
  getSequential(request: GetSequentialBillingKey, options?: CallOptions): Promise<BillingKey>
  /**
   * Deletes a billing key. Its reservations stay: cancel each of them.
   *
   * Fails with `SUBSCRIBE_BK_EXPIRED` if it has expired or was deleted before.
   */
  delete(request: DeleteBillingKey, options?: CallOptions): Promise<DeletedBillingKey>
  /**
   * Charges a billing key once, immediately.
   *
   * Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted, with
   * `RC_CONFIRM_FAILED` if the PG or the card company declines.
   */
  charge(request: ChargeBillingKey, options?: CallOptions): Promise<Receipt>
  /**
   * Completes a payment that was started in an easy payment window, with a billing key.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  finishEasy(request: FinishEasy, options?: CallOptions): Promise<Receipt>
}

/** Reservations: scheduled charges of a billing key. */
export declare class Reservations {
  private constructor()
  /**
   * Schedules a charge of a billing key. Bootpay allows 10 pending reservations per key.
   *
   * Fails with `SUBSCRIBE_BK_EXPIRED` if the key has expired or was deleted.
   */
  create(request: CreateReservation, options?: CallOptions): Promise<CreatedReservation>
  /** Returns a reservation; after the charge it names the receipt. */
  get(request: GetReservation, options?: CallOptions): Promise<Reservation>
  /** Cancels a pending reservation. */
  cancel(request: CancelReservation, options?: CallOptions): Promise<CancelledReservation>
}

/** Members of the merchant in Bootpay's easy payment. */
export declare class Users {
  private constructor()
  /**
   * Returns a token that identifies a member to the payment window, valid for about an hour.
   *
   * Takes only a token (Bootpay was seen to refuse a key pair): fails with `config` before
   * anything is sent if the client has no `applicationId` and `privateKey`.
   */
  token(request: IssueUserToken, options?: CallOptions): Promise<UserToken>
  /**
   * Lists the wallets of the member that a token identifies.
   *
   * Undocumented by Bootpay; known only from its Ruby and browser SDKs.
   */
  wallets(request: ListUserWallets, options?: CallOptions): Promise<Array<Wallet>>
  /**
   * Registers biometric payment (fingerprint or face) of a member on one device.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  registerBiometric(request: RegisterBiometric, options?: CallOptions): Promise<Undocumented>
  /**
   * Checks that a member has entered their password.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
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
   * Takes only a token (Bootpay was seen to refuse a key pair): fails with `config` before
   * anything is sent if the client has no `applicationId` and `privateKey`.
   */
  list(request: ListWallets, options?: CallOptions): Promise<Array<Wallet>>
  /**
   * Charges the wallets of a member in order until one pays. Deprecated by Bootpay.
   *
   * Fails with `RC_CONFIRM_FAILED` if none pays.
   */
  charge(request: ChargeWallet, options?: CallOptions): Promise<WalletPayment>
  /**
   * Lists the merchant's own wallets at Bootpay.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  listService(request?: ListServiceWallets, options?: CallOptions): Promise<Undocumented>
}

/** Identity verification, by text message or the carriers' PASS app. */
export declare class Identity {
  private constructor()
  /**
   * Starts an identity verification.
   *
   * Fails with `AUTH_NEED_PG_METHOD` without PG and method, with
   * `AUTH_ALREADY_AUTHENTICATED` for an id whose verification is complete, with
   * `AUTH_CONFIRM_READY_FAILED` if name, carrier and phone do not match.
   */
  request(request: RequestIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Confirms a verification: with the code of the text message, or after the person has
   * finished in PASS.
   *
   * Fails with `AUTH_NOT_READY` if it is not waiting, with `AUTH_EXPIRED` after 30 minutes.
   */
  confirm(request: ConfirmIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Sends the text message or the PASS request again.
   *
   * Fails with `AUTH_NOT_READY` if the verification is not waiting.
   */
  resend(request: ResendIdentity, options?: CallOptions): Promise<Certificate>
  /**
   * Returns the result of a verification. It is complete only at status `identity_verified`.
   *
   * Fails with `AUTH_NOT_CONFIRMED` until the person has finished, with `AUTH_EXPIRED`
   * after 30 minutes, with `RC_NOT_FOUND` if there is none.
   */
  certificate(request: GetCertificate, options?: CallOptions): Promise<Certificate>
}

/** Cash receipts, which report cash payments to the tax office. */
export declare class CashReceipts {
  private constructor()
  /**
   * Issues a cash receipt for a payment by bank transfer or virtual account.
   *
   * Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines, with `RC_NOT_FOUND` if there is
   * no such payment.
   */
  publishForPayment(request: PublishCashReceiptForPayment, options?: CallOptions): Promise<Receipt>
  /**
   * Cancels the cash receipt of a payment; the payment stays.
   *
   * Bootpay returns nothing, or the receipt. Fails with `RC_NOT_FOUND` if there is no such
   * payment.
   */
  cancelForPayment(request: CancelCashReceiptForPayment, options?: CallOptions): Promise<Receipt | null>
  /**
   * Issues a cash receipt for a sale made outside Bootpay.
   *
   * Fails with `RC_CASH_RECEIPT_FAILED` if the PG declines or is not contracted for it.
   */
  publish(request: PublishCashReceipt, options?: CallOptions): Promise<Receipt>
  /**
   * Cancels a cash receipt that was issued by itself.
   *
   * Fails with `RC_NOT_FOUND` if there is none.
   */
  cancel(request: CancelCashReceipt, options?: CallOptions): Promise<Receipt>
}

/** Escrow: the PG holds the money until the buyer has the goods. */
export declare class Escrow {
  private constructor()
  /**
   * Reports to the PG that the goods were shipped. KCP and Inicis only.
   *
   * Fails with `RC_NOT_ESCROW` if the payment was not made with escrow.
   */
  startShipping(request: StartShipping, options?: CallOptions): Promise<Receipt>
}

/** Payment methods that the merchant has activated. */
export declare class PaymentMethods {
  private constructor()
  /**
   * Lists the PGs and methods that the merchant has activated in Bootpay's console.
   *
   * Undocumented by Bootpay; known only from its Java and Ruby SDKs. No source documents the
   * response.
   */
  list(request?: ListPaymentMethods, options?: CallOptions): Promise<Array<PaymentMethod>>
}

/** Webhooks: notifications that Bootpay sends to the merchant's server. */
export declare class Webhooks {
  private constructor()
  /**
   * Receives a webhook: reads the payment from Bootpay, compares it with the merchant's order, and
   * returns the change if it is new and nobody else handles it.
   *
   * Call it after you have looked up the order of the notice's `orderId`; without an order, call it
   * with neither `orderId` nor `price`. It takes at most 4 seconds, since Bootpay waits 5 for a
   * response, and does not fail for what a sender can cause: send the delivery's `response`. Without
   * one, handle the change, then send the response of `done`, or of `release` if that failed. If
   * neither is called, the change is handled again after the client's `webhookWorkTimeMs`, when Bootpay resends.
   *
   * Without `attemptsFile` or `attemptStore`, only this process knows which changes were handled.
   * In any case decide by one conditional update of your order if you ship, as `payments.confirm`
   * shows: a process can die between its work and `done`.
   */
  receive(request: ReceiveWebhook, options?: CallOptions): Promise<WebhookDelivery>
  /**
   * Returns the response to a webhook whose change was handled, and remembers that it was. Sends
   * nothing to Bootpay.
   *
   * Fails with `not_sent` if the store cannot be used: let Bootpay resend then.
   */
  done(request: FinishWebhook, options?: CallOptions): Promise<WebhookResponse>
  /**
   * Returns the response that lets Bootpay send the webhook again, since the work on it failed: the
   * next one is handled at once. Sends nothing to Bootpay.
   *
   * Fails with `not_sent` if the store cannot be used: the work is taken up after `webhookWorkTimeMs`.
   */
  release(request: ReleaseWebhook, options?: CallOptions): Promise<WebhookResponse>
  /**
   * Resends the webhook of a payment.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  resend(request: ResendWebhook, options?: CallOptions): Promise<Undocumented>
  /**
   * Reads a webhook that the merchant's server received: first or second generation, form or JSON.
   *
   * Does not fail for what is new: unknown types, statuses and fields are in the notice. It proves
   * nothing, since anybody can send one: look up the order of its `orderId`, and pass both to
   * `receive`. Fails with `invalid` if the body is no webhook: respond with 400 then.
   */
  parse(request: ParseWebhook): WebhookNotice
}

/** Attempts: writes and money calls whose outcome is unresolved. */
export declare class Attempts {
  private constructor()
  /**
   * Resolves an attempt. Sends read-only requests only.
   *
   * Returns `done` and `did_not_happen` only if that is certain; the attempt is then removed
   * from the list of `unresolved`. Returns `unknown` if reading cannot tell, for example
   * because two payments of one order fit. Returns `did_not_happen` only after the client's
   * quiet period and two identical reads, a second apart. The period is counted from the sending
   * in the process that sent, elsewhere from the first read that found nothing; no time of day
   * has a part in it. If that is beyond the call's `timeoutMs`, returns `unknown` at once, with
   * the time to ask this client again.
   *
   * Make partial cancels of one payment one after another: otherwise they cannot be told
   * apart.
   */
  resolve(request: ResolveAttempt, options?: CallOptions): Promise<Resolution>
  /**
   * Resolves stored attempts that no process is handling, after a crash or a lost response.
   *
   * Sends read-only requests only, and is as careful as `resolve`, but waits for a quiet period
   * only if the call's `timeoutMs` allows it: otherwise returns `unknown` while it is too early to
   * tell, and a later recovery, in any process, takes the attempt again after it. Call it when a
   * process starts, and every few minutes. Any number of processes may recover at once: each
   * attempt is returned to only one of them. An attempt with a known outcome stays in the store
   * for an hour or until it is acknowledged, for a recovery with `includeAnswered`; an unknown
   * one stays until it is acknowledged.
   *
   * Needs `attemptsFile` or `attemptStore`, and fails with `config` without. Fails with
   * `not_sent` if the store cannot be used, with `config` if its file is damaged.
   */
  recover(request: RecoverAttempts, options?: CallOptions): Promise<Array<Resolution>>
  /**
   * Returns this process's attempts by this client whose outcome is not known yet: lost
   * responses, and calls abandoned by their caller. Attempts of a forked parent are the
   * parent's. Sends nothing.
   */
  unresolved(): Array<Attempt>
  /**
   * Removes an attempt from the list of `unresolved`, and from the client's store. Call it
   * after its outcome is known and was used. Returns true if it was on the list. Sends nothing.
   */
  acknowledge(attemptId: string): boolean
}

/**
 * Calls for resellers, who manage merchants of their own. They take the reseller's
 * `applicationId` and `privateKey`.
 *
 * Undocumented by Bootpay; known only from its Ruby SDK.
 */
export declare class Reseller {
  private constructor()
  /**
   * Creates a merchant.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  createSeller(request: CreateSeller, options?: CallOptions): Promise<Undocumented>
  /**
   * Returns a merchant.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  getSeller(request: GetSeller, options?: CallOptions): Promise<Undocumented>
  /**
   * Deletes a merchant that was created for a test.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  deleteTestSeller(request: DeleteTestSeller, options?: CallOptions): Promise<Undocumented>
  /**
   * Sets the PGs of a project.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  updateResources(request: UpdateResources, options?: CallOptions): Promise<Undocumented>
  /**
   * Creates a project for a merchant.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  createApp(request: CreateApp, options?: CallOptions): Promise<Undocumented>
  /**
   * Invites a person to a project or a team.
   *
   * Undocumented by Bootpay; known only from its Ruby SDK.
   */
  invite(request: InviteMember, options?: CallOptions): Promise<Undocumented>
}

/** Set-up: application ids, Bootpay's addresses, what each PG can do, and the check before going live. */
export declare class Setup {
  private constructor()
  /** Returns Bootpay's addresses, for firewalls and for the consoles of PGs. Sends nothing. */
  addresses(): BootpayAddresses
  /**
   * Returns the application id of a platform, for its payment window.
   *
   * Fails with `config` if the client's options have none for it.
   */
  applicationId(request: GetApplicationId): string
  /**
   * Returns if a PG can do something, as far as a public source says.
   *
   * `by_contract` needs a contract with the PG; `unknown` means that no source says, also of a PG
   * that this version does not know. docs/setup.md has the sources.
   */
  supports(request: CheckSupport): Support
  /**
   * Returns what a set-up lacks before it goes live; an empty list if nothing is known to be missing.
   *
   * Judges only the parts that are given, and sends nothing. docs/setup.md lists the parts and the
   * items.
   */
  readiness(request: CheckReadiness): Array<ReadinessItem>
}

/**
 * Explains if and when a call is retried, by the client and by its caller.
 *
 * `endpoint` is a call as errors name it, for example `payments.cancelFull`. The text describes the default
 * options; after a failure, the error's `repeat` tells if that call may be made again.
 *
 * Throws a `BootpayError` of kind `invalid` if there is no such call.
 */
export declare function explainRetry(endpoint: string): string
