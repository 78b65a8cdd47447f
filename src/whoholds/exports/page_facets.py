"""The columns by which the page filters and counts claims: a number for each claim and property."""

from __future__ import annotations

from collections.abc import Iterable

from whoholds.control.evidence import day_of, is_baseline
from whoholds.control.positions import is_change, position_of
from whoholds.exports.filters import VALUES
from whoholds.exports.page_claims import Placed
from whoholds.exports.page_data import ColumnRow, Facets, day_number
from whoholds.picture import ResolvedClaim

NONE = -1  # what is not known, in a column


def facets(told: Placed) -> Facets:
    """The columns of the claims, in their order."""
    claims = told.claims
    says = {claim.id: position_of(claim) for claim in claims}

    def column(name: str, number: int = 0) -> ColumnRow:
        return _column(VALUES[name](claim)[number] for claim in claims)

    return {
        "place": [told.places[claim.place.id] if claim.place else NONE for claim in claims],
        "known": [day_number(claim.known_from.date()) for claim in claims],
        "published": [_published(claim) for claim in claims],
        "day": [day_number(day_of(claim)) for claim in claims],
        "back": [_taken_back(claim) for claim in claims],
        "party": [
            told.parties.get(said.party, NONE) if (said := says[claim.id]) and said.party else NONE
            for claim in claims
        ],
        "change": [int(is_change(claim)) for claim in claims],
        "voice": [NONE if is_baseline(claim) else int(claim.against_interest) for claim in claims],
        "origin": _column(told.origins[claim.id] for claim in claims)["at"],
        "printed": [told.printed[claim.claim.report] for claim in claims],
        "act": _column(said.act if (said := says[claim.id]) else None for claim in claims),
        "actor": column("party"),
        "recipient": column("party", 1),
        "claimer": column("claimer"),
        "side": column("side"),
        "outlet": column("outlet"),
        "type": column("type"),
        "factuality": column("factuality"),
        "precision": column("precision"),
        "judged": _column(claim.judged for claim in claims),
    }


def _published(claim: ResolvedClaim) -> int:
    return NONE if claim.published is None else day_number(claim.published)


def _taken_back(claim: ResolvedClaim) -> int:
    """The day from which it is known that a claim was taken back, as in its row."""
    if claim.retracted is None:
        return NONE
    return day_number((claim.retracted_from or claim.known_from).date())


def _column(values: Iterable[str | None]) -> ColumnRow:
    """The distinct values in order of their first claim, and the number of each claim's value."""
    numbers: dict[str, int] = {}
    at = [NONE if one is None else numbers.setdefault(one, len(numbers)) for one in values]
    return {"values": list(numbers), "at": at}
