"""The words that arguments and replies are written in, as types. All of them are `str`."""

# Generated from core's models by `make generate`: change those.

from typing import Literal, TypeAlias, Union

__all__ = [
    "Status",
    "Method",
    "Pg",
    "ReserveStatus",
    "EscrowStatus",
    "Bank",
    "CardCompany",
    "Courier",
    "Gender",
    "Carrier",
    "AuthenticateType",
    "AuthType",
    "CashReceiptType",
    "ContentType",
    "InviteType",
    "ErrorKind",
    "Repeat",
    "ErrorCategory",
    "Fault",
    "CallAgain",
    "AttemptOutcome",
    "Mode",
]

Status: TypeAlias = Union[
    Literal["ready"],
    Literal["paid"],
    Literal["waiting_confirm"],
    Literal["approving"],
    Literal["approval_requested"],
    Literal["virtual_account_issued"],
    Literal["billing_key_issued"],
    Literal["identity_verified"],
    Literal["cancelled"],
    Literal["billing_key_preparing"],
    Literal["billing_key_requested"],
    Literal["billing_key_made"],
    Literal["identity_preparing"],
    Literal["cash_receipt_issued"],
    Literal["cash_receipt_cancelled"],
    Literal["failed"],
    Literal["approval_failed"],
    Literal["virtual_account_revoked"],
    Literal["request_failed"],
    Literal["expired"],
    Literal["billing_key_revoked"],
    Literal["cancel_failed"],
    Literal["cancelling"],
    Literal["billing_key_failed"],
    Literal["cash_receipt_failed"],
    Literal["cash_receipt_cancel_failed"],
    str,
]
"""Where a payment stands.

A word that this version does not know is passed on as it is.

- `ready`: Asked for; the buyer has not finished.
- `paid`: Paid: the money has moved.
- `waiting_confirm`: The buyer is done; the server must confirm before the money moves.
- `approving`: The PG is approving (API v1).
- `approval_requested`: Approval was asked for and is in progress.
- `virtual_account_issued`: A virtual account was issued; the buyer has not paid into it.
- `billing_key_issued`: A billing key was issued.
- `identity_verified`: The buyer's identity was verified.
- `cancelled`: Cancelled, in full or in part: `cancelled_price` tells how much.
- `billing_key_preparing`: A billing key is being prepared.
- `billing_key_requested`: A billing key was asked for and is not issued yet.
- `billing_key_made`: A billing key was made (an internal step).
- `identity_preparing`: An identity verification is being prepared.
- `cash_receipt_issued`: A cash receipt was issued.
- `cash_receipt_cancelled`: A cash receipt was cancelled.
- `failed`: Failed before approval.
- `approval_failed`: The PG refused to approve.
- `virtual_account_revoked`: A virtual account was revoked.
- `request_failed`: The request for a payment failed.
- `expired`: Expired before it was confirmed.
- `billing_key_revoked`: A billing key was revoked.
- `cancel_failed`: Cancelling failed.
- `cancelling`: Cancelling is in progress at the PG.
- `billing_key_failed`: Issuing a billing key failed.
- `cash_receipt_failed`: Issuing a cash receipt failed.
- `cash_receipt_cancel_failed`: Cancelling a cash receipt failed.
"""

