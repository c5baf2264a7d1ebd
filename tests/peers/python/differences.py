"""What differs between two requests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any
from urllib.parse import quote, unquote

from catalogue import RULES
from recorder import Recorded

ABSENT = object()
HEADERS = ("authorization", "accept", "content-type", "bootpay-api-version", "bootpay-sdk-type", "bootpay-sdk-version")
TOKEN = "token.issue"


@dataclass
class Difference:
    at: str
    """Where: `verb`, `path`, `before`, or a dotted path into `headers`, `query` or `body`."""
    theirs: Any
    ours: Any

    def __str__(self) -> str:
        shown = ", ".join(f'"{side}": {v!r}' for side in ("theirs", "ours") if (v := getattr(self, side)) is not ABSENT)
        return f'{{"at": "{self.at}", {shown}}}'

    def is_listed_as(self, listed: dict[str, Any]) -> bool:
        return listed["at"] == self.at and all(
            same(getattr(self, side), listed.get(side, ABSENT)) for side in ("theirs", "ours")
        )


def differences(endpoint: str, theirs: list[Recorded], ours: list[Recorded]) -> list[Difference]:
    return list(_differ("", facts(endpoint, theirs), facts(endpoint, ours)))


def facts(endpoint: str, requests: list[Recorded]) -> dict[str, Any]:
    """What is compared of the requests that a call made. Tokens are another call's matter."""
    counted = [request for request in requests if endpoint == TOKEN or request.endpoint != TOKEN]
    (main,) = [request for request in counted if request.endpoint == endpoint] or counted[:1]
    found: dict[str, Any] = {
        "verb": main.verb,
        "path": canonical(main.path),
        "query": main.query,
        "headers": {name: main.headers[name] for name in HEADERS if name in main.headers},
    }
    if "content-type" in found["headers"]:
        found["headers"]["content-type"] = found["headers"]["content-type"].partition(";")[0].strip().lower()
    if main.body:
        found["body"] = main.json()
    where = counted.index(main)
    for name, others in (("before", counted[:where]), ("after", counted[where + 1 :])):
        if others:
            found[name] = [f"{other.verb} {canonical(other.path)}" for other in others]
    return found


def canonical(path: str) -> str:
    """The same path however it was percent-encoded; what splits it into segments still does."""
    return "/".join(quote(unquote(segment), safe="") for segment in path.split("/"))


def _differ(at: str, theirs: Any, ours: Any) -> Iterator[Difference]:
    if isinstance(theirs, dict) and isinstance(ours, dict):
        for name in theirs | ours:
            yield from _differ(f"{at}.{name}" if at else name, theirs.get(name, ABSENT), ours.get(name, ABSENT))
    elif isinstance(theirs, list) and isinstance(ours, list) and len(theirs) == len(ours):
        for index, (one, other) in enumerate(zip(theirs, ours)):
            yield from _differ(f"{at}.{index}", one, other)
    elif not same(theirs, ours):
        yield Difference(at, theirs, ours)


def same(one: Any, other: Any) -> bool:
    """Equal, and of the same JSON type: Python takes `True` for 1."""
    if one is ABSENT or other is ABSENT:
        return one is other
    return type(one) is type(other) and bool(one == other)


def general_rule(sdk: str, given: set[str], difference: Difference) -> dict[str, Any] | None:
    """The rule of general.json that tells this difference; `given` are the fields that the call named."""
    for rule in RULES:
        if (
            sdk in rule["sdk"]
            and fnmatchcase(difference.at, rule["at"])
            and (explains_paths(difference) if rule["at"] == "path" else explains_values(rule, difference))
            and not (rule.get("not_given") and difference.at.rpartition(".")[2] in given)
        ):
            return rule
    return None


def explains_values(rule: dict[str, Any], difference: Difference) -> bool:
    return all(
        any(same(getattr(difference, side), value) for value in rule.get(side, [ABSENT])) for side in ("theirs", "ours")
    )


def explains_paths(difference: Difference) -> bool:
    """Whether theirs is ours, had nobody encoded it."""
    return bool(difference.theirs == unquote(difference.ours))
