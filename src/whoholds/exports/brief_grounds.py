"""What a state in a brief stands on: wanted claims that speak for it, and how many the filters leave out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from whoholds.control.evidence import day_of
from whoholds.picture import ControlState, Evidence, ResolvedClaim


@dataclass(frozen=True, slots=True)
class Grounds:
    """Wanted claims that speak for a state, newest first; where no claim at all speaks for it, those that are
    evidence, else any there. `left_out`: how many that speak for it the filters leave out."""

    told: tuple[ResolvedClaim, ...]
    left_out: int = 0

    def left_words(self) -> str:
        """ "2 claims that the filters leave out speak for it"; nothing where none does."""
        if not self.left_out:
            return ""
        if self.left_out == 1:
            return "1 claim that the filters leave out speaks for it"
        return f"{self.left_out} claims that the filters leave out speak for it"


def grounds_of(
    state: ControlState, on: date, wanted: Mapping[str, ResolvedClaim], here: Iterable[str]
) -> Grounds:
    """What a state stands on: of the evidence up to its day, else of the claims at its place (`here`)."""
    rows = [row for row in state.evidence if row.day <= on]
    speaking = dict.fromkeys(row.claim for row in rows if _speaks_for(row, state))
    if speaking:
        told = [name for name in speaking if name in wanted]
        return Grounds(newest_first(told, wanted), len(speaking) - len(told))
    evidence = [row.claim for row in rows if row.claim in wanted]
    return Grounds(newest_first(evidence or here, wanted))


def newest_first(names: Iterable[str], wanted: Mapping[str, ResolvedClaim]) -> tuple[ResolvedClaim, ...]:
    """Those of the claims that are wanted, the newest first."""
    found = [wanted[name] for name in dict.fromkeys(names) if name in wanted]
    return tuple(sorted(found, key=lambda claim: (day_of(claim), claim.known_from, claim.id), reverse=True))


def _speaks_for(row: Evidence, state: ControlState) -> bool:
    """True when a row raises the state explained against another one."""
    explained = row.weights.get(state.explains or "", 0.0)
    return explained > min(row.weights.values(), default=0.0) or explained > 0
