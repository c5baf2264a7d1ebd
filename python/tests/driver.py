"""Clients for ../../tests/chaos, which says what each line means: `python -m tests.driver sync|asyncio`."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Lock, Thread
from typing import Any

from bootpay_core import AsyncBootpay, Bootpay, BootpayError

from .arguments import arguments
from .clients import method
from .replies import at

writing = Lock()


def say(line: dict[str, Any]) -> None:
    with writing:
        print(json.dumps(line, default=datetime.isoformat), flush=True)


def read(value: Any, paths: list[str]) -> Any:
    """What is at each of the paths; of a list, in each of its items."""
    if isinstance(value, list):
        return [read(item, paths) for item in value]
    return {path: at(value, path) for path in paths}


class Clients:
    """What both kinds of clients do in the same way."""

    def __init__(self, kind: Callable[..., Any]) -> None:
        self.kind = kind
        self.open: dict[str, Any] = {}

    def tell(self, line: dict[str, Any]) -> Any:
        match line["do"]:
            case "open":
                self.open[line["client"]] = self.kind(**line["credentials"], **line["options"])
                return None
            case "unresolved":
                return read(self.open[line["client"]].attempts.unresolved(), line["read"])
            case "acknowledge":
                return self.open[line["client"]].attempts.acknowledge(line["attempt"])
            case other:
                raise ValueError(other)

    def call(self, line: dict[str, Any]) -> Any:
        """What the call is for the client: a reply, or a coroutine of it."""
        bootpay = self.open[line["client"]]
        given = arguments(bootpay, line["call"], line["with"])
        return method(bootpay, line["call"])(**given, timeout=line["timeout"])


def answer(line: dict[str, Any], answered: dict[str, Any]) -> None:
    say({"id": line["id"], **answered})


def sync() -> None:
    """Each call in a thread, in which it cannot be given up."""
    clients = Clients(Bootpay)

    def take(line: dict[str, Any]) -> None:
        try:
            if line["do"] == "call":
                answer(line, {"returned": read(clients.call(line), line["read"])})
            else:
                answer(line, {"returned": clients.tell(line)})
        except BootpayError as error:
            answer(line, {"failed": read(error, line["fails"])})
        except BaseException as error:
            answer(line, {"broken": repr(error)})

    with ThreadPoolExecutor(1000) as threads:
        say({"language": "Python", "cancels": False})
        for line in sys.stdin:
            threads.submit(take, json.loads(line))


async def aio() -> None:
    """Each call in a task, which is cancelled, or waited for so long."""
    clients = Clients(AsyncBootpay)
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    tasks = set()

    async def make(line: dict[str, Any]) -> Any:
        call, cancel = clients.call(line), line["cancel"]
        if cancel is None:
            return await call
        if line["id"] % 2 == 0:
            return await asyncio.wait_for(call, cancel)
        task = asyncio.create_task(call)
        loop.call_later(cancel, task.cancel)
        return await task

    async def take(line: dict[str, Any]) -> None:
        try:
            if line["do"] == "call":
                answer(line, {"returned": read(await make(line), line["read"])})
            else:
                answer(line, {"returned": clients.tell(line)})
        except BootpayError as error:
            answer(line, {"failed": read(error, line["fails"])})
        except (asyncio.CancelledError, asyncio.TimeoutError):
            answer(line, {"cancelled": True})
        except BaseException as error:
            answer(line, {"broken": repr(error)})

    def begin(line: dict[str, Any]) -> None:
        task = asyncio.create_task(take(line))
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    def listen() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(begin, json.loads(line))
        loop.call_soon_threadsafe(ended.set)

    say({"language": "Python's asyncio", "cancels": True})
    Thread(target=listen, daemon=True).start()
    await ended.wait()


if __name__ == "__main__":
    if sys.argv[1] == "sync":
        sync()
    else:
        asyncio.run(aio())
