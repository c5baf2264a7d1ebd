"""
The native half of `bootpay_core`.
"""

from bootpay_core.words import AttemptOutcome, CallAgain, ErrorCategory, ErrorKind, Fault, Method, Mode, Repeat, Status
from collections.abc import Coroutine
from datetime import datetime, timedelta
from typing import Any, final

__all__ = ["AsyncBootpay", "AsyncPayments", "Attempt", "BankData", "Bootpay", "Buyer", "CardData", "CashReceiptData", "ErrorInfo", "EscrowData", "Explanation", "Payments", "PhoneData", "PointData", "Receipt", "Refund", "VerifiedPayment", "VirtualAccountData"]

@final
class AsyncBootpay:
    """
    A client of one merchant, whose calls are awaited under asyncio.

    Safe to share among threads, event loops and forked processes. As a context manager
    it closes itself: `async with AsyncBootpay(client_key=…, secret_key=…) as bootpay:`

    Cancelling the task cuts short a call that only reads. One that moves money and has
    left goes on: its attempt is in `unsettled()`, and in the `OutcomeUnknownError` that
    is the `__cause__` of the `CancelledError`.

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: Where the API is; https, except on loopback. Bootpay's production by default.
        mode: The mode that payments must have been made in to be verified; `live` by default.
        timeout: How long a call that only reads may take in all; 30 seconds by default.
        money_timeout: How long a call that moves money may take in all; 70 seconds by default, since a PG's
            approval takes up to 60.
        connect_timeout: How long it may take to connect; 10 seconds by default.
        ca_certificates: Certificate authorities to trust besides the system's: PEM, one or more.
        environment_proxy: Whether to use the proxy that the environment names; not by default.
    """
    def __aenter__(self, /) -> Coroutine[Any, Any, AsyncBootpay]: ...
    def __aexit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> Coroutine[Any, Any, None]: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, environment_proxy: bool | None = None) -> AsyncBootpay: ...
    def __repr__(self, /) -> str: ...
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Takes an attempt off the list of `unsettled()`, once its end is known. Tells whether
        it was there.
        """
    def close(self, /) -> None:
        """
        Lets the connections go, as soon as the calls under way are over. Later calls are refused.
        """
    @property
    def payments(self, /) -> AsyncPayments:
        """
        Payments: looked up, confirmed, verified and given back.
        """
    def unsettled(self, /) -> list[Attempt]:
        """
        What this process has attempted with this client and not been told the end of: lost
        replies, and calls whose caller went away.
        """

@final
class AsyncPayments:
    """
    Payments: looked up, confirmed, verified and given back.
    """
    def cancel_full(self, /, receipt_id: str, *, message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Gives back all that remains of a payment.

        Refused with `RC_ALREADY_CANCELLED` when nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_partial(self, /, receipt_id: str, *, amount: int, cancel_id: str, cancel_tax_free: int | None = None, message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Gives back a part of a payment.

        May be repeated with another `cancel_id` until nothing remains; only for methods
        and PGs that support it. Reads the payment first, so that a lost reply can be
        settled later; fails with `Mismatch` when it is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            amount: What to give back, in won (the API's `cancel_price`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `amount`, in won.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, VerifiedPayment]:
        """
        Confirms a payment, which is when the money moves.

        Reads the payment first and refuses with `Mismatch` one that does not wait for
        confirmation or is not of this order, amount (KRW) and mode; confirms it; and
        compares again. A `Mismatch` after the money moved carries the attempt.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, list[Receipt]]:
        """
        Looks up the payments of one order.

        An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
        when there is none.

        Args:
            order_id: The shop's id of the order.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, Receipt]:
        """
        Looks up one payment by Bootpay's receipt id.

        Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: Also return the buyer's details.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def verify(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> Coroutine[Any, Any, VerifiedPayment]:
        """
        Verifies that a payment is paid, and is what the shop sold.

        For payments that need no confirmation and for webhooks, whose body proves
        nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
        status is paid and nothing was given back.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class Attempt:
    """
    A money-moving request that left, with what is needed to find out later what became of it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Attempt: ...
    @property
    def amount(self, /) -> int | None:
        """
        How much, in won; absent where all that remains was asked for.
        """
    @property
    def cancel_id(self, /) -> str | None:
        """
        The shop's id of the refund.
        """
    @property
    def cancelled_before(self, /) -> int | None:
        """
        What had been given back of the payment before, in won.
        """
    @property
    def endpoint(self, /) -> str:
        """
        The call: `payments.cancel_partial`.
        """
    @property
    def id(self, /) -> str:
        """
        An id of our own, unique.
        """
    @property
    def merchant(self, /) -> str:
        """
        Whose money: a fingerprint of the merchant's public key, not the key.
        """
    @property
    def mode(self, /) -> Mode:
        """
        The mode the client expects.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The shop's id of the order.
        """
    @property
    def outcome(self, /) -> AttemptOutcome:
        """
        What is known of it.
        """
    @property
    def receipt_id(self, /) -> str | None:
        """
        Bootpay's id of the payment.
        """
    @property
    def sent_at(self, /) -> datetime:
        """
        When the request left, by this machine's clock.
        """

