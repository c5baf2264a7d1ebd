"""Each call is a record of the logger `bootpay_core`, if anybody listens to it."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator

import pytest
from bootpay_core import AsyncBootpay, CallEvent, OutcomeUnknownError, RejectedError
from bootpay_core.testing import Emulator


@pytest.fixture
def emulator() -> Iterator[Emulator]:
    with Emulator() as emulator:
        yield emulator


def events(caplog: pytest.LogCaptureFixture) -> list[CallEvent]:
    found = [vars(record)["bootpay"] for record in caplog.records if record.name == "bootpay_core"]
    caplog.clear()
    return found


def test_a_call_is_a_record_with_its_event(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    paid = emulator.pay(order_id="o-1", price=1000, state="paid")["receipt_id"]
    with emulator.client() as bootpay, caplog.at_level(logging.INFO, logger="bootpay_core"):
        bootpay.payments.get(paid)
        assert caplog.records[-1].getMessage().startswith("payments.get done in ")
        (event,) = events(caplog)
        assert (event.endpoint, event.effect, event.outcome, event.status, event.tries) == (
            "payments.get",
            "read",
            "done",
            200,
            1,
        )
        with pytest.raises(RejectedError) as refused:
            bootpay.payments.get("6712ab34c0de5f0012a4b9ff")
        assert str(refused.value).endswith("(receipt 6712ab34c0de5f0012a4b9ff)")
        assert caplog.records[-1].getMessage().startswith("payments.get failed (rejected, RC_NOT_FOUND) in ")
        (event,) = events(caplog)
        assert (event.outcome, event.kind, event.code, event.connection_reused) == (
            "failed",
            "rejected",
            "RC_NOT_FOUND",
            True,
        )


def test_an_unknown_outcome_names_its_attempt(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    paid = emulator.pay(order_id="o-1", price=1000, state="paid")["receipt_id"]
    emulator.fault(path="/v2/cancel", kind="reset", when="after")
    with emulator.client() as bootpay, caplog.at_level(logging.INFO, logger="bootpay_core"):
        with pytest.raises(OutcomeUnknownError) as unknown:
            bootpay.payments.cancel_full(paid)
        (event,) = events(caplog)
        assert unknown.value.attempt is not None
        assert (event.effect, event.outcome, event.attempt_id) == ("money", "unknown", unknown.value.attempt.id)
        assert unknown.value.attempt.id in str(unknown.value) and paid in str(unknown.value)


def test_nothing_is_recorded_where_nobody_listens(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    paid = emulator.pay(order_id="o-1", price=1000, state="paid")["receipt_id"]
    with emulator.client() as bootpay, caplog.at_level(logging.WARNING, logger="bootpay_core"):
        bootpay.payments.get(paid)
        assert events(caplog) == []


def test_awaited_calls_are_recorded_too(emulator: Emulator, caplog: pytest.LogCaptureFixture) -> None:
    paid = emulator.pay(order_id="o-1", price=1000, state="paid")["receipt_id"]

    async def calls() -> None:
        async with emulator.async_client() as bootpay:
            await bootpay.payments.get(paid)

    with caplog.at_level(logging.INFO, logger="bootpay_core"):
        asyncio.run(calls())
    (event,) = events(caplog)
    assert (event.endpoint, event.outcome) == ("payments.get", "done")


def test_the_package_does_not_import_logging() -> None:
    code = "import sys, bootpay_core; sys.exit('logging' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
