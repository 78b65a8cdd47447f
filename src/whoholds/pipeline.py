"""The whole way: `ingest` takes reports in, `picture` makes of the record what it adds up to.

Start reading here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from whoholds.errors import InputError
from whoholds.model import Extraction, Report
from whoholds.reports.found import Found, Rejected, Skipped
from whoholds.store import Store
from whoholds.store.batches import batched

Extractor = Callable[[Report], Extraction]


@dataclass(frozen=True, slots=True)
class Ingested:
    """A report that is on disk with what was read in it.

    `new`: it was not recorded before; `dated`: a date of it was recorded now. `extraction` is what was read
    now; None where it was read before, or where the report is not taken in again because it was purged.
    """

    report: Report
    key: str
    new: bool
    dated: bool
    extraction: Extraction | None
    purged: bool = False


def ingest(
    reports: Iterable[Found], store: Store, *, extractor: Extractor
) -> Iterator[Ingested | Rejected | Skipped]:
    """Record reports and what the extractor reads in them; yields each once it is on disk.

    A report that is known and was read is not read again, so the same again changes nothing; one that was
    recorded without being read (the process was killed between) is read now. What could not be read as a
    report is passed on in its place. Raises StoreError; what was yielded before stays.
    """
    readings = (_read(item, store, extractor) for item in reports)
    for batch in batched(readings):
        with store.writing("reports"):
            done = [_record(item, extraction, store) for item, extraction in batch]
        yield from done


def ingest_coded(
    coded: Iterable[tuple[Report, Extraction]], store: Store
) -> Iterator[Ingested | Rejected | Skipped]:
    """Record reports with what people coded in them, as `ingest` does."""
    for batch in batched(coded):
        with store.writing("coded"):
            done = [_record(report, extraction, store) for report, extraction in batch]
        yield from done


def _read(item: Found, store: Store, extractor: Extractor) -> tuple[Found, Extraction | None]:
    if isinstance(item, Rejected | Skipped) or store.has_read(item.key):
        return item, None
    return item, extractor(item)


def _record(item: Found, extraction: Extraction | None, store: Store) -> Ingested | Rejected | Skipped:
    if isinstance(item, Rejected | Skipped):
        return item
    try:
        added = store.add_report(item)
    except InputError as error:
        return Rejected(item.name or item.key, str(error))
    read = extraction is not None and not added.purged and store.add_extraction(extraction)
    return Ingested(item, added.key, added.new, added.dated, extraction if read else None, added.purged)