Method: TypeAlias = Union[
    Literal["card"],
    Literal["phone"],
    Literal["bank"],
    Literal["vbank"],
    Literal["auth"],
    Literal["card_rebill"],
    Literal["card_rebill_rest"],
    Literal["phone_rebill"],
    Literal["automatic_transfer"],
    Literal["automatic_transfer_rest"],
    Literal["easy_card"],
    Literal["easy_bank"],
    Literal["easy"],
    Literal["naverpay"],
    Literal["npay"],
    Literal["kakao"],
    Literal["payco"],
    Literal["toss"],
    Literal["cash_receipt"],
    str,
]
"""How a payment is made.

A word that this version does not know is passed on as it is.

- `card`: Card.
- `phone`: Phone bill; can be cancelled only within the month of the payment.
- `bank`: Bank transfer.
- `vbank`: Virtual account: issued first, paid into later.
- `auth`: Identity verification.
- `card_rebill`: Card billing key, issued in the payment window.
- `card_rebill_rest`: Card billing key, issued over REST.
- `phone_rebill`: Phone billed every month.
- `automatic_transfer`: Account auto-debit.
- `automatic_transfer_rest`: Account auto-debit, over REST.
- `easy_card`: A card kept in Bootpay's easy payment.
- `easy_bank`: An account kept in Bootpay's easy payment.
- `easy`: Easy payment of a PG.
- `naverpay`: Naver Pay.
- `npay`: Naver Pay, the older word.
- `kakao`: Kakao Pay.
- `payco`: Payco.
- `toss`: Toss Pay.
- `cash_receipt`: Cash receipt issued by itself, without a payment.
"""

Pg: TypeAlias = Union[
    Literal["nicepay"],
    Literal["kcp"],
    Literal["inicis"],
    Literal["danal"],
    Literal["tosspayments"],
    Literal["toss"],
    Literal["mobilians"],
    Literal["payapp"],
    Literal["payletter"],
    Literal["welcome"],
    Literal["kicc"],
    Literal["easypay"],
    Literal["settlebank"],
    Literal["udpay"],
    Literal["tpay"],
    Literal["jtnet"],
    Literal["lgup"],
    Literal["lightpay"],
    Literal["kiwoompay"],
    Literal["kakao"],
    Literal["naverpay"],
    Literal["npay"],
    Literal["payco"],
    Literal["tosspay"],
    str,
]
"""The payment gateways that Bootpay connects. Replies name a PG in Korean: `Receipt::pg`.

A word that this version does not know is passed on as it is.

- `nicepay`: NICE Payments.
- `kcp`: NHN KCP.
- `inicis`: KG Inicis.
- `danal`: Danal.
- `tosspayments`: Toss Payments.
- `toss`: Toss Payments, the older word.
- `mobilians`: KG Mobilians.
- `payapp`: PayApp; approves at once, without a confirmation by the server.
- `payletter`: Payletter; approves at once, without a confirmation by the server.
- `welcome`: Welcome Payments.
- `kicc`: KICC EasyPay.
- `easypay`: KICC EasyPay, the word of the mobile SDKs.
- `settlebank`: SettleBank (Hecto Financial).
- `udpay`: UDPay.
- `tpay`: tPay.
- `jtnet`: tPay, by the name of its company.
- `lgup`: LG U+, now Toss Payments.
- `lightpay`: Lightpay.
- `kiwoompay`: Kiwoom Pay (spelling unverified); no confirmation by the server.
- `kakao`: Kakao Pay.
- `naverpay`: Naver Pay.
- `npay`: Naver Pay, the older word.
- `payco`: Payco; the items bought must be named.
- `tosspay`: Toss Pay.
"""

ReserveStatus: TypeAlias = Union[
    Literal["pending"],
    Literal["finished"],
    Literal["failed"],
    Literal["cancelled"],
    Literal["not_reserved"],
    str,
]
"""Where a reservation stands (documented for API v1; v2 was seen to answer alike).

A word that this version does not know is passed on as it is.

- `pending`: Waiting for its time.
- `finished`: Charged; the reservation names the receipt.
- `failed`: Failed when its time had come.
- `cancelled`: Cancelled before its time.
- `not_reserved`: Not reserved.
"""

EscrowStatus: TypeAlias = Union[
    Literal["before_shipping"],
    Literal["purchase_confirmed"],
    Literal["preparing"],
    Literal["shipping_started"],
    Literal["settlement_withheld"],
    Literal["purchase_refused"],
    str,
]
"""Where an escrow payment stands.

A word that this version does not know is passed on as it is.

- `before_shipping`: Before shipping.
- `purchase_confirmed`: Confirmed: the buyer has the goods.
- `preparing`: Preparing to ship.
- `shipping_started`: Shipping has started.
- `settlement_withheld`: Settlement is withheld.
- `purchase_refused`: Refused: the buyer sends the goods back.
"""

