"""Responses as dictionaries and JSON."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from bootpay_core import OutcomeUnknownError, RejectedError
from bootpay_core.testing import Emulator


def test_a_response_is_a_dictionary_of_json(emulator: Emulator, merchant: dict[str, Any]) -> None:
    metadata = {"글 🍵": [1, 2.5, True, None, {"raw": "stays"}]}
    payment = emulator.pay(merchant=merchant["id"], order_id="o-1", price=15_000, state="paid", metadata=metadata)
    with emulator.client(merchant) as bootpay:
        receipt = bootpay.payments.get(payment["receipt_id"], lookup_user_data=True)
        found = bootpay.payments.find_by_order("o-1")
        verified = bootpay.payments.verify(payment["receipt_id"], order_id="o-1", price=15_000)
    data = receipt.to_dict()
    assert json.loads(json.dumps(data)) == data == dict(receipt)
    assert (data["receipt_id"], data["price"], data["status"], data["metadata"]) == (receipt.receipt_id, 15_000, "paid", metadata)
    assert receipt.purchased_at and datetime.fromisoformat(data["purchased_at"]) == receipt.purchased_at
    assert "raw" not in data and "cancelled_at" not in data
    assert receipt.card_data and data["card_data"] == receipt.card_data.to_dict()
    data["metadata"] = None
    assert receipt.metadata == metadata
    assert [one.to_dict()["receipt_id"] for one in found] == [receipt.receipt_id]
    paid = verified.to_dict()
    assert (paid["receipt_id"], paid["price"], paid["receipt"]["status"]) == (receipt.receipt_id, 15_000, "paid")
    json.dumps(paid)


def test_parts_of_an_error_are_dictionaries(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    with emulator.client(merchant) as bootpay:
        with pytest.raises(RejectedError) as refused:
            bootpay.payments.get("none")
        assert refused.value.explanation and refused.value.explanation.to_dict()["fault"] == refused.value.explanation.fault
        emulator.fault("/v2/cancel", kind="reset")
        with pytest.raises(OutcomeUnknownError) as unknown:
            bootpay.payments.cancel_full(receipt_id)
    attempt = json.loads(json.dumps(unknown.value.attempt.to_dict()))
    assert (attempt["receipt_id"], attempt["outcome"]) == (receipt_id, "unknown")


def test_a_secret_is_in_no_dictionary(emulator: Emulator, merchant: dict[str, Any]) -> None:
    keys = {name: merchant[name] for name in ["application_id", "private_key"]}
    with emulator.client(merchant, **keys) as bootpay:
        token = bootpay.users.token("u-1")
    assert token.user_token not in json.dumps(token.to_dict())


def test_a_response_of_no_known_shape_is_its_json(emulator: Emulator, merchant: dict[str, Any]) -> None:
    with emulator.client(merchant) as bootpay:
        for body, data in [({"a": [1]}, {"a": [1]}), ([1, {}], {"raw": [1, {}]})]:
            emulator.fault("/v2/request/webhook", status={"status": 200, "body": body})
            resent = bootpay.webhooks.resend("r-1", webhook_url="http://127.0.0.1:9/hook")
            assert resent.to_dict() == data
