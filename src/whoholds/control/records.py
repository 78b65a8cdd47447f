"""Claimers' records: how many of their claims were borne out, refuted, or are still open."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from whoholds.control.table import control_table
from whoholds.control.trials import BORNE_OUT, OPEN, REFUTED, Trial, claimer_of
from whoholds.control.trust_table import error_of, letter_of, trust_table
from whoholds.picture import ResolvedClaim

Z = 1.96  # standard deviations of an interval that holds 95 % of the probability


@dataclass(frozen=True, slots=True)
class ClaimerRecord:
    """What came of one claimer's claims of one kind (own gain, admission, denial, neutral).

    `share` of the settled claims was borne out, `low` to `high` its 95 % interval (Wilson, "Probable
    inference", 1927); None while nothing is settled. Letters A to F: `prior` by the class of the claimer,
    `learnt` by what came of the claims, those of the prior counted with them (None while nothing is settled),
    `pinned` by an analyst.
    """

    claimer: str
    side: str | None
    kind: str
    borne_out: int
    refuted: int
    open: int
    prior: str
    learnt: str | None
    pinned: str | None

    @property
    def settled(self) -> int:
        """How many are borne out or refuted."""
        return self.borne_out + self.refuted

    @property
    def share(self) -> float | None:
        """The share (0 to 1) of the settled claims that was borne out."""
        return self.borne_out / self.settled if self.settled else None

    @property
    def low(self) -> float | None:
        """The lower end of the interval of the share."""
        return wilson(self.borne_out, self.settled)[0] if self.settled else None

    @property
    def high(self) -> float | None:
        """The upper end of the interval of the share."""
        return wilson(self.borne_out, self.settled)[1] if self.settled else None


def claimer_records(found: Iterable[Trial]) -> tuple[ClaimerRecord, ...]:
    """The records of all claimers, those with most claims first; one for each claimer, side and kind."""
    groups: dict[tuple[str, str | None, str], list[Trial]] = defaultdict(list)
    for one in found:
        groups[claimer_of(one.claim).casefold(), one.claim.side, one.kind].append(one)
    records = [_record(told) for told in groups.values()]
    return tuple(
        sorted(
            records,
            key=lambda one: (-one.settled - one.open, one.claimer.casefold(), one.side or "", one.kind),
        )
    )


def _record(told: list[Trial]) -> ClaimerRecord:
    outcomes = Counter(one.outcome for one in told)
    start = Counter(sorted(one.start for one in told)).most_common(1)[0][0]
    right, wrong = outcomes[BORNE_OUT], outcomes[REFUTED]
    ratio, last = control_table().ratios[start].value, told[-1].claim
    return ClaimerRecord(
        claimer=claimer_of(last),
        side=last.side,
        kind=told[-1].kind,
        borne_out=right,
        refuted=wrong,
        open=outcomes[OPEN],
        prior=control_table().admiralty[start],
        learnt=letter_of(1.0 - shrunk_error(ratio, right, wrong)) if right + wrong else None,
        pinned=last.grade,
    )


def shrunk_error(start: float, right: float, wrong: float) -> float:
    """The share of wrong claims, with those that the starting ratio stands for counted in."""
    prior = trust_table().learning.prior_cases
    error = error_of(start)
    return (prior * error + wrong) / (prior + right + wrong)


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share, by Wilson's score; (0, 1) where nothing was counted."""
    if not of:
        return 0.0, 1.0
    share, spread = hits / of, Z * Z / of
    middle = (share + spread / 2) / (1 + spread)
    half = Z / (1 + spread) * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return (0.0 if not hits else middle - half), (1.0 if hits == of else middle + half)


def mark_graded(claims: Sequence[ResolvedClaim], grades: Mapping[str, str]) -> tuple[ResolvedClaim, ...]:
    """The claims in their order; those of a claimer, or a side, with a pinned letter are marked with it."""
    if not grades:
        return tuple(claims)
    letters = {name.casefold(): letter for name, letter in grades.items()}
    return tuple(replace(one, grade=_letter(claimer_of(one), one.side, letters)) for one in claims)


def _letter(claimer: str, side: str | None, letters: Mapping[str, str]) -> str | None:
    """The letter pinned for a claimer: its own, else that of the side that it speaks for."""
    own = letters.get(claimer.casefold())
    return own if own is not None or side is None else letters.get(side.casefold())
