"""Why a place is not held, or not even leaning: which rule of the words is not fulfilled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from whoholds.control.case import Case, Setting, prepare
from whoholds.control.chain import OTHER
from whoholds.control.finding import TOLD, Finder
from whoholds.control.positions import CONTESTED
from whoholds.picture import ControlState, ResolvedClaim

PROBABILITY, ORIGINS, NAMED = "probability", "origins", "named"


@dataclass(frozen=True, slots=True)
class Lack:
    """A rule of `word` ("held", "leaning", "contested") that `party` (or "contested") does not fulfil.

    `rule` is "probability" (it has `have`, `need` is needed), "origins" (independent ones; an admission by
    the loser or verified pictures would do too), "named" (nobody says that it holds the place), "told" (no
    more is told for it than against it, so that only the prior speaks for it), "entered" (others are inside,
    and only its own side has spoken for it since), "disputed" (nobody stands by it without an interest, and
    it is told otherwise), "boasted" (only its own side says that it took the place) or "vacant" (others left,
    and it came on a later day).
    """

    rule: str
    party: str
    word: str
    have: float
    need: float


def lacking(
    state: ControlState, claims: Sequence[ResolvedClaim], setting: Setting | None = None
) -> tuple[Lack, ...]:
    """The rules that keep the likeliest party from holding the place; none where it is held, contested, too
    old or not told of at all. `state` must be of these claims.
    """
    party = state.explains
    if party is None or party == OTHER or state.unknown_reason in ("none", "stale"):
        return ()
    case = prepare(state.place, claims, state.as_of, setting or Setting())
    limits = case.chain.table.status
    if state.status == "unknown":
        word = "contested" if party == CONTESTED else "leaning"
        if state.probability >= limits.leaning:
            finder = Finder(case)
            doubt = finder.doubt(party, state.on, finder.horizon(state.on))
            return (Lack(doubt or TOLD, party, word, 0, 1),)
        return (Lack(PROBABILITY, party, word, state.probability, limits.leaning),)
    return tuple(_of_held(case, state, party)) if state.status == "leaning" else ()


def _of_held(case: Case, state: ControlState, party: str) -> list[Lack]:
    limits = case.chain.table.status
    found = []
    if state.probability < limits.held:
        found.append(Lack(PROBABILITY, party, "held", state.probability, limits.held))
    finder = Finder(case)
    if not finder.is_named(party, state.on):
        found.append(Lack(NAMED, party, "held", 0, 1))
    if (origins := finder.origins(party, state.on)) is not None:
        found.append(Lack(ORIGINS, party, "held", *origins))
    return found
