"""Starts the local Bootpay named by BOOTPAY_EMULATOR, and chooses the official SDKs."""

import json
import os
import subprocess
from dataclasses import dataclass

import pytest
import requests
from bootpay_backend import BootpayBackend


SDKS = ("node", "python")


def pytest_addoption(parser):
    parser.addoption("--official", default=",".join(SDKS), help="which official SDKs to compare ours with")


def pytest_collection_modifyitems(config, items):
    """Leaves out what is about an SDK that was not asked for."""
    left_out = set(SDKS) - set(config.getoption("--official").split(","))

    def is_about(item, sdk):
        values = item.callspec.params.values() if hasattr(item, "callspec") else ()
        return any(sdk == value or isinstance(value, tuple) and sdk in value for value in values)

    unwanted = [item for item in items if any(is_about(item, sdk) for sdk in left_out)]
    config.hook.pytest_deselected(items=unwanted)
    items[:] = [item for item in items if item not in unwanted]


@pytest.fixture(scope="session")
def official(pytestconfig):
    """The official SDKs to compare ours with."""
    return pytestconfig.getoption("--official").split(",")


@pytest.fixture(scope="session", autouse=True)
def no_proxy():
    """Loopback is no proxy's business, and the SDK's HTTP client asks the environment."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", "127.0.0.1")
        patch.setenv("no_proxy", "127.0.0.1")
        yield


@dataclass
class Emulator:
    url: str
    merchant: dict

    def control(self, method, path, body=None):
        headers = {"content-type": "application/json"}
        response = requests.request(method, f"{self.url}/emulator/{path}", json=body, headers=headers)
        assert response.status_code == 200, response.text
        return response.json()


@pytest.fixture(scope="session")
def _running():
    program = os.environ.get("BOOTPAY_EMULATOR")
    if not program:
        pytest.fail("BOOTPAY_EMULATOR must name the bootpay-emulator program")
    process = subprocess.Popen(
        [program, "--port", "0", "--stop-with-stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    first_line = json.loads(process.stdout.readline())
    yield Emulator(first_line["url"], first_line["merchant"])
    process.stdin.close()
    assert process.wait(5) == 0


@pytest.fixture
def emulator(_running, monkeypatch):
    """An emulator as if just started, in the place of production."""
    _running.control("POST", "reset")
    # The one change: where production is.
    monkeypatch.setitem(BootpayBackend.BASE_URL, "production", f"{_running.url}/v2")
    return _running
