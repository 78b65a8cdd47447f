"""Who may write, and what came of it: judgements, and reports that were dropped on the page."""

from __future__ import annotations

import hmac
import re
import shutil
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from whoholds.database import Database
from whoholds.database.added import Outcome
from whoholds.errors import InputError, StoreError
from whoholds.exports.csv_rows import WRITTEN
from whoholds.exports.plain import Row
from whoholds.kinds import Verdict
from whoholds.model import Coded
from whoholds.pipeline import Ingested
from whoholds.reports import Rejected
from whoholds.server.desk import Desk
from whoholds.server.settings import Settings, host_of
from whoholds.server.shapes.claims import Amended

READING_ONLY = (
    "Nothing can be written: this server was started for reading only. Start it with --write-token-file "
    "FILE, or with the token in WHOHOLDS_TOKEN, and send it as: Authorization: Bearer TOKEN."
)
NO_TOKEN = "The token is missing or another one. Send the server's own as: Authorization: Bearer TOKEN."
STRANGE = "A page of {origin} may not write here. Write from the page that this server serves."
_UNSAFE = re.compile(r"[^\w. -]+")
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Dropped:
    """A file that was sent: its name as given, and its bytes to be read."""

    name: str
    file: BinaryIO


def refusal(settings: Settings, headers: Mapping[bytes, bytes]) -> tuple[int, str] | None:
    """Why a request may not write: status and sentence; None where it may."""
    if settings.token is None:
        return 403, READING_ONLY
    origin = headers.get(b"origin", b"").decode("latin-1")
    host = headers.get(b"host", b"").decode("latin-1")
    if origin and origin.partition("://")[2].casefold() != host.casefold():
        return 403, STRANGE.format(origin=host_of(origin.partition("://")[2])[:60] or "nowhere")
    scheme, _, given = headers.get(b"authorization", b"").partition(b" ")
    right = hmac.compare_digest(given.strip(), settings.token.encode("utf-8"))
    return None if right and scheme.lower() == b"bearer" else (401, NO_TOKEN)


def checked(verdict: Verdict, amended: Amended | None) -> Coded | None:
    """An amendment as the library takes it. Raises InputError where the verdict does not take one."""
    given = amended.model_dump(exclude_none=True) if amended is not None else {}
    if (verdict is Verdict.AMEND) != bool(given):
        need = "needs" if verdict is Verdict.AMEND else "does not take"
        raise InputError(
            f"{verdict.value} {need} something in `amended`, such as a place. Change one of both."
        )
    if not given:
        return None
    for name in ("start", "end"):
        if name in given:
            given[name] = date.fromisoformat(given[name])
    return Coded(**given)


@contextmanager
def dropped_in(folder: Path, files: Sequence[Dropped]) -> Iterator[list[Path]]:
    """The files on disk under harmless names, each in a folder of its own."""
    paths = []
    for number, one in enumerate(files):
        path = folder / str(number) / safe_name(one.name)
        path.parent.mkdir()
        with path.open("wb") as to:
            shutil.copyfileobj(one.file, to)
        paths.append(path)
    yield paths


def safe_name(name: str) -> str:
    """The last part of a file's name, without what could lead elsewhere or hide it."""
    last = re.split(r"[/\\]", name)[-1]
    kept = _UNSAFE.sub("_", last).strip(" .")[-LONGEST_NAME:].strip(" .")
    return kept or "report.txt"


def taking_in(
    desk: Desk, files: Sequence[Dropped], outlet: str | None, published: str | None
) -> Generator[Row]:
    """Record what was dropped; yields what came of each report once it is on disk, then the numbers.

    The record is opened for writing before the first one is asked for. Raises StoreError, InputError.
    """
    with ExitStack() as open_while:
        folder = Path(open_while.enter_context(TemporaryDirectory(prefix="whoholds-")))
        paths = open_while.enter_context(dropped_in(folder, files))
        database = open_while.enter_context(desk.writing())
        told = _told(database, paths, (outlet, published), open_while.pop_all())
        next(told)
    return told


def _told(
    database: Database, paths: Sequence[Path], said: tuple[str | None, str | None], open_while: ExitStack
) -> Generator[Row]:
    counts: Counter[str] = Counter()
    with open_while:
        yield {}  # taken by `taking_in`: from here on the record is closed when this ends
        try:
            for row in (
                row for number in range(len(paths)) for row in _of_file(database, paths, number, said)
            ):
                counts[row["outcome"]] += 1
                counts["claims"] += row["claims"] or 0
                yield _written_out(row)
        except StoreError as error:
            yield {"outcome": "problem", "why": str(error)}
        yield {"outcome": "done", "counts": dict(counts), "seq": database.store.seq}


def _of_file(
    database: Database, paths: Sequence[Path], number: int, said: tuple[str | None, str | None]
) -> Iterator[Row]:
    path, (outlet, published) = paths[number], said
    try:
        for outcome in database.adding(path, outlet=outlet, published=published):
            yield {"file": number} | outcome_row(outcome, path)
    except InputError as error:
        why = _named(str(error), path)
        yield {"file": number, "outcome": "rejected", "report": path.name, "claims": None, "why": why}


def _written_out(row: Row) -> Row:
    """A row whose names and reasons, which may repeat what is in a file, turn nothing and hide nothing."""
    return {name: one.translate(WRITTEN) if isinstance(one, str) else one for name, one in row.items()}


def _named(words: str, path: Path) -> str:
    """What is said of a file by its own name, not by where it lay for a while."""
    return words.replace(str(path), path.name)


def outcome_row(outcome: Outcome, path: Path) -> Row:
    """What came of one report."""
    if isinstance(outcome, Ingested):
        read, published = outcome.extraction, outcome.report.published
        row = {
            "outcome": _word(outcome),
            "report": outcome.report.name,
            "key": outcome.key,
            "claims": len(read.claims) if read is not None else 0,
            "published": published.day.isoformat() if published is not None else None,
        }
        why = outcome.problem or (read.not_read if read is not None else None)
        return row if why is None else row | {"why": why}
    word = "rejected" if isinstance(outcome, Rejected) else "skipped"
    where, why = _named(outcome.where, path), _named(outcome.why, path)
    return {"outcome": word, "report": where, "claims": None, "why": why}


def _word(outcome: Ingested) -> str:
    if outcome.new:
        return "edition" if outcome.edition else "new"
    return "purged" if outcome.purged else "dated" if outcome.dated else "known"
