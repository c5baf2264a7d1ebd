"""A local Bootpay for tests: runs the program `bootpay-emulator`.

>>> with Emulator() as emulator:
...     payment = emulator.pay(price=15_000)
...     with emulator.client() as bootpay:
...         bootpay.payments.confirm(payment["receipt_id"], order_id=payment["order_id"], price=15_000)
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import urllib.error
import urllib.request
from types import TracebackType
from typing import Any

from . import AsyncBootpay, Bootpay

__all__ = ["Emulator"]


class Emulator:
    """Runs an emulator of its own within a `with` block. The emulator's README describes its functions.

    Runs `program`, else the program that the environment variable `BOOTPAY_EMULATOR` names, else
    `bootpay-emulator` on the PATH, with the given arguments: `Emulator("--tls")`.
    """

    url: str
    """URL of the emulator."""
    ca: str | None
    """Certificate authority to trust (PEM), with `--tls`."""
    merchant: dict[str, Any]
    """The first merchant: `id`, `client_key`, `secret_key`, `application_id`, `private_key`."""

    def __init__(self, *arguments: str, program: str | os.PathLike[str] | None = None) -> None:
        found = program or os.environ.get("BOOTPAY_EMULATOR") or shutil.which("bootpay-emulator")
        if not found:
            raise FileNotFoundError("no bootpay-emulator: pass program=, set BOOTPAY_EMULATOR, or put it on the PATH")
        self._command = [os.fspath(found), "--port", "0", "--stop-with-stdin", *arguments]

    def __enter__(self) -> Emulator:
        self._process = subprocess.Popen(self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._command[0]} ended immediately, with {self._process.wait()}")
        start = json.loads(line)
        self.url, self.ca, self.merchant = start["url"], start["ca"], start["merchant"]
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc_value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    def options(self, merchant: dict[str, Any] | None = None, **options: Any) -> dict[str, Any]:
        """Returns the options of a client of this emulator: URL, trust, the merchant's key pair and mode."""
        merchant = merchant or self.merchant
        made: dict[str, Any] = {"base_url": self.url, "ca_certificates": self.ca, "mode": merchant.get("mode")}
        if not options.keys() & {"application_id", "private_key"}:
            made |= {name: merchant[name] for name in ("client_key", "secret_key")}
        return made | options

    def client(self, merchant: dict[str, Any] | None = None, **options: Any) -> Bootpay:
        """Returns a client of this emulator."""
        return Bootpay(**self.options(merchant, **options))

    def async_client(self, merchant: dict[str, Any] | None = None, **options: Any) -> AsyncBootpay:
        """Returns an asyncio client of this emulator."""
        return AsyncBootpay(**self.options(merchant, **options))

    def control(self, method: str, path: str, body: Any = None) -> Any:
        """Sends a request to the emulator's controls and returns its response."""
        # The controls take JSON only, without a body too.
        request = urllib.request.Request(self.url + path, method=method, headers={"content-type": "application/json"})
        if body is not None:
            request.data = json.dumps(body).encode()
        context = None
        if self.ca:
            import ssl

            context = ssl.create_default_context(cadata=self.ca)
        # Not through a proxy: the emulator is on this machine.
        handlers: list[urllib.request.BaseHandler] = [urllib.request.ProxyHandler({})]
        if context:
            handlers.append(urllib.request.HTTPSHandler(context=context))
        try:
            with urllib.request.build_opener(*handlers).open(request) as reply:
                return json.load(reply)
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{method} {path}: {error.read().decode(errors='replace')}") from None

    def new_merchant(self, **fields: Any) -> dict[str, Any]:
        """Creates another merchant and returns it."""
        merchant: dict[str, Any] = self.control("POST", "/emulator/merchants", fields)
        return merchant

    def pay(self, **fields: Any) -> dict[str, Any]:
        """Makes a payment, by default one that waits for confirmation, and returns its receipt."""
        receipt: dict[str, Any] = self.control("POST", "/emulator/payments", fields)
        return receipt

    def advance(self, seconds: float) -> None:
        """Advances the emulator's clock by seconds."""
        self.control("POST", "/emulator/clock", {"advance_seconds": seconds})

    def fault(self, path: str, **fields: Any) -> None:
        """Injects a fault into the next response of this path: `fault("/v2/cancel", kind="stall", seconds=1)`."""
        self.control("POST", "/emulator/faults", {"path": path, **fields})

    def requests(self, merchant: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Returns the requests that have arrived, oldest first."""
        query = f"?merchant={merchant['id']}" if merchant else ""
        requests: list[dict[str, Any]] = self.control("GET", f"/emulator/requests{query}")
        return requests

    def clear(self) -> None:
        """Deletes the recorded requests and the faults."""
        self.control("DELETE", "/emulator/requests")
        self.control("DELETE", "/emulator/faults")
