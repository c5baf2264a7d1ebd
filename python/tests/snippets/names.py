"""Names that the documentation's snippets use and do not define."""

from __future__ import annotations

from typing import Any

from bootpay_core import Bootpay, VerifiedPayment

bootpay: Bootpay
receipt_id: str


class Database:
    """Stands for the merchant's database."""

    def execute(self, query: str, *values: object) -> int:
        """Returns the number of rows that changed."""
        raise NotImplementedError


database: Database


def price_of(order_id: str | None) -> int | None:
    """Stands for the merchant's orders."""
    raise NotImplementedError


def finish(payment: VerifiedPayment) -> None:
    """Stands for the update of an order, and its shipment."""


def refund(order_id: str, refunded: int, remaining: int) -> None:
    """Stands for the update of an order's refunded amount."""


def ship(order_id: str) -> None:
    """Stands for the merchant's warehouse."""



def note(order_id: str | None, outcome: str, receipt: Any) -> None:
    """Stands for the merchant's own bookkeeping."""
