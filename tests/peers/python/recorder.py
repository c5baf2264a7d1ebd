"""A server on loopback that keeps every request as it came, and answers each endpoint well-formed."""

from __future__ import annotations

import copy
import json
import re
import threading
from collections import Counter
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, unquote

from catalogue import SURFACE, example

Fields = dict[str, Any]


@dataclass
class Recorded:
    """One request."""

    verb: str
    path: str
    """Undecoded, without the query."""
    query: dict[str, Any]
    headers: dict[str, str]
    """Lowercase names."""
    body: bytes
    endpoint: str | None
    """Its id in surface.json; none when the path leads nowhere."""

    def json(self) -> Any:
        return json.loads(self.body)


class Recorder:
    """Runs from `with` to its end."""

    def __init__(self) -> None:
        self.requests: list[Recorded] = []
        self.special: dict[str, Fields | list[Fields]] = {}
        """What of an endpoint's reply is otherwise than in replies.json."""
        recorder = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def handle_any(self) -> None:
                path, _, query = self.path.partition("?")
                length = int(self.headers.get("content-length") or 0)
                headers = {name.lower(): value for name, value in self.headers.items()}
                endpoint, in_path = route(self.command, path)
                request = Recorded(self.command, path, pairs(query), headers, self.rfile.read(length), endpoint)
                recorder.requests.append(request)
                status, reply = recorder.reply(request, in_path)
                body = json.dumps(reply).encode()
                self.send_response(status)
                self.send_header("content-type", "application/json; charset=utf-8")
                self.send_header("content-length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST = do_PUT = do_DELETE = handle_any

            def log_message(self, *_: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Recorder:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def forget(self, special: dict[str, Fields | list[Fields]] | None = None) -> None:
        """Starts anew; `special` is what of the replies shall differ from now on."""
        self.requests = []
        self.special = copy.deepcopy(special or {})

    def reply(self, request: Recorded, in_path: Fields) -> tuple[int, Any]:
        if request.endpoint is None:
            return 404, {"error_code": "RECORDER_NO_ENDPOINT", "message": f"{request.verb} {request.path}"}
        reply = example(request.endpoint)
        if isinstance(reply, dict):
            asked = {**request.query, **(request.json() if request.body else {}), **in_path}
            echo = {name: asked[name] for name in reply.keys() & asked.keys()}
            reply = {**reply, **echo, **self._special(request.endpoint)}
        return 200, reply

    def _special(self, endpoint: str) -> Fields:
        """A list has what differs in each reply in turn; its last holds for all that follow."""
        special = self.special.get(endpoint, {})
        if isinstance(special, list):
            return special.pop(0) if len(special) > 1 else special[0]
        return special


def pairs(query: str) -> dict[str, Any]:
    """The query as a map; a name that comes more than once has a list."""
    found = parse_qsl(query, keep_blank_values=True)
    often = Counter(name for name, _ in found)
    return {name: [v for n, v in found if n == name] if often[name] > 1 else value for name, value in found}


ROUTES = [
    (entry["verb"], re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>[^/]+)", entry["path"])), entry["id"])
    # What is fixed goes before what is an id: both match `automatic-transfer`.
    for entry in sorted(SURFACE, key=lambda entry: entry["path"].count("{"))
]


def route(verb: str, path: str) -> tuple[str | None, Fields]:
    for known, pattern, endpoint in ROUTES:
        if known == verb and (match := pattern.fullmatch(path)):
            return endpoint, {name: unquote(value) for name, value in match.groupdict().items()}
    return None, {}
