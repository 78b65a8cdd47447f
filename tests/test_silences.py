"""Who is silent: the party that the words mean, at the place that they are about."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from factories import KUNDUZ, make_resolved

from whoholds.gazetteer import load_gazetteer
from whoholds.model import Extraction, Mention, Published, Report, Silence, Span
from whoholds.resolve import Told
from whoholds.silences import ResolvedSilence, by_place, resolve_silences

NOW = datetime(2021, 8, 9, 12, tzinfo=UTC)


def silent(text: str, party: str, place: str | None = None) -> ResolvedSilence:
    report = Report(text, "Wire", published=Published(date(2021, 8, 9)))
    silence = Silence(
        report.key, Span(0, len(text)), _mention(text, party), _mention(text, place) if place else None
    )
    told = Told(report, Extraction(report.key, "rules/1", silences=(silence,)), NOW)
    (found,) = resolve_silences(told, load_gazetteer(), [make_resolved()])
    return found


def _mention(text: str, words: str) -> Mention:
    at = text.index(words)
    return Mention(Span(at, at + len(words)))


@pytest.mark.parametrize(
    ("text", "words", "party"),
    [
        ("The Taliban took Herat. There was no word from the army.", "the army", "Afghan government"),
        (
            "The Taliban took Herat. The movement and the insurgents did not comment.",
            "the insurgents",
            "Taliban",
        ),
        ("Fighters took Herat. Kabul did not comment.", "Kabul", "Afghan government"),
        ("Fighters took Herat. The company did not comment.", "The company", "The company"),
    ],
)
def test_the_party_that_is_meant(text: str, words: str, party: str) -> None:
    found = silent(text, words, "Herat")
    assert (found.party, found.words) == (party, words)
    assert found.place is not None
    assert found.place.country == "AF"


def test_without_a_place_the_only_one_of_the_report() -> None:
    found = silent("The Taliban took it. The army did not comment.", "The army")
    assert found.place == KUNDUZ
    assert by_place([found]) == {KUNDUZ.id: (found,)}
