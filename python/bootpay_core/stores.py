"""Interfaces that a merchant may implement; the client calls their methods."""

# Generated from core's interfaces by `make generate`: change those.

from __future__ import annotations

from typing import Protocol

from ._bootpay_core import AttemptClaim, AttemptRow

__all__ = [
    "AttemptStore",
]


class AttemptStore(Protocol):
    """Stores attempts in the merchant's own storage, for example its database.

    Holds one row for each attempt, and one for each payment of which `webhooks.receive` delivered a change; the
    store need not understand their content. The client calls the
    methods one after another on its own thread, where they may block. They fail by the language's usual
    means, and the failure's text appears in the error of the call. A forked process calls them too: do
    not use a connection of the parent there.

    All times are counted from now, in milliseconds, by one clock of the store (a database's `now()`), and
    never by those of the machines that use it."""

    def put(self, row: AttemptRow, /) -> object:
        """Inserts a row, or replaces the row with the same `id`. Returns only after the row is durable,
        even if the machine loses power: the request of a write or money call is sent after that, and is
        not sent if this fails."""

    def insert(self, row: AttemptRow, /) -> bool:
        """Inserts a row unless there is one with the same `id`, in one atomic step: of two concurrent callers
        only one inserts its row. A row that is to be forgotten counts as none. Returns true if it was inserted."""

    def claim(self, claim: AttemptClaim, /) -> str | None:
        """Claims one row and returns its `record`, or nothing if there is none: a row of this `owner` that is
        due and not to be forgotten, and not `answered` unless the claim's `answered` is true. Makes it due
        `lease_ms` from now in the same atomic step, so that only one of two concurrent callers gets it."""

    def of_payment(self, payment: str, /) -> list[str]:
        """Returns the `record` of each row with this `payment`, in any order."""

    def remove(self, id: str, /) -> object:
        """Deletes the row with this `id`, if there is one."""
