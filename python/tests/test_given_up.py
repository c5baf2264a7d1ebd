"""Calls that are given up in the moment they end: what the caller did not get is remembered."""

from __future__ import annotations

import asyncio
import json
import random
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bootpay_core import Receipt
from bootpay_core.testing import Emulator

from .arrivals import arrived
from .processes import script

Call = Callable[[], Awaitable[Receipt]]


async def by_task(call: Call, after: float) -> Receipt | None:
    task = asyncio.ensure_future(call())
    end = time.perf_counter() + after
    while time.perf_counter() < end and not task.done():
        await asyncio.sleep(0)  # Not for a while: its clock is too coarse.
    task.cancel()
    await asyncio.wait([task])
    return None if task.cancelled() else task.result()


async def by_wait_for(call: Call, after: float) -> Receipt:
    return await asyncio.wait_for(call(), after)


async def by_timeout(call: Call, after: float) -> Receipt:
    async with asyncio.timeout(after):
        return await call()


async def by_group(call: Call, after: float) -> Receipt | None:
    try:
        async with asyncio.timeout(after), asyncio.TaskGroup() as group:
            task = group.create_task(call())  # type: ignore[arg-type, var-annotated]
    except TimeoutError:
        # The group may be given up after its task has ended.
        return None if task.cancelled() else task.result()
    return task.result()  # type: ignore[no-any-return]


@pytest.mark.parametrize("way", [by_task, by_wait_for, by_timeout, by_group])
def test_a_cancel_given_up_at_any_moment(emulator: Emulator, merchant: dict[str, Any], way: Any) -> None:
    if way in (by_timeout, by_group) and sys.version_info < (3, 11):
        pytest.skip("asyncio has it since Python 3.11")
    chance = random.Random(4)

    async def main() -> tuple[int, int]:
        bootpay = emulator.async_client(merchant)
        returned = kept = 0

        async def live(after: float) -> None:
            nonlocal returned, kept
            receipt_id = emulator.pay(merchant=merchant["id"], price=1000, state="paid")["receipt_id"]
            try:
                outcome = await way(lambda: bootpay.payments.cancel_full(receipt_id), after)
            except (asyncio.CancelledError, asyncio.TimeoutError):
                outcome = None
            left = bootpay.attempts.unresolved()
            kept += [attempt.outcome for attempt in left] == ["done"]
            returned += outcome is not None
            while any(attempt.outcome == "pending" for attempt in bootpay.attempts.unresolved()):
                await asyncio.sleep(0.001)
            moved = (await bootpay.payments.get(receipt_id)).cancelled_price == 1000
            assert moved == (outcome is not None) or [attempt.outcome for attempt in bootpay.attempts.unresolved()] == ["done"]
            assert outcome is None or not left, "both"
            for attempt in left:
                bootpay.attempts.acknowledge(attempt.id)

        usual = 0.01
        for number in range(150):
            if number % 10 == 0:
                start = time.perf_counter()
                await live(5)
                usual = min(time.perf_counter() - start, 0.02) / 2
            else:
                await live(usual * chance.uniform(0.1, 1.5))
        return returned, kept

    returned, kept = asyncio.run(main())
    print(f"{way.__name__}: {returned} returned, {kept} were done already when they were given up")
    assert 10 < returned < 150


