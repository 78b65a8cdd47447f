"""Whether a claim about a province or a district says it of the area, or of something that lies in it."""

from __future__ import annotations

import re
from functools import cache

from whoholds.lexicon import word_set
from whoholds.model import Precision
from whoholds.picture import ResolvedClaim

AREAS = frozenset({Precision.DISTRICT, Precision.PROVINCE, Precision.COUNTRY})
LISTED = r"(?:[\w'’-]+(?:, and|,| and) ){0,5}"  # the names before it in a list
REACH = 80  # characters before a name in which the words that tell it stand


def is_of_the_area(claim: ResolvedClaim) -> bool:
    """False for "captured a village in Idlib province", "holds three districts of Helmand": none of it, or
    some of it; True for "captured Idlib province", "holds most of Helmand", and where nothing tells."""
    at = _begins(claim) if claim.precision in AREAS else None
    if at is None:
        return True
    before = claim.quote[max(0, at - REACH) : at].lower()
    return _inside().search(before) is None and _some_of().search(before) is None


def _begins(claim: ResolvedClaim) -> int | None:
    """Where in the quotation the area is named or pointed to; None where it is not."""
    place = claim.claim.place
    if place is None:
        found = claim.quote.find(claim.place_name) if claim.place_name else -1
        return found if found >= 0 else None
    span, quote = place.said or place.span, claim.claim.quote
    return span.start - quote.start if span.within(quote) else None


@cache
def _inside() -> re.Pattern[str]:
    """ "In the northern province of"."""
    within = _any("within", "area_in")
    return re.compile(rf"\b(?:{within}) (?:of )?{_described()}$")


@cache
def _some_of() -> re.Pattern[str]:
    """ "Three districts of", "large parts of the province of"."""
    some = "|".join(rf"{re.escape(word)}(?:s|es)?" for word in sorted(_pieces()))
    return re.compile(rf"\b(?:{some}) (?:[a-z-]+ )?of {_described()}$")


def _pieces() -> frozenset[str]:
    kinds = ("settlement", "facility", "part", "near")
    told = (word_set("nouns", "places", kind) for kind in kinds)
    return frozenset().union(*told, word_set("nouns", "shares", "pieces")) - {"most", "capital"}


def _described() -> str:
    kinds = _any("areas", "province")
    said = r"(?:both |all |the |its |their )*(?:[a-z-]+ern |[a-z]+-[a-z]+ )*"
    return rf"{said}(?:(?:{kinds})s? of )?(?:the )?{LISTED}"


def _any(table: str, key: str) -> str:
    return "|".join(sorted(map(re.escape, word_set("pointing", table, key)), key=len, reverse=True))
