"""Places given up to a friend: neither who gives nor who takes is found as the foe of the other."""

from __future__ import annotations

from whoholds.ontology import parties
from whoholds.text.parties import STATES


def is_between_friends(taker: str | None, giver: str | None) -> bool:
    """True where a place given up to a state, or by one from abroad, need not come from or go to its foe.

    "The base was handed to the defence ministry", "American forces turned over the camp". Both are plain
    names of parties, None where the words name nobody.
    """
    to, by = parties().get(taker or ""), parties().get(giver or "")
    if to is not None:
        return by is None and to.kind in STATES
    return by is not None and by.kind in ("foreign", "international")
