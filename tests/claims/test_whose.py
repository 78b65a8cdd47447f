"""Who did it where the sentence names one party and says it was another, one of two, or asks who."""

from __future__ import annotations

from datetime import date

import pytest
from readings import read

ON = date(2025, 3, 10)
ARMY, RSF = "Sudanese government", "Rapid Support Forces"
DOERS = [
    ("It was the army, and not the RSF, that seized El Fasher.", ARMY),
    ("El Fasher was seized not by the RSF but by the army.", ARMY),
    ("El Fasher was seized by the army and not by the RSF.", ARMY),
    ("Not the army but the RSF seized El Fasher.", RSF),
    ("The army seized El Fasher, not the RSF.", ARMY),
    ("It was the RSF and not the army that seized El Fasher, a witness said.", RSF),
    ("El Fasher is held by the army, not the RSF.", ARMY),
]
NEAR_MISSES = [
    ("Not only the RSF but also the army shelled El Fasher.", RSF),
    ("The RSF seized El Fasher but not without losses, the army said.", RSF),
    ("The RSF fighters who hold El Fasher came from Nyala, not the army.", RSF),
    ("The RSF shelled the army or what was left of it and seized El Fasher.", RSF),
    ("The RSF, also called the Janjaweed or simply the militia, seized El Fasher.", RSF),
    ("The RSF seized El Fasher whether or not the army says so.", RSF),
]


@pytest.mark.parametrize(("text", "actor"), [*DOERS, *NEAR_MISSES])
def test_who_did_it(text: str, actor: str) -> None:
    claims = [one for one in read(text, ON) if (one.place_name or "").endswith("Fasher")]
    assert [(one.actor, one.claim.factuality.value) for one in claims] == [(actor, "certain")]


@pytest.mark.parametrize(
    "text",
    [
        "Either the army or the RSF holds El Fasher.",
        "The RSF or the army captured El Fasher.",
        "El Fasher was captured by the RSF or the army.",
    ],
)
def test_of_two_that_may_have_done_it_neither_has(text: str) -> None:
    (claim,) = read(text, ON)
    assert (claim.actor, claim.claim.factuality.value) == (None, "possible")


@pytest.mark.parametrize(
    "text",
    [
        "Who controls El Fasher now?",
        "The talks will show who holds El Fasher.",
        "The army said it knew which group controls El Fasher.",
    ],
)
def test_a_question_who_holds_a_place_is_no_claim(text: str) -> None:
    assert read(text, ON) == ()
