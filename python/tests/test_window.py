"""Every scenario of tests/scenarios/window, whose functions need no client and no emulator."""

from __future__ import annotations

import json
import pickle
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from bootpay_core import Extra, InvalidError, User, window

from .arguments import FUNCTIONS, of
from .replies import at
from .test_scenarios import Known, agree

FOLDER = Path(__file__).parents[2] / "tests" / "scenarios" / "window"
SCENARIOS = [
    pytest.param(scenario["steps"], id=f"{file.stem}: {scenario['name']}")
    for file in sorted(FOLDER.glob("*.json"))
    for scenario in json.loads(file.read_text())
]


@pytest.mark.parametrize("steps", SCENARIOS)
def test(steps: list[dict[str, Any]]) -> None:
    known = Known(datetime.now(timezone.utc), {})
    for number, step in enumerate(steps, 1):
        step = known.fill(step)
        name = step["call"].removeprefix("window.")
        where = f"step {number}, {step['call']}({step['with']})"
        try:
            outcome = getattr(window, name)(**of(FUNCTIONS[name], step["with"]))
        except InvalidError as error:
            assert "fails" in step, f"{where} failed: {error!r}"
            assert error.endpoint == step["call"]
            outcome = error
        else:
            assert "fails" not in step, f"{where} gave {outcome!r}"
        for path, value in step.get("fails", step.get("returns", {})).items():
            agree(f"{where}: {path}", value, at(outcome, path))
        if "as" in step:
            known.outcomes[step["as"]] = outcome


def test_a_payload_is_printed_without_the_buyer() -> None:
    payload = window.payment(
        1000,
        order_name="차",
        order_id="o-1",
        client_key="ck_example",
        user=User(username="김부트"),
        extra=Extra(open_type="iframe"),
    )
    assert payload.payload["user"]["username"] == "김부트"
    assert "김부트" not in repr(payload)
    assert pickle.loads(pickle.dumps(payload)) == payload


def test_a_wrong_type_is_refused_by_its_name() -> None:
    with pytest.raises(InvalidError) as caught:
        window.decide(1, platform="android")  # type: ignore[arg-type]
    assert (caught.value.field, caught.value.endpoint) == ("url", "window.decide")
