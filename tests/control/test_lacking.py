"""A place that is not held lacks a rule that is named; one that is held lacks none."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban
from hypothesis import given, settings
from hypothesis import strategies as st
from test_properties import lists

from whoholds.control import Question, Setting, assess_control
from whoholds.control.finding import BOASTED, DISPUTED, TOLD
from whoholds.control.lacking import NAMED, ORIGINS, PROBABILITY, Lack, lacking
from whoholds.model import Factuality
from whoholds.picture import ResolvedClaim
from whoholds.suppositions import lack_words

SETTING = Setting(GOVERNMENT)
DENIAL = of_government(kind="hold", actor=GOVERNMENT, own_interest=True, outlet="C")


def lacks(*claims: ResolvedClaim) -> list[Lack]:
    question = Question(date(2021, 8, 9), datetime(2021, 8, 9, 23, tzinfo=UTC))
    return list(lacking(assess_control(KUNDUZ, claims, question, SETTING), claims, SETTING))


def test_one_voice_lacks_a_second_one() -> None:
    found = {one.rule: one for one in lacks(make_resolved(claimer="residents"))}
    assert (found[ORIGINS].have, found[ORIGINS].need) == (1, 2)
    assert found[ORIGINS].party == TALIBAN
    assert set(found) == {ORIGINS}
    doubted = {
        one.rule: one for one in lacks(make_resolved(claimer="residents", factuality=Factuality.PROBABLE))
    }
    assert doubted[PROBABILITY].have < doubted[PROBABILITY].need


def test_two_voices_lack_nothing() -> None:
    assert not lacks(
        make_resolved(id="a", quote="It fell."), make_resolved(id="b", outlet="B", quote="Gone.")
    )


def test_whom_nobody_says_to_hold_it_lacks_being_named() -> None:
    left = [make_resolved("withdrawal", id=f"w{n}", actor=GOVERNMENT, outlet=f"O{n}", quote=f"Left {n}.",
                          recipient=None) for n in range(3)]  # fmt: skip
    siege = make_resolved("siege", id="s", recipient=GOVERNMENT)
    assert NAMED in {one.rule for one in lacks(*left, siege)}


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        (DISPUTED, [{"claimer": "officials"}, {"claimer": "an officer"}, DENIAL]),
        (BOASTED, [of_taliban(claimer=f"Qari {name} Ahmadi", own_interest=True) for name in "AB"]),
        (TOLD, [{"kind": "hold", "outlet": "C", "actor": GOVERNMENT}, {"kind": "hold", "outlet": "D"}]),
    ],
)
def test_what_is_likely_and_unknown_lacks_what_is_in_doubt(rule: str, told: list[dict[str, Any]]) -> None:
    values = [{"quote": f"So it was told, {at}.", "id": f"{at}", **one} for at, one in enumerate(told)]
    (one,) = lacks(*(make_resolved(given.pop("kind", "capture"), **given) for given in values))
    assert (one.rule, one.word) == (rule, "leaning")
    assert lack_words(one) != lack_words(replace(one, rule=NAMED))


@pytest.mark.parametrize("word", ["leaning", "contested"])
def test_what_is_too_weak_lacks_probability(word: str) -> None:
    kind = "clash" if word == "contested" else "capture"
    claim = make_resolved(kind, actor=None if kind == "clash" else TALIBAN, unverified=kind == "capture")
    (one,) = lacks(claim)
    assert (one.rule, one.word) == (PROBABILITY, word)
    assert one.have < one.need == 0.6


@settings(max_examples=80)
@given(lists, st.integers(0, 130))
def test_what_leans_lacks_something_and_what_is_held_nothing(
    claims: list[ResolvedClaim], offset: int
) -> None:
    state = assess_control(KUNDUZ, claims, Question(date(2021, 7, 1) + timedelta(days=offset)), SETTING)
    found = lacking(state, claims, SETTING)
    if state.status == "leaning":
        assert found
    if state.status in ("held", "contested"):
        assert not found
