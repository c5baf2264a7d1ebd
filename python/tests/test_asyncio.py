"""asyncio: tasks, cancellation, event loops."""

from __future__ import annotations

import asyncio
import gc
import inspect
import os
import subprocess
import sys
import threading
import time
import weakref
from typing import Any

import pytest

from bootpay_core import AsyncBootpay, Attempt, OutcomeUnknownError, RejectedError, UnavailableError, aio
from bootpay_core.testing import Emulator

from .arrivals import arrived


def attempt_behind(cancelled: BaseException | None) -> Attempt:
    """What a cancelled call says of the money."""
    assert type(cancelled) is asyncio.CancelledError
    if sys.version_info < (3, 11) and cancelled.__context__:
        cancelled = cancelled.__context__  # A task raised another one of its own.
    unknown = cancelled.__cause__
    assert isinstance(unknown, OutcomeUnknownError) and unknown.attempt
    return unknown.attempt


def test_calls_are_coroutines(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            call = bootpay.payments.get(receipt_id)
            assert inspect.iscoroutine(call) and call.__qualname__ == "payments.get"
            receipts = await asyncio.gather(
                call,
                asyncio.create_task(bootpay.payments.get(receipt_id)),
                asyncio.wait_for(bootpay.payments.get(receipt_id), 5),
            )
            assert [receipt.receipt_id for receipt in receipts] == [receipt_id] * 3
            results = await asyncio.gather(bootpay.payments.get("nope"), return_exceptions=True)
            assert isinstance(results[0], RejectedError)

    asyncio.run(main())


def test_a_call_that_nobody_awaits_does_nothing(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    with pytest.warns(RuntimeWarning, match=r"payments.cancel_full.* was never awaited"):
        emulator.async_client(merchant).payments.cancel_full(receipt_id)  # type: ignore[unused-coroutine]
        gc.collect()
    assert emulator.requests(merchant) == []


def test_a_cancelled_read_is_cut_short(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            emulator.fault("/v2/receipt", kind="stall", seconds=20)
            start = time.monotonic()
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(bootpay.payments.get(receipt_id), 0.3)
            assert time.monotonic() - start < 5
            assert bootpay.attempts.unresolved() == []
            assert (await bootpay.payments.get(receipt_id)).price == 15_000

    asyncio.run(main())


def test_a_cancelled_payment_goes_on(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            emulator.fault("/v2/cancel", kind="stall", seconds=1)
            task = asyncio.create_task(bootpay.payments.cancel_full(receipt_id, cancel_id="c-1"))
            while not arrived(emulator, merchant, "/v2/cancel"):
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            assert task.cancelled()
            attempt = attempt_behind(caught.value)
            assert (attempt.receipt_id, attempt.cancel_id, attempt.outcome) == (receipt_id, "c-1", "pending")
            assert [unresolved.id for unresolved in bootpay.attempts.unresolved()] == [attempt.id]
            while bootpay.attempts.unresolved()[0].outcome == "pending":
                await asyncio.sleep(0.01)
            assert bootpay.attempts.unresolved()[0].outcome == "done"
            assert (await bootpay.payments.get(receipt_id)).cancelled_price == 15_000
            assert bootpay.attempts.acknowledge(attempt.id) and not bootpay.attempts.acknowledge(attempt.id)
            assert bootpay.attempts.unresolved() == []

    asyncio.run(main())


@pytest.mark.parametrize("way", ["wait_for", "timeout", "TaskGroup"])
def test_a_deadline_of_asyncios_own(emulator: Emulator, merchant: dict[str, Any], receipt_id: str, way: str) -> None:
    if way != "wait_for" and sys.version_info < (3, 11):
        pytest.skip("asyncio has it since Python 3.11")

    async def main() -> None:
        bootpay = emulator.async_client(merchant)
        emulator.fault("/v2/cancel", kind="stall", seconds=1)
        call = bootpay.payments.cancel_full(receipt_id)
        with pytest.raises(asyncio.TimeoutError) as caught:
            if way == "wait_for":
                await asyncio.wait_for(call, 0.3)
            elif sys.version_info >= (3, 11):
                async with asyncio.timeout(0.3):
                    if way == "timeout":
                        await call
                    else:
                        async with asyncio.TaskGroup() as group:
                            group.create_task(call)
        (attempt,) = bootpay.attempts.unresolved()
        if way != "TaskGroup":  # Which forgets what its tasks raised.
            assert attempt.id == attempt_behind(caught.value.__cause__).id

    asyncio.run(main())


def test_a_payment_cancelled_before_it_left_did_not_happen(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str
) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            # A partial cancel reads first.
            emulator.fault("/v2/receipt", kind="stall", seconds=20)
            task = asyncio.create_task(bootpay.payments.cancel_partial(receipt_id, cancel_price=1, cancel_id="c"))
            while not arrived(emulator, merchant, "/v2/receipt"):
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            assert caught.value.__cause__ is None
            assert bootpay.attempts.unresolved() == []
            assert (await bootpay.payments.get(receipt_id)).cancelled_price == 0

    asyncio.run(main())


def test_a_payment_that_ends_while_it_is_cancelled(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            task = asyncio.create_task(bootpay.payments.cancel_full(receipt_id))
            await asyncio.sleep(0)
            time.sleep(0.5)  # The answer is there, and the loop has not seen it.
            task.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await task
            (attempt,) = bootpay.attempts.unresolved()
            assert (attempt.id, attempt.outcome) == (attempt_behind(caught.value).id, "done")

    asyncio.run(main())


def test_many_first_calls_ask_for_one_token(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    keys = {name: merchant[name] for name in ["application_id", "private_key"]}

    async def main() -> None:
        async with AsyncBootpay(base_url=emulator.url, **keys) as bootpay:
            receipts = await asyncio.gather(*(bootpay.payments.get(receipt_id) for _ in range(1000)))
            assert len(receipts) == 1000

    asyncio.run(main())
    paths = [request["path"] for request in emulator.requests()]
    assert paths.count("/v2/request/token") == 1
    assert len(paths) == 1001


def test_two_runs_share_a_client(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    bootpay = emulator.async_client(merchant)

    async def main() -> int:
        return (await bootpay.payments.get(receipt_id)).price

    assert [asyncio.run(main()), asyncio.run(main())] == [15_000, 15_000]


def test_the_bridge_goes_with_its_loop(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    bootpay = emulator.async_client(merchant)

    async def main() -> weakref.ref[Any]:
        await bootpay.payments.get(receipt_id)
        return weakref.ref(aio._bridges[asyncio.get_running_loop()])

    asyncio.run(main())
    gc.collect()
    before = len(os.listdir("/proc/self/fd")) if os.path.exists("/proc/self/fd") else 0
    bridges = [asyncio.run(main()) for _ in range(20)]
    gc.collect()
    assert [bridge() for bridge in bridges] == [None] * 20
    if before:
        assert len(os.listdir("/proc/self/fd")) <= before


def test_a_loop_that_goes_away_under_a_call(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    bootpay = emulator.async_client(merchant)
    emulator.fault("/v2/receipt", kind="stall", seconds=0.3)
    loop = asyncio.new_event_loop()
    task = loop.create_task(bootpay.payments.get(receipt_id))
    loop.run_until_complete(asyncio.sleep(0.05))
    task._log_destroy_pending = False  # type: ignore[attr-defined]
    loop.close()
    del task, loop
    gc.collect()
    time.sleep(0.4)
    assert asyncio.run(bootpay.payments.get(receipt_id)).price == 15_000


class Unwatching(asyncio.SelectorEventLoop):
    """A loop that watches no descriptors, as Windows' usual one."""

    def add_reader(self, *_: Any) -> Any:  # type: ignore[override]
        raise NotImplementedError


def test_a_loop_that_watches_no_descriptors(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            receipts = await asyncio.gather(*(bootpay.payments.get(receipt_id) for _ in range(200)))
            assert {receipt.price for receipt in receipts} == {15_000}
            emulator.fault("/v2/receipt", kind="stall", seconds=20)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(bootpay.payments.get(receipt_id), 0.3)
            emulator.fault("/v2/cancel", kind="stall", seconds=1)
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(bootpay.payments.cancel_full(receipt_id), 0.3)
            while bootpay.attempts.unresolved()[0].outcome == "pending":
                await asyncio.sleep(0.01)
            assert (await bootpay.payments.get(receipt_id)).cancelled_price == 15_000

    before = threading.active_count()
    for _ in range(3):
        loop = Unwatching()
        emulator.clear()
        try:
            loop.run_until_complete(main())
        finally:
            loop.close()
        receipt_id = emulator.pay(merchant=merchant["id"], order_id="o-1", price=15_000, state="paid")["receipt_id"]
    del loop
    gc.collect()
    deadline = time.monotonic() + 5
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert threading.active_count() == before, "a thread outlives its loop"


def test_a_process_ends_beside_a_loop_that_watches_no_descriptors(emulator: Emulator, receipt_id: str, merchant: dict[str, Any]) -> None:
    program = f"""
import asyncio
from bootpay_core import AsyncBootpay

class Loop(asyncio.SelectorEventLoop):
    def add_reader(self, *_):
        raise NotImplementedError

loop = Loop()
bootpay = AsyncBootpay(**{emulator.options(merchant)!r})
print(loop.run_until_complete(bootpay.payments.get({receipt_id!r})).price)
"""
    for _ in range(5):
        ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=20)
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "15000\n", "")


def test_a_timeout_of_the_call_itself(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    async def main() -> None:
        async with emulator.async_client(merchant) as bootpay:
            emulator.fault("/v2/receipt", kind="stall", seconds=20)
            with pytest.raises(UnavailableError):
                await bootpay.payments.get(receipt_id, timeout=0.2)

    asyncio.run(main())
