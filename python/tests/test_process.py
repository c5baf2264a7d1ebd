"""Processes: how they begin, fork, are interrupted, and end."""

from __future__ import annotations

import concurrent.futures
import json
import multiprocessing
import os
import pickle
import signal
import subprocess
import sys
import threading
import time
from typing import Any

import pytest

from bootpay_core import Bootpay
from bootpay_core.testing import Emulator

from .arrivals import arrived
from .processes import script

# `make test EXIT_RUNS=200` for the figure in the notes.
EXIT_RUNS = int(os.environ.get("EXIT_RUNS", "20"))

SHORT_SCRIPT = """
import asyncio, json, os
from bootpay_core import AsyncBootpay

async def main():
    bootpay = AsyncBootpay(**json.loads(os.environ["OPTIONS"]))
    receipts = await asyncio.gather(*(bootpay.payments.get(os.environ["RECEIPT"]) for _ in range(50)))
    assert len(receipts) == 50

asyncio.run(main())
"""


@pytest.mark.parametrize("way", ["gather", "one by one", "with"])
def test_a_short_script_ends_well(emulator: Emulator, merchant: dict[str, Any], receipt_id: str, way: str) -> None:
    code = SHORT_SCRIPT
    if way == "one by one":
        code = code.replace("asyncio.gather(*(", "one_by_one((") + ""
        code = code.replace("async def main", "async def one_by_one(calls):\n    return [await c for c in calls]\n\nasync def main")
    if way == "with":
        code = code.replace("    bootpay = Async", "    async with Async").replace('"]))\n', '"])) as bootpay:\n', 1)
        code = code.replace("    receipts", "        receipts").replace("    assert", "        assert")
    failures = []
    for _ in range(EXIT_RUNS):
        process = script(code, emulator.options(merchant), receipt_id)
        _, complaint = process.communicate(timeout=30)
        if process.returncode != 0 or complaint:
            failures.append((process.returncode, complaint))
    assert failures == []


