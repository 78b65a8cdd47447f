"""Words for people."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, make_resolved, of_government
from hypothesis import given
from hypothesis import strategies as st

from whoholds.chances import chance_words
from whoholds.control import Question, Setting, assess_control
from whoholds.control.grammar import is_plural
from whoholds.control.positions import CONTESTED, HOLDS, NOT, NOT_CONTESTED, Position
from whoholds.lexicon import read_lexicon
from whoholds.model import Days, Estimate, Place, end_of_day
from whoholds.wording import (
    PROJECTION,
    as_known_words,
    days_words,
    entries_words,
    estimate_words,
    explained_words,
    parties_words,
    place_words,
    says,
    shown,
    speaker,
    state_words,
)

DAY = date(2021, 8, 9)


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (Days(DAY, DAY), "9 August 2021"),
        (Days(None, DAY), "by 9 August 2021"),
        (Days(DAY, None), "from 9 August 2021"),
        (Days(None, None), "day not said"),
        (Days(date(2015, 1, 1), date(2015, 12, 31)), "2015"),
        (Days(date(2021, 5, 1), DAY), "between 1 May 2021 and 9 August 2021"),
    ],
)
def test_days(days: Days, words: str) -> None:
    assert days_words(days) == words


@pytest.mark.parametrize(
    ("estimate", "words"),
    [
        (Estimate(20, 20, 20), "20"),
        (Estimate(20, 20, None), "20 or more"),
        (Estimate(24, None, 99), "24 to 99"),
        (Estimate(None, 20, 20), "up to 20"),
        (Estimate(None, 7, None), "7"),
        (Estimate(None, None, None), "number not known"),
    ],
)
def test_estimates(estimate: Estimate, words: str) -> None:
    assert estimate_words(estimate) == words


@pytest.mark.parametrize(
    ("given_values", "words"),
    [
        ({}, "The report of Daily Wire says"),
        ({"outlet": None}, "The report in its own voice says"),
        ({"claimer": "unnamed"}, "Somebody unnamed says"),
        ({"claimer": "residents"}, "Residents say"),
        (
            {"claimer": "officials in Kunduz", "side": GOVERNMENT},
            "Officials in Kunduz (Afghan government) say",
        ),
        ({"claimer": "the Afghan government", "side": GOVERNMENT}, "The Afghan government says"),
        ({"claimer": "Tolo News", "relayed_by": "Twitter"}, "Tolo News, carried by Twitter says"),
        ({"claimer": "two residents reached by telephone"}, "Two residents reached by telephone say"),
        ({"claimer": "the deputy governor"}, "The deputy governor says"),
        ({"claimer": "a women's rights activist in the town"}, "A women's rights activist in the town says"),
        ({"extractor": "baseline", "report_name": "base.csv"}, "The baseline base.csv says"),
    ],
)
def test_who_says_so(given_values: dict[str, Any], words: str) -> None:
    assert says(make_resolved(**given_values)) == words
    assert words.startswith(speaker(make_resolved(**given_values)))


@pytest.mark.parametrize(
    ("position", "words"),
    [
        (Position(HOLDS, "X"), "X holds it"),
        (Position(NOT, "X"), "X does not hold it"),
        (Position(CONTESTED), "there is fighting inside it"),
        (Position(CONTESTED, "X"), "X is inside it, not said to hold it"),
        (Position(NOT_CONTESTED), "there is no fighting inside it"),
        (Position(NOT_CONTESTED, "X"), "X is not inside it"),
    ],
)
def test_positions(position: Position, words: str) -> None:
    assert position.words() == words


@given(st.text())
def test_shown_words_are_one_line_without_controls(words: str) -> None:
    assert shown(words) == " ".join(shown(words).split())
    assert not {"\x1b", "\n", "\u202e", "\u2066"} & set(shown(words))


@pytest.mark.parametrize(
    ("party", "plural"),
    [
        ("Taliban", False),
        ("Tuareg rebels", True),
        ("Houthis", True),
        ("Rapid Support Forces", True),
        ("gunmen", True),
        ("United States", False),
        ("Hamas", False),
        ("ISIS", False),
        ("government of Laos", False),
        ("Russia", False),
    ],
)
def test_the_verb_goes_with_the_party(party: str, plural: bool) -> None:
    assert is_plural(party) is plural
    assert Position(NOT, party).words() == f"{party} {'do' if plural else 'does'} not hold it"
    assert Position(CONTESTED, party).words().startswith(f"{party} {'are' if plural else 'is'} inside")


def test_a_province_is_told_from_the_town_of_its_name() -> None:
    assert place_words(KUNDUZ) == "Kunduz"
    assert place_words(replace(KUNDUZ, kind="province")) == "Kunduz (province)"
    assert place_words(replace(KUNDUZ, name="Kunduz Province", kind="province")) == "Kunduz Province"


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (1.0, "> 0.99"),
        (0.996, "> 0.99"),
        (0.994, "0.99"),
        (0.93, "0.93"),
        (0.006, "0.01"),
        (0.004, "< 0.01"),
        (0.9496, "0.949"),
        (0.95, "0.95"),
        (0.7999, "0.799"),
    ],
)
def test_no_figure_says_a_certainty_or_more_than_its_word(probability: float, words: str) -> None:
    assert chance_words(probability) == words
    state = assess_control(KUNDUZ, [], Question(date(2021, 8, 9)), Setting(GOVERNMENT))
    held = replace(state, status="held", holder="Taliban", probability=probability)
    assert state_words(held) == f"held by Taliban ({words})"


def test_who_is_on_both_sides_of_an_event_is_named_once() -> None:
    assert parties_words(["A"], ["B"]) == "A against B"
    assert parties_words(["A", "B"], ["B"]) == "A, B"
    assert parties_words(["A"], []) == "A"
    assert parties_words([], ["B"]) == "against B"


def test_the_state_says_by_which_part_of_the_record_and_who_left() -> None:
    left = make_resolved("withdrawal", actor=GOVERNMENT, against_interest=True, **of_government())
    state = assess_control(KUNDUZ, [left], Question(date(2021, 8, 9), recorded=3), Setting(GOVERNMENT))
    assert state_words(state).endswith("; Afghan government no longer holds it")
    assert as_known_words(state) == "on 9 August 2021, by all that is recorded"
    assert as_known_words(state, partial=True) == "on 9 August 2021, by the first 3 entries of the record"
    known = [end_of_day(date(2021, 8, day)) for day in (9, 8)]
    same, before = (as_known_words(replace(state, as_of=moment)) for moment in known)
    assert same == "on 9 August 2021, as known on 9 August 2021"
    assert before == f"on 9 August 2021, as known on 8 August 2021 ({PROJECTION})"
    assert entries_words(1) == "the first entry"
    assert explained_words(state) == "somebody else holds it"


@pytest.mark.parametrize("group", read_lexicon("en", "wording").values(), ids=read_lexicon("en", "wording"))
def test_one_says_and_several_say(group: dict[str, str]) -> None:
    claim = make_resolved(claimer=group["example"], side=None, relayed_by=None)
    assert says(claim).endswith(f" {group['verb']}")


def test_the_hour_of_a_moment_is_told() -> None:
    place = Place("user:t", "Town", "settlement", 1.0, 2.0)
    for as_of, told in (
        (datetime(2021, 8, 9, 23, 59, 59, 999999, tzinfo=UTC), "as known on 9 August 2021"),
        (datetime(2021, 8, 9, 12, 30, tzinfo=UTC), "as known on 9 August 2021, 12:30 UTC"),
    ):
        state = assess_control(place, (), Question(date(2021, 8, 9), as_of))
        assert as_known_words(state).endswith(told)
