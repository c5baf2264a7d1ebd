"""Both clients, called by name in the same way."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from typing import Any, Protocol, TypeVar

from bootpay_core import AsyncBootpay, Attempt, Bootpay

T = TypeVar("T")


def method(bootpay: Bootpay | AsyncBootpay, name: str) -> Any:
    """The method of a call by its name in the table, `payments.get`."""
    resource, function = name.split(".")
    return getattr(getattr(bootpay, resource), function)


class Client(Protocol):
    def call(self, name: str, /, *args: Any, **kwargs: Any) -> Any: ...
    def unresolved(self) -> list[Attempt]: ...


class Sync:
    def __init__(self, **options: Any) -> None:
        self.bootpay = Bootpay(**options)

    def call(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        return method(self.bootpay, name)(*args, **kwargs)

    def unresolved(self) -> list[Attempt]:
        return self.bootpay.attempts.unresolved()


class Asyncio:
    def __init__(self, **options: Any) -> None:
        self.bootpay = AsyncBootpay(**options)
        self.loop = asyncio.new_event_loop()

    def call(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        called: Coroutine[Any, Any, Any] | object = method(self.bootpay, name)(*args, **kwargs)
        return self.loop.run_until_complete(called) if isinstance(called, Coroutine) else called

    def unresolved(self) -> list[Attempt]:
        return self.bootpay.attempts.unresolved()

    def __del__(self) -> None:
        if hasattr(self, "loop"):
            self.loop.close()


CLIENTS: list[type[Sync] | type[Asyncio]] = [Sync, Asyncio]
