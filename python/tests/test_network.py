"""Connections that cannot be had, certificates that cannot be trusted, answers that cannot be read."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from bootpay_core import UnexpectedResponseError, BootpayError, NotSentError, OutcomeUnknownError, UnavailableError
from bootpay_core.testing import Emulator

from .clients import CLIENTS, Asyncio, Sync

Client = type[Sync] | type[Asyncio]
both = pytest.mark.parametrize("Client", CLIENTS)
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("payments.get", {}),
    ("payments.cancel_full", {}),
    ("payments.confirm", {"order_id": "o-1", "price": 1000}),
]
each_call = pytest.mark.parametrize(("call", "arguments"), CALLS, ids=[call for call, _ in CALLS])


def not_sent(client: Sync | Asyncio, call: str, arguments: dict[str, Any]) -> NotSentError:
    with pytest.raises(NotSentError) as caught:
        client.call(call, "6712ab34c0de5f0012a4b901", **arguments)
    error = caught.value
    assert (error.repeat, error.endpoint, error.status, error.attempt) == ("safe", call, None, None)
    assert client.unresolved() == []
    return error


@both
@each_call
@pytest.mark.parametrize("certificate", ["untrusted", "expired", "wrong-host"])
def test_a_certificate_that_must_not_be_trusted(
    Client: Client, certificate: str, call: str, arguments: dict[str, Any]
) -> None:
    untrusted = certificate == "untrusted"
    with Emulator("--tls", "--certificate", "valid" if untrusted else certificate) as emulator:
        options = emulator.options()
        not_sent(Client(**{**options, "ca_certificates": None} if untrusted else options), call, arguments)
        if untrusted:  # Of the others, the test itself could not ask.
            assert emulator.requests() == []


@both
def test_a_certificate_that_is_trusted(Client: Client) -> None:
    with Emulator("--tls") as emulator:
        assert emulator.url.startswith("https:")
        payment = emulator.pay(price=1000, state="paid")
        client = Client(**emulator.options())
        assert client.call("payments.get", payment["receipt_id"]).price == 1000
        assert client.call("payments.cancel_full", payment["receipt_id"]).cancelled_price == 1000


@both
@each_call
def test_a_refused_connection(Client: Client, call: str, arguments: dict[str, Any]) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        port = unused.getsockname()[1]
    not_sent(Client(client_key="c", secret_key="s", base_url=f"http://127.0.0.1:{port}"), call, arguments)


@both
@each_call
def test_an_unknown_host(Client: Client, call: str, arguments: dict[str, Any]) -> None:
    client = Client(client_key="c", secret_key="s", base_url="https://no-such-host.invalid", connect_timeout=2)
    not_sent(client, call, arguments)


FAULTS: list[tuple[dict[str, Any], type[BootpayError], int | None, str | None]] = [
    ({"kind": "html_502"}, UnavailableError, 502, "<"),
    ({"kind": "empty"}, UnexpectedResponseError, 200, ""),
    ({"kind": "truncated"}, UnavailableError, None, None),
    ({"kind": "wrong_content_type"}, UnexpectedResponseError, 200, "{"),
    ({"kind": "not_json"}, UnexpectedResponseError, 200, ""),
    ({"kind": "reset"}, UnavailableError, None, None),
]
each_fault = pytest.mark.parametrize(
    ("fault", "expected", "status", "body"), FAULTS, ids=[str(fault["kind"]) for fault, *_ in FAULTS]
)


@both
@each_fault
def test_a_read_with_an_answer_that_cannot_be_read(
    emulator: Emulator,
    merchant: dict[str, Any],
    receipt_id: str,
    Client: Client,
    fault: dict[str, Any],
    expected: type[BootpayError],
    status: int | None,
    body: str | None,
) -> None:
    client = Client(retries=0, **emulator.options(merchant))
    emulator.fault("/v2/receipt", **fault)
    with pytest.raises(expected) as caught:
        client.call("payments.get", receipt_id)
    assert (caught.value.status, caught.value.repeat) == (status, "safe")
    if body is not None:
        assert caught.value.body is not None and caught.value.body.startswith(body)
    assert client.call("payments.get", receipt_id).price == 15_000


@both
@each_fault
@pytest.mark.parametrize("when", ["before", "after"])
def test_money_with_an_answer_that_cannot_be_read(
    emulator: Emulator,
    merchant: dict[str, Any],
    receipt_id: str,
    Client: Client,
    fault: dict[str, Any],
    expected: type[BootpayError],
    status: int | None,
    body: str | None,
    when: str,
) -> None:
    client = Client(**emulator.options(merchant))
    emulator.fault("/v2/cancel", when=when, **fault)
    with pytest.raises(OutcomeUnknownError) as caught:
        client.call("payments.cancel_full", receipt_id)
    error = caught.value
    assert (error.status, error.repeat) == (status, "after_resolve")
    assert error.attempt and (error.attempt.receipt_id, error.attempt.outcome) == (receipt_id, "unknown")
    assert client.unresolved() == [error.attempt]
    assert len([request for request in emulator.requests(merchant) if request["path"] == "/v2/cancel"]) == 1
