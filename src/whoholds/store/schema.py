"""The tables, and how a record of an older format is brought up to date."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

import apsw

from whoholds.store import fingerprints, tracing

APPLICATION = 0x77686F68  # "whoh", in the file's header


def _first(connection: apsw.Connection) -> None:
    connection.execute((resources.files("whoholds") / "data" / "schema.sql").read_text("utf-8"))


def _third(connection: apsw.Connection) -> None:
    connection.execute((resources.files("whoholds") / "data" / "schema_trust.sql").read_text("utf-8"))


def _second(connection: apsw.Connection) -> None:
    connection.execute(fingerprints.SCHEMA)
    fingerprints.take_all(connection)


def _fourth(connection: apsw.Connection) -> None:
    connection.execute(
        "CREATE INDEX IF NOT EXISTS report_address ON report (address) WHERE address IS NOT NULL"
    )


def _fifth(connection: apsw.Connection) -> None:
    connection.execute(f"DROP INDEX IF EXISTS report_address; {tracing.SCHEMA}")
    tracing.trace_all(connection)


MIGRATIONS: tuple[Callable[[apsw.Connection], None], ...] = (_first, _second, _third, _fourth, _fifth)
"""Step n brings format n to format n+1. Steps are added at the end, and never changed."""

FORMAT = len(MIGRATIONS)
READABLE = 2  # the oldest format that can be asked as it is; what was added since is empty in it


def migrate(connection: apsw.Connection) -> None:
    """Bring the record to the newest format, wholly or not at all."""
    if connection.pragma("user_version") == FORMAT:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[connection.pragma("user_version") :]:
            step(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # a full disk ends it by itself
            connection.execute("ROLLBACK")
        raise
