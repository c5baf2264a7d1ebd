"""Every call of the official Python SDK, on the emulator, gets a well-formed answer."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bootpay_backend import BootpayBackend

from catalogue import SURFACE, example, names

DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00")
ID = re.compile(r"[0-9a-f]{24}")


class Calls:
    """Makes calls, and notes which."""

    def __init__(self, emulator: Any, merchant: dict[str, Any], keys: tuple[str, str]) -> None:
        self.emulator = emulator
        self.merchant = merchant
        self.made: set[str] = set()
        self._client = BootpayBackend(**{key: merchant[key] for key in keys})

    def __call__(self, endpoint: str, method: str, /, **arguments: Any) -> Any:
        self.made.add(method)
        answer = getattr(self._client, method)(**arguments)
        assert_like(method, example(endpoint), answer)
        return answer

    def pay(self, **fields: Any) -> str:
        """A payment that a buyer made."""
        payment = self.emulator.control("POST", "payments", {"merchant": self.merchant["id"], **fields})
        return str(payment["receipt_id"])


def assert_like(where: str, expected: Any, found: Any) -> None:
    """Has what the example has, of the same type and format; more is welcome."""
    match expected:
        case None:
            pass
        case dict():
            assert isinstance(found, dict), f"{where} is {found!r}"
            assert expected.keys() <= found.keys(), f"{where} lacks {expected.keys() - found.keys()}: {found}"
            for name, value in expected.items():
                assert_like(f"{where}.{name}", value, found[name])
        case [first, *_]:
            assert isinstance(found, list) and found, f"{where} is {found!r}"
            for item in found:
                assert_like(f"{where}[]", first, item)
        case str():
            assert isinstance(found, str), f"{where} is {found!r}"
            for form in (DATE, ID):
                assert not form.fullmatch(expected) or form.fullmatch(found), f"{where} is {found!r}"
        case bool() | list():
            assert type(found) is type(expected), f"{where} is {found!r}"
        case _:
            assert isinstance(found, (int, float)) and not isinstance(found, bool), f"{where} is {found!r}"


@pytest.mark.filterwarnings("ignore:.*is deprecated")
@pytest.mark.parametrize("keys", [("client_key", "secret_key"), ("application_id", "private_key")], ids=lambda k: k[0])
def test(emulator: Any, keys: tuple[str, str]) -> None:
    merchant = emulator.control("POST", "merchants", {"consent": "given", "basic_for_users": True})
    call = Calls(emulator, merchant, keys)
    payments(call)
    billing(call)
    users(call)
    identity(call)
    escrow(call)
    cash_receipts(call)
    assert call.made == {name for entry in SURFACE for name in names(entry, "python")}


def payments(call: Calls) -> None:
    call("token.issue", "get_access_token")
    receipt_id = call.pay(order_id="o-1", price=15000)
    assert call("payment.confirm", "confirm_payment", receipt_id=receipt_id)["status"] == 1
    assert call("receipt.get", "receipt_payment", receipt_id=receipt_id)["order_id"] == "o-1"
    part = call("payment.cancel", "cancel_payment", receipt_id=receipt_id, cancel_id="o-1/1", cancel_price=5000)
    assert part["cancelled_price"] == 5000
    assert call("payment.cancel", "cancel_payment", receipt_id=receipt_id)["cancelled_price"] == 15000


def billing(call: Calls) -> None:
    key = call(
        "billing.issue_card",
        "request_subscribe_billing_key",
        pg="nicepay",
        order_name="monthly plan",
        subscription_id="sub-1",
        card_no="5570123412341074",
        card_pw="12",
        card_identity_no="861014",
        card_expire_year="40",
        card_expire_month="12",
        user={"id": "member-7", "username": "홍길동", "phone": "01012345678"},
    )
    billing_key = key["billing_key"]
    found = call("billing.lookup_by_receipt", "lookup_subscribe_billing_key", receipt_id=key["receipt_id"])
    assert found["billing_key"] == billing_key
    looked = call("billing.lookup", "lookup_billing_key", billing_key=billing_key)
    assert (looked["billing_key"], looked["status"], "subscription_id" in looked) == (billing_key, 1, False)
    owned = {"widget_key": "widget-1", "billing_key": billing_key, "user_id": "member-7"}
    assert call("billing.lookup_sequential", "lookup_sequential_billing_key", **owned)["billing_key"] == billing_key

    order = {"billing_key": billing_key, "order_name": "monthly plan", "price": 9900}
    for number, method in enumerate(("request_subscribe_payment", "request_subscribe_card_payment")):
        paid = call("billing.pay", method, **order, order_id=f"monthly-{number}", tax_free=900)
        assert (paid["status"], paid["price"], paid["tax_free"]) == (1, 9900, 900)

    later = {"order_id": "monthly-later", "reserve_execute_at": "2099-12-01T09:00:00+0900"}
    reserve_id = call("reserve.create", "subscribe_payment_reserve", **order, **later)["reserve_id"]
    found = call("reserve.get", "subscribe_payment_reserve_lookup", reserve_id=reserve_id)
    assert (found["status"], found["order_id"], found["reserve_execute_at"]) == (
        0,
        "monthly-later",
        "2099-12-01T09:00:00+09:00",
    )
    assert call("reserve.cancel", "cancel_subscribe_reserve", reserve_id=reserve_id)["success"] is True
    assert call("billing.destroy", "destroy_billing_key", billing_key=billing_key) == {"billing_key": billing_key}

    asked = call(
        "billing.issue_transfer",
        "request_subscribe_automatic_transfer_billing_key",
        pg="nicepay",
        order_name="monthly plan",
        subscription_id="sub-2",
        username="홍길동",
        bank_name="국민",
        bank_account="66000000000000",
        identity_no="861014",
        phone="01012345678",
    )
    assert (asked["status"], asked["order_id"]) == (41, "sub-2")
    published = call(
        "billing.publish_transfer", "publish_automatic_transfer_billing_key", receipt_id=asked["receipt_id"]
    )
    assert (published["status"], published["subscription_id"]) == (11, "sub-2")


def users(call: Calls) -> None:
    call("user.token", "request_user_token", user_id="member-7", username="홍길동", gender=0, birth="861014")
    wallet = {"merchant": call.merchant["id"], "user_id": "member-7", "sandbox": True}
    call.emulator.control("POST", "wallets", wallet)
    order = {"user_id": "member-7", "order_name": "green tea", "price": 9900, "order_id": "o-3", "sandbox": True}
    assert call("wallet.pay", "request_wallet_payment", **order)["order_id"] == "o-3"
    assert len(call("wallet.list", "get_user_wallets", user_id="member-7", sandbox=True)) == 1


def identity(call: Calls) -> None:
    person = {"username": "홍길동", "identity_no": "8610141", "carrier": "SKT", "phone": "01012345678"}
    asked = call(
        "auth.request",
        "request_authentication",
        pg="다날",
        method="본인인증",
        order_name="sign-up",
        authentication_id="auth-1",
        client_ip="203.0.113.7",
        **person,
    )
    receipt_id = asked["receipt_id"]
    again = call("auth.realarm", "realarm_authentication", receipt_id=receipt_id)
    assert again["authenticate_data"]["number_of_realarms"] == 1
    otp = call.emulator.control("GET", f"identities/{receipt_id}")["otp"]
    assert call("auth.confirm", "confirm_authentication", receipt_id=receipt_id, otp=otp)["status"] == 12
    assert call("auth.certificate", "certificate", receipt_id=receipt_id)["authenticate_data"]["name"] == "홍길동"


def escrow(call: Calls) -> None:
    receipt_id = call.pay(escrow=True, state="paid")
    parcel = {"tracking_number": "123456789012", "delivery_corp": "CJ대한통운"}
    shipped = call("escrow.shipping_start", "shipping_start", receipt_id=receipt_id, **parcel)
    assert shipped["escrow_data"]["status"] == 3


def cash_receipts(call: Calls) -> None:
    receipt_id = call.pay(method="bank", state="paid")
    issued = call(
        "cash.publish_on_receipt", "cash_receipt_publish_on_receipt", receipt_id=receipt_id, identity_no="01012345678"
    )
    assert issued["receipt_id"] == receipt_id
    assert call("cash.cancel_on_receipt", "cash_receipt_cancel_on_receipt", receipt_id=receipt_id) is None
    sold = {"order_name": "green tea", "order_id": "o-4", "price": 15000, "identity_no": "01012345678"}
    alone = call("cash.publish", "request_cash_receipt", **sold, purchased_at="2026-11-01T10:00:00+0900")
    assert alone["status"] == 60
    assert call("cash.cancel", "cancel_cash_receipt", receipt_id=alone["receipt_id"])["status"] == 61