Bank: TypeAlias = Union[
    Literal["001"],
    Literal["002"],
    Literal["003"],
    Literal["004"],
    Literal["005"],
    Literal["007"],
    Literal["008"],
    Literal["011"],
    Literal["012"],
    Literal["020"],
    Literal["023"],
    Literal["027"],
    Literal["031"],
    Literal["032"],
    Literal["034"],
    Literal["035"],
    Literal["037"],
    Literal["039"],
    Literal["045"],
    Literal["048"],
    Literal["050"],
    Literal["071"],
    Literal["081"],
    Literal["088"],
    Literal["089"],
    Literal["090"],
    Literal["092"],
    str,
]
"""Banks, by the three digits of the Korea Financial Telecommunications and Clearings Institute.

Their Korean names are the short ones that Bootpay takes as `bank_name`.

A word that this version does not know is passed on as it is.

- `001`: Bank of Korea.
- `002`: KDB Korea Development Bank.
- `003`: IBK Industrial Bank of Korea.
- `004`: KB Kookmin Bank.
- `005`: Korea Exchange Bank; merged into Hana.
- `007`: Suhyup Bank.
- `008`: Export-Import Bank of Korea.
- `011`: NH Nonghyup Bank.
- `012`: Local Nonghyup.
- `020`: Woori Bank.
- `023`: SC First Bank.
- `027`: Citibank Korea.
- `031`: Daegu Bank, now iM Bank.
- `032`: Busan Bank.
- `034`: Gwangju Bank.
- `035`: Jeju Bank.
- `037`: Jeonbuk Bank.
- `039`: Gyeongnam Bank.
- `045`: MG Saemaul Geumgo.
- `048`: Shinhyup credit unions.
- `050`: Savings banks.
- `071`: Korea Post.
- `081`: Hana Bank.
- `088`: Shinhan Bank.
- `089`: K bank.
- `090`: Kakao Bank.
- `092`: Toss Bank.
"""

CardCompany: TypeAlias = Union[
    Literal["01"],
    Literal["02"],
    Literal["03"],
    Literal["04"],
    Literal["06"],
    Literal["07"],
    Literal["08"],
    Literal["11"],
    Literal["12"],
    Literal["13"],
    Literal["14"],
    Literal["15"],
    Literal["16"],
    Literal["21"],
    Literal["22"],
    Literal["23"],
    Literal["24"],
    Literal["25"],
    Literal["26"],
    Literal["27"],
    Literal["28"],
    Literal["29"],
    Literal["31"],
    Literal["32"],
    Literal["33"],
    Literal["34"],
    Literal["35"],
    Literal["36"],
    Literal["37"],
    Literal["38"],
    Literal["39"],
    Literal["40"],
    Literal["41"],
    Literal["42"],
    str,
]
"""Card companies, by the two digits of NICE, which the payment window's options are written in.

A receipt's `card_company_code` is the PG's own and need not be one of these.

A word that this version does not know is passed on as it is.

- `01`: BC Card.
- `02`: KB Kookmin Card.
- `03`: Hana Card; formerly KEB.
- `04`: Samsung Card.
- `06`: Shinhan Card.
- `07`: Hyundai Card.
- `08`: Lotte Card.
- `11`: Citi Card.
- `12`: NH Nonghyup Card.
- `13`: Suhyup Card.
- `14`: Shinhyup Card.
- `15`: Woori Card.
- `16`: Hana SK Card; now Hana.
- `21`: Gwangju Card.
- `22`: Jeonbuk Card.
- `23`: Jeju Card.
- `24`: KDB Capital.
- `25`: Visa issued abroad.
- `26`: Mastercard issued abroad.
- `27`: Diners Club.
- `28`: American Express.
- `29`: JCB.
- `31`: SK OK Cashbag.
- `32`: Korea Post.
- `33`: Savings banks.
- `34`: UnionPay.
- `35`: MG Saemaul Geumgo.
- `36`: KDB Korea Development Bank.
- `37`: Kakao Bank.
- `38`: K bank.
- `39`: Payco points.
- `40`: Kakao money.
- `41`: SSG money.
- `42`: Naver points.
"""

