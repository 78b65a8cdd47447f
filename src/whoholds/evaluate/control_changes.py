"""Changes of holder in a row of days, and claims of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

CONTESTED = "contested"
EARLIEST, LATEST = -3, 7  # days around a change in which a claim that tells of it becomes known


@dataclass(frozen=True, slots=True)
class Heard:
    """A claim of a change: the number of the day on which it became known, and of which party it tells that
    it came, or that it left. `voice`: who says so, `side`: for which party, where for one.
    """

    day: int
    party: str
    left: bool = False
    voice: str = ""
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Flip:
    """A change: the day from which on the new holder has it, the first day on which it can have come."""

    day: int
    holder: str
    again: bool
    first: int
    before: str

    def error(self, told: int) -> int:
        """Days by which a day told lies before (negative) or after the days on which it can have come."""
        return told - max(self.first, min(self.day, told))

    def is_heard(self, one: Heard) -> bool:
        """True when a claim tells of this change, while or soon after it came."""
        party = self.before if one.left else self.holder
        return one.party == party and self.first + EARLIEST <= one.day <= self.day + LATEST


def flips_in(held: Sequence[str | None]) -> list[Flip]:
    """The changes of holder in a row of days; contested days and those not known are passed over."""
    found: list[Flip] = []
    last: str | None = None
    had: set[str] = set()
    known = -1  # the last day before of which it is known who held it
    for day, holder in enumerate(held):
        if holder is not None and holder not in (CONTESTED, last):
            if last is not None:
                found.append(Flip(day, holder, holder in had, known + 1, last))
            had.add(holder)
            last = holder
        known = day if holder is not None else known
    return found
