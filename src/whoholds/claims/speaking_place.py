"""Where somebody only speaks: "In Kabul, the ministry confirmed that the city had fallen" is of another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from whoholds.claims.context import ReportWords
from whoholds.lexicon import word_set
from whoholds.text.places import PlaceMention
from whoholds.text.reporting import reporting_verbs

_REACH = 90  # characters around a name in which the word of saying stands


def without_speaking_places(named: Sequence[PlaceMention], report: ReportWords) -> list[PlaceMention]:
    """The places that "the city" can mean: where no other is named, a town in which somebody speaks may be
    meant, but no seat of government and none abroad."""
    others = [one for one in named if not speaks_there(one, report.text)]
    return others or [one for one in named if not _is_seat_or_abroad(one, report)]


def speaks_there(mention: PlaceMention, text: str) -> bool:
    """True for the place where words are said to be said, not by those who live there."""
    start, end = mention.span.start, mention.span.end
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    if _said_in().search(before) is not None:
        return True
    if _apart().search(before) is not None and _says().match(behind) is not None:
        return True
    then = _then().match(behind) if _front().search(before) is not None else None
    return then is not None and word_set("sides", "bystanders").isdisjoint(then["who"].lower().split())


def _is_seat_or_abroad(mention: PlaceMention, report: ReportWords) -> bool:
    place = mention.place
    if not place.country or not speaks_there(mention, report.text):
        return False
    seat = report.gazetteer.capital_of(f"iso:{place.country}")
    return place.country != report.country or (seat is not None and seat.id == place.id)


@cache
def _verbs() -> str:
    return "|".join(sorted(map(re.escape, reporting_verbs()), key=len, reverse=True))


@cache
def _front() -> re.Pattern[str]:
    """ "In Kabul", "Speaking in the capital, Kabul", where a sentence or clause begins."""
    capital = r"(?:the\s+(?:\w+\s+)?capital,?\s+)?"
    return re.compile(
        rf"(?:^|[.!?;:\n“\"”] *|, )(?:(?:[Ss]peaking|[Tt]alking)\s+)?(?:[Ii]n|[Ff]rom)\s+{capital}$"
    )


@cache
def _then() -> re.Pattern[str]:
    """Who says it right behind that, and the word of saying."""
    return re.compile(rf",? (?P<who>(?:[\w.’'-]+ ){{0,8}}?)(?:{_verbs()})\b")


@cache
def _said_in() -> re.Pattern[str]:
    """ "Said in", "told a news conference in", "told reporters on Monday from"."""
    beside = "|".join(sorted(word_set("pointing", "audiences")))
    deeds = "|".join(sorted(word_set("pointing", "audiences", "deeds")))
    return re.compile(
        rf"\b(?!(?:{deeds})\b)(?:{_verbs()})(?: (?:{beside}))* (?:in|from) (?:the (?:\w+ )?capital,? )?$"
    )


@cache
def _apart() -> re.Pattern[str]:
    return re.compile(r", (?:speaking )?(?:in|from) $")


@cache
def _says() -> re.Pattern[str]:
    return re.compile(rf", (?:{_verbs()})\b")
