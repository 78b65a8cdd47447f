"""The commands `evaluate`, `evaluate control`, `simulate`: the product beside coded reports, and truth."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.options import Json, grouped
from whoholds.cli.render import add_row, table
from whoholds.cli.screen import say, show, show_json, show_json_line, show_text
from whoholds.cli.tally import counted

if TYPE_CHECKING:
    from whoholds.evaluate import Mistake, Table


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Coded reports, one a line.")],
    errors: Annotated[
        bool, typer.Option("--errors", help="List what was missed, false or wrong instead, by kind.")
    ] = False,
    json: Json = False,
) -> None:
    """Score what whoholds reads against reports that you coded by the codebook."""
    from whoholds.evaluate import evaluate_file, mistakes_in_file, to_dict, to_table

    if errors:
        _tell(mistakes_in_file(gold), as_json=json)
        return
    scores = evaluate_file(gold)
    if json:
        show_json(to_dict(scores))
        return
    _show_all(to_table(scores))


@dataclass(frozen=True, slots=True)
class Before:
    """Who held the places before the first claim."""

    baseline: Annotated[
        Path | None, typer.Option(metavar="FILE.csv", help="Who held what when the claims begin.")
    ] = None
    government: Annotated[
        str | None,
        typer.Option(metavar="PARTY", help="Whose territory it is: likelier until told otherwise."),
    ] = None


@grouped
def evaluate_control(
    claims: Annotated[Path, typer.Argument(metavar="CLAIMS.jsonl", help="Coded claims, a report a line.")],
    truth: Annotated[
        Path,
        typer.Option(
            metavar="TRUTH.csv", help="Columns: place, from, to, holder; or place, before, holder, lo, hi."
        ),
    ],
    before: Before,
    plot: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Write reliability.svg and reliability.png there.")
    ] = None,
    json: Json = False,
) -> None:
    """Score who holds which place on each day against a truth file, beside simple rules.

    As known at the end of each day, and in retrospect. Nothing is recorded.
    """
    from whoholds.evaluate import control_tables, control_values, evaluate_trials, read_trial, write_plots

    report = evaluate_trials([read_trial(claims, truth, before.baseline, before.government)])
    if plot is not None:
        for path in write_plots(report, plot):
            say(f"{path} written.")
    if json:
        show_json(control_values(report))
        return
    _show_all(control_tables(report))


def simulate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Where the three files go.")],
    seed: Annotated[int, typer.Option(help="The same seed gives the same war.")] = 1,
    numbers: Annotated[
        Path | None, typer.Option(metavar="FILE.toml", help="Numbers in place of the product's war.toml.")
    ] = None,
    replace: Annotated[bool, typer.Option("--replace", help="Write over files that are there.")] = False,
) -> None:
    """Make up a war with known truth, and the reporting about it: claims.jsonl, truth.csv, baseline.csv."""
    from whoholds.simulate import read_numbers, write
    from whoholds.simulate import simulate as make

    made = make(seed, read_numbers(numbers) if numbers is not None else None)
    for path in write(made, folder, replace=replace):
        say(f"{path} written.")
    say(f"{counted(len(made.printed), 'claim')} about {counted(len(made.war.held), 'place')}.")


def _show_all(tables: Iterable[Table]) -> None:
    for one in tables:
        made = table(*one.columns, title=one.heading)
        for row in one.rows:
            add_row(made, *row)
        show(made)


def _tell(mistakes: dict[str, tuple[Mistake, ...]], *, as_json: bool) -> None:
    for kind, cases in mistakes.items():
        if as_json:
            for one in cases:
                show_json_line(asdict(one))
            continue
        show_text(f"{kind}: {len(cases)}")
        for one in cases:
            show_text(f"  [{one.report}] coded {one.coded or 'nothing'}; read {one.read or 'nothing'}")
            show_text(f"    {' '.join(one.quote.split())}")
    if not as_json:
        say(f"{counted(sum(map(len, mistakes.values())), 'mistake')}.")
