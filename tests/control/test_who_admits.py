"""Who admits a loss: those who speak for the side, and only while no other of them tells otherwise."""

from __future__ import annotations

from datetime import date

import pytest

from whoholds.database import in_memory

ON = date(2024, 2, 17)
FALLEN = "said Russian forces had captured Krynky."


@pytest.mark.parametrize(
    ("text", "status", "denied"),
    [
        (f"Ukraine's president {FALLEN}", "held", 0),
        (f"A Ukrainian officer {FALLEN}", "leaning", 0),
        (f"Pro-Ukrainian channels {FALLEN}", "leaning", 0),
        (f"A Ukrainian official {FALLEN} Ukraine's defence ministry denied it.", "leaning", 1),
        (f"Ukraine's president {FALLEN} Ukraine denied it.", "held", 0),  # who told it may be who denies it
    ],
)
def test_one_voice_holds_a_place_where_it_speaks_for_the_loser(text: str, status: str, denied: int) -> None:
    with in_memory() as database:
        database.add_text(text, outlet="Hill Post", published=ON.isoformat())
        place = next(claim.place for claim in database.claims() if claim.place)
        state = database.control(place.id, on=ON).state
    assert (state.holder, state.status, len(state.evidence)) == ("Russia", status, 1 + denied)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Krynky is no longer under Ukrainian control, Ukraine's army chief said.", ("Ukraine",)),
        ("Krynky is no longer under Ukrainian control, residents said.", ()),  # one neutral voice
        ("Krynky is not under Ukrainian control, residents said.", ()),
    ],
)
def test_who_no_longer_holds_it_leaves_it_to_nobody(text: str, left: tuple[str, ...]) -> None:
    with in_memory() as database:
        database.add_text(text, outlet="Hill Post", published=ON.isoformat())
        place = next(claim.place for claim in database.claims() if claim.place)
        state = database.control(place.id, on=ON).state
    assert (state.holder, state.left) == (None, left)


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Palmyra is no longer held by Islamic State.", None),  # who came is not told
        ("Palmyra is not held by Islamic State.", "Syrian government"),
    ],
)
def test_whose_country_it_is_has_not_come_by_that(text: str, holder: str | None) -> None:
    with in_memory() as database:
        database.add_text(text, outlet="Hill Post", published="2016-03-28")
        place = next(claim.place for claim in database.claims() if claim.place)
        assert database.control(place.id, on=date(2016, 3, 28)).state.holder == holder
