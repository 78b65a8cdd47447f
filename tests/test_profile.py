"""The profile of a place: rank by people, seats, borders, and how often it changed hands."""

from __future__ import annotations

from datetime import date

import pytest
from factories import GOVERNMENT, TALIBAN

from whoholds.control.history import Segment
from whoholds.database import in_memory
from whoholds.gazetteer import load_gazetteer
from whoholds.profile import Turn, hands_of, profile_of

GAZETTEER = load_gazetteer()


def profile(name: str, country: str):  # type: ignore[no-untyped-def]
    place = next(one for one in GAZETTEER.named(name) if one.country == country)
    return profile_of(place, GAZETTEER)


def test_a_seat_near_a_border() -> None:
    kunduz = profile("Kunduz", "AF")
    assert [one.name for one in kunduz.seat_of] == ["Kunduz"]
    assert [one.name for one, _ in kunduz.borders] == ["Tajikistan"]
    assert 40 < kunduz.borders[0][1] < 65
    assert kunduz.rank is not None
    assert (kunduz.rank.place, kunduz.rank.among > 1) == (1, True)


@pytest.mark.parametrize(
    ("name", "country", "across"), [("Goma", "CD", "Rwanda"), ("Termez", "UZ", "Afghanistan")]
)
def test_a_town_on_a_border(name: str, country: str, across: str) -> None:
    nearest, km = profile(name, country).borders[0]
    assert (nearest.name, km < 6) == (across, True)


def test_far_from_all_borders_none_is_named() -> None:
    assert profile("Isfahan", "IR").borders == ()


def segment(day: int, holder: str | None, held: str = "held") -> Segment:
    on = date(2021, 8, day)
    return Segment(on, on, held if holder else "unknown", holder, 0.9, None)


def test_changes_of_hands_pass_over_days_without_a_holder() -> None:
    history = [
        segment(1, GOVERNMENT),
        segment(2, None),
        segment(3, TALIBAN),
        segment(4, TALIBAN),
        segment(5, GOVERNMENT),
    ]
    assert hands_of(history).changes == (
        Turn(date(2021, 8, 3), GOVERNMENT, TALIBAN),
        Turn(date(2021, 8, 5), TALIBAN, GOVERNMENT),
    )
    assert hands_of([segment(1, None), segment(2, TALIBAN)]).changes == ()


def test_a_change_to_one_who_never_surely_held_it_is_likely() -> None:
    history = [segment(1, GOVERNMENT), segment(2, TALIBAN, "leaning"), segment(3, TALIBAN)]
    assert hands_of(history).changes == (Turn(date(2021, 8, 2), GOVERNMENT, TALIBAN),)
    (first, second) = hands_of([*history[:2], segment(3, None), segment(4, GOVERNMENT)]).changes
    assert (first.before_likely, first.after_likely) == (False, True)
    assert (second.before_likely, second.after_likely) == (True, False)


def test_a_dossier_quotes_what_reports_said_by_then() -> None:
    with in_memory() as db:
        db.add_text("The Taliban captured Kunduz on Sunday.", published="2021-08-08", outlet="A")
        later = "The Taliban hold Kunduz. The city is the gateway to the north."
        db.add_text(later, published="2021-08-10", outlet="B")
        assert db.dossier("Kunduz", as_of="2021-08-09").profile.matters == ()
        (one,) = db.dossier("Kunduz", as_of="2021-08-11").profile.matters
        assert (one.quote, one.outlet) == ("The city is the gateway to the north.", "B")
