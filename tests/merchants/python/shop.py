"""A merchant's server: orders in SQLite, the page that a buyer returns to, and webhooks.

    python shop.py FOLDER PORT    with the client's options as JSON in SHOP

Every way to learn of a payment ends in one conditional update of the order (`finish`). A shipment is a row of its own,
without a unique key, so that a second one would be seen.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import sqlite3
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from bootpay_core import (
    Bootpay,
    MismatchError,
    Refunded,
    RejectedError,
    VerifiedPayment,
    WebhookDelivery,
    WebhookNotice,
    WrongStateError,
)
from bootpay_core.webhooks import LARGEST_BODY, Order, Response, WebhookReceiver, log

TABLES = """
CREATE TABLE IF NOT EXISTS orders (
    id TEXT PRIMARY KEY, price INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'pending',
    receipt_id TEXT UNIQUE, refunded INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS shipments (order_id TEXT NOT NULL, receipt_id TEXT NOT NULL, told_by TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS notes (outcome TEXT NOT NULL, order_id TEXT);
"""

KILLED = 9
"""The exit status of a process that dies on purpose."""


class Shop:
    """The merchant's own records, and what it does with payments."""

    def __init__(self, folder: Path, options: dict[str, Any], failing: float, seed: int) -> None:
        self._path = folder / "shop.sqlite3"
        with self._database() as database:
            database.executescript(TABLES)
        self.bootpay = Bootpay(**options, attempts_file=os.fspath(folder / "attempts.sqlite3"), webhook_work_time=1)
        self.receiver = WebhookReceiver(self.bootpay, order=self.order_of, work=self.work, report=self.report)
        self._failing, self._random, self._lock = failing, random.Random(seed), threading.Lock()

    @contextlib.contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        """A transaction."""
        database = sqlite3.connect(self._path, timeout=30)
        try:
            with database:
                yield database
        finally:
            database.close()

    def price_of(self, order_id: str) -> int | None:
        with self._database() as database:
            row = database.execute("SELECT price FROM orders WHERE id = ?", (order_id,)).fetchone()
        return row[0] if row else None

    def add(self, order_id: str, price: int) -> None:
        with self._database() as database:
            database.execute("INSERT INTO orders (id, price) VALUES (?, ?)", (order_id, price))

    def note(self, outcome: str, order_id: str | None) -> None:
        with self._database() as database:
            database.execute("INSERT INTO notes VALUES (?, ?)", (outcome, order_id))

    def records(self) -> dict[str, Any]:
        with self._database() as database:
            orders = database.execute("SELECT id, state, receipt_id, refunded FROM orders").fetchall()
            shipments = database.execute("SELECT order_id, told_by FROM shipments").fetchall()
            notes = database.execute("SELECT outcome, count(*) FROM notes GROUP BY outcome").fetchall()
        return {
            "orders": [dict(zip(("id", "state", "receipt_id", "refunded"), order)) for order in orders],
            "shipments": [dict(zip(("order_id", "told_by"), shipment)) for shipment in shipments],
            "notes": dict(notes),
        }

    # Webhooks.

    def order_of(self, notice: WebhookNotice) -> Order | None:
        price = self.price_of(notice.order_id) if notice.order_id else None
        return Order(notice.order_id, price) if notice.order_id and price is not None else None

    def work(self, delivery: WebhookDelivery) -> None:
        self.fail()
        if delivery.payment:
            self.finish(delivery.payment, "webhook")
        elif delivery.refunded:
            self.refund(delivery.refunded)
        # The update is done, and is not to happen again with the next webhook.
        self.fail()

    def fail(self) -> None:
        with self._lock:
            # Twice in each piece of work.
            fails = self._random.random() < self._failing / 2
        if fails:
            self.note("handler_failed", None)
            raise RuntimeError("a handler fails")

    def report(self, notice: WebhookNotice, delivery: WebhookDelivery) -> None:
        log(notice, delivery)
        self.note(delivery.outcome, notice.order_id)

    # Payments.

    def finish(self, payment: VerifiedPayment, told_by: str) -> None:
        """Ships, once."""
        self._ship(payment.order_id, payment.receipt_id, told_by)

    def _ship(self, order_id: str, receipt_id: str, told_by: str) -> None:
        with self._database() as database:
            paid = database.execute(
                "UPDATE orders SET state = 'paid', receipt_id = ? WHERE id = ? AND state = 'pending'",
                (receipt_id, order_id),
            )
            if paid.rowcount == 1:
                database.execute("INSERT INTO shipments VALUES (?, ?, ?)", (order_id, receipt_id, told_by))

    def refund(self, refunded: Refunded) -> None:
        self._refund(refunded.order_id, refunded.receipt_id, refunded.cancelled_price, refunded.remaining)

    def _refund(self, order_id: str, receipt_id: str, cancelled: int, remaining: int) -> None:
        """Sets the amount, which is cumulative. What was paid and is refunded in part is shipped all the same."""
        if remaining > 0:
            self._ship(order_id, receipt_id, "refund")
        with self._database() as database:
            database.execute(
                "UPDATE orders SET state = ?, receipt_id = ?, refunded = ? WHERE id = ? AND refunded < ?",
                ("paid" if remaining > 0 else "refunded", receipt_id, cancelled, order_id, cancelled),
            )

    def returned(self, order_id: str, receipt_id: str, die: bool) -> Response:
        """The page that the buyer returns to, and may load again."""
        price = self.price_of(order_id)
        if price is None:
            return Response(404, "text/plain", "no such order")
        try:
            payment = self.bootpay.payments.confirm(receipt_id, order_id=order_id, price=price)
        except (MismatchError, WrongStateError, RejectedError) as error:
            return Response(409, "text/plain", str(error))
        if die:
            os._exit(KILLED)
        self.finish(payment, "page")
        return Response(200, "text/plain", "thank you")

    def reconcile(self) -> None:
        """Asks Bootpay about orders of which no news came, as a merchant does every night."""
        with self._database() as database:
            orders = database.execute("SELECT id, price, state, refunded FROM orders").fetchall()
        for order_id, price, state, refunded in orders:
            try:
                payments = self.bootpay.payments.find_by_order(order_id)
            except RejectedError:
                continue  # none was begun
            for receipt in payments:
                if state == "pending" and receipt.status == "paid" and receipt.cancelled_price == 0:
                    payment = self.bootpay.payments.verify(receipt.receipt_id, order_id=order_id, price=price)
                    self.finish(payment, "reconciliation")
                elif receipt.cancelled_price > refunded and (receipt.order_id, receipt.price) == (order_id, price):
                    self.note("refund_reconciled", order_id)
                    self._refund(order_id, receipt.receipt_id, receipt.cancelled_price, price - receipt.cancelled_price)

    def recover(self) -> None:
        """Takes up what an earlier process left."""
        for resolved in self.bootpay.attempts.recover(include_answered=True, timeout=300):
            attempt = resolved.attempt
            if resolved.outcome == "done" and attempt.endpoint == "payments.confirm":
                assert attempt.order_id and attempt.receipt_id
                with contextlib.suppress(MismatchError, WrongStateError):
                    price = self.price_of(attempt.order_id) or 0
                    payment = self.bootpay.payments.confirm(attempt.receipt_id, order_id=attempt.order_id, price=price)
                    self.finish(payment, "recovery")
            if resolved.outcome != "unknown":
                self.bootpay.attempts.acknowledge(attempt.id)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    shop: Shop

    def do_POST(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        if length > LARGEST_BODY:
            return self.answer(Response(413, "text/plain", "TOO LARGE"), close=True)
        body = self.rfile.read(length)
        if self.path == "/orders":
            self.shop.add(**json.loads(body))
            return self.answer(Response(200, "text/plain", "taken"))
        if self.path == "/reconcile":
            self.shop.reconcile()
            return self.answer(Response(200, "text/plain", "done"))
        try:
            response = self.shop.receiver(self.headers.items(), body, self.client_address[0])
        except Exception as error:  # noqa: BLE001
            print(f"webhook: {error!r}", flush=True)
            response = Response(500, "text/plain", "failed")
        self.answer(response)

    def do_GET(self) -> None:
        if self.path == "/records":
            return self.answer(Response(200, "application/json", json.dumps(self.shop.records())))
        query = dict(parse_qsl(urlsplit(self.path).query))
        try:
            response = self.shop.returned(query["order_id"], query["receipt_id"], "die" in query)
        except Exception as error:  # noqa: BLE001
            print(f"page: {error!r}", flush=True)
            response = Response(500, "text/plain", "failed")
        self.answer(response)

    def answer(self, response: Response, close: bool = False) -> None:
        body = response.body.encode()
        self.send_response(response.status)
        self.send_header("content-type", response.content_type)
        self.send_header("content-length", str(len(body)))
        if close:
            self.send_header("connection", "close")
            self.close_connection = True
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: Any) -> None:
        """Not each request."""


def main() -> None:
    settings = json.loads(os.environ["SHOP"])
    Handler.shop = Shop(Path(sys.argv[1]), settings["options"], settings["failing"], settings["seed"])
    Handler.shop.recover()
    ThreadingHTTPServer(("127.0.0.1", int(sys.argv[2])), Handler).serve_forever()


if __name__ == "__main__":
    main()
