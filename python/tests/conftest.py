"""What all tests share: one sandbox, and a merchant of its own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from bootpay_core.testing import Sandbox


@pytest.fixture(scope="session")
def running() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(running: Sandbox) -> Sandbox:
    running.clear()
    return running


@pytest.fixture
def merchant(sandbox: Sandbox) -> dict[str, Any]:
    return sandbox.new_merchant()


@pytest.fixture
def receipt_id(sandbox: Sandbox, merchant: dict[str, Any]) -> str:
    """A payment of 15,000 won for order o-1, paid."""
    payment = sandbox.pay(merchant=merchant["id"], order_id="o-1", price=15_000, state="paid")
    return str(payment["receipt_id"])
