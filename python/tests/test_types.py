"""What type checkers are told, by assertions that mypy reads."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, get_args

import bootpay_core
from bootpay_core import AsyncBootpay, Attempt, Bootpay, BootpayError, Extra, Item, OutcomeUnknownError, Receipt, VerifiedPayment
from bootpay_core import enums
from bootpay_core.testing import Emulator
from bootpay_core.enums import NAMES, ErrorKind, Name, Repeat

if TYPE_CHECKING:
    from typing_extensions import assert_type

    def stays_typed(bootpay: Bootpay, asynchronous: AsyncBootpay, error: BootpayError) -> None:
        assert_type(bootpay.payments.get("r"), Receipt)
        assert_type(bootpay.payments.find_by_order("o"), list[Receipt])
        assert_type(bootpay.payments.confirm("r", order_id="o", price=1), VerifiedPayment)
        call: Coroutine[Any, Any, Receipt] = asynchronous.payments.get("r", timeout=timedelta(1))
        call.close()
        asynchronous.payments.get("r")  # type: ignore[unused-coroutine]
        assert_type(bootpay.payments.get("r").purchased_at, datetime | None)
        assert_type(bootpay.attempts.unresolved(), list[Attempt])
        assert_type(error.kind, ErrorKind)
        assert_type(error.repeat, Repeat)
        assert_type(error.attempt, Attempt | None)
        if isinstance(error, OutcomeUnknownError):
            assert_type(error.attempt, Attempt)
        assert_type(bootpay.payments.get("r").to_dict(), dict[str, Any])
        assert_type(NAMES["Bank"].get("004"), Name | None)
        bootpay.payments.cancel_partial("r", cancel_price=1)  # type: ignore[call-arg]
        bootpay.payments.cancel_partial("r", cancel_price=1.5, cancel_id="c")  # type: ignore[arg-type]
        Bootpay(mode="prod")  # type: ignore[arg-type]

    class Index:
        def __index__(self) -> int: ...

    def takes_sequences_and_whole_numbers(bootpay: Bootpay, items: Sequence[Item], item: Item, index: Index) -> None:
        bootpay.payments.cancel_full("r", items=items)
        bootpay.payments.cancel_full("r", items=(item,))
        bootpay.payments.cancel_full("r", items={0: item})  # type: ignore[arg-type]
        bootpay.payments.cancel_full("r", items=["tea"])  # type: ignore[list-item]
        bootpay.payments.request(1, order_name="Tea", order_id="o", methods=["card", "phone"], widget=1)
        bootpay.payments.request(1, order_name="Tea", order_id="o", methods={0: "card"})  # type: ignore[arg-type]
        bootpay.payments.request(1, order_name="Tea", order_id="o", widget=index)  # type: ignore[arg-type]
        Extra(enable_easy_payments=("kakao",), enable_card_companies=["SHINHAN"])
        Extra(enable_easy_payments={0: "kakao"})  # type: ignore[arg-type]
        Bootpay(retries=index)  # type: ignore[arg-type]


def test_every_public_name_is_there() -> None:
    for name in bootpay_core.__all__:
        assert getattr(bootpay_core, name).__doc__, name


def test_words_have_names() -> None:
    assert NAMES["Bank"]["004"] == Name(english="KB Kookmin Bank", korean="국민")
    assert NAMES["Status"]["paid"].korean == "결제완료"
    assert NAMES["AuthType"]["간편인증"].english
    assert NAMES["Mode"]["live"].korean is None
    assert set(NAMES) == set(enums.__all__) - {"NAMES", "Name"}
    # Each is a type of its own, whose words are those that have names.
    for kind, names in NAMES.items():
        parts = [part for part in get_args(getattr(enums, kind)) if part is not str]
        assert [word for part in parts or [getattr(enums, kind)] for word in get_args(part)] == list(names)


def test_docs_tell_the_arguments() -> None:
    doc = Bootpay(client_key="c", secret_key="s").payments.cancel_partial.__doc__
    assert doc and "Args:\n    receipt_id: Bootpay's id of the payment, 24 hex characters.\n    cancel_price: Amount to refund, in won" in doc
    assert "    timeout: Total timeout of the call" in doc


def test_values_are_pythons_own(emulator: Emulator, merchant: dict[str, Any]) -> None:
    metadata = {"a": [1, 2.5, True, None, "글"], "big": 2**63}
    payment = emulator.pay(
        merchant=merchant["id"], price=1000, state="paid", metadata=metadata,
        receipt_overrides={"purchased_at": "2026-11-01T10:15:42+09:00", "status_locale": None, "status": 77},
    )
    with emulator.client(merchant) as bootpay:
        receipt = bootpay.payments.get(payment["receipt_id"])
        again = bootpay.payments.get(payment["receipt_id"])
    assert receipt.metadata == metadata
    assert receipt.purchased_at == datetime(2026, 11, 1, 1, 15, 42, tzinfo=timezone.utc)
    assert receipt.purchased_at.utcoffset() == timedelta(hours=9)
    assert (receipt.status, receipt.status_code, receipt.status_locale) == ("77", 77, None)
    assert receipt.raw["status"] == 77
    assert receipt == again and receipt is not again
    assert repr(receipt).startswith(f"Receipt(receipt_id='{receipt.receipt_id}', order_id=")
