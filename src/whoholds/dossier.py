"""All that is known of one place on one page: state, history, events, claims, contradictions, silences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from whoholds.control import Question, Setting, assess_control
from whoholds.control.contradictions import Contradiction, contradictions
from whoholds.control.history import Segment, control_history
from whoholds.control.parts import PartHeld
from whoholds.control.pressure import Pressure, pressure_on
from whoholds.events import place_key
from whoholds.importance import Matters
from whoholds.model import Place, Silence
from whoholds.picture import ControlState, Event, ResolvedClaim
from whoholds.profile import Profile, Surroundings, hands_of, profile_of

PRESSURE_DAYS = 45


@dataclass(frozen=True, slots=True)
class Known:
    """What is known that may touch a place: claims and events of everywhere, silences by place id.

    `matters`: what reports say of why this place matters.
    """

    claims: Sequence[ResolvedClaim]
    events: Sequence[Event] = ()
    silences: Mapping[str, Sequence[Silence]] | None = None
    matters: Sequence[Matters] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One place, as known at a moment: all of it is a function of the same claims.

    `parts`: its parts of whose holder something is said (an airport, a base), places of their own.
    """

    place: Place
    state: ControlState
    history: tuple[Segment, ...]
    pressure: Pressure
    events: tuple[Event, ...]
    claims: tuple[ResolvedClaim, ...]
    contradictions: tuple[Contradiction, ...]
    silences: tuple[Silence, ...]
    profile: Profile
    parts: tuple[PartHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a timeline: an event with its claims, first known first; `day` is the first it can be of."""

    day: date | None
    event: Event
    claims: tuple[ResolvedClaim, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A place whose status or holder differs between two pictures; None: not in that picture."""

    place: Place
    before: ControlState | None
    after: ControlState | None


def dossier(
    place: Place,
    known: Known,
    question: Question,
    *,
    setting: Setting | None = None,
    gazetteer: Surroundings | None = None,
) -> Dossier:
    """The dossier of a place from what was known at `question.as_of`; claims known later are left out."""
    here = claims_at(place, known.claims, question)
    ids = {claim.id for claim in here}
    state = assess_control(place, here, question, setting)
    silent = (known.silences or {}).get(place.id, ())
    history = control_history(place, here, question, setting)
    return Dossier(
        place=place,
        state=state,
        history=history,
        pressure=pressure_on(here, question.on, holder=state.holder, horizon=PRESSURE_DAYS),
        events=tuple(event for event in known.events if ids.intersection(event.claims)),
        claims=here,
        contradictions=contradictions(here),
        silences=tuple(silent),
        profile=profile_of(place, gazetteer, hands=hands_of(history), matters=known.matters),
    )


def claims_at(place: Place, claims: Iterable[ResolvedClaim], question: Question) -> tuple[ResolvedClaim, ...]:
    """The claims at a place known at the question's moment, newest first."""
    here = [
        claim
        for claim in claims
        if place_key(claim) == place.id and (question.as_of is None or claim.known_from <= question.as_of)
    ]
    return tuple(
        sorted(here, key=lambda claim: (claim.known_from, claim.claim.quote, claim.id), reverse=True)
    )


def timeline(events: Iterable[Event], claims: Iterable[ResolvedClaim]) -> tuple[Entry, ...]:
    """Events in order of their first possible day, then of when they became known, each with its claims,
    first known first. An event without a first day stands at its last.
    """
    by_id = {claim.id: claim for claim in claims}
    entries = []
    for event in events:
        told = [by_id[name] for name in event.claims if name in by_id]
        told.sort(key=lambda claim: (claim.known_from, claim.id))
        entries.append(Entry(event.days.start or event.days.end, event, tuple(told)))
    return tuple(sorted(entries, key=_order))


def _order(entry: Entry) -> tuple[object, ...]:
    event = entry.event
    return entry.day or date.max, *(claim.known_from for claim in entry.claims[:1]), event.place, event.id


def changes(before: Iterable[ControlState], after: Iterable[ControlState]) -> tuple[Change, ...]:
    """The places whose status or holder differs, by name; two pictures of one war, or of two moments."""
    old = {state.place.id: state for state in before}
    new = {state.place.id: state for state in after}
    found = []
    for name in old.keys() | new.keys():
        one, other = old.get(name), new.get(name)
        if one is None or other is None or (one.status, one.holder) != (other.status, other.holder):
            place = one.place if one is not None else new[name].place
            found.append(Change(place, one, other))
    return tuple(sorted(found, key=lambda change: (change.place.name, change.place.id)))
