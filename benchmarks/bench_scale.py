"""How long both passes over all places take, from 10,000 claims to 3,000,000, and over one place again.

    python benchmarks/bench_scale.py [--claims N] [--plot FILE.svg]

Thirty claims a place, four states, 1,000 days, one region in which something changes every third day. The
loop is compiled where numba is installed (`pip install whoholds[fast]`); without it places go side by side
through numpy. Times are those of the clock, best of three; processor time stands beside them, for other
programs disturb the clock.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from whoholds.control.flat import Beliefs, Flat, infer, rates_of
from whoholds.control.passes import COMPILED, both_passes
from whoholds.control.table import control_table

DAYS = 1000
EACH = 30
STATES = 4  # two parties, "other" and "contested"
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000)
Point = tuple[int, float, float]


def made(claims: int) -> Flat:
    """Flat arrays of a war made by chance."""
    dice = np.random.default_rng(claims)
    places, rows = claims // EACH, claims // EACH * EACH
    party = dice.integers(0, 2, rows)
    weights, gives, gains = (
        np.zeros((rows, STATES)),
        np.ones((rows, STATES), np.uint8),
        np.zeros((rows, STATES), np.uint8),
    )
    kind = dice.random(rows)
    every = np.arange(rows)
    weights[every, np.where(kind < 0.3, STATES - 1, party)] = np.log(dice.uniform(1.5, 12.0, rows))
    gains[every, party] = 1
    table = control_table()
    day = np.sort(dice.integers(0, DAYS, (places, EACH)), axis=1).reshape(-1)
    return Flat(
        offsets=np.arange(0, rows + 1, EACH), states=np.full(places, STATES),
        prior=np.tile([0.6, 0.4 / 3, 0.4 / 3, 0.4 / 3], (places, 1)),
        day=day, clock=day.astype(np.float64), weights=weights,
        flow=np.where(kind > 0.8, 0.35, np.where(kind > 0.3, 0.1, 0.0)), gives=gives, gains=gains,
        joined=np.zeros(rows, np.uint8), told=np.ones(rows, np.uint8),
        out=np.full(rows, table.hazard.from_contested),
        hazard=rates_of(table), story=table.time.story_days,
    )  # fmt: skip


def best(work: Callable[[], object], times: int = 3) -> tuple[float, float]:
    """The shortest time by the clock and the least processor time, in seconds."""
    took = []
    for _ in range(times):
        began, spent = time.perf_counter(), time.process_time()
        work()
        took.append((time.perf_counter() - began, time.process_time() - spent))
    return min(one for one, _ in took), min(one for _, one in took)


def measure(claims: int) -> Point:
    """One size: prints and returns claims, seconds by the clock, seconds of the processor."""
    flat = made(claims)
    found = Beliefs(np.zeros_like(flat.weights), np.zeros_like(flat.weights))
    clock, spent = best(lambda: infer(flat, found))
    number = len(flat.states) // 2
    one, one_spent = best(lambda: [both_passes(flat, found, number, number + 1) for _ in range(200)])
    size = sum(part.nbytes for part in (*flat, *found) if isinstance(part, np.ndarray))
    print(
        f"{claims:>9,} claims, {len(flat.states):>7,} places: {clock:7.3f} s (processor {spent:6.3f} s); "
        f"one place again {one / 200 * 1e6:6.1f} µs (processor {one_spent / 200 * 1e6:6.1f} µs); "
        f"arrays {size / 2**20:5.0f} MiB"
    )
    return claims, clock, spent


def plot(points: Sequence[Point]) -> str:
    """Time by number of claims, both in tenfold steps, as SVG."""
    low, high = math.floor(math.log10(min(min(p[1:]) for p in points))), 1
    left, top, width, height = 70, 40, 520, 300

    def at(claims: float, seconds: float) -> tuple[float, float]:
        x = left + width * (math.log10(claims) - 4) / 3
        return x, top + height * (high - math.log10(seconds)) / (high - low)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + width + 30} {top + height + 60}" '
        'font-family="sans-serif" font-size="13">',
        "<title>Inference over all places, by number of claims</title>",
        '<rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{left}" y="22" font-size="14">All places: seconds, by number of claims</text>',
    ]
    for power in range(low, high + 1):
        x, y = at(1e4, 10.0**power)
        parts.append(f'<path d="M{x:.0f} {y:.0f}h{width}" stroke="#ddd"/>')
        parts.append(f'<text x="{x - 8:.0f}" y="{y + 4:.0f}" text-anchor="end">{10.0**power:g}</text>')
    for power in range(4, 8):
        x, y = at(10.0**power, 10.0**low)
        parts.append(f'<text x="{x:.0f}" y="{y + 22:.0f}" text-anchor="middle">{10**power:,}</text>')
    for number, (colour, name) in enumerate(
        (("#1f5fa8", "by the clock, two threads"), ("#b5651d", "processor time"))
    ):
        line = [at(point[0], point[1 + number]) for point in points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in line)
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in line]
        parts.append(f'<text x="{left + 15}" y="{top + 20 + 20 * number}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--claims", type=int, default=SIZES[-1], help="the largest size")
    parser.add_argument("--plot", type=Path, help="where to draw the growth")
    given = parser.parse_args()
    began = time.perf_counter()
    infer(made(SIZES[0]))
    print(f"{'compiled' if COMPILED else 'not compiled'}; first use {time.perf_counter() - began:.1f} s")
    points = [measure(size) for size in SIZES if size <= given.claims]
    print(f"most memory in use: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10:,.0f} MiB")
    if given.plot is not None:
        given.plot.write_text(plot(points), encoding="utf-8")


if __name__ == "__main__":
    main()
