"""A merchant's server on Django, with a view of each kind, and webhooks by the README's code."""

from typing import Any

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, JsonResponse
from django.test import AsyncClient, Client
from django.urls import path

from webhooks import snippet, with_wsgi

from bootpay_core import AsyncBootpay, Bootpay
from bootpay_core.testing import Emulator
from bootpay_core.webhooks import WebhookReceiver

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, SECRET_KEY="for a test")
django.setup()

clients: list[tuple[Bootpay, AsyncBootpay]] = []


def get(request: HttpRequest, receipt_id: str) -> JsonResponse:
    return JsonResponse(clients[0][0].payments.get(receipt_id).to_dict())


async def find(request: HttpRequest, order_id: str) -> JsonResponse:
    found = await clients[0][1].payments.find_by_order(order_id)
    return JsonResponse([receipt.to_dict() for receipt in found], safe=False)


urlpatterns = [path("payments/<receipt_id>", get), path("orders/<order_id>", find)]


async def ask(order_id: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = (await AsyncClient().get(f"/orders/{order_id}")).json()
    return found


def application(receiver: WebhookReceiver) -> Any:
    view = snippet("Django", {"receiver": receiver})["bootpay_webhook"]
    urlpatterns.append(path("bootpay/webhook", view))
    return get_wsgi_application()


def main() -> None:
    import asyncio

    with Emulator() as emulator:
        clients.append((emulator.client(), emulator.async_client()))
        receipt_id = emulator.pay(order_id="o-1", price=15_000, state="paid")["receipt_id"]
        assert Client().get(f"/payments/{receipt_id}").json()["status"] == "paid"
        assert [receipt["price"] for receipt in asyncio.run(ask("o-1"))] == [15_000]


main()
with_wsgi(application)
