"""Private persons are shown by role in what is published; officials, media and groups stay."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from factories import GOVERNMENT, make_resolved
from hypothesis import given
from hypothesis import strategies as st
from page_factory import make_picture

from whoholds.exports.withholding import (
    masked_claim,
    masked_claimer,
    masked_picture,
    masked_words,
    personal_name,
)
from whoholds.lexicon import read_lexicon
from whoholds.model import Span

STAYS = [
    "Deputy Governor Cefatula Samangani",
    "residents",
    "Residents",
    "a resident of Kunduz",
    "Kunduz residents",
    "Tolo News",
    "Shamshad TV",
    "the UN",
    "Human Rights Watch",
    "UNAMA",
    "AFP",
    "Reuters",
    "Army commanders",
    "the Syrian Observatory for Human Rights",
    "Videos",
    "one in Kunduz",
    "unnamed",
    "a doctor in Lashkar Gah",
    "Zabihullah Mujahid, a Taliban spokesman",
    "The New York Times",
    "Doctors Without Borders",
    "Local stations",
    "the International Committee of the Red Cross",
    "Officials in Maymana",
    "The latest report",
    "aid workers",
    "Al-Jazeera",
    "al Jazeera",
    "Dawn",
    "residents in August",
    "Afghanistan (March 3",
    "several people on Friday, Saturday and Sunday",
    "Gen. Abdul Karim",
]


@pytest.mark.parametrize("claimer", STAYS)
def test_who_stays(claimer: str) -> None:
    assert masked_claimer(claimer, None) == claimer


@pytest.mark.parametrize(
    ("claimer", "masked"),
    [
        ("Abdul Karim", "a named person (name withheld)"),
        ("Maria Petrenko", "a named person (name withheld)"),
        ("Gul Ahmad, a shopkeeper", "a named shopkeeper (name withheld)"),
        ("Kunduz resident Mohammad Nabi", "a named resident (name withheld)"),
        ("local journalist Elyas Dayee", "a named journalist (name withheld)"),
        ("Dawn Rahimi", "a named person (name withheld)"),
        ("Rahim Dawn", "a named person (name withheld)"),
        ("June Carter", "a named person (name withheld)"),
        ("Friday Osagie", "a named person (name withheld)"),
        ("Jan, a shopkeeper", "a named shopkeeper (name withheld)"),
    ],
)
def test_who_is_shown_by_role(claimer: str, masked: str) -> None:
    assert masked_claimer(claimer, None) == masked


def test_who_speaks_for_a_side_speaks_in_public() -> None:
    assert masked_claimer("Zabihullah Mujahid", "Taliban") == "Zabihullah Mujahid"
    assert masked_claimer(None, None) is None


@pytest.mark.parametrize(
    "group", [pytest.param(one, id=name) for name, one in read_lexicon("en", "private").items()]
)
def test_word_lists(group: dict[str, Any]) -> None:
    assert masked_claimer(group["example"], None) == group["masked"]


def test_the_name_is_blacked_out_in_the_quotation_letter_for_letter() -> None:
    quote = "“They are in the bazaar,” said Gul Ahmad, a shopkeeper. Ahmadi was not asked."
    claim = make_resolved(claimer="Gul Ahmad, a shopkeeper", quote=quote)
    masked = masked_claim(claim)
    assert "Gul" not in masked.quote
    assert "███ █████" in masked.quote
    assert "Ahmadi" in masked.quote
    assert len(masked.quote) == len(quote)


def test_a_day_beside_a_name_stays() -> None:
    assert personal_name("Gul Ahmad, seen on Tuesday by Al Jazeera") == ("Gul", "Ahmad")


def test_an_official_is_quoted_as_he_stands() -> None:
    claim = make_resolved(claimer="Governor Gul Ahmad", side=GOVERNMENT, quote="Governor Gul Ahmad said so.")
    assert masked_claim(claim) == claim


@given(st.text(), st.lists(st.text("abcXYZ", min_size=1, max_size=5), max_size=3))
def test_blacking_out_moves_nothing(words: str, names: list[str]) -> None:
    masked = masked_words(words, names)
    assert len(masked) == len(words)
    assert all(one in (other, "█") for one, other in zip(masked, words, strict=True))


def test_a_name_is_blacked_out_with_what_nobody_sees_in_it() -> None:
    assert masked_words("Gul Ahm\u200ead\u202ai said", ["Gul", "Ahmadi"]) == "███ ████████ said"
    assert masked_words("Gul Ahmadi\u200cha", ["Ahmadi"]) == "Gul ██████\u200cha"


def test_a_whole_picture_is_masked_with_its_texts() -> None:
    picture = make_picture()
    first = next(iter(picture.claims.values()))
    recorded = next(one for one in picture.record.reports if one.report.key == first.claim.report)
    name = recorded.report.text.split()[0]  # taken for the first name of somebody quoted
    claims = {**picture.claims, first.id: replace(first, claimer=f"{name} Khan", side=None)}
    hidden = masked_picture(replace(picture, claims=claims))
    text = next(one.report.text for one in hidden.record.reports if one.seq == recorded.seq)
    assert len(text) == len(recorded.report.text)
    assert name not in text.split()
    claim = hidden.claims[first.id]
    span: Span = claim.claim.quote
    assert span.of(text) == claim.quote
    assert claim.claim.report in {one.report.key for one in hidden.record.reports}
    assert masked_picture(picture) is picture
