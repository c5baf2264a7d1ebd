"""A merchant's code without a framework: both clients, JSON, and mocks."""

import asyncio
import json
from unittest.mock import create_autospec

from bootpay_core import AsyncBootpay, Bootpay, InvalidError, OutcomeUnknownError
from bootpay_core.testing import Emulator


def refund(bootpay: Bootpay, receipt_id: str) -> dict[str, object]:
    return bootpay.payments.cancel_full(receipt_id).to_dict()


async def price(bootpay: AsyncBootpay, receipt_id: str) -> int:
    return (await bootpay.payments.get(receipt_id)).price


async def many(emulator: Emulator, receipt_id: str) -> None:
    async with emulator.async_client() as bootpay:
        prices = await asyncio.gather(*(price(bootpay, receipt_id) for _ in range(100)))
        assert prices == [15_000] * 100


def main() -> None:
    with Emulator() as emulator, emulator.client() as bootpay:
        payment = emulator.pay(order_id="o-1", price=15_000)
        paid = bootpay.payments.confirm(payment["receipt_id"], order_id="o-1", price=15_000)
        assert json.loads(json.dumps(paid.to_dict()))["receipt"]["status"] == "paid"
        asyncio.run(many(emulator, paid.receipt_id))
        emulator.fault("/v2/cancel", kind="reset", when="after")
        try:
            refund(bootpay, paid.receipt_id)
            raise AssertionError("the response was lost")
        except OutcomeUnknownError as unknown:
            assert bootpay.attempts.resolve(unknown.attempt.serialized).outcome == "done"
        try:
            bootpay.payments.confirm(paid.receipt_id, order_id="녹차 \ud83c", price=15_000)
            raise AssertionError("half of an emoji was sent")
        except InvalidError as invalid:
            assert invalid.field == "order_id"

    mock = create_autospec(AsyncBootpay, instance=True)
    mock.payments.get.return_value.price = 7
    assert asyncio.run(price(mock, "r")) == 7


main()