@final
class BankData:
    """
    The account behind a bank transfer.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> BankData: ...
    @property
    def bank_account(self, /) -> str | None:
        """
        The account number, masked.
        """
    @property
    def bank_code(self, /) -> str | None:
        """
        Three digits.
        """
    @property
    def bank_name(self, /) -> str | None:
        """
        The bank, in Korean.
        """
    @property
    def bank_username(self, /) -> str | None:
        """
        The holder, masked.
        """
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The cash receipt's approval number.
        """
    @property
    def cash_receipt_tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """
    @property
    def cash_receipt_type(self, /) -> str | None:
        """
        Income deduction (`소득공제`, `0`) or proof of expense (`지출증빙`, `1`).
        """
    @property
    def cash_receipt_url(self, /) -> str | None:
        """
        The PG's page for the cash receipt (NICE only).
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class Bootpay:
    """
    A client of one merchant, whose calls wait for their replies.

    Safe to share among threads and forked processes. As a context manager it closes
    itself: `with Bootpay(client_key=…, secret_key=…) as bootpay:`

    Args:
        client_key: The client key, with `secret_key` (sent as Basic authentication).
        secret_key: The secret key that belongs to `client_key`.
        application_id: The REST application id, with `private_key` (exchanged for a token of 30 minutes).
        private_key: The private key that belongs to `application_id`.
        base_url: Where the API is; https, except on loopback. Bootpay's production by default.
        mode: The mode that payments must have been made in to be verified; `live` by default.
        timeout: How long a call that only reads may take in all; 30 seconds by default.
        money_timeout: How long a call that moves money may take in all; 70 seconds by default, since a PG's
            approval takes up to 60.
        connect_timeout: How long it may take to connect; 10 seconds by default.
        ca_certificates: Certificate authorities to trust besides the system's: PEM, one or more.
        environment_proxy: Whether to use the proxy that the environment names; not by default.
    """
    def __enter__(self, /) -> Bootpay: ...
    def __exit__(self, /, exc_type: Any, exc_value: Any, traceback: Any) -> None: ...
    def __new__(cls, /, *, client_key: str | None = None, secret_key: str | None = None, application_id: str | None = None, private_key: str | None = None, base_url: str | None = None, mode: Mode | None = None, timeout: float | timedelta | None = None, money_timeout: float | timedelta | None = None, connect_timeout: float | timedelta | None = None, ca_certificates: str | None = None, environment_proxy: bool | None = None) -> Bootpay: ...
    def __repr__(self, /) -> str: ...
    def acknowledge(self, /, attempt_id: str) -> bool:
        """
        Takes an attempt off the list of `unsettled()`, once its end is known. Tells whether
        it was there.
        """
    def close(self, /) -> None:
        """
        Lets the connections go, as soon as the calls under way are over. Later calls are refused.
        """
    @property
    def payments(self, /) -> Payments:
        """
        Payments: looked up, confirmed, verified and given back.
        """
    def unsettled(self, /) -> list[Attempt]:
        """
        What this process has attempted with this client and not been told the end of: lost
        replies, and calls whose caller went away.
        """

