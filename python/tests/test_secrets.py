"""Nothing that we make shows a key, a token or an account number."""

from __future__ import annotations

import base64
import copy
import json
import pickle
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import bootpay_core
from bootpay_core import AsyncBootpay, Bootpay, BootpayError, Company, Extra, Refund, ShippingUser, User
from bootpay_core.testing import Emulator

from .clients import CLIENTS, Asyncio, Sync

MARKED: dict[str, Any] = {name: f"marker-{name}" for name in ["client_key", "secret_key", "application_id", "private_key"]}


LEAKS: list[Callable[[object], object]] = [pickle.dumps, copy.copy, copy.deepcopy]


def shown(thing: object) -> str:
    texts = [f"{thing!r} {thing} {thing!a}", "%r %s" % (thing, thing), f"{[thing]} {({'thing': thing})}", json.dumps(thing, default=repr)]
    return f"{texts} {getattr(thing, '__dict__', '')} {[getattr(thing, name) for name in dir(thing)]}"


def told(error: BootpayError) -> str:
    """All that can be had of an exception, and what debuggers show of the frames that are ours."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True).stack
    ours = [frame for frame in frames if frame.filename.startswith(str(Path(bootpay_core.__file__).parent))]
    texts = [*traceback.format_exception(error), shown(error), shown(copy.copy(error)), repr(pickle.dumps(error))]
    texts += [f"{frame.name} {frame.locals}" for frame in ours]
    if error.attempt is not None:
        facts = error.attempt.serialized.split(".")[1]
        texts.append(base64.urlsafe_b64decode(facts + "=" * (-len(facts) % 4)).decode())
    return " ".join([*texts, *(shown(cause) for cause in [error.__cause__, error.__context__])])


@pytest.mark.parametrize("Class", [Bootpay, AsyncBootpay])
def test_a_client(Class: Any) -> None:
    client = Class(**MARKED)
    assert "marker" not in shown(client) + shown(client.payments)
    for leak in LEAKS:
        for thing in [client, client.payments, Refund(bank_account="marker", bank_username="Kim", bank_code="004")]:
            with pytest.raises(TypeError) as caught:
                leak(thing)
            assert "marker" not in str(caught.value)


@pytest.mark.parametrize("field", ["client_key", "secret_key"])
def test_a_refused_key(field: str) -> None:
    with pytest.raises(BootpayError) as caught:
        Bootpay(**{**MARKED, field: "marker\ud800"})
    assert "marker" not in shown(caught.value)


@pytest.mark.parametrize("Client", CLIENTS)
@pytest.mark.parametrize("names", [["client_key", "secret_key"], ["application_id", "private_key"]])
def test_errors(emulator: Emulator, Client: type[Sync] | type[Asyncio], names: list[str]) -> None:
    keys = {name: f"{MARKED[name]}-{Client.__name__}" for name in names}
    merchant = emulator.new_merchant(**keys)
    payment = emulator.pay(merchant=merchant["id"], price=1000, state="paid")
    options = {"base_url": emulator.url, "retries": 0, **keys}
    wrong = {**options, names[1]: "marker-wrong"}
    echo = f"<html>{' '.join(keys.values())}</html>"
    for client, call, fault in [
        (Client(**wrong), "payments.get", None),
        (Client(**wrong), "payments.cancel_full", None),
        (Client(**options), "payments.get", {"status": 500, "body": echo}),
        (Client(**options), "payments.cancel_full", {"status": 400, "body": {"error_code": "X", "message": echo}}),
        (Client(**options), "payments.cancel_full", {"status": 502, "body": echo}),
    ]:
        if fault:
            emulator.fault("/v2/receipt" if call.endswith("get") else "/v2/cancel", status=fault)
        with pytest.raises(BootpayError) as caught:
            client.call(call, payment["receipt_id"])
        leaked = [told(caught.value)]
        leaked += [shown(attempt) for attempt in client.unresolved()]
        for value in [*keys.values(), "marker-wrong"]:
            assert value not in "".join(leaked)


def test_errors_and_replies_can_go_to_another_process(
    emulator: Emulator, merchant: dict[str, Any], receipt_id: str
) -> None:
    with emulator.client(merchant) as bootpay:
        receipt = bootpay.payments.get(receipt_id, lookup_user_data=True)
        emulator.fault("/v2/cancel", kind="reset")
        with pytest.raises(BootpayError) as caught:
            bootpay.payments.cancel_full(receipt_id)
        verified = bootpay.payments.verify(receipt_id, order_id="o-1", price=15_000)
    assert pickle.loads(pickle.dumps(receipt)) == receipt
    error = pickle.loads(pickle.dumps(caught.value))
    assert type(error) is type(caught.value)
    assert (str(error), error.__dict__) == (str(caught.value), caught.value.__dict__)
    # Nobody can make one.
    with pytest.raises(TypeError):
        pickle.dumps(verified)
    with pytest.raises(TypeError):
        type(verified)()


CARD: dict[str, Any] = {
    "card_no": "9450111122223333", "card_pw": "73", "card_identity_no": "860914", "card_expire_year": "47", "card_expire_month": "11",
}


@pytest.mark.parametrize("Client", CLIENTS)
def test_the_data_of_a_card(emulator: Emulator, Client: type[Sync] | type[Asyncio]) -> None:
    client = Client(**emulator.options())
    plain = f"{CARD['card_no']} {CARD['card_identity_no']} 01098765432"
    encoded = [base64.b64encode(plain.encode()).decode(), plain.encode().hex(), "".join(f"%{byte:02x}" for byte in plain.encode())]
    echo = {"error_code": "X", "message": plain}
    extra = Extra(identity_no="01098765432")
    assert "01098765432" not in shown(extra)
    hostile = [{"status": 400, "body": {"error_code": text, "message": text}} for text in encoded]
    for status in [*hostile, {"status": 400, "body": echo}, {"status": 502, "body": str(CARD)}]:
        emulator.fault("/v2/request/subscribe", status=status)
        with pytest.raises(BootpayError) as caught:
            client.call("billing.issue_card", "nicepay", order_name="Tea", subscription_id="s", price=1000, extra=extra, **CARD)
        leaked = told(caught.value)
        leaked += "".join(shown(attempt) for attempt in client.unresolved())
        for value in ["9450111122223333", "860914", "01098765432", *encoded]:
            assert value not in leaked
    assert len(client.unresolved()) == 1


@pytest.mark.parametrize("Client", CLIENTS)
def test_what_a_reply_holds_can_be_read_and_is_not_shown(emulator: Emulator, Client: type[Sync] | type[Asyncio]) -> None:
    merchant = emulator.new_merchant()
    keys = {name: merchant[name] for name in ["application_id", "private_key"]}
    client = Client(base_url=emulator.url, **keys)
    token = client.call("users.token", "u-1")
    assert len(token.user_token) > 10
    certificate = {"receipt_id": "c-1", "status": 12, "authenticate_data": {"name": "Kim", "unique": "marker-unique"}}
    emulator.fault("/v2/certificate", status={"status": 200, "body": certificate})
    verified = client.call("identity.certificate", "c-1")
    assert verified.authenticate_data.unique == "marker-unique"
    for reply, secret in [(token, token.user_token), (verified, "marker-unique"), (verified.authenticate_data, "marker-unique")]:
        assert "•••" in repr(reply)
        assert secret not in f"{reply!r} {reply} {vars_of(reply)}"
    for leak in LEAKS:
        for holder in [token, verified.authenticate_data]:
            with pytest.raises(TypeError) as caught:
                leak(holder)
            assert token.user_token not in str(caught.value) and "marker" not in str(caught.value)
    # Without it, where it is deeper inside.
    assert "marker" not in repr(pickle.dumps(verified))
    emulator.fault("/v2/certificate", status={"status": 200, "body": {**certificate, "status": "marker"}})
    with pytest.raises(BootpayError) as refused:
        client.call("identity.certificate", "c-1")
    assert "marker-unique" not in shown(refused.value)


def vars_of(reply: Any) -> str:
    """Everything but what is secret, and what holds it."""
    hidden = {"user_token", "unique"}
    return " ".join(repr(getattr(reply, name)) for name in dir(reply) if name not in hidden)


PRINTED: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "tests" / "printed.json").read_text())


def prints(thing: object) -> str:
    return f"{thing!r} {thing} {thing!a} {[thing]} {(thing, {'a': thing})} {'%r %s' % ([thing], [thing])}"


@pytest.mark.parametrize("Client", CLIENTS)
@pytest.mark.parametrize("case", PRINTED, ids=lambda case: case["call"])
def test_personal_data_is_masked_and_readable(
    emulator: Emulator, Client: type[Sync] | type[Asyncio], case: dict[str, Any]
) -> None:
    merchant = emulator.new_merchant()
    keys = {name: merchant[name] for name in ["client_key", "secret_key", "application_id", "private_key"]}
    client = Client(base_url=emulator.url, mode="live", **keys)
    emulator.fault(case["path"], status={"status": 200, "body": case["body"]})
    reply = client.call(case["call"], **case["with"])
    assert "PERSONAL" not in prints(reply) and "raw=" not in prints(reply)
    first: Any = reply[0] if isinstance(reply, list) else reply
    body = case["body"][0] if isinstance(case["body"], list) else case["body"]
    # A payment that was verified, or made by wallets, holds its receipt.
    holder: Any = getattr(first, "receipt", first)
    assert holder.raw == body
    if "user" in body:
        assert "username=•••" in repr(reply) and "email=•••" in repr(reply)
        assert (holder.user.username, holder.user.addr) == ("PERSONAL", "PERSONAL")
        # An absent one is not shown.
        assert "•••" not in repr(type(holder.user)._from_json('{"id": "u-1"}'))


def test_personal_data_that_is_sent_is_masked() -> None:
    named = User(id="u-1", username="PERSONAL", phone="PERSONAL", email="PERSONAL", birth="PERSONAL", area="PERSONAL", addr="PERSONAL")
    refund = Refund(bank_account="PERSONAL", bank_username="PERSONAL", bank_code="004")
    recipient = ShippingUser(username="PERSONAL", phone="PERSONAL", zipcode="PERSONAL", address="PERSONAL")
    sender = Company(name="PERSONAL", phone="PERSONAL", zipcode="PERSONAL", addr1="PERSONAL", addr2="PERSONAL")
    for sent in [named, refund, recipient, sender]:
        assert "PERSONAL" not in prints(sent) and "•••" in repr(sent)
    assert (named.username, refund.bank_username, sender.addr2) == ("PERSONAL",) * 3
    assert repr(User(id="u-1")) == "User(id='u-1')"


@pytest.mark.parametrize("Client", CLIENTS)
def test_an_error_prints_no_body(emulator: Emulator, Client: type[Sync] | type[Asyncio]) -> None:
    client = Client(**emulator.options())
    emulator.fault("/v2/receipt", status={"status": 200, "body": {"status": "?", "user": {"username": "PERSONAL"}}})
    with pytest.raises(BootpayError) as caught:
        client.call("payments.get", "r-1")
    assert "PERSONAL" in (caught.value.body or "")
    printed = "".join([prints(caught.value), *traceback.format_exception(caught.value)])
    assert "PERSONAL" not in printed
