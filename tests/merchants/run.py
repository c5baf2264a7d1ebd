"""Lets a merchant's server take payments whose webhooks are lost, doubled, reordered and forged, and compares its
records with the emulator's.

    python run.py PAYMENTS [SEED] -- SERVER…

The server is started as `SERVER… FOLDER PORT`, with its settings as JSON in SHOP. It takes `POST /orders`,
`POST /webhook`, `GET /result` (the page of the buyer), `POST /reconcile`, and shows its `GET /records`.
"""

from __future__ import annotations

import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from bootpay_core.testing import Emulator

FAULTS = ("lost", "response_lost", "duplicated", "reordered", "never_sent")
FORGERIES = ("unknown", "early", "swapped", "wrong_key", "forwarded", "no_webhook")
FAILING = 0.05
KILLED = 9


class Server:
    """The merchant's server, which is started again where it dies."""

    def __init__(self, program: list[str], folder: Path, options: dict[str, Any], seed: int) -> None:
        self._program = program
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.starts = 0
        self._folder, self._options, self._seed = folder, options, seed
        self._log = (folder / "log").open("ab")
        self.start()

    def start(self) -> None:
        settings = {"options": self._options, "failing": FAILING, "seed": self._seed + self.starts}
        environment = {**os.environ, "SHOP": json.dumps(settings)}
        command = [*self._program, os.fspath(self._folder), str(self.port)]
        self._process = subprocess.Popen(command, env=environment, stdout=self._log, stderr=self._log)
        self.starts += 1
        for _ in range(600):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return
            except OSError:
                if self._process.poll() is not None:
                    break
                time.sleep(0.05)
        raise SystemExit((self._folder / "log").read_text())

    def died(self) -> None:
        """Waits for the end of a process that was to die, and starts another."""
        status = self._process.wait(30)
        assert status == KILLED, f"it ended with {status}: {(self._folder / 'log').read_text()}"
        self.start()

    def kill(self) -> None:
        self._process.send_signal(signal.SIGKILL)
        self._process.wait()

    def stop(self) -> None:
        self.kill()
        self._log.close()

    def records(self) -> dict[str, Any]:
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(self.url + "/records") as response:
            records: dict[str, Any] = json.load(response)
        return records

    def ask(self, path: str, body: bytes | None = None, headers: dict[str, str] | None = None) -> int | None:
        """The status of a response; None where there was none."""
        request = urllib.request.Request(self.url + path, data=body, headers=headers or {})
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request, timeout=60) as response:
                status: int = response.status
                return status
        except urllib.error.HTTPError as error:
            return error.code
        except OSError:
            return None

    def page(self, order_id: str, receipt_id: str, **more: str) -> int | None:
        return self.ask("/result?" + urlencode({"order_id": order_id, "receipt_id": receipt_id, **more}))


