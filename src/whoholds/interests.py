"""What a claim does for the side of who says so: for its interest or against it (codebook 2.5)."""

from __future__ import annotations

from whoholds.model import EventType, Factuality
from whoholds.ontology import event_types


def interest(
    kind: EventType, factuality: Factuality, side: str | None, *, actor: str | None, recipient: str | None
) -> str | None:
    """ "own", "against" or None: what the claim does for the claimer's side. A denial turns it round."""
    meaning = event_types()[kind].control
    if side is None or meaning in ("none",):
        return None
    if meaning in ("actor_holds", "contested", "besieged"):
        gain = "own" if side == actor else "against" if side == recipient else None
        if kind is EventType.CLASH:
            gain = None
    elif meaning == "actor_leaves":
        gain = "against" if side == actor else "own" if recipient is None or side == recipient else None
    else:
        gain = None
    if gain is not None and factuality is Factuality.DENIED:
        gain = {"own": "against", "against": "own"}[gain]
    return gain
