"""A merchant's server on FastAPI, whose routes return responses."""

import contextlib
import socket
import threading
import time
from collections.abc import AsyncIterator
from typing import Any

import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

from webhooks import delivered, order

from bootpay_core import AsyncBootpay, Receipt, RejectedError, VerifiedPayment, WebhookDelivery, WebhookNotice
from bootpay_core.fastapi import webhook
from bootpay_core.testing import Emulator
from bootpay_core.webhooks import AsyncWebhookReceiver, Order


def server(emulator: Emulator) -> FastAPI:
    clients: list[AsyncBootpay] = []

    @contextlib.asynccontextmanager
    async def life(app: FastAPI) -> AsyncIterator[None]:
        async with emulator.async_client() as bootpay:
            clients.append(bootpay)
            yield

    app = FastAPI(lifespan=life)

    @app.get("/payments/{receipt_id}")
    async def get(receipt_id: str) -> Receipt:
        return await clients[0].payments.get(receipt_id)

    @app.get("/orders/{order_id}", response_model=None)
    async def find(order_id: str) -> Any:
        return await clients[0].payments.find_by_order(order_id)

    @app.post("/payments/{receipt_id}")
    async def confirm(receipt_id: str) -> VerifiedPayment:
        return await clients[0].payments.confirm(receipt_id, order_id="o-1", price=15_000)

    @app.exception_handler(RejectedError)
    async def rejected(request: Request, error: RejectedError) -> JSONResponse:
        assert error.explanation
        return JSONResponse(error.explanation.to_dict(), 404)

    return app


def main() -> None:
    with Emulator() as emulator, TestClient(server(emulator)) as client:
        receipt_id = emulator.pay(order_id="o-1", price=15_000)["receipt_id"]
        assert client.get(f"/payments/{receipt_id}").json()["status"] == "waiting_confirm"
        paid = client.post(f"/payments/{receipt_id}").json()
        assert (paid["price"], paid["receipt"]["status"]) == (15_000, "paid")
        assert [one["receipt_id"] for one in client.get("/orders/o-1").json()] == [receipt_id]
        assert client.get("/payments/none").json()["category"] == "payment"
        schema = client.get("/openapi.json").json()["paths"]["/payments/{receipt_id}"]["get"]["responses"]["200"]
        assert schema["content"]["application/json"]["schema"]["type"] == "object"


def webhooks() -> None:
    """On uvicorn, as it is started in production."""
    paid: list[str] = []

    async def find(notice: WebhookNotice) -> Order | None:
        return order(notice)

    async def work(delivery: WebhookDelivery) -> None:
        if delivery.payment:
            paid.append(delivery.payment.order_id)

    with Emulator() as emulator, socket.create_server(("127.0.0.1", 0)) as listening:
        receiver = AsyncWebhookReceiver(emulator.async_client(), order=find, work=work)
        app = FastAPI()
        app.add_api_route("/bootpay/webhook", webhook(receiver), methods=["POST"])
        server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
        thread = threading.Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            while not server.started:
                time.sleep(0.01)
            delivered(emulator, f"http://127.0.0.1:{listening.getsockname()[1]}/bootpay/webhook", paid)
        finally:
            server.should_exit = True
            thread.join()


main()
webhooks()
