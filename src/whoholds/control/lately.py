"""What was worked out of very objects, kept with them for the next question: forgetting changes nothing.

It is gone when the object is, and belongs to no other that is equal. What is kept must not lead back to it.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Generic, TypeVar

from whoholds.picture import Noted

Thing = TypeVar("Thing", bound=Noted)
Found = TypeVar("Found")
KEPT = 24  # findings of one thing; all are forgotten when there are more


class Lately(Generic[Thing, Found]):
    """What was found of things; of one thing several findings may be kept, each under a key."""

    def of(self, thing: Thing, key: Hashable = None) -> Found | None:
        """What is kept of the very thing; None where nothing is."""
        try:
            notes = thing.notes
        except AttributeError:  # nothing was found of it yet
            return None
        found: Found | None = notes.get(self if key is None else (self, key))  # type: ignore[assignment]
        return found

    def keep(self, thing: Thing, found: Found, key: Hashable = None) -> Found:
        """Keep what was found, and give it back."""
        notes = getattr(thing, "notes", None)
        if notes is None or len(notes) >= KEPT:
            notes = {}
            object.__setattr__(thing, "notes", notes)
        notes[self if key is None else (self, key)] = found
        return found
