"""Rows weighed beside each other, part by part: what no new claim touches is not weighed again.

How much a row counts hangs on the rows of its voice, and then, by what these count for, on those of its
family. So what one voice tells, and then what one family tells, gives the same whatever others tell: at
another moment of knowledge, without another claim, by all but one origin. And what a voice or family told
first gives the same whatever it tells later. The result is that of `weigh` over all rows. Forgetting changes
nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from whoholds.control.budgets import NOTHING, Budgets, Factor, Factors, Spending
from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.moments import by_moment, in_order, moment_of
from whoholds.control.redundancy import Voice, cluster_factors, of_history, scaled
from whoholds.control.table import Redundancy
from whoholds.picture import ResolvedClaim
from whoholds.voice_keys import family_of

State = TypeVar("State")
EACH = 8  # rows of a group; of the states after so many one is kept
MOST = 60_000  # rows of groups that were not asked about since as many others were: those may be forgotten


@dataclass(slots=True)
class _Course(Generic[State]):
    """Rows of a group in order, what each counted for before and counts for now, and the state after some of
    them, from which it can be gone on (None: not kept, or amid what belongs together)."""

    rows: Sequence[Row]
    told: Sequence[Factor]
    factors: list[Factor]
    after: list[State | None]

    def note(self, factors: Iterable[Factor], state: State, *, last: bool) -> None:
        """Add what rows that belong together count for; of the states after them some are kept."""
        begun = len(self.factors) // EACH
        self.factors += factors
        keep = last or len(self.factors) // EACH > begun
        self.after += [None] * (len(self.factors) - len(self.after))
        self.after[-1] = state if keep else None


class _Groups(Generic[State]):
    """What was worked out lately of groups of rows, by the first row of each: where a group begins like the
    one that is kept, it is weighed from there on."""

    def __init__(self) -> None:
        self._lately: dict[tuple[int, int], tuple[Redundancy, Row, _Course[State]]] = {}
        self._before: dict[tuple[int, int], tuple[Redundancy, Row, _Course[State]]] = {}
        self._rows = 0

    def of(self, first: Row, numbers: Redundancy) -> _Course[State] | None:
        """What is kept of the group with a very first row."""
        key = (id(first), id(numbers))
        kept = self._lately.get(key) or self._before.get(key)
        return kept[2] if kept is not None else None

    def keep(self, found: _Course[State], numbers: Redundancy) -> _Course[State]:
        """Keep it; what nobody asked for since as many rows were asked for is forgotten.

        The first row and the numbers are kept with it, so that their ids stay their own.
        """
        self._rows += len(found.rows)
        if self._rows > MOST:
            self._lately, self._before, self._rows = {}, self._lately, len(found.rows)
        self._lately[id(found.rows[0]), id(numbers)] = (numbers, found.rows[0], found)
        return found


_voices, _families = _Groups[Voice](), _Groups[Spending]()


def weigh_in_groups(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in the one order; `voices` by claim id."""
    main = in_order(row for row in rows if not row.not_yet)
    by_voice: dict[str, list[Row]] = defaultdict(list)
    by_family: dict[str, list[Row]] = defaultdict(list)
    for row in main:
        by_voice[voices[row.claim.id]].append(row)
        by_family[_family(row)].append(row)
    told: Factors = {}
    for voice, mine in by_voice.items():
        told.update(zip(_ids(mine), _of_voice(voice, mine, numbers), strict=True))
    factors: Factors = {}
    for mine in by_family.values():
        ids = _ids(mine)
        factors.update(zip(ids, _of_family(mine, [told[name] for name in ids], numbers), strict=True))
    return tuple(in_order(scaled(row, *factors[row.claim.id]) for row in rows))


def _ids(rows: Sequence[Row]) -> list[str]:
    return [row.claim.id for row in rows]


