"""What settled claims teach: little by few, floored, older ones less; and how it counts."""

from __future__ import annotations

import math
import random
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any

import pytest
from factories import GOVERNMENT, KUNDUZ, TALIBAN, make_resolved, of_government, of_taliban
from hypothesis import given
from hypothesis import strategies as st

from whoholds.control import Question, Setting, assess_control
from whoholds.control.claimers import reliability_of
from whoholds.control.evidence import rows_of
from whoholds.control.learning import learn
from whoholds.control.table import control_table
from whoholds.control.trials import BORNE_OUT, OPEN, REFUTED, Trial, trials
from whoholds.control.trust_table import error_of, fitted_table, letter_of, trust_table
from whoholds.model import Factuality, Place
from whoholds.picture import ResolvedClaim
from whoholds.trust import Cell, Fit

UNTIL = datetime(2021, 8, 9, 18, tzinfo=UTC)
RULES = trust_table().learning


def settled(right: int, wrong: int, start: str = "own_gain", **given: Any) -> list[Trial]:
    claim = make_resolved(**{**of_taliban(), **given})
    outcomes = [(BORNE_OUT, TALIBAN)] * right + [(REFUTED, GOVERNMENT)] * wrong
    return [Trial(claim, f"{start}/own/takes", start, "own gain", *came) for came in outcomes]


@cache
def places(**held: int) -> list[Trial]:
    """Settled claims of monitors at so many places of each holder, given as taliban=…, government=…."""
    names = {"taliban": TALIBAN, "government": GOVERNMENT}
    found = []
    for name, count in held.items():
        for number in range(count):
            claim = make_resolved(actor=names[name], place=replace(KUNDUZ, id=f"{name} {number}"))
            found.append(Trial(claim, "monitor/neutral/x", "monitor", "neutral", BORNE_OUT, names[name]))
    return found


def ratio_after(*told: Trial) -> float:
    return next(
        cell.ratio
        for cell in learn([*told, *places(taliban=100, government=100)], UNTIL).cells
        if cell.interest == "own"
    )


def test_one_case_changes_little_and_many_decide() -> None:
    start = control_table().ratios["own_gain"].value
    assert start < ratio_after(*settled(1, 0)) < start + 0.2
    assert start - 0.3 < ratio_after(*settled(0, 1)) < start
    assert ratio_after(*settled(0, 100)) == 1.0  # worth nothing; never the opposite
    assert ratio_after(*settled(900, 100)) == pytest.approx(8.5, abs=0.1)


def test_nobody_is_taken_to_err_less_than_the_floor() -> None:
    assert ratio_after(*settled(3000, 0)) == pytest.approx((1 - RULES.floor) / RULES.floor, abs=0.1)
    assert ratio_after(*settled(10, 0, "admission")) >= control_table().ratios["admission"].value


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from(sorted(control_table().admiralty)))
def test_the_ratio_lies_between_the_starting_one_and_that_of_the_cases(
    right: int, wrong: int, start: str
) -> None:
    if right + wrong == 0:
        assert learn([], UNTIL).cells == ()
        return
    error = 1 / (1 + ratio_after(*settled(right, wrong, start)))
    ends = sorted((error_of(control_table().ratios[start].value), wrong / (right + wrong)))
    assert min(ends[0], 0.5) - 0.01 <= error <= min(max(ends[1], 0.0), 0.5) + 0.01


@given(st.integers(0, 30), st.integers(0, 30))
def test_one_more_that_was_right_never_lowers_it(right: int, wrong: int) -> None:
    if right + wrong:
        assert ratio_after(*settled(right + 1, wrong)) >= ratio_after(*settled(right, wrong))
        assert ratio_after(*settled(right, wrong + 1)) <= ratio_after(*settled(right, wrong))


def test_old_and_hedged_cases_count_less() -> None:
    def weight(**given: Any) -> float:
        found = learn([*settled(1, 0, **given), *places(taliban=99, government=100)], UNTIL).cells
        return next(cell.right for cell in found if cell.interest == "own")

    assert weight() == 1.0
    assert weight(published=date(2021, 2, 10)) == pytest.approx(0.5, abs=0.001)
    assert weight(factuality=Factuality.PROBABLE) == pytest.approx(0.6)
    assert weight(unverified=True) == pytest.approx(0.3)


def test_where_nearly_all_fell_who_cried_so_was_right_by_chance() -> None:
    """He claims every place; nine of ten fell. His word is worth nothing, though nine of ten came true."""
    (own, *_) = [
        cell
        for cell in learn([*settled(90, 10), *places(taliban=900, government=100)], UNTIL).cells
        if cell.interest == "own"
    ]
    assert own.right == pytest.approx(own.wrong, rel=0.02)
    assert own.ratio < control_table().ratios["own_gain"].value


def test_where_all_fell_nothing_is_learnt_of_who_cried_so() -> None:
    found = learn([*settled(90, 0), *places(taliban=100)], UNTIL).cells
    assert [cell for cell in found if cell.interest == "own"] == []


