"""What the emulator's console copies as Python runs, and makes the request that was copied."""

from __future__ import annotations

import html
import re
import socket
import urllib.request
from typing import Any

import pytest

from bootpay_core import BootpayError, OutcomeUnknownError
from bootpay_core.testing import Emulator

# It would end a literal, or begin something within it, in one language or another.
HOSTILE = "'\"\\$x ${y} `z` {{7*7}} {x}\n차 🎧\u202e\0\u2028"
ORDER = "o-'\"\\$x {x} 차"


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def page(url: str) -> str:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(url) as reply:
        text: str = reply.read().decode()
        return text


def test_a_copied_call_makes_the_same_request(monkeypatch: pytest.MonkeyPatch) -> None:
    port = free_port()
    with Emulator("--console-port", str(port)) as emulator, emulator.client() as bootpay:
        monkeypatch.setenv("BOOTPAY_BASE_URL", emulator.url)
        monkeypatch.setenv("BOOTPAY_CLIENT_KEY", emulator.merchant["client_key"])
        monkeypatch.setenv("BOOTPAY_SECRET_KEY", emulator.merchant["secret_key"])

        def requests(path: str) -> list[dict[str, Any]]:
            return [entry for entry in emulator.requests() if entry["path"] == path]

        def copied(path: str) -> str:
            shown = page(f"http://127.0.0.1:{port}/requests/{requests(path)[0]['number']}?as=python")
            found = re.search(r'aria-label="Python">(.*?)</pre>', shown, re.DOTALL)
            assert found
            return html.unescape(found[1])

        def run(code: str) -> dict[str, Any]:
            names: dict[str, Any] = {}
            exec(compile(code, "copied", "exec"), names)
            names["bootpay"].close()
            return names

        receipt_id = emulator.pay(order_id=ORDER, price=15_000)["receipt_id"]
        bootpay.payments.confirm(receipt_id, order_id=ORDER, price=15_000)
        # The request has no order and no price: they are those of its payment.
        assert run(copied("/v2/confirm"))["payment"].order_id == ORDER

        metadata = {"$key": [1, None, True, 12_345_678_901, 1.5, HOSTILE], "__proto__": {"a": HOSTILE}}
        bootpay.payments.cancel_partial(
            receipt_id, cancel_price=1_000, cancel_id="c-1", cancel_message=HOSTILE, metadata=metadata
        )
        # Bootpay takes a cancel_id once.
        again = run(copied("/v2/cancel").replace('"c-1"', '"c-2"'))
        assert again["receipt"].cancelled_price == 2_000
        first, second = requests("/v2/cancel")
        assert second["body"] == {**first["body"], "cancel_id": "c-2"}


def scenario(port: int, receipt_id: str) -> str:
    shown = page(f"http://127.0.0.1:{port}/payments/{receipt_id}/scenario")
    found = re.search(r'aria-label="Python">(.*?)</pre>', shown, re.DOTALL)
    assert found, shown
    return html.unescape(found[1])


def test_a_copied_scenario_plays_the_payment_again() -> None:
    port = free_port()
    with Emulator("--console-port", str(port)) as emulator:
        shop = emulator.new_merchant(mode="test")
        order = {"order_id": ORDER, "order_name": "차 {7*7}", "price": 15_000, "metadata": {"a": [None, "'"]}}
        paid = emulator.pay(merchant=shop["id"], state="ready", pg="kcp", method="card", **order)["receipt_id"]
        buyer = f"/emulator/payments/{paid}/buyer"
        with emulator.client(shop) as bootpay:
            with pytest.raises(BootpayError):
                bootpay.payments.confirm(paid, order_id=ORDER, price=15_000)
            emulator.control("POST", buyer, {"action": "pay"})
            emulator.fault("/v2/confirm", kind="reset", when="after")
            with pytest.raises(OutcomeUnknownError):
                bootpay.payments.confirm(paid, order_id=ORDER, price=15_000)
            bootpay.payments.confirm(paid, order_id=ORDER, price=15_000)
            bootpay.payments.cancel_partial(paid, cancel_price=4_000, cancel_id="c-1", cancel_message=HOSTILE)
            emulator.fault("/v2/cancel", kind="html_502", when="before")
            with pytest.raises(BootpayError):
                bootpay.payments.cancel_partial(paid, cancel_price=1_000, cancel_id="c-2")
            emulator.control("POST", f"/emulator/payments/{paid}/cancel", {"cancel_price": 1_000})
        left = emulator.pay(state="vbank_issued", method="vbank", pg="inicis", price=9_000)["receipt_id"]
        tested = emulator.pay(merchant=shop["id"], state="paid", price=7_000)["receipt_id"]
        emulator.clock.advance(days=10)
        for receipt_id, parts in [
            (paid, ['"kind": "reset"', '"when": "after"', '"action": "pay"', "price=15_000", "(15000, 5000)"]),
            (left, ['state="vbank_issued"', '"expired"', "clock.advance"]),
            (tested, ['mode="test"', '"cancelled"', "(7000, 7000)", "clock.advance"]),
        ]:
            code = scenario(port, receipt_id)
            assert [part for part in parts if part not in code] == [], code
            names: dict[str, Any] = {}
            exec(compile(code, "scenario", "exec"), names)
            names["test_the_payment_again"]()
            # It would notice another end.
            other, count = re.subn(r'receipt\.status == "\w+"', 'receipt.status == "waiting_confirm"', code)
            assert count == 1
            exec(compile(other, "scenario", "exec"), names)
            with pytest.raises(AssertionError):
                names["test_the_payment_again"]()
