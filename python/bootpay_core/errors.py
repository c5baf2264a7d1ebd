"""The errors that failed calls raise."""

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
    """The field that is invalid or differs, in the API's spelling (`receipt_id`)."""
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
            self.body = info.body
            self.attempt = info.attempt


class InvalidError(BootpayError):
    """The input breaks a rule; `field` names the field. Nothing was sent. Correct the input."""

    kind = "invalid"


class ConfigError(BootpayError):
    """The client is misconfigured. Nothing was sent. Correct the configuration."""

    kind = "config"


class NotSentError(BootpayError):
    """The request was not sent: no connection, an untrusted certificate, or no token. Nothing has
    happened; calling again is safe."""

    kind = "not_sent"


class RejectedError(BootpayError):
    """Bootpay refused the call; `code` is the reason. Nothing has happened. Calling again fails
    the same way until the cause is removed."""

    kind = "rejected"


class OutcomeUnknownError(BootpayError):
    """The outcome is unresolved: the money may have moved, or the change been made, or not. The
    response was lost or unreadable, or itself reports an unknown outcome. Do not repeat the
    call; look up the receipt or the order first."""

    kind = "outcome_unknown"


class UnexpectedResponseError(BootpayError):
    """The response to a read-only call cannot be understood; `status` and `body` show it."""

    kind = "unexpected_response"


class UnavailableError(BootpayError):
    """A read-only call got no response, or not in time. Calling again is safe."""

    kind = "unavailable"


class MismatchError(BootpayError):
    """The payment does not match the merchant's order; `field` names the difference. Do not ship."""

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
    """Returns the exception for an error of core."""
    return _KINDS[info.kind](message, info)
