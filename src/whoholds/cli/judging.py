"""The commands `judge` and `judgements`: an analyst's verdicts on claims, on the record and reversible."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any

import typer

from whoholds.cli.dates import MisuseError, a_day, a_reason
from whoholds.cli.opening import reading, writing
from whoholds.cli.options import Json, grouped
from whoholds.cli.render import add_row, claim_block, table, text
from whoholds.cli.screen import say, show, show_json_line, told_place
from whoholds.cli.tally import counted
from whoholds.errors import InputError
from whoholds.model import Factuality, Precision, Verdict

if TYPE_CHECKING:
    from whoholds.model import Coded
    from whoholds.picture import Judged


@dataclass(frozen=True, slots=True)
class Amended:
    """What an amendment puts in place of what was read."""

    place: Annotated[
        str | None, typer.Option(help="amend: the place, as NAME or NAME, PROVINCE.", metavar="PLACE")
    ] = None
    start: Annotated[
        str | None,
        typer.Option(help="amend: the first day it can have happened.", metavar="DATE", callback=a_day),
    ] = None
    end: Annotated[
        str | None,
        typer.Option(help="amend: the last day it can have happened.", metavar="DATE", callback=a_day),
    ] = None
    actor: Annotated[str | None, typer.Option(help="amend: the party that does it.", metavar="PARTY")] = None
    recipient: Annotated[
        str | None, typer.Option(help="amend: the party it is done to.", metavar="PARTY")
    ] = None
    claimer: Annotated[str | None, typer.Option(help="amend: who says so.", metavar="WORDS")] = None
    side: Annotated[
        str | None, typer.Option(help="amend: the party the claimer speaks for.", metavar="PARTY")
    ] = None
    precision: Annotated[Precision | None, typer.Option(help="amend: how it lies to the place.")] = None
    factuality: Annotated[Factuality | None, typer.Option(help="amend: how sure the claimer is.")] = None

    @property
    def given(self) -> dict[str, Any]:
        """What was given, by name."""
        values = {one.name: getattr(self, one.name) for one in fields(self)}
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why, and who judges."""

    reason: Annotated[
        str,
        typer.Option(help="Why, in a few words; it stays on the record.", metavar="WORDS", callback=a_reason),
    ]
    by: Annotated[str | None, typer.Option(envvar="WHOHOLDS_BY", help="Who judges.", metavar="NAME")] = None


@grouped
def judge(
    ctx: typer.Context,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="The id of a claim, or its first letters.")],
    verdict: Annotated[Verdict, typer.Argument(help="undo takes back the last verdict, reset all.")],
    grounds: Grounds,
    amended: Amended,
) -> None:
    """Judge a claim: accept it, reject it, amend what was read in it, or take judgements back.

    Amendments add up; accept and reject keep them.
    """
    given = amended.given
    if (verdict is Verdict.AMEND) != bool(given):
        need = "needs" if verdict is Verdict.AMEND else "does not take"
        raise typer.BadParameter(f"{verdict.value} {need} what is to be amended, such as --place or --start.")
    with writing(ctx) as database:
        told_place(database, amended.place)
        try:
            new = database.judge(claim, verdict, reason=grounds.reason, by=grounds.by, amended=_coded(given))
        except InputError as error:
            raise MisuseError(str(error)) from error
        judged = database.claim(claim)
    show(claim_block(judged))
    done = f"Recorded: {verdict.value}." if new else "It was judged just so before."
    back = f" Taken back with: whoholds judge {judged.id[:8]} undo --reason …"
    say(done if verdict in (Verdict.UNDO, Verdict.RESET) else done + back)


def _coded(given: dict[str, Any]) -> Coded | None:
    if not given:
        return None
    from whoholds.model import Coded

    days: dict[str, Any] = {
        name: date.fromisoformat(given[name]) for name in ("start", "end") if name in given
    }
    return Coded(**(given | days))


@grouped
def judgements(ctx: typer.Context, as_json: Json = False) -> None:
    """Show all that was judged, oldest first."""
    with reading(ctx) as database:
        found = database.judgements()
    if as_json:
        for one in found:
            show_json_line(_judged_dict(one))
        return
    made = table("When", "Claim", "Verdict", "By", "Reason", "Amended")
    for one in found:
        row = _judged_dict(one)
        amended = ", ".join(f"{name} {value}" for name, value in (row["amended"] or {}).items())
        add_row(
            made,
            f"{one.at:%Y-%m-%d %H:%M}",
            text(row["claim"]),
            row["verdict"],
            row["by"],
            row["reason"],
            amended,
        )
    if found:
        show(made)
    say(f"{counted(len(found), 'judgement')}.")


def _judged_dict(one: Judged) -> dict[str, Any]:
    said = one.judgement
    amended = said.amended
    values = {name: getattr(amended, name) for name in type(amended).__slots__} if amended is not None else {}
    return {
        "claim": said.claim,
        "verdict": said.verdict.value,
        "reason": said.reason,
        "by": said.by,
        "amended": {name: str(value) for name, value in values.items() if value is not None} or None,
        "seq": one.seq,
        "at": one.at.isoformat(timespec="seconds"),
    }
