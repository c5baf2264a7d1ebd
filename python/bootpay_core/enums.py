"""Types of the enum values in arguments and responses, and their names.

All values are `str`.

>>> NAMES["Bank"]["004"].korean
'국민'
"""

# Generated from core's models by `make generate`: change those.

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple, TypeAlias, Union

__all__ = [
    "NAMES",
    "Name",
    "Status",
    "Method",
    "Pg",
    "CardCompany",
    "Gender",
    "CashReceiptType",
    "Platform",
    "ReserveStatus",
    "EscrowStatus",
    "Bank",
    "Courier",
    "Carrier",
    "AuthenticateType",
    "AuthType",
    "ContentType",
    "InviteType",
    "WebhookFormat",
    "WebhookKind",
    "PrivateKeyCheck",
    "WebhookOutcome",
    "ErrorKind",
    "Repeat",
    "ErrorCategory",
    "Fault",
    "CallAgain",
    "AttemptOutcome",
    "ResolvedOutcome",
    "WebhookChange",
    "CallEffect",
    "CallOutcome",
    "Mode",
    "Capability",
    "Support",
    "ReadinessCode",
    "ReadinessSeverity",
    "ReadinessActor",
    "WindowKind",
    "WindowDialect",
    "WindowEventKind",
    "LinkAction",
]


class Name(NamedTuple):
    """The names of an enum value."""

    english: str
    """Name in English."""

    korean: str | None
    """Name in Korean, as Bootpay shows it; `None` if it shows none."""


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
"""The status of a payment.

A value that this version does not know is passed on unchanged.

- `ready`: Requested; the buyer has not finished.
- `paid`: Paid: the money has moved.
- `waiting_confirm`: Waiting for confirmation: the buyer has finished, and the server must confirm before the money
  moves.
- `approving`: The PG is approving (API v1).
- `approval_requested`: Approval was requested and is in progress.
- `virtual_account_issued`: A virtual account was issued; the buyer has not paid into it.
- `billing_key_issued`: A billing key was issued.
- `identity_verified`: The buyer's identity was verified.
- `cancelled`: Cancelled, in full or in part: `cancelled_price` is the amount.
- `billing_key_preparing`: A billing key is being prepared.
- `billing_key_requested`: A billing key was requested and is not issued yet.
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
"""Payment methods.

A value that this version does not know is passed on unchanged.

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
- `npay`: Naver Pay, the older symbol.
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
"""The payment gateways that Bootpay connects. Responses name a PG in Korean: `Receipt::pg`.

A value that this version does not know is passed on unchanged.

- `nicepay`: NICE Payments.
- `kcp`: NHN KCP.
- `inicis`: KG Inicis.
- `danal`: Danal.
- `tosspayments`: Toss Payments.
- `toss`: Toss Payments, the older symbol.
- `mobilians`: KG Mobilians.
- `payapp`: PayApp; approves at once, without a confirmation by the server.
- `payletter`: Payletter; approves at once, without a confirmation by the server.
- `welcome`: Welcome Payments.
- `kicc`: KICC EasyPay.
- `easypay`: KICC EasyPay, the symbol of the mobile SDKs.
- `settlebank`: SettleBank (Hecto Financial).
- `udpay`: UDPay.
- `tpay`: tPay.
- `jtnet`: tPay, by the name of its company.
- `lgup`: LG U+, now Toss Payments.
- `lightpay`: Lightpay.
- `kiwoompay`: Kiwoom Pay (spelling unverified); no confirmation by the server.
- `kakao`: Kakao Pay.
- `naverpay`: Naver Pay.
- `npay`: Naver Pay, the older symbol.
- `payco`: Payco; requires the items bought.
- `tosspay`: Toss Pay.
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
"""Card companies, by the two-digit codes of NICE, which the payment window's options use.

A receipt's `card_company_code` is the PG's own and need not be one of these.

A value that this version does not know is passed on unchanged.

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

Gender: TypeAlias = Union[
    Literal["male"],
    Literal["female"],
    Literal["not_told"],
    str,
]
"""A person's sex, as the API accepts and returns it.

A value that this version does not know is passed on unchanged.

- `male`: Male.
- `female`: Female.
- `not_told`: Not given.
"""

CashReceiptType: TypeAlias = Union[
    Literal["소득공제"],
    Literal["지출증빙"],
    str,
]
"""Purpose of a cash receipt.

A value that this version does not know is passed on unchanged.

- `소득공제`: Income deduction: the buyer is a person.
- `지출증빙`: Proof of expense: the buyer is a business.
"""

Platform: TypeAlias = Union[
    Literal["web"],
    Literal["android"],
    Literal["ios"],
    Literal["rest"],
]
"""A platform on which a merchant takes payments. Bootpay issues an application id for each.

- `web`: Web pages.
- `android`: Android apps.
- `ios`: iOS apps.
- `rest`: The merchant's server, over REST.
"""

ReserveStatus: TypeAlias = Union[
    Literal["pending"],
    Literal["finished"],
    Literal["failed"],
    Literal["cancelled"],
    Literal["not_reserved"],
    str,
]
"""The status of a reservation (documented for API v1; v2 was seen to respond alike).

A value that this version does not know is passed on unchanged.

- `pending`: Waiting for its time.
- `finished`: Charged; the reservation names the receipt.
- `failed`: Failed at its scheduled time.
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
"""The status of an escrow payment.

A value that this version does not know is passed on unchanged.

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
"""Banks, by the three-digit codes of the Korea Financial Telecommunications and Clearings Institute.

Their Korean names are the short ones that Bootpay accepts as `bank_name`.

A value that this version does not know is passed on unchanged.

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
"""Couriers, by the Korean names that Bootpay accepts as `delivery_corp`.

A value that this version does not know is passed on unchanged.

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
- `직접배달`: Delivered by the merchant itself.
- `퀵서비스`: Quick service by motorcycle.
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
"""Mobile carriers, for an identity verification.

A value that this version does not know is passed on unchanged.

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
"""Method of an identity verification.

