"""Any noun that can be recorded, for hypothesis; and a clock that a test sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from hypothesis import strategies as st

from whoholds.model import (
    Attribution,
    Claim,
    Coded,
    Estimate,
    EventType,
    Extraction,
    Factuality,
    Figure,
    Judgement,
    Mention,
    Place,
    Precision,
    Published,
    Report,
    Retraction,
    Silence,
    Span,
    Stage,
    Unread,
    Verdict,
)

LENGTH = 60  # every text is at least so long, so that every span made here lies in it
FIRST = datetime(2021, 8, 1, 12, tzinfo=UTC)


@dataclass
class Clock:
    """Says the moment it is set to, and steps on by a minute each time it is asked."""

    moment: datetime = FIRST

    def __call__(self) -> datetime:
        said, self.moment = self.moment, self.moment + timedelta(minutes=1)
        return said


writable = st.characters(codec="utf-8")
words = st.text(writable, min_size=1, max_size=20)
maybe_words = st.none() | words
days = st.dates(date(1900, 1, 1), date(2199, 12, 31))
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
moments = st.datetimes(datetime(1950, 1, 1), datetime(2150, 1, 1), timezones=zones)
counts = st.none() | st.integers(0, 10**6)
published = st.builds(Published, days, st.none() | moments, words)
spans = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda pair: Span(min(pair), max(pair)))
mentions = st.builds(Mention, spans, st.none() | spans, st.booleans())
figures = st.builds(Figure, words, maybe_words, st.builds(Estimate, counts, counts, counts), words)
attributions = st.builds(Attribution, st.none() | mentions, st.booleans(), maybe_words, st.none() | spans)
degrees = st.none() | st.floats(-90, 90)
coded = st.builds(
    Coded,
    place=maybe_words,
    place_id=maybe_words,
    lat=degrees,
    lon=degrees,
    precision=st.none() | st.sampled_from(Precision),
    actor=maybe_words,
    recipient=maybe_words,
    claimer=maybe_words,
    relayed_by=maybe_words,
    side=maybe_words,
    start=st.none() | days,
    end=st.none() | days,
    factuality=st.none() | st.sampled_from(Factuality),
)
reports = st.builds(
    Report,
    st.text(writable, min_size=LENGTH, max_size=LENGTH + 20),
    maybe_words,
    maybe_words,
    maybe_words,
    st.none() | published,
    maybe_words,
)


def claims(report: str = "r") -> st.SearchStrategy[Claim]:
    """Claims of a report, with anything in any field."""
    return st.builds(
        Claim,
        report=st.just(report),
        type=st.sampled_from(EventType),
        quote=spans,
        trigger=st.none() | spans,
        actor=st.none() | mentions,
        recipient=st.none() | mentions,
        place=st.none() | mentions,
        time=st.none() | mentions,
        attribution=attributions,
        factuality=st.sampled_from(Factuality),
        unverified=st.booleans(),
        ongoing=st.booleans(),
        precision=st.sampled_from(Precision),
        figures=st.lists(figures, max_size=2).map(tuple),
        stage=st.none() | st.sampled_from(Stage),
        coded=st.none() | coded,
    )


def extractions(
    report: str, extractor: st.SearchStrategy[str] | None = None
) -> st.SearchStrategy[Extraction]:
    """Extractions of a report, with anything in them."""
    of = st.just(report)
    maybe = st.none() | mentions
    return st.builds(
        Extraction,
        of,
        extractor if extractor is not None else words,
        st.lists(claims(report), max_size=4).map(tuple),
        st.lists(st.builds(Silence, of, spans, mentions, maybe), max_size=2).map(tuple),
        st.lists(st.builds(Retraction, of, spans, maybe, maybe), max_size=2).map(tuple),
        st.lists(st.builds(Unread, of, spans, words, words), max_size=2).map(tuple),
        maybe_words,
    )


read_reports = reports.flatmap(lambda report: st.tuples(st.just(report), extractions(report.key)))
places = st.builds(
    Place, words, words, words, degrees, degrees, maybe_words, maybe_words, maybe_words, st.integers(0, 10**8)
)


def judgements(claim: str) -> st.SearchStrategy[Judgement]:
    """Verdicts on a claim; only an amendment amends."""
    plain = st.sampled_from([Verdict.ACCEPT, Verdict.REJECT, Verdict.RESET])
    return st.builds(Judgement, st.just(claim), plain, words, maybe_words) | st.builds(
        Judgement, st.just(claim), st.just(Verdict.AMEND), words, maybe_words, coded
    )


TEXT = "Taliban fighters captured the city of Kunduz on Sunday, an official said."


def kunduz(text: str = TEXT, **given: object) -> Report:
    """A report of 8 August 2021, unless told otherwise."""
    given.setdefault("outlet", "Daily Wire")
    given.setdefault("published", Published(date(2021, 8, 8)))
    return Report(text, **given)  # type: ignore[arg-type]


def read_in(report: Report, extractor: str = "rules/1", *types: EventType) -> Extraction:
    """An extraction with one claim of each type, over the whole text."""
    key = report.key
    kinds = types or (EventType.CAPTURE,)
    quote = Span(0, len(report.text))
    return Extraction(key, extractor, tuple(Claim(key, kind, quote) for kind in kinds))
