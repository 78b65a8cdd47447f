"""Who holds what is named after "-held": any party by its name, a state by its adjective."""

from __future__ import annotations

import pytest
from readings import in_report, read

from whoholds.model import EventType

HELD = [
    ("Shells fell on Taliban-held Kunduz.", "Taliban", "AF"),
    ("Houthi-held Hodeidah was bombed.", "Houthis", "YE"),
    ("A bomb went off in RSF-controlled Nyala.", "Rapid Support Forces", "SD"),
    ("Two people died in the shelling of Russian-occupied Horlivka.", "Russia", "UA"),
    ("Shells fell on the Ukrainian-held city of Kherson.", "Ukraine", "UA"),
    ("Rockets hit Turkish-held Afrin.", "Turkey", "SY"),
]


@pytest.mark.parametrize(("text", "holder", "country"), HELD)
def test_who_holds_it_stands_before_held(text: str, holder: str, country: str) -> None:
    (claim,) = (one for one in read(in_report(text)) if one.claim.type is EventType.HOLD)
    assert claim.place is not None
    assert (claim.actor, claim.place.country) == (holder, country)


@pytest.mark.parametrize(
    "text",
    [
        "Russian-backed fighters shelled Horlivka.",
        "A Russian-born doctor was killed in Kherson.",
    ],
)
def test_other_words_with_a_hyphen_hold_nothing(text: str) -> None:
    assert all(one.claim.type is not EventType.HOLD for one in read(in_report(text)))


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("The Taliban run Musa Qala.", True),
        ("Musa Qala is administered by the Taliban.", True),
        ("The Taliban run a hospital in Musa Qala.", False),
        ("Her brothers run a shop in Musa Qala.", False),
    ],
)
def test_a_force_runs_a_town_not_what_is_in_it(text: str, *, held: bool) -> None:
    assert [one.claim.type for one in read(in_report(text))] == [EventType.HOLD] * held
