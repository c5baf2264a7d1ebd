"""Bad input: an `InvalidError` that names the field, before anything is sent."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from bootpay_core import AsyncBootpay, Bootpay, Extra, InvalidError, Item, Refund, User, explain_retry
from bootpay_core.testing import Emulator

from .clients import CLIENTS, Asyncio, Sync

KEYS: dict[str, Any] = {"client_key": "c", "secret_key": "s"}
ID = "6712ab34c0de5f0012a4b901"


@pytest.mark.parametrize("Class", [Bootpay, AsyncBootpay])
@pytest.mark.parametrize(
    ("options", "field"),
    [
        ({}, "client_key"),
        ({"client_key": "c"}, "secret_key"),
        ({"secret_key": "s"}, "client_key"),
        ({"client_key": "c", "secret_key": " "}, "secret_key"),
        ({"client_key": "", "secret_key": ""}, "client_key"),
        ({"client_key": "c", "secret_key": 5}, "secret_key"),
        ({"client_key": b"c", "secret_key": "s"}, "client_key"),
        ({"client_key": "c", "secret_key": "\ud800"}, "secret_key"),
        ({"application_id": "a"}, "private_key"),
        ({"private_key": "p"}, "application_id"),
        ({**KEYS, "application_id": "a"}, "private_key"),
        ({**KEYS, "base_url": "http://api.bootpay.co.kr"}, "base_url"),
        ({**KEYS, "base_url": "api.bootpay.co.kr"}, "base_url"),
        ({**KEYS, "base_url": ""}, "base_url"),
        ({**KEYS, "base_url": 1}, "base_url"),
        *(
            ({**KEYS, "base_url": url}, "base_url")
            for url in [" https://shop.example", "https://shop.example\n", "https://sh\top.example", "https://shop.example\0"]
        ),
        *(({**KEYS, "base_url": url}, "base_url") for url in [r"https:\\shop.example", "https://@shop.example", "https://가게.example"]),
        ({**KEYS, "mode": "prod"}, "mode"),
        ({**KEYS, "mode": 1}, "mode"),
        ({**KEYS, "timeout": 0}, "timeout"),
        ({**KEYS, "timeout": -1}, "timeout"),
        ({**KEYS, "timeout": float("nan")}, "timeout"),
        ({**KEYS, "money_timeout": float("inf")}, "money_timeout"),
        ({**KEYS, "money_timeout": timedelta(days=2)}, "money_timeout"),
        ({**KEYS, "connect_timeout": "5"}, "connect_timeout"),
        ({**KEYS, "connect_timeout": True}, "connect_timeout"),
        ({**KEYS, "connect_timeout": 10**400}, "connect_timeout"),
        ({**KEYS, "ca_certificates": "not a certificate"}, "ca_certificates"),
        ({**KEYS, "environment_proxy": "yes"}, "environment_proxy"),
    ],
)
def test_of_a_client(Class: Any, options: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidError) as caught:
        Class(**options)
    assert caught.value.field == field
    assert caught.value.repeat == "never"


CANCEL: dict[str, Any] = {"receipt_id": ID, "cancel_price": 1000, "cancel_id": "c"}
CONFIRM: dict[str, Any] = {"receipt_id": ID, "order_id": "o", "price": 1000}
CHARGE: dict[str, Any] = {"billing_key": "bk-1", "order_name": "Tea", "order_id": "o", "price": 1000}
CARD = ["card_no", "card_pw", "card_identity_no", "card_expire_year", "card_expire_month"]
DATES: list[Any] = [None, "2030-01-01T00:00:00+09:00", 1_900_000_000, date(2030, 1, 1), datetime(2030, 1, 1)]
AMOUNTS: list[Any] = [0, -1, 2**53 + 1, 2**63, -(10**30), 1.5, 1000.0, float("nan"), True, "5", Decimal(5), None, [5]]
IDS: list[Any] = ["", ".", "..", "a\nb", "\x7f", "x" * 129, "가" * 43, "\ud800", None, 5, b"x"]


@pytest.mark.parametrize("Client", CLIENTS)
@pytest.mark.parametrize(
    ("call", "arguments", "field"),
    [
        *(("payments.get", {"receipt_id": value}, "receipt_id") for value in IDS),
        *(("payments.find_by_order", {"order_id": value}, "order_id") for value in IDS),
        *(("payments.confirm", {**CONFIRM, "order_id": value}, "order_id") for value in IDS),
        *(("payments.cancel_partial", {**CANCEL, "cancel_id": value}, "cancel_id") for value in IDS),
        *(("payments.confirm", {**CONFIRM, "price": value}, "price") for value in AMOUNTS),
        *(("payments.verify", {**CONFIRM, "price": value}, "price") for value in AMOUNTS),
        *(("payments.cancel_partial", {**CANCEL, "cancel_price": value}, "cancel_price") for value in AMOUNTS),
        ("payments.cancel_partial", {**CANCEL, "cancel_tax_free": 0.5}, "cancel_tax_free"),
        ("payments.cancel_full", {"receipt_id": ID, "cancel_message": 5}, "cancel_message"),
        ("payments.cancel_full", {"receipt_id": ID, "refund": {"bank_account": "1"}}, "refund"),
        ("payments.get", {"receipt_id": ID, "lookup_user_data": 1}, "lookup_user_data"),
        ("billing.charge", {**CHARGE, "items": "tea"}, "items"),
        ("billing.charge", {**CHARGE, "items": [{"id": "i-1"}]}, "items"),
        ("billing.charge", {**CHARGE, "user": {"id": "u-1"}}, "user"),
        ("billing.charge", {**CHARGE, "content_type": "text/plain"}, "content_type"),
        ("billing.charge", {**CHARGE, "metadata": object()}, "metadata"),
        *(("reservations.create", {**CHARGE, "reserve_execute_at": value}, "reserve_execute_at") for value in DATES),
        ("payments.get", {"receipt_id": ID, "timeout": 0}, "timeout"),
        ("payments.get", {"receipt_id": ID, "timeout": float("nan")}, "timeout"),
        ("payments.get", {"receipt_id": ID, "timeout": "soon"}, "timeout"),
    ],
)
def test_of_a_call(
    running: Emulator, Client: type[Sync] | type[Asyncio], call: str, arguments: dict[str, Any], field: str
) -> None:
    running.clear()
    client = Client(**running.options())
    with pytest.raises(InvalidError) as caught:
        client.call(call, **arguments)
    assert (caught.value.field, caught.value.endpoint, caught.value.status) == (field, call, None)
    assert str(caught.value).startswith(f"{call}: invalid: {field} must ")
    assert running.requests() == []


CUT = "녹차 \ud83c"  # Half of an emoji, as a text of JavaScript or Java may be cut.


@pytest.mark.parametrize("Client", CLIENTS)
@pytest.mark.parametrize(
    ("call", "arguments", "field"),
    [
        ("payments.confirm", {**CONFIRM, "order_id": CUT}, "order_id"),
        ("payments.cancel_full", {"receipt_id": ID, "cancel_message": CUT}, "cancel_message"),
        ("payments.cancel_full", {"receipt_id": ID, "metadata": CUT}, "metadata"),
        ("payments.cancel_full", {"receipt_id": ID, "metadata": {"a": [{"b": (1, CUT)}]}}, "metadata"),
        ("payments.cancel_full", {"receipt_id": ID, "metadata": {"a": {CUT: 1}}}, "metadata"),
        ("billing.charge", {**CHARGE, "order_name": CUT}, "order_name"),
        ("billing.issue_card", {"pg": CUT, "order_name": "Tea", "subscription_id": "s", **dict.fromkeys(CARD, "1")}, "pg"),
        ("billing.issue_card", {"pg": "nicepay", "order_name": "Tea", "subscription_id": "s", **dict.fromkeys(CARD, CUT)}, "card_no"),
        ("attempts.resolve", {"serialized": CUT}, "serialized"),
    ],
)
def test_text_that_is_not_unicode(
    running: Emulator, Client: type[Sync] | type[Asyncio], call: str, arguments: dict[str, Any], field: str
) -> None:
    running.clear()
    with pytest.raises(InvalidError, match="must be Unicode text") as caught:
        Client(**running.options()).call(call, **arguments)
    assert (caught.value.field, caught.value.endpoint) == (field, call)
    assert running.requests() == []


def test_parts_that_are_not_unicode() -> None:
    parts: list[tuple[Any, dict[str, Any], str]] = [
        (Item, {"id": "i-1", "name": CUT, "qty": 1, "price": 1}, "name"),
        (Item, {"id": CUT, "name": "Tea", "qty": 1, "price": 1}, "id"),
        (User, {"username": CUT}, "username"),
        (Extra, {"enable_easy_payments": ["kakao", CUT]}, "enable_easy_payments"),
        (Refund, {"bank_account": CUT, "bank_username": "Kim", "bank_code": "004"}, "bank_account"),
    ]
    for Class, arguments, field in parts:
        with pytest.raises(InvalidError, match="must be Unicode text") as caught:
            Class(**arguments)
        assert caught.value.field == field
    with Bootpay(**KEYS) as bootpay, pytest.raises(InvalidError) as caught:
        bootpay.attempts.acknowledge(CUT)
    assert (caught.value.field, caught.value.endpoint) == ("attempt_id", "attempts.acknowledge")
    with pytest.raises(InvalidError) as caught:
        explain_retry(CUT)
    assert caught.value.field == "endpoint"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"price": Decimal("15000")}, "price must be a whole number of won, not Decimal: an int is wanted"),
        ({"price": 15000.0}, "price must be a whole number of won, not float: an int is wanted"),
        ({"price": "15000"}, "price must be a whole number of won, not str: an int is wanted"),
        ({"tax_free": True}, "tax_free must be a whole number of won, not bool: an int is wanted"),
        ({"items": [{"id": "i-1"}]}, "items must be list[Item], not list: [0] is dict"),
        ({"items": (Item(id="i-1", name="Tea", qty=1, price=1), None)}, "items must be list[Item], not tuple: [1] is NoneType"),
        ({"items": {"id": "i-1"}}, "items must be list[Item], not dict"),
        ({"items": (item for item in iter(lambda: 1, 2))}, "items must be list[Item], not generator"),
        ({"user": {"id": "u-1"}}, "user must be User, not dict"),
        ({"order_name": 5}, "order_name must be str, not int"),
    ],
)
def test_a_wrong_type_is_told_with_the_wanted_one(arguments: dict[str, Any], message: str) -> None:
    with Bootpay(**KEYS) as bootpay, pytest.raises(InvalidError) as caught:
        bootpay.billing.charge(**{**CHARGE, **arguments})
    assert str(caught.value) == f"billing.charge: invalid: {message}"


def test_what_is_no_argument_at_all() -> None:
    with Bootpay(**KEYS) as bootpay:
        with pytest.raises(TypeError, match="receipt_id"):
            bootpay.payments.get()  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="'id'"):
            bootpay.payments.get(ID, id=5)  # type: ignore[call-arg]
        with pytest.raises(TypeError, match="positional"):
            bootpay.payments.confirm(ID, "o", 5)  # type: ignore[call-arg]


def test_a_timeout_is_seconds_or_a_timedelta(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    with emulator.client(merchant, timeout=timedelta(seconds=30), money_timeout=60, connect_timeout=0.5) as bootpay:
        timeouts: list[float | timedelta] = [5, 0.5, timedelta(milliseconds=500)]
        for timeout in timeouts:
            assert bootpay.payments.get(receipt_id, timeout=timeout).price == 15_000


def test_whole_numbers_of_other_types_are_amounts(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    class Amount:
        def __index__(self) -> int:
            return 15_000

    with emulator.client(merchant) as bootpay:
        assert bootpay.payments.verify(receipt_id, order_id="o-1", price=Amount()).price == 15_000  # type: ignore[arg-type]


def test_a_closed_client_refuses_calls(emulator: Emulator, merchant: dict[str, Any], receipt_id: str) -> None:
    clients: list[Sync | Asyncio] = [Sync(**emulator.options(merchant)), Asyncio(**emulator.options(merchant))]
    for client in clients:
        assert client.call("payments.get", receipt_id).price == 15_000
        client.bootpay.close()
        client.bootpay.close()
        with pytest.raises(InvalidError, match="client is closed"):
            client.call("payments.get", receipt_id)
        assert client.unresolved() == []
        assert "closed" in repr(client.bootpay)


def test_a_refund_account(emulator: Emulator, merchant: dict[str, Any]) -> None:
    refund = Refund(bank_account="110222333444", bank_username="Kim", bank_code="004")
    assert repr(refund) == "Refund(bank_account=•••, bank_username=•••, bank_code='004')"
    assert not hasattr(refund, "bank_account")
    payment = emulator.pay(merchant=merchant["id"], method="vbank", state="paid", price=1000)
    with emulator.client(merchant) as bootpay:
        bootpay.payments.cancel_full(payment["receipt_id"], refund=refund)
    sent = emulator.requests(merchant)[-1]["body"]["refund"]
    assert sent == {"bank_account": "110222333444", "bank_username": "Kim", "bank_code": "004"}
