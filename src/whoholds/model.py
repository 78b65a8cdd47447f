"""The nouns of what is recorded: frozen, slotted, no parsing, no I/O.

Recorded and never changed: Report, Extraction (Claims, Silences, Retractions), Judgement. What is derived
from them stands in `picture.py`. The meaning of each field is defined in `docs/codebook.md`.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time

from whoholds.frozen import filled_at_once
from whoholds.kinds import EventType as EventType
from whoholds.kinds import Factuality as Factuality
from whoholds.kinds import Precision as Precision
from whoholds.kinds import Stage as Stage
from whoholds.kinds import Verdict as Verdict


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Words in a report, half-open, in code points: `text[start:end]`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def within(self, other: Span) -> bool:
        """True when this span lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def meets(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for a place, party, person or time.

    `span` is where the words stand that are resolved ("Aibak"); `said` is where the quoted sentence points
    to them with other words ("the city"), else None. `inferred` marks a place carried over from the
    context without words that point to it.
    """

    span: Span
    said: Span | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Estimate:
    """A number as reported; None is "not said", never zero."""

    low: int | None
    best: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A count of people: `kind` is killed, injured, captured, displaced, missing; `text` the exact words."""

    kind: str
    who: str | None
    estimate: Estimate
    text: str


@dataclass(frozen=True, slots=True)
class Days:
    """The first and last day on which it can have happened; None is open."""

    start: date | None = None
    end: date | None = None


TYPED = "standard input"  # the name of a text that has none: several may be called so
FOR_ALL = "given for all of a folder"  # the origin of a date that replaces no other


@dataclass(frozen=True, slots=True)
class Published:
    """When a report was published: its day, the moment where known, and where the date came from."""

    day: date
    at: datetime | None = None
    origin: str = "given"

    @property
    def known_from(self) -> datetime:
        """The moment (UTC) from which the report counts as known: the end of the day without a time."""
        return self.at if self.at is not None else end_of_day(self.day)


def end_of_day(day: date) -> datetime:
    """The last moment of a day, UTC."""
    return datetime.combine(day, time.max, tzinfo=UTC)


def content_key(*parts: object) -> str:
    """A stable name of 16 hexadecimal digits for what was said: a hash of the parts' texts."""
    joined = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(joined.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


@dataclass(frozen=True, slots=True)
class Report:
    """One published text. The date is not part of its identity: it may be given later."""

    text: str
    outlet: str | None = None
    address: str | None = None
    title: str | None = None
    published: Published | None = None
    name: str | None = None  # what the user calls it: a file name, the "id" of a line
    kind: str = "report"  # or "baseline", "coded"

    @property
    def key(self) -> str:
        """Identity: text, outlet, address."""
        return content_key("report", self.text, self.outlet, self.address)


@filled_at_once
@dataclass(frozen=True, slots=True)
class Coded:
    """Values given by a person or another tool, which stand in place of what the words resolve to.

    Used by imported claims, by baselines, and by judgements that amend. None means "not given".
    `place_id` is a gazetteer id; `claimer` the words for who says so. `retracted_by` names the report in
    which its outlet took the claim back, `retracted_from` the moment from which that is known. `dated` is
    False where the days were worked out, not told; `own_interest`: it is to the gain of the claimer's side,
    whatever else is known of him. These four are no part of what was said: they change no claim's identity.
    """

    place: str | None = None
    place_id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: Precision | None = None
    actor: str | None = None
    recipient: str | None = None
    claimer: str | None = None
    relayed_by: str | None = None
    side: str | None = None
    start: date | None = None
    end: date | None = None
    factuality: Factuality | None = None
    retracted_by: str | None = field(default=None, repr=False)
    retracted_from: datetime | None = field(default=None, repr=False)
    dated: bool | None = field(default=None, repr=False)
    own_interest: bool | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the claimer's words (None: the report in its own voice), what carried it, the cue.

    `unnamed` is for "is reported to have": somebody says so, the report does not say who.
    """

    claimer: Mention | None = None
    unnamed: bool = False
    relayed_by: str | None = None
    cue: Span | None = None


@filled_at_once
@dataclass(frozen=True, slots=True)
class Claim:
    """One statement, in one sentence, that one event of one type happened (or not) at one place, as said.

    Holds spans of the report's text, never what they resolve to nor which extractor read them.
    `precision` is what the words say (exact, part, near) before the gazetteer's kind of place is known.
    """

    report: str
    type: EventType
    quote: Span
    trigger: Span | None = None
    actor: Mention | None = None
    recipient: Mention | None = None
    place: Mention | None = None
    time: Mention | None = None
    attribution: Attribution = field(default_factory=Attribution)
    factuality: Factuality = Factuality.CERTAIN
    unverified: bool = False
    ongoing: bool = False
    precision: Precision = Precision.EXACT
    figures: tuple[Figure, ...] = ()
    stage: Stage | None = None
    coded: Coded | None = None

    @property
    def key(self) -> str:
        """Identity: report, type, and the spans of what was said (with coded values, where there are any)."""
        return content_key(
            "claim", self.report, self.type, self.quote, self.trigger, *self._said(), self.coded
        )

    def _said(self) -> tuple[Span | None, ...]:
        mentions = (self.actor, self.recipient, self.place, self.attribution.claimer, self.time)
        return tuple(mention.span if mention else None for mention in mentions)


@dataclass(frozen=True, slots=True)
class Silence:
    """A party that is said not to have commented, on a place where one is named."""

    report: str
    quote: Span
    party: Mention
    place: Mention | None = None


@dataclass(frozen=True, slots=True)
class Retraction:
    """A correction or withdrawn report: the words that say so, who withdraws, where, and of which type."""

    report: str
    quote: Span
    by: Mention | None = None
    place: Mention | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Words with a trigger, or a whole report, that were seen and not claimed, and why."""

    report: str
    quote: Span
    trigger: str
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one version of one extractor read in one report.

    `not_read` says why nothing was ("not read: Ukrainian").
    """

    report: str
    extractor: str
    claims: tuple[Claim, ...] = ()
    silences: tuple[Silence, ...] = ()
    retractions: tuple[Retraction, ...] = ()
    unread: tuple[Unread, ...] = ()
    not_read: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """An analyst's verdict on a claim, with the reason, and what an amendment puts in its place."""

    claim: str
    verdict: Verdict
    reason: str
    by: str | None = None
    amended: Coded | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: WGS84 degrees; `kind` is settlement, facility, district, province or country.

    `id` is "gn:<geonameid>", "ne:<ISO 3166-2>", "iso:<ISO 3166-1 alpha-2>", "add:<name>" (curated),
    "user:<name>", or "name:<name>@<container>" for a place that no gazetteer knows. `part_of` is the id of
    what it lies in. Population 0 means unknown.
    """

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str | None = None
    province: str | None = None
    part_of: str | None = None
    population: int = 0
