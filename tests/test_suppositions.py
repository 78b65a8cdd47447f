"""What is supposed, in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.hypothetical import Hypothesis, would_change
from whoholds.control.lacking import Lack
from whoholds.suppositions import hypothesis_words, lack_words, rule_lines, unheard_words, would_dict
from whoholds.why import explain_state

SETTING = Setting(GOVERNMENT)
TOLD = make_resolved(claimer="residents", quote="The Taliban took Kunduz, residents said.")
STATE = assess_control(
    KUNDUZ, [TOLD], Question(date(2021, 8, 9), datetime(2021, 8, 9, 23, tzinfo=UTC)), SETTING
)


@pytest.mark.parametrize(
    ("supposed", "expected"),
    [
        (Hypothesis("report", TALIBAN), "1 further independent report told that Taliban holds it"),
        (Hypothesis("report", TALIBAN, count=2), "2 further independent reports told that Taliban holds it"),
        (Hypothesis("report", GOVERNMENT, taken=True),
         "1 further independent report told that Afghan government took it"),
        (Hypothesis("admission", TALIBAN, against=GOVERNMENT),
         "Afghan government admitted that Taliban took it"),
        (Hypothesis("pictures", "Tuareg rebels"), "verified pictures showed that Tuareg rebels hold it"),
        (Hypothesis("fighting"), "1 further independent report told that there is fighting inside it"),
        (Hypothesis("no news", count=45), "nothing more were told for 45 days"),
    ],
)  # fmt: skip
def test_the_words(supposed: Hypothesis, expected: str) -> None:
    assert hypothesis_words(supposed) == expected


def test_a_probability_just_below_is_not_shown_as_enough() -> None:
    assert "is 0.799, and 0.80 is needed" in lack_words(Lack("probability", TALIBAN, "held", 0.7991, 0.8))
    assert "is 0.72, and 0.80 is needed" in lack_words(Lack("probability", TALIBAN, "held", 0.7213, 0.8))


def test_who_is_not_heard() -> None:
    assert unheard_words("Tuareg rebels") == "no word of Tuareg rebels on it was read in these reports"


def test_the_reasons_tell_what_lacks_what_would_change_and_who_is_not_heard() -> None:
    told = explain_state(STATE, [TOLD], (), SETTING)
    text = "\n".join(told.lines)
    assert "Not heard: no word of Afghan government on it was read in these reports" in text
    assert (
        "Why not held: 1 independent origin stands by it without an interest or a doubt, and 2 are needed"
        in text
    )
    assert "if Afghan government admitted that Taliban took it: held by Taliban (" in text
    assert "nobody reported it" in text
    row = told.to_dict()
    assert row["unheard"] == [GOVERNMENT]
    assert {one["rule"] for one in row["lacking"]} == {"origins"}
    assert all(one["hypothetical"] is True for one in row["would_change"])
    assert 0 < len(row["would_change"]) <= 5


def test_the_day_on_which_it_is_too_old_is_told() -> None:
    last = would_change(STATE, [TOLD], SETTING)[-1]
    assert would_dict(last)["since"] == "2021-09-24"
    assert list(rule_lines((), (last,)))[-1].endswith(
        "too old to tell who does now, from 24 September 2021 on"
    )


def test_without_anything_there_are_no_lines() -> None:
    assert not list(rule_lines((), ()))
    assert not replace(explain_state(STATE, [TOLD], (), SETTING), would_change=()).to_dict()["would_change"]
