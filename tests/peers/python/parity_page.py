"""Writes docs/parity.md from surface.json and parity/: `python3 parity_page.py FILE`. Needs no package."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from catalogue import RULES, SDKS, SUBJECTS, SURFACE, names

TITLES = {"node": "Node", "python": "Python"}
HEAD = """\
<!-- Generated from tests/peers/surface.json and tests/peers/parity/ by `make generate`: change those. -->

# Compared with the official SDKs · 공식 SDK와 비교

A guide for users of `@bootpay/backend-js` 2.13.1 (Node) and `bootpay-backend` 2.9.0 (Python): the name of each of their calls here, and every difference in the requests. A test makes each call with the official package and with ours and compares verb, path, query, body and the headers that Bootpay reads. It fails on a difference that this page does not list, and on a listed one that does not occur.

`@bootpay/backend-js` 2.13.1(Node)과 `bootpay-backend` 2.9.0(Python) 사용자를 위한 문서입니다. 공식 SDK의 각 호출에 해당하는 이름과, 전송되는 요청의 모든 차이를 정리했습니다. 테스트는 같은 호출을 공식 패키지와 이 라이브러리로 실행하여 메서드, 경로, 쿼리, 본문, 부트페이가 읽는 헤더를 비교합니다. 이 문서에 없는 차이가 나타나거나, 적혀 있는 차이가 나타나지 않으면 테스트가 실패합니다.

Our names are core's; Node writes them in camelCase. 이 라이브러리의 이름은 코어의 표기이며, Node에서는 camelCase입니다.

"""


def page() -> str:
    return HEAD + "\n\n".join(["\n".join(lines) for lines in (calls(), everywhere(), *differences())]) + "\n"


def calls() -> Iterator[str]:
    yield "## Calls · 호출"
    yield ""
    yield from table_head("Endpoint", *TITLES.values(), "Ours", "Request")
    for entry in SURFACE:
        if any(entry[sdk] for sdk in SDKS):
            theirs = [code(names(entry, sdk)) for sdk in SDKS]
            sent = f"[differs](#{anchor(title(entry))})" if listed(entry) else "same"
            yield row(code([title(entry)]), *theirs, code(names(entry, "endpoint")) or "made by the client", sent)


def everywhere() -> Iterator[str]:
    yield "## Everywhere · 공통"
    yield ""
    yield from table_head("Difference", "SDK", "Theirs", "Ours", "Reason")
    for rule in RULES:
        theirs, ours = (rule.get(f"{side}_shown") or alternatives(rule.get(side)) for side in ("theirs", "ours"))
        yield row(rule["name"], sdks(rule["sdk"]), theirs, ours, rule["reason"])


def differences() -> Iterator[Iterable[str]]:
    yield ["## One by one · 호출별 차이"]
    for entry in SURFACE:
        if found := listed(entry):
            yield section(entry, found)


def section(entry: dict[str, Any], found: list[dict[str, Any]]) -> Iterator[str]:
    yield f"### {title(entry)}"
    yield ""
    yield from table_head("Place", "SDK", "Theirs", "Ours", "Reason")
    for difference in found:
        theirs, ours = (shown(difference, side) for side in ("theirs", "ours"))
        yield row(where(difference["at"]), sdks(difference["sdk"]), theirs, ours, difference["reason"])


def listed(entry: dict[str, Any]) -> list[dict[str, Any]]:
    """The differences of an endpoint's cases, each once."""
    found: list[dict[str, Any]] = []
    for subject in SUBJECTS.values():
        for case in subject:
            if case["endpoint"] == entry["id"]:
                found += [difference for difference in case.get("differences", []) if difference not in found]
    return found


def where(at: str) -> str:
    kind, _, name = at.partition(".")
    return {"before": "another request before", "after": "another request after"}.get(kind, f"{kind}: `{name}`")


def shown(difference: dict[str, Any], side: str) -> str:
    if side not in difference:
        return "—"
    value = difference[side]
    if difference["at"] in ("before", "after"):
        return ", ".join(code([re.sub(r"/[0-9a-f]{24}", "/{id}", request)]) for request in value)
    return code([value if isinstance(value, str) and value else json.dumps(value, ensure_ascii=False)])


def alternatives(values: list[Any] | None) -> str:
    return " or ".join(code([value]) for value in values) if values else "—"


def sdks(which: list[str]) -> str:
    return ", ".join(TITLES[sdk] for sdk in SDKS if sdk in which)


def title(entry: dict[str, Any]) -> str:
    return f"{entry['verb']} {entry['path']}"


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def code(words: list[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def table_head(*columns: str) -> Iterator[str]:
    yield row(*columns)
    yield row(*["---"] * len(columns))


def row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page())
