"""What was worked out of very objects lately, kept by their numbers: forgetting changes nothing.

An object is kept with what was worked out of it, so that its number stays its own.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Found = TypeVar("Found")
KEPT = 50_000  # objects; all are forgotten when there are more


class Lately(Generic[Thing, Found]):
    """What was found of things; of one thing several findings may be kept, each under a key."""

    def __init__(self) -> None:
        self._kept: dict[tuple[int, Hashable], tuple[Thing, Found]] = {}

    def of(self, thing: Thing, key: Hashable = None) -> Found | None:
        """What is kept of the very thing; None where nothing is."""
        kept = self._kept.get((id(thing), key))
        return kept[1] if kept is not None and kept[0] is thing else None

    def keep(self, thing: Thing, found: Found, key: Hashable = None) -> Found:
        """Keep what was found, and give it back."""
        if len(self._kept) >= KEPT:
            self._kept.clear()
        self._kept[id(thing), key] = (thing, found)
        return found
