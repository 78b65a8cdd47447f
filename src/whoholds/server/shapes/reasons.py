"""The form of reasons, silences and contradictions; meaning: docs/reference/json.md."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from whoholds.server.shapes.base import Paging, Reason, Shape, Status
from whoholds.server.shapes.claims import Claim


class Term(Shape):
    """One line of the sum of reasons."""

    label: str
    nats: float
    claim: str | None
    day: str | None


class Evidence(BaseModel):
    """A claim with its weights (nats); the rest of its keys are those of a claim."""

    claim: str
    day: str
    weights: dict[str, float]
    reason: str
    features: list[list[Any]]
    quote: str | None = None


class Voice(Shape):
    """One claim in words for people."""

    claim: str
    what: str
    says: str
    where: str
    when: str
    quote: str
    marks: list[str]


class Stance(Shape):
    """One position on a place, and all who take it."""

    position: str
    unverified: bool
    reports: int
    origins: int
    claims: list[Voice]


class WhyLine(Shape):
    """One line of the sum; `without`: the probability had it not been said."""

    label: str
    nats: float
    without: float | None
    claim: str | None
    quote: str | None


class Silent(Shape):
    """Who is said not to have commented."""

    party: str
    words: str
    quote: str


class Why(Shape):
    """The reasons for a state."""

    place: str
    place_id: str
    on: str
    as_of: str | None
    projection: bool
    recorded: int
    method: str
    status: Status
    holder: str | None
    probability: float
    unknown_reason: Reason | None
    left: list[str]
    between: list[str]
    explains: str | None
    positions: list[Stance]
    reasons: list[WhyLine]
    silent: list[Silent]
    also: list[Voice]
    earlier: list[Voice]
    later: list[Voice]
    set_aside: list[Voice]
    hindsight: list[str]
    unheard: list[str]
    lacking: list[dict[str, Any]]
    would_change: list[dict[str, Any]]
    note: str


class Silence(Shape):
    """Who is said not to have commented, where it was printed."""

    party: str
    words: str
    place: str | None
    place_id: str | None
    quote: str
    outlet: str | None
    published: str | None
    report: str | None


class FromOrigin(Shape):
    """Claims (ids) of one independent origin."""

    origin: str
    claims: list[str]


class Side(Shape):
    """One side of a contradiction."""

    position: str
    act: str
    party: str | None
    reports: int
    origins: int
    claims: list[Claim]
    by_origin: list[FromOrigin]


class Conflict(Shape):
    """Positions on one place that cannot all be true."""

    place: str | None
    place_id: str
    start: str | None
    end: str | None
    positions: list[Side]


class Conflicts(Paging):
    """Contradictions, the latest first."""

    conflicts: list[Conflict]
