"""What the outlet of an armed group tells in its own voice: that group says so, and took what is taken."""

from __future__ import annotations

from whoholds.claims.context import ReportWords
from whoholds.falls import TAKING, tells_of_loss
from whoholds.model import Claim, Factuality
from whoholds.ontology import parties
from whoholds.outlets import side_of_outlet
from whoholds.roles import praises_itself


def voice_of_outlet(claim: Claim, words: ReportWords) -> str | None:
    """The armed group whose outlet tells a claim in its own voice: "we", "the enemy", and a town that is
    conquered are told as that group tells them. Of a state's outlet only what is liberated is told so."""
    teller, side = claim.attribution, side_of_outlet(words.report)
    if claim.coded is not None or teller.claimer is not None or teller.unnamed or side is None:
        return None
    party = parties().named(side)
    group = party is not None and party.is_group
    return side if group or praises_itself(claim, words, None) else None


def is_boasted(claim: Claim, words: ReportWords) -> bool:
    """True for "Goma is conquered", and "the heroic forces liberated Goma": no taker, or none with a name."""
    taken = claim.type in TAKING and claim.factuality is not Factuality.DENIED
    told = taken and not tells_of_loss(claim, words)
    return told and (claim.actor is None or praises_itself(claim, words, None))
