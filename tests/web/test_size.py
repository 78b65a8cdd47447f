"""How much code a browser is given."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from seen import missing

from whoholds.server.settings import STATIC

MOST = 500_000  # bytes, zipped: all languages, the map and its worker


@pytest.fixture(scope="module")
def code() -> dict[str, Path]:
    if not (STATIC / "index.html").is_file():
        missing("the page is not built: run `npm ci && npm run build` in web/")
    return {path.name: path for path in STATIC.rglob("*") if path.suffix in (".js", ".css")}


def test_the_code_of_the_served_page_is_small(code: dict[str, Path]) -> None:
    sizes = {name: len(gzip.compress(path.read_bytes(), 9)) for name, path in code.items()}
    assert sum(sizes.values()) <= MOST, sizes


def test_map_and_worker_have_their_common_code_once(code: dict[str, Path]) -> None:
    holders = [
        name for name, path in code.items() if "CrossFadedDataDrivenProperty" in path.read_text("utf-8")
    ]
    assert len(holders) == 1
    assert any(
        name.startswith("map-worker") and holders[0] in path.read_text("utf-8") for name, path in code.items()
    )