@final
class Buyer:
    """
    The buyer, as the shop described them in the payment window.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Buyer: ...
    @property
    def addr(self, /) -> str | None:
        """
        Address.
        """
    @property
    def area(self, /) -> str | None:
        """
        Province or city.
        """
    @property
    def birth(self, /) -> str | None:
        """
        Date of birth, as the shop wrote it.
        """
    @property
    def email(self, /) -> str | None:
        """
        E-mail address.
        """
    @property
    def gender(self, /) -> int | None:
        """
        1 male, 0 female, -1 unknown.
        """
    @property
    def id(self, /) -> str | None:
        """
        The shop's id of the buyer.
        """
    @property
    def phone(self, /) -> str | None:
        """
        Phone number.
        """
    @property
    def username(self, /) -> str | None:
        """
        Name.
        """

@final
class CardData:
    """
    The card behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CardData: ...
    @property
    def cancel_tid(self, /) -> str | None:
        """
        The PG's transaction id of the cancel.
        """
    @property
    def cancelled_coupon(self, /) -> int | None:
        """
        Coupons given back, in won.
        """
    @property
    def cancelled_point(self, /) -> int | None:
        """
        Points given back, in won.
        """
    @property
    def card_approve_no(self, /) -> str | None:
        """
        The card company's approval number.
        """
    @property
    def card_company(self, /) -> str | None:
        """
        The card company, in Korean.
        """
    @property
    def card_company_code(self, /) -> str | None:
        """
        The PG's own code of the card company: the same company has another code at another PG.
        """
    @property
    def card_interest(self, /) -> str | None:
        """
        Interest-free instalment: `0`, or months.
        """
    @property
    def card_no(self, /) -> str | None:
        """
        The card number, its middle masked.
        """
    @property
    def card_owner_type(self, /) -> str | None:
        """
        Personal (`개인`, `1`), corporate (`2`) or foreign (`3`), as the PG writes it.
        """
    @property
    def card_quota(self, /) -> str | None:
        """
        Months of instalment; `00` is a lump sum.
        """
    @property
    def card_type(self, /) -> str | None:
        """
        Credit (`신용`, `0`) or check (`체크`, `1`), as the PG writes it.
        """
    @property
    def coupon(self, /) -> int | None:
        """
        Coupons used, in won.
        """
    @property
    def point(self, /) -> int | None:
        """
        Points used, in won.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip (Danal and NICE only).
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class CashReceiptData:
    """
    The cash receipt of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> CashReceiptData: ...
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The approval number.
        """
    @property
    def cash_receipt_type(self, /) -> str | None:
        """
        Income deduction (`0`) or proof of expense (`1`).
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        A page that shows it.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """

@final
class ErrorInfo:
    """
    All that is known of a failure.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> ErrorInfo: ...
    @property
    def attempt(self, /) -> Attempt | None:
        """
        What was attempted, when money may have moved or has moved.
        """
    @property
    def body(self, /) -> str | None:
        """
        The beginning of an answer that could not be understood, without secrets.
        """
    @property
    def code(self, /) -> str | None:
        """
        Bootpay's error code, as it was sent.
        """
    @property
    def detail(self, /) -> str:
        """
        What happened, in words, without secrets.
        """
    @property
    def endpoint(self, /) -> str | None:
        """
        The call: `payments.cancel_full`.
        """
    @property
    def explanation(self, /) -> Explanation | None:
        """
        What `code` means and what to do; absent when this version does not know it.
        """
    @property
    def field(self, /) -> str | None:
        """
        The field that is invalid or differs, in the API's spelling (`receipt_id`).
        """
    @property
    def kind(self, /) -> ErrorKind:
        """
        What went wrong.
        """
    @property
    def pg_error_code(self, /) -> str | None:
        """
        The PG's error code, as it was sent.
        """
    @property
    def repeat(self, /) -> Repeat:
        """
        Whether the call may be made again.
        """
    @property
    def status(self, /) -> int | None:
        """
        HTTP status, when there was an answer.
        """