class Run:
    def __init__(self, emulator: Emulator, server: Server, seed: int) -> None:
        self.emulator, self.server, self.random = emulator, server, random.Random(seed)
        self.counts: Counter[str] = Counter()
        self.paid: dict[str, str] = {}
        """Receipt ids of orders that were paid."""
        self.abandoned: list[tuple[str, str]] = []
        """Orders that nobody paid, with their receipt ids."""

    def chance(self, share: float) -> bool:
        return self.random.random() < share

    def platform(self) -> dict[str, str]:
        """On web pages, both generations of webhooks report a payment; in apps, the second one alone."""
        return {"platform": self.random.choice(("web", "android"))}

    def fault(self) -> None:
        """Something that may happen to the next webhook."""
        if self.chance(0.3):
            kind = self.random.choice(FAULTS)
            self.emulator.control("POST", "/emulator/webhooks/faults", {"kind": kind})
            self.counts[kind] += 1

    def payment(self, number: int) -> None:
        order_id, price = f"o-{number}", self.random.randrange(1, 200) * 100
        assert self.server.ask("/orders", json.dumps({"order_id": order_id, "price": price}).encode()) == 200
        self.fault()
        if self.chance(0.1):
            self.abandon(order_id, price)
            return
        way = self.random.choices(("confirmed", "window", "account"), (6, 2, 2))[0]
        receipt_id = getattr(self, way)(order_id, price)
        self.paid[order_id] = receipt_id
        if self.chance(0.25):
            self.refund(receipt_id, price)

    def abandon(self, order_id: str, price: int) -> None:
        """A buyer who does not pay."""
        state = self.random.choice(("ready", "waiting_confirm", "failed", "expired"))
        extra = {"enable_error_webhook": True, "common_event_webhook": True}
        payment = self.emulator.pay(order_id=order_id, price=price, state=state, extra=extra)
        self.abandoned.append((order_id, payment["receipt_id"]))
        if state != "waiting_confirm":
            assert self.server.page(order_id, payment["receipt_id"]) == 409
        self.forge("early", order_id, payment["receipt_id"], price)

    def confirmed(self, order_id: str, price: int) -> str:
        """A payment that the page of the buyer confirms."""
        receipt_id = str(self.emulator.pay(order_id=order_id, price=price, **self.platform())["receipt_id"])
        if self.chance(0.1):
            self.forge(self.random.choice(FORGERIES), order_id, receipt_id, price)
        if self.chance(0.12):
            # It dies between the confirmation and the shipment, and the buyer may come again or not.
            assert self.server.page(order_id, receipt_id, die="1") is None
            self.server.died()
            self.counts["killed"] += 1
            if self.chance(0.5):
                return receipt_id
        self.load(order_id, receipt_id)
        return receipt_id

    def window(self, order_id: str, price: int) -> str:
        """A payment that is paid when the window closes; not every buyer returns to the page."""
        receipt_id = str(self.emulator.pay(order_id=order_id, price=price, state="paid", **self.platform())["receipt_id"])
        if self.chance(0.3):
            self.forge(self.random.choice(FORGERIES), order_id, receipt_id, price)
        if self.chance(0.5):
            self.load(order_id, receipt_id)
        return receipt_id

    def account(self, order_id: str, price: int) -> str:
        """A deposit into a virtual account: only the webhook tells."""
        made = self.emulator.pay(order_id=order_id, price=price, method="vbank", state="vbank_issued", **self.platform())
        receipt_id = str(made["receipt_id"])
        if self.chance(0.3):
            self.forge("early", order_id, receipt_id, price)
        self.fault()
        self.emulator.control("POST", f"/emulator/payments/{receipt_id}/buyer", {"action": "deposit"})
        return receipt_id

    def load(self, order_id: str, receipt_id: str) -> None:
        """The page of the buyer, who loads it again."""
        loads = [threading.Thread(target=self.server.page, args=(order_id, receipt_id)) for _ in range(self.random.randint(1, 3))]
        for load in loads:
            load.start()
        for load in loads:
            load.join()
        self.counts["reloaded"] += len(loads) - 1

    def refund(self, receipt_id: str, price: int) -> None:
        """The merchant refunds in the console: all, or in parts."""
        path = f"/emulator/payments/{receipt_id}/cancel"
        parts = self.random.choice(([None], [price // 4], [price // 4, price // 4], [price // 2, None]))
        for part in parts:
            if part is None or part > 0:
                self.fault()
                self.emulator.control("POST", path, {} if part is None else {"cancel_price": part})
                self.counts["refunds"] += 1

    def forge(self, kind: str, order_id: str, receipt_id: str, price: int) -> None:
        """A webhook that nobody at Bootpay sent."""
        body = {
            "receipt_id": receipt_id, "order_id": order_id, "price": price, "cancelled_price": 0, "status": 1,
            "webhook_type": "PAYMENT_COMPLETED",
        }
        headers = {"content-type": "application/json"}
        if kind == "unknown":
            body["receipt_id"] = "0" * 24
        elif kind == "swapped" and self.paid:
            # Another order's payment, which is paid.
            order, body["receipt_id"] = self.random.choice(list(self.paid.items()))
            if order == order_id:
                return
        elif kind == "wrong_key":
            body["private_key"] = "forged-" + "0" * 37
            headers["content-type"] = "application/x-www-form-urlencoded"
        elif kind == "forwarded":
            headers["x-forwarded-for"] = "223.130.82.4, 203.0.113.9"
        form = headers["content-type"] != "application/json"
        data = urlencode(body) if form else json.dumps(body)
        if kind == "no_webhook":
            data = self.random.choice(["", "[]", "{", "x" * 2_000_000, json.dumps({"receipt_id": {"$ne": 1}})])
        status = self.server.ask("/webhook", data.encode(), headers)
        allowed: dict[str, set[int | None]] = {"wrong_key": {403}, "forwarded": {403}, "no_webhook": {400, 413, None}}
        assert status in allowed.get(kind, {200, 500, 503}), f"a forgery ({kind}) was answered with {status}"
        self.counts["forged"] += 1

    def settle(self) -> None:
        """Lets all resends arrive. A resend that came while a dead process still held the change comes again."""
        self.emulator.control("DELETE", "/emulator/webhooks/faults")
        for _ in range(16):
            self.emulator.clock.advance(minutes=31)
            if all(webhook["state"] != "pending" for webhook in self.emulator.webhooks()):
                return
            time.sleep(1.1)

    def reconcile(self) -> None:
        """Only what no webhook was sent about is left to this."""
        assert self.server.ask("/reconcile", b"") == 200

    def compare(self, records: dict[str, Any]) -> list[str]:
        """The differences between the merchant's records and the emulator's."""
        wrong = []
        shipped = Counter(shipment["order_id"] for shipment in records["shipments"])
        orders = {order["id"]: (order["state"], order["receipt_id"], order["refunded"]) for order in records["orders"]}
        payments = {payment["receipt_id"]: payment for payment in self.emulator.control("GET", "/emulator/payments")}
        for order_id, receipt_id in self.paid.items():
            state, known, refunded = orders[order_id]
            cancelled = payments[receipt_id]["cancelled_price"]
            full = cancelled == payments[receipt_id]["price"]
            if shipped[order_id] != 1 and not (full and shipped[order_id] == 0):
                wrong.append(f"{order_id}: shipped {shipped[order_id]} times")
            if (state, known, refunded) != ("refunded" if full else "paid", receipt_id, cancelled):
                wrong.append(f"{order_id}: {state} {known}, {refunded} refunded; Bootpay has {cancelled} of {receipt_id}")
            self.counts["refunded in full before the shipment"] += int(shipped[order_id] == 0)
        for order_id, _ in self.abandoned:
            if shipped[order_id] or orders[order_id][0] != "pending":
                wrong.append(f"{order_id}: nobody paid it, and it is {orders[order_id][0]}")
        lost = [webhook for webhook in self.emulator.webhooks() if webhook["state"] != "acknowledged"]
        unsent = [webhook for webhook in lost if webhook["error"] == "never sent, by a fault"]
        wrong += [f"a webhook is not acknowledged: {webhook['attempts'][-1]}" for webhook in lost if webhook not in unsent]
        for told_by, count in sorted(Counter(shipment["told_by"] for shipment in records["shipments"]).items()):
            self.counts[f"shipped by {told_by}"] = count
        for outcome, count in sorted(records["notes"].items()):
            self.counts[f"outcome {outcome}"] = count
        left = self.counts["shipped by reconciliation"] + self.counts["outcome refund_reconciled"]
        if left > len(unsent):
            wrong.append(f"{left} changes were left to the reconciliation, and {len(unsent)} webhooks never sent")
        return wrong


def main() -> None:
    at = sys.argv.index("--")
    given, program = sys.argv[1:at], sys.argv[at + 1 :]
    payments = int(given[0])
    seed = int(given[1]) if len(given) > 1 else random.randrange(1 << 32)
    with tempfile.TemporaryDirectory() as name, Emulator() as emulator:
        folder = Path(name)
        emulator.clock.stop()
        keys = {key: emulator.merchant[key] for key in ("application_id", "private_key")}
        options = {**emulator.options(), **keys, "trusted_proxies": ["127.0.0.1"]}
        server = Server(program, folder, options, seed)
        webhook = server.url + "/webhook"
        emulator.default_project.change(
            notifications={"webhook": {"url": webhook}, "feedback": {"web": {"url": webhook, "format": "form"}}}
        )
        run = Run(emulator, server, seed)
        try:
            for number in range(payments):
                run.payment(number)
            run.settle()
            run.reconcile()
            wrong = run.compare(server.records())
        finally:
            server.stop()
        counts = {"payments": payments, "paid": len(run.paid), "not paid": len(run.abandoned), **run.counts, "starts": server.starts}
        print("\n".join(f"{count:6} {name}" for name, count in counts.items()))
        if wrong:
            print((folder / "log").read_text()[-4000:])
            raise SystemExit("\n".join([f"seed {seed}:", *wrong]))
        print(f"seed {seed}: every paid order was shipped once, none by a forgery, and every refund was seen")


main()
