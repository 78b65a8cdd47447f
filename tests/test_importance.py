"""Sentences that tell why a place matters: of which place, of what kind; and sentences that do not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from whoholds.gazetteer import load_gazetteer
from whoholds.importance import POINTING, find_importance, importance_of
from whoholds.lexicon import read_lexicon
from whoholds.model import Report
from whoholds.resolve import cached_words

GAZETTEER = load_gazetteer()
TABLES = read_lexicon("en", "importance")
JULY = datetime(2021, 7, 1, tzinfo=UTC)


def told(text: str) -> list[tuple[str, str, str]]:
    """The name of the place, the kind of reason, and the cue."""
    found = find_importance(cached_words(Report(text), GAZETTEER))
    places = [(GAZETTEER.get(place), kind, cue) for place, kind, _, cue in found]
    return [(place.name if place else "?", kind, cue.of(text)) for place, kind, cue in places]


@pytest.mark.parametrize("table", TABLES)
def test_the_example_of_each_table_is_read(table: str) -> None:
    found = told(TABLES[table]["example"])
    assert [place for place, _, _ in found] == [TABLES[table]["place"]]
    assert table in (POINTING, *(kind for _, kind, _ in found))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Soldiers left Kidal. Its airstrip makes the town strategically vital.", ["Kidal"]),
        ("Soldiers left Kidal and Timbuktu. The town is strategically vital.", []),
        ("Soldiers left Kidal. Rebels neared Timbuktu, a trading hub.", ["Timbuktu"]),
        ("The rebels took Kidal and a strategic town.", []),
        ("The army called it a strategic withdrawal from Kidal.", []),
        ("The Northern Strategic Command spoke of Kidal.", []),
        ("Timbuktu lies in an oil-rich region.", []),
        ("The rebels entered Kidal on Sunday.", []),
        ("The strategic town was quiet.", []),
        (
            "Soldiers left Kidal. Rain fell. Schools closed. Markets shut. The town is strategically vital.",
            [],
        ),
    ],
)
def test_of_which_place(text: str, places: list[str]) -> None:
    assert [place for place, _, _ in told(text)] == places


def test_the_same_sentence_is_given_once_and_quoted_exactly() -> None:
    text = "Rebels are near. Kidal is a trading hub."
    kidal = next(one for one in GAZETTEER.named("Kidal") if one.country == "ML")
    reports = [(Report(text, outlet="B"), JULY.replace(month=8)), (Report(text, outlet="A"), JULY)]
    (one,) = importance_of(kidal.id, reports, GAZETTEER)
    assert one.outlet == "A"
    assert one.span.of(text) == one.quote == "Kidal is a trading hub."
    assert one.cue.of(one.quote) == "trading hub"
