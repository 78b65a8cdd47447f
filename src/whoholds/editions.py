"""Later editions of an article: who prints another text in its place, under its date, has edited it.

The date is that of the article, not of the edition. When the edition was published nobody says: it is known
from the moment at which it was recorded, so that what was added to it does not count as known before. The
report recorded first is the original. `traces` says by what an article and its editions find each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import blake2b
from zlib import crc32

import numpy as np

from whoholds.addresses import is_article, plain_address
from whoholds.model import FOR_ALL, TYPED, Published, Report

ORIGIN = "recorded after another edition of the same date"
RUN = 3  # words
SHARE = 0.4  # of the runs of words of the shorter text, at one address
SHARE_ELSEWHERE = 0.5  # of one outlet's texts of one day
SHARE_SHORT = 0.75  # of those where the shorter is short: news in brief is told in the same few words
SHARE_APART = 0.8  # of those at two addresses
SHORT = 40  # runs of words
TITLE = 4  # words at least of a title that tells one article from another
KEPT = 12  # runs of words by which a text is found again
MOST = 1_000_000  # characters of a text that are looked at
STREAM = 3  # days from which on an address is known to be one of many posts
_WORD = re.compile(r"[^\W_]+")
_FIRST, _SECOND, _ODD = np.uint64(31), np.uint64(37), np.uint64(0x9E3779B97F4A7C15)

Marks = frozenset[int]


def as_edition(report: Report, recorded: Iterable[Report], now: datetime, *, stream: bool = False) -> Report:
    """The report as it is recorded beside those that may be its article: an edition is known from `now` on.

    One that is recorded already and is given no other date keeps its own. No edition is: a report that is
    dated to another day or moment than the others; one that says nothing that the original did not; one whose
    text has little in common with theirs, but at the address of an article (not of a channel or a `stream` of
    posts), or of the same outlet under the same id or title.
    """
    given, others = report.published, {one.key: one for one in recorded}
    if given is None:
        return report
    known = others.pop(report.key, None)
    if known is not None and keeps_its_date(known.published, given):
        edition = known.published is not None and known.published.origin == ORIGIN
        return replace(report, published=None) if edition else report
    same = [one for one in others.values() if one.published and _same_date(one.published, given)]
    if any(one.published and one.published.origin != ORIGIN and _adds_nothing(report, one) for one in same):
        return report
    if not any(_in_place_of(report, one, stream=stream) for one in same):
        return report
    return replace(report, published=Published(given.day, max(now, given.known_from), ORIGIN))


def keeps_its_date(known: Published | None, given: Published) -> bool:
    """True where a report that is recorded already is given no other date."""
    if known is None:
        return False
    same = known.day == given.day and (known.origin == ORIGIN or known.at == given.at)
    return same or given.origin == FOR_ALL


def _same_date(one: Published, given: Published) -> bool:
    """True for the same moment, or the same day where one of the two has no moment of its own."""
    if one.origin == ORIGIN or one.at is None or given.at is None:
        return one.day == given.day
    return one.at == given.at


def _adds_nothing(report: Report, one: Report) -> bool:
    """True when all that is said stands in the other text, in the same words."""
    mine = runs(report.text)
    return (bool(mine) and mine <= runs(one.text)) or _words(report.text) == _words(one.text)


def _in_place_of(report: Report, one: Report, *, stream: bool) -> bool:
    if report.address and one.address:
        here = plain_address(report.address)
        if here == plain_address(one.address):
            article = is_article(report.address) and not stream
            return article or _shared(report, one) >= SHARE
    if report.outlet is None or one.outlet is None:
        unnamed = report.outlet is None and one.outlet is None
        return unnamed and _one_name(report, one) and _shared(report, one) >= SHARE
    if _folded(report.outlet) != _folded(one.outlet):
        return False
    apart = bool(report.address and one.address)
    if _one_name(report, one) or (not apart and _one_title(report, one)):
        return True
    return _shared(report, one) >= _needed(report, one, apart=apart)


def _needed(report: Report, one: Report, *, apart: bool) -> float:
    if apart:
        return SHARE_APART
    return SHARE_SHORT if min(len(runs(report.text)), len(runs(one.text))) < SHORT else SHARE_ELSEWHERE


def _shared(report: Report, one: Report) -> float:
    first, second = runs(report.text), runs(one.text)
    return len(first & second) / min(len(first), len(second)) if first and second else 0.0


def _one_name(report: Report, one: Report) -> bool:
    return report.name is not None and report.name == one.name and report.name != TYPED


def _one_title(report: Report, one: Report) -> bool:
    title = _words(report.title or "")
    return len(title) >= TITLE and title == _words(one.title or "")


def date_ahead(report: Report, now: datetime) -> str | None:
    """A sentence where a report is dated more than a day after the moment at which it is recorded, else None.

    The table of a baseline may speak of days to come.
    """
    given, latest = report.published, now + timedelta(days=1)
    if given is None or report.kind == "baseline":
        return None
    if given.at <= latest if given.at is not None else given.day <= latest.date():
        return None
    return (
        f"{report.name or report.title or report.key}: its date, {given.day}, lies in the future (today is "
        f"{now.date()}), so it was recorded without a date. Add it again with the right one."
    )


def traces(report: Report) -> Mapping[int, Marks]:
    """The buckets in which a dated report is kept, each with the marks by which it is found there.

    An article's editions have a bucket and a mark in common with it. Whole numbers below 2**48.
    """
    if report.published is None:
        return {}
    day, kept = report.published.day, frozenset(sorted(runs(report.text))[:KEPT])
    return {bucket: marks | kept for bucket, marks in _buckets(report, str(day)).items()}


def sought(report: Report) -> Mapping[int, Marks]:
    """The buckets in which a dated report's article may be, each with the marks it may have there."""
    if report.published is None:
        return {}
    every = runs(report.text)
    return {bucket: marks | every for bucket, marks in _buckets(report, str(report.published.day)).items()}


def days_at(address: str) -> int:
    """The bucket in which the days of the reports at an address are kept."""
    return _number("days", plain_address(address))


def _buckets(report: Report, day: str) -> dict[int, Marks]:
    found: dict[int, Marks] = {}
    if report.address:
        alone = {_number("article")} if is_article(report.address) else set()
        found[_number("address", plain_address(report.address), day)] = frozenset(alone)
    named = report.name is not None and report.name != TYPED
    names = {_number("name", report.name or "")} if named else set[int]()
    if report.outlet is not None:
        title = _words(report.title or "")
        titles = {_number("title", *title)} if len(title) >= TITLE else set[int]()
        found[_number("outlet", _folded(report.outlet), day)] = frozenset(names | titles)
    elif named:
        found[_number("named", report.name or "", day)] = frozenset(names)
    return found


@lru_cache(maxsize=64)
def runs(text: str) -> Marks:
    """The runs of three words of a text, each as a number that every process gives it."""
    words = _words(text)
    codes = np.fromiter(map(_code, words), np.uint64, len(words))
    mixed = ((codes[:-2] * _FIRST + codes[1:-1]) * _SECOND + codes[2:]) * _ODD
    return frozenset((mixed >> np.uint64(16)).tolist())


@lru_cache(maxsize=50_000)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _words(text: str) -> list[str]:
    return _WORD.findall(text[:MOST].casefold())


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


def _number(*parts: str) -> int:
    return int.from_bytes(
        blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=6).digest()
    )
