"""Keys of who says so: the voice, the origin that is counted, the family whose weight is limited."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from whoholds.lexicon import read_ontology
from whoholds.model import Factuality
from whoholds.ontology import event_types
from whoholds.picture import ResolvedClaim
from whoholds.unnamed import UNNAMED_MEDIA

WORD = re.compile(r"[^\W_]+")
SIDE = "side "  # begins the key of who speaks for a side; folded words have no space
ANY_SIDE = "any side "  # begins, in a key, the words for people of a side that is not told
GAINS = ("actor_holds", "contested")  # meanings of types by which the actor gains


def voice_of(claim: ResolvedClaim) -> str:
    """Who says so, as one key: the named claimer, else what carried the words, the outlet, the report.

    An unnamed claimer ("residents") is somebody of this outlet's, or of the agency or outlet whose story it
    is; a medium is the same wherever quoted, and so are media that nobody names ("local media").
    """
    home = home_of(claim)
    if claim.claimer is None or claim.claim.attribution.unnamed or claim.claimer == "unnamed":
        return home
    if claim.relayed_by == UNNAMED_MEDIA:
        return home
    said = fold_words(claim.claimer)
    if claim.side is not None:
        return f"{SIDE}{fold_words(claim.side)}: {said}"
    if is_named(claim.claimer):
        return said
    return f"{home}: {ANY_SIDE if is_of_any_side(claim.claimer) else ''}{said}"


def origin_of(claim: ResolvedClaim, voice: str) -> str:
    """The origin that is counted: the side that speaks, else the voice; of a copy that of what it copies.

    Officials and soldiers of a side that is not told ("officials", "the military"), and whoever is only
    "they", may all be the party's of whose gain they tell: of that they are one origin, in whatever outlets.
    """
    if voice.startswith(SIDE):
        return voice.partition(":")[0]
    if claim.side is not None:
        return f"{SIDE}{fold_words(claim.side)}"
    gains = event_types()[claim.claim.type].control in GAINS
    if f": {ANY_SIDE}" in voice and gains and claim.claim.factuality is not Factuality.DENIED:
        return f"{ANY_SIDE}{fold_words(claim.actor)}"
    return voice


def family_of(claim: ResolvedClaim) -> str:
    """The family a claim's weight is limited with: the side that speaks, else the outlet."""
    if claim.side is not None:
        return f"{SIDE}{fold_words(claim.side)}"
    return home_of(claim)


def home_of(claim: ResolvedClaim) -> str:
    """What carried the words: the medium, the agency credited, the outlet, the report."""
    return fold_words(claim.relayed_by or claim.credited or claim.outlet or f"report {claim.claim.report}")


@lru_cache(maxsize=4096)
def is_named(claimer: str) -> bool:
    """True for a proper name: a known agency, or two words or more of which each long one is capitalised."""
    words = WORD.findall(claimer)
    if len(words) == 1:
        return words[0].casefold() in read_ontology("control")["words"]["agencies"]
    return bool(words) and all(word[0].isupper() for word in words if len(word) > 3)


@lru_cache(maxsize=4096)
def is_of_any_side(claimer: str) -> bool:
    """True for people of a party that is not told, without a name: "officials", "the military", "they"."""
    said = read_ontology("control")["words"]
    folded = [word.casefold() for word in WORD.findall(claimer)]
    if len(folded) == 1 and folded[0] in said["pronouns"]:
        return True
    words = f" {' '.join(folded)} "
    told = [name for name in ("monitor", "media", "resident", "official") if _any_of(words, said[name])]
    return told == ["official"]


def _any_of(words: str, listed: Iterable[str]) -> bool:
    return any(f" {word} " in words for word in listed)


@lru_cache(maxsize=4096)
def fold_words(words: str | None) -> str:
    """Words without case and signs, as one word."""
    return "".join(WORD.findall(words.casefold())) if words else ""
