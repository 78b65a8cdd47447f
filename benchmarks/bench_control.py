"""How long control takes: one place, and 1,000 places with 100 claims each; fusing the same claims.

Run: python benchmarks/bench_control.py [--places 1000] [--claims 100]
"""

from __future__ import annotations

import argparse
import gc
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from factories import GOVERNMENT, TALIBAN, make_resolved, of_government, of_taliban

from whoholds.control import Question, Setting, assess_control
from whoholds.control.history import control_history
from whoholds.events import EventBook
from whoholds.model import Place, end_of_day
from whoholds.picture import ResolvedClaim
from whoholds.why import explain_state

FIRST = date(2021, 1, 1)
SPAN_DAYS = 365
SETTING = Setting(government=GOVERNMENT)
BEFORE = Question(FIRST + timedelta(days=SPAN_DAYS // 2), end_of_day(FIRST + timedelta(days=SPAN_DAYS // 2)))
KINDS = ("capture", "hold", "hold", "clash", "clash", "airstrike", "repel", "siege", "withdrawal", "entry")


def main() -> None:
    """Prints a line for each measurement."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--places", type=int, default=1000)
    parser.add_argument("--claims", type=int, default=100)
    given = parser.parse_args()
    dice = random.Random(1)
    towns = [Place(f"user:{n}", f"Town {n}", "settlement", 34.0, 66.0) for n in range(given.places)]
    told = {town.id: [a_claim(dice, town, number) for number in range(given.claims)] for town in towns}
    on = Question(FIRST + timedelta(days=SPAN_DAYS))
    gc.collect()
    gc.freeze()  # the claims themselves are not what is measured
    each = towns[: min(20, given.places)]
    show("one place, state and explanation", len(each), lambda: [assess(town, told, on) for town in each])
    show("the same again", len(each), lambda: [assess(town, told, on) for town in each])
    show("one place, as known half a year before", len(each), lambda: [assess(t, told, BEFORE) for t in each])
    show("one place, history", len(each), lambda: [past(town, told, on) for town in each])
    show("one place, why, without each claim", len(each), lambda: [why(town, told, on) for town in each])
    show(
        "all places, state and explanation", given.places, lambda: [assess(town, told, on) for town in towns]
    )
    claims = [claim for town in towns for claim in told[town.id]]
    more = a_claim(dice, towns[0], given.claims)
    book = EventBook()
    show("all claims fused", len(claims), lambda: [book.events(claims)])
    before = book.fused
    show("one claim more, its block alone fused", 1, lambda: [book.events([*claims, more])])
    print(f"{book.fused - before} of {before:,} blocks fused again")


def a_claim(dice: random.Random, place: Place, number: int) -> ResolvedClaim:
    """A claim made by chance: one of ten types, three kinds of voices, some day of the year."""
    day = FIRST + timedelta(days=dice.randrange(SPAN_DAYS))
    voice = dice.choice(({}, {"claimer": "residents"}, of_taliban(), of_government()))
    words = " ".join(
        dice.choice(["north", "south", "army", "fighters", "dawn", "market", "bridge", "police", "road"])
        for _ in range(14)
    )
    return make_resolved(
        dice.choice(KINDS), id=f"{place.id} {number}", place=place, published=day, quote=words,
        start=dice.choice((None, day)), actor=dice.choice((TALIBAN, GOVERNMENT)),
        outlet=f"Paper {dice.randrange(9)}", **voice,
    )  # fmt: skip


def assess(place: Place, told: dict[str, list[ResolvedClaim]], on: Question) -> object:
    """The state of one place."""
    return assess_control(place, told[place.id], on, SETTING)


def past(place: Place, told: dict[str, list[ResolvedClaim]], on: Question) -> object:
    """The history of one place."""
    return control_history(place, told[place.id], on, SETTING)


def why(place: Place, told: dict[str, list[ResolvedClaim]], on: Question) -> object:
    """The reasons for the state of one place: how likely it would be without each claim."""
    state = assess_control(place, told[place.id], on, SETTING)
    return explain_state(state, told[place.id], (), SETTING)


def show(label: str, count: int, work: Callable[[], object]) -> None:
    """Prints the processor time of a piece of work, whole and for each of its parts."""
    start = time.process_time()
    work()
    took = time.process_time() - start
    print(f"{label:40} {took:8.3f} s   {took / count * 1e6:10.1f} µs each of {count:,}")


if __name__ == "__main__":
    main()
