"""The form of states and dossiers; meaning: docs/reference/json.md."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from whoholds.server.shapes.base import About, Reason, Shape, Status
from whoholds.server.shapes.claims import Claim, ClaimInContext, Event
from whoholds.server.shapes.reasons import Conflict, Evidence, Silence, Term, Why


class PlaceRow(Shape):
    """A place; WGS84 degrees."""

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    province: str | None
    country: str | None
    population: int | None


class StateRow(Shape):
    """Who holds a place; `evidence` and `reported` are ids of claims."""

    place: str
    place_id: str
    kind: str
    lat: float | None
    lon: float | None
    province: str | None
    country: str | None
    population: int | None
    status: Status
    unknown_reason: Reason | None
    holder: str | None
    probability: float
    holders: dict[str, float]
    contested: float
    pressed_by: list[str]
    besieged: bool
    left: list[str]
    between: list[str]
    reports: int
    origins: int
    last_evidence: str | None
    evidence: list[str]
    reported: list[str]


class Control(About):
    """All places that wanted claims are about, by name."""

    places: list[StateRow]


class State(Shape):
    """A state with all that it stands on."""

    place: str
    place_id: str
    lat: float | None
    lon: float | None
    on: str
    as_of: str | None
    projection: bool
    recorded: int
    method: str
    status: Status
    unknown_reason: Reason | None
    holder: str | None
    probability: float
    holders: dict[str, float]
    contested: float
    pressed_by: list[str]
    besieged: bool
    left: list[str]
    between: list[str]
    reports: int
    origins: int
    reported: list[Claim]
    evidence: list[Evidence]
    last_evidence: str | None
    explains: str | None
    terms: list[Term]


class Stretch(Shape):
    """Days, both ends included, of one status and holder."""

    start: str
    end: str
    status: Status
    holder: str | None
    probability: float
    unknown_reason: Reason | None


class Part(Shape):
    """A part of a place, a place of its own."""

    place: str
    place_id: str
    kind: str
    status: Status
    unknown_reason: Reason | None
    holder: str | None
    probability: float
    since: str | None
    last_evidence: str | None
    reports: int
    origins: int


class Near(Shape):
    """A place near another one."""

    id: str
    name: str
    km: float


class Named(Shape):
    """A place by its id and name."""

    id: str
    name: str


class Rank(Shape):
    """By people among the places within `km` whose number of people is known."""

    place: int
    among: int
    km: float


class Turned(Shape):
    """The first day of another holder; who is `likely` was never said to hold it then, only likely to."""

    day: str
    from_: str = Field(alias="from")
    from_likely: bool
    to: str
    to_likely: bool


class Matter(Shape):
    """What a report says of why a place matters; `cue` counts code points of `quote`."""

    kind: str
    quote: str
    cue: tuple[int, int]
    report: str
    outlet: str | None
    published: str | None


class Profile(Shape):
    """Why a place may matter."""

    kind: str
    population: int | None
    rank: Rank | None
    inside: list[Named]
    seat_of: list[Named]
    near: list[Near]
    facilities: list[Near]
    borders: list[Near]
    changed_hands: list[Turned]
    matters: list[Matter]


class Meaning(Shape):
    """What "controls" means."""

    profile: str
    meaning: str
    default: bool
    parts: dict[str, float]
    shares: dict[str, float]
    seat: bool
    inside: bool


class Dossier(About):
    """All that is known of one place."""

    place: PlaceRow
    read_as: str | None
    controls: Meaning
    state: State
    why: Why
    silent: list[Silence]
    unheard: list[str]
    history: list[Stretch]
    parts: list[Part]
    within: dict[str, Any] | None
    contradictions: list[Conflict]
    timeline: list[Event]
    claims: list[ClaimInContext]
    profile: Profile
