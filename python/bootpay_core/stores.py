"""What a merchant may provide: methods that are called by the client."""

# Generated from core's interfaces by `make generate`: change those.

from __future__ import annotations

from typing import Protocol

from ._bootpay_core import AttemptClaim, AttemptRow

__all__ = [
    "AttemptStore",
]


class AttemptStore(Protocol):
    """Where attempts are kept by what a merchant has anyway, its own database say.

    One row for each attempt, of which the store need understand nothing. The methods are called
    one after another, on a thread of the client's own, where they may block; they fail by the
    language's usual means, and whatever a failure says is in the error of the call. In a process
    that was forked they are called anew: a connection of the parent must not be used there."""

    def put(self, row: AttemptRow, /) -> object:
        """Keeps a row: in the place of the one that has its `id`, or as a new one. Comes back when it
        is there to stay, also if the machine loses its power: what is to change something leaves
        after that, and does not leave if this fails."""

    def claim(self, claim: AttemptClaim, /) -> str | None:
        """Takes one row, and gives its `record`, or nothing where there is none to take: a row of this
        `owner` whose `due_at` is not after `now`, and which is not `answered` unless `answered` ones
        are wanted. Its `due_at` becomes `until` in the same step, so that nobody else takes it
        meanwhile: of two who ask at once, one gets it."""

    def of_payment(self, payment: str, /) -> list[str]:
        """The `record` of each row of this `payment`, in any order."""

    def remove(self, id: str, /) -> object:
        """Forgets the row of this `id`, where there is one."""
