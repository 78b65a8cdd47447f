"""Headlines that tell one event."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from whoholds.events.headlines import FEATURES, Feature, Headline, group_headlines, read_marks
from whoholds.gazetteer import load_gazetteer

DAY = date(2018, 5, 13)
STORY = Headline("Bomb in eastern Baghdad kills at least 11", DAY, "Reuters")
SPELT = Headline("11 dead in bombing of Baghdad market", DAY, "AFP")
OTHER = Headline("Taliban fighters attack police post in Kunduz", DAY, "AFP")
FILLERS = [Headline(words, DAY - timedelta(40)) for words in ("Talks go on", "Rain expected", "Markets fall")]


def _groups(*headlines: Headline) -> tuple[tuple[int, ...], ...]:
    return group_headlines([*headlines, *FILLERS], load_gazetteer())


def test_one_event_by_words_place_and_number() -> None:
    assert (0, 1) in _groups(STORY, SPELT, OTHER)


def test_other_places_and_words_are_other_events() -> None:
    assert (0,) in _groups(STORY, OTHER)


def test_same_words_weeks_apart_are_two_events() -> None:
    later = Headline(STORY.text, DAY + timedelta(20), "Reuters")
    assert (0,) in _groups(STORY, later)


def test_a_day_told_counts_for_more_than_the_day_of_printing() -> None:
    one = Headline("June 20, 2017: strike on Raqqa city", date(2017, 7, 1))
    other = Headline("June 28, 2017: strike on Raqqa city", date(2017, 7, 1))
    assert (0,) in _groups(one, other)


def test_no_headlines_are_no_groups() -> None:
    assert group_headlines([], load_gazetteer()) == ()


def test_a_spelling_of_a_name_shares_most_of_its_letters() -> None:
    texts = ("Raids on Ma’ra al-Nu’man", "Raids on Ma’rah al-Nu’man", "Clashes in Tadmur")
    first, second, third = read_marks([Headline(text, DAY) for text in texts], load_gazetteer())
    same_words = FEATURES[0][0]
    assert same_words(first, second) > 0.5 > same_words(first, third)


@pytest.mark.parametrize("feature", [feature for feature, _ in FEATURES])
def test_each_feature_has_a_reason_and_no_order(feature: Feature) -> None:
    one, other = read_marks([STORY, SPELT], load_gazetteer())
    assert feature.__doc__
    assert feature(one, other) == pytest.approx(feature(other, one))
