"""What the emulator's console copies as Python runs, and makes the request that was copied."""

from __future__ import annotations

import html
import re
import socket
import urllib.request
from typing import Any

import pytest

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
