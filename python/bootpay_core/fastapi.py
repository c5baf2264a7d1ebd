"""Webhooks in FastAPI and Starlette.

>>> receiver = AsyncWebhookReceiver(bootpay, order=order, work=work)
>>> app.add_api_route("/bootpay/webhook", webhook(receiver), methods=["POST"])
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from .webhooks import LARGEST_BODY, AsyncWebhookReceiver

__all__ = ["webhook"]


def webhook(receiver: AsyncWebhookReceiver) -> Callable[[Request], Awaitable[Response]]:
    """Returns the endpoint that receives webhooks: for `app.add_api_route`, or a Starlette `Route`.

    The source is `request.client`, the address of the connection. Behind a proxy, name the proxy in the client's
    `trusted_proxies`, or let uvicorn replace the address (`--forwarded-allow-ips` with the
    proxy's address, never `*`), not both.
    """

    async def endpoint(request: Request) -> Response:
        # Not `request.body()`: it has no limit.
        body = bytearray()
        async for chunk in request.stream():
            body += chunk
            if len(body) > LARGEST_BODY:
                return Response("TOO LARGE", 413, {"content-type": "text/plain"})
        source = request.client.host if request.client else ""
        response = await receiver(request.headers, bytes(body), source)
        return Response(response.body, response.status, {"content-type": response.content_type})

    return endpoint
