"""An unofficial client for Bootpay, the Korean payment aggregator.

>>> with Bootpay(client_key="…", secret_key="…") as bootpay:
...     payment = bootpay.payments.confirm(receipt_id, order_id="o-1", amount=15_000)
...     bootpay.payments.cancel_partial(receipt_id, amount=5_000, cancel_id="o-1/1")

`AsyncBootpay` has the same names, awaited. What fails raises a `BootpayError`, whose subclass says
what to do. `bootpay_core.words` has the types of words like a payment's status.
"""

# Generated from core's models by `make generate`: change those.

from ._bootpay_core import (
    AsyncBootpay,
    AsyncPayments,
    Attempt,
    BankData,
    Bootpay,
    Buyer,
    CardData,
    CashReceiptData,
    ErrorInfo,
    EscrowData,
    Explanation,
    Payments,
    PhoneData,
    PointData,
    Receipt,
    Refund,
    VerifiedPayment,
    VirtualAccountData,
)
from .errors import (
    BootpayError,
    InvalidError,
    ConfigError,
    NotSentError,
    RejectedError,
    OutcomeUnknownError,
    BadReplyError,
    UnavailableError,
    MismatchError,
)

__all__ = [
    "AsyncBootpay",
    "AsyncPayments",
    "Attempt",
    "BankData",
    "Bootpay",
    "Buyer",
    "CardData",
    "CashReceiptData",
    "ErrorInfo",
    "EscrowData",
    "Explanation",
    "Payments",
    "PhoneData",
    "PointData",
    "Receipt",
    "Refund",
    "VerifiedPayment",
    "VirtualAccountData",
    "BootpayError",
    "InvalidError",
    "ConfigError",
    "NotSentError",
    "RejectedError",
    "OutcomeUnknownError",
    "BadReplyError",
    "UnavailableError",
    "MismatchError",
]
