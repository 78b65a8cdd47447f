"""Why a place matters, in the words of reports: sentences that tell of its roads, riches, meaning, position.

Precision before recall: a sentence counts where a phrase of `importance.toml` stands nearer to the name of
this place than to that of any other, or where it opens by pointing back ("The city is …") at the only town
that a sentence shortly before it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.gazetteer import Gazetteer
from whoholds.lexicon import read_lexicon
from whoholds.model import Report, Span
from whoholds.resolve import cached_words

POINTING = "pointing"
CONTAINERS = frozenset(("province", "country"))
BACK = 3  # sentences that may stand between the name and what points back at it
SEVERAL = ""  # more than one town: nothing can point back past them


@dataclass(frozen=True, slots=True)
class Matters:
    """One sentence: the kind of reason (a table of `importance.toml`), its cue, and who printed it when.

    `span` is that of the quotation in the report's text; `cue` lies in the quotation.
    """

    kind: str
    quote: str
    span: Span
    cue: Span
    report: str
    outlet: str | None
    published: date | None
    known_from: datetime


def find_importance(text_of: ReportWords) -> Iterator[tuple[str, str, Span, Span]]:
    """Place id, kind, span of the sentence and of the cue in the text, in the order of the text."""
    before: list[str | None] = []
    for sentence in text_of.sentences:
        here = [one for one in text_of.places_in(sentence) if one.place.kind not in CONTAINERS]
        towns = {one.place.id for one in here}
        pointed = _last(before) if not here and _points(text_of.text, sentence) else None
        for kind, cue in _cues(text_of.text, sentence):
            nearest = min(here, key=lambda one: _apart(one.span, cue), default=None)
            place = nearest.place.id if nearest is not None else pointed
            if place is not None:
                yield place, kind, sentence, cue
                break
        before.append(next(iter(towns)) if len(towns) == 1 else SEVERAL if towns else pointed)


def importance_of(
    place: str, reports: Iterable[tuple[Report, datetime]], gazetteer: Gazetteer
) -> tuple[Matters, ...]:
    """What the reports (each with the moment from which it is known) say of a place, first known first.

    The same sentence printed by several is given once, as first known.
    """
    found: dict[str, Matters] = {}
    for report, known_from in sorted(reports, key=lambda one: (one[1], one[0].key)):
        if not _may_tell(report.text) or not any(pattern.search(report.text) for _, pattern in _patterns()):
            continue
        for id_, kind, sentence, cue in find_importance(cached_words(report, gazetteer)):
            quote = sentence.of(report.text)
            if id_ == place:
                told = _told(kind, report, known_from, (sentence, cue))
                found.setdefault(" ".join(quote.casefold().split()), told)
    return tuple(found.values())


def _may_tell(text: str) -> bool:
    """False where none of the phrases stands in a text, in any case of letters."""
    folded = text.casefold().replace("ı", "i").replace("i̇", "i")  # which a pattern takes for an i
    return any(one in folded for one in _told_by())


@cache
def _told_by() -> tuple[str, ...]:
    """All phrases, without those that hold another one."""
    tables = read_lexicon("en", "importance")
    words = {one.casefold() for kind, table in tables.items() if kind != POINTING for one in table["words"]}
    return tuple(one for one in words if not any(other in one for other in words - {one}))


def _told(kind: str, report: Report, known_from: datetime, at: tuple[Span, Span]) -> Matters:
    sentence, cue = at
    return Matters(
        kind=kind,
        quote=sentence.of(report.text),
        span=sentence,
        cue=Span(cue.start - sentence.start, cue.end - sentence.start),
        report=report.key,
        outlet=report.outlet,
        published=report.published.day if report.published else None,
        known_from=known_from,
    )


def _last(before: list[str | None]) -> str | None:
    """The only town of the latest sentence that names one, a few sentences back at most."""
    named = next((one for one in reversed(before[-BACK:]) if one is not None), None)
    return named or None


def _points(text: str, sentence: Span) -> bool:
    return _opening().match(text, sentence.start, sentence.end) is not None


def _cues(text: str, sentence: Span) -> Iterator[tuple[str, Span]]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(text, sentence.start, sentence.end):
            yield kind, Span(*match.span())


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = read_lexicon("en", "importance")
    return tuple((kind, _phrases(table)) for kind, table in tables.items() if kind != POINTING)


@cache
def _opening() -> re.Pattern[str]:
    words = "|".join(map(re.escape, read_lexicon("en", "importance")[POINTING]["words"]))
    return re.compile(rf"(?:{words})\b", re.IGNORECASE)


def _phrases(table: dict[str, list[str]]) -> re.Pattern[str]:
    words = "|".join(re.escape(one) for one in sorted(table["words"], key=len, reverse=True))
    barred = "|".join(map(re.escape, table.get("not_before", ())))
    ahead = rf"(?!\s+(?:{barred})\b)" if barred else ""
    behind = "".join(rf"(?<!\b{re.escape(one)} )" for one in table.get("not_after", ()))
    return re.compile(rf"\b{behind}(?:{words})\b{ahead}", re.IGNORECASE)
