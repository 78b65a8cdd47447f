"""What is told of one moment is told at once: the order in which rows of evidence apply, and what has none.

Rows of one day apply in the order in which they became known. Rows that became known together have no order,
so they act together (`Step`): equal evidence for two parties stays equal, whatever the claims are called.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby, pairwise

from whoholds.control.evidence import Row
from whoholds.control.lately import Lately
from whoholds.control.positions import CONTESTED, HOLDS, OTHER
from whoholds.lexicon import word_set

Belief = list[float]
Moment = tuple[date, bool, datetime, bool]
STEPS = 20_000  # that are kept
SURE = 1.0 - 1e-12  # no flow is more
_WORD = re.compile(r"[a-z]+")


def moment_of(row: Row) -> Moment:
    """When a row applies: by its day; "not yet" first; by when it became known; what was retaken last.

    "Recaptured" says itself that another one had come before.
    """
    try:
        return row.moment
    except AttributeError:  # nobody asked before
        retaken = row.change and _is_retaken(row.claim.trigger)
        found = (row.evidence.day, not row.not_yet, row.claim.known_from, retaken)
        object.__setattr__(row, "moment", found)
        return found


def order_of(row: Row) -> tuple[object, ...]:
    """The one order in which rows are listed: by moment, then by what they say; ids only part equals."""
    try:
        return row.order
    except AttributeError:  # nobody asked before
        said = row.position
        weight = (-row.nats, -row.flow, row.change, row.admission, row.verified)
        found = (*moment_of(row), said.act, said.party or "", weight, row.claim.id)
        object.__setattr__(row, "order", found)
        return found


def in_order(rows: Iterable[Row]) -> list[Row]:
    """The rows in the one order (`order_of`): what parts rows of one moment is only asked of these."""
    found = sorted(rows, key=moment_of)
    moments = [row.moment for row in found]  # all were asked
    done = 0
    for at in [at for at, (one, other) in enumerate(pairwise(moments)) if one == other]:
        if at >= done:
            done = next((end for end in range(at + 2, len(found)) if moments[end] != moments[at]), len(found))
            found[at:done] = sorted(found[at:done], key=order_of)
    return found


def by_moment(rows: Iterable[Row]) -> Iterable[list[Row]]:
    """The rows, which are in order, by moment."""
    return (list(together) for _, together in groupby(rows, key=moment_of))


@lru_cache(maxsize=4096)
def _is_retaken(trigger: str | None) -> bool:
    return bool(trigger) and not word_set("timing", "retaken").isdisjoint(_WORD.findall(str(trigger).lower()))


class Step:
    """What rows of one moment do to a belief (probabilities in the order of `states`), taken together.

    A row alone moves a share of what some states have to others, and then weighs. Of several, the shares
    compete: as many rates that act side by side. The order in which rows are added changes nothing.
    """

    def __init__(self, states: Sequence[str]) -> None:
        self._states = tuple(states)
        self._nats = [0.0] * len(states)
        self._moves: dict[tuple[int, int], float] = {}
        self._ready: tuple[list[tuple[int, int, float]], list[float]] | None = None

    def add(self, row: Row) -> Step:
        """The step with one more row."""
        self._ready = None
        for state, nats in row.evidence.weights.items():
            if state in self._states:
                self._nats[self._states.index(state)] += nats
        if row.flow > 0.0:
            rate = -math.log1p(-min(row.flow, SURE))
            gives, gains = self._ends(row)
            for one in gives:
                for other in gains:
                    self._moves[one, other] = self._moves.get((one, other), 0.0) + rate / len(gains)
        return self

    def _ends(self, row: Row) -> tuple[list[int], list[int]]:
        """The numbers of the states whose probability moves, and of those to which it does."""
        states = self._states
        if row.position.act == HOLDS:
            gains = gaining(row)
            return list(range(len(states))), [at for at, state in enumerate(states) if state in gains]
        heirs, leave = heirs_of(row, states), leaving(row)
        return (
            [at for at, state in enumerate(states) if state in leave],
            [at for at, state in enumerate(states) if state in heirs],
        )

    def _made_ready(self) -> tuple[list[tuple[int, int, float]], list[float]]:
        """From which state to which what share (0 to 1) of its probability moves; and the likelihoods."""
        if self._ready is None:
            out = [0.0] * len(self._states)
            for (one, _), rate in self._moves.items():
                out[one] += rate
            most = max(self._nats)
            shares = [
                (one, other, -math.expm1(-out[one]) * rate / out[one])
                for (one, other), rate in self._moves.items()
            ]
            self._ready = (shares, [math.exp(nats - most) for nats in self._nats])
        return self._ready

    def told(self, belief: Belief) -> Belief:
        """The belief after the rows: first what moves, then the likelihoods."""
        shares, likely = self._ready or self._made_ready()
        moved = list(belief)
        for one, other, share in shares:
            part = belief[one] * share
            moved[one] -= part
            moved[other] += part
        seen = [held * weight if held > 0.0 else 0.0 for held, weight in zip(moved, likely, strict=True)]
        total = math.fsum(seen)
        return [held / total for held in seen]

    def untold(self, likely: Belief) -> Belief:
        """The backward step of `told`."""
        shares, weights = self._ready or self._made_ready()
        seen = [one * weight for one, weight in zip(likely, weights, strict=True)]
        found = list(seen)
        for one, other, share in shares:
            found[one] += (seen[other] - seen[one]) * share
        return [one if one > 0.0 else 0.0 for one in found]


_steps = Lately[Row, Step]()
_alike: dict[tuple[object, ...], Step] = {}  # of rows that do the same; forgetting changes nothing


def step_of(rows: Sequence[Row], states: tuple[str, ...]) -> Step:
    """The step of rows of one moment; that of a single row is kept, and must not be added to."""
    if len(rows) == 1:
        return _steps.of(rows[0], states) or _steps.keep(rows[0], _step_alone(rows[0], states), states)
    step = Step(states)
    for row in rows:
        step.add(row)
    return step


def _step_alone(row: Row, states: tuple[str, ...]) -> Step:
    """The step of a single row: the same one for all rows that do the same."""
    key = (states, row.position, row.flow, row.claim.recipient, *row.evidence.weights.items())
    found = _alike.get(key)
    if found is None:
        if len(_alike) >= STEPS:
            _alike.clear()
        found = _alike[key] = Step(states).add(row)
    return found


def gaining(row: Row) -> frozenset[str]:
    """Whom a row says may hold the place: the party, or several where it is not known by name."""
    spoken = {state for state, nats in row.evidence.weights.items() if nats > 0}
    return frozenset({str(row.position.party), *spoken})


def leaving(row: Row) -> tuple[str, ...]:
    """The states that end when a party leaves: that it held the place, and that it fought for it there."""
    return (str(row.position.party), CONTESTED)


def heirs_of(row: Row, states: Sequence[str]) -> tuple[str, ...]:
    """Who may come after a party that left: the other known parties; where there are none, "other"."""
    if row.claim.recipient in states and row.claim.recipient != row.position.party:
        return (str(row.claim.recipient),)
    known = tuple(state for state in states if state not in (row.position.party, OTHER, CONTESTED))
    return known or (OTHER,)


def normal(belief: Belief) -> Belief:
    """To a sum of 1."""
    total = math.fsum(belief)
    return [held / total for held in belief]