def _of_voice(voice: str, rows: Sequence[Row], numbers: Redundancy) -> Sequence[Factor]:
    """What the rows of one voice, in order, count for by its own repetitions, bout by bout."""
    kept = _voices.of(rows[0], numbers)

    def apart(one: Row, other: Row) -> bool:
        return (other.evidence.day - one.evidence.day).days > numbers.window_days

    found, said = _begun(kept, rows, (), apart)
    said = said or Voice()
    for first, end in _bouts(rows, len(found.factors), numbers.window_days):
        mine = rows[first:end]
        said = Voice(dict(said.last), said.said)
        factors = _of_bout(voice, mine, numbers, said)
        found.note((factors[row.claim.id] for row in mine), said, last=end == len(rows))
    return _voices.keep(found, numbers).factors


def _begun(
    kept: _Course[State] | None,
    rows: Sequence[Row],
    told: Sequence[Factor],
    apart: Callable[[Row, Row], bool],
) -> tuple[_Course[State], State | None]:
    """The course of rows as far as it is that of those that are kept, with the state then (None: at the
    beginning). `apart`: whether a row belongs to nothing that the one before it does."""
    if kept is None:
        return _Course(rows, told, [], []), None
    same = _shared(kept, rows, told)
    while same and (
        kept.after[same - 1] is None or (same < len(rows) and not apart(rows[same - 1], rows[same]))
    ):
        same -= 1
    found = _Course(rows, told, kept.factors[:same], kept.after[:same])
    return found, (found.after[-1] if same else None)


def _shared(kept: _Course[State], rows: Sequence[Row], told: Sequence[Factor]) -> int:
    """How many rows are the same from the first on, and counted the same before."""
    most = min(len(rows), len(kept.rows))
    if kept.rows[:most] == rows[:most] and kept.told[:most] == told[:most]:
        return most
    pairs = enumerate(zip(kept.rows, rows, strict=False))
    most = next((at for at, (one, other) in pairs if one is not other), most)
    factors = enumerate(zip(kept.told[:most], told, strict=False))
    return next((at for at, (its, mine) in factors if its != mine), most)


def _bouts(rows: Sequence[Row], first: int, window: int) -> Iterator[tuple[int, int]]:
    """Where, from a row on, rows begin and end between which there are no more days of silence than a cluster
    lasts: what is told after a longer one is no part of a cluster before it."""
    before = date.max
    for number in range(first, len(rows)):
        day = rows[number].evidence.day
        if (day - before).days > window:
            yield first, number
            first = number
        before = day
    if first < len(rows):
        yield first, len(rows)


def _of_bout(voice: str, rows: Sequence[Row], numbers: Redundancy, said: Voice) -> Factors:
    """What the rows of a bout count for; `said`: what the voice said before, to which they are added."""
    if len(rows) == 1:
        found = of_history(rows[0], said, numbers)
        said.note(rows)
        return {rows[0].claim.id: found}
    return cluster_factors(rows, {row.claim.id: voice for row in rows}, numbers, {voice: said})


def _of_family(rows: Sequence[Row], told: Sequence[Factor], numbers: Redundancy) -> Sequence[Factor]:
    """What the rows of one family, in order, count for; `told`: what each counts for by its voice."""
    budgets = Budgets.of(numbers)

    def apart(one: Row, other: Row) -> bool:
        return moment_of(one) != moment_of(other)

    found, spending = _begun(_families.of(rows[0], numbers), rows, told, apart)
    spending = spending or NOTHING
    for together in by_moment(rows[len(found.factors) :]):
        at = len(found.factors)
        if len(together) == 1:
            spending, factor = budgets.spend_alone(spending, together[0], told[at])
            found.note((factor,), spending, last=at + 1 == len(rows))
            continue
        mine: Factors = {row.claim.id: told[at + number] for number, row in enumerate(together)}
        spending = budgets.spend(spending, together, mine)
        found.note(mine.values(), spending, last=at + len(together) == len(rows))
    return _families.keep(found, numbers).factors


_named = Lately[ResolvedClaim, str]()


def _family(row: Row) -> str:
    """The family of a row's claim."""
    return _named.of(row.claim) or _named.keep(row.claim, family_of(row.claim))
