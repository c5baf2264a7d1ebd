from catalogue import FOLDER
from parity_page import page

PAGE = FOLDER.parents[1] / "docs" / "parity.md"


def test_the_page_is_what_the_cases_say() -> None:
    assert PAGE.read_text() == page(), "docs/parity.md is stale: make generate"
