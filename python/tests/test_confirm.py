"""Confirming twice is confirming once, and keys that cannot be right are refused, with each client."""

from __future__ import annotations

import asyncio
import copy
import pickle
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from bootpay_core import InvalidError, MismatchError, VerifiedPayment, WrongStateError
from bootpay_core.testing import Emulator

from .clients import CLIENTS, Asyncio, Sync

KEYS = {"client_key": "k", "secret_key": "s", "application_id": "a", "private_key": "p"}


def confirms(emulator: Emulator, merchant: dict[str, Any]) -> int:
    return sum(request["path"] == "/v2/confirm" for request in emulator.requests(merchant))


def test_of_many_threads_one_confirms_and_all_get_the_payment(emulator: Emulator, merchant: dict[str, Any]) -> None:
    receipt_id = emulator.pay(merchant=merchant["id"], order_id="o-1", price=1000)["receipt_id"]
    emulator.fault("/v2/confirm", kind="stall", seconds=1)
    with emulator.client(merchant) as bootpay, ThreadPoolExecutor(8) as threads:

        def confirm(_: int) -> VerifiedPayment:
            return bootpay.payments.confirm(receipt_id, order_id="o-1", price=1000)

        paid = list(threads.map(confirm, range(8)))
    assert sorted(payment.confirmed_earlier for payment in paid) == [False] + [True] * 7
    assert confirms(emulator, merchant) == 1


def test_a_cancelled_confirm_holds_nobody_up(emulator: Emulator, merchant: dict[str, Any]) -> None:
    receipt_id = emulator.pay(merchant=merchant["id"], order_id="o-1", price=1000)["receipt_id"]
    emulator.fault("/v2/confirm", kind="stall", seconds=1)

    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:

            async def confirm() -> VerifiedPayment:
                return await bootpay.payments.confirm(receipt_id, order_id="o-1", price=1000)

            first = asyncio.create_task(confirm())
            while confirms(emulator, merchant) == 0:
                await asyncio.sleep(0.01)
            second, third = asyncio.create_task(confirm()), asyncio.create_task(confirm())
            await asyncio.sleep(0.1)
            first.cancel()
            second.cancel()
            assert (await third).confirmed_earlier
            assert bootpay.attempts.unresolved() == []

    asyncio.run(main())
    assert confirms(emulator, merchant) == 1


@pytest.mark.parametrize("client", CLIENTS)
def test_a_payment_of_test_mode_says_how_to_make_a_client_for_it(emulator: Emulator, client: type[Sync] | type[Asyncio]) -> None:
    merchant = emulator.new_merchant(mode="test")
    receipt_id = emulator.pay(merchant=merchant["id"], order_id="o-1", price=1000, state="paid")["receipt_id"]
    live = client(**{**emulator.options(merchant), "mode": "live"})
    with pytest.raises(MismatchError, match='If this client is for tests, create it with mode="test"') as caught:
        live.call("payments.verify", receipt_id, order_id="o-1", price=1000)
    assert (caught.value.field, caught.value.expected, caught.value.found) == ("mode", "live", "test")


@pytest.mark.parametrize("client", CLIENTS)
def test_an_error_carries_the_payment_wherever_it_goes(
    emulator: Emulator, merchant: dict[str, Any], client: type[Sync] | type[Asyncio]
) -> None:
    receipt_id = emulator.pay(merchant=merchant["id"], order_id="o-1", price=1000, state="cancelled")["receipt_id"]
    with pytest.raises(WrongStateError) as caught:
        client(**emulator.options(merchant)).call("payments.confirm", receipt_id, order_id="o-1", price=1000)
    for error in [caught.value, copy.copy(caught.value), pickle.loads(pickle.dumps(caught.value))]:
        assert (error.payment_status, error.cancelled_price, error.repeat) == ("cancelled", 1000, "never")
        assert error.receipt is not None and error.receipt.receipt_id == receipt_id


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize("field", KEYS)
@pytest.mark.parametrize("key", ["marker key", " marker", "marker\n", "marker\t", "\ufeffmarker", "marker\0", "marker\u200b", "마커marker"])
def test_a_key_with_what_no_key_has_is_named_and_not_printed(
    client: type[Sync] | type[Asyncio], field: str, key: str
) -> None:
    with pytest.raises(InvalidError) as caught:
        client(**{**KEYS, field: key})
    assert caught.value.field == field and field in str(caught.value)
    assert "marker" not in str(caught.value)
