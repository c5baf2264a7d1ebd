"""The errors that failed calls raise."""

# Generated from core's models by `make generate`: change those.

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._bootpay_core import Attempt, ErrorInfo, Explanation, Receipt
    from .enums import Status, ErrorKind, Repeat

__all__ = [
    "BootpayError",
    "InvalidError",
    "ConfigError",
    "NotSentError",
    "RejectedError",
    "OutcomeUnknownError",
    "UnexpectedResponseError",
    "UnavailableError",
    "MismatchError",
    "WrongStateError",
]


class BootpayError(Exception):
    """A failed call. The subclass and `kind` say what to do."""

    kind: ErrorKind
    """The kind of the error."""
    repeat: Repeat = "never"
    """Tells if the call may be made again."""
    detail: str = ""
    """The failure as text, without secrets."""
    endpoint: str | None = None
    """The call, for example `payments.cancel_full`."""
    status: int | None = None
    """HTTP status, if there was a response."""
    code: str | None = None
    """Bootpay's error code, as it was sent."""
    pg_error_code: str | None = None
    """The PG's error code, as it was sent."""
    explanation: Explanation | None = None
    """The meaning of `code` and the remedy; absent if this version does not know the code."""
    field: str | None = None
    """The name of the field that is invalid or differs (`receipt_id`)."""
    expected: str | None = None
    """The value that `field` should have, if a payment differs."""
    found: str | None = None
    """The value of `field` at Bootpay, if a payment differs; absent if Bootpay names none."""
    payment_status: Status | None = None
    """The payment's status, if the payment is not what the call needs. `status` is the HTTP status."""
    cancelled_price: int | None = None
    """Amount refunded of the payment so far, if the payment is not what the call needs."""
    receipt: Receipt | None = None
    """The payment as Bootpay records it, if it is not what the call needs."""
    receipt_id: str | None = None
    """Bootpay's id of the payment, if the call is about one."""
    body: str | None = None
    """The beginning of a response that could not be understood, without secrets."""
    attempt: Attempt | None = None
    """The attempt, if money may have moved or has moved."""

    def __init__(self, message: str = "", info: ErrorInfo | None = None) -> None:
        super().__init__(message)
        if info is not None:
            self.kind = info.kind
            self.repeat = info.repeat
            self.detail = info.detail
            self.endpoint = info.endpoint
            self.status = info.status
            self.code = info.code
            self.pg_error_code = info.pg_error_code
            self.explanation = info.explanation
            self.field = info.field
            self.expected = info.expected
            self.found = info.found
            self.payment_status = info.payment_status
            self.cancelled_price = info.cancelled_price
            self.receipt = info.receipt
            self.receipt_id = info.receipt_id
            self.body = info.body
            self.attempt = info.attempt


class InvalidError(BootpayError):
    """The input breaks a rule; `field` names the field. Nothing was sent. Correct the input."""

    kind = "invalid"


class ConfigError(BootpayError):
    """The client is misconfigured, or Bootpay does not accept its keys. Nothing was carried out. Correct
    the configuration: until then every call fails the same way."""

    kind = "config"


class NotSentError(BootpayError):
    """The request was not sent: no connection, an untrusted certificate, or no token. Nothing has
    happened; calling again is safe."""

    kind = "not_sent"


class RejectedError(BootpayError):
    """Bootpay refused the call; `code` is the reason. Nothing has happened. Calling again fails
    the same way until the cause is removed, unless `repeat` is `safe`."""

    kind = "rejected"


class OutcomeUnknownError(BootpayError):
    """The outcome is unresolved: the money may have moved, or the change been made, or not. The
    response was lost or unreadable, or itself reports an unknown outcome. Do not repeat the
    call; look up the receipt or the order first."""

    kind = "outcome_unknown"
    attempt: Attempt
    """The attempt, for `attempts.resolve`."""


class UnexpectedResponseError(BootpayError):
    """The response to a read-only call cannot be understood; `status` and `body` show it."""

    kind = "unexpected_response"


class UnavailableError(BootpayError):
    """A read-only call got no response, or not in time. Calling again is safe."""

    kind = "unavailable"


class MismatchError(BootpayError):
    """The payment does not match the merchant's order in `order_id`, `price`, `currency` or `mode`:
    `field` names the difference, `expected` and `found` are the two sides, `receipt` is the
    payment. Do not ship."""

    kind = "mismatch"


class WrongStateError(BootpayError):
    """The payment matches the merchant's order, but is not paid in full: `payment_status` and
    `cancelled_price` are its state, `receipt` is the payment. Do not ship. Calling again is safe
    while it may still become paid, which `repeat` tells; it never does after it has ended."""

    kind = "wrong_state"


_KINDS: dict[str, type[BootpayError]] = {
    "invalid": InvalidError,
    "config": ConfigError,
    "not_sent": NotSentError,
    "rejected": RejectedError,
    "outcome_unknown": OutcomeUnknownError,
    "unexpected_response": UnexpectedResponseError,
    "unavailable": UnavailableError,
    "mismatch": MismatchError,
    "wrong_state": WrongStateError,
}


def from_info(message: str, info: ErrorInfo) -> BootpayError:
    """Returns the exception for an error of core."""
    return _KINDS[info.kind](message, info)