def test_a_process_does_not_end_under_a_payment(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    code = SHORT_SCRIPT.replace(
        "    receipts", "    asyncio.create_task(bootpay.payments.cancel_full(os.environ['RECEIPT']))\n"
        "    await asyncio.sleep(0.3)\n    return\n    receipts",
    )
    emulator.fault("/v2/cancel", kind="stall", seconds=1)
    process = script(code, emulator.options(merchant), receipt_id)
    _, complaint = process.communicate(timeout=30)
    assert (process.returncode, complaint) == (0, "")
    request = emulator.requests(merchant)[-1]
    assert (request["path"], request["status"]) == ("/v2/cancel", 200)


def test_a_payment_is_waited_for_before_the_interpreter_ends(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str
) -> None:
    # Registered earlier than the package's own, and so called later: the interpreter is still whole.
    code = "import atexit, time\natexit.register(lambda: print(time.time() - left))\n" + SHORT_SCRIPT.replace(
        "    receipts", "    asyncio.create_task(bootpay.payments.cancel_full(os.environ['RECEIPT']))\n"
        "    await asyncio.sleep(0.3)\n    return\n    receipts",
    ) + "left = time.time()\n"
    emulator.fault("/v2/cancel", kind="stall", seconds=2)
    output, complaint = script(code, emulator.options(merchant), receipt_id).communicate(timeout=30)
    assert complaint == ""
    assert float(output) > 1


def test_a_daemon_thread_in_a_call_does_not_hurt_the_end(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str
) -> None:
    code = """
import json, os, threading, time
from bootpay_core import Bootpay
bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
def loop():
    while True:
        bootpay.payments.get(os.environ["RECEIPT"])
for _ in range(4):
    threading.Thread(target=loop, daemon=True).start()
time.sleep(0.2)
"""
    for _ in range(EXIT_RUNS):
        process = script(code, emulator.options(merchant), receipt_id)
        _, complaint = process.communicate(timeout=30)
        assert (process.returncode, complaint) == (0, "")


def first_call(client: Bootpay, receipt_id: str) -> float:
    start = time.monotonic()
    assert client.payments.get(receipt_id).price == 15_000
    return time.monotonic() - start


def test_a_forked_child_can_call(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    client = emulator.client(merchant)
    first_call(client, receipt_id)
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.write(writing, str(first_call(client, receipt_id)).encode())
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        taken = float(pipe.read())
    assert os.waitpid(child, 0)[1] == 0
    print(f"first call after os.fork: {taken * 1000:.1f} ms")
    assert taken < 1
    first_call(client, receipt_id)


def in_child(client: Bootpay, receipt_id: str, results: Any) -> None:
    results.put(first_call(client, receipt_id))


def test_children_of_multiprocessing_can_call(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    client = emulator.client(merchant)
    first_call(client, receipt_id)
    # Others call while the parent forks, as in a server with threads.
    stop = threading.Event()
    busy = [threading.Thread(target=lambda: [first_call(client, receipt_id) for _ in iter(stop.is_set, True)]) for _ in range(2)]
    for thread in busy:
        thread.start()
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    children = [context.Process(target=in_child, args=(client, receipt_id, results)) for _ in range(8)]
    for child in children:
        child.start()
    taken = [results.get(timeout=20) for _ in children]
    for child in children:
        child.join(20)
    stop.set()
    for thread in busy:
        thread.join()
    print(f"first calls after a fork: {[f'{seconds * 1000:.1f} ms' for seconds in sorted(taken)]}")
    assert [child.exitcode for child in children] == [0] * 8
    assert max(taken) < 1


INTERRUPTED = """
import json, os, sys
from bootpay_core import Bootpay
bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
try:
    bootpay.payments.CALL(os.environ["RECEIPT"])
except KeyboardInterrupt:
    print(json.dumps([attempt.outcome for attempt in bootpay.attempts.unresolved()]))
"""


@pytest.mark.parametrize(("call", "path", "unresolved"), [("get", "/v2/receipt", []), ("cancel_full", "/v2/cancel", ["pending"])])
def test_an_interrupt_ends_the_wait(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str, call: str, path: str, unresolved: list[str]
) -> None:
    emulator.fault(path, kind="stall", seconds=3)
    process = script(INTERRUPTED.replace("CALL", call), emulator.options(merchant), receipt_id)
    while not arrived(emulator, merchant, path):
        time.sleep(0.01)
    start = time.monotonic()
    process.send_signal(signal.SIGINT)
    output, complaint = process.communicate(timeout=30)
    taken = time.monotonic() - start
    assert (process.returncode, complaint, json.loads(output)) == (0, "", unresolved)
    # The payment is waited for, the read is not.
    assert taken < 2 if call == "get" else taken > 2


def test_what_is_imported_with_it() -> None:
    """A budget of the time to import that does not depend on the clock: asyncio alone takes longer than all of it."""
    code = "import sys; before = set(sys.modules); import bootpay_core; print(sorted(set(sys.modules) - before))"
    output = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, env={**os.environ, "PYTHONPATH": os.path.dirname(os.path.dirname(__file__))})
    # `atexit` is built in.
    expected = ["__future__", "atexit", "bootpay_core", "bootpay_core._bootpay_core", "bootpay_core._classes", "bootpay_core.errors"]
    assert (output.stdout.strip(), output.stderr) == (str(expected), "")


def test_threads_share_a_client(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    prices: list[int] = []
    with emulator.client(merchant) as bootpay:
        threads = [
            threading.Thread(target=lambda: prices.append(bootpay.payments.get(receipt_id).price)) for _ in range(50)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert prices == [15_000] * 50


FORKED_UNDER_A_CALL = """
import json, os, sys, threading, time
from bootpay_core import Bootpay
bootpay = Bootpay(**json.loads(os.environ["OPTIONS"]))
answers = []
buyer = threading.Thread(target=lambda: answers.append(bootpay.payments.cancel_full(os.environ["RECEIPT"]).cancelled_price))
buyer.start()
while not bootpay.attempts.unresolved():
    time.sleep(0.001)
child = os.fork()
if child == 0:
    # The parent's call is not this process's.
    assert bootpay.attempts.unresolved() == []
    assert bootpay.payments.get(os.environ["RECEIPT"]).price == 15_000
    sys.exit(7)
begun = time.monotonic()
status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
waited = time.monotonic() - begun
buyer.join()
print(json.dumps([status, waited < 1.5, answers, bootpay.attempts.unresolved()]))
"""


def test_a_fork_during_another_threads_call(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    emulator.fault("/v2/cancel", kind="stall", seconds=3)
    output, complaint = script(FORKED_UNDER_A_CALL, emulator.options(merchant), receipt_id).communicate(timeout=30)
    # The child neither hangs nor waits for what its parent does, whose call ends well.
    assert (output and json.loads(output), complaint) == ([7, True, [15_000], []], "")


own_client: Bootpay


def make_own_client(options: dict[str, Any]) -> None:
    global own_client
    own_client = Bootpay(**options)


def price_of(receipt_id: str) -> int:
    return own_client.payments.get(receipt_id).price


@pytest.mark.parametrize("way", ["fork", "spawn", "forkserver"])
def test_pools_of_processes(emulator: Emulator, merchant: dict[str, Any], receipt_id: str, way: str) -> None:
    make_own_client(emulator.options(merchant))
    assert price_of(receipt_id) == 15_000
    context = multiprocessing.get_context(way)
    arguments = (emulator.options(merchant),)
    with concurrent.futures.ProcessPoolExecutor(2, context, make_own_client, arguments) as pool:
        assert list(pool.map(price_of, [receipt_id] * 4)) == [15_000] * 4


def test_a_client_is_not_pickled(emulator: Emulator, merchant: dict[str, Any]) -> None:
    for client in (emulator.client(merchant), emulator.client(merchant).payments, emulator.async_client(merchant)):
        with pytest.raises(TypeError, match="pickle"):
            pickle.dumps(client)


def test_no_thread_starts_before_the_first_call(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    code = """
import asyncio, json, os
threads = lambda: len(os.listdir("/proc/self/task"))
counted = [threads()]
from bootpay_core import AsyncBootpay, Bootpay
counted.append(threads())
options = json.loads(os.environ["OPTIONS"])
bootpay, other = Bootpay(**options), AsyncBootpay(**options)
payments = bootpay.payments, other.payments
counted.append(threads())
print(json.dumps([counted, bootpay.attempts.unresolved(), bootpay.payments.get(os.environ["RECEIPT"]).price, threads()]))
"""
    if not os.path.exists("/proc/self/task"):
        pytest.skip("threads are counted in /proc")
    output, complaint = script(code, emulator.options(merchant), receipt_id).communicate(timeout=30)
    assert (output and json.loads(output), complaint) == ([[1, 1, 1], [], 15_000, 2], "")


def test_a_subinterpreter_is_refused() -> None:
    code = """
try:
    import _interpreters as interpreters
except ImportError:
    import _xxsubinterpreters as interpreters
BEFORE
interpreters.run_string(interpreters.create(), '''
try:
    import bootpay_core
except ImportError as error:
    print(error)
''')
"""
    for before in ("", "import bootpay_core"):
        run = [sys.executable, "-c", code.replace("BEFORE", before)]
        output = subprocess.run(run, capture_output=True, text=True, cwd=os.path.dirname(os.path.dirname(__file__)))
        assert "does not support loading in subinterpreters" in output.stdout, output
