"""The data of the page, as it stands in its JSON: the mirror of `web/src/types.ts`, field by field.

A change here is a change there, and of SCHEMA in both. The page has two halves: the frame, which holds all
that the map, the table and the filters need and no sentence of a report, and one part for each place, which
holds what was said of it. Days are whole days since 1970-01-01 (`day_number`); indices count from 0 into the
lists of the same frame; what is unknown is None or absent, never filler; in the columns of facets, which hold
numbers only, it is -1.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NotRequired, TypedDict

from whoholds.exports.page_place_data import ProfileRow, SilenceRow, TollRow

SCHEMA = 8
_EPOCH = date(1970, 1, 1).toordinal()

# status, holder (when contested the last holder), challenger, probability of the state that is assessed,
# reason of "unknown" (none, weak, stale, or ahead: not worked out), besieged (0 or 1), party it is claimed
# for but not assessed so, parties that press it. Parties are indices.
Cell = tuple[str, int | None, int | None, float, str | None, int, int | None, list[int]]

# place, how many segments of the moment before are kept, then pairs of first day and cell. A segment runs to
# the day before the next one; the last one runs on.
Change = list[int]


def day_number(day: date) -> int:
    """Whole days since 1970-01-01."""
    return day.toordinal() - _EPOCH


class ColourFinding(TypedDict):
    """Two parties (indices) whose colours look alike: in which sight (normal, protan, deutan or tritan), how
    far apart they are (ΔE2000), and how far apart is safe."""

    one: int
    other: int
    sight: str
    apart: float
    least: float


class LimitsRow(TypedDict):
    """The rules of the words: the probability that `held` and `leaning` take, how many independent origins
    "held" takes, and after how many days evidence is too old where the war is `moving` and where `quiet`."""

    held: float
    leaning: float
    origins: int
    moving: int
    quiet: int


class Meta(TypedDict):
    """What the page is: `first` to `last` are the days of "true on", `opens` the one that is shown first;
    `unplaced` counts claims not on it; `colour_findings` are parties whose chosen colours look alike;
    `limits` are the rules of the words, absent in older pages; what was known is worked out so many days
    `ahead` of the day of knowledge, and from the day of knowledge `settled` on for all days, both absent
    where it always is; `data_sha256` is the hash of what it shows
    (`page_hash.data_hash`); `filters` are those that the claims and places on it obey, absent where all
    stand on it; `known` the day by which all on it had been published, absent where nothing was left out;
    `knows_from` the first day of knowledge on it, absent where none is missing: nothing is said of those
    before it, which the whole page has."""

    title: str
    generated_at: str
    first: int
    last: int
    opens: int
    recorded: int
    method: str
    banner: str
    credits: list[str]
    version: str
    unplaced: int
    colour_findings: list[ColourFinding]
    limits: NotRequired[LimitsRow]
    ahead: NotRequired[int]
    settled: NotRequired[int]
    data_sha256: str
    filters: NotRequired[Mapping[str, str | list[str]]]
    known: NotRequired[int]
    knows_from: NotRequired[int]


class PartyRow(TypedDict):
    """A party with its colour (#rrggbb)."""

    name: str
    colour: str


class PlaceRow(TypedDict):
    """A place; WGS84 degrees; `province` and `country` are names; population 0 means unknown."""

    id: str
    name: str
    lat: float | None
    lon: float | None
    kind: str
    province: str | None
    country: str | None
    population: int


class Says(TypedDict):
    """What a claim says of the whole place: an act of `whoholds.control.positions` and its party."""

    act: str
    party: int | None
    change: bool


class FigureRow(TypedDict):
    """A number as reported, with its own words."""

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    text: str


class RetractedRow(TypedDict):
    """What took a claim back: known from which day, published when, in which report, in which words."""

    known: int
    published: NotRequired[int]
    report: NotRequired[str]
    quote: NotRequired[str]


class JudgementRow(TypedDict):
    """How an analyst judged a claim, why, and the day on which it was recorded."""

    verdict: str
    reason: str
    at: int


class ClaimRow(TypedDict):
    """One claim. `trigger` is in code points of `quote`; claims of one `origin` count once;
    `many` where the claimer's words are in the plural.

    `printed` is the number of its report, the same for all claims in it.
    """

    id: str
    place: int
    type: str
    label: str
    quote: str
    factuality: str
    precision: str
    known: int
    origin: str
    printed: int
    says: Says | None
    before: NotRequired[str]
    after: NotRequired[str]
    trigger: NotRequired[list[int]]
    actor: NotRequired[str]
    recipient: NotRequired[str]
    claimer: NotRequired[str]
    many: NotRequired[bool]
    unnamed: NotRequired[bool]
    relay: NotRequired[str]
    side: NotRequired[str]
    unverified: NotRequired[bool]
    start: NotRequired[int]
    end: NotRequired[int]
    dated: NotRequired[bool]
    published: NotRequired[int]
    outlet: NotRequired[str]
    report: NotRequired[str]
    title: NotRequired[str]
    address: NotRequired[str]
    against: NotRequired[bool]
    own: NotRequired[bool]
    inferred: NotRequired[bool]
    beside: NotRequired[str]
    judged: NotRequired[str]
    judgement: NotRequired[JudgementRow]
    retracted: NotRequired[RetractedRow]
    figures: NotRequired[list[FigureRow]]


# explanation, on, as_of, and the nats of its last two terms (ageing, later reports): the same reasons on
# another day or as known on another one.
Again = tuple[int, int, int, float, float]


class ExplanationRow(TypedDict):
    """The reasons of one state as a sum on one day: (label, nats, claim), last ageing, later reports."""

    place: int
    on: int
    as_of: int
    explains: str
    terms: list[tuple[int, float, str | None]]


class OutlineRow(TypedDict):
    """A province: closed rings in thousandths of degrees, longitude first, each point as a difference."""

    name: str
    country: str | None
    place: int | None
    rings: list[list[int]]


class ColumnRow(TypedDict):
    """A property of every claim: `at` are indices into `values`."""

    values: list[str]
    at: list[int]


class Facets(TypedDict):
    """What filters, counts and the table need of every claim, newest first: one column for each property.

    The claims of a place have here the order that they have in its part. `day` is the day a claim speaks of,
    `back` the one from which it is known as taken back, `party` whom its act is said of, `change` 1 where it
    tells of a change of control, `voice` 1 against the claimer's own interest and -1 for a baseline, which is
    nobody's claim; `published` and the others are those of `ClaimRow`; `origin` and `printed` are numbers
    that only tell same from different.
    """

    place: list[int]
    known: list[int]
    published: list[int]
    day: list[int]
    back: list[int]
    party: list[int]
    change: list[int]
    voice: list[int]
    origin: list[int]
    printed: list[int]
    act: ColumnRow
    actor: ColumnRow
    recipient: ColumnRow
    claimer: ColumnRow
    side: ColumnRow
    outlet: ColumnRow
    type: ColumnRow
    factuality: ColumnRow
    precision: ColumnRow
    judged: ColumnRow


class PageFrame(TypedDict):
    """All that is shown before a place is opened.

    `changes` has a list for each moment; cell 0 is "unknown, no evidence".
    """

    schema: int
    meta: Meta
    parties: list[PartyRow]
    places: list[PlaceRow]
    cells: list[Cell]
    moments: list[int]
    changes: list[list[Change]]
    reports: list[tuple[int, int]]
    facets: Facets
    outlines: list[OutlineRow]


class PagePlace(TypedDict):
    """What was said of one place: its part of the page, as of the ledger sequence and method of the frame.

    `again` counts from 0 into these `explanations`, their terms into these `labels`; `profile` is None where
    nobody made one; `tolls` are the counts that more than one claim gives; `left_out`: claims not wanted.
    """

    schema: int
    recorded: int
    method: str
    place: int
    id: str
    claims: list[ClaimRow]
    silences: list[SilenceRow]
    labels: list[str]
    explanations: list[ExplanationRow]
    again: list[Again]
    profile: ProfileRow | None
    tolls: list[TollRow]
    left_out: int


class PageData(TypedDict):
    """The whole page: the frame, and the parts in the order of its places."""

    frame: PageFrame
    parts: list[PagePlace]
