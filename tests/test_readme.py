"""The Python of the documents runs as it stands there."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import whoholds

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"```(\w*)\n(.*?)```", re.DOTALL)
PAGES = sorted(
    page.relative_to(ROOT).as_posix()
    for page in (ROOT / "README.md", *ROOT.glob("docs/**/*.md"))
    if "```python" in page.read_text(encoding="utf-8")
)
NEEDED = {
    "docs/how-to/measure-quality.md": ("json", "coded.jsonl"),
    "docs/how-to/add-places.md": ("csv", "places.csv"),
}
"""What a page shows in a block of this language is the file of this name that its Python reads."""


def blocks(page: str, language: str) -> list[str]:
    found = BLOCK.findall((ROOT / page).read_text(encoding="utf-8"))
    return [words for one, words in found if one == language]


@dataclass(frozen=True, slots=True)
class Ran:
    """What a page's Python printed, and the folder in which it ran."""

    stdout: str
    folder: Path


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Ran]:
    """Each page's Python, run once."""

    @cache
    def found(page: str) -> Ran:
        folder = tmp_path_factory.mktemp("page")
        return Ran(run(page, folder), folder)

    return found


def run(page: str, folder: Path) -> str:
    """All Python of a page, block after block, in a folder with the file that the page shows before it."""
    if page in NEEDED:
        language, name = NEEDED[page]
        (folder / name).write_text(blocks(page, language)[0], encoding="utf-8")
    if (folder / "places.csv").exists():
        with whoholds.open(folder / "whoholds.db") as database:
            database.add_places(folder / "places.csv")
    script = "\n".join(blocks(page, "python"))
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("page", PAGES)
def test_the_python_of_a_page_runs(page: str, ran: Callable[[str], Ran]) -> None:
    ran(page)


def test_the_readme_tells_what_comes_out(ran: Callable[[str], Ran]) -> None:
    first, *stances, last = ran("README.md").stdout.splitlines()
    assert first.startswith("leaning Taliban 0.")  # the side that admits it denies it too
    assert any(line.startswith("Taliban holds it ['Taliban fighters captured") for line in stances)
    assert any(
        line.startswith("Afghan government holds it ['The defence ministry denied") for line in stances
    )
    assert last == "unknown"


def test_a_verdict_lowers_the_probability(ran: Callable[[str], Ran]) -> None:
    lines = ran("docs/how-to/use-from-python.md").stdout.splitlines()
    assert "True" in lines
    assert lines[0].startswith("capture Goma M23 residents 2025-01-27 ")
    assert any(line.startswith("No place called 'Gomma' is known. Did you mean Goma") for line in lines)


def test_the_dates_of_a_text_are_as_the_page_shows(ran: Callable[[str], Ran]) -> None:
    lines = ran("docs/how-to/use-from-python.md").stdout.splitlines()
    assert lines[-4:] == [
        "6 August 2021 2021-08-06 2021-08-06 2021-08-06 day False",
        "The next day 2021-08-07 2021-08-07 2021-08-07 day False",
        "last week 2021-W32 2021-08-09 2021-08-15 span True",
        "former PAST_REF None None aspect False",
    ]


def test_a_place_is_merged_as_the_page_shows(ran: Callable[[str], Ran]) -> None:
    with whoholds.open(ran("docs/how-to/add-places.md").folder / "whoholds.db") as database:
        assert database.search_place("Sake").id == "gn:205970"
        assert database.search_place("Kibati IDP site").id == "user:kibati"
