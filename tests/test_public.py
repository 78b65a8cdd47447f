"""The public names: all there, all documented, and importing the package loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

import whoholds
from whoholds.errors import InputError

HEAVY = ("spacy", "numpy", "apsw", "typer", "rich", "daachorse", "py3langid", "whoholds.gazetteer")


def test_importing_loads_nothing_heavy() -> None:
    script = f"import sys, whoholds; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", whoholds.__all__)
def test_every_public_name_is_there_and_documented(name: str) -> None:
    value = getattr(whoholds, name)
    assert name in dir(whoholds)
    assert isinstance(value, str) or value.__doc__


def test_a_name_that_there_is_not() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        whoholds.nothing  # noqa: B018


def test_a_text_is_read_without_a_record() -> None:
    text = "Taliban fighters captured Kunduz on Sunday, residents said."
    (claim,) = whoholds.read_claims(text, published="2021-08-09", outlet="Wire")
    assert (claim.actor, claim.place_name, claim.claimer, claim.outlet) == (
        "Taliban",
        "Kunduz",
        "residents",
        "Wire",
    )
    assert text[claim.claim.quote.start : claim.claim.quote.end] == claim.quote
    (undated,) = whoholds.read_claims(text)
    assert undated.days.start is None


def test_what_was_not_read_is_said() -> None:
    explained = whoholds.explain("Військові увійшли до міста Бахмут у неділю, повідомили мешканці та влада.")
    assert explained.claims == ()
    assert explained.not_read == "not read: Ukrainian"


def test_the_dates_of_a_text() -> None:
    text = "They left on Monday."
    (found,) = whoholds.find_dates(text, "2021-08-11")
    assert (found.span.of(text), found.value, found.anchored) == ("Monday", "2021-08-09", True)
    assert whoholds.find_dates(text)[0].start is None
    with pytest.raises(InputError):
        whoholds.find_dates(text, "last week")


@pytest.mark.parametrize(("text", "published"), [("", None), ("Kunduz fell.", "last week")])
def test_what_cannot_be_read(text: str, published: str | None) -> None:
    with pytest.raises(InputError):
        whoholds.read_claims(text, published=published)


TEXT = (
    "KABUL, Aug 8 (Reuters) - Gunmen killed twelve policemen in Kunduz on Sunday, an official in Kabul said. "
    "The Taliban shelled the village of Kalbad and seized the airport of Herat."
)


def at(words: str) -> whoholds.Span:
    """Where words stand in the text for the first time."""
    start = TEXT.index(words)
    return whoholds.Span(start, start + len(words))


def test_each_part_alone_gives_exact_spans() -> None:
    assert whoholds.find_sentences(TEXT) == (whoholds.Span(0, 103), whoholds.Span(104, len(TEXT)))
    assert [(event.span, event.places) for event in whoholds.find_events(TEXT)] == [
        (at("killed"), (at("Kunduz"),)),
        (at("shelled"), (at("Kalbad"),)),
        (at("seized"), (at("Herat"),)),
    ]
    assert [party.span for party in whoholds.find_parties(TEXT)] == [at("policemen"), at("The Taliban")]
    (figure,) = whoholds.find_figures(TEXT)
    assert (figure.who_span, figure.verb_span) == (at("policemen"), at("killed"))
    assert (figure.kind, figure.estimate.low) == ("killed", 12)


def test_places_alone_with_entry_and_coordinates() -> None:
    found = whoholds.find_places(TEXT)
    assert [place.span for place in found] == [
        at("KABUL"), at("Kunduz"), at("Kabul"), at("Kalbad"), at("Herat"),
    ]  # fmt: skip
    kunduz, unknown = found[1], found[3]
    assert kunduz.place.id == "gn:1135689"
    assert kunduz.coordinates == pytest.approx((36.72, 68.86), abs=0.02)
    assert kunduz.precision is whoholds.Precision.EXACT
    assert "AF" in kunduz.reason
    assert (unknown.coordinates, unknown.precision) == (None, None)
    (province,) = whoholds.find_places("Fighting went on in Kunduz province.")
    assert province.precision is whoholds.Precision.PROVINCE


def test_a_claim_has_the_keys_of_the_codebook() -> None:
    (claim,) = whoholds.read_claims("Taliban fighters captured Kunduz on Sunday.", published="2021-08-09")
    row = whoholds.claim_dict(claim)
    assert (row["type"], row["start"], row["actor"]) == ("capture", "2021-08-08", "Taliban")
