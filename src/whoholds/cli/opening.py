"""The record that a command works on: the file of `--db`, opened only by the commands that need one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import typer

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
