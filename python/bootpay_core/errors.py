"""What a failed call raises."""

# Generated from core's models by `make generate`: change those.

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._bootpay_core import Attempt, ErrorInfo, Explanation
    from .enums import ErrorKind, Repeat

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
]


class BootpayError(Exception):
    """A call failed; the subclass, and `kind`, say what to do."""

    kind: ErrorKind
    """What went wrong."""
    repeat: Repeat = "never"
    """Whether the call may be made again."""
    detail: str = ""
    """What happened, in words, without secrets."""
    endpoint: str | None = None
    """The call: `payments.cancel_full`."""
    status: int | None = None
    """HTTP status, when there was an answer."""
    code: str | None = None
    """Bootpay's error code, as it was sent."""
    pg_error_code: str | None = None
    """The PG's error code, as it was sent."""
    explanation: Explanation | None = None
    """What `code` means and what to do; absent when this version does not know it."""
    field: str | None = None
    """The field that is invalid or differs, in the API's spelling (`receipt_id`)."""
    body: str | None = None
    """The beginning of an answer that could not be understood, without secrets."""
    attempt: Attempt | None = None
    """What was attempted, when money may have moved or has moved."""

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
            self.body = info.body
            self.attempt = info.attempt


class InvalidError(BootpayError):
    """What was passed in breaks a rule; `field` names it. Nothing was sent. Correct it."""

    kind = "invalid"


class ConfigError(BootpayError):
    """The client cannot work as it is set up. Nothing was sent. Correct the set-up."""

    kind = "config"


class NotSentError(BootpayError):
    """The request did not leave: no connection, no trust in the certificate, or no token. Nothing
    has happened; it is safe to call again."""

    kind = "not_sent"


class RejectedError(BootpayError):
    """Bootpay refused; `code` says why. Nothing has happened. Calling again gives the same answer
    until the cause is gone."""

    kind = "rejected"


class OutcomeUnknownError(BootpayError):
    """The money may have moved or not, the change been made or not: the reply was lost, unreadable,
    or says so itself. Do not repeat the call; find out first, by the receipt or the order."""

    kind = "outcome_unknown"


class UnexpectedResponseError(BootpayError):
    """Bootpay answered a read with something that cannot be understood; `status` and `body` show it."""

    kind = "unexpected_response"


class UnavailableError(BootpayError):
    """A read was not answered in time or not at all. It is safe to call again."""

    kind = "unavailable"


class MismatchError(BootpayError):
    """The payment is not what the shop sold; `field` names what differs. Do not ship."""

    kind = "mismatch"


_KINDS: dict[str, type[BootpayError]] = {
    "invalid": InvalidError,
    "config": ConfigError,
    "not_sent": NotSentError,
    "rejected": RejectedError,
    "outcome_unknown": OutcomeUnknownError,
    "unexpected_response": UnexpectedResponseError,
    "unavailable": UnavailableError,
    "mismatch": MismatchError,
}


def from_info(message: str, info: ErrorInfo) -> BootpayError:
    """The exception that says what core told."""
    return _KINDS[info.kind](message, info)
