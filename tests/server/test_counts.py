"""The page counts claims as `/api/facets` does: of one record, under one filter, by one definition."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from served_reports import REPORTS
from serving import Served, serving

from whoholds.database import open_database
from whoholds.exports.page_data import day_number
from whoholds.model import Published, Report
from whoholds.reports.dates import parse_day

COUNTED = ("party", "side", "claimer", "outlet", "type", "factuality", "precision")
Asked = dict[str, list[str]]
CODED: dict[str, dict[str, str]] = {
    "Gunmen seized a village there.": {"type": "capture", "actor": "Taliban"},
    "It was told that Herat fell.": {"type": "capture", "place": "Herat", "claimer": "unnamed"},
    "Herat saw fighting.": {"type": "clash", "place": "Herat", "claimer": "residents of Herat"},
    "Herat heard shots.": {"type": "clash", "place": "Herat", "claimer": "Residents of Herat"},
    "Herat is held.": {"type": "hold", "place": "Herat", "claimer": "residents", "start": "2021-08-03"},
}
"""Claims without a place, without a name, and of days without an end, by their sentences."""

WITHOUT_A_CLAIM = Report("Shops were open.", outlet="Daily Wire", published=Published(date(2021, 8, 7)))


@pytest.fixture(scope="module")
def counting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The served record with these claims."""
    folder = tmp_path_factory.mktemp("counts")
    _write(folder / "claims.jsonl")
    with open_database(folder / "record.db") as database:
        database.add(*REPORTS, WITHOUT_A_CLAIM)
        database.import_claims(folder / "claims.jsonl")
    with serving(folder / "record.db") as one:
        yield one


def _write(path: Path) -> None:
    rows = [
        {"id": str(number), "outlet": "Daily Wire", "published": "2021-08-12", "text": quote,
         "claims": [{"quote": quote, "actor": "Taliban", **said}]}
        for number, (quote, said) in enumerate(CODED.items())
    ]  # fmt: skip
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")


def _values(facets: dict[str, Any], name: str, claim: int) -> set[str]:
    """What a claim has of a filter, by the columns of the page."""
    columns = [facets[one] for one in (("actor", "recipient") if name == "party" else (name,))]
    return {one["values"][one["at"][claim]] for one in columns if one["at"][claim] >= 0}


def _passes(facets: dict[str, Any], claim: int, name: str, wanted: list[str]) -> bool:
    if name in ("since", "until"):
        day, bound = facets["day"][claim], day_number(parse_day(wanted[0]))
        return bool(day >= bound if name == "since" else day <= bound)
    told = {one.casefold() for one in _values(facets, name, claim)}
    if name == "claimer":
        return any(words.casefold() in one for words in wanted for one in told)
    return not told.isdisjoint(one.casefold() for one in wanted)


def counted(facets: dict[str, Any], asked: Asked) -> tuple[int, dict[str, dict[str, int]]]:
    """As the page counts (`web/src/filters.ts`): what is left, and each value under the others."""
    counts: dict[str, Counter[str]] = {name: Counter() for name in COUNTED}
    total = 0
    for claim in range(len(facets["place"])):
        failed = [name for name, wanted in asked.items() if not _passes(facets, claim, name, wanted)]
        total += not failed
        for name in COUNTED if not failed else failed if len(failed) == 1 else ():
            if name in counts:
                counts[name].update(_values(facets, name, claim))
    told = counts["claimer"]  # also those in whose words the words of another stand
    spelt = {one.casefold(): one for one in sorted(told, key=lambda one: (-told[one], one))[::-1]}
    whole = {
        spelt[words]: sum(number for value, number in told.items() if words in value.casefold())
        for words in {one.casefold() for one in told}
    }
    return total, {name: whole if name == "claimer" else dict(found) for name, found in counts.items()}


def test_a_claimer_counts_for_what_asking_for_it_keeps(counting: Served) -> None:
    found = counting.client.get("/api/facets").json()["facets"]["claimer"]
    counts = {row["value"]: row["claims"] for row in found}
    for words, number in counts.items():
        assert len(counting.rows(f"/api/claims?limit=500&claimer={words}", "claims")) == number
    assert counts["residents"] > counts["Residents of Herat"] == 2
    assert "residents of Herat" not in counts


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"type": ["capture"]},
        {"outlet": ["Daily Wire"], "type": ["capture", "withdrawal"]},
        {"party": ["taliban"]},
        {"claimer": ["residents"], "party": ["Taliban"]},
        {"factuality": ["certain"], "until": ["2021-08-09"]},
        {"since": ["2021-08-08"], "precision": ["exact"]},
        {"until": ["2021-08-04"]},
    ],
)
def test_the_page_and_the_server_count_alike(counting: Served, asked: Asked) -> None:
    facets = counting.client.get("/api/page.json").json()["facets"]
    told = counting.client.get("/api/facets", params=asked).json()
    total, counts = counted(facets, asked)
    assert total == told["placed"] <= told["total"]
    for name in COUNTED:
        of_places = {row["value"]: row["placed"] for row in told["facets"][name] if row["placed"]}
        assert of_places == counts[name], name


def test_claims_without_a_known_place_are_counted_beside_those_of_the_page(counting: Served) -> None:
    frame = counting.client.get("/api/page.json").json()
    told = counting.client.get("/api/facets").json()
    assert told["placed"] == len(frame["facets"]["place"]) > 0
    assert told["total"] - told["placed"] == frame["meta"]["unplaced"] > 0
    for rows in told["facets"].values():
        assert all(0 <= row["placed"] <= row["claims"] > 0 for row in rows)
    assert "unnamed" not in {row["value"] for row in told["facets"]["claimer"]}


def test_the_day_asked_about_leaves_reports_without_a_claim_in_the_list(counting: Served) -> None:
    known = counting.rows("/api/reports?as_of=2021-08-09", "reports")
    assert counting.rows("/api/reports?as_of=2021-08-09&on=2021-08-09", "reports") == known
    assert [one["claims"] for one in known].count(0) == 1
    early = counting.rows("/api/reports?on=2021-08-06", "reports")
    assert {one["report"] for one in early} < {one["report"] for one in known}
