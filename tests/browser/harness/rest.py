"""The merchant's server in Python: a call per line of standard input, its outcome per line of standard output."""

from __future__ import annotations

import json
import sys
from typing import Any

from bootpay_core import Bootpay, BootpayError, Refund


def receipt(found: Any) -> dict[str, Any]:
    return {
        "receipt_id": found.receipt_id,
        "order_id": found.order_id,
        "status": found.status,
        "price": found.price,
        "cancelled_price": found.cancelled_price or 0,
    }


def make(bootpay: Bootpay, call: str, given: dict[str, Any]) -> dict[str, Any]:
    receipt_id = given.get("receipt_id", "")
    sold = {name: given[name] for name in ("order_id", "price") if name in given}
    match call:
        case "link":
            asked = {name: given[name] for name in ("order_name", "pg", "method", "redirect_url") if name in given}
            found = bootpay.payments.request(**sold, **asked)
            return {"receipt_id": found.receipt_id, "url": found.url}
        case "confirm":
            return receipt(bootpay.payments.confirm(receipt_id, **sold).receipt)
        case "verify":
            return receipt(bootpay.payments.verify(receipt_id, **sold).receipt)
        case "get":
            return receipt(bootpay.payments.get(receipt_id))
        case "cancel":
            refund = Refund(**given["refund"]) if "refund" in given else None
            return receipt(bootpay.payments.cancel_full(receipt_id, cancel_message="변심", refund=refund))
        case "billingKey":
            return {"billing_key": bootpay.billing.get_by_receipt(receipt_id).billing_key}
        case "charge":
            return receipt(bootpay.billing.charge(given["billing_key"], order_name=given["order_name"], **sold))
        case "certificate":
            certificate = bootpay.identity.certificate(receipt_id)
            return {"receipt_id": certificate.receipt_id, "status": certificate.status}
    raise ValueError(call)


def main() -> None:
    with Bootpay.from_env() as bootpay:
        for line in sys.stdin:
            asked = json.loads(line)
            try:
                answer: dict[str, Any] = {"done": make(bootpay, asked["call"], asked["given"])}
            except BootpayError as error:
                answer = {
                    "error": {"message": str(error), "kind": error.kind, "code": error.code, "field": error.field}
                }
            print(json.dumps(answer), flush=True)


main()
