"""Every scenario of tests/scenarios, with each client; their README tells what they mean."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from bootpay_core import BootpayError
from bootpay_core.testing import Emulator

from .arguments import arguments
from .clients import CLIENTS, Asyncio, Sync
from .replies import at

FOLDER = Path(__file__).parents[2] / "tests" / "scenarios"
SCENARIOS = [
    pytest.param(scenario, id=f"{file.stem}: {scenario['name']}")
    for file in sorted(FOLDER.glob("*.json"))
    for scenario in json.loads(file.read_text())
]
KOREA = timezone(timedelta(hours=9))
CREDENTIALS = {
    "keys": ["client_key", "secret_key"],
    "application": ["application_id", "private_key"],
    "both": ["client_key", "secret_key", "application_id", "private_key"],
}


@pytest.mark.parametrize("Client", CLIENTS, ids=lambda client: client.__name__.lower())
@pytest.mark.parametrize("scenario", SCENARIOS)
def test(emulator: Emulator, scenario: dict[str, Any], Client: type[Sync] | type[Asyncio]) -> None:
    merchant = emulator.new_merchant(**scenario.get("merchant", {}))
    known = Known(datetime.now(KOREA).replace(microsecond=0), {"merchant": merchant})
    for name, payment in scenario.get("payments", {}).items():
        known.outcomes[name] = emulator.pay(merchant=merchant["id"], **known.fill(payment))
    keys = {name: merchant[name] for name in CREDENTIALS[scenario.get("credentials", "keys")]}
    client = Client(base_url=emulator.url, **keys, **scenario.get("client", {}))

    for number, step in enumerate(scenario["steps"], 1):
        step = known.fill(step)
        outcome = take(emulator, client, step, f"step {number}, {step.get('call', 'emulator')}")
        if "as" in step:
            known.outcomes[step["as"]] = outcome

    if "requests" in scenario:
        arrived = emulator.requests()
        seen = [(request["method"], request["path"], request["status"]) for request in arrived]
        expected_requests = known.fill(scenario["requests"])
        assert len(arrived) == len(expected_requests), seen
        for number, (request, expected) in enumerate(zip(arrived, expected_requests), 1):
            for key, value in expected.items():
                if key == "headers":
                    assert request[key] | value == request[key], f"request {number}"
                else:
                    assert request[key] == value, f"request {number}: {key}"


def take(emulator: Emulator, client: Sync | Asyncio, step: dict[str, Any], where: str) -> Any:
    """Makes a step; its outcome is the emulator's answer, the reply or the error."""
    if "emulator" in step:
        return emulator.control(**step["emulator"])
    given = arguments(client.bootpay, step["call"], step.get("with", {}))
    if "timeout" in step:
        given["timeout"] = step["timeout"]
    try:
        outcome = client.call(step["call"], **given)
    except BootpayError as error:
        assert "fails" in step, f"{where} failed: {error!r}"
        assert type(error).__name__ == pascal(error.kind) + "Error"
        outcome = error
    else:
        assert "fails" not in step, f"{where} gave {outcome!r}"
    expected = step.get("fails", step.get("returns", {}))
    if expected is None:
        assert outcome is None, where
    else:
        for path, value in expected.items():
            agree(f"{where}: {path}", value, at(outcome, path))
    if "unresolved" in step:
        assert len(client.unresolved()) == step["unresolved"], where
    return outcome


@dataclass
class Known:
    """What a scenario can refer to."""

    began: datetime
    outcomes: dict[str, Any]

    def fill(self, value: Any) -> Any:
        """With `${name.field}` and `{"in_seconds": …}` replaced."""
        match value:
            case {"in_seconds": seconds}:
                return (self.began + timedelta(seconds=seconds)).isoformat()
            case dict():
                return {name: self.fill(inner) for name, inner in value.items()}
            case list():
                return [self.fill(inner) for inner in value]
            case str():
                return re.sub(r"\$\{(\w+)\.([\w.]+)\}", lambda match: at(self.outcomes[match[1]], match[2]), value)
            case _:
                return value


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def agree(where: str, expected: Any, found: Any) -> None:
    match expected:
        case {"instant": instant}:
            assert found == datetime.fromisoformat(instant), where
        case {"present": True}:
            assert found is not None, where
        case {"contains": text}:
            assert text in found, where
        case _:
            assert found == expected, where
            assert type(found) is type(expected), where
