"""What is told of later days holds nothing before; a side's own word is no origin, and ends no siege."""

from __future__ import annotations

from datetime import date, timedelta

from factories import GOVERNMENT, TALIBAN, make_resolved, of_taliban

from whoholds.control import Question, Setting, assess_control
from whoholds.picture import ControlState, ResolvedClaim

DAY = date(2021, 8, 8)
SETTING = Setting(government=GOVERNMENT)


def asked(*claims: ResolvedClaim, on: date = DAY) -> ControlState:
    place = claims[0].place
    assert place is not None
    return assess_control(place, claims, Question(on), SETTING)


def holds(number: int, party: str = GOVERNMENT) -> ResolvedClaim:
    return make_resolved(
        "hold", id=f"h{number}", actor=party, recipient=None, outlet=f"Paper {number}", day=DAY,
        quote=("They hold it.", "The town is in their hands.")[number - 1],
    )  # fmt: skip


def test_before_the_first_thing_told_nothing_is_known() -> None:
    claims = holds(1), holds(2)
    assert asked(*claims).status == "held"
    for days in (1, 30, 179):
        before = asked(*claims, on=DAY - timedelta(days=days))
        assert (before.status, before.holder, before.unknown_reason) == ("unknown", None, "none")


def test_the_day_before_a_dated_change_is_told_of() -> None:
    took = make_resolved(id="took", start=DAY, day=DAY, claimer="residents")
    assert asked(took, on=DAY - timedelta(days=1)).unknown_reason != "none"


def test_the_takers_own_word_is_no_second_origin() -> None:
    seen = make_resolved(id="seen", claimer="residents", day=DAY, quote="They took it, residents said.")
    boast = make_resolved(id="boast", day=DAY, quote="We took it, he said.", **of_taliban())
    other = make_resolved(id="other", day=DAY, outlet="Other", quote="The town has fallen to them.")
    assert asked(seen, boast).status == "leaning"
    assert asked(seen, boast, other).status == "held"


def test_a_boast_ends_no_siege() -> None:
    siege = make_resolved("siege", id="siege", day=DAY - timedelta(days=2), claimer="residents")
    boast = make_resolved(id="boast", day=DAY, quote="We took it, he said.", **of_taliban())
    seen = make_resolved(id="seen", day=DAY, claimer="residents", quote="They took it, residents said.")
    assert asked(siege, boast).besieged
    assert asked(siege, boast).pressed_by == (TALIBAN,)
    assert not asked(siege, seen).besieged
