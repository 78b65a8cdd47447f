"""What the page tells of a place beside its claims: why it matters, counts of people, who is silent.

A part of the mirror of `web/src/types.ts`, as `page_data` is: days, indices and absence mean the same.
"""

from __future__ import annotations

from typing import NotRequired, TypedDict


class FarRow(TypedDict):
    """A place near this one, and how far it is in km."""

    name: str
    km: float


class MatterRow(TypedDict):
    """What a report says of why the place matters: known from which day; `cue` in code points of `quote`."""

    kind: str
    quote: str
    cue: list[int]
    known: int
    outlet: NotRequired[str]
    published: NotRequired[int]


class RankRow(TypedDict):
    """By people: `place`-th of the `among` places within `km` whose number of people is known."""

    place: int
    among: int
    km: float


class ProfileRow(TypedDict):
    """Why a place may matter: names of what it lies in, innermost first; quotations, first known first."""

    rank: RankRow | None
    inside: list[str]
    seat_of: list[str]
    near: list[FarRow]
    facilities: list[FarRow]
    borders: list[FarRow]
    matters: list[MatterRow]


class CountRow(TypedDict):
    """One claim's count, in its own words, and the claim by which it no longer stands."""

    claim: str
    low: int | None
    best: int | None
    high: int | None
    text: str
    corrected: NotRequired[str]


class TollRow(TypedDict):
    """What the claims of one event count of one kind of people."""

    kind: str
    who: str | None
    event: str
    start: NotRequired[int]
    end: NotRequired[int]
    told: list[CountRow]


class SilenceRow(TypedDict):
    """A party that is said not to have commented."""

    place: int
    party: str
    quote: str
    known: int
    published: NotRequired[int]
    outlet: NotRequired[str]
