"""The form of lists, differences, counts, feeds and outcomes; meaning: docs/reference/json.md."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel

from whoholds.server.shapes.base import About, Clock, Reason, Shape, Status
from whoholds.server.shapes.states import PlaceRow


class ClaimerRow(Shape):
    """What came of a claimer's claims of one kind."""

    claimer: str
    side: str | None
    kind: str
    borne_out: int
    refuted: int
    open: int
    share: float | None
    low: float | None
    high: float | None
    prior: str
    learnt: str | None
    pinned: str | None


class Claimers(About):
    """Records of claimers, those with most claims first."""

    claimers: list[ClaimerRow]


class PartyRow(Shape):
    """A party that claims name; `held` and `leaning` count places on the day."""

    name: str
    kind: str | None
    countries: list[str]
    colour: str
    claims: int
    held: int
    leaning: int


class Parties(About):
    """Parties, those of most claims first."""

    parties: list[PartyRow]


class ShortState(Shape):
    """A state in short."""

    on: str
    status: Status
    holder: str | None
    probability: float
    unknown_reason: Reason | None


class Change(Shape):
    """A place that differs between two pictures; null: not in that picture."""

    place: str
    place_id: str
    lat: float | None
    lon: float | None
    before: ShortState | None
    after: ShortState | None


class Diff(Shape):
    """What changed between two days, each as known at its moment."""

    before: Clock
    after: Clock
    recorded: int
    method: str
    filters: dict[str, str | list[str]]
    note: str
    changes: list[Change]


class Count(Shape):
    """A value of a filter, and how many claims have it under the other filters; of these, at known places."""

    value: str
    claims: int
    placed: int


class Facets(About):
    """Counts for each filter."""

    total: int
    placed: int
    facets: dict[str, list[Count]]


class Found(PlaceRow):
    """A place found; its state where claims are about it."""

    told: bool
    status: Status | None
    unknown_reason: Reason | None
    holder: str | None
    probability: float | None


class Search(About):
    """Places found, those that claims are about first."""

    places: list[Found]


class Permitted(Shape):
    """Whether anything can be written here, and whether who asks may: the token that was sent is right."""

    writing: bool
    permitted: bool


class Health(Shape):
    """Which version answers, from which state of the record; `last_day` is the day asked about by default.

    `pictures`: whether PNG and WebP can be made here; `writing`: whether anything can be written;
    `most_uploaded` bytes go in one upload.
    """

    version: str
    seq: int
    method: str
    reports: int
    claims: int
    places: int
    judgements: int
    last_day: str
    pictures: bool
    writing: bool
    most_uploaded: int


class FeedItem(BaseModel):
    """A change of control."""

    id: str
    url: str
    title: str
    content_text: str
    date_published: str
    tags: list[str]


class JsonFeed(BaseModel):
    """JSON Feed 1.1."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str
    home_page_url: str
    feed_url: str
    description: str
    items: list[FeedItem]


class Outcome(BaseModel):
    """One line for each report of an upload, then one with `outcome` done and the numbers.

    `file` counts the files sent from 0. An `edition` is recorded as a later one of an article. `why` is the
    one sentence on what was not taken, not read, or not dated as it says."""

    outcome: Literal["new", "edition", "known", "dated", "purged", "rejected", "skipped", "done", "problem"]
    file: int | None = None
    report: str | None = None
    published: str | None = None
    key: str | None = None
    claims: int | None = None
    why: str | None = None
    counts: dict[str, int] | None = None
    seq: int | None = None
