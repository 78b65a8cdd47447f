from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from factories import GOVERNMENT, KUNDUZ, KUNDUZ_PROVINCE, MAZAR, TALIBAN, make_resolved

from whoholds.control import Question, Setting, assess_control
from whoholds.control.neighbours import nearness, neighbours_of, pseudo_claim
from whoholds.control.table import control_table
from whoholds.model import Place
from whoholds.picture import ControlState, ResolvedClaim

TABLE = control_table()
DAY = date(2021, 8, 9)
NEAR = replace(KUNDUZ, id="user:near", name="Near", lat=36.80)
PARTIES = (GOVERNMENT, TALIBAN)


def taken(place: Place = NEAR, name: str = "a", actor: str = TALIBAN, after: int = 0) -> ResolvedClaim:
    day = DAY + timedelta(days=after)
    return make_resolved(place=place, id=name, outlet=name, actor=actor, published=day)


def state(claims: list[ResolvedClaim], *, asked: bool) -> ControlState:
    neighbours = neighbours_of(KUNDUZ, claims, GOVERNMENT) if asked else ()
    return assess_control(KUNDUZ, claims, Question(DAY), Setting(GOVERNMENT, neighbours=neighbours))


def test_neighbours_are_not_asked_by_default() -> None:
    doubted = make_resolved("hold", unnamed=True)
    assert state([doubted, taken()], asked=False).holders == state([doubted], asked=False).holders


def test_a_neighbour_speaks_for_the_party_that_took_it_within_a_cap() -> None:
    doubted = make_resolved("hold", unnamed=True)
    around = [taken(name=name) for name in "abcdefgh"]
    alone, beside = (state([doubted, *around], asked=asked) for asked in (False, True))
    assert beside.holders[TALIBAN] > alone.holders[TALIBAN]
    (line,) = [term for term in beside.terms if "neighbours" in term.label]
    assert 0 < abs(line.nats) <= TABLE.neighbours.cap_nats + 1e-9


def test_what_neighbours_say_alone_holds_nothing() -> None:
    found = state([taken(name=name) for name in "abcdefgh"], asked=True)
    assert (found.status, found.unknown_reason) == ("unknown", "none")


@pytest.mark.parametrize(
    ("place", "counts"),
    [
        (KUNDUZ, False),  # the place itself
        (NEAR, True),
        (MAZAR, False),  # too far away
        (replace(NEAR, lat=None), False),
        (KUNDUZ_PROVINCE, False),
    ],
)
def test_who_is_a_neighbour(place: Place, counts: bool) -> None:
    assert (nearness(KUNDUZ, place, TABLE.neighbours) > 0) is counts


def test_nearer_and_newer_claims_say_more_and_the_days_to_come_nothing() -> None:
    def nats(place: Place, days: int) -> float:
        told = neighbours_of(KUNDUZ, [taken(place)], GOVERNMENT)
        return pseudo_claim(told, DAY + timedelta(days=days), PARTIES, TABLE).get(TALIBAN, 0.0)

    far = replace(NEAR, lat=36.95)
    assert nats(NEAR, 0) > nats(NEAR, 30) > 0
    assert nats(NEAR, 0) > nats(far, 0) > 0
    assert nats(NEAR, -1) == 0.0


def test_neighbours_that_disagree_say_nothing() -> None:
    other = replace(NEAR, id="user:other")
    told = neighbours_of(KUNDUZ, [taken(), taken(other, "b", GOVERNMENT)], GOVERNMENT)
    assert pseudo_claim(told, DAY, PARTIES, TABLE) == {}


def test_one_neighbour_says_no_more_than_its_bound() -> None:
    told = neighbours_of(KUNDUZ, [taken(name=f"o{number}") for number in range(50)], GOVERNMENT)
    (said,) = pseudo_claim(told, DAY, PARTIES, TABLE).values()
    numbers = TABLE.neighbours
    assert said <= numbers.share * numbers.each_nats * nearness(KUNDUZ, NEAR, numbers) * 1.000001
