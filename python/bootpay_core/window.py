"""The payment window: its payloads, the scripts or the page that open it in an app, its messages and its links.

>>> opened = window.payment(15_000, order_name="차", order_id="o-1", client_key="…", redirect_url="https://…")
>>> opened.payload  # for the page: Bootpay.requestPayment(payload)

Needs no client, and sends nothing. Nothing that the window returns is proof: confirm or verify each payment.
"""

# Generated from core's table by `make generate`: change that.

from ._bootpay_core import (
    LinkDecision,
    WindowEvent,
    WindowForm,
    WindowPayload,
    WindowScripts,
    authentication,
    closes,
    decide,
    decrypt_form,
    form,
    manifest,
    parse,
    payment,
    scripts,
    shell,
    subscription,
)

__all__ = [
    "LinkDecision",
    "WindowEvent",
    "WindowForm",
    "WindowPayload",
    "WindowScripts",
    "authentication",
    "closes",
    "decide",
    "decrypt_form",
    "form",
    "manifest",
    "parse",
    "payment",
    "scripts",
    "shell",
    "subscription",
]
