"""The form of claims, reports, events and judgements; meaning: docs/reference/json.md."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field

from whoholds.kinds import Factuality, Precision
from whoholds.server.params import Day
from whoholds.server.shapes.base import About, Paging, Shape


class Figure(Shape):
    """A count as reported."""

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    text: str


class Claim(Shape):
    """One claim; names of private persons are withheld."""

    id: str
    report: str | None
    report_key: str
    outlet: str | None
    published: str | None
    known_from: str
    quote: str
    start_char: int
    end_char: int
    type: str
    trigger: str | None
    actor: str | None
    recipient: str | None
    place: str | None
    place_id: str | None
    lat: float | None
    lon: float | None
    precision: str
    inferred: bool
    start: str | None
    end: str | None
    dated: bool
    ongoing: bool
    claimer: str | None
    relayed_by: str | None
    credited: str | None
    side: str | None
    against_interest: bool
    own_interest: bool
    reliability: str | None
    factuality: str
    unverified: bool
    figures: list[Figure]
    stage: str | None
    judged: str | None
    retracted_by: str | None
    retracted_from: str | None
    extractor: str


class ClaimInContext(Claim):
    """The same with the sentences around it; `trigger_at` counts in the quotation, half-open; claims of one
    place with the same `origin` are not independent."""

    before: str | None
    after: str | None
    trigger_at: list[int] | None
    origin: str | None


class Claims(Paging):
    """Claims, newest known first."""

    claims: list[Claim]


class JudgementRow(Shape):
    """What an analyst said of a claim, which says `quote` of `place`."""

    claim: str
    place: str | None
    place_id: str | None
    quote: str | None
    verdict: str
    reason: str
    amended: dict[str, str] | None
    seq: int
    at: str


class Judgements(About):
    """What was judged, oldest first."""

    judgements: list[JudgementRow]


class SignedRow(JudgementRow):
    """The same with who judged."""

    by: str | None


class Signed(About):
    """What was judged and by whom, oldest first; only with the token."""

    judgements: list[SignedRow]


class Judged(Shape):
    """`recorded` is false where the claim was judged just so before."""

    recorded: bool
    seq: int
    claim: ClaimInContext


class OneClaim(About):
    """A claim, what was judged of it, and what took it back."""

    claim: ClaimInContext
    judgements: list[JudgementRow]


class ReportRow(Shape):
    """A report without its text."""

    key: str
    report: str | None
    kind: str
    outlet: str | None
    published: str | None
    known_from: str
    title: str | None
    address: str | None
    claims: int
    recorded_seq: int


class Reports(Paging):
    """Reports, newest known first."""

    reports: list[ReportRow]


class OneReport(About):
    """A report with its text, which is text: never markup."""

    report: ReportRow
    text: str
    claims: list[Claim]


class FigureTold(BaseModel):
    """A count over all claims of one event; under `told` what each says."""

    kind: str
    who: str | None
    low: int | None
    best: int | None
    high: int | None
    told: list[dict[str, Any]]


class Event(Shape):
    """What claims of one happening add up to."""

    id: str
    group: str
    place: str | None
    place_id: str
    lat: float | None
    lon: float | None
    start: str | None
    end: str | None
    start_assumed: bool
    actors: list[str]
    recipients: list[str]
    figures: list[FigureTold]
    reports: int
    origins: int
    claims: list[Claim]


class Events(Paging):
    """Events, the latest first."""

    events: list[Event]


class Amended(Shape):
    """What is put in place of the claim's own values."""

    place: str | None = Field(default=None, max_length=200)
    start: Day | None = None
    end: Day | None = None
    actor: str | None = Field(default=None, max_length=200)
    recipient: str | None = Field(default=None, max_length=200)
    claimer: str | None = Field(default=None, max_length=200)
    side: str | None = Field(default=None, max_length=200)
    precision: Precision | None = None
    factuality: Factuality | None = None
