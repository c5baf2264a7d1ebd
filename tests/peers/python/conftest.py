"""Starts the local Bootpay named by BOOTPAY_SANDBOX."""

import json
import os
import subprocess
from dataclasses import dataclass

import pytest
import requests
from bootpay_backend import BootpayBackend


@dataclass
class Sandbox:
    url: str
    merchant: dict

    def control(self, method, path, body=None):
        response = requests.request(method, f"{self.url}/sandbox/{path}", json=body)
        assert response.status_code == 200, response.text
        return response.json()


@pytest.fixture(scope="session")
def _running():
    program = os.environ.get("BOOTPAY_SANDBOX")
    if not program:
        pytest.fail("BOOTPAY_SANDBOX must name the bootpay-sandbox program")
    process = subprocess.Popen(
        [program, "--port", "0", "--stop-with-stdin"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    first_line = json.loads(process.stdout.readline())
    yield Sandbox(first_line["url"], first_line["merchant"])
    process.stdin.close()
    assert process.wait(5) == 0


@pytest.fixture
def sandbox(_running, monkeypatch):
    """A sandbox as if just started, in the place of production."""
    # Loopback is no proxy's business, and the SDK's HTTP client asks the environment.
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    _running.control("POST", "reset")
    # The one change: where production is.
    monkeypatch.setitem(BootpayBackend.BASE_URL, "production", f"{_running.url}/v2")
    return _running
