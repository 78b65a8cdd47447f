"""Measures control on simulated wars and writes the tables into docs/method.md, with the plots beside it.

Run: python scripts/measure_control.py [--seeds 0-19] [--jobs 2] [--variants nowcast] [--dry]
With --dry the tables are printed, and nothing is written. The generator and its numbers
(src/whoholds/data/simulate/war.toml) are none of the method's; numbers of the method are chosen on the seeds
100 to 119 only, never on those that are shown.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection
from concurrent.futures import ProcessPoolExecutor
from functools import partial, reduce
from operator import add
from pathlib import Path

from whoholds.evaluate import (
    ControlReport,
    Table,
    control_tables,
    evaluate_trials,
    trial_of,
    write_plots,
)
from whoholds.evaluate.control import METHOD, MODES, VARIANTS
from whoholds.simulate import simulate

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "method.md"
PLOTS = ROOT / "docs" / "pictures"
BEGIN, END = "<!-- made by make control-tables: begin -->", "<!-- made by make control-tables: end -->"


def main() -> None:
    """Measures, and writes or prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", default="0-19", help="the first and last seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes that work beside each other")
    parser.add_argument("--variants", choices=MODES, action="append", help="modes of the variants (all)")
    parser.add_argument("--dry", action="store_true", help="print the tables only")
    given = parser.parse_args()
    first, last = map(int, given.seeds.split("-"))
    with ProcessPoolExecutor(given.jobs) as pool:
        report = reduce(
            add, pool.map(partial(of_seed, given.variants or tuple(MODES)), range(first, last + 1))
        )
    text = section(report, first, last)
    if given.dry:
        print(text)
        return
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), text), encoding="utf-8")
    for path in write_plots(report, PLOTS):
        print(f"{path.relative_to(ROOT)} written")


def of_seed(variants: Collection[str], seed: int) -> ControlReport:
    """The scores of one simulated war, with the variants of the method's table."""
    return evaluate_trials([trial_of(simulate(seed), str(seed))], variants=variants)


def replaced(page: str, text: str) -> str:
    """The page with the text between the two markers. Raises ValueError where they are not there."""
    before, rest = page.split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def section(report: ControlReport, first: int, last: int) -> str:
    """The tables in Markdown, and in how many wars each rule is beaten."""
    parts = [f"Seeds {first} to {last}, {len(report.trials['nowcast'])} wars.\n"]
    parts += [markdown(one) for one in control_tables(report)]
    for mode in MODES:
        counts = [f"{name} {report.beaten(mode, name)}" for name in report.scores[mode] if name != METHOD]
        parts.append(f"Wars of {len(report.trials[mode])} in which whoholds is right on more days of moving "
                     f"places, {mode}: {', '.join(counts)}.\n")  # fmt: skip
    return "\n".join(parts).rstrip()


def markdown(table: Table) -> str:
    """A table of Markdown under its heading, the method's own row first and bold."""
    lines = [f"**{table.heading[:1].upper()}{table.heading[1:]}**\n", f"| {' | '.join(table.columns)} |"]
    lines.append(f"|{'---|' * len(table.columns)}")
    for name, *cells in table.rows:
        shown = f"**{name}**" if name == METHOD else f"*{name}*" if name in VARIANTS else name
        lines.append(f"| {' | '.join((shown, *cells))} |")
    return "\n".join((*lines, ""))


if __name__ == "__main__":
    main()
