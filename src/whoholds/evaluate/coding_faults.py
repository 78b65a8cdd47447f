"""What cannot be right about a claim that a person coded, in one sentence: better told than scored."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from whoholds.evaluate.coding import CodedClaim

KEYS = (
    "quote", "start_char", "end_char", "type", "trigger", "actor", "recipient", "place", "lat", "lon",
    "precision", "start", "end", "claimer", "side", "relayed_by", "factuality", "unverified", "figures",
    "optional", "ongoing", "stage", "inferred", "note",
)  # fmt: skip
SHOWN = 60  # characters of a quotation


def fault_of(claim: CodedClaim, row: Mapping[str, Any], text: str) -> str | None:
    """The fault of a claim as it was written in `row`; None where there is none.

    A quotation that does not stand in the text, or stands there twice without saying which; days in the
    wrong order; a key that is one of the codebook's but for a slip of the pen.
    """
    shown = claim.quote[:SHOWN] + ("…" if len(claim.quote) > SHOWN else "")
    if claim.quote not in text:
        return f"the quote {shown!r} does not stand in the text. Copy it exactly."
    if not isinstance(row.get("start_char"), int) and text.count(claim.quote) > 1:
        return f"the quote {shown!r} stands in the text more than once. Say which with start_char."
    if claim.start is not None and claim.end is not None and claim.end < claim.start:
        return f"it ends ({claim.end}) before it starts ({claim.start}). Correct one of the days."
    for key in row:
        meant = get_close_matches(key, KEYS, n=1, cutoff=0.8) if key not in KEYS else []
        if meant:
            return f"there is no field {key!r}. Did you mean {meant[0]!r}?"
    return None
