"""The record that a command works on: the file of `--db`, opened only by the commands that need one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from whoholds.errors import InputError

if TYPE_CHECKING:
    from whoholds.database import Database
    from whoholds.gazetteer import Gazetteer

DEFAULT = Path("whoholds.db")


def record_path(ctx: typer.Context) -> Path:
    """The file of records that this command line names."""
    named = ctx.find_root().obj
    return named if isinstance(named, Path) else DEFAULT


def reading(ctx: typer.Context) -> Database:
    """The record, for reading; use it in a `with` block. Raises StoreError where there is none."""
    return _opened(record_path(ctx), write=False)


def writing(ctx: typer.Context) -> Database:
    """The record, for writing, made where there is none; use it in a `with` block."""
    return _opened(record_path(ctx), write=True)


def filling(ctx: typer.Context, *files: Path | str) -> Database:
    """The record, for writing from files, made where there is none; use it in a `with` block.

    Raises InputError where there is none and no file either, so that a name in error leaves no record.
    """
    if gone := not_there(ctx, files):
        raise InputError("\n".join(gone))
    return writing(ctx)


def not_there(ctx: typer.Context, files: Sequence[Path | str]) -> tuple[str, ...]:
    """A sentence for each file where there is no record yet and none of the files is there; else none."""
    if record_path(ctx).exists():
        return ()
    told = tuple(filter(None, map(_missing, files)))
    return told if len(told) == len(files) else ()


def _missing(file: Path | str) -> str | None:
    from whoholds.reports.decoding import readable, shown  # here, not above: --help must not wait for it

    try:
        with readable(shown(Path(file))):
            Path(file).stat()
    except InputError as error:
        return str(error)
    return None


def changing(ctx: typer.Context) -> Database:
    """The record, for writing; raises StoreError where there is none, and makes none."""
    reading(ctx).close()
    return writing(ctx)


def gazetteer_of(ctx: typer.Context) -> Gazetteer:
    """The gazetteer, with the user's own places where there is a record; its parties count from then on."""
    if not record_path(ctx).exists():
        from whoholds.gazetteer import load_gazetteer
        from whoholds.party_list import use_parties_of

        use_parties_of(None)
        return load_gazetteer()
    with reading(ctx) as database:
        return database.gazetteer


def _opened(path: Path, *, write: bool) -> Database:
    from whoholds.database import open_database  # here, not above: --help must not wait for it

    return open_database(path, write=write)