@final
class EscrowData:
    """
    Where an escrow payment stands.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> EscrowData: ...
    @property
    def receipt_confirmed_at(self, /) -> datetime | None:
        """
        When the buyer confirmed.
        """
    @property
    def shipping_started_at(self, /) -> datetime | None:
        """
        When shipping started.
        """
    @property
    def status(self, /) -> int | None:
        """
        0 before shipping, 1 purchase confirmed, 2 preparing, 3 shipping started, -1 settlement
        withheld, -2 purchase refused.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """

@final
class Explanation:
    """
    What one of Bootpay's error codes means, for the shop's developers: nothing here is for buyers'
    eyes. What may be done with the failed call is in the error's `kind` and `repeat`.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Explanation: ...
    @property
    def advice_english(self, /) -> str:
        """
        What to do next, in English.
        """
    @property
    def advice_korean(self, /) -> str:
        """
        What to do next, in Korean.
        """
    @property
    def call_again(self, /) -> CallAgain:
        """
        Whether and when the same call can succeed.
        """
    @property
    def category(self, /) -> ErrorCategory:
        """
        What the code is about.
        """
    @property
    def english(self, /) -> str:
        """
        What happened, in English.
        """
    @property
    def fault(self, /) -> Fault:
        """
        Who can remove the cause.
        """
    @property
    def korean(self, /) -> str:
        """
        What happened, in Korean.
        """

