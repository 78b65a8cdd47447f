"""Whether what is said of a place speaks for a holder or against it."""

from __future__ import annotations

from whoholds.control.positions import ATTACKS, CONTESTED, HOLDS, NOT, Position


def supports(position: Position, holder: str) -> bool:
    """True when a position speaks for a holder: it holds the place, or another party does not."""
    if position.act == HOLDS:
        return position.party == holder
    return position.act == NOT and position.party != holder


def keeps(position: Position, holder: str) -> bool:
    """True when a position speaks for a holder, or another party attacks the place and so hardly holds it."""
    return supports(position, holder) or (position.act == ATTACKS and position.party != holder)


def opposes(position: Position, holder: str | None) -> bool:
    """True when a position contradicts that `holder` (None: nobody alone) holds the place.

    That the holder's own forces are inside it contradicts nothing.
    """
    if position.party == CONTESTED:
        return holder is not None
    if position.act == HOLDS:
        return position.party != holder
    if position.act == NOT:
        return position.party == holder
    return position.act == CONTESTED and holder is not None and position.party != holder
