"""The command `evaluate`: the product's reading beside reports that people coded."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whoholds.cli.options import Json
from whoholds.cli.render import add_row, table
from whoholds.cli.screen import say, show, show_json, show_json_line, show_text
from whoholds.cli.tally import counted

if TYPE_CHECKING:
    from whoholds.evaluate import Mistake


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
    for one in to_table(scores):
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