Courier: TypeAlias = Union[
    Literal["CJ대한통운"],
    Literal["한진"],
    Literal["롯데"],
    Literal["KGB"],
    Literal["동부"],
    Literal["우체국"],
    Literal["로젠"],
    Literal["옐로우캡"],
    Literal["경동"],
    Literal["대신"],
    Literal["사가와"],
    Literal["일양로지스"],
    Literal["호남"],
    Literal["합동"],
    Literal["천일"],
    Literal["편의점"],
    Literal["직접배달"],
    Literal["퀵서비스"],
    str,
]
"""Couriers, by the Korean names that Bootpay takes as `delivery_corp`.

A word that this version does not know is passed on as it is.

- `CJ대한통운`: CJ Logistics.
- `한진`: Hanjin.
- `롯데`: Lotte Global Logistics.
- `KGB`: KGB.
- `동부`: Dongbu Express.
- `우체국`: Korea Post.
- `로젠`: Logen.
- `옐로우캡`: Yellow Cap.
- `경동`: Kyungdong.
- `대신`: Daesin.
- `사가와`: Sagawa.
- `일양로지스`: Ilyang Logis.
- `호남`: Honam.
- `합동`: Hapdong.
- `천일`: Chunil.
- `편의점`: Convenience store parcel.
- `직접배달`: Delivered by the shop itself.
- `퀵서비스`: Quick service by motorcycle.
"""

Gender: TypeAlias = Union[
    Literal["male"],
    Literal["female"],
    Literal["not_told"],
    str,
]
"""A person's sex, as the API asks for it and tells it.

A word that this version does not know is passed on as it is.

- `male`: Male.
- `female`: Female.
- `not_told`: Not told.
"""

Carrier: TypeAlias = Union[
    Literal["SKT"],
    Literal["KT"],
    Literal["LGU+"],
    Literal["SKT_MVNO"],
    Literal["KT_MVNO"],
    Literal["LGU+_MVNO"],
    str,
]
"""Mobile carriers, as an identity verification asks for them.

A word that this version does not know is passed on as it is.

- `SKT`: SK Telecom.
- `KT`: KT.
- `LGU+`: LG U+.
- `SKT_MVNO`: A low-cost carrier on SK Telecom's network.
- `KT_MVNO`: A low-cost carrier on KT's network.
- `LGU+_MVNO`: A low-cost carrier on LG U+'s network.
"""

AuthenticateType: TypeAlias = Union[
    Literal["sms"],
    Literal["pass"],
]
"""How a person proves who they are.

- `sms`: A code by text message.
- `pass`: The carriers' PASS app.
"""

AuthType: TypeAlias = Union[
    Literal["ARS"],
    Literal["간편인증"],
]
"""How the holder of an account agrees to its being debited.

- `ARS`: An automated phone call.
- `간편인증`: An app.
"""

CashReceiptType: TypeAlias = Union[
    Literal["소득공제"],
    Literal["지출증빙"],
    str,
]
"""What a cash receipt is for.

A word that this version does not know is passed on as it is.

- `소득공제`: Income deduction: the buyer is a person.
- `지출증빙`: Proof of expense: the buyer is a business.
"""

ContentType: TypeAlias = Union[
    Literal["application/json"],
    Literal["application/x-www-form-urlencoded"],
]
"""How a webhook's body is written.

- `application/json`: JSON.
- `application/x-www-form-urlencoded`: A form.
"""

InviteType: TypeAlias = Union[
    Literal["프로젝트"],
    Literal["팀"],
]
"""What a member is invited to.

- `프로젝트`: One project; `app_id` names it.
- `팀`: A merchant's whole team; `provider_id` names it.
"""

