"""The loop of the chain over flat arrays, in plain scalars, so that it can be compiled where numba is there.

Numba is not needed: without it the same loop runs as it stands, some hundred times slower. `flat.Flat` says
what the arrays hold, `chain.run` does the same in words, and a test holds the two together.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from whoholds.control.flat import Beliefs, Flat

Code = TypeVar("Code", bound=Callable[..., Any])
Numbers = NDArray[np.float64]
NEVER = -(2**30)  # a day before all others
SURE = 1.0 - 1e-12  # no flow is more

try:
    from numba import njit
except ImportError:
    COMPILED = False
else:
    COMPILED = True


def loop(code: Code) -> Code:
    """Compiled, and kept for the next process, where numba is installed; else as it stands."""
    return njit(cache=True, nogil=True)(code) if COMPILED else code


@loop
def both_passes(flat: Flat, beliefs: Beliefs, start: int, end: int) -> None:
    """Forward and backward over the rows of the places from `start` up to before `end`, into `beliefs`."""
    longest = 1
    for place in range(start, end):
        longest = max(longest, flat.offsets[place + 1] - flat.offsets[place])
    gaps, anew = np.zeros((longest, 3)), np.zeros(longest, np.uint8)
    widest = flat.weights.shape[1]
    belief, moves = np.zeros(widest), np.zeros((widest, widest))
    for place in range(start, end):
        forward_pass(flat, beliefs, place, (belief, moves), (gaps, anew))
        backward_pass(flat, beliefs, place, (belief, moves), (gaps, anew))


@loop
def forward_pass(
    flat: Flat,
    beliefs: Beliefs,
    place: int,
    work: tuple[Numbers, Numbers],
    kept: tuple[Numbers, NDArray[np.uint8]],
) -> None:
    """From the prior over all rows of a place; how each gap ages, and which days start anew, is kept."""
    gaps, anew = kept
    belief, moves = work
    first, count, last = flat.offsets[place], flat.states[place], flat.offsets[place + 1]
    belief[:count] = flat.prior[place, :count]
    spoken = NEVER
    for row in range(first, flat.offsets[place + 1]):
        day, at = flat.day[row], row - first
        if row > first and day == flat.day[row - 1]:
            anew[at] = anew[at - 1]
        elif row > first:
            anew[at] = spoken != NEVER and day - spoken >= flat.story
            age_over(flat, (place, row), flat.clock[row] - flat.clock[row - 1], gaps[at])
            if anew[at] or spoken == NEVER:
                belief[:count] = flat.prior[place, :count]
            else:
                age(belief, gaps[at], count)
        else:
            anew[at] = False
        if not flat.joined[row]:
            end = moment_end(flat, row, last)
            if end == row + 1:
                tell(flat, row, belief, count)
            else:
                move_together(flat, row, end, moves[:count, :count])
                tell_together(flat, (row, end), belief, moves[:count, :count])
        beliefs.forward[row, :count] = belief[:count]
        if flat.told[row]:
            spoken = day


@loop
def backward_pass(
    flat: Flat,
    beliefs: Beliefs,
    place: int,
    work: tuple[Numbers, Numbers],
    kept: tuple[Numbers, NDArray[np.uint8]],
) -> None:
    """From the last row of a place to the first: what is told later of each day."""
    gaps, anew = kept
    likely, moves = work
    first, count, last = flat.offsets[place], flat.states[place], flat.offsets[place + 1]
    likely[:count] = 1.0
    for row in range(last - 1, first - 1, -1):
        for state in range(count):
            beliefs.smoothed[row, state] = beliefs.forward[row, state] * likely[state]
        normalise(beliefs.smoothed[row], count)
        if flat.joined[row]:
            continue
        end = moment_end(flat, row, last)
        if end == row + 1:
            untell(flat, row, likely, count)
        else:
            move_together(flat, row, end, moves[:count, :count])
            untell_together(flat, (row, end), likely, moves[:count, :count])
        if row > first and flat.day[row] != flat.day[row - 1]:
            if anew[row - first] and (flat.told[row - 1] or not anew[row - first - 1]):
                likely[:count] = 1.0
            unage(likely, gaps[row - first], count)
        normalise(likely, count)


@loop
def age_over(flat: Flat, at: tuple[int, int], time: float, found: Numbers) -> None:
    """Into `found`: contested becomes found[0] + found[1] x contested, differences shrink to found[2].

    The closed form of expm(Q time) over so much time by the clock of the place; `at`: the place and the row.
    """
    place, row = at
    parties = flat.states[place] - 1
    to_contested, to_other = flat.hazard
    from_contested = flat.out[row]
    rest = to_contested / (to_contested + from_contested)
    left = math.exp(-(to_contested + from_contested) * time)
    among = to_other * parties / (parties - 1) if parties > 1 else 0.0
    found[0], found[1] = rest - rest * left, left
    found[2] = math.exp(-(to_contested + among) * time)


@loop
def age(belief: Numbers, gap: Numbers, count: int) -> None:
    """The belief after some days without evidence, in place."""
    parties = count - 1
    fought = gap[0] + gap[1] * belief[parties]
    mean, even = (1.0 - belief[parties]) / parties, (1.0 - fought) / parties
    for state in range(parties):
        belief[state] = even + (belief[state] - mean) * gap[2]
    belief[parties] = fought


@loop
def unage(likely: Numbers, gap: Numbers, count: int) -> None:
    """The backward step of `age`, in place."""
    parties = count - 1
    mean = 0.0
    for state in range(parties):
        mean += likely[state] / parties
    fought = likely[parties]
    for state in range(parties):
        likely[state] = gap[0] * fought + (1.0 - gap[0]) * mean + (likely[state] - mean) * gap[2]
    likely[parties] = (gap[0] + gap[1]) * fought + (1.0 - gap[0] - gap[1]) * mean


@loop
def tell(flat: Flat, row: int, belief: Numbers, count: int) -> None:
    """The belief after a row, in place: first its flow, then its weights."""
    flow, heirs, moved = flat.flow[row], 0, 0.0
    if flow > 0.0:
        for state in range(count):
            moved += belief[state] * flat.gives[row, state]
            heirs += flat.gains[row, state]
        for state in range(count):
            belief[state] *= 1.0 - flow * flat.gives[row, state]
            if flat.gains[row, state]:
                belief[state] += flow * moved / heirs
    for state in range(count):
        if flat.weights[row, state] != 0.0:
            belief[state] *= math.exp(flat.weights[row, state])
    normalise(belief, count)


@loop
def untell(flat: Flat, row: int, likely: Numbers, count: int) -> None:
    """The backward step of `tell`, in place."""
    for state in range(count):
        if flat.weights[row, state] != 0.0:
            likely[state] *= math.exp(flat.weights[row, state])
    flow, heirs, gain = flat.flow[row], 0, 0.0
    if flow > 0.0:
        for state in range(count):
            gain += likely[state] * flat.gains[row, state]
            heirs += flat.gains[row, state]
        for state in range(count):
            if flat.gives[row, state] and heirs:
                likely[state] = likely[state] * (1.0 - flow) + gain / heirs * flow


@loop
def moment_end(flat: Flat, row: int, last: int) -> int:
    """The row after those that are of one moment with a row."""
    end = row + 1
    while end < last and flat.joined[end]:
        end += 1
    return end


@loop
def move_together(flat: Flat, start: int, end: int, moves: Numbers) -> None:
    """Into `moves` (S, S): from which state to which what share moves by rows of one moment, side by side."""
    count = len(moves)
    moves[:, :] = 0.0
    for row in range(start, end):
        if flat.flow[row] > 0.0:
            heirs = 0
            for state in range(count):
                heirs += flat.gains[row, state]
            rate = -math.log1p(-min(flat.flow[row], SURE)) / max(heirs, 1)
            for one in range(count):
                for other in range(count):
                    moves[one, other] += rate * flat.gives[row, one] * flat.gains[row, other]
    for one in range(count):
        out = 0.0
        for other in range(count):
            out += moves[one, other]
        if out > 0.0:
            for other in range(count):
                moves[one, other] *= -math.expm1(-out) / out


@loop
def tell_together(flat: Flat, rows: tuple[int, int], belief: Numbers, moves: Numbers) -> None:
    """The belief after the rows of one moment, in place."""
    count = len(moves)
    before = belief[:count].copy()
    for one in range(count):
        for other in range(count):
            moved = before[one] * moves[one, other]
            belief[one] -= moved
            belief[other] += moved
    weigh_together(flat, rows, belief, count)
    normalise(belief, count)


@loop
def untell_together(flat: Flat, rows: tuple[int, int], likely: Numbers, moves: Numbers) -> None:
    """The backward step of `tell_together`, in place."""
    count = len(moves)
    weigh_together(flat, rows, likely, count)
    seen = likely[:count].copy()
    for one in range(count):
        for other in range(count):
            likely[one] += (seen[other] - seen[one]) * moves[one, other]
        likely[one] = max(likely[one], 0.0)


@loop
def weigh_together(flat: Flat, rows: tuple[int, int], belief: Numbers, count: int) -> None:
    """The weights of rows of one moment laid over a belief, in place; the greatest counts as 1."""
    nats = np.zeros(count)
    for row in range(rows[0], rows[1]):
        for state in range(count):
            nats[state] += flat.weights[row, state]
    most = nats.max()
    for state in range(count):
        belief[state] = max(belief[state], 0.0) * math.exp(nats[state] - most)


@loop
def normalise(belief: Numbers, count: int) -> None:
    """To a sum of 1, in place."""
    total = 0.0
    for state in range(count):
        total += belief[state]
    for state in range(count):
        belief[state] /= total
