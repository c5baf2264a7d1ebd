"""What all tests share: one emulator, and a merchant of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bootpay_core.testing import Emulator


@pytest.fixture(scope="session")
def running() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


@pytest.fixture
def emulator(running: Emulator) -> Emulator:
    running.clear()
    return running


@pytest.fixture
def merchant(emulator: Emulator) -> dict[str, Any]:
    return emulator.new_merchant()


@pytest.fixture
def receipt_id(emulator: Emulator, merchant: dict[str, Any]) -> str:
    """A payment of 15,000 won for order o-1, paid."""
    payment = emulator.pay(merchant=merchant["id"], order_id="o-1", price=15_000, state="paid")
    return str(payment["receipt_id"])
