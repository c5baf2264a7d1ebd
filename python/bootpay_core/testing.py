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
import sysconfig
import urllib.error
import urllib.request
from datetime import datetime, timedelta
from types import TracebackType
from typing import Any

from . import AsyncBootpay, Bootpay

__all__ = ["Clock", "Emulator", "Project"]


def _installed() -> str | None:
    """Finds the program among the interpreter's scripts, so that its environment need not be activated."""
    for scheme in (sysconfig.get_default_scheme(), sysconfig.get_preferred_scheme("user")):
        # A path of its own, so that Windows' current folder is not searched; with its suffix, which `which` adds to
        # a path from Python 3.12 on.
        name = "bootpay-emulator.exe" if os.name == "nt" else "bootpay-emulator"
        found = shutil.which(os.path.join(sysconfig.get_path("scripts", scheme), name))
        if found:
            return found
    return None


class Emulator:
    """Runs an emulator of its own within a `with` block. The emulator's README describes its functions.

    Runs `program`, else the program that the environment variable `BOOTPAY_EMULATOR` names, else the one that
    `pip install bootpay-core[testing]` installed for this interpreter, else `bootpay-emulator` on the PATH, with the
    given arguments: `Emulator("--tls")`.

    Raises `FileNotFoundError` if there is none.
    """

    url: str
    """URL of the emulator."""
    ca: str | None
    """Certificate authority to trust (PEM), with `--tls`."""
    merchant: dict[str, Any]
    """The first merchant: `id`, `client_key`, `secret_key`, `application_id`, `private_key`."""

    def __init__(self, *arguments: str, program: str | os.PathLike[str] | None = None) -> None:
        found = program or os.environ.get("BOOTPAY_EMULATOR") or _installed() or shutil.which("bootpay-emulator")
        if not found:
            raise FileNotFoundError(
                'no bootpay-emulator: pip install "bootpay-core[testing]"; '
                "or pass program=, set BOOTPAY_EMULATOR, or put it on the PATH"
            )
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

    @property
    def clock(self) -> Clock:
        """The emulator's clock."""
        return Clock(self)

    def project(self, **fields: Any) -> Project:
        """Creates a project, of a new merchant unless `merchant` names one. Nothing is activated in it."""
        return Project(self, self.control("POST", "/emulator/projects", fields))

    @property
    def default_project(self) -> Project:
        """The first project, to which `merchant`'s keys belong; without a set-up file it takes every method."""
        return Project(self, self.control("GET", "/emulator/projects/default"))

    def activate(self, pg: str, method: str, **changes: Any) -> list[dict[str, Any]]:
        """`Project.activate` of the first project."""
        return self.default_project.activate(pg, method, **changes)

    def settlement(self) -> dict[str, Any]:
        """`Project.settlement` of the first project."""
        return self.default_project.settlement()

    def pg_ledger(self, pg: str) -> list[dict[str, Any]]:
        """`Project.pg_ledger` of the first project."""
        return self.default_project.pg_ledger(pg)

    def webhooks(self, merchant: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Returns the webhooks, oldest first, with each attempt to deliver them. Waits for those that are due."""
        return self._of("/emulator/webhooks", merchant)

    def export(self) -> str:
        """Returns the merchants and projects as a set-up file (TOML)."""
        text: str = self.control("GET", "/emulator/setup")["toml"]
        return text

    def set_up(self, toml: str) -> list[Project]:
        """Replaces everything, payments too, by the merchants and projects of a set-up file."""
        return [Project(self, project) for project in self.control("PUT", "/emulator/setup", {"toml": toml})["projects"]]

    def new_merchant(self, **fields: Any) -> dict[str, Any]:
        """Creates another merchant and returns it."""
        merchant: dict[str, Any] = self.control("POST", "/emulator/merchants", fields)
        return merchant

    def pay(self, **fields: Any) -> dict[str, Any]:
        """Makes a payment, by default one that waits for confirmation, and returns its receipt."""
        receipt: dict[str, Any] = self.control("POST", "/emulator/payments", fields)
        return receipt

    def fault(self, path: str, **fields: Any) -> None:
        """Injects a fault into the next response of this path: `fault("/v2/cancel", kind="stall", seconds=1)`."""
        self.control("POST", "/emulator/faults", {"path": path, **fields})

    def requests(self, merchant: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """Returns the requests that have arrived, oldest first."""
        return self._of("/emulator/requests", merchant)

    def clear(self) -> None:
        """Deletes the recorded requests and the faults."""
        self.control("DELETE", "/emulator/requests")
        self.control("DELETE", "/emulator/faults")

    def _of(self, path: str, merchant: dict[str, Any] | None) -> list[dict[str, Any]]:
        query = f"?merchant={merchant['id']}" if merchant else ""
        found: list[dict[str, Any]] = self.control("GET", path + query)
        return found


class Project(dict[str, Any]):
    """A project of an emulator: its fields with all keys, and what its merchant does in the console.

    Stands for a merchant in the emulator's functions: `emulator.client(project)`.
    """

    def __init__(self, emulator: Emulator, fields: dict[str, Any]) -> None:
        super().__init__(fields)
        self._emulator = emulator

    def activate(self, pg: str, method: str, **changes: Any) -> list[dict[str, Any]]:
        """Activates a method at a PG, in test mode at first: `activate("kcp", "card", live=True, settings={…})`.

        `active=False` switches it off. Returns the warnings.
        """
        changed = self._control("PUT", "/methods", {"pg": pg, "method": method, **changes})
        self["methods"] = changed["methods"]
        warnings: list[dict[str, Any]] = changed["warnings"]
        return warnings

    def register(self, pg: str, **addresses: bool) -> None:
        """Registers Bootpay in a PG's own console: `register("kcp", cancel_address=True, deposit_url=True)`."""
        self["registrations"] = self._control("PUT", "/registrations", {"pg": pg, **addresses})["registrations"]

    def change(self, **fields: Any) -> None:
        """Changes fields of the project: `change(allowed_addresses=["127.0.0.1"])`."""
        self.update(self._control("PATCH", "", fields))

    def webhooks(self) -> list[dict[str, Any]]:
        """Returns the webhooks of the project, oldest first. Waits for those that are due."""
        return self._emulator.webhooks(self)

    def settlement(self) -> dict[str, Any]:
        """Returns the settlement report: `days`, `rows`, and the tests that are `excluded`."""
        report: dict[str, Any] = self._control("GET", "/settlement")
        return report

    def pg_ledger(self, pg: str) -> list[dict[str, Any]]:
        """Returns what the PG itself shows of the project's payments, oldest first."""
        rows: list[dict[str, Any]] = self._control("GET", f"/ledgers/{pg}")
        return rows

    def export(self) -> dict[str, Any]:
        """Returns the project as `setup.readiness` of a client takes it."""
        project: dict[str, Any] = self._control("GET", "/export")
        return project

    def readiness(self) -> list[dict[str, Any]]:
        """Returns what is missing before the project goes live: the items of `setup.readiness`."""
        missing: list[dict[str, Any]] = self._control("GET", "/readiness")
        return missing

    def _control(self, method: str, path: str, body: Any = None) -> Any:
        return self._emulator.control(method, f"/emulator/projects/{self['id']}{path}", body)


class Clock:
    """The clock of an emulator. Everything with a time follows it: expiries, reservations, tokens, webhooks."""

    def __init__(self, emulator: Emulator) -> None:
        self._emulator = emulator

    def now(self) -> datetime:
        """Returns the emulator's time."""
        return datetime.fromisoformat(self._emulator.control("GET", "/emulator/clock")["now"])

    def advance(self, *, days: float = 0, hours: float = 0, minutes: float = 0, seconds: float = 0) -> None:
        """Moves the clock forward, in whole seconds. All that is due meanwhile happens, in order."""
        moved = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
        self._set(advance_seconds=round(moved.total_seconds()))

    def stop(self) -> None:
        """Has the clock stand still; `advance` still moves it."""
        self._set(mode="manual")

    def run(self) -> None:
        """Has the clock run with real time."""
        self._set(mode="real")

    def _set(self, **change: Any) -> None:
        self._emulator.control("POST", "/emulator/clock", change)
