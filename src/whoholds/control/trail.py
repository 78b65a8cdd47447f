"""What was worked out of a place when it was asked about last, from which the next answer goes on.

Claims as known at another moment begin like those of before, and so do their voices, both passes and what is
found of them. Each of these looks itself how far it is the same: a trail that is lost, or that is of other
claims, changes no answer.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from whoholds.control.assess import Assessor
from whoholds.control.chain import Run
from whoholds.independence import Voices

PLACES = 32  # of which the trail is kept


@dataclass(slots=True)
class Trail:
    """The voices that were told apart, the passes over the days, and what assessed them."""

    voices: Voices = field(default_factory=Voices)
    passes: Run | None = None
    assessor: Assessor | None = None


class Trails:
    """The trails of the places (by id) that were asked about lately. One that is in use is nobody else's."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, Trail] = OrderedDict()

    @contextmanager
    def of(self, place: str) -> Iterator[Trail]:
        """The trail of a place; it is kept again afterwards, where nothing failed."""
        trail = self._kept.pop(place, None) or Trail()
        yield trail
        self._kept[place] = trail
        while len(self._kept) > PLACES:
            self._kept.popitem(last=False)

    def clear(self) -> None:
        """Forget them all."""
        self._kept.clear()
