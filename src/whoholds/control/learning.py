"""What is learnt from settled claims: one table for each class of claimer × interest × act.

Each settled claim was right or wrong; one told with a hedge, or long before the cut-off, counts less. Where
nearly all places fell, who cried that they fell was nearly always right: so what was right is weighed by how
often such a claim would have been wrong, and the other way round, as in a war in which both are as frequent.
What would have been true is asked of the settled claims of the same class, for who speaks without an interest
speaks of what he sees; of who speaks for a side, of all settled places, for he is silent where he has nothing
to boast of. The share of errors is that of the cell, with those that the starting ratio stands for counted in
(the mean of a Dirichlet with two outcomes). Method: the confusion tables of Dawid and Skene, "Maximum
likelihood estimation of observer error-rates" (1979), with one error rate for both outcomes.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from whoholds.control.claimers import Interest
from whoholds.control.positions import HOLDS, Position, position_of
from whoholds.control.records import shrunk_error
from whoholds.control.table import control_table
from whoholds.control.trials import BORNE_OUT, OPEN, Trial
from whoholds.control.trust_table import error_of, trust_table
from whoholds.trust import Cell, Fit

DAY = 86400.0  # seconds
LEAST = 0.05  # weight of settled claims; what is less is shown as none, and teaches nothing


def learn(found: Iterable[Trial], until: datetime) -> Fit:
    """What the trials of claims known by `until` teach; without the cells of which nothing can be learnt."""
    settled = [one for one in found if one.outcome != OPEN and one.claim.known_from <= until]
    cells: dict[str, list[Trial]] = defaultdict(list)
    for one in settled:
        cells[one.cell].append(one)
    made = [_cell(name, cells[name], _holders(name, settled), until) for name in sorted(cells)]
    return Fit(until, tuple(cell for cell in made if cell.right + cell.wrong >= LEAST))


def _holders(name: str, settled: Sequence[Trial]) -> Counter[str | None]:
    """Who held how many of the places of which claims of this kind might have been made."""
    kind, interest, _ = name.split("/")
    if interest == Interest.NEUTRAL:
        return Counter(one.holder for one in settled if one.cell.startswith(f"{kind}/{interest}/"))
    places = {(one.claim.place.id, one.holder) for one in settled if one.claim.place is not None}
    return Counter(holder for _, holder in places)


def _cell(name: str, told: Sequence[Trial], holders: Counter[str | None], until: datetime) -> Cell:
    kind, interest, act = name.split("/")
    balanced = [_balanced(one, holders) * _weight(one, until) for one in told]
    pairs = list(zip(told, balanced, strict=True))
    right = math.fsum(weight for one, weight in pairs if one.outcome == BORNE_OUT)
    wrong = math.fsum(weight for one, weight in pairs if one.outcome != BORNE_OUT)
    start = control_table().starting(kind, act).value
    least = min(trust_table().learning.floor, error_of(start))
    error = min(max(shrunk_error(start, right, wrong), least), 0.5)
    ratio = round((1.0 - error) / error, 2)
    return Cell(kind, interest, act, round(right, 4), round(wrong, 4), len(told), ratio)


def _balanced(one: Trial, holders: Counter[str | None]) -> float:
    """Of a claim that was right, twice the share of places where it would have been wrong (or right)."""
    position = position_of(one.claim)
    would = sum(count for holder, count in holders.items() if _would_be_true(position, holder))
    true = would / holders.total()
    return 2.0 * (1.0 - true if one.outcome == BORNE_OUT else true)


def _would_be_true(position: Position | None, holder: str | None) -> bool:
    return position is not None and (position.party == holder) == (position.act == HOLDS)


def _weight(one: Trial, until: datetime) -> float:
    claim = one.claim
    hedge = control_table().hedges["unverified" if claim.claim.unverified else claim.claim.factuality.value]
    age = (until - claim.known_from).total_seconds() / DAY
    return float(hedge * 0.5 ** (age / trust_table().learning.half_life))
