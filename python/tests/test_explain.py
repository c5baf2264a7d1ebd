"""The rule of repeating a call, in words."""

from __future__ import annotations

import pytest

from bootpay_core import InvalidError, explain_retry


def test_each_call_has_a_rule() -> None:
    assert "sent at most once" in explain_retry("payments.cancel_full")
    assert "at most 2 times (`retries`)" in explain_retry("payments.get")


def test_what_is_no_call_has_none() -> None:
    with pytest.raises(InvalidError) as caught:
        explain_retry("payments.refund")
    assert caught.value.field == "endpoint"