- `sms`: A code by text message.
- `pass`: The carriers' PASS app.
"""

AuthType: TypeAlias = Union[
    Literal["ARS"],
    Literal["간편인증"],
]
"""Method of an account holder's consent to direct debit.

- `ARS`: An automated phone call.
- `간편인증`: An app.
"""

ContentType: TypeAlias = Union[
    Literal["application/json"],
    Literal["application/x-www-form-urlencoded"],
]
"""Content type of a webhook's body.

- `application/json`: JSON.
- `application/x-www-form-urlencoded`: A form.
"""

InviteType: TypeAlias = Union[
    Literal["프로젝트"],
    Literal["팀"],
]
"""Target of an invitation.

- `프로젝트`: One project; `app_id` names it.
- `팀`: A merchant's whole team; `provider_id` names it.
"""

WebhookFormat: TypeAlias = Union[
    Literal["v1_form"],
    Literal["v1_json"],
    Literal["v2"],
]
"""The generation and form of a webhook's body.

- `v1_form`: First generation, to a Feedback URL, as a form. Acknowledged by the text `OK`.
- `v1_json`: First generation, to a Feedback URL, as JSON. Acknowledged by the text `OK`.
- `v2`: Second generation, to a project's webhook URL, as JSON or a form. Acknowledged by HTTP 200 and
  `{"success":true}`.
"""

WebhookKind: TypeAlias = Union[
    Literal["paid"],
    Literal["virtual_account_issued"],
    Literal["cancelled"],
    Literal["partially_cancelled"],
    Literal["expired"],
    Literal["request_failed"],
    Literal["confirm_failed"],
    Literal["cancel_failed"],
    Literal["failed"],
    Literal["escrow_decided"],
    Literal["identity_verified"],
    Literal["billing_key_issued"],
    str,
]
"""The kind of change that a webhook reports.

A value that this version does not know is passed on unchanged.

- `paid`: Paid: approved, or a virtual account's deposit arrived.
- `virtual_account_issued`: A virtual account was issued; nothing is paid yet.
- `cancelled`: Cancelled in full; in the first generation, which does not name the amount, perhaps in part.
- `partially_cancelled`: Cancelled in part: `cancelled_price` is what was refunded so far.
- `expired`: Expired before it was paid. Sent if the payment has `extra.common_event_webhook`.
- `request_failed`: The payment could not be requested. This and other failures are sent if the payment has
  `extra.enable_error_webhook`.
- `confirm_failed`: The approval failed.
- `cancel_failed`: A cancel failed: the money stays where it was.
- `failed`: Another failure; `webhook_type` is `ERROR`, or the status -1.
- `escrow_decided`: The buyer of an escrow payment confirmed or refused the goods.
- `identity_verified`: The buyer's identity was verified.
- `billing_key_issued`: A billing key was issued.
"""

PrivateKeyCheck: TypeAlias = Union[
    Literal["absent"],
    Literal["matches"],
    Literal["differs"],
    Literal["unchecked"],
]
"""The result of comparing the private key in a webhook's body with the client's.

- `absent`: The body has none, as in the second generation.
- `matches`: It is the client's.
- `differs`: It is not the client's: the notice is forged, or of another project.
- `unchecked`: The body has one, and the client has no private key to compare it with.
"""

WebhookOutcome: TypeAlias = Union[
    Literal["work"],
    Literal["duplicate"],
    Literal["older"],
    Literal["unknown_order"],
    Literal["mismatch"],
    Literal["not_found"],
    Literal["not_yet"],
    Literal["unreadable"],
    Literal["busy"],
    Literal["store_failed"],
    Literal["timed_out"],
    Literal["forbidden"],
]
"""The result of receiving a webhook, which decides the response to Bootpay.

- `work`: The change is new and is this caller's to handle: do the work, then call `webhooks.done`.
- `duplicate`: The change was handled before: a resend.
- `older`: The change is older than one that was handled: paid never goes back to waiting.
- `unknown_order`: The merchant has no such order. Keep the notice and look into it.
- `mismatch`: The payment is not what the merchant sold: order, price, currency or mode differ.
- `not_found`: Bootpay has no such payment of this merchant.
- `not_yet`: Bootpay's record does not show the change yet.
- `unreadable`: The payment could not be read from Bootpay.
- `busy`: Another handler is working on the change.
- `store_failed`: The store of claims failed.
- `timed_out`: The time ran out before Bootpay's limit of 5 seconds.
- `forbidden`: The sender is not Bootpay: wrong source address or private key.
"""

ErrorKind: TypeAlias = Union[
    Literal["invalid"],
    Literal["config"],
    Literal["not_sent"],
    Literal["rejected"],
    Literal["outcome_unknown"],
    Literal["unexpected_response"],
    Literal["unavailable"],
    Literal["mismatch"],
    Literal["wrong_state"],
]
"""The kind of an error. Each kind says what to do.

- `invalid`: The input breaks a rule; `field` names the field. Nothing was sent. Correct the input.
- `config`: The client is misconfigured, or Bootpay does not accept its keys. Nothing was carried out. Correct
  the configuration: until then every call fails the same way.
- `not_sent`: The request was not sent: no connection, an untrusted certificate, or no token. Nothing has
  happened; calling again is safe.
- `rejected`: Bootpay refused the call; `code` is the reason. Nothing has happened. Calling again fails
  the same way until the cause is removed, unless `repeat` is `safe`.
- `outcome_unknown`: The outcome is unresolved: the money may have moved, or the change been made, or not. The
  response was lost or unreadable, or itself reports an unknown outcome. Do not repeat the
  call; look up the receipt or the order first.
- `unexpected_response`: The response to a read-only call cannot be understood; `status` and `body` show it.
- `unavailable`: A read-only call got no response, or not in time. Calling again is safe.
- `mismatch`: The payment does not match the merchant's order in `order_id`, `price`, `currency` or `mode`:
  `field` names the difference, `expected` and `found` are the two sides, `receipt` is the
  payment. Do not ship.
