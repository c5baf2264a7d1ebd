"""Makes the official Python SDK's calls for the comparison in tests/chaos, as its README makes them.

A question per line of standard input, an answer per line of standard output. What a call returns or
raises is handed on as it is: what a shop makes of it is decided where the comparison is made.
"""

import json
import os
import sys
from importlib.metadata import version

# Loopback is no proxy's business, and the SDK's HTTP client asks the environment.
os.environ["no_proxy"] = os.environ["NO_PROXY"] = "127.0.0.1"

from bootpay_backend import BootpayBackend  # noqa: E402

CALLS = {
    "payments.confirm": "confirm_payment",
    "payments.cancel_full": "cancel_payment",
    "payments.cancel_partial": "cancel_payment",
    "billing.charge": "request_subscribe_card_payment",
    "reservations.create": "subscribe_payment_reserve",
    "reservations.cancel": "cancel_subscribe_reserve",
    "cash_receipts.publish_for_payment": "cash_receipt_publish_on_receipt",
    "cash_receipts.cancel_for_payment": "cash_receipt_cancel_on_receipt",
    "cash_receipts.publish": "request_cash_receipt",
    "cash_receipts.cancel": "cancel_cash_receipt",
}


def answer(question):
    # The one change: where production is.
    BootpayBackend.BASE_URL["production"] = question["url"]
    bootpay = BootpayBackend(**question["keys"])
    method = getattr(bootpay, CALLS[question["call"]])
    try:
        bootpay.get_access_token()
        return {"returned": method(**question["fields"])}
    except Exception as error:
        return {"failed": f"{type(error).__name__}: {error}"}


def say(line):
    print(json.dumps(line), flush=True)


say({"ready": True, "sdk": f"bootpay-backend {version('bootpay-backend')}"})
for line in sys.stdin:
    question = json.loads(line)
    say({"id": question["id"], **answer(question)})
