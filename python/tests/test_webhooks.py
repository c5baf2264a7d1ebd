"""Webhooks on real servers: what the emulator delivers, and what others send."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import threading
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import uvicorn
from fastapi import FastAPI

from bootpay_core import AsyncBootpay, Bootpay, WebhookDelivery, WebhookNotice
from bootpay_core.fastapi import webhook
from bootpay_core.testing import Emulator
from bootpay_core.webhooks import AsyncWebhookReceiver, Order, WebhookReceiver

PRICE = 15_000


class Merchant:
    """A merchant with one order, and its records of webhooks."""

    def __init__(self) -> None:
        self.paid: list[str] = []
        self.refunded: list[int] = []
        self.reported: list[str] = []
        self.failures: list[BaseException] = []

    def order(self, notice: WebhookNotice) -> Order | None:
        return Order("o-1", PRICE) if notice.order_id == "o-1" else None

    def work(self, delivery: WebhookDelivery) -> None:
        if self.failures:
            raise self.failures.pop()
        if delivery.payment:
            self.paid.append(delivery.payment.order_id)
        if delivery.refunded:
            self.refunded.append(delivery.refunded.cancelled_price)

    async def find(self, notice: WebhookNotice) -> Order | None:
        return self.order(notice)

    async def handle(self, delivery: WebhookDelivery) -> None:
        await asyncio.sleep(0)
        self.work(delivery)

    def report(self, notice: WebhookNotice, delivery: WebhookDelivery) -> None:
        self.reported.append(delivery.outcome)


@contextlib.contextmanager
def with_fastapi(options: dict[str, Any], merchant: Merchant) -> Iterator[str]:
    """FastAPI on uvicorn, as it is started in production."""

    @contextlib.asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with AsyncBootpay(**options) as bootpay:
            receiver = AsyncWebhookReceiver(bootpay, order=merchant.find, work=merchant.handle, report=merchant.report)
            app.add_api_route("/webhook", webhook(receiver), methods=["POST"])
            yield

    app = FastAPI(lifespan=life)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = uvicorn.Server(uvicorn.Config(app, log_level="critical", proxy_headers=False))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started:
                assert thread.is_alive()
                time.sleep(0.01)
            yield f"http://127.0.0.1:{listening.getsockname()[1]}/webhook"
        finally:
            server.should_exit = True
            thread.join()


@contextlib.contextmanager
def without_framework(options: dict[str, Any], merchant: Merchant) -> Iterator[str]:
    """The blocking client on Python's own server."""
    with Bootpay(**options) as bootpay:
        receiver = WebhookReceiver(bootpay, order=merchant.order, work=merchant.work, report=merchant.report)

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                try:
                    status, content_type, text = receiver(self.headers.items(), body, self.client_address[0])
                except Exception:
                    status, content_type, text = 500, "text/plain", "failed"
                self.send_response(status)
                self.send_header("content-type", content_type)
                self.end_headers()
                self.wfile.write(text.encode())

            def log_message(self, format: str, *arguments: Any) -> None:
                pass

        with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                yield f"http://127.0.0.1:{server.server_port}/webhook"
            finally:
                server.shutdown()
                thread.join()


Serving = Callable[[dict[str, Any], Merchant], contextlib.AbstractContextManager[str]]