- `wrong_state`: The payment matches the merchant's order, but is not paid in full: `payment_status` and
  `cancelled_price` are its state, `receipt` is the payment. Do not ship. Calling again is safe
  while it may still become paid, which `repeat` tells; it never does after it has ended.
"""

Repeat: TypeAlias = Union[
    Literal["safe"],
    Literal["after_resolve"],
    Literal["never"],
]
"""Tells if a failed call may be made again.

- `safe`: Nothing has happened. Calling again does no harm.
- `after_resolve`: Only after it is known that the first call did nothing, which `attempts.resolve` finds out.
- `never`: Calling again would fail again, or do something twice.
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
"""The subject of an error code.

- `credentials`: Keys and tokens.
- `payment`: Requesting, looking up or confirming a payment.
- `cancel`: Cancelling a payment.
- `billing_key`: Issuing a billing key and charging it.
- `identity`: Identity verification.
- `cash_receipt`: Cash receipts.
- `escrow`: Payments with escrow.
- `window`: The payment window in the buyer's browser or app.
"""

Fault: TypeAlias = Union[
    Literal["merchant"],
    Literal["buyer"],
    Literal["pg"],
    Literal["nobody"],
    Literal["unknown"],
]
"""The party that can remove the cause of a failure.

- `merchant`: The merchant: its code or its configuration.
- `buyer`: The buyer: wrong input, or a step that is not done yet.
- `pg`: The PG, the card company or the bank, which declined.
- `nobody`: Nobody: the state differs from what the call assumed.
- `unknown`: Not indicated by the code.
"""

CallAgain: TypeAlias = Union[
    Literal["never"],
    Literal["after_correcting"],
    Literal["after_cause_gone"],
    Literal["later"],
    Literal["after_resolving"],
]
"""Tells if and when the same call can succeed.

- `never`: Never: the case is closed, or a new one must be started.
- `after_correcting`: After the input or the configuration is corrected.
- `after_cause_gone`: After the cause, which lies outside the call, is removed.
- `later`: Unchanged, now or later.
- `after_resolving`: Only after the first call is resolved.
"""

AttemptOutcome: TypeAlias = Union[
    Literal["pending"],
    Literal["done"],
    Literal["refused"],
    Literal["unknown"],
]
"""The outcome of an attempt as far as it is known.

- `pending`: No response yet.
- `done`: It happened.
- `refused`: It did not happen: Bootpay refused.
- `unknown`: It may have happened or not.
"""

ResolvedOutcome: TypeAlias = Union[
    Literal["done"],
    Literal["did_not_happen"],
    Literal["unknown"],
]
"""The outcome of a resolved attempt.

- `done`: It happened.
- `did_not_happen`: It did not happen. Making the call again is safe.
- `unknown`: Reading cannot tell, or cannot tell yet. Do not repeat the call.
"""

WebhookChange: TypeAlias = Union[
    Literal["paid"],
    Literal["refunded"],
    Literal["virtual_account_issued"],
    Literal["escrow"],
    Literal["other"],
]
"""A change of a payment.

- `paid`: Paid in full, as `payment` says: ship, by one conditional update of the order.
- `refunded`: Refunded, in part or in full: `refunded` has the amounts. Each further refund is another change. It may be the
  first news of a payment: ship what remains paid, by the same conditional update as after `paid`.
- `virtual_account_issued`: A virtual account was issued. Nothing is paid.
- `escrow`: The escrow of a paid payment has another status: the receipt has it in `escrow_status`.
- `other`: Any other status, for example expired, failed, or a cancel that failed: the receipt has it in `status`. It
  proves no payment.
"""

CallEffect: TypeAlias = Union[
    Literal["read"],
    Literal["write"],
    Literal["money"],
]
"""The effect of a call.

- `read`: It only reads.
- `write`: It changes something and moves no money.
- `money`: It moves money, or may.
"""

CallOutcome: TypeAlias = Union[
    Literal["done"],
    Literal["failed"],
    Literal["unknown"],
    Literal["cancelled"],
]
"""The outcome of a call.

- `done`: It returned its response.
- `failed`: It failed with an error whose `kind` tells what happened; the outcome is known.
- `unknown`: The outcome is unresolved: the money may have moved, or the change been made, or not.
- `cancelled`: Its caller cancelled it before it had any effect.
"""

Mode: TypeAlias = Union[
    Literal["live"],
    Literal["test"],
]
"""The mode: real money or test.

- `live`: Real money.
- `test`: Bootpay's test mode.
"""

Capability: TypeAlias = Union[
    Literal["separate_confirmation"],
    Literal["partial_cancel"],
    Literal["escrow"],
    Literal["cash_receipt"],
    Literal["billing_window"],
    Literal["billing_rest"],
    Literal["account_debit"],
    Literal["identity"],
    Literal["virtual_account_refund"],
    Literal["charges_in_test"],
]
"""Something that a PG can or cannot do.

- `separate_confirmation`: The merchant's server confirms a payment after the window: `payments.confirm`.
- `partial_cancel`: A payment can be refunded in part; not by every method.
- `escrow`: Payments with escrow.
- `cash_receipt`: Cash receipts.
- `billing_window`: Billing keys of cards, issued in the payment window.
- `billing_rest`: Billing keys of cards, issued over REST.
- `account_debit`: Billing keys of accounts.
- `identity`: Identity verification.
- `virtual_account_refund`: A deposit to a virtual account can be refunded.
- `charges_in_test`: Test payments really charge the buyer; Bootpay or the PG refunds them later.
"""

Support: TypeAlias = Union[
    Literal["yes"],
    Literal["no"],
    Literal["by_contract"],
    Literal["unknown"],
]
"""Support of a capability by a PG, as far as a public source says.

- `yes`: It can.
- `no`: It cannot.
- `by_contract`: It can after a contract with the PG.
- `unknown`: No source says.
"""

