"""Rows weighed beside each other, part by part: what no new claim touches is not weighed again.

How much a row counts hangs on the rows of its voice, and then, by what these count for, on those of its
family. So what one voice tells, and then what one family tells, gives the same whatever others tell: at
another moment of knowledge, without another claim, by all but one origin. The result is that of `weigh` over
all rows. Forgetting changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whoholds.control.budgets import Factors, hold_to_budgets
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.moments import order_of
from whoholds.control.redundancy import cluster_factors, scaled
from whoholds.control.table import Redundancy
from whoholds.independence import family_of
from whoholds.picture import ResolvedClaim

MOST = 60_000  # rows of parts that were not asked about since as many others were: those may be forgotten
_Of = tuple[object, ...]
_Kept = dict[tuple[int, ...], tuple[_Of, Factors]]


class _Parts:
    """What was worked out lately, by the numbers of the objects of which it was: these are kept, so that the
    numbers are theirs."""

    def __init__(self) -> None:
        self.lately: _Kept = {}
        self.before: _Kept = {}
        self.rows = 0

    def of(self, key: tuple[int, ...]) -> Factors | None:
        """What was worked out of the objects with these numbers."""
        kept = self.lately.get(key)
        if kept is None and (kept := self.before.get(key)) is not None:
            self._keep(key, kept)
        return kept[1] if kept is not None else None

    def keep(self, key: tuple[int, ...], objects: _Of, factors: Factors) -> Factors:
        """Keep it; what nobody asked for since as many others were asked for is forgotten."""
        self._keep(key, (objects, factors))
        return factors

    def _keep(self, key: tuple[int, ...], kept: tuple[_Of, Factors]) -> None:
        self.rows += len(key)
        if self.rows > MOST:
            self.lately, self.before, self.rows = {}, self.lately, len(key)
        self.lately[key] = kept


_voices, _families = _Parts(), _Parts()


def weigh_in_groups(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in the one order; `voices` by claim id."""
    main = sorted((row for row in rows if not row.not_yet), key=order_of)
    by_voice: dict[str, list[Row]] = defaultdict(list)
    by_family: dict[str, list[Row]] = defaultdict(list)
    for row in main:
        by_voice[voices[row.claim.id]].append(row)
        by_family[_family(row)].append(row)
    told: dict[str, Factors] = {}
    for voice, mine in by_voice.items():
        told[voice] = _of_voice(mine, voices, numbers)
    factors: Factors = {}
    for mine in by_family.values():
        factors.update(_of_family(mine, [told[voices[row.claim.id]] for row in mine], numbers))
    return tuple(sorted((scaled(row, *factors[row.claim.id]) for row in rows), key=order_of))


def _of_voice(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> Factors:
    """What the rows of one voice, in order, count for by its own repetitions; the very same for the same."""
    key = (id(numbers), *map(id, rows))
    found = _voices.of(key)
    return found or _voices.keep(key, (numbers, *rows), cluster_factors(rows, voices, numbers))


def _of_family(rows: Sequence[Row], told: Sequence[Factors], numbers: Redundancy) -> Factors:
    """What the rows of one family, in order, count for; `told`: by voice, the very objects of `_of_voice`."""
    key = (id(numbers), *map(id, rows), *map(id, told))
    found = _families.of(key)
    if found is not None:
        return found
    factors = {row.claim.id: mine[row.claim.id] for row, mine in zip(rows, told, strict=True)}
    hold_to_budgets(rows, factors, numbers)
    return _families.keep(key, (numbers, *rows, *told), factors)


_named = Lately[ResolvedClaim, str]()


def _family(row: Row) -> str:
    """The family of a row's claim."""
    return _named.of(row.claim) or _named.keep(row.claim, family_of(row.claim))
