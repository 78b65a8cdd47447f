"""Adding what an extractor, or a person, read in a report."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from whoholds.errors import InputError, NotFoundError
from whoholds.model import Extraction, Span
from whoholds.store import codec, fingerprints
from whoholds.store.ledger import Batch

_REPORT = """
SELECT r.id, t.characters, EXISTS (SELECT 1 FROM tombstone WHERE report = r.id)
FROM report r JOIN text t ON t.id = r.text WHERE r.key = ?
"""


def add_extraction(batch: Batch, extraction: Extraction, newest: Callable[[int], Extraction]) -> bool:
    """Record what an extractor read in a report; True where that was new.

    One extraction counts for each version of an extractor. People may code a report again: what differs
    from their newest is added. `newest` reads an extraction by its number. Raises NotFoundError for a
    report that is not recorded, InputError for a claim of another report or outside the text.
    """
    found = batch.connection.execute(_REPORT, (extraction.report,)).fetchone()
    if found is None:
        raise NotFoundError(
            f"No report {extraction.report} is recorded. Add the report before what was read in it."
        )
    report, characters, purged = found
    check_extraction(extraction, characters)
    before = batch.connection.execute(
        "SELECT id FROM extraction WHERE report = ? AND extractor = ? ORDER BY id DESC LIMIT 1",
        (report, extraction.extractor),
    ).get
    by_people = is_coded(extraction.extractor)
    if purged or (before is not None and not (by_people and newest(before) != extraction)):
        return False
    _insert_extraction(batch, report, extraction)
    return True


def is_coded(extractor: str) -> bool:
    """True for what people (or their tools) coded, which counts before anything read by rule."""
    return extractor == "baseline" or extractor.startswith("coded:")


def check_extraction(extraction: Extraction, characters: int) -> None:
    """Raise InputError unless everything in it is of its report and inside its text."""
    told: Sequence[Any] = (
        *extraction.claims,
        *extraction.silences,
        *extraction.retractions,
        *extraction.unread,
    )
    for noun in told:
        quote: Span = noun.quote
        if noun.report != extraction.report or not 0 <= quote.start <= quote.end <= characters:
            raise InputError(
                f"What {extraction.extractor} read in report {extraction.report} points at "
                f"[{quote.start}, {quote.end}) of report {noun.report}, which is not in its text of "
                f"{characters} characters. Nothing of this extraction was recorded."
            )


def _insert_extraction(batch: Batch, report: int, extraction: Extraction) -> None:
    others = codec.others_to_json(extraction.silences, extraction.retractions, extraction.unread)
    number = batch.insert(
        "INSERT INTO extraction (report, extractor, coded, not_read, others, seq) VALUES (?, ?, ?, ?, ?, ?)",
        (
            report,
            extraction.extractor,
            int(is_coded(extraction.extractor)),
            extraction.not_read,
            codec.to_text(others) if others else None,
            batch.seq,
        ),
    )
    _insert_claims(batch, report, number, extraction)
    fingerprints.take(batch.connection, "extraction", number)


def _insert_claims(batch: Batch, report: int, extraction: int, read: Extraction) -> None:
    known: dict[tuple[str, str], int] = {
        (key, body): number
        for number, key, body in batch.connection.execute(
            "SELECT id, key, body FROM claim WHERE report = ?", (report,)
        )
    }
    for position, claim in enumerate(read.claims):
        reading = (claim.key, codec.to_text(codec.claim_to_json(claim)))
        if reading not in known:
            known[reading] = batch.insert(
                "INSERT INTO claim (key, report, body) VALUES (?, ?, ?)", (reading[0], report, reading[1])
            )
        batch.insert(
            "INSERT INTO extraction_claim (extraction, position, claim) VALUES (?, ?, ?)",
            (extraction, position, known[reading]),
        )