@final
class Payments:
    """
    Payments: looked up, confirmed, verified and given back.
    """
    def cancel_full(self, /, receipt_id: str, *, message: str | None = None, cancel_id: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Gives back all that remains of a payment.

        Refused with `RC_ALREADY_CANCELLED` when nothing remains.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def cancel_partial(self, /, receipt_id: str, *, amount: int, cancel_id: str, cancel_tax_free: int | None = None, message: str | None = None, cancel_username: str | None = None, refund: Refund | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Gives back a part of a payment.

        May be repeated with another `cancel_id` until nothing remains; only for methods
        and PGs that support it. Reads the payment first, so that a lost reply can be
        settled later; fails with `Mismatch` when it is not in KRW.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            amount: What to give back, in won (the API's `cancel_price`).
            cancel_id: The shop's own id of this refund; Bootpay refuses a second one with the same id.
            cancel_tax_free: The tax-free part of `amount`, in won.
            message: Why, as the admin pages show it (the API's `cancel_message`).
            cancel_username: Who asked, as the admin pages show it.
            refund: Where to give the money back to; needed for payments into virtual accounts.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def confirm(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Confirms a payment, which is when the money moves.

        Reads the payment first and refuses with `Mismatch` one that does not wait for
        confirmation or is not of this order, amount (KRW) and mode; confirms it; and
        compares again. A `Mismatch` after the money moved carries the attempt.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def find_by_order(self, /, order_id: str, *, timeout: float | timedelta | None = None) -> list[Receipt]:
        """
        Looks up the payments of one order.

        An order can have several: a buyer who tried twice. Refused with `RC_NOT_FOUND`
        when there is none.

        Args:
            order_id: The shop's id of the order.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def get(self, /, receipt_id: str, *, lookup_user_data: bool | None = None, timeout: float | timedelta | None = None) -> Receipt:
        """
        Looks up one payment by Bootpay's receipt id.

        Refused with `RC_NOT_FOUND` when there is none, or when it is another merchant's.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            lookup_user_data: Also return the buyer's details.
            timeout: How long the call may take in all, instead of the client's default.
        """
    def verify(self, /, receipt_id: str, *, order_id: str, amount: int, timeout: float | timedelta | None = None) -> VerifiedPayment:
        """
        Verifies that a payment is paid, and is what the shop sold.

        For payments that need no confirmation and for webhooks, whose body proves
        nothing. Fails with `Mismatch` unless order, amount (KRW) and mode agree, its
        status is paid and nothing was given back.

        Args:
            receipt_id: Bootpay's id of the payment, 24 hex characters.
            order_id: The shop's id of the order, from the shop's own records and not from the browser.
            amount: What the order costs in won, from the shop's own records and not from the browser.
            timeout: How long the call may take in all, instead of the client's default.
        """

@final
class PhoneData:
    """
    The phone behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> PhoneData: ...
    @property
    def auth_no(self, /) -> str | None:
        """
        The approval number.
        """
    @property
    def phone(self, /) -> str | None:
        """
        The phone number.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip (NICE only).
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """

@final
class PointData:
    """
    A wallet's own money behind a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> PointData: ...
    @property
    def cancel_tid(self, /) -> str | None:
        """
        The wallet's transaction id of the cancel.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The wallet's transaction id.
        """

@final
class Receipt:
    """
    A payment as Bootpay records it.

    Amounts are whole won; of another `currency` they are its smallest unit (US cents).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> Receipt: ...
    @property
    def bank_data(self, /) -> BankData | None:
        """
        Of a bank transfer, also when a wallet debited an account.
        """
    @property
    def cancelled_at(self, /) -> datetime | None:
        """
        When it was last cancelled, by the PG's clock.
        """
    @property
    def cancelled_price(self, /) -> int:
        """
        What was given back so far, all cancels together, in won.
        """
    @property
    def cancelled_tax_free(self, /) -> int:
        """
        The tax-free part of `cancelled_price`, in won.
        """
    @property
    def card_data(self, /) -> CardData | None:
        """
        Of a payment by card, also when a wallet charged a card.
        """
    @property
    def cash_receipt_data(self, /) -> CashReceiptData | None:
        """
        The cash receipt, when one was issued.
        """
    @property
    def company_name(self, /) -> str | None:
        """
        The merchant's name.
        """
    @property
    def currency(self, /) -> str:
        """
        ISO 4217; `KRW` unless Bootpay says otherwise.
        """
    @property
    def escrow_data(self, /) -> EscrowData | None:
        """
        Of an escrow payment.
        """
    @property
    def gateway_url(self, /) -> str | None:
        """
        Bootpay's host for the payment window.
        """
    @property
    def kakao_money_data(self, /) -> PointData | None:
        """
        Of a payment with Kakao Pay's own money.
        """
    @property
    def metadata(self, /) -> Any | None:
        """
        What the shop attached to the payment.
        """
    @property
    def method(self, /) -> str | None:
        """
        The method used, in Korean.
        """
    @property
    def method_origin(self, /) -> str | None:
        """
        The method asked for, in Korean.
        """
    @property
    def method_origin_symbol(self, /) -> Method | None:
        """
        The method asked for.
        """
    @property
    def method_symbol(self, /) -> Method | None:
        """
        The method used.
        """
    @property
    def naver_point_data(self, /) -> PointData | None:
        """
        Of a payment with Naver Pay's own money.
        """
    @property
    def order_id(self, /) -> str | None:
        """
        The shop's id of the order; of a billing key, its subscription id.
        """
    @property
    def order_name(self, /) -> str | None:
        """
        What was bought, as the buyer read it.
        """
    @property
    def payco_point_data(self, /) -> PointData | None:
        """
        Of a payment with Payco's own money.
        """
    @property
    def pg(self, /) -> str | None:
        """
        The PG's name in Korean; `Pg` knows the usual ones.
        """
    @property
    def phone_data(self, /) -> PhoneData | None:
        """
        Of a payment by phone bill.
        """
    @property
    def price(self, /) -> int:
        """
        What was asked for, in won.
        """
    @property
    def purchased_at(self, /) -> datetime | None:
        """
        When it was paid, by the PG's clock.
        """
    @property
    def raw(self, /) -> Any:
        """
        The whole reply as Bootpay sent it, with what this version does not know.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the payment, 24 hex characters.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        A page that shows the slip to the buyer.
        """
    @property
    def requested_at(self, /) -> datetime | None:
        """
        When it was asked for, by Bootpay's clock.
        """
    @property
    def sandbox(self, /) -> bool | None:
        """
        Whether the payment was made in test mode.
        """
    @property
    def status(self, /) -> Status:
        """
        Where it stands.
        """
    @property
    def status_code(self, /) -> int:
        """
        The number behind `status`.
        """
    @property
    def status_locale(self, /) -> str | None:
        """
        `status` in Korean.
        """
    @property
    def tax_free(self, /) -> int:
        """
        The tax-free part of `price`, in won.
        """
    @property
    def toss_point_data(self, /) -> PointData | None:
        """
        Of a payment with Toss's own money.
        """
    @property
    def user(self, /) -> Buyer | None:
        """
        The buyer, when `lookup_user_data` asked for it.
        """
    @property
    def vbank_data(self, /) -> VirtualAccountData | None:
        """
        Of a payment into a virtual account.
        """

@final
class Refund:
    """
    The account that a virtual account's payment is given back to; the shop needs a contract for it
    with the PG (CMS).
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __new__(cls, /, *, bank_account: str, bank_username: str, bank_code: str) -> Refund: ...
    def __repr__(self, /) -> str: ...
    @property
    def bank_code(self, /) -> str:
        """
        Three digits: `004` is KB Kookmin.
        """
    @property
    def bank_username(self, /) -> str:
        """
        The holder.
        """

@final
class VerifiedPayment:
    """
    A payment that Bootpay was asked about and that is what the shop sold: paid in won, in the
    client's mode, with this order id and amount, nothing given back.

    Only `confirm` and `verify` make one, so a function that ships goods can demand it.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __repr__(self, /) -> str: ...
    @property
    def amount(self, /) -> int:
        """
        What was paid, in won.
        """
    @property
    def order_id(self, /) -> str:
        """
        The shop's id of the order.
        """
    @property
    def receipt(self, /) -> Receipt:
        """
        The payment as Bootpay records it.
        """
    @property
    def receipt_id(self, /) -> str:
        """
        Bootpay's id of the payment.
        """

@final
class VirtualAccountData:
    """
    The virtual account of a payment.
    """
    def __eq__(self, value: object, /) -> bool: ...
    def __ne__(self, value: object, /) -> bool: ...
    def __reduce__(self, /) -> tuple[Any, tuple[str]]: ...
    def __repr__(self, /) -> str: ...
    @staticmethod
    def _from_json(json: str) -> VirtualAccountData: ...
    @property
    def bank_account(self, /) -> str | None:
        """
        The account to pay into.
        """
    @property
    def bank_code(self, /) -> str | None:
        """
        Three digits.
        """
    @property
    def bank_name(self, /) -> str | None:
        """
        The bank, in Korean.
        """
    @property
    def bank_username(self, /) -> str | None:
        """
        The holder of the account.
        """
    @property
    def cash_receipt_no(self, /) -> str | None:
        """
        The cash receipt's approval number.
        """
    @property
    def cash_receipt_tid(self, /) -> str | None:
        """
        The PG's id of the cash receipt.
        """
    @property
    def cash_receipt_type(self, /) -> str | None:
        """
        Income deduction (`소득공제`, `0`) or proof of expense (`지출증빙`, `1`).
        """
    @property
    def cash_receipt_url(self, /) -> str | None:
        """
        The PG's page for the cash receipt (NICE only).
        """
    @property
    def expired_at(self, /) -> datetime | None:
        """
        Until when it can be paid into.
        """
    @property
    def receipt_url(self, /) -> str | None:
        """
        The PG's slip.
        """
    @property
    def sender_name(self, /) -> str | None:
        """
        Who paid.
        """
    @property
    def tid(self, /) -> str | None:
        """
        The PG's transaction id.
        """
