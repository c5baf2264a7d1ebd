"""The words that arguments and replies are written in, as types. All of them are `str`."""

# Generated from core's models by `make generate`: change those.

from typing import Literal, TypeAlias, Union

__all__ = [
    "Status",
    "Method",
    "Pg",
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
- `outcome_unknown`: The money may have moved or not: the reply was lost, unreadable, or says so itself. Do not
  repeat the call; find out first, by the receipt or the order.
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