def test_what_is_open_or_known_later_teaches_nothing() -> None:
    (one,) = settled(1, 0)
    later = replace(one, claim=replace(one.claim, known_from=datetime(2021, 8, 10, tzinfo=UTC)))
    assert learn([replace(one, outcome=OPEN), later], UNTIL).cells == ()


FIT = Fit(
    UNTIL,
    (
        Cell("own_gain", "own", "takes", 30.0, 1.0, 31, 6.5),
        Cell("reporter", "neutral", "takes", 1, 9, 10, 1.2),
    ),
)


def nats_of(table_of: Fit | None = None, **given: Any) -> tuple[float, str]:
    *_, row = rows_of(make_resolved(**given), fitted_table(table_of), GOVERNMENT)
    return row.nats, row.evidence.reason


def test_a_fit_counts_in_its_cell_only() -> None:
    own = of_taliban(own_interest=True)
    nats, reason = nats_of(FIT, **own)
    assert nats > nats_of(**own)[0]
    assert "learnt from claims settled by 2021-08-09 (ratio 6.5)" in reason
    assert nats_of(FIT)[0] < nats_of()[0]
    for other in (own | {"kind": "hold"}, {"claimer": "residents"}, {"kind": "clash"}, of_government()):
        assert nats_of(FIT, **other) == nats_of(**other)


@pytest.mark.parametrize(("letter", "value"), trust_table().grades.items())
def test_a_pinned_letter_counts_before_all_else_and_is_said(letter: str, value: float) -> None:
    own = of_taliban(own_interest=True, grade=letter)
    for table in (None, FIT):
        nats, reason = nats_of(table, **own)
        assert f"graded {letter} by an analyst (ratio {value:g})" in reason
        assert nats == pytest.approx(math.log(min(value, 19.0)))
    assert reliability_of(make_resolved(**own)) == letter


def test_of_fighting_a_letter_only_takes_away() -> None:
    assert nats_of(kind="clash", grade="E")[0] == 0.0
    assert nats_of(kind="clash", grade="A")[0] == nats_of(kind="clash")[0]


def test_the_word_of_who_is_graded_e_is_no_evidence() -> None:
    day = date(2021, 8, 9)
    asked, setting = Question(day), Setting(government=GOVERNMENT)
    graded = assess_control(KUNDUZ, [make_resolved(grade="E")], asked, setting)
    assert (graded.status, graded.unknown_reason) == ("unknown", "weak")
    assert assess_control(KUNDUZ, [make_resolved()], asked, setting).holder == TALIBAN


def test_the_name_of_a_fit_is_what_was_learnt() -> None:
    assert FIT.name == Fit(UNTIL, tuple(FIT.cells)).name
    assert (
        FIT.name
        != Fit(UNTIL, FIT.cells[:1]).name
        != Fit(datetime(2021, 8, 8, tzinfo=UTC), FIT.cells[:1]).name
    )


@pytest.mark.parametrize(
    ("share", "letter"), [(1.0, "A"), (0.97, "A"), (0.95, "B"), (0.8, "C"), (0.5, "D"), (0.0, "E")]
)
def test_the_letter_for_a_share(share: float, letter: str) -> None:
    assert letter_of(share) == letter


def test_without_a_fit_the_starting_values_count() -> None:
    assert fitted_table(None) is control_table()


def test_a_war_with_known_liars_is_learnt() -> None:
    """Four papers and residents err in one claim of twenty, the spokesman claims every place that he has not
    and every one that he has: his word is worth nothing, theirs much.
    """
    chance = random.Random(5)
    told: list[Trial] = []
    for number in range(60):
        place = replace(KUNDUZ, id=f"gn:{number}")
        holder, other = chance.sample([TALIBAN, GOVERNMENT], 2)
        cry = of_taliban(own_interest=True, outlet="Wire", published=date(2021, 8, 6))
        claims = [_said(place, TALIBAN, cry)]
        for name in "ABCD":
            actor = other if chance.random() < 0.05 else holder
            claims.append(
                _said(place, actor, {"outlet": name, "published": date(2021, 8, chance.randint(7, 9))})
            )
        told += trials(place, claims, datetime(2021, 9, 30, tzinfo=UTC), Setting(government=GOVERNMENT))
    ratios = {cell.key: cell.ratio for cell in learn(told, datetime(2021, 9, 30, tzinfo=UTC)).cells}
    assert 1.0 <= ratios["own_gain/own/takes"] < 1.5
    assert ratios["reporter/neutral/takes"] > 6
    assert ratios["reporter/neutral/restates"] > 5


def _said(place: Place, actor: str, who: dict[str, Any]) -> ResolvedClaim:
    kind = "capture" if actor == TALIBAN else "hold"
    quote = f"{who['outlet']} on {place.id}"
    return make_resolved(kind, place=place, actor=actor, id=quote, quote=quote, **who)