ReadinessCode: TypeAlias = Union[
    Literal["application_id_missing"],
    Literal["application_id_malformed"],
    Literal["application_ids_equal"],
    Literal["sample_id"],
    Literal["private_key_misplaced"],
    Literal["credentials_missing"],
    Literal["secret_in_client"],
    Literal["no_active_method"],
    Literal["method_without_pg"],
    Literal["method_not_offered"],
    Literal["settings_missing"],
    Literal["test_keys_missing"],
    Literal["still_test"],
    Literal["billing_settings_shared"],
    Literal["admin_key_filled"],
    Literal["web_site_id_filled"],
    Literal["virtual_account_in_test"],
    Literal["capability_unsupported"],
    Literal["capability_by_contract"],
    Literal["capability_unknown"],
    Literal["price_below_minimum"],
    Literal["price_below_floor"],
    Literal["cancel_address_missing"],
    Literal["deposit_url_missing"],
    Literal["virtual_account_refund_missing"],
    Literal["virtual_account_not_refundable"],
    Literal["identity_contract_missing"],
    Literal["identity_url_missing"],
    Literal["webhook_missing"],
    Literal["webhook_not_https"],
    Literal["webhook_not_public"],
    Literal["webhook_redirects"],
    Literal["feedback_missing"],
    Literal["rest_open"],
    Literal["origins_without_localhost"],
    Literal["test_payment_open"],
    Literal["test_payment_overdue"],
    str,
]
"""Subject of an item.

A value that this version does not know is passed on unchanged.

- `application_id_missing`: A platform in use has no application id.
- `application_id_malformed`: An application id has not 24 hexadecimal digits.
- `application_ids_equal`: Two platforms have one application id.
- `sample_id`: An id or key is the sample of a public manual.
- `private_key_misplaced`: The private key and an application id are in each other's place.
- `credentials_missing`: No pair of keys is complete.
- `secret_in_client`: A key is in what a page or an app gets.
- `no_active_method`: No method is activated.
- `method_without_pg`: A method is activated at no PG.
- `method_not_offered`: The PG is not known to offer the method.
- `settings_missing`: Settings that the PG issued are missing.
- `test_keys_missing`: Tests of this PG need the merchant's own settings.
- `still_test`: A method is in test.
- `billing_settings_shared`: Billing keys have the same merchant id as other payments.
- `admin_key_filled`: Kakao Pay's setting of its old mode is filled.
- `web_site_id_filled`: KCP's `web_site_id` is filled.
- `virtual_account_in_test`: Virtual accounts are in test.
- `capability_unsupported`: A PG cannot do something that the merchant uses.
- `capability_by_contract`: Something that the merchant uses needs a contract with the PG.
- `capability_unknown`: No source says if the PG can do something that the merchant uses.
- `price_below_minimum`: The lowest price is below Bootpay's minimum.
- `price_below_floor`: The lowest price is below the PG's minimum.
- `cancel_address_missing`: Bootpay's addresses are not registered at the PG.
- `deposit_url_missing`: Bootpay's URL for deposits is not registered at the PG.
- `virtual_account_refund_missing`: The contract with the PG lacks refunds of virtual accounts.
- `virtual_account_not_refundable`: The PG cannot refund virtual accounts.
- `identity_contract_missing`: Identity verification has no contract of its own.
- `identity_url_missing`: Bootpay's hosts are not registered for identity verification.
- `webhook_missing`: No webhook is set.
- `webhook_not_https`: The webhook is not https.
- `webhook_not_public`: The webhook's host cannot be reached from outside.
- `webhook_redirects`: The webhook redirects.
- `feedback_missing`: A platform has no Feedback URL, and there is no webhook.
- `rest_open`: Every address may use the REST API.
- `origins_without_localhost`: The list of origins lacks localhost while something is in test.
- `test_payment_open`: A charged test payment is not cancelled yet.
- `test_payment_overdue`: A charged test payment should have been cancelled by now.
"""

ReadinessSeverity: TypeAlias = Union[
    Literal["blocker"],
    Literal["warning"],
    Literal["note"],
]
"""Seriousness of an item.

- `blocker`: Payments fail, or money or goods are lost: do not go live.
- `warning`: Something is likely to go wrong.
- `note`: To be known.
"""

ReadinessActor: TypeAlias = Union[
    Literal["merchant"],
    Literal["pg"],
    Literal["bootpay"],
]
"""The party that can mend an item.

- `merchant`: The merchant: in its code, at Bootpay or in a PG's console.
- `pg`: The PG, by a contract or by the values that it issues.
- `bootpay`: Bootpay.
"""

WindowKind: TypeAlias = Union[
    Literal["payment"],
    Literal["subscription"],
    Literal["authentication"],
]
"""The purpose of a window.

- `payment`: A payment.
- `subscription`: A billing key.
- `authentication`: An identity verification.
"""

WindowDialect: TypeAlias = Union[
    Literal["android"],
    Literal["android_flutter"],
    Literal["ios_flutter"],
    Literal["ios"],
    Literal["android_react_native"],
    Literal["ios_react_native"],
]
"""The bridge between the page in a web view and the app. Its name chooses the bridge at Bootpay too.

- `android`: Android: an interface `Android` with the methods `confirm`, `done`, `issued`, `cancel`, `error`, `close` and
  `redirectEvent`.
- `android_flutter`: Flutter on Android: channels `BootpayConfirm`, `BootpayDone`, `BootpayIssued`, `BootpayCancel`,
  `BootpayError`, `BootpayClose` and `BootpayFlutterWebView`.
- `ios_flutter`: Flutter on iOS: the same channels.
- `ios`: iOS: a message handler `Bootpay`.
- `android_react_native`: React Native on Android: `BootpayRNWebView.postMessage`.
- `ios_react_native`: React Native on iOS: the same.
"""

