"""Events of a record that grows, shrinks and is judged are those made from scratch; only touched blocks are
fused again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

import pytest
from factories import AYBAK, KUNDUZ, KUNDUZ_AIRPORT, make_resolved
from hypothesis import given
from hypothesis import strategies as st
from random_claims import claims

from whoholds.events import EventBook, book, fuse_events
from whoholds.picture import ResolvedClaim

steps = st.lists(
    st.tuples(st.sampled_from(["add", "retract", "judge", "unjudge", "forget"]), st.integers(0, 24)),
    max_size=20,
)


CHANGED: dict[str, Callable[[ResolvedClaim], ResolvedClaim]] = {
    "retract": lambda claim: replace(claim, retracted="r"),
    "judge": lambda claim: replace(claim, judged="reject"),
    "unjudge": lambda claim: replace(claim, judged=None),
    "forget": lambda claim: replace(claim),
}


def changed(known: list[ResolvedClaim], what: str, number: int, all_of: list[ResolvedClaim]) -> None:
    """One step of a record's life, in place: the next claim, or something said of one that is known."""
    if what == "add":
        fresh = [one for one in all_of if one.id not in {claim.id for claim in known}]
        known[number % (len(known) + 1) : 0] = fresh[:1]
        return
    if known:
        at = number % len(known)
        known[at] = CHANGED[what](known[at])


@given(claims, st.randoms(use_true_random=False), steps)
def test_bit_by_bit_gives_what_all_at_once_gives(
    drawn: list[ResolvedClaim], dice: Random, life: list[tuple[str, int]]
) -> None:
    kept, known = EventBook(), list[ResolvedClaim]()
    half = len(drawn) // 2
    for one in drawn[:half]:
        known.append(one)
        assert kept.events(known) == fuse_events(known)
    for what, number in life:
        changed(known, what, number, drawn)
        kept = EventBook() if what == "forget" else kept
        assert kept.events(known) == fuse_events(known)
    mixed = list(known)
    dice.shuffle(mixed)
    before = kept.fused
    assert kept.events(mixed) == fuse_events(known)
    assert kept.fused == before  # another order touches nothing


@given(claims)
def test_what_is_forgotten_changes_nothing(drawn: list[ResolvedClaim]) -> None:
    most, book.MOST = book.MOST, 4
    try:
        kept = EventBook()
        for until in range(len(drawn) + 1):
            assert kept.events(drawn[:until]) == fuse_events(drawn[:until])
    finally:
        book.MOST = most


@pytest.mark.parametrize(
    ("fresh", "touched"),
    [
        (make_resolved(id="new", place=AYBAK), 1),
        (make_resolved(id="new", place=KUNDUZ), 1),
        (make_resolved(id="new", place=KUNDUZ_AIRPORT), 1),
        (make_resolved("clash", id="new", place=KUNDUZ), 1),
        (make_resolved(id="new", judged="reject"), 0),
    ],
)
def test_a_new_claim_touches_only_its_block(fresh: ResolvedClaim, touched: int) -> None:
    known = [
        make_resolved(kind, id=f"{kind} {place.id}", place=place)
        for kind in ("capture", "clash", "airstrike")
        for place in (KUNDUZ, AYBAK)
    ]
    kept = EventBook()
    kept.events(known)
    before = kept.fused
    assert kept.events([*known, fresh]) == fuse_events([*known, fresh])
    assert kept.fused == before + touched
