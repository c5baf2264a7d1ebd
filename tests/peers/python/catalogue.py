"""The facts that the tests of this folder go by: its parent's JSON files."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1]
SDKS = ("node", "python")
"""The official SDKs that are driven; the files know more of them."""


def _load(path: str) -> Any:
    return json.loads((FOLDER / path).read_text())


SURFACE: list[dict[str, Any]] = _load("surface.json")
"""Every endpoint, with what each official SDK and ours call it."""

_REPLIES: dict[str, Any] = _load("replies.json")

RULES: list[dict[str, Any]] = _load("parity/general.json")
"""The differences that are the same everywhere."""

SUBJECTS = {
    path.stem: json.loads(path.read_text())
    for path in sorted((FOLDER / "parity").glob("*.json"))
    if path.stem != "general"
}

def _spelt(case: dict[str, Any]) -> dict[str, Any]:
    """With every call's arguments: its own, or the shared fields, but for what it says otherwise."""
    spelt = dict(case)
    for who in {"ours", *SDKS} & case.keys():
        fields = {**case["fields"], **case[who].get("but", {})}
        spelt[who] = {"with": [fields] if who == "node" else fields, **case[who]}
    return spelt


def _with_another_id(case: dict[str, Any], name: str) -> dict[str, Any]:
    """The same case for something whose id has a slash."""
    spelt = json.dumps({**case, "name": f"{case['name']}, whose id has a slash"})
    known = case["ours"]["with"][name]
    # In the path of a request it is written as a path must be.
    other: dict[str, Any] = json.loads(spelt.replace(f"/{known}", "/a%2Fb").replace(known, "a/b"))
    return other


CASES: list[dict[str, Any]] = [_spelt(case) for subject in SUBJECTS.values() for case in subject]
"""One call in an official SDK beside the same call in ours."""
for _entry in SURFACE:
    for _name in re.findall(r"\{(\w+)\}", _entry["path"]):
        CASES += [_with_another_id(case, _name) for case in CASES if case["endpoint"] == _entry["id"]][:1]


def example(endpoint: str) -> Any:
    """A well-formed reply of an endpoint."""
    reply = _REPLIES["endpoints"][endpoint]
    if not isinstance(reply, dict) or "is" not in reply:
        return reply
    fields = {**_REPLIES["shapes"][reply["is"]], **reply.get("with", {})}
    return {name: value for name, value in fields.items() if name not in reply.get("without", [])}


def names(entry: dict[str, Any], who: str) -> list[str]:
    """The methods that surface.json names, without its remarks."""
    return [name.split(" ")[0] for name in (entry.get(who) or "").split(", ") if name]
