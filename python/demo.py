"""A payment from the window to its refund, on the emulator at BOOTPAY_EMULATOR_URL."""

from __future__ import annotations

import json
import os
import urllib.request

from bootpay_core import Bootpay, RejectedError

step = 0


def tell(text: str) -> None:
    global step
    step += 1
    print(f"python  {step}. {text}", flush=True)


def main() -> None:
    url, merchant = os.environ["BOOTPAY_EMULATOR_URL"], json.loads(os.environ["BOOTPAY_MERCHANT"])

    def buyer(path: str, body: dict[str, object]) -> dict[str, str]:
        request = urllib.request.Request(url + path, json.dumps(body).encode(), {"content-type": "application/json"})
        with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request) as reply:
            answer: dict[str, str] = json.load(reply)
            return answer

    order = {"merchant": merchant["id"], "order_id": "python-1", "order_name": "Green tea set", "price": 15_000}
    receipt_id = buyer("/emulator/payments", {**order, "state": "ready"})["receipt_id"]
    buyer(f"/emulator/payments/{receipt_id}/buyer", {"action": "pay"})
    tell(f"the buyer pays 15,000 won for order python-1: receipt {receipt_id}")

    with Bootpay(
        client_key=merchant["client_key"],
        secret_key=merchant["secret_key"],
        base_url=url,
        mode=merchant.get("mode"),
    ) as bootpay:
        receipt = bootpay.payments.get(receipt_id)
        tell(f"get: {receipt.order_name}, {receipt.price:,} won, {receipt.status}")
        # It is returned each time it is asked. Ship if this changes a row, where `receipt_id` is unique:
        # UPDATE orders SET state = 'paid', receipt_id = $1 WHERE id = $2 AND state = 'pending'
        paid = bootpay.payments.confirm(receipt_id, order_id="python-1", price=15_000)
        tell(f"confirm: {paid.price:,} won, {paid.receipt.status} at {paid.receipt.purchased_at:%H:%M:%S}")
        verified = bootpay.payments.verify(receipt_id, order_id="python-1", price=15_000)
        tell(f"verify: order {verified.order_id} is paid, {verified.price:,} won")
        part = bootpay.payments.cancel_partial(receipt_id, cancel_price=5_000, cancel_id="python-1/1", cancel_message="size")
        tell(f"cancel_partial: {part.cancelled_price:,} of {part.price:,} won given back")
        rest = bootpay.payments.cancel_full(receipt_id, cancel_message="changed mind")
        tell(f"cancel_full: {rest.cancelled_price:,} of {rest.price:,} won given back")
        refused = None
        try:
            bootpay.payments.cancel_full(receipt_id)
        except RejectedError as error:
            refused = error.code
            tell(f"cancel_full again: {type(error).__name__}, {error.code}")
    result = {
        "paid": paid.price,
        "verified": verified.price,
        "cancelled_after_part": part.cancelled_price,
        "cancelled_after_rest": rest.cancelled_price,
        "refused": refused,
    }
    print("RESULT", json.dumps(result, separators=(",", ":")))


if __name__ == "__main__":
    main()
