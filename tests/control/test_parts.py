"""A part of a place is a place of its own: what is said of it, and nothing else, tells who holds it."""

from __future__ import annotations

from datetime import date

from factories import GOVERNMENT, KUNDUZ, TALIBAN
from hypothesis import given, settings
from test_properties import SETTING, days, lists

from whoholds.control import Question, assess_control
from whoholds.control.part_words import kinds
from whoholds.control.parts import kinds_in, of_part, part_place
from whoholds.control.positions import CONTESTED, HOLDS, Position, position_of
from whoholds.database import read_claims
from whoholds.model import Precision
from whoholds.picture import ResolvedClaim

AIRPORT = part_place(KUNDUZ, kinds()["airport"])
TEXT = (
    "Taliban fighters captured Kunduz on Sunday, residents said. "
    "Government forces still control the airport in Kunduz. "
    "Taliban fighters seized the police headquarters and the prison in Kunduz, residents said. "
    "Clashes went on around the airport in Kunduz."
)


def told(text: str = TEXT) -> tuple[ResolvedClaim, ...]:
    return read_claims(text, published="2021-08-09", outlet="Daily Wire")


def of(kind: str, claims: tuple[ResolvedClaim, ...]) -> list[ResolvedClaim]:
    place = part_place(KUNDUZ, kinds()[kind])
    return [one for claim in claims if (one := of_part(claim, kind, place)) is not None]


def test_a_part_lies_in_the_whole_and_has_no_position_of_its_own() -> None:
    assert (AIRPORT.id, AIRPORT.name) == ("gn:1135689#airport", "Kunduz airport")
    assert (AIRPORT.kind, AIRPORT.part_of, AIRPORT.country) == ("facility", KUNDUZ.id, "AF")
    assert (AIRPORT.lat, AIRPORT.lon) == (None, None)


def test_the_kinds_of_parts_that_claims_tell_of() -> None:
    assert kinds_in(told()) == ("airport", "police_headquarters", "prison")


def test_what_is_said_of_the_part_is_said_of_all_of_it() -> None:
    hold, clash = of("airport", told())
    assert position_of(hold) == Position(HOLDS, GOVERNMENT)
    assert (hold.place, hold.place_name, hold.container) == (AIRPORT, "Kunduz airport", KUNDUZ.id)
    assert clash.precision is Precision.NEAR
    assert position_of(clash) == Position(CONTESTED)
    (prison,) = of("prison", told())
    assert position_of(prison) == Position(HOLDS, TALIBAN)


def test_that_words_name_the_place_with_the_part_makes_it_no_guess() -> None:
    claims = told("Government forces still control the airport in Kunduz.")
    assert [claim.inferred for claim in claims] == [True]
    assert [claim.inferred for claim in of("airport", claims)] == [False]


def test_a_guessed_place_stays_one() -> None:
    claims = told("Fighters seized the prison while the army kept the base in Kunduz.")
    assert [claim.inferred for claim in of("prison", claims)] == [True]


def test_what_is_said_of_the_whole_never_speaks_for_a_part() -> None:
    whole = told("Taliban fighters captured Kunduz on Sunday, residents said. The Taliban control Kunduz.")
    assert len(whole) == 2
    assert [of(kind, whole) for kind in kinds()] == [[] for _ in kinds()]


def test_two_sides_hold_two_units() -> None:
    on = Question(date(2021, 8, 9))
    base = of("base", told("Army soldiers still hold the army base in Kunduz, residents said."))
    police = of("police_headquarters", told())
    states = [
        assess_control(part_place(KUNDUZ, kinds()[kind]), claims, on, SETTING)
        for kind, claims in (("base", base), ("police_headquarters", police))
    ]
    assert [state.holder for state in states] == [GOVERNMENT, TALIBAN]


def test_a_denial_of_a_loss_is_of_the_part() -> None:
    (denial,) = of("airport", told("The army denied that it had lost the airport of Kunduz."))
    assert position_of(denial) == Position(HOLDS, GOVERNMENT)


@given(lists, days)
@settings(max_examples=60, deadline=None)
def test_what_is_said_of_parts_weighs_on_the_whole_as_fighting_at_most(
    claims: list[ResolvedClaim], on: date
) -> None:
    """Who holds a part never comes to hold the whole by it, nor loses it: holds of parts change nothing."""
    held = [
        claim
        for claim in claims
        if claim.precision is Precision.PART and claim.claim.type.value in ("hold", "withdrawal", "repel")
    ]
    rest = [claim for claim in claims if claim not in held]
    with_parts = assess_control(KUNDUZ, claims, Question(on), SETTING)
    without = assess_control(KUNDUZ, rest, Question(on), SETTING)
    assert (with_parts.status, with_parts.holder) == (without.status, without.holder)
    assert dict(with_parts.holders) == dict(without.holders)
