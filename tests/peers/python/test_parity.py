"""Ours sends what the official SDKs send; each difference is listed with its reason, and occurs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

import ours
from catalogue import CASES, RULES, SDKS, SURFACE, names
from differences import Difference, differences, general_rule
from official import Official, OfficialNode, OfficialPython
from recorder import Recorded, Recorder

KEYS = {
    "keys": {"client_key": "parity-client-key", "secret_key": "parity-secret-key"},
    "application": {"application_id": "6712a000c0de5f0012a4b900", "private_key": "parity-private-key="},
}
Call = tuple[int, str, str]
CALLS: list[Call] = [
    (number, sdk, keys)
    for number, case in enumerate(CASES)
    for sdk in SDKS
    if sdk in case
    for keys in case.get("credentials", KEYS)
]


class Parity:
    """Makes the calls, each once."""

    def __init__(self, recorder: Recorder, official: dict[str, Official]) -> None:
        self._recorder = recorder
        self._official = official
        self._known: dict[Call, list[Difference]] = {}

    def differences(self, call: Call) -> list[Difference]:
        if call not in self._known:
            number, sdk, keys = call
            case = CASES[number]
            self._known[call] = differences(
                case["endpoint"],
                self._record(case, lambda url: self._official[sdk].call(url, KEYS[keys], *spelt(case[sdk]))),
                self._record(case, lambda url: ours.call(url, KEYS[keys], *spelt(case["ours"]))),
            )
        return self._known[call]

    def _record(self, case: dict[str, Any], make: Callable[[str], Any]) -> list[Recorded]:
        self._recorder.forget(case.get("replies"))
        make(self._recorder.url)
        return self._recorder.requests


def spelt(call: dict[str, Any]) -> tuple[str, Any]:
    return call["call"], call["with"]


def given(arguments: Any) -> set[str]:
    """The names of the fields that a call names."""
    if isinstance(arguments, dict):
        return set(arguments)
    return {name for argument in arguments if isinstance(argument, dict) for name in argument}


@pytest.fixture(scope="module")
def parity(official: list[str]) -> Iterator[Parity]:
    kinds: dict[str, type[Official]] = {"node": OfficialNode, "python": OfficialPython}
    sdks = {sdk: kinds[sdk]() for sdk in official}
    with Recorder() as recorder:
        yield Parity(recorder, sdks)
    for sdk in sdks.values():
        sdk.close()


def described(call: Call) -> str:
    number, sdk, keys = call
    return f"{CASES[number]['endpoint']}, {CASES[number]['name']}: {sdk}, {keys}"


@pytest.mark.parametrize("call", CALLS, ids=described)
def test_the_differences_are_the_listed_ones(call: Call, parity: Parity) -> None:
    number, sdk, _ = call
    case = CASES[number]
    listed = [listed for listed in case.get("differences", []) if sdk in listed["sdk"]]
    unlisted = []
    for difference in parity.differences(call):
        found = [candidate for candidate in listed if difference.is_listed_as(candidate)]
        if found:
            listed.remove(found[0])
        elif not general_rule(sdk, given(case[sdk]["with"]), difference):
            unlisted.append(str(difference))
    assert not unlisted, "not listed:\n" + "\n".join(unlisted)
    assert not listed, f"listed, and does not occur: {listed}"


def test_every_general_rule_occurs(official: list[str], parity: Parity) -> None:
    seen = [
        general_rule(call[1], given(CASES[call[0]][call[1]]["with"]), difference)
        for call in CALLS
        if call[1] in official
        for difference in parity.differences(call)
    ]
    for rule in RULES:
        assert rule in seen or not set(rule["sdk"]) & set(official), rule


@pytest.mark.parametrize("sdk", SDKS)
def test_every_method_has_a_case_for_each_of_our_endpoints(sdk: str) -> None:
    for entry in SURFACE:
        cases = [case for case in CASES if case["endpoint"] == entry["id"] and sdk in case]
        assert {case[sdk]["call"] for case in cases} == set(names(entry, sdk)), entry["id"]
        if cases and entry["endpoint"]:
            assert {case["ours"]["call"] for case in cases} == set(names(entry, "endpoint")), entry["id"]
