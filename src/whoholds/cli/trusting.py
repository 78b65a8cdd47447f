"""The commands `claimers`, `claimers grade`, `claimers grades` and `fit`: what claims were worth."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.dates import MisuseError, a_moment
from whoholds.cli.judging import Grounds
from whoholds.cli.opening import changing, reading
from whoholds.cli.options import Json, Knowledge, grouped
from whoholds.cli.render import add_row, table, text
from whoholds.cli.screen import say, show, show_json, show_json_line, told_place
from whoholds.cli.tally import counted
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.control.records import ClaimerRecord
    from whoholds.trust import Cell, Fitted, Graded


@grouped
def claimers(
    ctx: typer.Context,
    known: Knowledge,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="Only claims about this place.")] = None,
    as_json: Json = False,
) -> None:
    """Show how many claims of each claimer were borne out later, refuted, or are still open."""
    with reading(ctx) as database:
        told_place(database, place, **known.known)
        found = database.claimers(place=place, **known.known)
    if as_json:
        from whoholds.database.plain_rows import record_dict

        for one in found:
            show_json_line(record_dict(one))
        return
    made = table(
        "Claimer", "Side", "Kind", "Borne out", "Refuted", "Open", "Share", "Letter", "Learnt", "Pinned"
    )
    for one in found:
        counts = (str(number) for number in (one.borne_out, one.refuted, one.open))
        letters = (one.prior, one.learnt, one.pinned)
        add_row(made, one.claimer, one.side, one.kind, *counts, share_words(one), *letters)
    if found:
        show(made)
    say(f"{counted(len(found), 'record')}. Settled by all claims but those of the claimer's own side.")


def share_words(one: ClaimerRecord) -> str | None:
    """ "0.80 (0.49 to 0.94)", with the 95 % interval; None while nothing is settled."""
    if one.share is None or one.low is None or one.high is None:
        return None
    return f"{one.share:.2f} ({one.low:.2f} to {one.high:.2f})"


@grouped
def grade(
    ctx: typer.Context,
    claimer: Annotated[
        str, typer.Argument(metavar="NAME", help="A claimer, as whoholds claimers shows it, or a side.")
    ],
    letter: Annotated[
        str,
        typer.Argument(
            metavar="LETTER", help="A (reliable) to E (unreliable), F (cannot be judged), or undo."
        ),
    ],
    grounds: Grounds,
) -> None:
    """Pin an Admiralty letter for a claimer, which counts in the weight of the claims; undo takes it back."""
    with changing(ctx) as database:
        try:
            new = database.grade(claimer, letter, reason=grounds.reason, by=grounds.by)
        except InputError as error:
            raise MisuseError(str(error)) from error
    say(f"Recorded: {letter}." if new else "It was graded just so before.")


def grades(ctx: typer.Context, as_json: Json = False) -> None:
    """Show the letters given to claimers, oldest first, with those taken back."""
    with reading(ctx) as database:
        found = database.grades()
    if as_json:
        for one in found:
            show_json_line(grade_dict(one))
        return
    made = table("When", "Claimer", "Letter", "By", "Reason")
    for one in found:
        said = one.grade
        add_row(made, f"{one.at:%Y-%m-%d %H:%M}", said.claimer, said.letter, said.by, said.reason)
    if found:
        show(made)
    say(f"{counted(len(found), 'grade')}.")


def grade_dict(one: Graded) -> dict[str, Any]:
    """A grade in plain values."""
    said = one.grade
    return {
        "claimer": said.claimer,
        "letter": said.letter,
        "reason": said.reason,
        "by": said.by,
        "seq": one.seq,
        "at": one.at.isoformat(timespec="seconds"),
    }


def fit(
    ctx: typer.Context,
    until: Annotated[
        str,
        typer.Option(
            help="Learn only from what had been published by this day or moment.",
            metavar="MOMENT",
            callback=a_moment,
        ),
    ],
    as_json: Json = False,
) -> None:
    """Learn what claims are worth from those settled since; answers as of earlier moments stay."""
    with changing(ctx) as database:
        learnt = database.fit(until)
    if learnt is None:
        if as_json:
            show_json({"until": until, "cells": [], **dict.fromkeys(("name", "seq", "at"))})
        say(f"There is nothing to learn from by {until}: no claim is settled yet. Nothing was recorded.")
        return
    if as_json:
        show_json(fit_dict(learnt))
        return
    made = table("Claims of", "Interest", "Act", "Settled", "Right", "Wrong", "Ratio before", "Ratio learnt")
    for cell in learnt.fit.cells:
        row = cell_dict(cell)
        counts = (str(row["cases"]), f"{cell.right:.1f}", f"{cell.wrong:.1f}")
        add_row(made, row["label"], cell.interest, cell.act, *counts, f"{row['start']:g}", f"{cell.ratio:g}")
    if learnt.fit.cells:
        show(made)
    moment = learnt.fit.until.isoformat(timespec="seconds")
    show(
        text(f"Recorded as entry {learnt.seq}: {counted(len(learnt.fit.cells), 'table')}, known by {moment}.")
    )
    say("It counts in answers as of that moment or later. Counts are weighted by hedge and age.")


def fit_dict(one: Fitted) -> dict[str, Any]:
    """What was learnt, in plain values."""
    return {
        "until": one.fit.until.isoformat(timespec="seconds"),
        "name": one.fit.name,
        "cells": [cell_dict(cell) for cell in one.fit.cells],
        "seq": one.seq,
        "at": one.at.isoformat(timespec="seconds"),
    }


def cell_dict(cell: Cell) -> dict[str, Any]:
    """One learnt table in plain values; `start` is the ratio that counts without a fit."""
    from whoholds.control.table import control_table

    start = control_table().starting(cell.kind, cell.act)
    return {
        "class": cell.kind,
        "label": start.label,
        "interest": cell.interest,
        "act": cell.act,
        "cases": cell.cases,
        "right": cell.right,
        "wrong": cell.wrong,
        "start": start.value,
        "ratio": cell.ratio,
    }
