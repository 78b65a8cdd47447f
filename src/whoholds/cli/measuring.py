"""The command `evaluate`: the product's reading beside reports that people coded."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from whoholds.cli.options import Json
from whoholds.cli.render import add_row, table
from whoholds.cli.screen import show, show_json


def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Coded reports, one a line.")],
    json: Json = False,
) -> None:
    """Score what whoholds reads against reports that you coded by the codebook."""
    from whoholds.evaluate import evaluate_file, to_dict, to_table

    scores = evaluate_file(gold)
    if json:
        show_json(to_dict(scores))
        return
    for one in to_table(scores):
        made = table(*one.columns, title=one.heading)
        for row in one.rows:
            add_row(made, *row)
        show(made)
