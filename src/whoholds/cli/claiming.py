"""The command `claims`: of a file, of a batch of texts, or of the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from whoholds.cli.batch import answer_batch
from whoholds.cli.dates import a_moment
from whoholds.cli.filtering import Wanted, told_unmet
from whoholds.cli.opening import gazetteer_of, reading
from whoholds.cli.options import Json, Knowledge, given_of, grouped
from whoholds.cli.printable import cut
from whoholds.cli.render import QUOTED, claim_block, quoted, separated, text
from whoholds.cli.screen import Share, say, show, show_json_line, told_place, track
from whoholds.cli.tally import counted
from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.database import Explained
    from whoholds.gazetteer import Gazetteer
    from whoholds.model import Report
    from whoholds.picture import ResolvedClaim
    from whoholds.reports import Found, Given, Rejected

STDIN = "-"


@dataclass(frozen=True, slots=True)
class OfText:
    """Options for texts that are read without a record."""

    published: Annotated[
        str | None,
        typer.Option(
            help="When FILE was published, YYYY-MM-DD; relative dates hang on it.",
            metavar="DATE",
            callback=a_moment,
        ),
    ] = None
    explain: Annotated[
        bool, typer.Option("--explain", help="Tell also what was seen and not claimed, and why.")
    ] = False
    batch: Annotated[
        Path | None,
        typer.Option(
            help='Read {"id","published","text"} a line (JSON Lines, whatever the file is called; - for '
            'standard input), print {"id","claims"} a line.',
            metavar="IN.jsonl",
        ),
    ] = None


@grouped
def claims(  # noqa: PLR0913 - one command for a file, a batch and the record
    ctx: typer.Context,
    texts: OfText,
    wanted: Wanted,
    known: Knowledge,
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE", help="A report to read without recording it; - for standard input."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Show claims: those of FILE, read now and not recorded, or those of the record.

    `claims import FILE.jsonl` records claims that people coded. --json prints one object a claim. With FILE
    or --batch, --outlet is whose text it is, and nothing else chooses claims.
    """
    if texts.batch is not None or file is not None:
        _only_of_a_record(wanted)
    if texts.batch is not None:
        if file is not None:
            raise typer.BadParameter(f"Give FILE or --batch, not both ({file}).")
        given = given_of(wanted.outlet, texts.published)
        answer_batch(texts.batch, given, gazetteer_of(ctx), each=texts.explain)
    elif file is not None:
        _of_file(file, texts, wanted.outlet, gazetteer_of(ctx), as_json)
    else:
        _of_record(ctx, wanted, known, as_json)


def _of_file(path: str, texts: OfText, outlet: str | None, gazetteer: Gazetteer, as_json: bool) -> None:
    wrong: list[Rejected] = []
    number = undated = 0
    share = Share()
    for report in _reports(_found(path, given_of(outlet, texts.published)), wrong, share):
        undated += report.published is None
        read = _read(report, share, gazetteer)
        number += len(read.claims)
        _show_read(report, read, texts.explain, as_json)
    if undated:
        say("Without a date of publication, relative dates (“on Sunday”) stay unresolved: give --published.")
    if not as_json:
        say(f"{counted(number, 'claim')} read; nothing was recorded.")
    _end(wrong)


def _end(wrong: Sequence[Rejected]) -> None:
    if wrong:
        raise typer.Exit(InputError.exit_code)


def _found(path: str, given: Given) -> Iterator[Found]:
    from whoholds.reports import read_reports

    if path == STDIN:
        from whoholds.cli.standard_input import reports_of_stdin

        return reports_of_stdin(given)
    return read_reports(path, outlet=given.outlet, published=given.published)


def _reports(found: Iterator[Found], wrong: list[Rejected], share: Share) -> Iterator[Report]:
    """The reports; what is none is told, and kept in `wrong` where it should have been one."""
    from whoholds.model import Report
    from whoholds.reports import Rejected

    for one in track(found, "Reading texts", share=share):
        if isinstance(one, Report):
            yield one
            continue
        say(one.why)
        if isinstance(one, Rejected):
            wrong.append(one)


def _read(report: Report, share: Share, gazetteer: Gazetteer) -> Explained:
    from whoholds.database import explain

    return explain(
        report.text,
        published=report.published,
        outlet=report.outlet,
        gazetteer=gazetteer,
        progress=share.tell,
    )


def _rows(claims: Sequence[ResolvedClaim]) -> list[dict[str, Any]]:
    from whoholds.exports.plain import claim_dicts

    return claim_dicts(claims)


def _show_read(report: Report, read: Explained, explained: bool, as_json: bool) -> None:
    if read.not_read is not None:
        say(f"{report.name or 'The report'}: {read.not_read}")
    if as_json:
        for row in _rows(read.claims):
            show_json_line(row)
        for row in unread_rows(report, read) if explained else ():
            show_json_line(row)
        return
    if read.claims:
        show(separated(map(claim_block, read.claims)))
    if explained:
        show(*unread_lines(report, read))


def unread_rows(report: Report, read: Explained) -> list[dict[str, Any]]:
    """What was seen and not claimed, in plain values."""
    return [
        {
            "unread": one.reason,
            "trigger": one.trigger,
            "quote": one.quote.of(report.text),
            "start_char": one.quote.start,
            "end_char": one.quote.end,
        }
        for one in read.unread
    ]


def unread_lines(report: Report, read: Explained) -> Iterator[Text]:
    """What was seen and not claimed, and why, a line each."""
    yield text(f"Seen and not claimed: {len(read.unread)}", "bold")
    for one in read.unread:
        yield text(f"- {cut(one.trigger, QUOTED)!r}, {one.reason}: {quoted(one.quote.of(report.text))}")


def _only_of_a_record(wanted: Wanted) -> None:
    """A text that is read now is shown whole. Raises BadParameter for what chooses claims of a record."""
    named = [name for name, value in asdict(wanted).items() if value is not None and name != "outlet"]
    if named:
        option = f"--{named[0].replace('_', '-')}"
        raise typer.BadParameter(f"{option} chooses claims of the record: leave it out, or FILE and --batch.")


def _of_record(ctx: typer.Context, wanted: Wanted, known: Knowledge, as_json: bool) -> None:
    chosen = replace(wanted.filter(), place=None)
    with reading(ctx) as database:
        told_place(database, wanted.place, **known.known)
        told_unmet(database, chosen, **known.known)
        found = database.claims(place=wanted.place, **known.known)
    claims = [claim for claim in found if chosen.keeps(claim)]
    if as_json:
        for row in _rows(claims):
            show_json_line(row)
        return
    if claims:
        show(separated(map(claim_block, claims)))
    say(f"{counted(len(claims), 'claim')}.")
