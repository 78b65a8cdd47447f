"""Which colour each party has: one in all of a record, whatever the day and the moment of knowledge."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from whoholds.control.chain import OTHER
from whoholds.control.positions import CONTESTED, position_of
from whoholds.errors import InputError
from whoholds.exports.symbology import symbology
from whoholds.model import content_key
from whoholds.picture import Recorded, ResolvedClaim

NO_PARTY = frozenset((OTHER, CONTESTED))  # who is not named, and that a place is contested
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def parties_told(claims: Iterable[ResolvedClaim], reports: Iterable[Recorded]) -> tuple[str, ...]:
    """The parties that claims put somewhere or not, those first that the record came to know of first.

    The report that was recorded first goes before (by ledger sequence), then the claim that was known first:
    `claims` stand in that order. So what is recorded later, of whatever day, moves none of them.
    """
    entered = {one.report.key: one.seq for one in reports}
    told = sorted(claims, key=lambda claim: entered.get(claim.claim.report, 0))
    named = (one.party for one in map(position_of, told) if one is not None and one.party is not None)
    return tuple(name for name in dict.fromkeys(named) if name not in NO_PARTY)


def preferred(name: str) -> list[str]:
    """The palette as a party prefers it: its own colour of `symbology.json` first, then by its name."""
    palette: list[str] = symbology()["palette"]
    own = symbology()["parties"].get(name)
    return sorted(palette, key=lambda colour: (colour != own, content_key("colour", name, colour)))


def colours_of(
    order: Sequence[str], chosen: Mapping[str, str] | None = None, others: Iterable[str] = ()
) -> dict[str, str]:
    """A colour (#rrggbb) for each party: the chosen one, else the first of `preferred` that nobody has.

    So a party has mostly the same colour in every record, and none moves by what is recorded later: `order`
    takes them in turn, as `parties_told` gives it of a whole record. Those beyond the palette, and `others`,
    whom no claim puts anywhere, share one grey and are told apart by words. Raises `InputError` for
    a chosen colour that is not six hexadecimal digits after "#".
    """
    given = chosen or {}
    for name, colour in given.items():
        if _COLOUR.fullmatch(colour) is None:
            raise InputError(f"The colour {colour!r} of {name} is not of the form #rrggbb, such as #332288.")
    taken = {colour.upper() for colour in given.values()}
    beyond, found = symbology()["beyond_palette"], dict[str, str]()
    for name in order:
        free = (colour for colour in preferred(name) if colour not in taken)
        found[name] = given.get(name) or next(free, beyond)
        taken.add(found[name])
    return {name: given.get(name) or beyond for name in others} | found