@pytest.mark.parametrize("call", ["billing.delete", "cash_receipts.publish"])
def test_what_is_no_payment_goes_on_too(emulator: Emulator, merchant: dict[str, Any], call: str) -> None:
    async def main() -> None:
        bootpay = emulator.async_client(merchant)
        coroutine: Any
        if call == "billing.delete":
            made = emulator.control("POST", "/emulator/billing-keys", {"merchant": merchant["id"]})
            path, coroutine = "/v2/subscribe/billing_key", bootpay.billing.delete(made["billing_key"])
        else:
            path = "/v2/request/cash/receipt"
            coroutine = bootpay.cash_receipts.publish(
                price=1000, order_name="tea", order_id="c-1", identity_no="01012345678", cash_receipt_type="소득공제"
            )
        emulator.fault(path, kind="stall", seconds=0.5)
        with pytest.raises(asyncio.TimeoutError):
            await asyncio.wait_for(coroutine, 0.2)
        (attempt,) = bootpay.attempts.unresolved()
        assert (attempt.endpoint, attempt.outcome) == (call, "pending")
        while bootpay.attempts.unresolved()[0].outcome == "pending":
            await asyncio.sleep(0.01)
        assert bootpay.attempts.unresolved()[0].outcome == "done"

    asyncio.run(main())


INTERRUPTED = """
import json, os, signal, threading, time
from bootpay_core import Bootpay

bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
returned = None

bootpay.payments.get(os.environ["RECEIPT"])
threading.Timer(0.03, os.kill, (os.getpid(), signal.SIGINT)).start()
try:
    returned = bootpay.payments.cancel_full(os.environ["RECEIPT"])
    time.sleep(1)
except KeyboardInterrupt:
    pass
print(json.dumps([returned is not None, [attempt.outcome for attempt in bootpay.attempts.unresolved()]]))
"""


def test_an_interrupt_just_before_the_answer(emulator: Emulator, merchant: dict[str, Any]) -> None:
    ends = []
    for _ in range(5):
        payment = emulator.pay(merchant=merchant["id"], price=1000, state="paid")
        # The wait asks for signals every tenth of a second: the answer is there sooner.
        emulator.fault("/v2/cancel", kind="stall", seconds=0.06)
        output, complaint = script(INTERRUPTED, emulator.options(merchant), payment["receipt_id"]).communicate(timeout=30)
        assert complaint == ""
        ends.append(json.loads(output))
    assert all(end in ([True, []], [False, ["done"]], [False, ["pending"]]) for end in ends), ends
    assert [False, ["done"]] in ends, ends


INTERRUPTED_LOOP = """
import asyncio, json, os
from bootpay_core import AsyncBootpay, OutcomeUnknownError

bootpay = AsyncBootpay(**json.loads(os.environ["OPTIONS"]))
try:
    asyncio.run(bootpay.payments.cancel_full(os.environ["RECEIPT"]))
except KeyboardInterrupt:
    print(json.dumps([attempt.outcome for attempt in bootpay.attempts.unresolved()]))
"""


def test_an_interrupt_of_an_event_loop(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    emulator.fault("/v2/cancel", kind="stall", seconds=2)
    process = script(INTERRUPTED_LOOP, emulator.options(merchant), receipt_id)
    while not arrived(emulator, merchant, "/v2/cancel"):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    output, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint, json.loads(output)) == (0, "", ["pending"])
    assert emulator.client(merchant).payments.get(receipt_id).cancelled_price == 15_000


INTERRUPTED_WITH = """
import json, os
from bootpay_core import Bootpay, InvalidError

try:
    with Bootpay(**json.loads(os.environ["OPTIONS"])) as bootpay:
        bootpay.payments.cancel_full(os.environ["RECEIPT"])
except KeyboardInterrupt:
    [attempt] = bootpay.attempts.unresolved()
    try:
        bootpay.payments.get(os.environ["RECEIPT"])
    except InvalidError as closed:
        print(json.dumps([attempt.endpoint, bootpay.attempts.acknowledge(attempt.id), closed.field]))
"""


def test_an_interrupt_inside_with(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    emulator.fault("/v2/cancel", kind="stall", seconds=2)
    process = script(INTERRUPTED_WITH, emulator.options(merchant), receipt_id)
    while not arrived(emulator, merchant, "/v2/cancel"):
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    output, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (0, "")
    assert json.loads(output) == ["payments.cancel_full", True, "client"]
    assert emulator.client(merchant).payments.get(receipt_id).cancelled_price == 15_000
