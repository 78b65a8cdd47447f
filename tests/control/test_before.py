from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from factories import AYBAK, GOVERNMENT, TALIBAN, make_resolved, of_government

from whoholds.control.before import ended_before
from whoholds.control.contradictions import contradictions
from whoholds.database import in_memory
from whoholds.model import Factuality

TAKEN = make_resolved(id="taken", day=date(2021, 8, 9))


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"start": date(2011, 8, 9), "end": date(2021, 8, 9)}, True),
        ({"end": date(2021, 8, 9)}, True),
        ({"end": date(2021, 8, 8)}, False),
        ({"day": date(2021, 8, 9)}, False),
        ({"end": date(2021, 8, 9), "ongoing": True}, False),
        ({"end": date(2021, 8, 9), **of_government()}, False),
        ({"end": date(2021, 8, 9), "claimer": "residents"}, False),
        ({"end": date(2021, 8, 9), "outlet": "Evening Post"}, False),
        ({"end": date(2021, 8, 9), "place": AYBAK}, False),
        ({"end": date(2021, 8, 9), "inferred": True}, False),
        ({"end": date(2021, 8, 9), "actor": TALIBAN}, False),
    ],
)
def test_a_state_that_ended_with_a_change_told_in_the_same_report(given: dict[str, Any], found: bool) -> None:
    held = make_resolved("hold", id="held", **{"actor": GOVERNMENT, **given})
    assert ended_before([TAKEN, held]) == ({"held": date(2021, 8, 8)} if found else {})
    assert ended_before([held, TAKEN]) == ended_before([TAKEN, held])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"start": date(2011, 8, 9), "ongoing": True}, True),
        ({"ongoing": True}, False),
        ({"ongoing": True, "start": date(2021, 8, 9), "trigger": "-held"}, True),
        ({"quote": "The army said that it holds the city."}, False),
        ({"claimer": "residents"}, False),
    ],
)
def test_who_tells_of_both_in_one_sentence_tells_of_what_ended(given: dict[str, Any], found: bool) -> None:
    said = {
        "claimer": "The rebels",
        "side": TALIBAN,
        "quote": "They took it from the army, which had held it.",
    }
    taken = make_resolved(id="taken", day=date(2021, 8, 9), **said)
    held = make_resolved("hold", id="held", **{"actor": GOVERNMENT, "end": date(2021, 8, 9), **said, **given})
    assert ended_before([taken, held]) == ({"held": date(2021, 8, 8)} if found else {})


@pytest.mark.parametrize(("start", "found"), [(date(2021, 6, 1), True), (None, False)])
def test_fighting_since_a_day_before_ended_with_the_change(start: date | None, found: bool) -> None:
    fought = make_resolved("clash", id="fought", start=start, end=date(2021, 8, 9))
    assert ended_before([TAKEN, fought]) == ({"fought": date(2021, 8, 8)} if found else {})


def test_a_denied_hold_of_who_came_ends_too() -> None:
    absent = make_resolved("hold", id="absent", factuality=Factuality.DENIED)
    assert ended_before([TAKEN, absent]) == {"absent": date(2021, 8, 8)}


def test_a_denied_change_ends_nothing() -> None:
    denied = make_resolved(id="denied", factuality=Factuality.DENIED)
    assert ended_before([denied, make_resolved("hold", actor=GOVERNMENT)]) == {}


def test_a_hold_that_lasted_until_the_change_contradicts_it_in_no_report() -> None:
    for outlet in ("Daily Wire", "Evening Post"):
        held = make_resolved(
            "hold", actor=GOVERNMENT, outlet=outlet, start=date(2011, 8, 9), end=date(2021, 8, 9)
        )
        assert contradictions([TAKEN, held]) == ()


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Manbij, held by the SDF since 2016, is now in SNA hands.", "Syrian National Army"),
        ("Manbij, held by the SDF since 2016, is calm.", "Syrian Democratic Forces"),
        ("Residents said the SNA had driven the SDF out of Manbij, the largest town they had held.",
         "Syrian National Army"),
    ],
)  # fmt: skip
def test_what_had_been_is_no_hold_of_today(text: str, holder: str) -> None:
    with in_memory() as database:
        database.add_text(text, outlet="Hill Post", published="2024-12-09")
        place = next(claim.place for claim in database.claims() if claim.place)
        answer = database.control(place.id, on=date(2024, 12, 9))
    chances = answer.state.holders
    assert max(chances, key=chances.__getitem__) == holder