ErrorKind: TypeAlias = Union[
    Literal["invalid"],
    Literal["config"],
    Literal["not_sent"],
    Literal["rejected"],
    Literal["outcome_unknown"],
    Literal["bad_reply"],
    Literal["unavailable"],
    Literal["mismatch"],
]
"""What went wrong with a call, as one of a few kinds that each say what to do.

- `invalid`: What was passed in breaks a rule; `field` names it. Nothing was sent. Correct it.
- `config`: The client cannot work as it is set up. Nothing was sent. Correct the set-up.
- `not_sent`: The request did not leave: no connection, no trust in the certificate, or no token. Nothing
  has happened; it is safe to call again.
- `rejected`: Bootpay refused; `code` says why. Nothing has happened. Calling again gives the same answer
  until the cause is gone.
- `outcome_unknown`: The money may have moved or not, the change been made or not: the reply was lost, unreadable,
  or says so itself. Do not repeat the call; find out first, by the receipt or the order.
- `bad_reply`: Bootpay answered a read with something that cannot be understood; `status` and `body` show it.
- `unavailable`: A read was not answered in time or not at all. It is safe to call again.
- `mismatch`: The payment is not what the shop sold; `field` names what differs. Do not ship.
"""

Repeat: TypeAlias = Union[
    Literal["safe"],
    Literal["after_settle"],
    Literal["never"],
]
"""Whether a failed call may be made again.

- `safe`: Nothing has happened: calling again cannot do harm.
- `after_settle`: Only once it is known that the first call did nothing.
- `never`: It would fail again, or do something twice.
"""

ErrorCategory: TypeAlias = Union[
    Literal["credentials"],
    Literal["payment"],
    Literal["cancel"],
    Literal["billing_key"],
    Literal["identity"],
    Literal["cash_receipt"],
    Literal["escrow"],
    Literal["window"],
]
"""What an error code is about.

- `credentials`: The keys and the token.
- `payment`: A payment that is asked for, looked up or confirmed.
- `cancel`: Giving a payment back.
- `billing_key`: Issuing a billing key and charging it.
- `identity`: Verifying who the buyer is.
- `cash_receipt`: Cash receipts.
- `escrow`: Payments with escrow.
- `window`: The payment window in the buyer's browser or app.
"""

Fault: TypeAlias = Union[
    Literal["shop"],
    Literal["buyer"],
    Literal["pg"],
    Literal["nobody"],
    Literal["unknown"],
]
"""Who can remove the cause of a failure.

- `shop`: The shop: its code or how it is set up.
- `buyer`: The buyer: what was entered, or not done yet.
- `pg`: The PG, the card company or the bank, which refused.
- `nobody`: Nobody: things stand in another way than the call assumed.
- `unknown`: The code does not tell.
"""

CallAgain: TypeAlias = Union[
    Literal["never"],
    Literal["after_correcting"],
    Literal["after_cause_gone"],
    Literal["later"],
    Literal["after_settling"],
]
"""Whether and when the same call can succeed. Whether it can do harm is `Repeat`'s to say.

- `never`: It cannot: the case is closed, or something new must be begun.
- `after_correcting`: Once what was sent, or the set-up, is corrected.
- `after_cause_gone`: Once the cause is gone, which lies outside of the call.
- `later`: As it is, now or later.
- `after_settling`: Only once it is known what became of the first call.
"""

AttemptOutcome: TypeAlias = Union[
    Literal["pending"],
    Literal["done"],
    Literal["refused"],
    Literal["unknown"],
]
"""What is known of an attempt.

- `pending`: No answer yet.
- `done`: It happened.
- `refused`: It did not happen: Bootpay refused.
- `unknown`: It may have happened or not.
"""

Mode: TypeAlias = Union[
    Literal["live"],
    Literal["test"],
]
"""Whether money is real.

- `live`: Real money.
- `test`: Bootpay's test mode.
"""
