"""Later editions of an article: who prints another text at the same address and date has edited it.

The date is that of the article, not of the edition. When the edition was published nobody says: it is known
from the moment at which it was recorded, so that what was added to it does not count as known before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from whoholds.model import Published, Report

ORIGIN = "recorded after another edition of the same date"
RUN = 3  # words
SHARE = 0.4  # of the runs of words of the shorter text
_WORD = re.compile(r"[^\W_]+")


def as_edition(report: Report, recorded: Iterable[Report], now: datetime) -> Report:
    """The report as it is to be recorded beside those at its address: an edition is known from `now` on.

    One that was recorded as an edition before keeps its date; so does one that is dated to another day or
    moment than the others, and one whose text has little in common with theirs, as posts of one channel have.
    """
    given, others = report.published, {one.key: one for one in recorded}
    if given is None:
        return report
    known = others.pop(report.key, None)
    if known is not None:
        return replace(report, published=None) if _is_edition_of(known.published, given) else report
    same = [one for one in others.values() if one.published and _is_same(one.published, given)]
    if not any(_alike(report.text, one.text) for one in same):
        return report
    return replace(report, published=Published(given.day, max(now, given.known_from), ORIGIN))


def _is_edition_of(known: Published | None, given: Published) -> bool:
    return known is not None and known.origin == ORIGIN and known.day == given.day


def _is_same(one: Published, given: Published) -> bool:
    return (one.day, one.at) == (given.day, given.at) or _is_edition_of(one, given)


def _alike(one: str, other: str) -> bool:
    first, second = _runs(one), _runs(other)
    return bool(first and second) and len(first & second) >= SHARE * min(len(first), len(second))


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