WindowEventKind: TypeAlias = Union[
    Literal["confirm"],
    Literal["done"],
    Literal["issued"],
    Literal["cancel"],
    Literal["error"],
    Literal["close"],
    Literal["redirect"],
    Literal["full_screen"],
    Literal["revert_screen"],
    Literal["widget_ready"],
    Literal["widget_resize"],
    Literal["widget_change_payment"],
    Literal["widget_change_terms"],
    Literal["ignore"],
    Literal["unknown"],
]
"""An event of the window.

- `confirm`: The buyer has finished, and the payment waits for its approval.
- `done`: The payment is approved, the billing key issued or the identity verified, as the page says.
- `issued`: A virtual account is issued; its deposit comes later.
- `cancel`: The buyer has cancelled.
- `error`: It has failed.
- `close`: The window is gone.
- `redirect`: The app is to load `url` in the web view.
- `full_screen`: The widget wants the whole screen.
- `revert_screen`: The widget gives the screen back.
- `widget_ready`: The widget is ready.
- `widget_resize`: The widget has another `height`.
- `widget_change_payment`: The buyer has chosen a method in the widget.
- `widget_change_terms`: The buyer has agreed to terms in the widget, or no longer.
- `ignore`: A message between pages, of no use to an app.
- `unknown`: Nothing that this version knows; `raw` has it.
"""

LinkAction: TypeAlias = Union[
    Literal["stay"],
    Literal["open_app"],
    Literal["install"],
    Literal["load"],
    Literal["swallow"],
    Literal["result"],
]
"""What to do with a link.

- `stay`: The web view loads it by itself.
- `open_app`: Open `url` with another app: on Android with an `ACTION_VIEW` for `package`, on iOS with `open`.
- `install`: Open `url`, the page of the missing app in the store.
- `load`: Load `url` in the web view.
- `swallow`: Do nothing.
- `result`: The window has returned: close the web view, and parse `url` at the channel `redirect_url`.
"""

