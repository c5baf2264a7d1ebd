"""Webhooks on Flask, by the README's code."""

from typing import Any

from webhooks import snippet, with_wsgi

from bootpay_core.webhooks import WebhookReceiver


def application(receiver: WebhookReceiver) -> Any:
    return snippet("Flask", {"receiver": receiver})["app"]


with_wsgi(application)
