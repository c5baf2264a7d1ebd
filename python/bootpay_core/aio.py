"""One half of the bridge to asyncio. Imported by the first call of an `AsyncBootpay`: asyncio is slow to import."""

from __future__ import annotations

import asyncio
import itertools
import selectors
import threading
import weakref
from typing import Any, Protocol, TypeVar

from .errors import BootpayError, OutcomeUnknownError

T = TypeVar("T")


_Ended = list[tuple[int, Any, BootpayError | None]]


class _Running(Protocol):
    def cancel(self) -> OutcomeUnknownError | None: ...


class _Completions(Protocol):
    def fileno(self) -> int: ...
    def drain(self) -> _Ended: ...
    def wake(self) -> None: ...


class _Call(Protocol):
    def completions(self) -> _Completions: ...
    def start(self, number: int, completions: _Completions) -> _Running: ...


class _Bridge:
    """The calls of one event loop. Clients' threads fill its queue; the loop empties it, when a byte says so."""

    def __init__(self, loop: asyncio.AbstractEventLoop, completions: _Completions) -> None:
        self.completions = completions
        self.numbers = itertools.count()
        self.futures: dict[int, asyncio.Future[Any]] = {}
        try:
            loop.add_reader(completions.fileno(), self.drain)
        except NotImplementedError:
            # Windows' usual loop watches no descriptors: a thread does.
            gone = threading.Event()
            weakref.finalize(loop, _stop, gone, completions).atexit = False
            watched = (weakref.ref(loop), weakref.ref(self), completions, gone)
            threading.Thread(target=_watch, args=watched, name="bootpay", daemon=True).start()

    def drain(self) -> None:
        self.deliver(self.completions.drain())

    def deliver(self, ended: _Ended) -> None:
        for number, reply, error in ended:
            future = self.futures.pop(number, None)
            if future is None or future.done():
                continue
            if error is None:
                future.set_result(reply)
            else:
                future.set_exception(error)


def _watch(
    loop: weakref.ref[asyncio.AbstractEventLoop], bridge: weakref.ref[_Bridge], completions: _Completions, gone: threading.Event
) -> None:
    """Takes ended calls to a loop that cannot be told of them otherwise, until it is gone."""
    with selectors.DefaultSelector() as selector:
        selector.register(completions.fileno(), selectors.EVENT_READ)
        while not gone.is_set():
            selector.select()
            ended = completions.drain()
            its_loop, its_bridge = loop(), bridge()
            if its_loop is None or its_bridge is None:
                return
            try:
                its_loop.call_soon_threadsafe(its_bridge.deliver, ended)
            except RuntimeError:  # It is closed.
                return
            del its_loop, its_bridge


def _stop(gone: threading.Event, completions: _Completions) -> None:
    gone.set()
    completions.wake()


# The bridge of a loop goes with it.
_bridges: weakref.WeakKeyDictionary[asyncio.AbstractEventLoop, _Bridge] = weakref.WeakKeyDictionary()


async def run(call: _Call) -> Any:
    """Makes a call that core has prepared."""
    loop = asyncio.get_running_loop()
    bridge = _bridges.get(loop)
    if bridge is None:
        bridge = _bridges[loop] = _Bridge(loop, call.completions())
    number = next(bridge.numbers)
    future = bridge.futures[number] = loop.create_future()
    try:
        running = call.start(number, bridge.completions)
        try:
            return await future
        except (asyncio.CancelledError, GeneratorExit) as leaving:
            unknown = running.cancel()
            if unknown is None:
                raise
            # Not as a subclass: before Python 3.13 asyncio.timeout looks for CancelledError itself.
            raise leaving from unknown
    finally:
        bridge.futures.pop(number, None)
        if future.done() and not future.cancelled():
            future.exception()  # Or asyncio complains that nobody asked for it.


async def ready(value: T) -> T:
    """Returns a value that is ready."""
    return value
