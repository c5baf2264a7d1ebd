"""What the servers of all frameworks are tried with: the emulator's webhooks, and the README's code."""

import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

from bootpay_core import WebhookDelivery, WebhookNotice
from bootpay_core.testing import Emulator
from bootpay_core.webhooks import Order, WebhookReceiver

README = Path(__file__).parents[3] / "python" / "README.md"


def snippet(heading: str, names: dict[str, Any]) -> dict[str, Any]:
    """Runs the README's code under a heading, and returns its names."""
    found = re.search(rf"^### {heading}$.*?^```py\n(.*?)^```$", README.read_text(), re.MULTILINE | re.DOTALL)
    assert found, f"the README has no {heading}"
    names = {"__name__": "merchant", **names}
    exec(compile(found[1], f"README, {heading}", "exec"), names)
    return names


def order(notice: WebhookNotice) -> Order | None:
    return Order("o-1", 15_000) if notice.order_id == "o-1" else None


def delivered(emulator: Emulator, url: str, paid: list[str]) -> None:
    """Pays, and expects one piece of work and an acknowledgement of both generations."""
    emulator.default_project.change(
        notifications={"webhook": {"url": url}, "feedback": {"web": {"url": url, "format": "form"}}}
    )
    emulator.pay(order_id="o-1", price=15_000, state="paid")
    emulator.pay(order_id="of nobody", price=15_000, state="paid")
    webhooks = emulator.webhooks()
    assert [webhook["state"] for webhook in webhooks] == ["acknowledged"] * 4, webhooks
    assert paid == ["o-1"], paid
    for body, status in ((b"{", 400), (b"x" * (2 << 20), 413)):
        request = urllib.request.Request(url, body, {"content-type": "application/json"})
        try:
            urllib.request.urlopen(request)
            raise AssertionError("it is no webhook")
        except urllib.error.HTTPError as error:
            assert error.code in (400, status), error
        except OSError:
            assert status == 413, "it was not answered"


def with_wsgi(make: Callable[[WebhookReceiver], Any]) -> None:
    """Tries an application that is made of a receiver."""
    paid: list[str] = []

    def work(delivery: WebhookDelivery) -> None:
        if delivery.payment:
            paid.append(delivery.payment.order_id)

    class Quiet(WSGIRequestHandler):
        def log_message(self, format: str, *arguments: Any) -> None:
            pass

    with Emulator() as emulator, emulator.client() as bootpay:
        application = make(WebhookReceiver(bootpay, order=order, work=work))
        with make_server("127.0.0.1", 0, application, handler_class=Quiet) as server:
            thread = threading.Thread(target=server.serve_forever)
            thread.start()
            try:
                delivered(emulator, f"http://127.0.0.1:{server.server_port}/bootpay/webhook", paid)
            finally:
                server.shutdown()
                thread.join()
