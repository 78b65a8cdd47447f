"""The method on every day of a trial says what it says when it is asked for that day alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from whoholds.control import Question, Setting, assess_control
from whoholds.control.clock import Nearby
from whoholds.control.table import control_table
from whoholds.evaluate.control_answers import nowcast, retrospect, without_interest, without_redundancy
from whoholds.evaluate.control_trial import Trial, trial_of
from whoholds.model import end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.simulate import simulate, war_numbers
from whoholds.territory import changes_by_country


def small_war() -> Trial:
    """Eight places, forty days."""
    numbers = war_numbers()
    ground = replace(numbers.ground, days=40, places=8, quiet=0.0, apart_km=20.0)
    return trial_of(simulate(11, replace(numbers, ground=ground)))


WAR = small_war()


def around(place: str, claims: Iterable[ResolvedClaim]) -> tuple[Nearby, ...]:
    """The changes in the region of a place, by the claims."""
    changes = changes_by_country(claims)
    return changes[""].near(WAR.places[place]) if changes else ()


@pytest.mark.parametrize("place", sorted(WAR.held)[:4])
def test_in_retrospect(place: str) -> None:
    answers = retrospect(WAR)[place]
    nearby = around(place, [claim for claims in WAR.claims.values() for claim in claims])
    for number in (0, 13, 27, 39):
        question = Question(WAR.days[number], end_of_day(WAR.days[-1]))
        state = assess_control(WAR.places[place], WAR.claims[place], question, Setting(None, nearby))
        assert answers[number].status == state.status
        assert answers[number].chances["contested"] == pytest.approx(state.contested)


@pytest.mark.parametrize("place", sorted(WAR.held)[:4])
def test_as_known_on_a_day_on_which_a_claim_came(place: str) -> None:
    answers = nowcast(WAR)[place]
    came = sorted({(claim.known_from.date() - WAR.first).days for claim in WAR.claims[place]})
    for number in came[:: max(1, len(came) // 4)]:
        end = end_of_day(WAR.days[number])
        told = [claim for claims in WAR.claims.values() for claim in claims if claim.known_from <= end]
        nearby = around(place, told)
        state = assess_control(
            WAR.places[place], WAR.claims[place], Question(WAR.days[number], end), Setting(None, nearby)
        )
        assert answers[number].status == state.status
        assert answers[number].chances["contested"] == pytest.approx(state.contested)


def test_a_day_is_answered_by_what_was_known_on_it() -> None:
    """Claims published later change no answer of before."""
    half = end_of_day(WAR.days[20])
    early = {place: [claim for claim in claims if claim.known_from <= half]
             for place, claims in WAR.claims.items()}  # fmt: skip
    then, now = nowcast(replace(WAR, claims=early)), nowcast(WAR)
    for place in WAR.held:
        for one, other in zip(then[place][:21], now[place][:21], strict=True):
            assert (one.holder, one.status) == (other.holder, other.status)
            assert one.chances == pytest.approx(other.chances)


def test_the_variants_differ_in_numbers_only() -> None:
    table = control_table()
    assert without_redundancy().ratios == table.ratios
    assert without_redundancy().redundancy != table.redundancy
    plain = without_interest()
    told = plain.redundancy
    assert (told.boast_nats, told.boast_days) == (table.redundancy.family_nats, table.redundancy.repeat_days)
    assert replace(told, boast_nats=table.redundancy.boast_nats, boast_days=table.redundancy.boast_days) == (
        table.redundancy
    )
    assert plain.ratios["own_gain"].value == plain.ratios["admission"].value == table.ratios["outsider"].value
    assert plain.acts["own_gain/holds"].value == table.starting("outsider", "holds").value
    assert plain.ratios["reporter"] == table.ratios["reporter"]
