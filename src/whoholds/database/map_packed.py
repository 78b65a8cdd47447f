"""What places stand on, and their states, in a form that is handed from one process to another.

Of each basis and each history only what differs from the one before is told, so that what is handed over is
small. Unpacked, all is equal to what was packed.
"""

from __future__ import annotations

import io
import pickle
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from copyreg import dispatch_table
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from whoholds.control.case import Setting
from whoholds.control.clock import Nearby
from whoholds.control.table import Ratio, Table, control_table
from whoholds.database.map_states import Basis
from whoholds.database.map_turns import Told
from whoholds.exports.page_states import History, Segment, Standing
from whoholds.model import Place
from whoholds.picture import ResolvedClaim


@dataclass(frozen=True, slots=True)
class _Next:
    """A basis by the one before: how many of its claims and of the changes nearby stay, and those that
    follow. `claims` are their numbers among all of the place."""

    moment: date
    place: Place
    claims: tuple[int, tuple[int, ...]]
    nearby: tuple[int, tuple[Nearby, ...]]
    government: str | None
    table: Table | None
    profile: str | None


@dataclass(frozen=True, slots=True)
class PackedBases:
    """What a place stands on from moment to moment: all claims of it, and the bases. `last`: the claims by id
    as they are told last."""

    claims: tuple[ResolvedClaim, ...]
    bases: tuple[_Next, ...]
    last: Mapping[str, ResolvedClaim]


@dataclass(frozen=True, slots=True)
class PackedReasons:
    """Of which states of a place the reasons are asked for: its number on the page, what it stands on, and
    the days explained of each basis."""

    number: int
    bases: PackedBases
    explained: tuple[tuple[date, ...], ...]


Asked = PackedBases | PackedReasons


@dataclass(frozen=True, slots=True)
class PackedTold:
    """The states of a place at all moments. `numbers`: for each moment how many segments stay, how many
    follow, these as day (ordinal) and number of the standing, and the days explained after their count."""

    standings: tuple[Standing, ...]
    numbers: array[int]


def pack_bases(bases: Sequence[Basis], claims: Mapping[str, ResolvedClaim]) -> PackedBases:
    """What a place stands on; of `claims` (by id) those that are about it."""
    numbers: dict[int, int] = {}
    told: list[ResolvedClaim] = []
    found: list[_Next] = []
    before: tuple[tuple[ResolvedClaim, ...], tuple[Nearby, ...]] = ((), ())
    for basis in bases:
        here, setting = basis.claims, basis.setting
        for claim in here:
            if id(claim) not in numbers:
                numbers[id(claim)] = len(told)
                told.append(claim)
        kept, near = _same(before[0], here), _same(before[1], setting.changes_nearby)
        found.append(
            _Next(
                basis.moment,
                basis.place,
                (kept, tuple(numbers[id(claim)] for claim in here[kept:])),
                (near, setting.changes_nearby[near:]),
                setting.government,
                setting.table,
                setting.profile,
            )
        )
        before = (here, setting.changes_nearby)
    last = {claim.id: claims[claim.id] for claim in told if claim.id in claims}
    return PackedBases(tuple(told), tuple(found), last)


def unpack_bases(packed: PackedBases) -> list[Basis]:
    """The bases; claims and changes that stay as they were are the very same objects."""
    found: list[Basis] = []
    here: tuple[ResolvedClaim, ...] = ()
    near: tuple[Nearby, ...] = ()
    for one in packed.bases:
        kept, more = one.claims
        if more or kept != len(here):
            here = here[:kept] + tuple(packed.claims[number] for number in more)
        stays, changes = one.nearby
        if changes or stays != len(near):
            near = near[:stays] + changes
        setting = Setting(one.government, near, one.table, profile=one.profile)
        found.append(Basis(one.moment, one.place, here, setting))
    return found


def pack_told(told: Told) -> PackedTold:
    """The states of a place."""
    numbers: dict[Standing, int] = {}
    flat = array("i")
    before: tuple[Segment, ...] = ()
    for history, explained in zip(told.histories, told.explained, strict=True):
        kept = _same(before, history.segments)
        rest = history.segments[kept:]
        flat.extend((kept, len(rest)))
        for start, standing in rest:
            flat.extend((start.toordinal(), numbers.setdefault(standing, len(numbers))))
        flat.append(len(explained))
        flat.extend(day.toordinal() for day in explained)
        before = history.segments
    return PackedTold(tuple(numbers), flat)


def unpack_told(packed: PackedTold, bases: Sequence[Basis]) -> Told:
    """The states of a place that stands on these bases."""
    found, at = Told(bases), iter(packed.numbers)
    segments: tuple[Segment, ...] = ()
    for basis in bases:
        kept = next(at)
        rest = tuple(_segments(at, packed.standings))
        if rest or kept != len(segments):
            segments = segments[:kept] + rest
        found.histories.append(History(basis.moment, basis.place.id, segments))
        found.explained.append(tuple(date.fromordinal(next(at)) for _ in range(next(at))))
    return found


def _segments(at: Iterator[int], standings: Sequence[Standing]) -> Iterator[Segment]:
    for _ in range(next(at)):
        yield Segment(date.fromordinal(next(at)), standings[next(at)])


def _same(one: Sequence[object], other: Sequence[object]) -> int:
    """With how many of the same both begin; most of the time all of the first one."""
    most = min(len(one), len(other))
    if one[:most] == other[:most]:
        return most
    return bisect_left(range(1, most), True, key=lambda count: one[:count] != other[:count])


def dumped(thing: object) -> bytes:
    """Something in bytes, a table as what was learnt in it: the numbers of the method are in each process."""
    into = io.BytesIO()
    pickler = pickle.Pickler(into, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = {**dispatch_table, Table: _reduced}
    pickler.dump(thing)
    return into.getvalue()


def _reduced(table: Table) -> tuple[Callable[..., Table], tuple[object, ...]]:
    return _table, (tuple(table.learnt.items()),)


@lru_cache(maxsize=64)
def _table(learnt: tuple[tuple[str, Ratio], ...]) -> Table:
    """The table of the product with what was learnt; the very same for the same."""
    return control_table().with_learnt(dict(learnt)) if learnt else control_table()
