"""Groups by mean likeness: two groups become one while their members are alike enough on average."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

Pair = tuple[int, int]


@dataclass(slots=True)
class _Groups:
    """Groups in the making: the members by name of the group, and the likeness of what was compared."""

    members: dict[int, list[int]]
    group_of: list[int]
    last: int  # the last name given
    alike: dict[int, dict[int, float]] = field(default_factory=lambda: defaultdict(dict))

    def join(self, one: int, other: int) -> int:
        """Two groups become one; its name is new."""
        self.last = name = self.last + 1
        self.members[name] = sorted(self.members.pop(one) + self.members.pop(other))
        for member in self.members[name]:
            self.group_of[member] = name
        return name

    def beside(self, name: int) -> list[int]:
        """The groups with a member that was compared with one of this group."""
        seen = {self.group_of[other] for member in self.members[name] for other in self.alike[member]}
        return sorted(seen - {name})

    def mean(self, one: int, other: int) -> float:
        """The mean likeness of the members of two groups."""
        pairs = [(first, second) for first in self.members[one] for second in self.members[other]]
        return sum(self.alike[first].get(second, 0.0) for first, second in pairs) / len(pairs)


def groups_of(count: int, likeness: Mapping[Pair, float], *, threshold: float) -> tuple[tuple[int, ...], ...]:
    """The groups of `count` things, by their first member; pairs that are not given count as not alike, 0.

    The most alike groups are joined first, equals in order of their names: one answer for one input.
    """
    groups = _Groups({number: [number] for number in range(count)}, list(range(count)), count)
    for (one, other), value in likeness.items():
        groups.alike[one][other] = groups.alike[other][one] = value
    queue = [(-value, *pair) for pair, value in likeness.items() if value >= threshold]
    heapq.heapify(queue)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one in groups.members and other in groups.members:
            name = groups.join(one, other)
            for beside in groups.beside(name):
                mean = groups.mean(name, beside)
                if mean >= threshold:
                    heapq.heappush(queue, (-mean, beside, name))
    return tuple(sorted(tuple(members) for members in groups.members.values()))
