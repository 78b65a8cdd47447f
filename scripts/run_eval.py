"""Measure the product on annotated sets, and compare with what was pinned.

    python scripts/run_eval.py                    every set that is there
    python scripts/run_eval.py --set dev --set seed
    python scripts/run_eval.py --set dev --errors what was missed, false or wrong, by kind, in the half "tune"
    python scripts/run_eval.py --set event_place --layer FOLDER   with a place layer beside the rules
    python scripts/run_eval.py --pin              raise the floors in tests/floors.toml to what is reached
    python scripts/run_eval.py --pin --lower "why"  lower them too, with the reason beside them

`factuality` and `control` are part of the project, the other sets lie beside it; where they are missing, it
says so and ends well. `to beat` is what a simple or published method gets on the same set: for the values of
claims, one answer given always.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import eval_attribution
import eval_capitals
import eval_claims
import eval_control_sentences
import eval_factuality
import eval_fakes
import eval_finders
import eval_headlines
import eval_incidents
import eval_place_layer
import eval_releases
import eval_replay
import eval_turning
from eval_halves import by_half
from eval_measured import SHARED, Measured
from eval_mistakes import mistake_lines
from eval_pins import FILE, below, raised, read_pins, write_pins
from eval_tables import coded_lines, figure_lines, half_lines

SHOWN = 5  # mistakes of each kind


@dataclass(frozen=True, slots=True)
class Set:
    """An annotated set: the files that it needs, below the folder of sets, and what measures it."""

    files: tuple[str, ...]
    measure: Callable[..., Iterator[Measured]]
    coded: bool = False
    own: bool = False  # part of the project


SETS: Mapping[str, Set] = {
    "seed": Set(("gold/seed.jsonl",), eval_claims.seed, coded=True),
    "dev": Set(("gold/dev.jsonl",), eval_claims.dev, coded=True),
    "peaceful": Set(("eval/peaceful.jsonl",), eval_claims.peaceful),
    "dates": Set(("eval/dates_wikiwars.jsonl",), by_half(eval_finders.dates)),
    "attribution": Set(("eval/attribution_polnear.jsonl",), eval_attribution.attribution),
    "event_place": Set(("eval/event_place.jsonl",), eval_place_layer.event_place),
    "isaf": Set(("eval/isaf.jsonl",), eval_releases.isaf),
    "ged": Set(("eval/same_event_ged.jsonl",), eval_headlines.ged),
    "fakes": Set(("eval/fakes.jsonl",), eval_fakes.fakes),
    "factuality": Set((str(eval_factuality.FILE),), eval_factuality.factuality, own=True),
    "incidents": Set(("eval/muc4_tst3.jsonl",), eval_incidents.incidents),
    "control": Set((str(eval_control_sentences.FILE),), eval_control_sentences.control, own=True),
    "replay": Set(
        (
            "eval/ukraine_wikipedia_bitemporal/changes.csv",
            "eval/ukraine_wikipedia_bitemporal/valid_time_events.csv",
        ),
        eval_replay.replay,
    ),
    "turning": Set(
        ("eval/afg_capitals_2021/capitals.csv", "gold/dev.jsonl", "gold/seed.jsonl"), eval_turning.turning
    ),
    "capitals": Set(("eval/afg_capitals_2021/capitals.csv", "gold/dev.jsonl"), eval_capitals.capitals),
}


def main(words: Sequence[str] | None = None) -> int:
    """Measure, print, pin. `words` of the command line; those of this process when None."""
    given = _arguments(words)
    if given.layer is not None:
        os.environ[eval_place_layer.NAMED_BY] = str(given.layer)
    present = [name for name in given.set or SETS if not _missing(name, given.shared)]
    if not given.json:
        _say_missing(given.set or list(SETS), given.shared)
    if given.errors:
        for name in present:
            files = [given.shared / file for file in SETS[name].files]
            print(*mistake_lines(name, files, SHOWN), sep="\n")
        return 0
    measured = {name: list(_measure(name, given.shared, quiet=given.json)) for name in present}
    if given.json:
        print(json.dumps({name: {one.name: _plain(one) for one in of} for name, of in measured.items()}))
    else:
        _print_tables(measured, given)
    if given.pin and measured:
        _pin(measured, given.pins, given.lower)
    return 0


def _arguments(words: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--set", action="append", choices=list(SETS), metavar="NAME", help=", ".join(SETS))
    parser.add_argument("--errors", action="store_true", help="list mistakes by kind, of the half `tune`")
    parser.add_argument("--json", action="store_true", help="the figures as JSON")
    parser.add_argument("--pin", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--lower", metavar="REASON", help="with --pin: lower floors too, and why")
    parser.add_argument("--layer", type=Path, metavar="FOLDER", help="a place layer, for the set event_place")
    parser.add_argument("--pins", type=Path, default=FILE, help="the file of floors")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder of the annotated sets")
    return parser.parse_args(words)


def _missing(name: str, shared: Path) -> list[Path]:
    return [shared / file for file in SETS[name].files if not (shared / file).exists()]


def _say_missing(names: Sequence[str], shared: Path) -> None:
    missing = {name: _missing(name, shared) for name in names}
    for name, files in missing.items():
        if files:
            print(f"{name}: not measured, there is no {files[0]}")
    if not missing.get("event_place", [shared]):
        why_not = eval_place_layer.why_not(shared / SETS["event_place"].files[0])
        if why_not is not None:
            print(f"event_place: {why_not}")
    beside = [files for name, files in missing.items() if not SETS[name].own]
    if beside and all(beside):
        print("Nothing to measure beside the project: the annotated sets are not part of it and not there.")


def _measure(name: str, shared: Path, *, quiet: bool) -> Iterator[Measured]:
    begun = time.perf_counter()
    yield from SETS[name].measure(*(shared / file for file in SETS[name].files))
    if not quiet:
        print(f"{name}: measured in {time.perf_counter() - begun:.1f} s", file=sys.stderr)


def _pin(measured: Mapping[str, Sequence[Measured]], file: Path, reason: str | None) -> None:
    pins = read_pins(file)
    write_pins(raised(pins, measured, reason), file)
    print(f"Pinned in {file}.", file=sys.stderr)
    for name, figures in measured.items():
        for one in below(pins, name, figures) if reason is None else ():
            print(
                f"{name}: {one.name} stays pinned at {pins.floors[name][one.name]:.3f}, measured "
                f'{one.value:.3f}. Give --lower "the reason" to lower it.',
                file=sys.stderr,
            )


def _print_tables(measured: Mapping[str, Sequence[Measured]], given: argparse.Namespace) -> None:
    if not measured:
        return
    lines = [*figure_lines(measured, read_pins(given.pins)), *half_lines(measured)]
    for name in measured:
        if SETS[name].coded:
            lines += coded_lines(name, eval_claims.scores(given.shared / SETS[name].files[0]))
    print(*lines, sep="\n")


def _plain(one: Measured) -> dict[str, float | bool]:
    return {"value": round(one.value, 3), "lower_is_better": one.lower_is_better}


if __name__ == "__main__":
    sys.exit(main())
