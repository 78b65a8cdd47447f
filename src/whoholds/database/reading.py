"""Reading one text without a record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from whoholds.claims.reading import Progress, untold
from whoholds.claims.rules import extract
from whoholds.gazetteer import Gazetteer, load_gazetteer
from whoholds.model import Published, Unread
from whoholds.picture import Recorded, ResolvedClaim
from whoholds.pipeline import Read, Resolver
from whoholds.reports import Given, parse_published, read_text_report
from whoholds.silences import ResolvedSilence
from whoholds.text import dates as finder
from whoholds.text.dates import DateMention

When = date | datetime | str | Published
"""A date of publication as people give it: a day, a moment, or words for one."""


@dataclass(frozen=True, slots=True)
class Explained:
    """All that was read in a text: claims, silences, and words seen and not claimed, with the reason.

    `not_read` says why nothing was ("not read: Ukrainian").
    """

    claims: tuple[ResolvedClaim, ...]
    silences: tuple[ResolvedSilence, ...]
    unread: tuple[Unread, ...]
    not_read: str | None


def read_claims(
    text: str,
    *,
    published: When | None = None,
    outlet: str | None = None,
    gazetteer: Gazetteer | None = None,
) -> tuple[ResolvedClaim, ...]:
    """The claims of a report, with exact quotations; nothing is recorded.

    Relative dates ("on Monday") hang on `published`; without it they stay open. `gazetteer`: that of a record
    (`db.gazetteer`), to read with places of your own. Raises InputError for an empty text or an unclear date.
    """
    return explain(text, published=published, outlet=outlet, gazetteer=gazetteer).claims


def explain(
    text: str,
    *,
    published: When | None = None,
    outlet: str | None = None,
    gazetteer: Gazetteer | None = None,
    progress: Progress = untold,
) -> Explained:
    """The same with what was seen and not claimed, and why.

    `progress` is told the share of the text that has been read, from 0 to 1, after each sentence.
    """
    places = gazetteer if gazetteer is not None else load_gazetteer()
    report = read_text_report(text, Given(outlet, published_of(published)))
    extraction = extract(report, places, progress=progress)
    known = report.published.known_from if report.published else datetime.now(UTC)
    read: Read = Resolver(places).read(Recorded(report, 0, extraction, known), {})
    return Explained(read.claims, read.silences, extraction.unread, extraction.not_read)


def find_dates(text: str, published: When | None = None) -> tuple[DateMention, ...]:
    """The times that a text names, in its order: words, a value after TIMEX3, first and last day.

    A report's relative dates ("on Monday", "last week") hang on `published`, and stay open without it. A text
    that names mostly past years is read as a history: its dates hang on each other ("in June", "the next
    day"). Spans are offsets of characters in `text`. Raises InputError for an unclear date of publication.
    """
    seen = published_of(published)
    return finder.find_dates(text, seen.day if seen else None)


def published_of(given: When | None) -> Published | None:
    """A date of publication as people give it. Raises InputError where it is not clear."""
    if given is None or isinstance(given, Published):
        return given
    return parse_published(given if isinstance(given, str) else given.isoformat())
