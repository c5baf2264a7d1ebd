"""Mocks that are made after the clients, and what `inspect` tells of them."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any
from unittest.mock import AsyncMock, create_autospec

import pytest

from bootpay_core import AsyncBootpay, AsyncPayments, Bootpay, Payments


@pytest.mark.parametrize("instance", [True, False])
def test_a_mock_of_the_async_client_has_awaitable_calls(instance: bool) -> None:
    mock = create_autospec(AsyncBootpay, instance=instance)
    bootpay = mock if instance else mock()
    bootpay.payments.confirm.return_value = "paid"
    bootpay.billing.charge.side_effect = ValueError

    async def main() -> None:
        assert await bootpay.payments.confirm("r", order_id="o-1", price=1) == "paid"
        with pytest.raises(ValueError):
            await bootpay.billing.charge("k", order_name="Tea", order_id="o", price=1)
        async with mock if instance else mock() as entered:
            assert entered is not None

    asyncio.run(main())
    assert isinstance(bootpay.payments.confirm, AsyncMock) or inspect.iscoroutinefunction(bootpay.payments.confirm)
    bootpay.payments.confirm.assert_awaited_once_with("r", order_id="o-1", price=1)
    with pytest.raises(TypeError):
        bootpay.payments.confirm("r", amount=1)
    with pytest.raises(AttributeError):
        bootpay.payments.confrim
    assert bootpay.attempts.unresolved() is not None and not asyncio.iscoroutine(bootpay.attempts.unresolved())


def test_a_mock_of_the_client_has_its_calls() -> None:
    bootpay = create_autospec(Bootpay, instance=True)
    bootpay.payments.get.return_value.price = 15_000
    assert bootpay.payments.get("r").price == 15_000
    with pytest.raises(AttributeError):
        bootpay.payments.fetch


def test_calls_are_seen_for_what_they_are() -> None:
    for client, resource in [(Bootpay, Payments), (AsyncBootpay, AsyncPayments)]:
        assert getattr(client, "payments") is resource
    assert inspect.iscoroutinefunction(AsyncPayments.confirm) and not inspect.iscoroutinefunction(AsyncPayments)
    parameters = inspect.signature(AsyncPayments.confirm).parameters
    assert list(parameters) == ["self", "receipt_id", "order_id", "price", "timeout"]
    assert inspect.signature(Payments.confirm).parameters.keys() == parameters.keys()
    assert AsyncPayments.confirm.__doc__ == Payments.confirm.__doc__


def test_a_resource_is_not_replaced_by_mistake() -> None:
    bootpay: Any = Bootpay(client_key="c", secret_key="s")
    with pytest.raises(AttributeError):
        bootpay.payments = None
    assert type(bootpay.payments) is Payments
