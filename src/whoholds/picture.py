"""The nouns of what is derived: pure functions of the record make them, nothing stores them as truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from whoholds.frozen import filled_at_once
from whoholds.model import Claim, Days, Estimate, Extraction, Judgement, Place, Precision, Report
from whoholds.trust import Fit, Graded


@dataclass(frozen=True, slots=True)
class Recorded:
    """A report as the record knows it: with its extraction that counts, and the ledger sequences."""

    report: Report
    seq: int
    extraction: Extraction | None
    known_from: datetime  # publication, or the moment of recording where no date is trusted


@dataclass(frozen=True, slots=True)
class Judged:
    """A judgement with the ledger sequence and the moment at which it was recorded."""

    judgement: Judgement
    seq: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Record:
    """All that was recorded, filtered to what was known as of a moment and as recorded at a sequence."""

    reports: tuple[Recorded, ...]
    judgements: tuple[Judged, ...]
    places: tuple[Place, ...]  # the user's own
    as_of: datetime | None
    recorded: int
    grades: tuple[Graded, ...] = ()
    fit: Fit | None = None  # the newest whose cut-off does not lie after `as_of`


class Noted:
    """A thing with which is kept what was worked out of it (`control.lately`); no part of what it is."""

    __slots__ = ("notes",)
    notes: dict[object, object]


@filled_at_once
@dataclass(frozen=True, slots=True)
class ResolvedClaim(Noted):
    """A claim with its words resolved: gazetteer entry, parties, days, under one gazetteer and ontology.

    `place` is None when no gazetteer knows `place_name`; then `container` is the id of the known place
    around it, if the words name one. `actor`, `recipient`, `side` are plain names of parties, or the
    head words where the report does not make the party clear. `inferred` places never move control by
    themselves. `against_interest`: to the disadvantage of the claimer's own side. `judged` is None,
    "accept", "reject" or "amend"; `amended`: values of an analyst stand in place of what was read.
    `retracted`: the key of the report in which the same outlet took it back, and `retracted_from` the moment
    from which that is known. `credited`: whose story the
    sentence is, where it is not the outlet's own: an agency, an outlet, else the key of the report it copies.
    `grade`: the letter that an analyst pinned for the claimer, A to F. `echoes`: the id of the claim that
    this one sums up, in the report's own voice: of who is quoted for it in the same report.
    `outlets_side`: the side whose outlet tells it in its own voice, to that side's gain or an ally's.
    `beside`: the party that did it together with the actor by the same sentence, and stands for both.
    """

    id: str
    claim: Claim
    extractor: str
    outlet: str | None
    published: date | None
    known_from: datetime
    quote: str
    trigger: str | None
    actor: str | None
    recipient: str | None
    place: Place | None
    place_name: str | None
    container: str | None
    precision: Precision
    days: Days
    dated: bool  # the words (or a coder) gave the time; False: only the day of publication bounds it
    claimer: str | None
    relayed_by: str | None
    side: str | None
    inferred: bool = False
    against_interest: bool = False
    own_interest: bool = False
    judged: str | None = None
    report_name: str | None = None
    retracted: str | None = None
    amended: bool = False
    credited: str | None = None
    grade: str | None = None
    retracted_from: datetime | None = field(default=None, compare=False)  # hangs on `retracted`
    echoes: str | None = None
    outlets_side: str | None = None
    beside: str | None = None

    @property
    def counts(self) -> bool:
        """False when an analyst rejected the claim or its outlet took it back: then it is no evidence."""
        return self.judged != "reject" and self.retracted is None

    @property
    def told_by(self) -> str | None:
        """The side that says so: the claimer's, else that of an outlet that tells its own side's gain."""
        return self.side or self.outlets_side


@dataclass(frozen=True, slots=True)
class EventFigure:
    """What the claims of an event say of one kind of figure: the range over those that stand, and all.

    `corrected_by`: for each of `told` the id of the claim by which it no longer stands, None where it stands.
    """

    kind: str
    who: str | None
    estimate: Estimate
    told: tuple[tuple[str, Estimate], ...]  # (claim id, estimate)
    corrected_by: tuple[str | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """What the claims about one happening add up to. `group` is a type group of the codebook, or the type."""

    id: str
    group: str
    place: str  # place id, or "name:<words>" for a place no gazetteer knows
    days: Days
    claims: tuple[str, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    figures: tuple[EventFigure, ...] = ()
    start_assumed: bool = False


@filled_at_once
@dataclass(frozen=True, slots=True)
class Evidence:
    """One row of evidence at one place: what one claim says of its state on one day.

    `weights` are log-likelihoods (nats) per state, relative to "says nothing" = 0; `reason` is a sentence
    for people made of the named features; `features` their names and factors, in order of application.
    """

    claim: str
    day: date
    weights: Mapping[str, float]
    reason: str
    features: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """One line of the explanation: its share (nats) in the log-odds of `holder` against all other states."""

    label: str
    nats: float
    claim: str | None = None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class ControlState:
    """Who holds a place on a day, as known at a moment.

    `status`: held, leaning, contested or unknown; `unknown_reason`: none, weak or stale. `holders` maps each
    party (and "other") to its probability; `contested` is the probability of "contested"; they sum to 1.
    `reported` are the claim ids that contradict what is assessed. `left`: the parties that by admission or by
    independent reports no longer hold a place of which it is not settled who does. `between`: where it is
    unknown, the parties that are each told to hold it and are likely together (`control.between`). `terms`
    sum exactly to the log-odds of the explained state `explains`. `reports` and `origins`: how many reports,
    of how many independent origins, speak for what is assessed (where that is unknown: all whose claims
    weigh).
    """

    place: Place
    on: date
    as_of: datetime | None
    recorded: int
    method: str
    status: str
    holder: str | None
    probability: float
    holders: Mapping[str, float]
    contested: float
    reported: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    last_evidence: date | None
    unknown_reason: str | None = None
    pressed_by: tuple[str, ...] = ()
    besieged: bool = False
    left: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    explains: str | None = None
    terms: tuple[Term, ...] = ()
    reports: int = 0
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """What the record adds up to. `claims` by id, `by_place` the ids of claims at each place id."""

    record: Record
    method: str
    claims: Mapping[str, ResolvedClaim]
    events: tuple[Event, ...]
    by_place: Mapping[str, tuple[str, ...]]
    places: Mapping[str, Place] = field(default_factory=dict)
