"""The official SDKs, called by name, at an address of ours."""

from __future__ import annotations

import json
import subprocess
import warnings
from typing import Any, Protocol

from bootpay_backend import BootpayBackend

from catalogue import FOLDER

Keys = dict[str, str]


class Official(Protocol):
    def call(self, url: str, keys: Keys, method: str, arguments: Any) -> None:
        """Makes one call, answered or refused; a token comes first where the keys need one."""

    def close(self) -> None: ...


class OfficialPython:
    """In this process; `arguments` are keywords."""

    def call(self, url: str, keys: Keys, method: str, arguments: dict[str, Any]) -> None:
        BootpayBackend.BASE_URL["production"] = f"{url}/v2"
        client = BootpayBackend(**keys)
        if method != "get_access_token":
            client.get_access_token()
        with warnings.catch_warnings():
            # Its wallets are deprecated; what they send is compared all the same.
            warnings.simplefilter("ignore", DeprecationWarning)
            getattr(client, method)(**arguments)

    def close(self) -> None:
        pass


class OfficialNode:
    """In one Node process (driver.js); `arguments` are positional."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            ["node", str(FOLDER / "node" / "driver.js")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, question: dict[str, Any]) -> Any:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.write(json.dumps(question) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        assert line, f"driver.js ended with {self._process.wait()}"
        answer = json.loads(line)
        assert "broken" not in answer, answer["broken"]
        return answer

    def call(self, url: str, keys: Keys, method: str, arguments: list[Any]) -> None:
        self.ask({"url": f"{url}/v2", "keys": keys, "method": method, "arguments": arguments})

    def methods(self) -> list[str]:
        """Every method of its client that makes a request."""
        listed: list[str] = self.ask({"list": True})["methods"]
        return listed

    def close(self) -> None:
        assert self._process.stdin and self._process.stdout
        self._process.stdin.close()
        assert self._process.wait(10) == 0
        self._process.stdout.close()
