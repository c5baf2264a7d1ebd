"""Names that the documentation's snippets use and do not define."""

from __future__ import annotations

from typing import Any

from bootpay_core import Bootpay

bootpay: Bootpay
receipt_id: str


def note(order_id: str | None, outcome: str, receipt: Any) -> None:
    """Stands for the merchant's own bookkeeping."""
