"""surface.json names what the installed packages and ours have, and nothing else."""

from __future__ import annotations

import inspect

import pytest
from bootpay_backend import BootpayBackend

import ours
from catalogue import SURFACE, names
from official import OfficialNode


def python_methods() -> list[str]:
    """Every method of its client that makes a request."""
    return [
        name
        for name, function in inspect.getmembers(BootpayBackend, inspect.isfunction)
        if not name.startswith("_")
        and {"_BootpayBackend__request", "requests"} & set(function.__code__.co_names)
    ]


def node_methods() -> list[str]:
    node = OfficialNode()
    try:
        return node.methods()
    finally:
        node.close()


@pytest.mark.parametrize("sdk", ["node", "python"])
def test_every_method_that_makes_a_request_is_named_once(sdk: str) -> None:
    found = node_methods() if sdk == "node" else python_methods()
    assert sorted(found) == sorted(name for entry in SURFACE for name in names(entry, sdk))


def test_every_call_of_ours_is_named_once() -> None:
    named = [name for entry in SURFACE for key in ("endpoint", "alone") for name in names(entry, key)]
    assert sorted(ours.calls()) == sorted(named)


def test_an_endpoint_stands_there_once() -> None:
    for key in (lambda entry: entry["id"], lambda entry: (entry["verb"], entry["path"])):
        keys = [key(entry) for entry in SURFACE]
        assert len(keys) == len(set(keys))
