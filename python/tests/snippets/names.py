"""Names that the documentation's snippets use and do not define."""

from __future__ import annotations

from typing import Any

from bootpay_core import Bootpay

bootpay: Bootpay
receipt_id: str


class Database:
    """Stands for the merchant's database."""

    def execute(self, query: str, *values: object) -> int:
        """Returns the number of rows that changed."""
        raise NotImplementedError


database: Database


def ship(order_id: str) -> None:
    """Stands for the merchant's warehouse."""



def note(order_id: str | None, outcome: str, receipt: Any) -> None:
    """Stands for the merchant's own bookkeeping."""
