"""Attempts that are kept: in a file, and by a shop's own object."""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from bootpay_core import AttemptClaim, AttemptRow, ConfigError, InvalidError, NotSentError, OutcomeUnknownError, RejectedError
from bootpay_core.stores import AttemptStore
from bootpay_core.testing import Emulator

from .clients import CLIENTS, Asyncio, Sync


class Shelf:
    """What a shop would do with its database."""

    def __init__(self) -> None:
        self.rows: dict[str, AttemptRow] = {}
        self.due: dict[str, float] = {}
        self.threads: set[str] = set()
        self.fails: Exception | None = None

    def put(self, row: AttemptRow) -> None:
        if self.fails:
            raise self.fails
        self.threads.add(threading.current_thread().name)
        self.rows[row.id] = row
        self.due[row.id] = time.monotonic() + row.due_in_ms / 1000

    def insert(self, row: AttemptRow) -> bool:
        if row.id in self.rows:
            return False
        self.put(row)
        return True

    def claim(self, claim: AttemptClaim) -> str | None:
        for row in self.rows.values():
            if row.owner == claim.owner and self.due[row.id] <= time.monotonic() and (claim.answered or not row.answered):
                self.due[row.id] = time.monotonic() + claim.lease_ms / 1000
                return row.record
        return None

    def of_payment(self, payment: str) -> list[str]:
        return [row.record for row in self.rows.values() if row.payment == payment]

    def remove(self, id: str) -> None:
        self.rows.pop(id, None)


def open_client(Client: type[Sync] | type[Asyncio], emulator: Emulator, merchant: dict[str, Any], **options: Any) -> Sync | Asyncio:
    return Client(**emulator.options(merchant, quiet_period=0.3, **options))


@pytest.mark.parametrize("Client", CLIENTS, ids=lambda client: client.__name__.lower())
@pytest.mark.parametrize("kept", ["file", "shelf"])
def test_a_later_client_finds_out_what_an_earlier_one_was_not_told(
    emulator: Emulator,
    merchant: dict[str, Any],
    receipt_id: str,
    tmp_path: Path,
    kept: str,
    Client: type[Sync] | type[Asyncio],
) -> None:
    shelf = Shelf()
    where: dict[str, Any] = {"attempts_file": str(tmp_path / "attempts")} if kept == "file" else {"attempt_store": shelf}
    client = open_client(Client, emulator, merchant, **where)
    emulator.fault(method="POST", path="/v2/cancel", kind="reset", when="after")
    with pytest.raises(OutcomeUnknownError):
        client.call("payments.cancel_partial", receipt_id, cancel_price=5_000, cancel_id="c-1")
    later = open_client(Client, emulator, merchant, **where)
    [resolution] = later.call("attempts.recover")
    assert (resolution.outcome, resolution.receipt.cancelled_price) == ("done", 5_000)
    assert later.call("attempts.recover") == []
    if kept == "shelf":
        [row] = shelf.rows.values()
        assert row.answered and row.payment == receipt_id and row.forget_in_ms is not None
        assert "MainThread" not in shelf.threads
        later.bootpay.attempts.acknowledge(resolution.attempt.id)


@pytest.mark.parametrize("Client", CLIENTS, ids=lambda client: client.__name__.lower())
def test_nothing_leaves_that_the_shop_could_not_keep(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str, Client: type[Sync] | type[Asyncio]
) -> None:
    shelf = Shelf()
    client = open_client(Client, emulator, merchant, attempt_store=shelf)
    shelf.fails = OSError(28, "No space left on device")
    with pytest.raises(NotSentError, match="could not be stored: OSError: .*No space left"):
        client.call("payments.cancel_full", receipt_id)

    class Late(Shelf):
        async def put(self, row: AttemptRow) -> None:  # type: ignore[override]
            super().put(row)

    late = open_client(Client, emulator, merchant, attempt_store=Late())
    with pytest.raises(NotSentError, match="put must not be a coroutine function"):
        late.call("payments.cancel_full", receipt_id)
    # The payment was read first.
    assert {request["method"] for request in emulator.requests()} == {"GET"}
    shelf.fails = None
    assert client.call("payments.cancel_full", receipt_id).cancelled_price == 15_000


def test_a_forked_child_keeps_its_attempts_where_others_look(
    emulator: Emulator, merchant: dict[str, Any], tmp_path: Path
) -> None:
    client = emulator.client(merchant, attempts_file=str(tmp_path / "attempts"))

    def refuse(receipt_id: str) -> None:
        with pytest.raises(RejectedError):
            client.payments.cancel_full(receipt_id)

    def kept() -> set[str]:
        # Whoever is the last one at the file when it is closed, tidies it up.
        file = sqlite3.connect(tmp_path / "attempts")
        try:
            return {payment for (payment,) in file.execute("SELECT payment FROM bootpay_attempts")}
        finally:
            file.close()

    refuse("parents")
    (told, tell), (ready, go) = os.pipe(), os.pipe()
    child = os.fork()
    if child == 0:
        try:
            refuse("childs-1")
            os.write(tell, b"1")
            os.read(ready, 1)
            refuse("childs-2")
        finally:
            os._exit(0)
    os.read(told, 1)
    del client
    time.sleep(0.5)  # Its thread closes the file.
    assert kept() == {"parents", "childs-1"}
    os.write(go, b"1")
    os.waitpid(child, 0)
    assert kept() == {"parents", "childs-1", "childs-2"}


def test_settings(emulator: Emulator, tmp_path: Path) -> None:
    with pytest.raises(InvalidError, match="attempt_store must have a method put"):
        emulator.client(attempt_store=object())
    with pytest.raises(InvalidError, match="attempt_store must not be given with attempts_file"):
        emulator.client(attempt_store=Shelf(), attempts_file=str(tmp_path / "attempts"))
    with pytest.raises(ConfigError, match="attempts.recover needs attempts_file or attempt_store"):
        emulator.client().attempts.recover()


def shelf_is_a_store() -> AttemptStore:
    return Shelf()
