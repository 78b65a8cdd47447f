"""How many independent voices stand behind claims: copies of one text and one claimer count once.

A story printed by twenty outlets is one voice; a spokesman quoted by five outlets is one voice; all who speak
for one side are one origin.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from whoholds.lexicon import read_ontology
from whoholds.picture import ResolvedClaim

WORD = re.compile(r"[^\W_]+")
SHINGLE = 4  # words
COPY_SHARE = 0.6  # of the shorter sentence's shingles
SHORTEST_COPY = 6  # words; shorter sentences are alike by chance


def voices(claims: Iterable[ResolvedClaim]) -> Mapping[str, str]:
    """The ultimate claimer of each claim, by claim id.

    Copies of one sentence take the voice of the first that was known. The order of the claims is free.
    """
    ordered = sorted(claims, key=lambda claim: (claim.known_from, claim.id))
    first = _first_of_copies(ordered)
    return {claim.id: voice_of(first[claim.id]) for claim in ordered}


def voice_of(claim: ResolvedClaim) -> str:
    """Who says so, as one key: the named claimer, else what carried the words, the outlet, the report.

    An unnamed claimer ("residents") is somebody of this outlet's; a medium is the same wherever quoted.
    """
    home = _fold(claim.relayed_by or claim.outlet) or f"report {claim.claim.report}"
    if claim.claimer is None or claim.claim.attribution.unnamed or claim.claimer == "unnamed":
        return home
    said = _fold(claim.claimer)
    if claim.side is not None:
        return f"{_fold(claim.side)}: {said}"
    return said if _is_named(claim.claimer) else f"{home}: {said}"


def origin_of(claim: ResolvedClaim, voice: str) -> str:
    """The origin that is counted: the side that speaks, else the voice."""
    return f"side {_fold(claim.side)}" if claim.side is not None else voice


def family_of(claim: ResolvedClaim) -> str:
    """The family a claim's weight is limited with: the side that speaks, else the outlet."""
    if claim.side is not None:
        return f"side {_fold(claim.side)}"
    return _fold(claim.relayed_by or claim.outlet) or f"report {claim.claim.report}"


def independent(claims: Sequence[ResolvedClaim]) -> int:
    """The number of independent origins behind claims."""
    voice = voices(claims)
    return len({origin_of(claim, voice[claim.id]) for claim in claims})


def _is_named(claimer: str) -> bool:
    """True for a proper name: a known agency, or two words or more of which each long one is capitalised."""
    words = WORD.findall(claimer)
    if len(words) == 1:
        return words[0].casefold() in read_ontology("control")["words"]["agencies"]
    return bool(words) and all(word[0].isupper() for word in words if len(word) > 3)


def _fold(words: str | None) -> str:
    return "".join(WORD.findall(words.casefold())) if words else ""


def _first_of_copies(ordered: Sequence[ResolvedClaim]) -> dict[str, ResolvedClaim]:
    """For each claim id the earliest claim whose sentence is the same, or nearly."""
    firsts: list[frozenset[str]] = []
    owners: list[ResolvedClaim] = []
    holding: dict[str, list[int]] = defaultdict(list)
    exact: dict[tuple[str, ...], int] = {}
    found: dict[str, ResolvedClaim] = {}
    for claim in ordered:
        words = tuple(WORD.findall(claim.quote.casefold()))
        if len(words) < SHORTEST_COPY:
            found[claim.id] = claim
            continue
        if words not in exact:
            exact[words] = _copied(words, firsts, holding)
        number = exact[words]
        if number == len(owners):
            owners.append(claim)
        found[claim.id] = owners[number]
    return found


def _copied(words: tuple[str, ...], firsts: list[frozenset[str]], holding: dict[str, list[int]]) -> int:
    """The number of the first sentence that this one copies; its own new number when it copies none."""
    shingles = frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    shared: dict[int, int] = defaultdict(int)
    for shingle in shingles:
        for number in holding.get(shingle, ()):
            shared[number] += 1
    for number in sorted(shared):
        if shared[number] >= COPY_SHARE * min(len(shingles), len(firsts[number])):
            return number
    number = len(firsts)
    firsts.append(shingles)
    for shingle in shingles:
        holding[shingle].append(number)
    return number
