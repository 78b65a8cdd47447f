"""The closed lists of words of the codebook: event types, factuality, precision, stages, verdicts."""

from __future__ import annotations

from enum import StrEnum


class EventType(StrEnum):
    """The 18 event types of the codebook; where two fit the same words, the earlier one is coded."""

    CAPTURE = "capture"
    HANDOVER = "handover"
    WITHDRAWAL = "withdrawal"
    HOLD = "hold"
    ENTRY = "entry"
    REPEL = "repel"
    SIEGE = "siege"
    CLASH = "clash"
    AIRSTRIKE = "airstrike"
    SHELLING = "shelling"
    EXPLOSION = "explosion"
    ATTACK_CIVILIANS = "attack_civilians"
    DESTRUCTION = "destruction"
    DETENTION = "detention"
    MOVEMENT = "movement"
    DISPLACEMENT = "displacement"
    ACCESS = "access"
    CEASEFIRE = "ceasefire"


class Factuality(StrEnum):
    """How far the claimer commits to what is said (FactBank)."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DENIED = "denied"
    FUTURE = "future"


class Precision(StrEnum):
    """How the event lies to the named place."""

    EXACT = "exact"
    PART = "part"
    NEAR = "near"
    DISTRICT = "district"
    PROVINCE = "province"
    COUNTRY = "country"


class Stage(StrEnum):
    """How far a truce has come."""

    CALLED_FOR = "called_for"
    ANNOUNCED = "announced"
    AGREED = "agreed"
    REFUSED = "refused"
    BROKEN = "broken"


class Verdict(StrEnum):
    """An analyst's verdict on a claim; `undo` takes back the last one, `reset` all that was judged before."""

    ACCEPT = "accept"
    REJECT = "reject"
    AMEND = "amend"
    UNDO = "undo"
    RESET = "reset"
