"""Rows weighed beside each other, part by part: what no new claim touches is not weighed again.

How much a row counts hangs on the rows of its voice, and then, by what these count for, on those of its
family. So what one voice tells, and then what one family tells, gives the same whatever others tell: at
another moment of knowledge, without another claim, by all but one origin. And what a voice or family told
first gives the same whatever it tells later. The result is that of `weigh` over all rows. Forgetting changes
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from whoholds.control.budgets import NOTHING, Budgets, Factor, Factors, Spending
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.moments import by_moment, moment_of, order_of
from whoholds.control.redundancy import Voice, cluster_factors, of_history, scaled
from whoholds.control.table import Redundancy
from whoholds.independence import family_of
from whoholds.picture import ResolvedClaim

Kept = TypeVar("Kept")
MOST = 60_000  # rows of groups that were not asked about since as many others were: those may be forgotten


@dataclass(slots=True)
class _Bout:
    """Rows of a voice with no longer silence between them than a cluster lasts: what they count for, and what
    the voice has said when they end."""

    rows: Sequence[Row]
    factors: Factors
    after: Voice


@dataclass(slots=True)
class _Spent:
    """Rows of a family, what each counts for by its voice and by the family, and what is spent after each."""

    rows: Sequence[Row]
    told: Sequence[Factor]
    factors: list[Factor]
    after: list[Spending | None]  # None: more is told at the same moment


class _Groups(Generic[Kept]):
    """What was worked out lately of groups of rows, by the first row of each: where a group begins like the
    one that is kept, it is weighed from there on."""

    def __init__(self) -> None:
        self._lately: dict[tuple[int, int], tuple[Redundancy, Row, Kept]] = {}
        self._before: dict[tuple[int, int], tuple[Redundancy, Row, Kept]] = {}
        self._rows = 0

    def of(self, first: Row, numbers: Redundancy) -> Kept | None:
        """What is kept of the group with a very first row."""
        key = (id(first), id(numbers))
        kept = self._lately.get(key) or self._before.get(key)
        return kept[2] if kept is not None else None

    def keep(self, rows: Sequence[Row], numbers: Redundancy, found: Kept) -> None:
        """Keep it; what nobody asked for since as many rows were asked for is forgotten.

        The first row and the numbers are kept with it, so that their ids stay their own.
        """
        self._rows += len(rows)
        if self._rows > MOST:
            self._lately, self._before, self._rows = {}, self._lately, len(rows)
        self._lately[id(rows[0]), id(numbers)] = (numbers, rows[0], found)


_voices, _families = _Groups[list[_Bout]](), _Groups[_Spent]()


def weigh_in_groups(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in the one order; `voices` by claim id."""
    main = sorted((row for row in rows if not row.not_yet), key=order_of)
    by_voice: dict[str, list[Row]] = defaultdict(list)
    by_family: dict[str, list[Row]] = defaultdict(list)
    for row in main:
        by_voice[voices[row.claim.id]].append(row)
        by_family[_family(row)].append(row)
    told: Factors = {}
    for voice, mine in by_voice.items():
        for bout in _of_voice(voice, mine, numbers):
            told.update(bout.factors)
    factors: Factors = {}
    for mine in by_family.values():
        spent = _of_family(mine, [told[row.claim.id] for row in mine], numbers)
        factors.update((row.claim.id, factor) for row, factor in zip(mine, spent.factors, strict=True))
    return tuple(sorted((scaled(row, *factors[row.claim.id]) for row in rows), key=order_of))


def _of_voice(voice: str, rows: Sequence[Row], numbers: Redundancy) -> list[_Bout]:
    """What the rows of one voice, in order, count for by its own repetitions, bout by bout."""
    kept = _voices.of(rows[0], numbers)
    found: list[_Bout] = []
    said, same = Voice(), kept is not None
    for number, (first, end) in enumerate(_bouts(rows, numbers.window_days)):
        mine = rows[first:end]
        if kept is not None and same and number < len(kept) and kept[number].rows == mine:
            found.append(kept[number])
        else:
            same = False
            said = Voice(dict(said.last), said.said)
            found.append(_Bout(mine, _of_bout(voice, mine, numbers, said), said))
        said = found[-1].after
    _voices.keep(rows, numbers, found)
    return found


def _bouts(rows: Sequence[Row], window: int) -> Iterator[tuple[int, int]]:
    """Where rows in order begin and end between which there are no more days of silence than a cluster lasts:
    what is told after a longer one is no part of a cluster before it."""
    first, before = 0, rows[0].evidence.day
    for number, row in enumerate(rows):
        day = row.evidence.day
        if (day - before).days > window:
            yield first, number
            first = number
        before = day
    yield first, len(rows)


def _of_bout(voice: str, rows: Sequence[Row], numbers: Redundancy, said: Voice) -> Factors:
    """What the rows of a bout count for; `said`: what the voice said before, to which they are added."""
    if len(rows) == 1:
        found = of_history(rows[0], said, numbers)
        said.note(rows)
        return {rows[0].claim.id: found}
    return cluster_factors(rows, {row.claim.id: voice for row in rows}, numbers, {voice: said})


def _of_family(rows: Sequence[Row], told: Sequence[Factor], numbers: Redundancy) -> _Spent:
    """What the rows of one family, in order, count for; `told`: what each counts for by its voice."""
    kept, budgets = _families.of(rows[0], numbers), Budgets.of(numbers)
    same = _shared(kept, rows, told) if kept is not None else 0
    found = _Spent(rows, told, *((kept.factors[:same], kept.after[:same]) if kept is not None else ([], [])))
    spending = (found.after[-1] if found.after else None) or NOTHING
    for together in by_moment(rows[same:]):
        mine: Factors = {row.claim.id: told[same + number] for number, row in enumerate(together)}
        spending = budgets.spend(spending, together, mine)
        found.factors += mine.values()
        found.after += [*([None] * (len(together) - 1)), spending]
        same += len(together)
    _families.keep(rows, numbers, found)
    return found


def _shared(kept: _Spent, rows: Sequence[Row], told: Sequence[Factor]) -> int:
    """How many rows are the same from the first on and count the same by their voices, up to the end of a
    moment of both."""
    most = min(len(rows), len(kept.rows))
    if kept.rows[:most] != rows[:most] or kept.told[:most] != told[:most]:
        pairs = zip(kept.rows, rows, kept.told, told, strict=False)
        most = next(at for at, (one, other, its, mine) in enumerate(pairs) if one is not other or its != mine)
    while most and (
        kept.after[most - 1] is None
        or (most < len(rows) and moment_of(rows[most]) == moment_of(rows[most - 1]))
    ):
        most -= 1
    return most


_named = Lately[ResolvedClaim, str]()


def _family(row: Row) -> str:
    """The family of a row's claim."""
    return _named.of(row.claim) or _named.keep(row.claim, family_of(row.claim))
