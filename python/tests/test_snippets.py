"""The documentation's Python is Python: every snippet type-checks, and a whole program runs on the emulator."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api

from bootpay_core.testing import Emulator

ROOT = Path(__file__).parents[2]
NAMES = Path(__file__).parent / "snippets"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("*/README.md")])
FENCE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def snippets() -> Iterator[tuple[str, int, str]]:
    """Page, line and code of each."""
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        for found in FENCE.finditer(text):
            yield str(page.relative_to(ROOT)), text.count("\n", 0, found.start(1)) + 1, found[1]


SNIPPETS = list(snippets())


def test_every_snippet_type_checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = {}
    for number, (page, line, code) in enumerate(SNIPPETS):
        # On its own line of the page, so that a complaint's line is the page's.
        file = tmp_path / f"snippet_{number}.py"
        file.write_text("from names import *" + "\n" * (line - 1) + code, encoding="utf-8")
        pages[file.name] = page
    monkeypatch.setenv("MYPYPATH", os.fspath(NAMES))
    configuration = os.fspath(ROOT / "python/pyproject.toml")
    files = map(os.fspath, sorted(tmp_path.iterdir()))
    report, errors, status = api.run(["--config-file", configuration, "--no-error-summary", *files])
    for name, page in pages.items():
        report = report.replace(os.fspath(tmp_path / name), page)
    assert status == 0, f"{report}{errors}"


@pytest.mark.parametrize("code", [code for _, _, code in SNIPPETS if "import Emulator" in code])
def test_a_whole_program_runs(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    exec(compile(code, "snippet", "exec"), {})
    assert capsys.readouterr().out == "paid\n15000\n"


def test_the_pages_have_snippets() -> None:
    assert {page for page, _, _ in SNIPPETS} >= {"README.md", "README.ko.md"}
