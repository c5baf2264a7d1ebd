"""Every scenario of tests/scenarios, with each client; their README tells what they mean."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import bootpay_core
from bootpay_core import BootpayError
from bootpay_core.testing import Sandbox

from .clients import CLIENTS, Asyncio, Sync

FOLDER = Path(__file__).parents[2] / "tests" / "scenarios"
SCENARIOS = [
    pytest.param(scenario, id=f"{file.stem}: {scenario['name']}")
    for file in sorted(FOLDER.glob("*.json"))
    for scenario in json.loads(file.read_text())
]
CREDENTIALS = {
    "keys": ["client_key", "secret_key"],
    "application": ["application_id", "private_key"],
    "both": ["client_key", "secret_key", "application_id", "private_key"],
}


@pytest.mark.parametrize("Client", CLIENTS, ids=lambda client: client.__name__.lower())
@pytest.mark.parametrize("scenario", SCENARIOS)
def test(sandbox: Sandbox, scenario: dict[str, Any], Client: type[Sync] | type[Asyncio]) -> None:
    merchant = sandbox.new_merchant(**scenario.get("merchant", {}))
    known: dict[str, Any] = {"merchant": merchant}
    for name, payment in scenario.get("payments", {}).items():
        known[name] = sandbox.pay(merchant=merchant["id"], **fill(payment, known))
    keys = {name: merchant[name] for name in CREDENTIALS[scenario.get("credentials", "keys")]}
    client = Client(base_url=sandbox.url, **keys, **fill(scenario.get("client", {}), known))

    for number, step in enumerate(fill(scenario["steps"], known), 1):
        if "sandbox" in step:
            sandbox.control(**step["sandbox"])
            continue
        where = f"step {number}, {step['call']}"
        arguments = {name: argument(name, value) for name, value in step.get("with", {}).items()}
        if "timeout" in step:
            arguments["timeout"] = step["timeout"]
        try:
            outcome = client.call(step["call"], **arguments)
        except BootpayError as error:
            assert "fails" in step, f"{where} failed: {error!r}"
            assert type(error).__name__ == pascal(error.kind) + "Error"
            outcome = error
        else:
            assert "fails" not in step, f"{where} gave {outcome!r}"
        for path, expected in step.get("fails", step.get("returns", {})).items():
            agree(f"{where}: {path}", expected, at(outcome, path))
        if "unsettled" in step:
            assert len(client.unsettled()) == step["unsettled"], where

    if "requests" in scenario:
        arrived = sandbox.requests()
        seen = [(request["method"], request["path"], request["status"]) for request in arrived]
        expected_requests = fill(scenario["requests"], known)
        assert len(arrived) == len(expected_requests), seen
        for number, (request, expected) in enumerate(zip(arrived, expected_requests), 1):
            for key, value in expected.items():
                if key == "headers":
                    assert request[key] | value == request[key], f"request {number}"
                else:
                    assert request[key] == value, f"request {number}: {key}"


def fill(value: Any, known: dict[str, Any]) -> Any:
    """With `${payment.field}` replaced."""
    if isinstance(value, dict):
        return {name: fill(inner, known) for name, inner in value.items()}
    if isinstance(value, list):
        return [fill(inner, known) for inner in value]
    if isinstance(value, str):
        return re.sub(r"\$\{(\w+)\.(\w+)\}", lambda match: str(known[match[1]][match[2]]), value)
    return value


def argument(name: str, value: Any) -> Any:
    """An object is one of the class that is called like the argument."""
    if isinstance(value, dict) and (kind := getattr(bootpay_core, pascal(name), None)):
        return kind(**value)
    return value


def pascal(name: str) -> str:
    return "".join(word.capitalize() for word in name.split("_"))


def at(value: Any, path: str) -> Any:
    for part in path.split("."):
        if value is None:
            return None
        if isinstance(value, list):
            value = len(value) if part == "length" else value[int(part)]
        elif isinstance(value, dict):
            value = value.get(part)
        else:
            value = getattr(value, part)
    return value


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
