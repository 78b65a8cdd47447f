"""Records to ask: the demonstration sample, and small ones made of coded claims."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from told import SAMPLE, Telling

from whoholds.database import Database, in_memory


@pytest.fixture(scope="session")
def sample() -> Iterator[Database]:
    """The demonstration sample with its baseline; only to be asked."""
    with in_memory() as database:
        database.baseline(SAMPLE / "baseline.csv")
        database.add(SAMPLE / "reports.jsonl")
        yield database


@pytest.fixture
def database() -> Iterator[Database]:
    """An empty record."""
    with in_memory() as opened:
        yield opened


@pytest.fixture
def tell(database: Database, tmp_path: Path) -> Telling:
    """Adds reports with coded claims to the empty record."""

    def telling(
        *claims: dict[str, Any], outlet: str = "Daily Wire", published: str | None = "2021-08-09"
    ) -> str:
        number = len(database.view().resolved.record.reports)
        quotes = [{"quote": f"Sentence {number} of claim {at}.", **one} for at, one in enumerate(claims)]
        line = {"id": f"report {number}", "outlet": outlet, "claims": quotes}
        if published is not None:
            line["published"] = published
        path = tmp_path / f"{number}.jsonl"
        path.write_text(json.dumps(line), encoding="utf-8")
        database.import_claims(path)
        return str(line["id"])

    return telling
