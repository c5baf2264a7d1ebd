"""The official Python SDK, unmodified, takes payments through their life on the local Bootpay."""

import re

import pytest
from bootpay_backend import BootpayBackend

NOBODY = "f" * 24


def client(emulator, *keys):
    return BootpayBackend(**{key: emulator.merchant[key] for key in keys})


@pytest.mark.parametrize(
    "keys",
    [("client_key", "secret_key"), ("application_id", "private_key")],
    ids=["client_key", "application_id"],
)
def test_from_window_to_refund(emulator, keys):
    bootpay = client(emulator, *keys)
    token = bootpay.get_access_token()
    if "private_key" in keys:
        assert len(token["access_token"]) == 64
        assert 1790 < token["expire_in"] <= 1800
    else:
        assert token == {"access_token": "", "expire_in": 0}

    payment = {"order_id": "o-1", "price": 15000, "state": "ready", "user": {"username": "홍길동"}}
    receipt_id = emulator.control("POST", "payments", payment)["receipt_id"]
    assert bootpay.confirm_payment(receipt_id)["error_code"] == "RC_NOT_CONFIRM_READY"
    emulator.control("POST", f"payments/{receipt_id}/buyer", {"action": "pay"})

    waiting = bootpay.receipt_payment(receipt_id)
    assert (waiting["status"], waiting["order_id"]) == (2, "o-1")
    assert "user" not in waiting

    paid = bootpay.confirm_payment(receipt_id)
    assert (paid["status"], paid["status_locale"], paid["price"]) == (1, "결제완료", 15000)
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", paid["purchased_at"])
    assert bootpay.receipt_payment(receipt_id, True) == {**paid, "user": {"username": "홍길동"}}

    part = bootpay.cancel_payment(
        receipt_id, cancel_id="1", cancel_username="shop", cancel_message="size", cancel_price=5000
    )
    assert (part["status"], part["cancelled_price"]) == (20, 5000)
    # Its defaults go out as '' and null, on this and on every later cancel: they must count as absent.
    rest = bootpay.cancel_payment(receipt_id)
    assert (rest["status"], rest["cancelled_price"]) == (20, 15000)
    assert bootpay.receipt_payment(receipt_id)["cancelled_price"] == 15000

    refusal = bootpay.cancel_payment(receipt_id)
    assert refusal["error_code"] == "RC_ALREADY_CANCELLED"
    assert set(refusal) == {"error_code", "message"}
    assert bootpay.receipt_payment(NOBODY)["error_code"] == "RC_NOT_FOUND"

    if "private_key" in keys:
        again = bootpay.get_access_token()
        assert again["access_token"] == token["access_token"]
        assert again["expire_in"] <= token["expire_in"]


def test_two_parts_without_cancel_id(emulator):
    bootpay = client(emulator, "client_key", "secret_key")
    receipt_id = emulator.control("POST", "payments", {"price": 3000, "state": "paid"})["receipt_id"]
    assert bootpay.cancel_payment(receipt_id, cancel_price=1000)["cancelled_price"] == 1000
    assert bootpay.cancel_payment(receipt_id, cancel_price=1000)["cancelled_price"] == 2000
    assert bootpay.cancel_payment(receipt_id, cancel_price=2000)["error_code"] == "RC_CANCEL_SERVER_ERROR"


def test_a_virtual_account_is_refunded_to_an_account(emulator):
    bootpay = client(emulator, "client_key", "secret_key")
    receipt_id = emulator.control("POST", "payments", {"method": "vbank", "price": 3000})["receipt_id"]
    assert bootpay.confirm_payment(receipt_id)["status"] == 5
    emulator.control("POST", f"payments/{receipt_id}/buyer", {"action": "deposit"})
    assert bootpay.cancel_payment(receipt_id)["error_code"] == "RC_CANCEL_SERVER_ERROR"
    refund = {"bank_account": "1234567890", "bank_username": "홍길동", "bank_code": "004"}
    assert bootpay.cancel_payment(receipt_id, refund=refund)["cancelled_price"] == 3000


def test_wrong_credentials_and_an_old_token_are_refused(emulator):
    application_id = emulator.merchant["application_id"]
    wrong = BootpayBackend(application_id, "wrong")
    assert wrong.get_access_token()["error_code"] == "APP_SK_NOT_MATCHED"
    wrong = BootpayBackend(client_key="wrong", secret_key="wrong")
    assert wrong.receipt_payment(NOBODY)["error_code"] == "TOKEN_KEY_INVALID"

    bootpay = client(emulator, "application_id", "private_key")
    first = bootpay.get_access_token()["access_token"]
    assert bootpay.receipt_payment(NOBODY)["error_code"] == "RC_NOT_FOUND"
    emulator.control("POST", "clock", {"advance_seconds": 1800})
    assert bootpay.receipt_payment(NOBODY)["error_code"] == "TOKEN_KEY_INVALID"
    assert bootpay.get_access_token()["access_token"] != first
    assert bootpay.receipt_payment(NOBODY)["error_code"] == "RC_NOT_FOUND"


def test_what_a_strict_merchant_would_say(emulator):
    merchant = emulator.control("POST", "merchants", {"strict": True})
    bootpay = BootpayBackend(client_key=merchant["client_key"], secret_key=merchant["secret_key"])
    payment = {"merchant": merchant["id"], "state": "paid"}
    receipt_id = emulator.control("POST", "payments", payment)["receipt_id"]
    assert bootpay.receipt_payment(receipt_id)["status"] == 1
    refusal = bootpay.cancel_payment(receipt_id)
    assert refusal["error_code"] == "EMULATOR_STRICT"
    assert "cancel_id is empty" in refusal["message"]
    assert "refund is null" in refusal["message"]
    assert bootpay.receipt_payment(receipt_id)["cancelled_price"] == 0