class Shop:
    """A merchant's server that the emulator delivers to."""

    def __init__(self, emulator: Emulator, serving: Serving, **options: Any) -> None:
        self.emulator, self.serving = emulator, serving
        self.merchant = Merchant()
        self.project = emulator.project()
        self.project.activate("nicepay", "card")
        keys = {name: self.project[name] for name in ("client_key", "secret_key", "private_key")}
        keys["application_id"] = self.project["application_ids"]["rest"]
        self.options = {**emulator.options(self.project), **keys, "mode": "test", **options}

    @contextlib.contextmanager
    def open(self) -> Iterator[Shop]:
        with self.serving(self.options, self.merchant) as self.url:
            urls = {"webhook": {"url": self.url}, "feedback": {"web": {"url": self.url, "format": "form"}}}
            self.project.change(notifications=urls)
            yield self

    def pay(self, order_id: str = "o-1") -> str:
        payment = self.emulator.pay(merchant=self.project["id"], order_id=order_id, price=PRICE, state="paid")
        return str(payment["receipt_id"])

    def cancel(self, receipt_id: str, price: int) -> None:
        self.emulator.control("POST", f"/emulator/payments/{receipt_id}/cancel", {"cancel_price": price})

    def resend(self, webhook: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = self.emulator.control("POST", f"/emulator/webhooks/{webhook['id']}/resend", {})
        return found

    def send(self, body: bytes | str, **headers: str) -> tuple[int, str, str]:
        """Status, content type and text of the response to a request of anybody."""
        data = body.encode() if isinstance(body, str) else body
        request = urllib.request.Request(self.url, data, {name.replace("_", "-"): value for name, value in headers.items()})
        try:
            with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as response:
                return response.status, response.headers["content-type"], response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.headers["content-type"], error.read().decode()


@pytest.fixture(params=[with_fastapi, without_framework])
def shop(emulator: Emulator, request: pytest.FixtureRequest) -> Iterator[Shop]:
    with Shop(emulator, request.param, trusted_proxies=["127.0.0.1"]).open() as shop:
        yield shop


def test_a_payment_and_its_refunds_are_delivered_once_and_acknowledged(shop: Shop) -> None:
    receipt_id = shop.pay()
    both = shop.project.webhooks()
    assert [webhook["version"] for webhook in both] == ["v1", "v2"]
    assert shop.merchant.paid == ["o-1"]
    assert [webhook["state"] for webhook in both] == ["acknowledged"] * 2
    assert {webhook["answer"] for webhook in both} == {"OK", '{"success":true}'}
    for price in (5_000, 1_000):
        shop.cancel(receipt_id, price)
        assert {webhook["state"] for webhook in shop.project.webhooks()} == {"acknowledged"}
    assert shop.resend(both[1])["status"] == 200
    assert (shop.merchant.paid, shop.merchant.refunded) == (["o-1"], [5_000, 6_000])
    assert set(shop.merchant.reported) == {"duplicate", "older"}


def test_a_handler_that_fails_gets_the_webhook_again(shop: Shop) -> None:
    shop.merchant.failures = [RuntimeError("the database is away"), RuntimeError("still")]
    shop.pay()
    failed = shop.project.webhooks()
    assert [(webhook["state"], webhook["status"]) for webhook in failed] == [("pending", 500)] * 2
    assert shop.merchant.paid == []
    # Nothing is held by the failed one.
    assert shop.resend(failed[1])["state"] == "acknowledged"
    assert (shop.merchant.paid, shop.merchant.reported) == (["o-1"], [])


def test_an_unknown_order_is_acknowledged_and_reported(shop: Shop) -> None:
    shop.pay("of nobody")
    assert {webhook["state"] for webhook in shop.project.webhooks()} == {"acknowledged"}
    assert (shop.merchant.paid, shop.merchant.reported) == ([], ["unknown_order"] * 2)


def test_a_forgery_is_not_believed(shop: Shop) -> None:
    receipt_id = str(shop.emulator.pay(merchant=shop.project["id"], order_id="o-1", price=PRICE)["receipt_id"])
    told = {"receipt_id": receipt_id, "order_id": "o-1", "price": PRICE, "status": 1}
    paid = json.dumps({**told, "webhook_type": "PAYMENT_COMPLETED"})
    as_json = "application/json"
    assert shop.send(paid, content_type=as_json) == (503, as_json, '{"success":false}')
    assert shop.send(json.dumps({**told, "private_key": "of somebody else", "item_name": "tea"}), content_type=as_json) == (
        403, "text/plain", "FORBIDDEN",
    )
    forwarded = shop.send(paid, content_type=as_json, x_forwarded_for="223.130.82.4, 203.0.113.9")
    assert forwarded == (403, as_json, '{"success":false}')
    # Behind a proxy that is named, Bootpay's own address is the sender.
    assert shop.send(paid, content_type=as_json, x_forwarded_for="203.0.113.9, 223.130.82.4")[0] == 503
    assert (shop.merchant.paid, shop.merchant.reported) == ([], ["not_yet", "forbidden", "forbidden", "not_yet"])


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        ("", "application/json"),
        ("{}", "application/json"),
        ("[1]", "application/json"),
        ("receipt_id=a&receipt_id=b", "application/x-www-form-urlencoded"),
        (b"receipt_id=\xb0\xa1", "application/x-www-form-urlencoded"),
        ("receipt_id=a", "application/x-www-form-urlencoded; charset=euc-kr"),
        ("{" + '"a":[' * 200, "application/json"),
        (b"\x1f\x8b\x08\x00", "application/json"),
    ],
)
def test_what_is_no_webhook_is_a_bad_request(shop: Shop, body: bytes | str, content_type: str) -> None:
    assert shop.send(body, content_type=content_type) == (400, "text/plain", "BAD REQUEST")
    assert shop.merchant.reported == []


def test_fastapi_reads_no_more_than_a_webhook_has(emulator: Emulator) -> None:
    with Shop(emulator, with_fastapi).open() as shop:
        try:
            status = shop.send(b"x" * (10 << 20), content_type="application/json")[0]
        except urllib.error.URLError:
            # It does not take the rest.
            status = 413
        assert status == 413
        assert shop.send("x" * (1 << 20), content_type="application/json")[0] == 400


def test_work_that_is_cancelled_is_taken_up_after_its_time(emulator: Emulator) -> None:
    merchant = Merchant()
    receipt_id = emulator.pay(merchant=emulator.merchant["id"], order_id="o-1", price=PRICE, state="paid")["receipt_id"]
    body = json.dumps({"receipt_id": receipt_id, "order_id": "o-1", "webhook_type": "PAYMENT_COMPLETED"}).encode()

    async def run() -> None:
        began = asyncio.Event()

        async def stuck(delivery: WebhookDelivery) -> None:
            began.set()
            await asyncio.sleep(60)

        async with AsyncBootpay(**emulator.options(), webhook_work_time=1) as bootpay:
            receiver = AsyncWebhookReceiver(bootpay, order=merchant.find, work=stuck)
            task = asyncio.ensure_future(receiver({}, body, "127.0.0.1"))
            await began.wait()
            again = AsyncWebhookReceiver(bootpay, order=merchant.find, work=merchant.handle, report=merchant.report)
            assert (await again({}, body, "127.0.0.1")).status == 503
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            # A thread of it may go on.
            assert (await again({}, body, "127.0.0.1")).status == 503
            await asyncio.sleep(1)
            assert (await again({}, body, "127.0.0.1")).status == 200

    asyncio.run(run())
    assert (merchant.paid, merchant.reported) == (["o-1"], ["busy", "busy"])
