"""Rows weighed beside each other, group by group: what no new claim touches is not weighed again.

How much a row counts hangs on the rows of its voice and of its family alone. So rows fall into groups that
share neither a voice nor a family, and the same group gives the same: at another moment of knowledge, without
another claim, by all but one origin. The result is that of `weigh` over all rows. Forgetting changes nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from whoholds.control.evidence import Row
from whoholds.control.moments import order_of
from whoholds.control.redundancy import weigh
from whoholds.control.table import Redundancy
from whoholds.independence import family_of
from whoholds.picture import ResolvedClaim

MOST = 30_000  # rows of groups that were not asked about since as many others were: those may be forgotten
_Key = tuple[int | str, ...]
_Kept = dict[_Key, tuple[Redundancy, Sequence[Row], tuple[Row, ...]]]


class _Lately:
    """What was weighed lately, by the numbers of the objects: kept, so that the numbers are theirs."""

    def __init__(self) -> None:
        self.lately: _Kept = {}
        self.before: _Kept = {}
        self.rows = 0

    def of(self, group: Sequence[Row], told_by: Sequence[str], numbers: Redundancy) -> tuple[Row, ...]:
        """The rows of a group, weighed."""
        key: _Key = (id(numbers), *map(id, group), *told_by)
        kept = self.lately.get(key)
        if kept is None:
            kept = self.before.get(key) or (numbers, group, _weighed(group, told_by, numbers))
            self.rows += len(group)
            if self.rows > MOST:
                self.lately, self.before, self.rows = {}, self.lately, len(group)
            self.lately[key] = kept
        return kept[2]


_lately = _Lately()


def weigh_in_groups(rows: Sequence[Row], voices: Mapping[str, str], numbers: Redundancy) -> tuple[Row, ...]:
    """The rows with their weights scaled for repetition, in the one order; `voices` by claim id."""
    found = [
        row
        for group in _groups(rows, voices)
        for row in _lately.of(group, [voices[row.claim.id] for row in group], numbers)
    ]
    return tuple(sorted(found, key=order_of))


def _weighed(group: Sequence[Row], told_by: Sequence[str], numbers: Redundancy) -> tuple[Row, ...]:
    voices = {row.claim.id: voice for row, voice in zip(group, told_by, strict=True)}
    return weigh(group, voices, numbers)


def _groups(rows: Sequence[Row], voices: Mapping[str, str]) -> Sequence[Sequence[Row]]:
    """The rows by groups that share neither a voice nor a family."""
    joined: dict[str, str] = {}
    for voice, family in dict.fromkeys((voices[row.claim.id], _family(row)) for row in rows):
        one, other = _root(joined, voice), _root(joined, family)
        joined[other] = one
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[_root(joined, voices[row.claim.id])].append(row)
    return list(groups.values())


_families: dict[int, tuple[ResolvedClaim, str]] = {}  # the claim is kept: its id is its own


def _family(row: Row) -> str:
    """The family of a row's claim, as no voice is called."""
    kept = _families.get(id(row.claim))
    if kept is None or kept[0] is not row.claim:
        if len(_families) >= MOST:
            _families.clear()
        kept = _families[id(row.claim)] = (row.claim, f"family {family_of(row.claim)}")
    return kept[1]


def _root(joined: dict[str, str], name: str) -> str:
    found = name
    while (above := joined.setdefault(found, found)) != found:
        found = above
    joined[name] = found
    return found
