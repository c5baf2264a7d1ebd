"""Receives webhooks in any framework: reads the request, finds the order, and does the work once.

>>> def order(notice: WebhookNotice) -> Order | None:
...     row = database.find(notice.order_id)
...     return Order(row.id, row.price) if row else None
...
>>> def work(delivery: WebhookDelivery) -> None:
...     if delivery.payment:
...         finish_order(delivery.payment)
...
>>> receiver = WebhookReceiver(bootpay, order=order, work=work)
>>> response = receiver(request.headers, request.body, request.remote_address)
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import NamedTuple, TypeAlias, TypedDict

from . import AsyncBootpay, Bootpay, WebhookDelivery, WebhookNotice, WebhookResponse
from .errors import BootpayError, InvalidError

__all__ = ["LARGEST_BODY", "AsyncWebhookReceiver", "Headers", "Order", "Response", "WebhookReceiver"]

LARGEST_BODY = 1 << 20
"""The most bytes of a webhook's body, 1 MiB. Bootpay's have a few thousand."""

Headers: TypeAlias = Mapping[str, str] | Iterable[tuple[str, str]]
"""The headers of a request: a mapping, or pairs."""

_log = logging.getLogger(__name__)


class Order(NamedTuple):
    """An order of the merchant, from its own records."""

    order_id: str
    """The merchant's id of the order."""
    price: int
    """Price in won."""


class Response(NamedTuple):
    """The response to send to Bootpay, exactly."""

    status: int
    """HTTP status."""
    content_type: str
    """The `Content-Type` header."""
    body: str
    """The body."""


NO_WEBHOOK = Response(400, "text/plain", "BAD REQUEST")


def log(notice: WebhookNotice, delivery: WebhookDelivery) -> None:
    """Logs a webhook that brings no work: a warning, unless it is a resend."""
    level = logging.INFO if delivery.outcome in ("duplicate", "older", "busy") else logging.WARNING
    _log.log(
        level,
        # Anybody may have written them.
        "webhook %.100r of receipt %.100r, order %.100r: %s: %s",
        notice.kind,
        notice.receipt_id,
        notice.order_id,
        delivery.outcome,
        delivery.reason,
    )


class WebhookReceiver:
    """Receives webhooks with a blocking client.

    `order` finds the merchant's order by the notice's `order_id`, and returns None if there is none. `work` handles a
    change: `delivery.payment` is a paid payment, `delivery.refunded` a refund. It may run again for the same change if
    the process dies before its end is stored, so decide by one conditional update of the order. `report` is called
    with every other outcome, and logs it by default.

    An exception of `order` or `work` is raised, and the change is released: respond with any status from 500, and
    Bootpay sends the webhook again.
    """

    def __init__(
        self,
        bootpay: Bootpay,
        *,
        order: Callable[[WebhookNotice], Order | None],
        work: Callable[[WebhookDelivery], object],
        report: Callable[[WebhookNotice, WebhookDelivery], object] = log,
    ) -> None:
        self._webhooks = bootpay.webhooks
        self._order, self._work, self._report = order, work, report

    def __call__(self, headers: Headers, body: bytes, source: str) -> Response:
        """Returns the response to a webhook; `source` is the address of its connection, and `body` the raw bytes."""
        try:
            notice = self._webhooks.parse(headers, body=body)
        except InvalidError as error:
            return _refused(error)
        order = self._order(notice)
        delivery = self._webhooks.receive(notice, source=source, **_sold(order))
        if delivery.response:
            self._report(notice, delivery)
            return _response(delivery.response)
        try:
            self._work(delivery)
        except Exception:
            with contextlib.suppress(BootpayError):
                self._webhooks.release(delivery)
            raise
        return _response(self._webhooks.done(delivery))


class AsyncWebhookReceiver:
    """Receives webhooks with an asyncio client: `WebhookReceiver` with an awaited `order` and `work`."""

    def __init__(
        self,
        bootpay: AsyncBootpay,
        *,
        order: Callable[[WebhookNotice], Awaitable[Order | None]],
        work: Callable[[WebhookDelivery], Awaitable[object]],
        report: Callable[[WebhookNotice, WebhookDelivery], object] = log,
    ) -> None:
        self._webhooks = bootpay.webhooks
        self._order, self._work, self._report = order, work, report

    async def __call__(self, headers: Headers, body: bytes, source: str) -> Response:
        """Returns the response to a webhook; `source` is the address of its connection, and `body` the raw bytes."""
        try:
            notice = self._webhooks.parse(headers, body=body)
        except InvalidError as error:
            return _refused(error)
        order = await self._order(notice)
        delivery = await self._webhooks.receive(notice, source=source, **_sold(order))
        if delivery.response:
            self._report(notice, delivery)
            return _response(delivery.response)
        try:
            await self._work(delivery)
        # Not when it is cancelled: a thread of it may go on. The work is taken up after `webhook_work_time`.
        except Exception:
            with contextlib.suppress(BootpayError):
                await self._webhooks.release(delivery)
            raise
        return _response(await self._webhooks.done(delivery))


class _Sold(TypedDict, total=False):
    order_id: str
    price: int


def _sold(order: Order | None) -> _Sold:
    return {"order_id": order.order_id, "price": order.price} if order else {}


def _refused(error: InvalidError) -> Response:
    _log.warning("a request is no webhook: %s", error)
    return NO_WEBHOOK


def _response(response: WebhookResponse) -> Response:
    return Response(response.status, response.content_type, response.body)
