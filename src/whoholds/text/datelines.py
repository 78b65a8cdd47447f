"""What stands before a report's first sentence: a dateline (place, day, agency) or a date stamp."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from whoholds.lexicon import read_lexicon
from whoholds.model import Span

_HEAD = 1500  # characters in which a dateline may stand: below headlines and captions
_STAMP_HEAD = 300


@dataclass(frozen=True, slots=True)
class Dateline:
    """ "KABUL, Aug 8 (Reuters) - ": where and when the report was filed, and by which agency.

    `span` holds the whole with its dash; the place is where the reporter sat, not where anything happened.
    """

    span: Span
    place_span: Span | None
    date_span: Span | None
    agency: str | None


def find_dateline(text: str) -> Dateline | None:
    """The first dateline among the first lines of the text, None where there is none.

    A place in capitals may stand before a dash or a bracketed day; a place in small letters needs an agency.
    """
    matches = [match for form in _datelines() if (match := form.search(text, 0, _HEAD)) is not None]
    if not matches:
        return None
    match = min(matches, key=lambda found: (found.start(), -found.end()))
    agency = match.groupdict().get("agency")
    return Dateline(
        Span(match.start(), match.end()),
        _span(match, "place"),
        _span(match, "day") or _span(match, "dated"),
        agency,
    )


def stamp_end(text: str) -> int:
    """Where a date stamp that opens a text ends ("15-02-2016 Dozens killed …"), 0 where none does."""
    stamp = _stamp().match(text)
    match = (stamp and _credit().match(text, stamp.end())) or stamp or _byline().search(text, 0, _STAMP_HEAD)
    return match.end() if match else 0


def _span(match: re.Match[str], group: str) -> Span | None:
    return Span(*match.span(group)) if match.groupdict().get(group) else None


def _day_pattern() -> str:
    months = "|".join(read_lexicon("en", "dates")["months"]["words"])
    return (
        rf"(?:(?:{months})\.?\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?"
        rf"|\d{{1,2}}(?:st|nd|rd|th)?\s(?:{months})\.?(?:,?\s\d{{4}})?)"
    )


def _old_wire() -> str:
    """What old wires write behind the place: " (PERU), 12 JAN 90 (RADIO UNO)"."""
    months = "|".join(read_lexicon("en", "dates")["months"]["words"]).upper()
    day = rf"(?P<day>\d{{1,2}} (?:{months})\.? (?:\d{{4}}|\d\d))"
    return rf"(?:[ \t]\([A-Z ]{{3,30}}\))?,[ \t](?:{day}|NO DATE)(?:[ \t]\([^)\n]{{2,60}}\))?"


@cache
def _datelines() -> tuple[re.Pattern[str], ...]:
    """The forms of a dateline: after its place stand an agency, a day, or only a dash."""
    day, dash = rf"(?P<day>{_day_pattern()})", r"[ \t]?(?:--?|–|—|:)[ \t]?"
    agency = rf"[ \t]?[(/](?P<agency>{_agencies()})[^)\n/]{{0,40}}[)/]\.?"
    name = r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.-]+(?:[ /-][A-Z\u00c0-\u00de][A-Z\u00c0-\u00de'’.]+){0,3}"
    small = r"[A-Z][\w’'-]+(?: (?:(?:of|and)(?: the)? )?[A-Z][\w’'-]+){0,3}"
    place = rf"(?!(?:{_no_places()})\b)(?P<place>{name}(?:, (?!{_day_pattern()}){small})?)"
    forms = (
        rf"{place}(?:[,.]?[ \t]{day})?\.?{agency}(?:{dash})?",
        rf"{place}(?:[,.]?[ \t]{day}(?:{dash}|$)|[ \t]?\({day.replace('day', 'dated')}\)(?:{dash})?)",
        rf"{place}[ \t]?(?:--?|–|—)[ \t]",
        rf"{place}{_old_wire()}{dash}",
        rf"(?P<place>{small})(?:,[ \t]{day})?[ \t]?\((?P<agency>{_agencies()})[^)\n]{{0,60}}\){dash}",
        rf"(?P<place>{small}),[ \t]{day}:[ \t]",
        rf"(?:{day})?[ \t]?\((?P<agency>{_agencies()})\){dash}",
    )
    return tuple(re.compile(rf"^[ \t\xa0]*{form}", re.MULTILINE) for form in forms)


def _agencies() -> str:
    return _any(read_lexicon("en", "sentences")["agencies"]["words"])


def _no_places() -> str:
    return _any(read_lexicon("en", "sentences")["no_places"]["words"])


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, set(words)), key=lambda word: (-len(word), word)))


@cache
def _stamp() -> re.Pattern[str]:
    weekdays = "|".join([*_weekdays("words"), *_weekdays("short")])
    numeric = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d\d-\d\d"
    written = rf"(?:(?:{weekdays}),?\s)?{_day_pattern()}"
    lead = r"(?:(?:Published|Posted|Updated|Last updated at|Last updated|Date of publication)[:]?\s)?"
    clock = r"(?:\sat)?(?:,?\s\d{2}:?\d{2}(?:\s?[AP]M)?)?"
    return re.compile(rf"\s*{lead}(?:{numeric}|{written}(?<=\d{{4}})){clock}(?=\s[A-Z0-9“\"‘])")


@cache
def _credit() -> re.Pattern[str]:
    """The headline after a stamp, closed by an agency: "Rebel fire kills 14 AFP A barrage of …"."""
    return re.compile(rf"[^.!?\n]{{10,160}}\s(?:{_agencies()})(?=\s[A-Z][a-z]*\s[a-z])")


@cache
def _byline() -> re.Pattern[str]:
    weekdays = "|".join(_weekdays("words"))
    return re.compile(rf"\b(?:{_agencies()})\s(?:{weekdays})\s{_day_pattern()}(?<=\d{{4}})(?=\s[A-Z0-9“\"‘])")


def _weekdays(key: str) -> list[str]:
    return list(read_lexicon("en", "dates")["weekdays"][key])