NAMES: Final[Mapping[str, Mapping[str, Name]]] = {
    "Status": {
        "ready": Name("Requested", "결제대기"),
        "paid": Name("Paid", "결제완료"),
        "waiting_confirm": Name("Waiting for confirmation", "승인대기"),
        "approving": Name("The PG is approving", None),
        "approval_requested": Name("Approval was requested and is in progress", None),
        "virtual_account_issued": Name("A virtual account was issued", "가상계좌발급완료"),
        "billing_key_issued": Name("A billing key was issued", "빌링키발급완료"),
        "identity_verified": Name("The buyer's identity was verified", "본인인증완료"),
        "cancelled": Name("Cancelled", "결제취소완료"),
        "billing_key_preparing": Name("A billing key is being prepared", None),
        "billing_key_requested": Name("A billing key was requested and is not issued yet", "자동결제빌링키발급이전"),
        "billing_key_made": Name("A billing key was made", None),
        "identity_preparing": Name("An identity verification is being prepared", "본인인증준비"),
        "cash_receipt_issued": Name("A cash receipt was issued", "현금영수증발행완료"),
        "cash_receipt_cancelled": Name("A cash receipt was cancelled", "현금영수증취소완료"),
        "failed": Name("Failed before approval", None),
        "approval_failed": Name("The PG refused to approve", None),
        "virtual_account_revoked": Name("A virtual account was revoked", None),
        "request_failed": Name("The request for a payment failed", None),
        "expired": Name("Expired before it was confirmed", None),
        "billing_key_revoked": Name("A billing key was revoked", None),
        "cancel_failed": Name("Cancelling failed", None),
        "cancelling": Name("Cancelling is in progress at the PG", None),
        "billing_key_failed": Name("Issuing a billing key failed", None),
        "cash_receipt_failed": Name("Issuing a cash receipt failed", None),
        "cash_receipt_cancel_failed": Name("Cancelling a cash receipt failed", None),
    },
    "Method": {
        "card": Name("Card", "카드"),
        "phone": Name("Phone bill", "휴대폰"),
        "bank": Name("Bank transfer", "계좌이체"),
        "vbank": Name("Virtual account", "가상계좌"),
        "auth": Name("Identity verification", "본인인증"),
        "card_rebill": Name("Card billing key", "카드자동"),
        "card_rebill_rest": Name("Card billing key", "카드정기결제"),
        "phone_rebill": Name("Phone billed every month", None),
        "automatic_transfer": Name("Account auto-debit", "계좌자동이체"),
        "automatic_transfer_rest": Name("Account auto-debit", None),
        "easy_card": Name("A card kept in Bootpay's easy payment", "카드간편"),
        "easy_bank": Name("An account kept in Bootpay's easy payment", "간편계좌"),
        "easy": Name("Easy payment of a PG", "간편결제"),
        "naverpay": Name("Naver Pay", "네이버페이(결제형)"),
        "npay": Name("Naver Pay", None),
        "kakao": Name("Kakao Pay", "카카오페이"),
        "payco": Name("Payco", "페이코"),
        "toss": Name("Toss Pay", "토스"),
        "cash_receipt": Name("Cash receipt issued by itself", "현금영수증"),
    },
    "Pg": {
        "nicepay": Name("NICE Payments", "나이스페이먼츠"),
        "kcp": Name("NHN KCP", "KCP"),
        "inicis": Name("KG Inicis", "이니시스"),
        "danal": Name("Danal", "다날"),
        "tosspayments": Name("Toss Payments", "토스페이먼츠"),
        "toss": Name("Toss Payments", "토스"),
        "mobilians": Name("KG Mobilians", "KG모빌리언스"),
        "payapp": Name("PayApp", "페이앱"),
        "payletter": Name("Payletter", "페이레터"),
        "welcome": Name("Welcome Payments", "웰컴페이먼츠"),
        "kicc": Name("KICC EasyPay", "이지페이"),
        "easypay": Name("KICC EasyPay", None),
        "settlebank": Name("SettleBank", "세틀뱅크"),
        "udpay": Name("UDPay", "유디페이"),
        "tpay": Name("tPay", "tPay"),
        "jtnet": Name("tPay", None),
        "lgup": Name("LG U+", "LGU+"),
        "lightpay": Name("Lightpay", "라이트페이"),
        "kiwoompay": Name("Kiwoom Pay", "키움페이"),
        "kakao": Name("Kakao Pay", "카카오페이"),
        "naverpay": Name("Naver Pay", "네이버페이"),
        "npay": Name("Naver Pay", None),
        "payco": Name("Payco", "페이코"),
        "tosspay": Name("Toss Pay", "토스페이"),
    },
    "CardCompany": {
        "01": Name("BC Card", "BC"),
        "02": Name("KB Kookmin Card", "국민"),
        "03": Name("Hana Card", "하나"),
        "04": Name("Samsung Card", "삼성"),
        "06": Name("Shinhan Card", "신한"),
        "07": Name("Hyundai Card", "현대"),
        "08": Name("Lotte Card", "롯데"),
        "11": Name("Citi Card", "시티"),
        "12": Name("NH Nonghyup Card", "농협"),
        "13": Name("Suhyup Card", "수협"),
        "14": Name("Shinhyup Card", "신협"),
        "15": Name("Woori Card", "우리"),
        "16": Name("Hana SK Card", "하나SK"),
        "21": Name("Gwangju Card", "광주"),
        "22": Name("Jeonbuk Card", "전북"),
        "23": Name("Jeju Card", "제주"),
        "24": Name("KDB Capital", "산은캐피탈"),
        "25": Name("Visa issued abroad", "VISA"),
        "26": Name("Mastercard issued abroad", "마스터"),
        "27": Name("Diners Club", "다이너스"),
        "28": Name("American Express", "AMX"),
        "29": Name("JCB", "JCB"),
        "31": Name("SK OK Cashbag", "OK캐쉬백"),
        "32": Name("Korea Post", "우체국"),
        "33": Name("Savings banks", "저축은행"),
        "34": Name("UnionPay", "은련"),
        "35": Name("MG Saemaul Geumgo", "새마을금고"),
        "36": Name("KDB Korea Development Bank", "산업"),
        "37": Name("Kakao Bank", "카카오뱅크"),
        "38": Name("K bank", "케이뱅크"),
        "39": Name("Payco points", "페이코"),
        "40": Name("Kakao money", "카카오머니"),
        "41": Name("SSG money", "SSG머니"),
        "42": Name("Naver points", "네이버포인트"),
    },
    "Gender": {
        "male": Name("Male", "남"),
        "female": Name("Female", "여"),
        "not_told": Name("Not given", None),
    },
    "CashReceiptType": {
        "소득공제": Name("Income deduction", "소득공제"),
        "지출증빙": Name("Proof of expense", "지출증빙"),
    },
    "Platform": {
        "web": Name("Web pages", "웹"),
        "android": Name("Android apps", "안드로이드"),
        "ios": Name("iOS apps", "아이폰"),
        "rest": Name("The merchant's server", "서버"),
    },
    "ReserveStatus": {
        "pending": Name("Waiting for its time", "예약대기"),
        "finished": Name("Charged", "예약결제완료"),
        "failed": Name("Failed at its scheduled time", "예약결제실패"),
        "cancelled": Name("Cancelled before its time", "예약취소"),
        "not_reserved": Name("Not reserved", None),
    },
    "EscrowStatus": {
        "before_shipping": Name("Before shipping", "배송전"),
        "purchase_confirmed": Name("Confirmed", "구매확정"),
        "preparing": Name("Preparing to ship", "배송준비"),
        "shipping_started": Name("Shipping has started", "배송시작"),
        "settlement_withheld": Name("Settlement is withheld", "정산보류"),
        "purchase_refused": Name("Refused", "구매거절"),
    },
    "Bank": {
        "001": Name("Bank of Korea", "한국은행"),
        "002": Name("KDB Korea Development Bank", "산업"),
        "003": Name("IBK Industrial Bank of Korea", "기업"),
        "004": Name("KB Kookmin Bank", "국민"),
        "005": Name("Korea Exchange Bank", "외환"),
        "007": Name("Suhyup Bank", "수협"),
        "008": Name("Export-Import Bank of Korea", "수출입"),
        "011": Name("NH Nonghyup Bank", "농협"),
        "012": Name("Local Nonghyup", "지역농축협"),
        "020": Name("Woori Bank", "우리"),
        "023": Name("SC First Bank", "SC제일"),
        "027": Name("Citibank Korea", "시티"),
        "031": Name("Daegu Bank", "대구"),
        "032": Name("Busan Bank", "부산"),
        "034": Name("Gwangju Bank", "광주"),
        "035": Name("Jeju Bank", "제주"),
        "037": Name("Jeonbuk Bank", "전북"),
        "039": Name("Gyeongnam Bank", "경남"),
        "045": Name("MG Saemaul Geumgo", "새마을금고"),
        "048": Name("Shinhyup credit unions", "신협"),
        "050": Name("Savings banks", "저축은행"),
        "071": Name("Korea Post", "우체국"),
        "081": Name("Hana Bank", "하나"),
        "088": Name("Shinhan Bank", "신한"),
        "089": Name("K bank", "케이뱅크"),
        "090": Name("Kakao Bank", "카카오뱅크"),
        "092": Name("Toss Bank", "토스뱅크"),
    },
    "Courier": {
        "CJ대한통운": Name("CJ Logistics", "CJ대한통운"),
        "한진": Name("Hanjin", "한진"),
        "롯데": Name("Lotte Global Logistics", "롯데"),
        "KGB": Name("KGB", "KGB"),
        "동부": Name("Dongbu Express", "동부"),
        "우체국": Name("Korea Post", "우체국"),
        "로젠": Name("Logen", "로젠"),
        "옐로우캡": Name("Yellow Cap", "옐로우캡"),
        "경동": Name("Kyungdong", "경동"),
        "대신": Name("Daesin", "대신"),
        "사가와": Name("Sagawa", "사가와"),
        "일양로지스": Name("Ilyang Logis", "일양로지스"),
        "호남": Name("Honam", "호남"),
        "합동": Name("Hapdong", "합동"),
        "천일": Name("Chunil", "천일"),
        "편의점": Name("Convenience store parcel", "편의점"),
        "직접배달": Name("Delivered by the merchant itself", "직접배달"),
        "퀵서비스": Name("Quick service by motorcycle", "퀵서비스"),
    },
    "Carrier": {
        "SKT": Name("SK Telecom", "SK텔레콤"),
        "KT": Name("KT", "케이티"),
        "LGU+": Name("LG U+", "LG유플러스"),
        "SKT_MVNO": Name("A low-cost carrier on SK Telecom's network", "SK텔레콤 알뜰폰"),
        "KT_MVNO": Name("A low-cost carrier on KT's network", "케이티 알뜰폰"),
        "LGU+_MVNO": Name("A low-cost carrier on LG U+'s network", "LG유플러스 알뜰폰"),
    },
    "AuthenticateType": {
        "sms": Name("A code by text message", None),
        "pass": Name("The carriers' PASS app", None),
    },
    "AuthType": {
        "ARS": Name("An automated phone call", "ARS"),
        "간편인증": Name("An app", "간편인증"),
    },
    "ContentType": {
        "application/json": Name("JSON", None),
        "application/x-www-form-urlencoded": Name("A form", None),
    },
    "InviteType": {
        "프로젝트": Name("One project", "프로젝트"),
        "팀": Name("A merchant's whole team", "팀"),
    },
    "WebhookFormat": {
        "v1_form": Name("First generation", None),
        "v1_json": Name("First generation", None),
        "v2": Name("Second generation", None),
    },
    "WebhookKind": {
        "paid": Name("Paid", None),
        "virtual_account_issued": Name("A virtual account was issued", None),
        "cancelled": Name("Cancelled in full", None),
        "partially_cancelled": Name("Cancelled in part", None),
        "expired": Name("Expired before it was paid", None),
        "request_failed": Name("The payment could not be requested", None),
        "confirm_failed": Name("The approval failed", None),
        "cancel_failed": Name("A cancel failed", None),
        "failed": Name("Another failure", None),
        "escrow_decided": Name("The buyer of an escrow payment confirmed or refused the goods", None),
        "identity_verified": Name("The buyer's identity was verified", None),
        "billing_key_issued": Name("A billing key was issued", None),
    },
    "PrivateKeyCheck": {
        "absent": Name("The body has none", None),
        "matches": Name("It is the client's", None),
        "differs": Name("It is not the client's", None),
        "unchecked": Name("The body has one", None),
    },
    "WebhookOutcome": {
        "work": Name("The change is new and is this caller's to handle", None),
        "duplicate": Name("The change was handled before", None),
        "older": Name("The change is older than one that was handled", None),
        "unknown_order": Name("The merchant has no such order", None),
        "mismatch": Name("The payment is not what the merchant sold", None),
        "not_found": Name("Bootpay has no such payment of this merchant", None),
        "not_yet": Name("Bootpay's record does not show the change yet", None),
        "unreadable": Name("The payment could not be read from Bootpay", None),
        "busy": Name("Another handler is working on the change", None),
        "store_failed": Name("The store of claims failed", None),
        "timed_out": Name("The time ran out before Bootpay's limit of 5 seconds", None),
        "forbidden": Name("The sender is not Bootpay", None),
    },
    "ErrorKind": {
        "invalid": Name("The input breaks a rule", None),
        "config": Name("The client is misconfigured", None),
        "not_sent": Name("The request was not sent", None),
        "rejected": Name("Bootpay refused the call", None),
        "outcome_unknown": Name("The outcome is unresolved", None),
        "unexpected_response": Name("The response to a read-only call cannot be understood", None),
        "unavailable": Name("A read-only call got no response", None),
        "mismatch": Name("The payment does not match the merchant's order in `order_id`", None),
        "wrong_state": Name("The payment matches the merchant's order", None),
    },
    "Repeat": {
        "safe": Name("Nothing has happened", None),
        "after_resolve": Name("Only after it is known that the first call did nothing", None),
        "never": Name("Calling again would fail again", None),
    },
    "ErrorCategory": {
        "credentials": Name("Keys and tokens", None),
        "payment": Name("Requesting", None),
        "cancel": Name("Cancelling a payment", None),
        "billing_key": Name("Issuing a billing key and charging it", None),
        "identity": Name("Identity verification", None),
        "cash_receipt": Name("Cash receipts", None),
        "escrow": Name("Payments with escrow", None),
        "window": Name("The payment window in the buyer's browser or app", None),
    },
    "Fault": {
        "merchant": Name("The merchant", None),
        "buyer": Name("The buyer", None),
        "pg": Name("The PG", None),
        "nobody": Name("Nobody", None),
        "unknown": Name("Not indicated by the code", None),
    },
    "CallAgain": {
        "never": Name("Never", None),
        "after_correcting": Name("After the input or the configuration is corrected", None),
        "after_cause_gone": Name("After the cause", None),
        "later": Name("Unchanged", None),
        "after_resolving": Name("Only after the first call is resolved", None),
    },
    "AttemptOutcome": {
        "pending": Name("No response yet", None),
        "done": Name("It happened", None),
        "refused": Name("It did not happen", None),
        "unknown": Name("It may have happened or not", None),
    },
    "ResolvedOutcome": {
        "done": Name("It happened", None),
        "did_not_happen": Name("It did not happen", None),
        "unknown": Name("Reading cannot tell", None),
    },
    "WebhookChange": {
        "paid": Name("Paid in full", None),
        "refunded": Name("Refunded", None),
        "virtual_account_issued": Name("A virtual account was issued", None),
        "escrow": Name("The escrow of a paid payment has another status", None),
        "other": Name("Any other status", None),
    },
    "CallEffect": {
        "read": Name("It only reads", None),
        "write": Name("It changes something and moves no money", None),
        "money": Name("It moves money", None),
    },
    "CallOutcome": {
        "done": Name("It returned its response", None),
        "failed": Name("It failed with an error whose `kind` tells what happened", None),
        "unknown": Name("The outcome is unresolved", None),
        "cancelled": Name("Its caller cancelled it before it had any effect", None),
    },
    "Mode": {
        "live": Name("Real money", None),
        "test": Name("Bootpay's test mode", None),
    },
    "Capability": {
        "separate_confirmation": Name("The merchant's server confirms a payment after the window", "분리 승인"),
        "partial_cancel": Name("A payment can be refunded in part", "부분 취소"),
        "escrow": Name("Payments with escrow", "에스크로"),
        "cash_receipt": Name("Cash receipts", "현금영수증"),
        "billing_window": Name("Billing keys of cards", "결제창 빌링키"),
        "billing_rest": Name("Billing keys of cards", "REST 빌링키"),
        "account_debit": Name("Billing keys of accounts", "계좌 자동이체"),
        "identity": Name("Identity verification", "본인인증"),
        "virtual_account_refund": Name("A deposit to a virtual account can be refunded", "가상계좌 환불"),
        "charges_in_test": Name("Test payments really charge the buyer", "테스트 결제 실청구"),
    },
    "Support": {
        "yes": Name("It can", "가능"),
        "no": Name("It cannot", "불가"),
        "by_contract": Name("It can after a contract with the PG", "계약 필요"),
        "unknown": Name("No source says", "알 수 없음"),
    },
    "ReadinessCode": {
        "application_id_missing": Name("A platform in use has no application id", None),
        "application_id_malformed": Name("An application id has not 24 hexadecimal digits", None),
        "application_ids_equal": Name("Two platforms have one application id", None),
        "sample_id": Name("An id or key is the sample of a public manual", None),
        "private_key_misplaced": Name("The private key and an application id are in each other's place", None),
        "credentials_missing": Name("No pair of keys is complete", None),
        "secret_in_client": Name("A key is in what a page or an app gets", None),
        "no_active_method": Name("No method is activated", None),
        "method_without_pg": Name("A method is activated at no PG", None),
        "method_not_offered": Name("The PG is not known to offer the method", None),
        "settings_missing": Name("Settings that the PG issued are missing", None),
        "test_keys_missing": Name("Tests of this PG need the merchant's own settings", None),
        "still_test": Name("A method is in test", None),
        "billing_settings_shared": Name("Billing keys have the same merchant id as other payments", None),
        "admin_key_filled": Name("Kakao Pay's setting of its old mode is filled", None),
        "web_site_id_filled": Name("KCP's `web_site_id` is filled", None),
        "virtual_account_in_test": Name("Virtual accounts are in test", None),
        "capability_unsupported": Name("A PG cannot do something that the merchant uses", None),
        "capability_by_contract": Name("Something that the merchant uses needs a contract with the PG", None),
        "capability_unknown": Name("No source says if the PG can do something that the merchant uses", None),
        "price_below_minimum": Name("The lowest price is below Bootpay's minimum", None),
        "price_below_floor": Name("The lowest price is below the PG's minimum", None),
        "cancel_address_missing": Name("Bootpay's addresses are not registered at the PG", None),
        "deposit_url_missing": Name("Bootpay's URL for deposits is not registered at the PG", None),
        "virtual_account_refund_missing": Name("The contract with the PG lacks refunds of virtual accounts", None),
        "virtual_account_not_refundable": Name("The PG cannot refund virtual accounts", None),
        "identity_contract_missing": Name("Identity verification has no contract of its own", None),
        "identity_url_missing": Name("Bootpay's hosts are not registered for identity verification", None),
        "webhook_missing": Name("No webhook is set", None),
        "webhook_not_https": Name("The webhook is not https", None),
        "webhook_not_public": Name("The webhook's host cannot be reached from outside", None),
        "webhook_redirects": Name("The webhook redirects", None),
        "feedback_missing": Name("A platform has no Feedback URL", None),
        "rest_open": Name("Every address may use the REST API", None),
        "origins_without_localhost": Name("The list of origins lacks localhost while something is in test", None),
        "test_payment_open": Name("A charged test payment is not cancelled yet", None),
        "test_payment_overdue": Name("A charged test payment should have been cancelled by now", None),
    },
    "ReadinessSeverity": {
        "blocker": Name("Payments fail", "차단"),
        "warning": Name("Something is likely to go wrong", "경고"),
        "note": Name("To be known", "참고"),
    },
    "ReadinessActor": {
        "merchant": Name("The merchant", "가맹점"),
        "pg": Name("The PG", "PG사"),
        "bootpay": Name("Bootpay", "부트페이"),
    },
    "WindowKind": {
        "payment": Name("A payment", "결제"),
        "subscription": Name("A billing key", "정기결제"),
        "authentication": Name("An identity verification", "본인인증"),
    },
    "WindowDialect": {
        "android": Name("Android", None),
        "android_flutter": Name("Flutter on Android", None),
        "ios_flutter": Name("Flutter on iOS", None),
        "ios": Name("iOS", None),
        "android_react_native": Name("React Native on Android", None),
        "ios_react_native": Name("React Native on iOS", None),
    },
    "WindowEventKind": {
        "confirm": Name("The buyer has finished", None),
        "done": Name("The payment is approved", None),
        "issued": Name("A virtual account is issued", None),
        "cancel": Name("The buyer has cancelled", None),
        "error": Name("It has failed", None),
        "close": Name("The window is gone", None),
        "redirect": Name("The app is to load `url` in the web view", None),
        "full_screen": Name("The widget wants the whole screen", None),
        "revert_screen": Name("The widget gives the screen back", None),
        "widget_ready": Name("The widget is ready", None),
        "widget_resize": Name("The widget has another `height`", None),
        "widget_change_payment": Name("The buyer has chosen a method in the widget", None),
        "widget_change_terms": Name("The buyer has agreed to terms in the widget", None),
        "ignore": Name("A message between pages", None),
        "unknown": Name("Nothing that this version knows", None),
    },
    "LinkAction": {
        "stay": Name("The web view loads it by itself", None),
        "open_app": Name("Open `url` with another app", None),
        "install": Name("Open `url`", None),
        "load": Name("Load `url` in the web view", None),
        "swallow": Name("Do nothing", None),
        "result": Name("The window has returned", None),
    },
}
"""Names of the enum values that this version knows, by type and value: `NAMES["Status"]["paid"].english`.

Bootpay may send other values of an open enum: `NAMES["Bank"].get(receipt.bank_data.bank_code)`.
"""
