"""Outlets that speak for a side: what they tell in their own voice to its gain is the side's own claim."""

from __future__ import annotations

import pytest

from whoholds.control.positions import OTHER, position_of
from whoholds.database import in_memory
from whoholds.exports.filters import Filter
from whoholds.model import Report
from whoholds.outlets import side_of_outlet

TAKEN = "Russian forces have captured the Ukrainian town of Soledar."


@pytest.mark.parametrize(
    ("outlet", "side"),
    [
        ("TASS", "Russia"),
        ("The Ukrinform", "Ukraine"),
        ("Voice of Jihad", "Taliban"),
        ("Hill Post", None),
        ("state television", None),  # of which state is not said
        (None, None),
    ],
)
def test_whom_an_outlet_speaks_for(outlet: str | None, side: str | None) -> None:
    assert side_of_outlet(Report("x", outlet=outlet)) == side


@pytest.mark.parametrize(
    ("outlet", "text", "own"),
    [
        ("TASS", TAKEN, True),
        ("Hill Post", TAKEN, False),
        ("Ukrinform", TAKEN, False),  # no admission either: an outlet holds no place
        ("Ukrinform", "Ukrainian forces still control Bakhmut.", True),
        ("TASS", f"{TAKEN[:-1]}, residents said.", False),
        ("TASS", "Syrian government forces captured the Syrian city of Palmyra on Sunday.", True),  # an ally
    ],
)
def test_what_is_told_to_its_gain_is_its_own(outlet: str, text: str, *, own: bool) -> None:
    with in_memory() as database:
        database.add_text(text, outlet=outlet, published="2023-01-12")
        (claim,) = database.claims()
    side = side_of_outlet(Report("x", outlet=outlet))
    assert (claim.own_interest, claim.against_interest) == (own, False)
    assert claim.told_by == (side if own else None)
    assert side is None or Filter(side=side).keeps(claim) is own


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("The heroic forces liberated Kunduz on Sunday.", "Taliban"),
        ("Kunduz was completely conquered on Sunday.", "Taliban"),
        ("Gunmen captured Kunduz on Sunday.", None),  # of others it tells too
        ("The heroic forces liberated Kunduz on Sunday, residents said.", None),
    ],
)
def test_who_took_what_an_armed_group_boasts_of(text: str, actor: str | None) -> None:
    with in_memory() as database:
        database.add_text(text, outlet="Voice of Jihad", published="2021-08-09")
        (claim,) = database.claims()
        told = position_of(claim)
    assert (claim.actor if actor else None, claim.side) == (actor, None)
    assert claim.own_interest is (actor is not None)
    assert told is not None
    assert told.party == (actor or OTHER)


def test_two_of_one_side_hold_nothing_and_two_of_none_do() -> None:
    told = {}
    for outlets in (("TASS", "RIA Novosti"), ("Hill Post", "Lake Post")):
        with in_memory() as database:
            for outlet, text in zip(outlets, (TAKEN, "Russian troops took Soledar, Ukraine."), strict=True):
                database.add_text(text, outlet=outlet, published="2023-01-12")
            told[outlets[0]] = database.control("Soledar", on="2023-01-12").state.status
    assert (told["TASS"] == "held", told["Hill Post"]) == (False, "held")


def test_its_ministry_is_that_of_its_state() -> None:
    with in_memory() as database:
        database.add_text(f"{TAKEN[:-1]}, the defence ministry said.", outlet="TASS", published="2023-01-12")
        database.add_text(f"{TAKEN[:-1]}, the mayor said.", outlet="TASS", published="2023-01-13")
        database.add_text(f"{TAKEN[:-1]}, a military official said.", outlet="TASS", published="2023-01-14")
        assert {claim.claimer: claim.side for claim in database.claims()} == {
            "the defence ministry": "Russia", "the mayor": "Ukraine", "a military official": "Russia",
        }  # fmt: skip
