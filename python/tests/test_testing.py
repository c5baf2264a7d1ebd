"""The emulator's helpers: projects, activation, webhooks, the clock, settlement and ledgers."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest
from bootpay_core import RejectedError
from bootpay_core.testing import Emulator

LIVE = {"live": True, "settings": {"site_cd": "A1234"}}


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        emulator.clock.stop()
        yield emulator


@pytest.fixture
def hook() -> Iterator[tuple[str, list[bytes]]]:
    """A merchant's receiver of webhooks, and the bodies it got."""
    bodies: list[bytes] = []

    class Receiver(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            bodies.append(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"success": true}')

        def log_message(self, format: str, *args: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Receiver) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/hook", bodies
        server.shutdown()


def test_a_project_takes_what_is_activated_in_it(emulator: Emulator) -> None:
    project = emulator.project(merchant="Tea house", name="web shop")
    payment: dict[str, Any] = {"price": 1000, "order_name": "Tea", "order_id": "o-1", "pg": "kcp", "method": "card"}
    with emulator.client(project) as bootpay:
        with pytest.raises(RejectedError) as refused:
            bootpay.payments.request(**payment)
        assert refused.value.code == "EMULATOR_METHOD_NOT_ACTIVE"
        assert project.activate("kcp", "card") == []
        assert [(one["pg"], one["method"], one["live"]) for one in project["methods"]] == [("kcp", "card", False)]
        assert bootpay.payments.request(**payment).receipt_id


def test_a_live_payment_is_settled_and_in_the_ledger(emulator: Emulator) -> None:
    project = emulator.project()
    project.activate("kcp", "card", **LIVE)
    project.register("kcp", cancel_address=True)
    for order in ["o-1", "o-2"]:
        paid = emulator.pay(merchant=project["id"], pg="kcp", method="card", order_id=order, price=10_000, state="paid")
    with emulator.client(project) as bootpay:
        bootpay.payments.cancel_full(paid["receipt_id"])
    assert [row["kind"] for row in project.pg_ledger("kcp")] == ["approval", "approval", "cancel"]
    emulator.clock.advance(days=7)
    assert len(project.settlement()["rows"]) == 3
    assert emulator.settlement()["rows"] == [] == emulator.pg_ledger("kcp")


def test_the_clock_moves_when_told(emulator: Emulator) -> None:
    before = emulator.clock.now()
    emulator.clock.advance(hours=24, minutes=1)
    assert emulator.clock.now() - before == timedelta(hours=24, minutes=1)
    emulator.clock.run()


def test_webhooks_are_listed_with_their_attempts(emulator: Emulator, hook: tuple[str, list[bytes]]) -> None:
    url, bodies = hook
    project = emulator.default_project
    project.change(notifications={"webhook": {"url": url}})
    emulator.pay(state="paid", price=1000)
    (webhook,) = emulator.webhooks()
    assert webhook["acknowledged"] and len(webhook["attempts"]) == 1 and webhook["webhook_type"] == "PAYMENT_COMPLETED"
    assert project.webhooks() == [webhook] and len(bodies) == 1


def test_a_set_up_is_exported_and_made_again(emulator: Emulator) -> None:
    project = emulator.project(merchant="Tea house", name="web shop")
    project.activate("inicis", "card")
    file = emulator.export()
    with Emulator() as other:
        made = other.set_up(file)
        assert other.export() == file
        assert [one["id"] for one in made] == [emulator.merchant["id"], project["id"]]
    with pytest.raises(RuntimeError, match="line 4: .*kpc.* is unknown; allowed are"):
        emulator.set_up('[[merchant]]\nname = "Tea house"\n[[merchant.project]]\nmethods = [{ pg = "kpc", method = "card" }]')
    assert emulator.export() == file
