"""Requests on their way: a test that acts while one is open waits for its own, not for the token's."""

from __future__ import annotations

from typing import Any

from bootpay_core.testing import Emulator


def arrived(emulator: Emulator, merchant: dict[str, Any], path: str) -> bool:
    """Returns true if a request of this path, or of one below it, has reached the emulator."""
    return any(request["path"].startswith(path) for request in emulator.requests(merchant))
