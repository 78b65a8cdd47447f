from __future__ import annotations

from datetime import date

from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.history import control_history
from whoholds.model import Factuality

SETTING = Setting(government=GOVERNMENT)


def test_a_town_that_falls_and_is_forgotten() -> None:
    claims = [
        make_resolved("hold", actor=GOVERNMENT, extractor="baseline", published=date(2021, 7, 1)),
        *(make_resolved(outlet=name, day=date(2021, 8, 8)) for name in "AB"),
    ]
    history = control_history(KUNDUZ, claims, Question(date(2021, 12, 1)), SETTING)
    assert [(one.status, one.holder) for one in history] == [
        ("held", GOVERNMENT),
        ("held", TALIBAN),
        ("unknown", None),
    ]
    assert history[0].start == date(2021, 7, 1)
    assert history[1].start == date(2021, 8, 8)
    assert (history[2].start, history[2].end) == (date(2021, 9, 23), date(2021, 12, 1))
    assert history[2].unknown_reason == "stale"


def test_a_fall_told_with_a_doubt_is_less_sure_the_longer_nothing_is_said() -> None:
    doubted = [
        make_resolved(outlet=name, day=date(2021, 8, 8), factuality=Factuality.PROBABLE) for name in "AB"
    ]
    days = (date(2021, 8, 8), date(2021, 8, 25), date(2021, 9, 20))
    chances = [assess_control(KUNDUZ, doubted, Question(day), SETTING).holders[TALIBAN] for day in days]
    assert chances == sorted(chances, reverse=True)
    assert chances[0] - chances[-1] > 0.05


def test_no_evidence_is_no_history() -> None:
    assert control_history(KUNDUZ, [], Question(date(2021, 12, 1)), SETTING) == ()


def test_history_ends_on_the_day_in_question() -> None:
    history = control_history(KUNDUZ, [make_resolved()], Question(date(2021, 8, 9)), SETTING)
    assert [(one.start, one.end) for one in history] == [(date(2021, 8, 9), date(2021, 8, 9))]


def test_what_is_known_only_to_a_year_makes_no_stretch() -> None:
    claim = make_resolved(start=date(2015, 1, 1), end=date(2015, 12, 31), published=date(2021, 6, 20))
    for day in (date(2015, 10, 5), date(2016, 1, 5), date(2021, 6, 20)):
        assert control_history(KUNDUZ, [claim], Question(day)) == ()
        assert assess_control(KUNDUZ, [claim], Question(day)).unknown_reason == "none"
